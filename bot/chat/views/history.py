"""What does the history show? Day by day, newest first, a few a page."""

from collections.abc import Sequence
from datetime import date

from bot.chat.buttons import OlderDays
from bot.chat.errors import TODAY
from bot.chat.markup import Html, bold, line, lines
from bot.chat.reply import Button, Place, Reply, row, rows
from bot.chat.views.dates import day_text
from bot.chat.views.sets import by_exercise, exercise_name, sets_text
from bot.coaching.knowledge.catalog import Knowledge
from bot.services.ports import TrainingDay

LONGEST_PAGE = 3500
"""Characters; a page must stay below Telegram's 4,096 whatever was logged in a day."""


def history(
    days: Sequence[TrainingDay], knowledge: Knowledge, today: date, *, more: bool, newest: bool, place: Place
) -> Reply:
    if not days:
        return (
            empty(place) if newest else Reply(Html("That is where your log begins."), _pages(None, newest=False), place)
        )
    blocks = [_day(day, knowledge, today) for day in days]
    shown: list[Html] = []
    for block in blocks:
        if shown and sum(map(len, shown)) + len(block) > LONGEST_PAGE:
            break
        shown.append(block)
    more = more or len(shown) < len(days)
    last = days[len(shown) - 1].day if more else None
    return Reply(lines(*_spaced(shown)), _pages(last, newest=newest), place)


def _spaced(blocks: Sequence[Html]) -> list[Html]:
    return [part for block in blocks for part in (block, Html(""))][:-1]


def _day(day: TrainingDay, knowledge: Knowledge, today: date) -> Html:
    count = sum(not kept.done.warmup for kept in day.sets)
    head = line(bold(_opening(day_text(day.day, today))), f" · {count} set{'' if count == 1 else 's'}")
    exercises = (
        line(exercise_name(knowledge, name), "  ", sets_text(sets)) for name, sets in by_exercise(day.sets).items()
    )
    whole = lines(head, *exercises)
    return whole if len(whole) <= LONGEST_PAGE else lines(head, _only_names(day, knowledge))


def _opening(when: str) -> str:
    """As at the start of a line; the month keeps its capital."""
    return when[:1].upper() + when[1:]


def _only_names(day: TrainingDay, knowledge: Knowledge) -> str:
    """A day too long for one message: how many sets of what."""
    counted = (f"{exercise_name(knowledge, name)} {len(sets)}" for name, sets in by_exercise(day.sets).items())
    return ", ".join(counted)[:LONGEST_PAGE]


def _pages(last: date | None, *, newest: bool) -> tuple[tuple[Button, ...], ...]:
    older = Button("Older", OlderDays(f"{last:%Y%m%d}")) if last else None
    return rows(row(None if newest else Button("Newest", OlderDays()), older), row(TODAY) if newest else None)


def empty(place: Place) -> Reply:
    text = lines(
        bold("Nothing logged yet."), "Write a set as you lift it, like “deadlift 100x8”, or start today's session."
    )
    return Reply(text, rows(row(TODAY)), place)
