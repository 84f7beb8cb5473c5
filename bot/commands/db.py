"""How are the tables looked after? `python -m bot db upgrade`, `current`, `backup FILE` and `downgrade REV`."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from bot.domain.errors import StorageUnavailable
from bot.settings import load_settings

HELP = "upgrade, inspect or back up the database"


def add(subparsers: Any) -> None:
    parser: ArgumentParser = subparsers.add_parser("db", help=HELP, description=HELP)
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    _action(actions, "upgrade", upgrade, "bring the tables to the newest revision (every start does this)")
    _action(actions, "current", current, "print the revision of the tables")
    backup_parser = _action(actions, "backup", backup, "write a checked copy to FILE, also while the coach runs")
    backup_parser.add_argument("file", type=Path, metavar="FILE", help="a file that does not exist yet")
    down_parser = _action(actions, "downgrade", downgrade, "go back to an older revision; what it lacks is lost")
    down_parser.add_argument("revision", metavar="REV", help="a revision, or base for no tables at all")
    parser.set_defaults(run=run)


def _action(actions: Any, name: str, do: Callable[[str, Namespace], str], explained: str) -> ArgumentParser:
    parser: ArgumentParser = actions.add_parser(name, help=explained, description=explained)
    parser.set_defaults(do=do)
    return parser


def run(args: Namespace) -> int:
    from bot.storage.engine import DatabaseRefused

    try:
        print(args.do(load_settings().database_url.get_secret_value(), args))
    except (StorageUnavailable, DatabaseRefused) as trouble:
        print(f"The database cannot be used: {trouble}.", file=sys.stderr)
        return 1
    return 0


def upgrade(url: str, args: Namespace) -> str:  # noqa: ARG001
    from bot.storage.database import open_database

    with closing(open_database(url, connections=1)) as database:
        database.migrate()
        return _described(database.revision())


def current(url: str, args: Namespace) -> str:  # noqa: ARG001
    from bot.storage.database import open_database

    with closing(open_database(url, connections=1)) as database:
        return _described(database.revision())


def downgrade(url: str, args: Namespace) -> str:
    from bot.storage.database import open_database

    with closing(open_database(url, connections=1)) as database:
        database.downgrade(args.revision)
        return _described(database.revision())


def backup(url: str, args: Namespace) -> str:
    from bot.storage.backup import back_up

    file: Path = args.file
    back_up(url, file)
    return f"{file}: {file.stat().st_size} bytes, checked"


def _described(revision: str | None) -> str:
    from bot.storage.migrate import HEAD

    if revision is None:
        return "no tables yet"
    return f"revision {revision}, " + ("the newest" if revision == HEAD else f"the newest is {HEAD}")
