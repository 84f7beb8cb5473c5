"""How does an operator bring a lifter's history along? `python -m bot import FILE --athlete ID`: all, or nothing."""

import argparse
import sys
from contextlib import closing
from pathlib import Path

from bot.coaching.importing.matching import ExerciseMatcher
from bot.coaching.importing.shapes import Answers, Ask, DateOrder, FileRefused
from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.knowledge.faults import KnowledgeFault
from bot.commands.serving import Subparsers
from bot.domain.errors import StorageUnavailable
from bot.domain.units import Unit
from bot.services.import_sets import Preview, import_sets, preview
from bot.services.imports import Import
from bot.services.ports import Work
from bot.services.prepare_import import prepare
from bot.settings import Settings, load_settings

OPTIONS = {
    Ask.UNIT: "The file does not say whether its weights are kg or lb: say it with --unit kg or --unit lb.",
    Ask.DATE_ORDER: "Its dates can be read two ways: say it with --dates day-first or --dates month-first.",
}


def add(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser("import", help="bring a lifter's history along, from Strong, Hevy or FitNotes")
    parser.add_argument("file", type=Path, metavar="FILE", help="the CSV that the other app exports")
    parser.add_argument("--athlete", type=int, required=True, metavar="ID", help="their Telegram id")
    parser.add_argument("--unit", choices=[unit.value for unit in Unit], help="where the file does not say it")
    parser.add_argument("--dates", choices=[order.value for order in DateOrder], help="where it can be read two ways")
    parser.add_argument("--dry-run", action="store_true", help="only show what it would bring")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    from bot.storage.engine import DatabaseRefused

    try:
        return _import(load_settings(), args)
    except (StorageUnavailable, DatabaseRefused) as trouble:
        print(f"The database cannot be used: {trouble}. Nothing was imported.", file=sys.stderr)
    except KnowledgeFault as fault:
        print(fault, file=sys.stderr)
    except FileRefused as refused:
        print(f"{refused} Nothing was imported.", file=sys.stderr)
    except OSError as trouble:
        print(f"{args.file} cannot be read: {trouble.strerror or trouble}. Nothing was imported.", file=sys.stderr)
    return 1


def _import(settings: Settings, args: argparse.Namespace) -> int:
    from bot.app import clock
    from bot.coaching.importing.decoding import read_at_most
    from bot.coaching.knowledge.load import load
    from bot.coaching.language.language import load_language
    from bot.storage.database import open_database

    knowledge = load(settings.knowledge_dir)
    matcher = ExerciseMatcher(knowledge, load_language(settings.language_folder, knowledge).words.spellings)
    now = clock()
    answers = Answers(Unit(args.unit) if args.unit else None, DateOrder(args.dates) if args.dates else None)
    with args.file.open("rb") as file:
        prepared = prepare(matcher, read_at_most(file), now.date(), answers)
    if prepared.asks:
        print("\n".join(OPTIONS[ask] for ask in prepared.asks), file=sys.stderr)
        return 2

    def keep(work: Work) -> tuple[Preview, Import | None] | None:
        athlete = work.athletes.find(args.athlete)
        if athlete is None:
            return None
        if args.dry_run:
            return preview(work, athlete, prepared), None
        return import_sets(work, athlete, prepared, now)

    with closing(open_database(settings.database_url.get_secret_value(), connections=1)) as database:
        database.migrate()
        found = database.run_now(keep)
    if found is None:
        print(f"No athlete with the Telegram id {args.athlete} is known here. Nothing was imported.", file=sys.stderr)
        return 1
    print("\n".join(_told(*found, knowledge, dry=args.dry_run)))
    return 0


def _told(shown: Preview, kept: Import | None, knowledge: Knowledge, *, dry: bool) -> list[str]:
    from bot.chat.views.imports import contents, left_out

    lines = [*contents(shown, knowledge), *left_out(shown)]
    if dry:
        return [*lines, "Nothing was imported: that was a dry run."]
    return [*lines, f"Imported: {kept.sets:,} sets." if kept else "Imported: 0 sets, there was nothing new to keep."]
