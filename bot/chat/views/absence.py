"""What is said of days that are not trained? The sessions move, a break steps back, and what that does to the week."""

from collections.abc import Iterator
from datetime import date

from bot.chat.buttons.of_plans import WhatIf
from bot.chat.markup import Html, bold, italic, line, lines
from bot.chat.reply import Button, Place, Reply, row, rows
from bot.chat.views.dates import day_ahead
from bot.chat.views.what_if import muscle_line
from bot.coaching.knowledge.catalog import Knowledge
from bot.services.absence import Moved, TimeOff

SKIP, FEWER = "skip", "fewer"
"""What the buttons of a what-if carry."""


def skipped(moved: Moved, knowledge: Knowledge, today: date, *, place: Place) -> Reply:
    """The same plan: which session comes when, and what the week then holds."""
    count = len(moved.plan.sessions)
    if not moved.trains:
        text = lines(
            bold("That changes nothing."), line("It is no day of your reminders. Next: ", bold(moved.following))
        )
        return Reply(text, rows(_back()), place)
    text = lines(
        bold("Nothing is dropped: the sessions move."),
        *(_days(moved, today) if moved.days else _in_turn(moved)),
        *(_week(moved, count, knowledge)),
    )
    fewer = row(Button("Plan a day less every week", WhatIf(FEWER))) if count > 1 else None
    return Reply(text, rows(_back(), fewer), place)


def _week(moved: Moved, count: int, knowledge: Knowledge) -> Iterator[Html]:
    if not moved.left:
        yield italic("A week without a session holds no hard set. Once, that costs hardly any strength.")
        return
    yield from (muscle_line(one, knowledge) for one in moved.muscles)
    yield italic(f"Hard sets of a week with {moved.left} of {count} sessions, and the range to aim for.")


def _days(moved: Moved, today: date) -> Iterator[Html]:
    for day, name in moved.days:
        when = day_ahead(day, today)
        when = when[:1].upper() + when[1:]
        yield line(f"{when}: ", bold(name) if name else "skipped")


def _in_turn(moved: Moved) -> Iterator[Html]:
    """Where no day is fixed."""
    names = [one.name for one in moved.plan.sessions]
    after = [names[(moved.part + place) % len(names)] for place in range(1, len(names))]
    then = f", then {', '.join(after)}" if after else ""
    yield line("Whichever day you come, it is ", bold(moved.following), then, ".")


def time_off(found: TimeOff, *, place: Place) -> Reply:
    """What is lost, and what the first session back will be."""
    first = found.rules[0]
    if found.days is None:
        longer = ", ".join(f"{one.percent} % after {one.days}" for one in found.rules[1:])
        head = "Your plan waits, and your log stays."
        told = line(
            f"{found.following} comes first when you are back. A lift that rested {first.days} days begins at ",
            f"{first.percent} % of its load, {longer}, and comes back up from there.",
        )
    elif found.rule is None:
        head = f"{_span(found.days)} off costs hardly any strength."
        told = line(
            f"{found.following} comes first when you are back, with the loads of now; only a lift that rested "
            f"{first.days} days in all begins at {first.percent} %."
        )
    else:
        head = f"{_span(found.days)} off: {_lost(found.rule.id)}"
        told = line(
            f"{found.following} comes first when you are back, at ",
            bold(f"{found.rule.percent} %"),
            " of your loads and with a set less of each lift; then it goes up again.",
        )
    return Reply(lines(bold(head), told), rows(_back()), place)


LOST = {
    "break-two-weeks": "hardly any strength goes.",
    "break-four-weeks": "some strength goes, the more the longer it is.",
    "break-six-weeks": "a good part of your strength goes, and comes back fast.",
    "break-three-months": "begin like a beginner who knows the lifts.",
}
"""By the rules of `knowledge/breaks.yaml`, and what these say."""


def _lost(rule: str) -> str:
    return LOST.get(rule, "some strength goes, and comes back.")


def _span(days: int) -> str:
    weeks, rest = divmod(days, 7)
    if rest or not weeks:
        return f"{days} days" if days != 1 else "A day"
    return "A week" if weeks == 1 else f"{weeks} weeks"


def _back() -> tuple[Button, ...]:
    return row(Button("‹ What if", WhatIf("")))
