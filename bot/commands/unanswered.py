"""What did lifters ask that had no right answer? Clustered and counted for the maintainer, and told once it has one."""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from typing import TypeVar

from bot.coaching.knowledge.faults import KnowledgeFault
from bot.commands.serving import Subparsers
from bot.domain.errors import StorageUnavailable
from bot.services.open_questions import Why
from bot.services.ports import Work
from bot.services.unanswered import Asked, alike, answerable, tell_askers
from bot.settings import Settings, load_settings

WORDINGS = 4
"""Other wordings shown below the first of a cluster."""
T = TypeVar("T")


def add(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser("unanswered", help="questions that had no right answer, clustered, with counts")
    parser.add_argument("--tell", action="store_true", help="answer those that can be answered by now, and close them")
    parser.add_argument(
        "--close", type=int, metavar="N", help="close the cluster listed as N: it is not to be answered"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    from bot.storage.engine import DatabaseRefused

    try:
        settings = load_settings()
        if args.tell:
            return _tell(settings)
        found = alike(_in_database(settings, lambda work: work.open_questions.open()))
        return _close(settings, found, args.close) if args.close is not None else _show(found)
    except KnowledgeFault as fault:
        print(fault, file=sys.stderr)
    except (StorageUnavailable, DatabaseRefused) as trouble:
        print(f"The database cannot be used: {trouble}.", file=sys.stderr)
    return 1


def _show(found: Sequence[Asked]) -> int:
    if not found:
        print("Nothing is open: every question had an answer.")
    for asked in found:
        print("\n".join(_told(asked)))
    return 0


def _told(asked: Asked) -> Iterator[str]:
    example, questions = asked.cluster.example, asked.questions
    wrong = sum(one.why is Why.WRONG for one in questions)
    said_wrong = f", {wrong} said to be answered wrongly" if wrong else ""
    yield f"{asked.id:5}  {len(questions)} ×{said_wrong}  {example}"
    others = dict.fromkeys(one.text for one in questions if one.text != example)
    yield from (f"        {text}" for text in list(others)[:WORDINGS])
    readings = Counter(one.reading for one in questions if one.reading)
    if readings:
        yield f"        taken for: {', '.join(f'{reading} ({times})' for reading, times in readings.most_common())}"


def _close(settings: Settings, found: Sequence[Asked], number: int) -> int:
    asked = next((one for one in found if one.id == number), None)
    if asked is None:
        print(f"There is no cluster {number}; python -m bot unanswered lists them.", file=sys.stderr)
        return 1
    ids = [one.id for one in asked.questions]
    print(f"Closed: {_in_database(settings, lambda work: work.open_questions.close(ids))} question(s).")
    return 0


def _tell(settings: Settings) -> int:
    from bot.app import build_coach, clock
    from bot.chat.respond import word_late

    found = _in_database(settings, lambda work: work.open_questions.open())
    late = answerable(build_coach(settings), found)
    told = _in_database(settings, lambda work: tell_askers(work, late, word_late, clock()))
    for one in late:
        print(f"  {one.question.text}  ->  {one.answer.title or one.answer.entry}")
    print(f"{told} answer(s) are on their way; a running coach sends them within seconds.")
    return 0


def _in_database(settings: Settings, job: Callable[[Work], T]) -> T:
    from bot.storage.database import open_database

    with closing(open_database(settings.database_url.get_secret_value(), connections=1)) as database:
        database.migrate()
        return database.run_now(job)
