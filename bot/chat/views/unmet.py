"""How is it said that a wish cannot be met, and in what a plan is less than it could be? One sentence each."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby

from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.planning.helping import Help, what_helps
from bot.domain.planning import Hindrance, Odd, Plan, Remark, Site, Unmet
from bot.domain.units import plain

MOST_NAMED = 3

UNMET: Mapping[Hindrance, str] = {
    Hindrance.NO_BAR: "A first pull-up needs something to hang from: {help} would do. "
    "Until then another goal gets your back ready for it.",
    Hindrance.PULL_UP_HURTS: "Pull-ups load your {hurting}. "
    "Let it settle and take another goal for now; the bar will wait.",
    Hindrance.PULL_UP_REFUSED: "A first pull-up is practised with pull-ups, and you left them out. "
    "Take them back in, or choose another goal.",
    Hindrance.ALL_HURTS: "No pull that you can do here spares your {hurting}. ",
    Hindrance.ALL_REFUSED: "You left out every pull that you can do here. Take one back in, and I plan around it.",
}

REMARKS: Mapping[Odd, str] = {
    Odd.UNTRAINED: "Nothing here trains the {muscle} for now. The rest of your back goes on.",
    Odd.NOT_ABOVE: "No pull from above for now: rows do all the pulling.",
    Odd.NOT_ACROSS: "No rows for now: pulls from above do all the pulling.",
    Odd.LEFT_OUT: "{lift} found no place: it needs what is not there, loads what hurts, or would be too much.",
}


def unmet_sentence(unmet: Unmet, knowledge: Knowledge) -> str:
    """Says which wish is in the way, and what would help."""
    pieces = [_one(knowledge.equipment[id].name.lower()) for id in unmet.help[:MOST_NAMED]]
    hurting = _listed([Site(site).replace("-", " ") for site in unmet.about], "and")
    said = UNMET[unmet.why].format(hurting=hurting, help=_listed(pieces, "or"))
    if unmet.why is not Hindrance.ALL_HURTS:
        return said
    return said + (f"{_listed(pieces, 'or').capitalize()} would open one." if pieces else "Have it seen first, please.")


HELPS: Mapping[Help, str] = {
    Help.TIME: "more time",
    Help.DAY: "one more day",
    Help.EQUIPMENT: "more equipment",
}
NO_HELP = "No more fits well for now."


def remark_sentences(plan: Plan, knowledge: Knowledge) -> Iterator[str]:
    """What is short in one line, with what would help; then each of the others."""
    short = [one for one in plan.remarks if one.odd is Odd.SHORT]
    if short:
        helps = [HELPS[one] for one in what_helps(plan, knowledge)]
        yield f"{_short(short, knowledge)}. {_listed(helps, 'or').capitalize() + ' would help.' if helps else NO_HELP}"
    yield from (remark_sentence(one, knowledge) for one in plan.remarks if one.odd is not Odd.SHORT)


def _short(remarks: Sequence[Remark], knowledge: Knowledge) -> str:
    """Lats 4, mid-back 4, traps 5.5: 6 is the aim."""
    parts: list[str] = []
    for low, same in groupby(sorted(remarks, key=lambda one: -(one.low or 0)), key=lambda one: one.low):
        sets = ", ".join(f"{_called(one, knowledge)} {plain(one.sets or Decimal(0))}" for one in same)
        parts.append(f"{sets}: {low} {'is' if parts else 'is the aim'}")
    said = "; ".join(parts)
    return said[:1].upper() + said[1:]


def _called(remark: Remark, knowledge: Knowledge) -> str:
    muscle = knowledge.muscles.get(remark.about)
    return muscle.called.lower() if muscle else remark.about


def remark_sentence(remark: Remark, knowledge: Knowledge) -> str:
    muscle, lift = knowledge.muscles.get(remark.about), knowledge.exercises.get(remark.about)
    return REMARKS[remark.odd].format(
        muscle=muscle.called.lower() if muscle else "",
        lift=lift.name if lift else "",
    )


def _one(name: str) -> str:
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def _listed(names: Sequence[str], last: str) -> str:
    """`a, b or c`."""
    return f" {last} ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)
