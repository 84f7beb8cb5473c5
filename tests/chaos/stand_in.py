"""How does Telegram behave here? As the stand-in does, but that it brings an update again within 0.3 s and not 5.

(Else the run would mostly be waiting for a bot that is long up again.)
"""

from bot.local import webhook
from bot.local.__main__ import main

if __name__ == "__main__":
    webhook._LAST_RETRY = 0.3
    main()
