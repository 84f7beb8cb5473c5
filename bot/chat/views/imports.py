"""What is said of a file from another tracker: what is in it, what is left out and why, and what became of it?"""

from collections.abc import Iterator, Sequence

from bot.chat.buttons.of_files import DropFile, ImportFile, OrderOfFile, UndoImport, UnitOfFile
from bot.chat.buttons.of_log import ShowHistory
from bot.chat.markup import Html, bold, line, lines
from bot.chat.reply import Button, Place, Reply, Rows, row, rows
from bot.chat.views.sets import counted, counted_apart, exercise_name
from bot.coaching.importing.decoding import TOO_BIG
from bot.coaching.importing.shapes import Ask, DateOrder, Reason
from bot.coaching.knowledge.catalog import Knowledge
from bot.domain.units import Unit
from bot.services.import_sets import Preview
from bot.services.imports import Import
from bot.services.prepare_import import Prepared
from bot.services.uploads import Upload

SCREEN = "import"
"""The name under which a chat remembers the message about its file."""
NAMED = 6
"""Exercises that are named; of the others it is said how many they are."""


def contents(shown: Preview, knowledge: Knowledge) -> Iterator[str]:
    """The numbers first, then the exercises."""
    days = f"{shown.first:%d %b %Y}" + (f" to {shown.last:%d %b %Y}" if shown.last > shown.first else "")
    new = counted_apart(shown.sets, shown.warmups, "new set")
    yield f"{shown.app}: {new} in {counted(shown.workouts, 'session')}, {days}"
    if shown.known:
        yield f"{counted(shown.known, 'set')} known from before{_changed(shown)}"
    if shown.matched:
        yield f"{counted(len(shown.matched), 'lift')} I coach: {_some(shown.matched, knowledge)}"
    if shown.own:
        yield f"{len(shown.own):,} I don't coach, kept as your own: {_some(shown.own, knowledge)}"


def _changed(shown: Preview) -> str:
    return f", {shown.changed:,} otherwise in your log, which stays as it is" if shown.changed else ""


def left_out(shown: Preview) -> Iterator[str]:
    for reason, found in shown.left_out.items():
        yield f"Left out: {counted(len(found), 'row')}, {reason.value}{_where(reason, found)}"


def _where(reason: Reason, found: Sequence[int]) -> str:
    """Which lines to look at; of pauses nobody wants to know."""
    if reason in (Reason.REST_TIMER, Reason.HEADINGS):
        return ""
    first = ", ".join(map(str, sorted(found)[:3]))
    return f" (line{'s' if len(found) > 1 else ''} {first}{' …' if len(found) > len('123') else ''})"


def _some(names: Sequence[str], knowledge: Knowledge) -> str:
    said = ", ".join(exercise_name(knowledge, name) for name in names[:NAMED])
    return f"{said} and {len(names) - NAMED} more" if len(names) > NAMED else said


def reading(name: str, *, again: bool = False) -> Reply:
    where = Place.PRESSED if again else Place.NEW
    return Reply(line("Reading ", bold(name or "your file"), " …"), (), where, SCREEN)


def at_work(name: str) -> Reply:
    return Reply(line("Importing ", bold(name or "your file"), " …"), (), Place.PRESSED, SCREEN)


def asked(upload: int, found: Prepared) -> Reply:
    """One question at a time; nothing is kept before."""
    drop = row(Button("Cancel", DropFile(upload)))
    if Ask.DATE_ORDER in found.asks:
        question = "What does 03/04 mean in that file? Nothing is imported yet."
        text = lines(bold("Its dates can be read two ways."), question)
        days = Button("3 April", OrderOfFile(upload, DateOrder.DAY_FIRST.value))
        months = Button("4 March", OrderOfFile(upload, DateOrder.MONTH_FIRST.value))
        return _screen(text, rows(row(days, months), drop))
    text = lines(bold(f"{found.app} does not say the unit."), "Are its weights kg or lb? Nothing is imported yet.")
    units = row(*(Button(unit.value, UnitOfFile(upload, unit.value)) for unit in Unit))
    return _screen(text, rows(units, drop))


def previewed(upload: Upload, shown: Preview, knowledge: Knowledge) -> Reply:
    first, *more = contents(shown, knowledge)
    text = lines(bold(first), *more, *left_out(shown), "Nothing is imported yet.")
    keep = Button(f"Import {counted_apart(shown.sets, shown.warmups)}", ImportFile(upload.id, upload.look))
    return _screen(text, rows(row(Button("Cancel", DropFile(upload.id))), row(keep)))


def imported(done: Import, warmups: int, unit: Unit | None) -> Reply:
    """`warmups`: so many of its sets; `unit`: the one that a bare number is in from now on."""
    text = lines(
        line("✓ ", bold(f"{counted_apart(done.sets, warmups)} imported"), f" from {done.app}."),
        "They count as your last time and your bests from now on.",
        f"Your weights are in {unit}, so that is what a bare number is; /settings changes it." if unit else None,
    )
    return _screen(text, rows(row(Button("Undo", UndoImport(done.entry)), Button("History", ShowHistory()))))


def nothing_new(shown: Preview) -> Reply:
    """Rows may be left out for want of room."""
    known = f"{counted(shown.known, 'set')} known from before{_changed(shown)}."
    text = lines(bold("Nothing new in that file."), *([known] if shown.known else ()), *left_out(shown))
    return _screen(text, rows(row(Button("History", ShowHistory()))))


def refused(sentence: str) -> Reply:
    return _screen(lines(sentence, "Nothing was imported."), ())


def unfetched() -> Reply:
    return _screen(Html("I could not get that file from Telegram. Nothing was imported; please send it again."), ())


def too_big() -> Reply:
    return Reply(lines(TOO_BIG, "Nothing was imported."))


def dropped() -> Reply:
    return Reply(Html("Dropped. Nothing was imported."), (), Place.PRESSED)


def import_undone(done: Import, warmups: int) -> Reply:
    text = lines(
        bold(f"Taken back: {'all ' if done.sets > 1 else ''}{counted_apart(done.sets, warmups)} from {done.app}."),
        "Send the file again if you want them after all.",
    )
    return Reply(text)


def _screen(text: Html, buttons: Rows) -> Reply:
    """In place of what was said of the file before."""
    return Reply(text, buttons, Place.SCREEN, SCREEN)
