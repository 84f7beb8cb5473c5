"""What do the card's menus offer? The weight, another exercise in its place, another one next."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from bot.chat.buttons.of_hurts import HurtsMenu
from bot.chat.buttons.of_session import (
    GoTo,
    ShortenSession,
    ShowCard,
    SkipExercise,
    SwapExercise,
    TypeWeight,
    weight_of,
)
from bot.chat.markup import Html, bold, line, lines
from bot.chat.reply import CARD, Button, Place, Reply, Rows, row, rows
from bot.chat.views.sets import MINUS, counted, exercise_name, load_text
from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.loading.loads import Loads, loads_for
from bot.coaching.planning.shortening import Shortened
from bot.coaching.progression.facts import facts_of
from bot.domain.session import Session, SessionItem
from bot.domain.units import Load, Unit, plain
from bot.services.change_session import Shorter
from bot.services.swap import Swaps
from bot.services.todays import Asked
from bot.services.workout import Card

BODY_STEPS = {Unit.KG: (Decimal("2.5"), Decimal(20)), Unit.LB: (Decimal(5), Decimal(40))}
"""On the belt, and of help."""
LEAPS = {Unit.KG: (10, 20, 40), Unit.LB: (25, 45, 90)}
FIRST_LOADS = {Unit.KG: (20, 30, 40, 50, 60, 80, 100, 120), Unit.LB: (45, 65, 95, 115, 135, 185, 225, 275)}


def back(session: Session) -> tuple[Button, ...]:
    return row(Button("‹ Back to the session", ShowCard(session.id)))


def weight_menu(shown: Card, item: SessionItem, knowledge: Knowledge, *, near: bool = False) -> Reply:
    """Steps around the load in force, or a first choice where there is none; `near`: steps even around a guess."""
    load = shown.offer.load if shown.offer else None
    name = exercise_name(knowledge, item.plan.exercise)
    guess = not near and item.advice is not None and item.advice.guess and item.load is None and not item.working
    text = lines(
        line(bold(name), " · the weight of your next set"),
        f"Now {load_text(load, bodyweight=item.plan.bodyweight)}." if load else None,
        "Pick one near; the steps come after." if load is None or guess else None,
    )
    loads = loads_for(shown.gym, facts_of(knowledge, item.plan.exercise))
    menu = _firsts(shown.session, item, loads) if load is None or guess else _steps(shown.session, item, load, loads)
    at = (shown.session.id, item.position)
    nothing = Load(Decimal(0), loads.unit)
    none = (
        Button("Body weight only", weight_of(shown.session.id, item, nothing))
        if item.plan.bodyweight and load
        else None
    )
    typed = row(none, Button("Type it", TypeWeight(*at)))
    return Reply(text, (*menu, typed, back(shown.session)), Place.PRESSED, screen=CARD)


def _steps(session: Session, item: SessionItem, load: Load, loads: Loads) -> Rows:
    """The next two loads that exist below and above; in the unit the load was said in."""
    amount = loads.read(load)
    below = [one for one in _chain(loads.down, amount)[::-1] if item.plan.bodyweight or one > 0]
    above = _chain(loads.up, amount)
    pairs = (below, above, _leaps(item, loads, amount, above))
    return tuple(
        tuple(_weight(session, item, said, _step_label(said, load)) for one in pair if (said := _said(loads, one)))
        for pair in pairs
        if pair
    )


def has_lighter(shown: Card, item: SessionItem, knowledge: Knowledge) -> bool:
    """False on the empty bar, and at body weight without a machine that helps; before a weight was chosen all are."""
    load = shown.offer.load if shown.offer else None
    if load is None and not item.plan.bodyweight:
        return True
    loads = loads_for(shown.gym, facts_of(knowledge, item.plan.exercise))
    below = loads.down(loads.read(load))
    return below is not None and (item.plan.bodyweight or below > 0)


def _leaps(item: SessionItem, loads: Loads, amount: Decimal, above: list[Decimal]) -> list[Decimal]:
    """Far above, while the load goes back to a guess: then the steps would take all day."""
    if item.advice is None or not item.advice.guess or item.plan.bodyweight:
        return []
    leaps = (loads.nearest(amount + one) for one in LEAPS[loads.unit])
    return list(dict.fromkeys(one for one in leaps if one > max(above, default=amount)))


def _chain(step: Callable[[Decimal], Decimal | None], amount: Decimal) -> list[Decimal]:
    first = step(amount)
    second = None if first is None else step(first)
    return [one for one in (first, second) if one is not None]


def _said(loads: Loads, amount: Decimal) -> Load:
    return Load(amount, loads.unit)


def _step_label(said: Load, load: Load) -> str:
    """How much more or less; the whole load where the one in force was said in the other unit."""
    if said.unit is not load.unit:
        return load_text(said, bodyweight=False)
    change = said.amount - load.amount
    return f"{'+' if change > 0 else MINUS}{plain(abs(change))}"


def _firsts(session: Session, item: SessionItem, loads: Loads) -> Rows:
    """A spread of loads that exist."""
    choices = _of_body(loads) if item.plan.bodyweight else map(loads.nearest, map(Decimal, FIRST_LOADS[loads.unit]))
    buttons = [_weight(session, item, _said(loads, one)) for one in dict.fromkeys(choices)]
    return tuple(tuple(buttons[index : index + 4]) for index in range(0, len(buttons), 4))


def _of_body(loads: Loads) -> Sequence[Decimal]:
    """Help where a machine gives some, and what can hang on a belt; where little fits, the lightest that does."""
    small, big = BODY_STEPS[loads.unit]
    near = [loads.nearest(one) for one in (-big * 2, -big, small, small * 2, small * 4)]
    belt = [one for one in near if one > 0]
    return [*(one for one in near if one < 0), *(belt if len(set(belt)) > 2 else loads.lightest(3))]


def _weight(session: Session, item: SessionItem, load: Load, label: str | None = None) -> Button:
    shown = label or load_text(load, bodyweight=item.plan.bodyweight)
    return Button(shown, weight_of(session.id, item, load))


def swap_menu(found: Swaps, item: SessionItem, knowledge: Knowledge, *, place: Place = Place.PRESSED) -> Reply:
    session = found.card.session
    name = exercise_name(knowledge, item.plan.exercise)
    if not found.exercises:
        text = line("Nothing I know stands in for ", bold(name), " today. Skip it, or go on to another exercise.")
        skip = row(Button("Skip it", SkipExercise(session.id, item.position)))
        return Reply(text, rows(skip, row(_hurts(session, item)), back(session)), place, screen=CARD)
    busy = " and ".join(
        sorted(knowledge.equipment[one].name.lower() for one in found.taken if one in knowledge.equipment)
    )
    text = lines(line("Instead of ", bold(name), " for today:"), f"Without {busy}." if busy else None)
    return Reply(text, (*stand_ins(found, item, knowledge), row(_hurts(session, item)), back(session)), place, CARD)


def _hurts(session: Session, item: SessionItem) -> Button:
    return Button("It hurts", HurtsMenu(session.id, item.position))


def stand_ins(found: Swaps, item: SessionItem, knowledge: Knowledge) -> Rows:
    """A row each."""
    at = (found.card.session.id, item.position)
    return tuple(
        row(Button(_stand_in(one, knowledge), SwapExercise(*at, one.plan.exercise))) for one in found.exercises
    )


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
    went = went_text(what, knowledge)
    if not went:
        skipped = any(one.skipped for one in found.card.session.items)
        back = " Exercises brings back what is left out." if skipped else ""
        return f"It fits already: about {minutes} min.{back}"
    stays = "" if not what.fits else " The big lifts stay." if what.big_stay else ""
    least = "" if what.fits else " Less than that is no session."
    return f"About {minutes} min now: {went}.{stays}{least}"


def went_text(what: Shortened, knowledge: Knowledge) -> str:
    """Without the lat pulldown, 3 sets fewer; nothing where nothing went."""
    if not (what.left_out or what.fewer_sets or what.shorter_rests):
        return ""
    *others, gone = [exercise_name(knowledge, one) for one in what.left_out] or [""]
    gone = f"{', '.join(others)} and {gone}" if others else gone
    parts = (
        f"without {gone}" if gone else "",
        f"{counted(what.fewer_sets, 'set')} fewer" if what.fewer_sets else "",
        "shorter rests" if what.shorter_rests else "",
        "fewer warm-up sets" if what.fewer_warm_ups else "",
    )
    return ", ".join(part for part in parts if part)
