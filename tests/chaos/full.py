"""How does the bot run on a disk that is full whenever a file says so? SQLite is then let to grow by no page.

`python -m tests.chaos.full FILE LEASE`: while FILE is there, the database is as full as it is; the error is SQLite's
own. LEASE is how many seconds a reply waits that was leased by a process that died.
"""

import sys
from datetime import timedelta
from pathlib import Path

from sqlalchemy import Connection, Engine, event

from bot.__main__ import main
from bot.delivery import send

AS_IT_IS = 1
"""SQLite takes a limit below the present size for the present size."""
NO_LIMIT = 2**30

if __name__ == "__main__":
    full = Path(sys.argv[1])
    send.LEASE = timedelta(seconds=float(sys.argv[2]))

    @event.listens_for(Engine, "begin", insert=True)
    def limit(connection: Connection) -> None:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql(f"PRAGMA max_page_count = {AS_IT_IS if full.exists() else NO_LIMIT}")

    sys.exit(main(["run"]))
