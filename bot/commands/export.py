"""How does an operator give a person their data? Everything kept about one athlete as JSON, or their sets as CSV."""

import argparse
import json
import sys
from collections.abc import Callable
from contextlib import closing

from bot.coaching.knowledge.faults import KnowledgeFault
from bot.commands.serving import Subparsers
from bot.domain.athlete import Athlete
from bot.domain.errors import StorageUnavailable
from bot.services.export_sets import export_sets
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
        found = _exported(load_settings(), args.athlete, csv=args.csv)
    except (StorageUnavailable, DatabaseRefused) as trouble:
        print(f"The database cannot be used: {trouble}.", file=sys.stderr)
        return 1
    except KnowledgeFault as fault:
        print(fault, file=sys.stderr)
        return 1
    if found is None:
        print(f"No athlete with the Telegram id {args.athlete} is known here.", file=sys.stderr)
        return 1
    sys.stdout.write(f"{found}\n")
    return 0


def _exported(settings: Settings, telegram_id: int, *, csv: bool) -> str | None:
    from bot.storage.database import open_database

    told = _csv(settings) if csv else _everything
    with closing(open_database(settings.database_url.get_secret_value(), connections=1)) as database:
        database.migrate()
        return database.run_now(lambda work: _of(work, telegram_id, told))


def _of(work: Work, telegram_id: int, told: Callable[[Work, Athlete], str]) -> str | None:
    athlete = work.athletes.find(telegram_id)
    return None if athlete is None else told(work, athlete)


def _everything(work: Work, athlete: Athlete) -> str:
    return json.dumps(work.athletes.everything(athlete.id), ensure_ascii=False, indent=1)


def _csv(settings: Settings) -> Callable[[Work, Athlete], str]:
    """Reads what names the exercises."""
    from bot.coaching.importing.matching import ExerciseMatcher
    from bot.coaching.knowledge.load import load
    from bot.coaching.language.language import load_language

    knowledge = load(settings.knowledge_dir)
    matcher = ExerciseMatcher(knowledge, load_language(settings.language_folder, knowledge).words.spellings)
    return lambda work, athlete: export_sets(work, athlete, knowledge, matcher).decode().removesuffix("\n")
