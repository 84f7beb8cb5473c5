"""How does a bot run here that ends at its n-th commit? As it is, but that its process goes right before it, or after.

`python -m tests.chaos.ender` reads the knowledge once. For each line on its standard input, "DATABASE_URL TELEGRAM_URL
N WHEN", it makes a process that is the bot, and writes its number. Only a transaction that wrote something counts.
"""

import asyncio
import logging
import os
import signal
import sys
import traceback
from typing import Any

from pydantic import SecretStr
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite

from bot.app import build_coach, running
from bot.services.coach import Coach
from bot.settings import Settings
from tests.processes import TOKEN

NEVER = 10**9
TICK = 0.5
ENDED = 9


class Commits:
    """Counts those that wrote; ends the process at the n-th, `before` it or after."""

    def __init__(self, end_at: int, when: str) -> None:
        self._end_at = end_at
        self._before = when == "before"
        self._made = 0
        self._changes: dict[int, int] = {}

    def watch(self, dialect: type[Any]) -> None:
        commit = dialect.do_commit

        def do_commit(own: Any, connection: Any) -> None:
            counts = self._wrote(connection)
            self._made += counts
            ends = counts and self._made == self._end_at
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


def main() -> None:
    logging.disable(logging.WARNING)
    coach = build_coach(Settings(_env_file=None))
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for those that end
    for line in sys.stdin:
        database_url, telegram_url, end_at, when = line.split()
        born = os.fork()
        if born:
            os.write(1, f"{born}\n".encode())
            continue
        commits = Commits(int(end_at), when)
        for dialect in (SQLiteDialect_pysqlite, PGDialect_psycopg):
            commits.watch(dialect)
        try:
            asyncio.run(live(coach, database_url, telegram_url))
        # The border of the process.
        except BaseException:  # noqa: BLE001
            traceback.print_exc()
        os._exit(1)


if __name__ == "__main__":
    main()
