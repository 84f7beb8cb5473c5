"""How does a coach at work look to a backup? A process that keeps one set after another until it is ended.

It prints how many are kept after every commit.
"""

import sys
from datetime import UTC, datetime
from decimal import Decimal

from bot.domain.training import DoneSet
from bot.domain.units import Load, Unit
from bot.services.messages import Person
from bot.services.ports import Work
from bot.storage.database import SqlDatabase, open_database

NOW = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)
LIFTER = Person(7001, "Ada")


def keep_one(work: Work) -> int:
    athlete, _ = work.athletes.meet(LIFTER, LIFTER.id, NOW)
    done = DoneSet("deadlift", reps=8, load=Load(Decimal("102.5"), Unit.KG))
    work.log.keep(athlete.id, [done], at=NOW, day=NOW.date())
    return work.history.count(athlete.id)


def kept(database: SqlDatabase) -> int:
    def count(work: Work) -> int:
        athlete = work.athletes.find(LIFTER.id)
        return 0 if athlete is None else work.history.count(athlete.id)

    return database.run_now(count)


def main(url: str) -> None:
    database = open_database(url, connections=1)
    while True:
        sys.stdout.write(f"{database.run_now(keep_one)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1])
