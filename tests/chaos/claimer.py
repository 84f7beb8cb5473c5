"""How do claimers run here? As the coach's tick does, a few reminders in one transaction, until none is due.

`python -m tests.chaos.claimer DATABASE_URL NOW` reads the knowledge once and makes a process for every line on its
standard input. Each says with its number that it started, after each transaction that it committed, and how it ended.
"""

import asyncio
import os
import signal
import sys
import traceback
from collections.abc import Sequence
from datetime import datetime

from bot.app import build_coach
from bot.chat.respond import word_push
from bot.domain.athlete import Athlete
from bot.schedule import pushes
from bot.services.coach import Coach
from bot.services.ports import Work
from bot.services.push import pass_over, send_due
from bot.services.reminders import Reminder
from bot.settings import Settings
from bot.storage.database import open_database

AT_ONCE = 10


def say(word: str) -> None:
    """At once and whole, whoever else writes."""
    os.write(1, f"{os.getpid()} {word}\n".encode())


def claim(coach: Coach, url: str, now: datetime) -> None:
    database = open_database(url, connections=1)

    def push(work: Work, reminder: Reminder, athlete: Athlete, at: datetime) -> None:
        send_due(work, coach, lambda due: word_push(due, coach), reminder, athlete, at)

    def find(work: Work, at: datetime, limit: int) -> Sequence[tuple[Reminder, Athlete]]:
        return work.reminders.due(at, limit)

    every = pushes.Pushes(database, find, push, pass_over, lambda: now, on_commit=lambda _: say("committed"))
    asyncio.run(every.look())
    database.close()


def ended(coach: Coach, url: str, now: datetime) -> str:
    try:
        claim(coach, url, now)
    # The border of the process: whoever waits for it must hear of it.
    except Exception:  # noqa: BLE001
        traceback.print_exc()
        return "failed"
    return "done"


def main(url: str, now: datetime) -> None:
    pushes.AT_ONCE = AT_ONCE
    coach = build_coach(Settings(_env_file=None))
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for those that are killed
    for _ in sys.stdin:
        if os.fork() == 0:
            say("started")
            say(ended(coach, url, now))
            os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1], datetime.fromisoformat(sys.argv[2]))
