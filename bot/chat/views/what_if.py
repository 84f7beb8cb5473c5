"""What does a change of plan look like? The sessions, the sets, the lower back, and which lifts come and go."""

from bot.chat.markup import Html, bold, italic, line, lines
from bot.chat.plan_buttons import ShowPlan, Step, WhatIf, wish_button
from bot.chat.reply import Button, Place, Reply, row, rows
from bot.chat.views.plan import SHORT_NAMES
from bot.chat.views.sets import exercise_name
from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.planning.comparing import MuscleChange
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


def what_if(found: Otherwise, knowledge: Knowledge, *, place: Place) -> Reply:
    told = found.found
    before, after = told.sessions
    volume = knowledge.volumes[found.then.wishes.level]
    text = lines(
        line(bold(f"{before} → {after} sessions a week"), f" · {told.minutes[0]} → {told.minutes[1]} min in all"),
        *(_muscle(one) for one in told.muscles),
        f"lower back load {told.lumbar[0]} → {told.lumbar[1]}, the most is {volume.lumbar_week}",
        _lifts("In", told.lifts_in, knowledge),
        _lifts("Out", told.lifts_out, knowledge),
        italic("Hard sets a week, and the range to aim for: helpers count half."),
    )
    same = found.now.sessions == found.then.sessions
    use = None if same else row(Button("Train by this", wish_button(Step.USE, found.then.wishes, knowledge)))
    return Reply(
        lines("That changes nothing.") if same else text, rows(row(Button("‹ What if", WhatIf(""))), use), place
    )


def _muscle(one: MuscleChange) -> Html:
    outside = "" if one.low <= one.after <= one.high else " ⚠"
    name = SHORT_NAMES.get(one.muscle, one.muscle)
    return line(f"{name} {plain(one.before)} → ", bold(plain(one.after)), f" ({one.low}–{one.high}){outside}")


def _lifts(word: str, lifts: tuple[str, ...], knowledge: Knowledge) -> Html | None:
    if not lifts:
        return None
    return line(f"{word}: ", ", ".join(exercise_name(knowledge, one) for one in lifts))


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
