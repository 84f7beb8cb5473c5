"""How does an operator give a person their data? Everything kept about one athlete, as JSON."""

import argparse
import json
import sys
from collections.abc import Mapping

from bot.commands.serving import Subparsers
from bot.services.ports import Work
from bot.settings import load_settings


def add(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser("export", help="everything kept about one athlete, as JSON")
    parser.add_argument("--athlete", type=int, required=True, metavar="ID", help="their Telegram id")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    from bot.app import build_database

    database = build_database(load_settings())
    try:
        found = database.run_now(lambda work: _everything(work, args.athlete))
    finally:
        database.close()
    if found is None:
        print(f"No athlete with the Telegram id {args.athlete} is known here.", file=sys.stderr)
        return 1
    print(json.dumps(found, ensure_ascii=False, indent=1))
    return 0


def _everything(work: Work, telegram_id: int) -> Mapping[str, object] | None:
    athlete = work.athletes.find(telegram_id)
    return None if athlete is None else work.athletes.everything(athlete.id)
