"""What does the history show? Days, newest first; one day set by set; one exercise through the days."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from bot.chat.buttons.of_log import (
    NONE,
    ListTrained,
    NewerDays,
    OlderDays,
    ShowDay,
    ShowRecords,
    ShowSet,
    ShowTrained,
    as_number,
)
from bot.chat.errors import TODAY
from bot.chat.markup import Html, bold, line, lines
from bot.chat.reply import Button, Place, Reply, Rows, row, rows
from bot.chat.views.dates import day_text
from bot.chat.views.sets import by_exercise, counted_apart, exercise_name, sets_text, told
from bot.coaching.knowledge.catalog import Knowledge
from bot.domain.training import DoneSet, KeptSet
from bot.services.bests import Trained
from bot.services.entries import TrainingDay
from bot.services.history import Page
from bot.services.history import Trained as TrainedPage

LONGEST_DAY = 850
"""Characters; four days stay below Telegram's 4,096 whatever was logged on them."""
SETS_A_PAGE = 12
EXERCISES_A_PAGE = 8


def history(page: Page, knowledge: Knowledge, today: date, *, first: bool, place: Place) -> Reply:
    if not page.days:
        return empty(place) if first else Reply(Html("That is where your log begins."), (_newest(),), place)
    blocks = [_day(one, knowledge, today) for one in page.days]
    newer = Button("Newer", NewerDays(as_number(page.newer))) if page.newer else None
    older = Button("Older", OlderDays(f"{page.older:%Y%m%d}")) if page.older else None
    days = [Button(opening(day_text(one.day, today)), ShowDay(as_number(one.day))) for one in page.days]
    return Reply(
        lines(*_spaced(blocks)),
        (*two_by_two(days), *rows(row(newer, older), row(Button("By exercise", ListTrained())), row(TODAY))),
        place,
    )


def _newest() -> tuple[Button, ...]:
    return row(Button("Newest", OlderDays()))


def _spaced(blocks: Sequence[Html]) -> list[Html]:
    return [part for block in blocks for part in (block, Html(""))][:-1]


def _head(day: date, sets: Sequence[KeptSet], today: date) -> Html:
    return line(bold(opening(day_text(day, today))), f" · {how_many(kept.done for kept in sets)}")


def how_many(sets: Iterable[DoneSet]) -> str:
    """Sets are working sets, wherever they are counted; warm-ups are said beside them: 3 sets and 1 warm-up."""
    warmups = [done.warmup for done in sets]
    return counted_apart(len(warmups), sum(warmups))


def _day(day: TrainingDay, knowledge: Knowledge, today: date) -> Html:
    head = _head(day.day, day.sets, today)
    exercises = (line(exercise_name(knowledge, name), "  ", told(sets)) for name, sets in by_exercise(day.sets).items())
    whole = lines(head, *exercises)
    return whole if len(whole) <= LONGEST_DAY else lines(head, _only_names(day, knowledge))


def opening(when: str) -> str:
    """As at the start of a line; the month keeps its capital."""
    return when[:1].upper() + when[1:]


def _only_names(day: TrainingDay, knowledge: Knowledge) -> str:
    """A day too long for its share of a message: how many sets of what."""
    counted = (f"{exercise_name(knowledge, name)} {len(sets)}" for name, sets in by_exercise(day.sets).items())
    return ", ".join(counted)[:LONGEST_DAY]


def two_by_two(buttons: Sequence[Button]) -> Rows:
    return tuple(tuple(buttons[index : index + 2]) for index in range(0, len(buttons), 2))


def empty(place: Place) -> Reply:
    text = lines(
        bold("Nothing logged yet."), "Write a set as you lift it, like “deadlift 100x8”, or start today's session."
    )
    return Reply(text, rows(row(TODAY)), place)


def page_of(kept: int, sets: Sequence[KeptSet]) -> int:
    """The page of its day on which a set stands."""
    return next((index for index, one in enumerate(sets) if one.id == kept), 0) // SETS_A_PAGE


def day(at: date, sets: Sequence[KeptSet], knowledge: Knowledge, today: date, *, page: int) -> Reply:
    """One day, its sets numbered; each is a button. A page past the last is the last."""
    pages = -(-len(sets) // SETS_A_PAGE)
    page = min(max(page, 0), pages - 1)
    numbered = list(enumerate(sets, start=1))[page * SETS_A_PAGE : (page + 1) * SETS_A_PAGE]
    blocks = [
        lines(bold(exercise_name(knowledge, name)), *(f"{number}  {sets_text([kept.done])}" for number, kept in group))
        for name, group in groupby(numbered, key=lambda one: one[1].done.exercise)
    ]
    buttons = [Button(f"{number} · {brief(kept.done)}", ShowSet(kept.id)) for number, kept in numbered]
    before = Button("Earlier sets", ShowDay(as_number(at), page - 1)) if page else None
    after = Button("Later sets", ShowDay(as_number(at), page + 1)) if page < pages - 1 else None
    back = row(Button("‹ History", OlderDays()))
    text = lines(_head(at, sets, today), *blocks, "Tap a set to change or delete it.")
    return Reply(text, (*two_by_two(buttons), *rows(row(before, after)), back), Place.PRESSED)


def brief(done: DoneSet) -> str:
    """A set on half a row: what else is to it stands in the text."""
    return sets_text([replace(done, rpe=None, per_side=False, warmup=False)])


def trained_list(trained: Sequence[Trained], knowledge: Knowledge, today: date, *, page: int) -> Reply:
    """Every exercise with a working set, those done last first."""
    if not trained:
        return empty(Place.PRESSED)
    pages = -(-len(trained) // EXERCISES_A_PAGE)
    page = min(max(page, 0), pages - 1)
    shown = trained[page * EXERCISES_A_PAGE : (page + 1) * EXERCISES_A_PAGE]
    choices = (
        row(Button(f"{exercise_name(knowledge, one.exercise)} · {day_text(one.day, today)}", ShowTrained(one.kept)))
        for one in shown
    )
    older = Button("Older", ListTrained(page + 1)) if page < pages - 1 else None
    newer = Button("Newer", ListTrained(page - 1)) if page else None
    ways = rows(row(newer, older), row(Button("‹ History", OlderDays())))
    count = f"{len(trained)} exercise{'' if len(trained) == 1 else 's'}"
    return Reply(line(bold(count), " in your log, those done last first."), (*choices, *ways), Place.PRESSED)


def history_of(trained: TrainedPage, knowledge: Knowledge, today: date) -> Reply:
    """One exercise through the days."""
    page, kept = trained.page, trained.kept
    days = [line(opening(day_text(one.day, today)), "  ", told(k.done for k in one.sets)) for one in page.days]
    text = lines(
        bold(exercise_name(knowledge, trained.exercise)), *(days or [Html("No working set of it here any more.")])
    )
    newer = Button("Newer", ShowTrained(kept, NONE, as_number(page.newer))) if page.newer else None
    older = Button("Older", ShowTrained(kept, as_number(page.older), NONE)) if page.older else None
    choices = [Button(opening(day_text(one.day, today)), ShowDay(as_number(one.day))) for one in page.days]
    records = Button("Records", ShowRecords(kept)) if page.days else None
    ways = rows(row(newer, older), row(records, Button("‹ Exercises", ListTrained())))
    return Reply(text, (*two_by_two(choices), *ways), Place.PRESSED)
