"""How does a load get onto the bar, and what is lifted before it? Plates for a side, and the warm-up sets."""

from collections.abc import Sequence
from decimal import Decimal

from bot.chat.markup import Html, line
from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.loading.plates import ENDS, changes, plates_for
from bot.coaching.progression.facts import Rack, facts_of
from bot.coaching.progression.warm_ups import warm_ups
from bot.domain.gym import Gym
from bot.domain.session import Session, SessionItem
from bot.domain.units import Load, plain


def plates_line(session: Session, exercise: str, load: Load | None, gym: Gym, knowledge: Knowledge) -> Html | None:
    """What is on each side, and the fewest plates to change where another load of this bar was lifted last; None where
    no plates are put on."""
    rack = facts_of(knowledge, exercise).rack
    if load is None or rack not in ENDS:
        return None
    loaded = plates_for(load, gym, rack)
    if not loaded.per_side:
        return line("the empty bar") if loaded.rest is None and rack is Rack.BARBELL else None
    where = "on it" if rack is Rack.SLEEVE else "a side"
    short = "" if loaded.rest is None else f", which makes {plain(loaded.load.amount)} {loaded.load.unit}"
    return line(f"{plates_text(loaded.per_side)} {where}{short}", _change(session, load, gym, rack, knowledge))


def _change(session: Session, load: Load, gym: Gym, rack: Rack, knowledge: Knowledge) -> str:
    """Beside what stands on the bar since the last set on one; nothing where it is the same, or all of it goes."""
    newest = max(session.sets, key=lambda kept: kept.id, default=None)
    before = None if newest is None else newest.done.load
    if newest is None or before is None or facts_of(knowledge, newest.done.exercise).rack is not rack:
        return ""
    change = changes(before, load, gym, rack)
    if not (change.off or change.on) or len(change.stands) == len(change.on):
        return ""
    parts = (
        f"off {plates_text(change.off)}" if change.off else "",
        f"on {plates_text(change.on)}" if change.on else "",
    )
    return f" ({', '.join(part for part in parts if part)})"


def plates_text(plates: Sequence[Decimal]) -> str:
    """20 + 20 + 2.5, from the collar outwards."""
    return " + ".join(plain(one) for one in plates)


def warm_up_line(session: Session, item: SessionItem, load: Load | None, gym: Gym, knowledge: Knowledge) -> Html | None:
    """Before the first set of its movement; None where none is of use."""
    if item.done:
        return None
    facts = facts_of(knowledge, item.plan.exercise)
    done = (kept.done.exercise for kept in session.sets)
    warm = any(knowledge.exercises[one].pattern is facts.pattern for one in done if one in knowledge.exercises)
    sets = warm_ups(load, facts, gym, first=not warm, hurried=session.shortened)
    if not sets:
        return None
    told = " · ".join(f"{plain(one.load.amount) if one.load else 'nothing'}×{one.reps}" for one in sets)
    return line(f"warm-up  {told}")
