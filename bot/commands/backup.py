"""How is everything kept copied while the coach runs? A checked file, SQLite or PostgreSQL, named by its time."""

import argparse
import sys
from pathlib import Path

from bot.commands.serving import Subparsers
from bot.domain.errors import StorageUnavailable
from bot.settings import load_settings

HELP = "copy the database to a file while the coach runs, and check the copy"
FOLDER = Path("backups")


def add(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser("backup", help=HELP, description=HELP)
    parser.add_argument(
        "place",
        type=Path,
        nargs="?",
        default=FOLDER,
        metavar="PLACE",
        help="a new file, or a folder in which it gets a name by its time (default: %(default)s, made where missing)",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    from bot.storage.backup import back_up, ending
    from bot.storage.engine import DatabaseRefused

    try:
        url = load_settings().database_url.get_secret_value()
        file = _file(args.place, ending(url))
        back_up(url, file)
    except (StorageUnavailable, DatabaseRefused) as trouble:
        print(f"No backup was made: {trouble}.", file=sys.stderr)
        return 1
    except OSError as refusal:
        print(f"No backup was made: {args.place} cannot be made ({refusal.strerror}).", file=sys.stderr)
        return 1
    print(f"{file}: {file.stat().st_size:,} bytes, checked")
    return 0


def _file(place: Path, ending: str) -> Path:
    from bot.app import clock

    if place == FOLDER:
        place.mkdir(mode=0o700, exist_ok=True)
    return place / f"backcoach-{clock():%Y%m%dT%H%M%SZ}.{ending}" if place.is_dir() else place
