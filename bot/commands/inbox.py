"""Which messages could not be handled? Dead letters listed, read, and run again by the coach that is at work."""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import datetime, timedelta
from typing import TypeVar

import orjson

from bot.commands.serving import Subparsers
from bot.domain.errors import StorageUnavailable
from bot.services.dead_letters import DeadLetter, Replay
from bot.services.ports import Work
from bot.settings import load_settings

T = TypeVar("T")
MOST = 200
"""Listed at once: the oldest."""
HELP = "messages that could not be handled: list, read, or run them again"
MORE = """\
What people wrote is shown with --show only. A dead letter is kept for 7 days; its sender was told to send it again.
Run this while the coach runs, or before its next start: it takes up what is to run again within seconds, once, however
often it is asked for. On PostgreSQL from anywhere that reaches the database. On SQLite on the machine, or in the
container, that the coach runs in, as the same user; it waits up to 10 seconds for its turn to write."""
SAID = {
    Replay.WAITING: "is to run again; a coach at work takes it up within seconds",
    Replay.WAITS_ALREADY: "waits to be handled already, so nothing changed",
    Replay.HANDLED: "was handled meanwhile, or its sender deleted their data: it cannot run again",
    Replay.UNKNOWN: "is not there: never accepted, or deleted after 7 days",
}


def add(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser(
        "inbox", help=HELP, description=HELP, epilog=MORE, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("updates", type=int, nargs="*", metavar="UPDATE", help="numbers from the list (none: all)")
    parser.add_argument("--show", action="store_true", help="with what was written in them")
    parser.add_argument("--replay", action="store_true", help="run the named ones again")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    from bot.storage.engine import DatabaseRefused

    if args.replay and not args.updates:
        print("Name the updates that are to run again; python -m bot inbox lists them.", file=sys.stderr)
        return 2
    try:
        return _replay(args.updates) if args.replay else _list(args.updates, show=args.show)
    except (StorageUnavailable, DatabaseRefused) as trouble:
        print(f"The database cannot be used: {trouble}.", file=sys.stderr)
        return 1


def _list(updates: Sequence[int], *, show: bool) -> int:
    from bot.app import clock

    found = _in_database(lambda work: _letters(work, updates))
    for letter in found:
        print("\n".join(_told(letter, clock(), show=show)))
    missing = sorted(set(updates) - {letter.update for letter in found})
    for update in missing:
        print(f"{update} is no dead letter.", file=sys.stderr)
    if not found and not updates:
        print("No dead letters: every message was handled, or waits to be.")
    return 1 if missing else 0


def _letters(work: Work, updates: Sequence[int]) -> Sequence[DeadLetter]:
    if not updates:
        return work.dead_letters.list(MOST)
    return [letter for update in updates if (letter := work.dead_letters.get(update)) is not None]


def _told(letter: DeadLetter, now: datetime, *, show: bool) -> Iterator[str]:
    yield f"{letter.update}  chat {letter.chat}  {_age(now - letter.received_at)} ago  {letter.kind}  {letter.fault}"
    if show:
        yield _readable(letter.body)


def _age(age: timedelta) -> str:
    minutes = max(int(age.total_seconds()) // 60, 0)
    days, hours = minutes // 1440, minutes // 60
    return f"{days} d" if days else f"{hours} h" if hours else f"{minutes} min"


def _readable(body: bytes) -> str:
    """Nothing in it may move the cursor: JSON spells control characters out."""
    try:
        return orjson.dumps(orjson.loads(body), option=orjson.OPT_INDENT_2).decode()
    except (ValueError, TypeError):
        return ascii(body.decode("utf-8", "replace"))


def _replay(updates: Sequence[int]) -> int:
    found = _in_database(lambda work: {update: work.dead_letters.replay(update) for update in updates})
    for update, became in found.items():
        print(f"{update} {SAID[became]}.", file=sys.stdout if became is Replay.WAITING else sys.stderr)
    return 0 if set(found.values()) == {Replay.WAITING} else 1


def _in_database(job: Callable[[Work], T]) -> T:
    from bot.storage.database import open_database

    with closing(open_database(load_settings().database_url.get_secret_value(), connections=1)) as database:
        database.migrate()
        return database.run_now(job)
