"""What is said of a body weight or a note? That it is kept, how it compares; and the lists of both."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from bot.chat.buttons.of_log import DeleteNote, ListNotes, ListRecords, ListWeights, UndoEntry
from bot.chat.markup import Html, bold, line, lines
from bot.chat.reply import Button, Place, Reply, row, rows
from bot.chat.views.dates import day_text
from bot.chat.views.history import opening
from bot.chat.views.sets import MINUS, exercise_name
from bot.coaching.knowledge.catalog import Knowledge
from bot.domain.logbook import Note, WeighIn
from bot.domain.units import plain
from bot.services.weigh import Weighed

FIRST = "The first one; pull-ups now count with it in /records."


def weighed(kept: Weighed, today: date) -> Reply:
    now = kept.weighed
    buttons = row(Button("Undo", UndoEntry(now.entry)), Button("All of them", ListWeights()))
    since = _since(now, kept.before, today) if kept.before else FIRST if kept.first else "The earliest in your log."
    on = "" if now.day == today else f", {day_text(now.day, today)}"
    return Reply(lines(line("✓ Body weight ", bold(now.weight), on), since), rows(buttons))


def _since(now: WeighIn, before: WeighIn, today: date) -> str:
    change = now.weight.amount - before.weight.to(now.weight.unit).amount
    when = "earlier today" if before.day == now.day == today else day_text(before.day, today)
    rounded = round(change, 1) or Decimal(0)
    if not rounded:
        return f"As {when}."
    return f"{'+' if change > 0 else MINUS}{plain(abs(rounded))} {now.weight.unit} since {when}."


def weights(found: Sequence[WeighIn], today: date, *, more: bool, first: bool) -> Reply:
    records = Button("‹ Records", ListRecords())
    if not found:
        text = "No body weight yet. Write one like “bw 82.5”." if first else "That is where your body weights begin."
        return Reply(Html(text), rows(row(records)), Place.PRESSED)
    text = lines(
        bold("Body weight"),
        *(line(opening(day_text(one.day, today)), "  ", bold(one.weight)) for one in found),
    )
    newest = None if first else Button("Newest", ListWeights())
    older = Button("Older", ListWeights(found[-1].id)) if more else None
    take_back = Button(f"Delete {found[0].weight}", UndoEntry(found[0].entry)) if first else None
    return Reply(text, rows(row(newest, older), row(take_back, records)), Place.PRESSED)


def noted(note: Note, knowledge: Knowledge) -> Reply:
    text = lines(
        line("✓ Noted, ", bold(exercise_name(knowledge, note.exercise)), ":"),
        note.text,
        "It comes back on the card with that lift.",
    )
    return Reply(text, rows(row(Button("Undo", UndoEntry(note.entry)), Button("All notes", ListNotes()))))


def notes(found: Sequence[Note], knowledge: Knowledge, today: date, *, more: bool, first: bool, place: Place) -> Reply:
    if not found:
        newest = None if first else row(Button("Newest", ListNotes()))
        text = (
            line("No notes yet. Write one like ", bold("note deadlift: hook grip"), "; it comes back with that lift.")
            if first
            else Html("That is where your notes begin.")
        )
        return Reply(text, rows(newest), place)
    shown = [
        lines(
            line(f"{number}  ", bold(exercise_name(knowledge, one.exercise)), f" · {day_text(one.day, today)}"),
            one.text,
        )
        for number, one in enumerate(found, start=1)
    ]
    delete = [Button(f"Delete {number}", DeleteNote(one.id)) for number, one in enumerate(found, start=1)]
    by_three = tuple(tuple(delete[index : index + 3]) for index in range(0, len(delete), 3))
    newest_one = None if first else Button("Newest", ListNotes())
    older = Button("Older", ListNotes(found[-1].id)) if more else None
    return Reply(lines(bold("Notes"), *shown), (*by_three, *rows(row(newest_one, older))), place)
