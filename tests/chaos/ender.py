"""How does a bot run here that ends at a commit? As it is, but that its process goes right before it, or after.

`python -m tests.chaos.ender FUSE` reads the knowledge once. For each line on its standard input, "DATABASE_URL
TELEGRAM_URL WHEN", it makes a process that is the bot, and writes its number. FUSE is a file that whoever moves it
shares with them: after how many commits the process ends, 0 for never. Only a transaction that wrote something counts.
"""

import asyncio
import gc
import logging
import mmap
import os
import signal
import sys
import traceback
from datetime import timedelta
from pathlib import Path
from typing import Any

from pydantic import SecretStr
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite

from bot.app import build_coach, running
from bot.delivery import orders, send, uploads
from bot.services.coach import Coach
from bot.settings import Settings
from tests.processes import TOKEN

TICK = 0.1
LEASE = timedelta(seconds=0.5)
"""On PostgreSQL what a process that died had taken up would else wait: a reply 40 s, a file some minutes."""

ENDED = 9


class Fuse:
    """Counts down at each commit, in memory that processes share; it is made of a file of one byte."""

    def __init__(self, file: Path) -> None:
        with file.open("r+b") as opened:
            self._left = mmap.mmap(opened.fileno(), 1)

    def light(self, commits: int) -> None:
        self._left[0] = commits

    @property
    def burnt(self) -> bool:
        return self._left[0] == 0

    def burn(self) -> bool:
        """Whether this is the commit at which it ends."""
        if self.burnt:
            return False
        self._left[0] -= 1
        return self.burnt


class Commits:
    """Those that wrote burn the fuse; the process ends `before` the last or after."""

    def __init__(self, fuse: Fuse, when: str) -> None:
        self._fuse = fuse
        self._before = when == "before"
        self._changes: dict[int, int] = {}

    def watch(self, dialect: type[Any]) -> None:
        commit = dialect.do_commit

        def do_commit(own: Any, connection: Any) -> None:
            ends = self._wrote(connection) and self._fuse.burn()
            if ends and self._before:
                os._exit(ENDED)
            commit(own, connection)
            if ends:
                os._exit(ENDED)

        dialect.do_commit = do_commit

    def _wrote(self, connection: Any) -> bool:
        driver = connection.driver_connection
        if hasattr(driver, "total_changes"):
            before, self._changes[id(driver)] = self._changes.get(id(driver), 0), driver.total_changes
            return bool(driver.total_changes > before)
        with driver.cursor() as cursor:
            return cursor.execute("SELECT pg_current_xact_id_if_assigned()").fetchone()[0] is not None


async def live(coach: Coach, database_url: str, telegram_url: str) -> None:
    settings = Settings(_env_file=None, database_url=SecretStr(database_url), reminder_tick=TICK, database_workers=1)
    async with running(settings, TOKEN, telegram_url, coach) as delivery:
        await delivery.ended()


def main(fuse: Fuse) -> None:
    logging.disable(logging.WARNING)
    coach = build_coach(Settings(_env_file=None))
    gc.freeze()
    send.LEASE = uploads.LEASE = orders.LEASE = LEASE
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for those that end
    for line in sys.stdin:
        database_url, telegram_url, when = line.split()
        born = os.fork()
        if born:
            os.write(1, f"{born}\n".encode())
            continue
        commits = Commits(fuse, when)
        for dialect in (SQLiteDialect_pysqlite, PGDialect_psycopg):
            commits.watch(dialect)
        try:
            asyncio.run(live(coach, database_url, telegram_url))
        # The border of the process.
        except BaseException:  # noqa: BLE001
            traceback.print_exc()
        os._exit(1)


if __name__ == "__main__":
    main(Fuse(Path(sys.argv[1])))
