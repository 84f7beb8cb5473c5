"""How are the days and the time of a reminder chosen? Days by toggling, then a usual time, or one that is written; and
what is offered to whoever asks for what weekdays and a time cannot say."""

from collections.abc import Mapping
from datetime import datetime, time

from bot.chat.buttons.of_reminders import (
    NEW,
    ChooseDays,
    ChooseTime,
    RemindMenu,
    SetReminder,
    ShowReminder,
    WriteTime,
    as_mask,
)
from bot.chat.markup import Html, bold, line, lines
from bot.chat.reply import Button, Place, Reply, Rows, row, rows
from bot.chat.views.dates import DAYS
from bot.coaching.reminding.near_rhythms import Kind, Near
from bot.coaching.reminding.rhythm_words import days_text, rhythm_text
from bot.domain.reminding import EVERY_DAY, WEEKDAYS, Rhythm

FIRST_DAYS = frozenset((0, 2, 4))
"""What is on when days are first chosen: three a week, as many train."""
USUAL_TIMES = (time(6, 30), time(7), time(8), time(12), time(16), time(17), time(18), time(18, 30), time(20))
BACK = Button("‹ Reminders", RemindMenu())


def choose_days(reminder: int, days: frozenset[int], *, place: Place = Place.PRESSED) -> Reply:
    text = lines(
        bold("On which days do you train?"),
        "Tap them, then choose the time." if days else "Tap at least one.",
        line("Or write it: ", "/remind mon wed fri 18:30") if reminder == NEW else None,
    )
    toggles = [
        Button(f"{name} ✓" if day in days else name, ChooseDays(reminder, as_mask(days ^ {day})))
        for day, name in enumerate(DAYS)
    ]
    usual = row(
        Button("Every day", ChooseTime(reminder, as_mask(EVERY_DAY))),
        Button("Weekdays", ChooseTime(reminder, as_mask(WEEKDAYS))),
    )
    on = row(Button(f"{days_text(days)}: the time ›", ChooseTime(reminder, as_mask(days)))) if days else None
    return Reply(text, (tuple(toggles[:4]), tuple(toggles[4:]), usual, *_back(reminder), *rows(on)), place)


def _back(reminder: int) -> Rows:
    return () if reminder == NEW else rows(row(Button("‹ Back", ShowReminder(reminder))))


def choose_time(reminder: int, days: frozenset[int], *, place: Place = Place.PRESSED) -> Reply:
    mask = as_mask(days)
    times = [Button(f"{at:%H:%M}", SetReminder(reminder, mask, f"{at:%H%M}")) for at in USUAL_TIMES]
    last = row(Button("‹ Days", ChooseDays(reminder, mask)), Button("Write it", WriteTime(reminder, mask)))
    return Reply(
        line(bold(days_text(days)), ", at what time?"),
        (*(tuple(times[index : index + 3]) for index in range(0, len(times), 3)), last),
        place,
    )


def ask_time(days: frozenset[int]) -> Reply:
    return Reply(
        lines(
            line(bold(days_text(days)), ", at what time? For example 18:30, or 7 in the evening."),
            "/cancel leaves it as it is.",
        )
    )


NEAR: Mapping[Kind, Html] = {
    Kind.EVERY_SO_MANY_DAYS: lines(bold("I can only go by weekdays."), "Nothing is set yet. Which comes nearest?"),
    Kind.TIMES_A_WEEK: lines(bold("On which days do you train?"), "Nothing is set yet."),
    Kind.EVERY_SO_MANY_WEEKS: lines(
        bold("I come every week, not every other."), "Nothing is set yet. A week can be left out under the push."
    ),
    Kind.ONCE: lines(
        bold("I come every week, not once."), "Nothing is set yet. This one comes each week until you drop it:"
    ),
}


def near_it(near: Near, now: datetime) -> Reply:
    """`now` is the lifter's local time. The nearest lowest; without a time, that is asked next."""
    days, at = near.from_now(now)
    choices = [row(_near(some, at, each_week=near.kind in WEEKLY)) for some in reversed(days)]
    other = row(Button("Other days", ChooseDays(NEW, as_mask(days[0]))))
    return Reply(NEAR[near.kind], (other, *choices))


WEEKLY = (Kind.ONCE, Kind.EVERY_SO_MANY_WEEKS)


def _near(days: frozenset[int], at: time | None, *, each_week: bool) -> Button:
    each = "Every " if each_week and days != EVERY_DAY else ""
    if at is None:
        return Button(f"{each}{days_text(days)}: the time ›", ChooseTime(NEW, as_mask(days)))
    return Button(f"{each}{rhythm_text(Rhythm(at, days))}", SetReminder(NEW, as_mask(days), f"{at:%H%M}"))
