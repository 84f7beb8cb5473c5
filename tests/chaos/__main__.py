"""The long tests: python -m tests.chaos [--trial sets|claims|zones|fuzz|strangers|...] [--kills N] ...

Sets while the bot is killed, a wave of reminders while those who claim it are killed, every zone's push on every date
of a year; fuzzed updates, a stranger's presses, hostile names, one person's flood and an abused webhook. Prints a line
per trial and ends with 1 when anything was lost, doubled, out of order, unanswered, refused or given away.
"""

import argparse
import asyncio
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from bot.storage.database import SqlDatabase, open_database
from tests.chaos import abuse, claims, flood, fuzz, hostile, strangers
from tests.chaos.trial import Plan, Report, run
from tests.domain.audit import TIMES, audit, zones
from tests.journeys.people import coach
from tests.postgres import postgres

HEAD = "database    way      bots  kills  sets   lost  doubled  out of order  unanswered  answers twice  seconds"


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.chaos", description=__doc__)
    parser.add_argument("--kills", type=int, default=60, help="per trial (default: %(default)s)")
    parser.add_argument("--sets", type=int, default=60, help="reported per kill (default: %(default)s)")
    parser.add_argument("--way", choices=["polling", "webhook"], action="append", help="default: both")
    parser.add_argument("--database", choices=["sqlite", "postgresql"], action="append", help="default: both")
    parser.add_argument("--seed", type=int, default=int.from_bytes(os.urandom(3)), help="default: another each time")
    parser.add_argument("--trial", choices=list(TRIALS), action="append", help="default: all")
    parser.add_argument("--reminders", type=int, default=6000, help="in a wave (default: %(default)s)")
    parser.add_argument("--updates", type=int, default=100_000, help="that are fuzzed (default: %(default)s)")
    parser.add_argument("--flood", type=int, default=10_000, help="messages of one person (default: %(default)s)")
    parser.add_argument("--year", type=int, default=2026, help="of the zones' clocks (default: %(default)s)")
    return parser.parse_args()


@contextmanager
def databases(kind: str) -> Iterator[Iterator[str]]:
    """URLs of new databases."""
    with tempfile.TemporaryDirectory() as folder:
        if kind == "sqlite":
            yield (f"sqlite:///{folder}/{number}.db" for number in range(100))
            return
        server = postgres(Path(folder))
        yield (server.create(f"chaos_{number}") for number in range(100))
        server.let_go()


def line(kind: str, plan: Plan, report: Report) -> str:
    found = report.findings
    return (
        f"{kind:<11} {plan.way:<8} {plan.processes:>4}  {report.kills:>5}  {report.reported:>5}  {found.lost:>4}  "
        f"{found.doubled:>7}  {found.out_of_order:>12}  {found.unanswered:>10}  "
        f"{report.answers - report.reported + found.unanswered:>13}  {report.seconds:>7.0f}"
    )


def sets(asked: argparse.Namespace) -> bool:
    print(f"seed {asked.seed}", HEAD, sep="\n", flush=True)  # noqa: T201
    good = True
    for kind in asked.database or ["sqlite", "postgresql"]:
        with databases(kind) as urls:
            for way in asked.way or ["polling", "webhook"]:
                replicas = 2 if (kind, way) == ("postgresql", "webhook") else 1
                plan = Plan(next(urls), way, asked.kills, asked.sets, replicas, asked.seed)
                report = run(plan)
                good = good and report.good
                print(line(kind, plan, report), flush=True)  # noqa: T201
    return good


def wave(asked: argparse.Namespace) -> bool:
    with databases("postgresql") as urls:
        url = next(urls)
        made = open_database(url, connections=1)
        made.migrate()
        made.close()
        report = claims.run(url, asked.reminders, asked.kills, asked.seed)
    print(  # noqa: T201
        f"{report.reminders} reminders, {claims.CLAIMERS} claimers, {report.kills} kills: {report.lost} lost, "
        f"{report.doubled} doubled, {report.still_due} still due, {report.seconds:.0f} s",
        flush=True,
    )
    return report.good


def every_zone(asked: argparse.Namespace) -> bool:
    report = audit(zones(), asked.year, around_changes=False)
    print(*report.faults[:20], sep="\n", end="\n" if report.faults else "")  # noqa: T201
    print(  # noqa: T201
        f"{report.zones} zones of {report.kinds} kinds × {len(TIMES)} times, every date of {asked.year}: "
        f"{report.cases} pushes, {len(report.faults)} wrong",
        flush=True,
    )
    return not report.faults


def say(told: str, wrong: Sequence[str] = ()) -> None:
    print(told, *wrong[:20], sep="\n", flush=True)  # noqa: T201


@contextmanager
def new_database() -> Iterator[SqlDatabase]:
    with databases("sqlite") as urls, closing(open_database(next(urls))) as database:
        database.migrate()
        yield database


def fuzzed(asked: argparse.Namespace) -> bool:
    with new_database() as database:
        report = asyncio.run(fuzz.run(database, coach(), asked.updates, asked.seed))
    say(fuzz.told(report), report.wrong)
    return report.good


def stranger(asked: argparse.Namespace) -> bool:
    with new_database() as database:
        report = asyncio.run(strangers.run(database, coach(), asked.seed, most=1000))
    say(strangers.told(report), (*report.read, *report.changed, *report.wrong))
    return report.good


def hostile_words(_: argparse.Namespace) -> bool:
    with new_database() as database:
        report = asyncio.run(hostile.run(database, coach()))
    say(hostile.told(report), report.wrong)
    return report.good


def floods(asked: argparse.Namespace) -> bool:
    reports = []
    for way, limits in (("polling", False), ("polling", True), ("webhook", False)):
        with tempfile.TemporaryDirectory() as folder:
            reports.append(flood.run(Path(folder) / "flood.db", asked.flood, way, limits=limits))
        say(flood.told(reports[-1:]))
    return all(one.good for one in reports)


def abused(_: argparse.Namespace) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        report = abuse.run(Path(folder) / "abuse.db")
    say(abuse.told(report))
    return report.good


TRIALS = {
    "sets": sets,
    "claims": wave,
    "zones": every_zone,
    "fuzz": fuzzed,
    "strangers": stranger,
    "hostile": hostile_words,
    "flood": floods,
    "webhook": abused,
}


def main() -> int:
    asked = arguments()
    held = [TRIALS[trial](asked) for trial in asked.trial or TRIALS]
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
