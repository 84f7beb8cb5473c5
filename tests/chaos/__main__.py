"""The long tests: python -m tests.chaos [--trial NAME] [--kills N] [--way polling|webhook] ...

`sets`: while the bot is killed. `commits`: its process ends before and after every single commit of a talk. `signals`:
it is told to stop, twice, or told and killed. `wire`: its calls fail in every way. `outages`: its database is locked,
full, broken or away. `claims`: a wave of reminders while those who claim it are killed. `zones`: every zone's push on
every date of a year. `fuzz`, `strangers`, `hostile`, `flood`, `webhook`: fuzzed updates, a stranger's presses, hostile
names, one person's flood, an abused webhook. Prints a line per trial and ends with 1 when anything was lost, doubled,
out of order, unanswered, repeated without a reason, or given away.
"""

import argparse
import asyncio
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path

from bot.storage.database import SqlDatabase, open_database
from tests.chaos import abuse, claims, commits, flood, fuzz, hostile, outage, strangers, wire
from tests.chaos.ailments import AILMENTS, Ward
from tests.chaos.nursery import BORN
from tests.chaos.trial import SLOW, WHOLE, Ending, Plan, Report, run
from tests.domain.audit import TIMES, audit, zones
from tests.journeys.people import coach
from tests.postgres import Postgres, postgres

HEAD = "database    way      bots  ends   sets   lost  doubled  out of order  unanswered  answers twice  seconds"

STARTS = {"whole": WHOLE, "born": BORN}


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.chaos", description=__doc__)
    parser.add_argument("--kills", type=int, default=60, help="per trial (default: %(default)s)")
    parser.add_argument("--sets", type=int, default=34, help="reported per kill (default: %(default)s)")
    parser.add_argument("--way", choices=["polling", "webhook"], action="append", help="default: both")
    parser.add_argument("--database", choices=["sqlite", "postgresql"], action="append", help="default: both")
    parser.add_argument("--seed", type=int, default=int.from_bytes(os.urandom(3)), help="default: another each time")
    parser.add_argument("--start", choices=["whole", "born"], default="whole", help="born: see nursery.py")
    parser.add_argument("--seconds", type=float, default=30, help="of an outage (default: %(default)s)")
    parser.add_argument("--trial", choices=list(TRIALS), action="append", help="default: all")
    parser.add_argument("--reminders", type=int, default=6000, help="in a wave (default: %(default)s)")
    parser.add_argument("--updates", type=int, default=100_000, help="that are fuzzed (default: %(default)s)")
    parser.add_argument("--flood", type=int, default=10_000, help="messages of one person (default: %(default)s)")
    parser.add_argument("--year", type=int, default=2026, help="of the zones' clocks (default: %(default)s)")
    return parser.parse_args()


@contextmanager
def databases(kind: str) -> Iterator[Iterator[str]]:
    """URLs of new databases."""
    with tempfile.TemporaryDirectory() as folder, server_in(Path(folder), kind) as server:
        if server is None:
            yield (f"sqlite:///{folder}/{number}.db" for number in count())
        else:
            yield (server.create(f"chaos_{number}") for number in count())


@contextmanager
def server_in(folder: Path, kind: str) -> Iterator[Postgres | None]:
    if kind == "sqlite":
        yield None
        return
    server = postgres(folder)
    try:
        yield server
    finally:
        server.let_go()


def with_tables(url: str) -> str:
    made = open_database(url, connections=1)
    made.migrate()
    made.close()
    return url


def line(kind: str, plan: Plan, report: Report) -> str:
    found = report.findings
    return (
        f"{kind:<11} {plan.way:<8} {plan.processes:>4}  {report.kills:>5}  {report.reported:>5}  {found.lost:>4}  "
        f"{found.doubled:>7}  {found.out_of_order:>12}  {found.unanswered:>10}  "
        f"{report.repeats:>13}  {report.seconds:>7.0f}"
    )


def sets(asked: argparse.Namespace) -> bool:
    print(f"seed {asked.seed}", HEAD, sep="\n", flush=True)  # noqa: T201
    good = True
    for kind in asked.database or ["sqlite", "postgresql"]:
        with databases(kind) as urls:
            for way in asked.way or ["polling", "webhook"]:
                replicas = 2 if (kind, way) == ("postgresql", "webhook") else 1
                plan = Plan(next(urls), way, asked.kills, asked.sets, replicas, asked.seed, start=STARTS[asked.start])
                report = run(plan)
                good = good and report.good
                print(line(kind, plan, report), flush=True)  # noqa: T201
    return good


