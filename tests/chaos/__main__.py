"""The long crash test: python -m tests.chaos [--kills N] [--way polling|webhook] [--database sqlite|postgresql] ...

Prints a line per trial and ends with 1 when anything was lost, doubled, out of order or left unanswered.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.chaos.trial import Plan, Report, run
from tests.postgres import postgres

HEAD = "database    way      bots  kills  sets   lost  doubled  out of order  unanswered  answers twice  seconds"


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.chaos", description=__doc__)
    parser.add_argument("--kills", type=int, default=60, help="per trial (default: %(default)s)")
    parser.add_argument("--sets", type=int, default=60, help="reported per kill (default: %(default)s)")
    parser.add_argument("--way", choices=["polling", "webhook"], action="append", help="default: both")
    parser.add_argument("--database", choices=["sqlite", "postgresql"], action="append", help="default: both")
    parser.add_argument("--seed", type=int, default=int.from_bytes(os.urandom(3)), help="default: another each time")
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


def main() -> int:
    asked = arguments()
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
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
