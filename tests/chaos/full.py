"""How does the bot run on a disk that is full whenever a file says so? SQLite is then let to grow by no page.

`python -m tests.chaos.full FILE`: while FILE is there, the database is as full as it is. The error is SQLite's own.
"""

import sys
from pathlib import Path

from sqlalchemy import Connection, Engine, event

from bot.__main__ import main

AS_IT_IS = 1
"""SQLite takes a limit below the present size for the present size."""
NO_LIMIT = 2**30

if __name__ == "__main__":
    full = Path(sys.argv[1])

    @event.listens_for(Engine, "begin", insert=True)
    def limit(connection: Connection) -> None:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {AS_IT_IS if full.exists() else NO_LIMIT}")

    sys.exit(main(["run"]))
