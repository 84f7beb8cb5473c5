"""What does a change of plan look like? The sessions, the sets, the lower back, and which lifts come and go."""

from collections.abc import Sequence

from bot.chat.buttons.of_plans import ShowPlan, Step, WhatIf, wish_button
from bot.chat.markup import Html, bold, italic, join, line, lines
from bot.chat.reply import Button, Place, Reply, row, rows
from bot.chat.views.hurts import off_text
from bot.chat.views.plan import NEAREST
from bot.chat.views.sets import exercise_name, name_within
from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.planning.comparing import MuscleChange
from bot.domain.hurting import Off
from bot.domain.planning import DAYS, Plan
from bot.domain.training import Method, PlannedExercise
from bot.domain.units import plain
from bot.services.what_if import Otherwise

ASKED = {
    "skip": "Skip a day",
    "more": "A day more",
    "short": "Half an hour",
    "dumbbells": "Only dumbbells",
    "door": "Door bar and band",
}


def what_if_menu(*, place: Place) -> Reply:
    buttons = [Button(label, WhatIf(key)) for key, label in ASKED.items()]
    text = lines(
        bold("What if?"),
        "I plan it both ways and show the difference. Nothing changes until you say so.",
        "Or write it: /whatif skip Thursday",
    )
    by_two = tuple(tuple(buttons[index : index + 2]) for index in range(0, len(buttons), 2))
    return Reply(text, (*by_two, row(Button("‹ Plan", ShowPlan()))), place)


def what_if(
    found: Otherwise,
    knowledge: Knowledge,
    *,
    place: Place,
    beyond: bool = False,
    of_days: bool = False,
    road: PlannedExercise | None = None,
    off: Sequence[Off] = (),
) -> Reply:
    """`beyond`: more was asked for than is planned; `of_days`: other days of the week; `road`: the stage of the
    pull-up road that is theirs now; `off`: what stays out of any plan while it hurts."""
    told = found.found
    before, after = told.sessions
    volume = knowledge.volumes[found.then.wishes.level]
    text = lines(
        italic(NEAREST) if beyond else None,
        line(bold(_sessions(before, after)), f" · {told.minutes[0]} → {told.minutes[1]} min a week"),
        *(muscle_line(one, knowledge) for one in told.muscles),
        _strain(*told.lumbar, volume.lumbar_week),
        _lifts("In", told.lifts_in, found.then, road, knowledge),
        _lifts("Out", told.lifts_out, found.now, road, knowledge),
        italic("Hard sets a week, and the range to aim for: helpers count half."),
        off_text(off, knowledge),
    )
    same = found.now.sessions == found.then.sessions
    use = None if same else row(Button("Train by this", wish_button(Step.USE, found.then.wishes, knowledge)))
    if same:
        text = lines(bold("That changes nothing."), unchanged_text(found, of_days=of_days), off_text(off, knowledge))
    return Reply(text, rows(row(Button("‹ What if", WhatIf(""))), use), place)


def _sessions(before: int, after: int) -> str:
    if before == after:
        return f"{after} session{'' if after == 1 else 's'} a week, as now"
    return f"{before} → {after} session{'' if after == 1 else 's'} a week"


def unchanged_text(found: Otherwise, *, of_days: bool) -> str:
    """Why nothing changes."""
    now, then = found.now.wishes, found.then.wishes
    if now == then:
        return BOUNDS.get(now.days if of_days else 0, "Your plan is like that already.")
    if now.hurts != then.hurts:
        return "Your plan spares that already."
    if now.refused != then.refused:
        return "Your plan has none of that."
    if now.loved != then.loved:
        return "It is in already, or there is no good place for it."
    if now.equipment != then.equipment:
        return "No lift of your plan needs it." if then.equipment < now.equipment else "Your plan is no better with it."
    if now.minutes < then.minutes:
        return "The sets are the limit, not the time: more would tire you, not build you."
    if now.minutes > then.minutes:
        return f"Your sessions fit into {then.minutes} min already."
    return "The same lifts and sets serve both."


BOUNDS = {
    DAYS.start: "One session a week is the least I plan. Miss its day, and it waits for you.",
    DAYS.stop - 1: "Six sessions a week are the most I plan.",
}
"""Where fewer or more cannot be had."""


def muscle_line(one: MuscleChange, knowledge: Knowledge) -> Html:
    outside = "" if one.low <= one.after <= one.high else " ⚠"
    name = knowledge.muscle(one.muscle).called.lower()
    return line(f"{name} {plain(one.before)} → ", bold(plain(one.after)), f" ({one.low}–{one.high}){outside}")


def _strain(before: int, after: int, most: int) -> str:
    """Sets times how much each loads the lower back, from 0 to 3; most of it is no aim."""
    change = f"{before}, as now" if before == after else f"{before} → {after}"
    return f"strain on the lower back {change}; {most} a week is the most I plan"


def _lifts(
    word: str, lifts: tuple[str, ...], plan: Plan, road: PlannedExercise | None, knowledge: Knowledge
) -> Html | None:
    if not lifts:
        return None
    ways = {one.exercise for session in plan.sessions for one in session.exercises if one.method is Method.ROAD}
    named = (
        f"{exercise_name(knowledge, one)}, for now as {name_within(knowledge, road.exercise)}"
        if road is not None and one in ways and road.exercise != one
        else exercise_name(knowledge, one)
        for one in lifts
    )
    return line(f"{word}: ", join(" · ", *named))


def not_a_what_if() -> Reply:
    return Reply(
        lines(
            "I can't tell what that changes, so nothing did.",
            line(
                "Try ",
                bold("/whatif skip Thursday"),
                ", ",
                bold("/whatif 3 days"),
                " or ",
                bold("/whatif no cable"),
                ".",
            ),
        ),
        rows(row(Button("What if", WhatIf("")))),
    )
