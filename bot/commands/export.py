"""How does an operator give a person their data? Everything kept about one athlete, as JSON."""

import argparse
import json
import sys
from collections.abc import Mapping
from contextlib import closing

from bot.commands.serving import Subparsers
from bot.domain.errors import StorageUnavailable
from bot.services.ports import Work
from bot.settings import Settings, load_settings


def add(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser("export", help="everything kept about one athlete, as JSON")
    parser.add_argument("--athlete", type=int, required=True, metavar="ID", help="their Telegram id")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    from bot.storage.engine import DatabaseRefused

    try:
        found = _exported(load_settings(), args.athlete)
    except (StorageUnavailable, DatabaseRefused) as trouble:
        print(f"The database cannot be used: {trouble}.", file=sys.stderr)
        return 1
    if found is None:
        print(f"No athlete with the Telegram id {args.athlete} is known here.", file=sys.stderr)
        return 1
    print(json.dumps(found, ensure_ascii=False, indent=1))
    return 0


def _exported(settings: Settings, telegram_id: int) -> Mapping[str, object] | None:
    from bot.storage.database import open_database

    with closing(open_database(settings.database_url.get_secret_value(), connections=1)) as database:
        database.migrate()
        return database.run_now(lambda work: _everything(work, telegram_id))


def _everything(work: Work, telegram_id: int) -> Mapping[str, object] | None:
    athlete = work.athletes.find(telegram_id)
    return None if athlete is None else work.athletes.everything(athlete.id)
