"""How does the bot run here? As it is, but that a reply leased by a process that died waits 0.5 s and not 40.

(On PostgreSQL only: the run would else mostly be waiting.)
"""

import sys
from datetime import timedelta

from bot.__main__ import main
from bot.delivery import send

if __name__ == "__main__":
    send.LEASE = timedelta(seconds=0.5)
    sys.exit(main(["run"]))
