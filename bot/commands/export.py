"""How does an operator give a person their data? Everything kept about one athlete as JSON, or their sets as CSV."""

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from typing import BinaryIO

from bot.coaching.knowledge.faults import KnowledgeFault
from bot.commands.serving import Subparsers
from bot.domain.athlete import Athlete
from bot.domain.errors import StorageUnavailable
from bot.services.export_all import export_all
from bot.services.export_sets import HEADING, export_sets
from bot.services.ports import Work
from bot.settings import Settings, load_settings


def add(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser("export", help="everything kept about one athlete, as JSON")
    parser.add_argument("--csv", action="store_true", help="their sets alone, in the columns of Strong")
    parser.add_argument("--athlete", type=int, required=True, metavar="ID", help="their Telegram id")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    from bot.storage.engine import DatabaseRefused

    try:
        found = _export(load_settings(), args.athlete, sys.stdout.buffer, csv=args.csv)
    except (StorageUnavailable, DatabaseRefused) as trouble:
        print(f"The database cannot be used: {trouble}.", file=sys.stderr)
        return 1
    except KnowledgeFault as fault:
        print(fault, file=sys.stderr)
        return 1
    if not found:
        print(f"No athlete with the Telegram id {args.athlete} is known here.", file=sys.stderr)
        return 1
    return 0


def _export(settings: Settings, telegram_id: int, out: BinaryIO, *, csv: bool) -> bool:
    """Written as it is read, beside a bot that is running; False where nobody has that id."""
    from bot.storage.database import open_database

    told = _csv(settings) if csv else export_all

    def write(work: Work) -> bool:
        athlete = work.athletes.find(telegram_id)
        if athlete is not None:
            out.writelines(told(work, athlete))
            out.flush()
        return athlete is not None

    with closing(open_database(settings.database_url.get_secret_value(), connections=1)) as database:
        database.migrate()
        return database.read_now(write)


def _csv(settings: Settings) -> Callable[[Work, Athlete], Iterable[bytes]]:
    """Reads what names the exercises."""
    from bot.coaching.importing.matching import ExerciseMatcher
    from bot.coaching.knowledge.load import load
    from bot.coaching.language.language import load_language

    knowledge = load(settings.knowledge_dir)
    matcher = ExerciseMatcher(knowledge, load_language(settings.language_folder, knowledge).words.spellings)

    def lines(work: Work, athlete: Athlete) -> Iterator[bytes]:
        yield HEADING.encode()
        for _, line in export_sets(work, athlete, knowledge, matcher):
            yield line.encode()

    return lines
