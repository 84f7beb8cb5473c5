"""What would be different with another plan? Sets by muscle, the lower back, minutes, and lifts in and out."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.planning.counting import hard_sets, lumbar
from bot.domain.planning import Level, Plan, PlanSession


@dataclass(frozen=True, slots=True)
class MuscleChange:
    """Hard sets of a muscle a week, helpers counted half, and the range of the second plan's level."""

    muscle: str
    before: Decimal
    after: Decimal
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Differences:
    """Of a week each: pairs are before and after. `lumbar` is the load on the lower back times sets, `minutes` of all
    sessions together. Lifts in the order of their plan."""

    sessions: tuple[int, int]
    muscles: tuple[MuscleChange, ...]
    lumbar: tuple[int, int]
    minutes: tuple[int, int]
    lifts_in: tuple[str, ...]
    lifts_out: tuple[str, ...]


def differences(before: Plan, after: Plan, knowledge: Knowledge) -> Differences:
    old, new = _lifts(before), _lifts(after)
    return Differences(
        sessions=(len(before.sessions), len(after.sessions)),
        muscles=muscle_changes(before.sessions, after.sessions, after.wishes.level, knowledge),
        lumbar=(lumbar(before.sessions, knowledge), lumbar(after.sessions, knowledge)),
        minutes=(sum(one.minutes for one in before.sessions), sum(one.minutes for one in after.sessions)),
        lifts_in=tuple(id for id in new if id not in old),
        lifts_out=tuple(id for id in old if id not in new),
    )


def muscle_changes(
    before: Sequence[PlanSession], after: Sequence[PlanSession], level: Level, knowledge: Knowledge
) -> tuple[MuscleChange, ...]:
    """Of one week's sessions and another's."""
    ranges = knowledge.volumes[level].hard_sets
    then, now = hard_sets(before, knowledge), hard_sets(after, knowledge)
    return tuple(MuscleChange(id, then[id], now[id], *ranges[id]) for id in then)


def _lifts(plan: Plan) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.exercise for session in plan.sessions for one in session.exercises))
