"""How are the wishes for a plan chosen? A screen each: goal, level, days, equipment; then the details."""

from dataclasses import replace

from bot.chat.buttons.of_plans import ShowPlan, Step, wish_button
from bot.chat.markup import Html, bold, lines
from bot.chat.reply import Button, Place, Reply, Rows, row
from bot.coaching.knowledge.catalog import Knowledge
from bot.domain.planning import DAYS, Aim, Level, Site, Wishes

AIM_NAMES = {
    Aim.STRENGTH: "Strength",
    Aim.SIZE: "Size",
    Aim.PULL_UP: "First pull-up",
    Aim.HEALTH: "Posture and health",
}
LEVEL_NAMES = {
    Level.NOVICE: "Under half a year",
    Level.INTERMEDIATE: "Up to three years",
    Level.ADVANCED: "Longer",
}
SITE_NAMES = {site: site.replace("-", " ").capitalize() for site in Site}
LENGTHS = (20, 30, 45, 60, 75, 90)
ON = "✓ "
TOOLS_ASIDE = frozenset({"lifting-straps", "lifting-belt", "lifting-chalk"})
"""No plan depends on them."""


def wishes_screen(
    step: Step, wishes: Wishes, knowledge: Knowledge, *, place: Place, known: bool, off: Rows = ()
) -> Reply:
    """`known`: there is a plan in force to go back to. `off` puts a lift back that hurt."""
    text, choices = {
        Step.AIM: _aims,
        Step.LEVEL: _levels,
        Step.DAYS: _days,
        Step.KIT: _kits,
        Step.MINUTES: _minutes,
        Step.PIECES: _pieces,
        Step.HURTS: _hurts,
    }[step](wishes, knowledge)
    back = {Step.LEVEL: Step.AIM, Step.KIT: Step.DAYS, Step.MINUTES: Step.PLAN}.get(step)
    if step is Step.AIM:
        last = row(Button("‹ Leave my plan as it is", ShowPlan())) if known else ()
    elif step in (Step.PIECES, Step.HURTS):
        last = row(Button("Done ›", wish_button(Step.PLAN, wishes, knowledge)))
    else:
        last = row(Button("‹ Back", wish_button(back, wishes, knowledge))) if back else ()
    return Reply(text, (*choices, *off, *((last,) if last else ())), place)


def _aims(wishes: Wishes, knowledge: Knowledge) -> tuple[Html, Rows]:
    choices = tuple(
        row(Button(name, wish_button(Step.LEVEL, replace(wishes, aim=aim), knowledge)))
        for aim, name in AIM_NAMES.items()
    )
    return lines(bold("What do you train for?"), "1 of 4. Four taps make your plan."), choices


def _levels(wishes: Wishes, knowledge: Knowledge) -> tuple[Html, Rows]:
    choices = tuple(
        row(Button(name, wish_button(Step.DAYS, replace(wishes, level=level), knowledge)))
        for level, name in LEVEL_NAMES.items()
    )
    return lines(bold("How long have you lifted?"), "2 of 4"), choices


def _days(wishes: Wishes, knowledge: Knowledge) -> tuple[Html, Rows]:
    buttons = [Button(str(days), wish_button(Step.KIT, replace(wishes, days=days), knowledge)) for days in DAYS]
    return lines(bold("How many back sessions a week?"), "3 of 4. Two is the best choice for most."), _by_three(buttons)


def _kits(wishes: Wishes, knowledge: Knowledge) -> tuple[Html, Rows]:
    choices = tuple(
        row(Button(kit.name, wish_button(Step.PLAN, replace(wishes, equipment=frozenset(kit.has)), knowledge)))
        for kit in knowledge.kits.values()
    )
    return lines(bold("What is there where you train?"), "4 of 4. The details come after."), choices


def _minutes(wishes: Wishes, knowledge: Knowledge) -> tuple[Html, Rows]:
    buttons = [
        Button(
            f"{ON if minutes == wishes.minutes else ''}{minutes} min",
            wish_button(Step.PLAN, replace(wishes, minutes=minutes), knowledge),
        )
        for minutes in LENGTHS
    ]
    return lines(bold("How long may a session be?"), "Warm-up and rests are counted."), _by_three(buttons)


def _pieces(wishes: Wishes, knowledge: Knowledge) -> tuple[Html, Rows]:
    buttons = [
        Button(
            f"{ON if id in wishes.equipment else ''}{piece.name}",
            wish_button(Step.PIECES, replace(wishes, equipment=wishes.equipment ^ {id}), knowledge),
        )
        for id, piece in knowledge.equipment.items()
        if id not in TOOLS_ASIDE
    ]
    return lines(bold("What is there?"), "Tap what you have and what you don't."), _by_two(buttons)


def _hurts(wishes: Wishes, knowledge: Knowledge) -> tuple[Html, Rows]:
    buttons = [
        Button(
            f"{ON if site in wishes.hurts else ''}{name}",
            wish_button(Step.HURTS, replace(wishes, hurts=wishes.hurts ^ {site}), knowledge),
        )
        for site, name in SITE_NAMES.items()
    ]
    text = lines(
        bold("What hurts, or is touchy?"),
        "I leave out the lifts that load it. What hurts in daily life, too, belongs to a doctor first.",
    )
    return text, _by_two(buttons)


def _by_two(buttons: list[Button]) -> Rows:
    return tuple(tuple(buttons[index : index + 2]) for index in range(0, len(buttons), 2))


def _by_three(buttons: list[Button]) -> Rows:
    return tuple(tuple(buttons[index : index + 3]) for index in range(0, len(buttons), 3))