def signals(asked: argparse.Namespace) -> bool:
    print(f"seed {asked.seed}", HEAD, sep="\n", flush=True)  # noqa: T201
    good = True
    for kind in asked.database or ["sqlite", "postgresql"]:
        with databases(kind) as urls:
            for ending in (Ending.TERM, Ending.TERM_TWICE, Ending.TERM_THEN_KILL):
                way = "polling" if kind == "sqlite" else "webhook"
                plan = Plan(
                    next(urls), way, asked.kills // 3, asked.sets, 1, asked.seed, ending, [SLOW], STARTS[asked.start]
                )
                report = run(plan)
                good = good and report.good
                print(line(kind, plan, report), ending, sep="  ", flush=True)  # noqa: T201
    return good


def how_far(report: commits.Report) -> None:
    print(*report.differences[-3:], sep="\n", end="\n" if report.differences else "")  # noqa: T201
    print(f"... {report.ends} ends, {len(report.differences)} differences, {report.seconds:.0f} s", flush=True)  # noqa: T201


def every_commit(asked: argparse.Namespace) -> bool:
    good = True
    for kind in asked.database or ["sqlite", "postgresql"]:
        with databases(kind) as urls:
            points = ((commit, when) for commit in count(1) for when in commits.WHEN)
            report = commits.run(lambda urls=urls: with_tables(next(urls)), points, how_far)  # type: ignore[misc]
        print(*report.differences[:20], sep="\n", end="\n" if report.differences else "")  # noqa: T201
        print(  # noqa: T201
            f"{kind}: {report.ends} ends in {report.talks} talks: {len(report.differences)} differences, "
            f"{report.repeats} messages again, {report.seconds:.0f} s",
            flush=True,
        )
        good = good and report.good
    return good


def every_fault(asked: argparse.Namespace) -> bool:
    good = True
    with databases("sqlite") as urls:
        for kind, kills in [*((one, 0) for one in wire.ALONE), (wire.MIXED, 0), (wire.MIXED, asked.kills // 3)]:
            report = wire.run(next(urls), kind, wire.SETS, kills, asked.seed, STARTS[asked.start])
            good = good and report.good
            print(  # noqa: T201
                f"{kind:<14} {report.reported:>4} replies, {kills:>2} kills, {report.struck:>3} calls failed, "
                f"{report.ambiguous:>3} of them after all: {report.findings.unanswered} missing, "
                f"{report.refused} refused, {report.repeats} again, {report.seconds:.0f} s",
                "" if report.good else report,
                flush=True,
            )
    return good


def outages(asked: argparse.Namespace) -> bool:
    good = True
    for name in AILMENTS:
        kind = name.split("'")[0].split()[0].lower()
        if kind not in (asked.database or [kind]):
            continue
        with tempfile.TemporaryDirectory() as folder, server_in(Path(folder), kind) as server:
            url = with_tables(server.create("chaos") if server else f"sqlite:///{folder}/chaos.db")
            ward = Ward(url, Path(folder, "full"), server)
            report = outage.run(name, ward, asked.seconds, webhook=server is not None, start=STARTS[asked.start])
        good = good and report.good
        print(  # noqa: T201
            f"{name:<21} {report.seconds:.0f} s, {report.reported} sets: {report.findings.lost} lost, "
            f"{report.findings.doubled} doubled, {report.findings.unanswered} unanswered, {report.repeats} told twice, "
            f"{report.other} told of it, all answered {report.recovery:.1f} s after, {report.lines} lines of log",
            "" if report.good else report,
            flush=True,
        )
    return good


def wave(asked: argparse.Namespace) -> bool:
    with databases("postgresql") as urls:
        url = with_tables(next(urls))
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
        report = abuse.run(Path(folder))
    say(abuse.told(report), report.log)
    return report.good


TRIALS = {
    "sets": sets,
    "commits": every_commit,
    "signals": signals,
    "wire": every_fault,
    "outages": outages,
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
