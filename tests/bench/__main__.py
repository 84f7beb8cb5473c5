"""Side by side, in interleaved rounds: stock bots that echo, and the coach. python -m tests.bench [--help]"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from tests.bench import loads, pictures, understanding, wave
from tests.bench.history import PEOPLE, fill
from tests.bench.measure import Figures, Subject, middle
from tests.bench.start import start
from tests.bench.table import MUST_REACH, judge, table
from tests.postgres import postgres

STOCK = "stock echo"
WAVE = "wave"
PICTURES = "pictures"
MANY_PEOPLE = tuple(range(5001, 5051))
BESIDE_A_SESSION = tuple(range(6001, 6051))
"""People who log without a session open: one message, one reply, as the echo bots have it."""
IN_A_SESSION = tuple(range(7001, 7251))
"""Enough of them that a session holds as many sets as a real one; each set is confirmed, and its card edited."""


@dataclass(slots=True)
class Contender:
    """One line of the table: a bot, what is said to it, and what came out in each round."""

    name: str
    subject: str
    load: loads.Load
    people: Sequence[int] = MANY_PEOPLE
    rounds: list[Figures] = field(default_factory=list)

    @property
    def figures(self) -> Figures:
        return middle(self.rounds)


CONTENDERS = {
    "echo": [
        Contender(STOCK, "stock", loads.echoes),
        Contender("aiogram echo", "aiogram", loads.echoes),
        Contender("coach's delivery, durable echo", "delivery", loads.echoes),
    ],
    "sqlite": [
        Contender("coach: questions", "sqlite", loads.questions),
        Contender("coach: questions, each a new one", "sqlite", loads.new_questions),
        Contender("coach: sets", "sqlite", loads.sets, BESIDE_A_SESSION),
        Contender("coach: sets in a session", "sqlite", loads.sets_in_a_session, IN_A_SESSION),
        Contender("coach: /workout", "sqlite", loads.cards),
    ],
    "postgresql": [
        Contender("coach on PostgreSQL: questions", "postgresql", loads.questions),
        Contender("coach on PostgreSQL: sets", "postgresql", loads.sets, BESIDE_A_SESSION),
        Contender("coach on PostgreSQL: /workout", "postgresql", loads.cards),
    ],
    "history": [
        Contender("coach, 10 k sets stored: sets", "10k", loads.sets, PEOPLE),
        Contender("coach, 1 M sets stored: sets", "1M", loads.sets, PEOPLE),
        Contender("coach, 10 k sets stored: /workout", "10k", loads.cards, PEOPLE),
        Contender("coach, 1 M sets stored: /workout", "1M", loads.cards, PEOPLE),
    ],
}


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__, epilog=MUST_REACH)
    parser.add_argument("--part", choices=[*CONTENDERS, WAVE, PICTURES], action="append", help="default: all")
    parser.add_argument("--rounds", type=int, default=5, help="interleaved; the median counts (default: %(default)s)")
    parser.add_argument("--messages", type=int, default=1000, help="waiting in each round (default: %(default)s)")
    parser.add_argument("--reminders", type=int, default=10_000, help="due at once (default: %(default)s)")
    parser.add_argument("--rate", type=float, default=100, help="reminders a second (default: %(default)s)")
    return parser.parse_args()


@contextmanager
def database_urls() -> Iterator[dict[str, str]]:
    """Where each kind of coach keeps its things; PostgreSQL with its commits durable."""
    with tempfile.TemporaryDirectory() as folder:
        yield {name: f"sqlite:///{folder}/{name}.db" for name in ("sqlite", "delivery", "10k", "1M")} | {
            "folder": folder
        }


def prepare(stack: ExitStack, subjects: Sequence[str]) -> dict[str, Subject]:
    """Fill what is to be full, start everybody."""
    urls = stack.enter_context(database_urls())
    for name, sets in (("10k", 10_000), ("1M", 1_000_000)):
        if name in subjects:
            fill(urls[name], sets)
    if "postgresql" in subjects:
        server = postgres(Path(urls["folder"]), settings={})
        stack.callback(server.let_go)
        urls["postgresql"] = server.create("bench")
    return {name: stack.enter_context(start(name, urls.get(name))) for name in subjects}


def run(contenders: Sequence[Contender], subjects: dict[str, Subject], rounds: int, messages: int) -> None:
    for turn in range(-1, rounds):  # the first warms up and does not count
        for one in contenders:
            subject = subjects[one.subject]
            figures = subject.burst(one.load(messages if turn >= 0 else messages // 4, one.people, turn + 1))
            alone = subject.one_by_one(one.load(20, one.people, turn + 100)) if turn == 0 else 0.0
            if turn >= 0:
                one.rounds.append(replace(figures, alone=alone or one.rounds[0].alone))
        print(".", end="", file=sys.stderr, flush=True)  # noqa: T201
    print(file=sys.stderr)  # noqa: T201


def main() -> int:
    asked = arguments()
    parts = asked.part or [*CONTENDERS, WAVE, PICTURES]
    verdicts = side_by_side(asked, parts) if set(parts) - {WAVE, PICTURES} else []
    if WAVE in parts:
        verdicts += waves(asked)
    if PICTURES in parts:
        drawn = pictures.measured()
        print(pictures.told(drawn))  # noqa: T201
        verdicts += pictures.judged(drawn)
    print(*(f"{'ok    ' if good else 'MISSED'}  {what}" for what, good in verdicts), sep="\n")  # noqa: T201
    return 0 if all(good for _, good in verdicts) else 1


def waves(asked: argparse.Namespace) -> list[tuple[str, bool]]:
    """One on each database, with nothing else going on."""
    print(wave.MUST_REACH)  # noqa: T201
    verdicts: list[tuple[str, bool]] = []
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        server = postgres(Path(folder), settings={})
        stack.callback(server.let_go)
        for name, url in (("SQLite", f"sqlite:///{folder}/wave.db"), ("PostgreSQL", server.create("wave"))):
            measured = wave.measured(name, url, asked.reminders, asked.rate)
            print(wave.told(measured))  # noqa: T201
            verdicts += wave.judged(measured)
    return verdicts


def side_by_side(asked: argparse.Namespace, parts: Sequence[str]) -> list[tuple[str, bool]]:
    contenders = [one for part in dict.fromkeys(["echo", *parts]) for one in CONTENDERS.get(part, ())]
    with ExitStack() as stack:
        subjects = prepare(stack, list(dict.fromkeys(one.subject for one in contenders)))
        run(contenders, subjects, asked.rounds, asked.messages)
        results = {one.name: one.figures for one in contenders}
        print(table(results, STOCK, asked.messages))  # noqa: T201
        for name, subject in subjects.items():
            print(f"{name:<12} memory {subject.memory():.0f} MB, first reply after {subject.first_reply:.2f} s")  # noqa: T201
        verdicts = judge(results, {name: (one.memory(), one.first_reply) for name, one in subjects.items()}, STOCK)
    cost = understanding.measured()
    print(understanding.told(cost))  # noqa: T201
    print(MUST_REACH)  # noqa: T201
    return [*verdicts, *understanding.judged(cost)]


if __name__ == "__main__":
    sys.exit(main())
