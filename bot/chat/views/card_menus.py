"""What do the card's menus offer? The weight, another exercise in its place, another one next."""

from decimal import Decimal

from bot.chat.buttons import ChooseWeight, GoTo, ShowCard, SwapExercise, TypeWeight
from bot.chat.markup import Html, bold, line, lines
from bot.chat.plan_buttons import ShortenSession
from bot.chat.reply import CARD, Button, Place, Reply, Rows, row, rows
from bot.chat.views.sets import exercise_name, load_text
from bot.coaching.knowledge.catalog import Knowledge
from bot.domain.session import Session, SessionItem
from bot.domain.units import HEAVIEST, Load, Unit
from bot.services.change_session import Shorter
from bot.services.swap import Swaps
from bot.services.todays import Asked
from bot.services.workout import Card

STEPS = {Unit.KG: (Decimal(5), Decimal("2.5")), Unit.LB: (Decimal(10), Decimal(5))}
"""The two sizes of step on the weight menu: a pair of the plates that every gym has."""
FIRST_LOADS = {Unit.KG: (20, 30, 40, 50, 60, 80, 100, 120), Unit.LB: (45, 65, 95, 115, 135, 185, 225, 275)}


def back(session: Session) -> tuple[Button, ...]:
    return row(Button("‹ Back to the session", ShowCard(session.id)))


def weight_menu(shown: Card, item: SessionItem, unit: Unit, knowledge: Knowledge) -> Reply:
    """Steps around the load in force, or a first choice where there is none."""
    load = shown.offer.load if shown.offer else None
    name = exercise_name(knowledge, item.plan.exercise)
    guess = item.advice is not None and item.advice.guess and item.load is None and not item.working
    text = lines(
        line(bold(name), " · the weight of your next set"),
        f"Now {load_text(load, bodyweight=item.plan.bodyweight)}." if load else None,
        "Pick one near; the steps come after." if load is None or guess else None,
    )
    menu = _firsts(shown.session, item, unit) if load is None or guess else _steps(shown.session, item, load)
    at = (shown.session.id, item.position)
    none = Button("Body weight only", ChooseWeight(*at, 0, unit)) if item.plan.bodyweight and load else None
    typed = row(none, Button("Type it", TypeWeight(*at)))
    return Reply(text, (*menu, typed, back(shown.session)), Place.PRESSED, screen=CARD)


def _steps(session: Session, item: SessionItem, load: Load) -> Rows:
    big, small = STEPS[load.unit]
    return tuple(
        tuple(
            _weight(session, item, Load(load.amount + change, load.unit), f"{'+' if change > 0 else '−'}{abs(change)}")
            for change in pair
            if (item.plan.bodyweight or load.amount + change > 0) and abs(load.amount + change) <= HEAVIEST
        )
        for pair in ((-big, -small), (small, big))
    )


def _firsts(session: Session, item: SessionItem, unit: Unit) -> Rows:
    big, small = STEPS[unit]
    choices = [Decimal(one) for one in FIRST_LOADS[unit]]
    if item.plan.bodyweight:
        choices = [-big * 4, -big * 2, small, big, big * 2]
    buttons = [_weight(session, item, Load(one, unit)) for one in choices]
    return tuple(tuple(buttons[index : index + 4]) for index in range(0, len(buttons), 4))


def _weight(session: Session, item: SessionItem, load: Load, label: str | None = None) -> Button:
    shown = label or load_text(load, bodyweight=item.plan.bodyweight)
    return Button(shown, ChooseWeight(session.id, item.position, int(load.amount * 1000), load.unit))


def swap_menu(found: Swaps, item: SessionItem, knowledge: Knowledge, *, place: Place = Place.PRESSED) -> Reply:
    session = found.card.session
    name = exercise_name(knowledge, item.plan.exercise)
    if not found.exercises:
        text = line("Nothing I know stands in for ", bold(name), " today. Skip it, or go on to another exercise.")
        return Reply(text, rows(back(session)), place, screen=CARD)
    choices = (
        row(Button(_stand_in(one, knowledge), SwapExercise(session.id, item.position, one.plan.exercise)))
        for one in found.exercises
    )
    busy = " and ".join(
        sorted(knowledge.equipment[one].name.lower() for one in found.taken if one in knowledge.equipment)
    )
    text = lines(line("Instead of ", bold(name), " for today:"), f"Without {busy}." if busy else None)
    return Reply(text, (*choices, back(session)), place, screen=CARD)


def _stand_in(one: Asked, knowledge: Knowledge) -> str:
    """With its load; "about" where that is a guess."""
    name = exercise_name(knowledge, one.plan.exercise)
    load = load_text(one.advice.load, bodyweight=one.plan.bodyweight) if one.advice else ""
    if not load:
        return name
    return f"{name} · {'about ' if one.advice and one.advice.guess else ''}{load}"


def exercise_menu(session: Session, knowledge: Knowledge) -> Reply:
    marks = {True: "✓ ", False: ""}
    choices = (
        row(
            Button(
                f"{'– ' if item.skipped else marks[item.complete]}{exercise_name(knowledge, item.plan.exercise)}",
                GoTo(session.id, item.position),
            )
        )
        for item in session.items
    )
    short = row(Button("Half an hour left", ShortenSession(session.id)))
    return Reply(Html("Which one next?"), (*choices, short, back(session)), Place.PRESSED, screen=CARD)


def shorter_text(found: Shorter, knowledge: Knowledge) -> str:
    """What went, and how long it takes now."""
    what, minutes = found.found, found.found.session.minutes
    if not (what.left_out or what.fewer_sets or what.shorter_rests):
        return f"It fits already: about {minutes} min."
    gone = " and ".join(exercise_name(knowledge, one) for one in what.left_out)
    parts = (
        f"without {gone}" if gone else "",
        f"{what.fewer_sets} sets fewer" if what.fewer_sets else "",
        "shorter rests" if what.shorter_rests else "",
    )
    return f"About {minutes} min now: {', '.join(part for part in parts if part)}. The big lifts stay."
