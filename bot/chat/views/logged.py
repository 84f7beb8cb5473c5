"""What does a kept line of text show? What was understood, exercise by exercise, and how to take it back."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from bot.chat.buttons.of_log import AnswerLog, EditEntry, TakeBack, UndoEntry
from bot.chat.buttons.of_session import Resume
from bot.chat.markup import Html, bold, line, lines
from bot.chat.reply import Button, Reply, row, rows
from bot.chat.views.card import asked, done_button, rest_line
from bot.chat.views.dates import day_text, whose_day
from bot.chat.views.news import news_text
from bot.chat.views.sets import by_exercise, exercise_name, told
from bot.coaching.knowledge.catalog import Knowledge
from bot.domain.records import News
from bot.domain.training import DoneSet
from bot.domain.units import plain
from bot.services.correct import Corrected
from bot.services.edit_text import Edited
from bot.services.entries import Entry
from bot.services.log_set import Logged
from bot.services.undo import Undone
from bot.services.workout import Card

DAY = timedelta(days=1)


def kept_lines(sets: Sequence[DoneSet], knowledge: Knowledge) -> Html:
    return lines(
        *(line(bold(exercise_name(knowledge, name)), "  ", told(done)) for name, done in by_exercise(sets).items())
    )


def set_logged(logged: Logged, knowledge: Knowledge, today: date) -> Reply:
    sets = [kept.done for kept in logged.entry.sets]
    when = (
        None if logged.day == today else line("on " if logged.day != today - DAY else "", day_text(logged.day, today))
    )
    text = lines(
        line("✓ ", kept_lines(sets, knowledge)),
        *_bests(logged.news, sets, knowledge),
        when,
        closed_line(logged.closed, today),
        next_line(logged.card, knowledge),
        rest_line(logged.card.rest) if logged.card else None,
    )
    session = Button("Session", Resume(logged.card.session.id)) if logged.card else None
    return Reply(text, rows(row(*_second_thoughts(logged.entry.id), session), _next_button(logged.card, knowledge)))


def closed_line(day: date | None, today: date) -> str | None:
    """Of a session left over."""
    return None if day is None else f"{whose_day(day, today)} session was still open; it is closed, its sets stand."


def _second_thoughts(entry: int) -> tuple[Button, Button]:
    return Button("Undo", UndoEntry(entry)), Button("Edit", EditEntry(entry))


def _bests(found: Sequence[News], sets: Sequence[DoneSet], knowledge: Knowledge) -> Iterator[Html]:
    """The name only where several exercises were kept."""
    several = len({done.exercise for done in sets}) > 1
    for new in found:
        name = line(exercise_name(knowledge, new.kept.done.exercise), " ") if several else ""
        yield line("★ ", name, news_text(new))


def _next_button(card: Card | None, knowledge: Knowledge) -> tuple[Button, ...] | None:
    """The next set, as on the card: this message becomes the card when it is pressed."""
    if card is None or card.item is None or card.offer is None:
        return None
    return row(done_button(card.session, card.item, card.offer, knowledge))


def next_line(card: Card | None, knowledge: Knowledge) -> Html | None:
    """What the session asks for next."""
    if card is None:
        return None
    if card.item is None:
        return Html("That was all of it: finish when you are ready.")
    item = card.item
    name = exercise_name(knowledge, item.plan.exercise)
    return line(f"Next: {name}, set {item.next_set} of {item.plan.sets}, {asked(item.plan)}")


def log_asked(question: str, labels: Sequence[str], update: int, *, kept: bool = False) -> Reply:
    """The likely readings as buttons; nothing is kept until one is pressed. `kept`: it is about what is in the log."""
    options = tuple(row(Button(label, AnswerLog(update, index))) for index, label in enumerate(labels))
    none = {1: "No", 2: "Neither"}.get(len(options), "None of these")
    neither = rows(row(Button(none, AnswerLog(update, -1)))) if options else ()
    state = "The log stays as it was" if kept else "Nothing is recorded yet"
    text = lines(question, line(state, "." if options else ": write it again a little fuller."))
    return Reply(text, (*options, *neither))


def log_dropped(*, kept: bool) -> Reply:
    if kept:
        return Reply(Html("The log stays as it was."))
    return Reply(Html("Nothing recorded. Write it again, for example: deadlift 100x8"))


def what_changes(entry: Entry, knowledge: Knowledge, today: date) -> Reply:
    """Something of what was kept last is wrong, and nobody said what."""
    undo, edit = _second_thoughts(entry.id)
    if entry.weighed:
        weight = entry.weighed.weight
        text = lines(
            line("What should change? Kept is body weight ", bold(weight), _when(entry.weighed.day, today), "."),
            line("Write it, like “make that ", plain(weight.amount + 1), "”."),
        )
        return Reply(text, rows(row(undo)))
    if entry.changed:
        return Reply(lines("What should change? The last was a correction."), rows(row(undo, edit)))
    kept = kept_lines([one.done for one in entry.sets], knowledge)
    text = lines(
        line("What should change? Kept is", _when(entry.sets[0].day, today), ":"),
        kept,
        "Write it, like “make that 7”, “it was 90 kg” or “that was yesterday”.",
    )
    return Reply(text, rows(row(undo, edit)))


def not_logged() -> Reply:
    """Below an answer to what told of a set as well."""
    return Reply(Html("No set of that is in your log. If you did it, write it short: deadlift 100x5"))


def corrected(done: Corrected, knowledge: Knowledge, today: date) -> Reply:
    if not done.before:
        return Reply(Html("That is how it stands already; nothing changed."))
    if not done.after:
        undo = row(Button("Undo", UndoEntry(done.entry))) if done.entry else None
        return Reply(lines("Taken back:", kept_lines(done.before, knowledge)), rows(undo))
    moved = line("Moved to ", day_text(done.day, today), ":") if done.day else "Corrected. Now:"
    again = row(*_second_thoughts(done.entry)) if done.entry else None
    bests = _bests(done.news, done.after, knowledge)
    return Reply(lines(moved, kept_lines(done.after, knowledge), *bests), rows(again))


def undone(done: Undone, knowledge: Knowledge, today: date) -> Reply:
    entry = done.before or done.entry
    if entry.weighed:
        what = "Taken back" if done.before is None else "Back as it was"
        return Reply(line(what, ": body weight ", bold(entry.weighed.weight), _when(entry.weighed.day, today)))
    if entry.note:
        name = exercise_name(knowledge, entry.note.exercise)
        return Reply(lines("Taken back, the note:", line(bold(name), "  ", entry.note.text)))
    if entry.changed:
        when = _when(entry.changed[0].day, today)
        return Reply(
            lines(line("Back as it was", when, ":"), kept_lines([one.done for one in entry.changed], knowledge))
        )
    what = "Taken back" if done.before is None else "Back as before your edit"
    when = _when(entry.sets[0].day, today)
    return Reply(lines(line(what, when, ":"), kept_lines([kept.done for kept in entry.sets], knowledge)))


def _when(day: date, today: date) -> str:
    return "" if day == today else f" ({day_text(day, today)})"


def edited(edit: Edited, knowledge: Knowledge, today: date) -> Reply:
    """The message was edited, and the log with it."""
    after = edit.after.sets[0].day
    where = "" if after == edit.before.sets[0].day == today else f" ({day_text(after, today)})"
    sets = [one.done for one in edit.after.sets]
    text = lines(
        line("Changed as you edited", where, ":"), kept_lines(sets, knowledge), *_bests(edit.news, sets, knowledge)
    )
    return Reply(text, rows(row(*_second_thoughts(edit.after.id))))


def edit_unread(entry: Entry, knowledge: Knowledge) -> Reply:
    """The edited message says no set any more: the lifter decides."""
    kept = kept_lines([one.done for one in entry.sets], knowledge)
    text = lines("I read no set in your edit, so the log stays as it was:", kept)
    return Reply(text, rows(row(Button("Take it back", TakeBack(entry.id)))))
