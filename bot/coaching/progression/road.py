"""Where on the road to the pull-up is a lifter, and what is next? Hang, blades, lowering, help, pull-up, belt.

The stages, and what is asked to leave each, are coaching practice, as `knowledge/topics/pull-ups.yaml` tells them.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bot.coaching.progression.past import without_notes
from bot.coaching.progression.shapes import Bout
from bot.domain.advice import Reason, Why
from bot.domain.training import Method, PlannedExercise, RepRange
from bot.domain.units import kilograms

MEMORY = 180
"""Days; what was done before is not counted on."""
STALE = 28
"""Days without any of it, and the lifter begins a stage back."""
HELP_LEFT = Decimal(15)
"""Kilograms of help at which the pull-up itself is worth a try; a band's help has no number."""
TWICE = 2
HELPED = "assisted-pull-up"


@dataclass(frozen=True, slots=True)
class Stage:
    """`ready`: with so many in every set the next stage is due. `needs`: one of these must be there."""

    exercise: str
    sets: int
    reps: RepRange
    rest: int
    ready: int
    needs: frozenset[str]
    timed: bool = False

    @property
    def plan(self) -> PlannedExercise:
        return PlannedExercise(
            self.exercise,
            self.sets,
            self.reps,
            self.rest,
            timed=self.timed,
            bodyweight=True,
            method=Method.ROAD,
        )


BAR = frozenset({"pull-up-bar"})
ROAD = (
    Stage("dead-hang", 3, RepRange(10, 30), 60, 30, BAR, timed=True),
    Stage("scapular-pull-up", 3, RepRange(5, 8), 60, 8, BAR),
    Stage("negative-pull-up", 3, RepRange(3, 5), 120, 5, BAR),
    Stage("assisted-pull-up", 3, RepRange(6, 8), 120, 8, frozenset({"assisted-pull-up-machine", "band"})),
    Stage("pull-up", 5, RepRange(1, 3), 120, 3, BAR),
    Stage("pull-up", 3, RepRange(4, 10), 120, 8, BAR),
    Stage("weighted-pull-up", 3, RepRange(5, 8), 180, 100, frozenset({"dip-belt"})),
)
EXERCISES = tuple(dict.fromkeys(stage.exercise for stage in ROAD))
"""Whose history is looked at."""
BEFORE_PULL_UP = frozenset(EXERCISES[: EXERCISES.index("pull-up")])
"""What is done on the way to the first one."""


@dataclass(frozen=True, slots=True)
class OnTheRoad:
    """The stage that is due, by its `number` from 1. `reason.other` is the exercise that led here, `before` what was
    done of it."""

    plan: PlannedExercise
    number: int
    reason: Reason


def stages_with(equipment: Collection[str] | None) -> Sequence[Stage]:
    """Those that can be gone; none without a bar to hang from."""
    stages = [one for one in ROAD if equipment is None or one.needs & set(equipment)]
    return stages if stages and stages[0].exercise == ROAD[0].exercise else []


def share_of(stage: Stage, count: int, helped: Decimal, most_helped: Decimal) -> Decimal:
    """How far a set goes towards leaving its stage, from 0 to 1: by its count, and with help half by how much less
    there is of it than there was at most (both in kilograms, above 0)."""
    counted = min(Decimal(count) / stage.ready, Decimal(1))
    if stage.exercise != HELPED or most_helped <= HELP_LEFT:
        return counted
    less = min((most_helped - helped) / (most_helped - HELP_LEFT), Decimal(1))
    return (counted + less) / 2


def road_stage(
    history: Mapping[str, Sequence[Bout]], equipment: Collection[str] | None, today: date
) -> OnTheRoad | None:
    """`history`: by exercise (`EXERCISES`), newest first. `equipment`: ids, None for a full gym.

    None without a bar to hang from.
    """
    stages = stages_with(equipment)
    if not stages:
        return None
    late = {name: _late(history.get(name, ()), today) for name in EXERCISES}
    at, led = _reached(stages, late)
    at = _fallen_back(stages, late, at)
    days = min(((today - bouts[0].day).days for bouts in late.values() if bouts), default=None)
    if days is not None and days >= STALE and at:
        at -= 1
        return OnTheRoad(stages[at].plan, at + 1, Reason(Why.BREAK, days=days))
    bouts = late[led] if led else ()
    before = without_notes(bouts[0].sets) if bouts else ()
    return OnTheRoad(stages[at].plan, at + 1, Reason(Why.ROAD, other=led, before=before))


def _late(bouts: Sequence[Bout], today: date) -> list[Bout]:
    """Hard ones with something in them, newest first."""
    kept = [one for one in bouts if not one.light and (today - one.day).days <= MEMORY and _counts(one)]
    return sorted(kept, key=lambda one: one.day, reverse=True)


def _reached(stages: Sequence[Stage], late: Mapping[str, Sequence[Bout]]) -> tuple[int, str | None]:
    """The furthest stage that was done, or is due after it, and the exercise that says so."""
    at, led = 0, None
    for index, stage in enumerate(stages):
        bouts = late[stage.exercise]
        if not bouts or max(_counts(bouts[0])) < stage.reps.low:
            continue
        due = index + 1 if _is_ready(stage, bouts[0]) else index
        if due >= at:
            at, led = min(due, len(stages) - 1), stage.exercise
    return at, led


def _fallen_back(stages: Sequence[Stage], late: Mapping[str, Sequence[Bout]], at: int) -> int:
    """A stage back where it was tried twice in vain, until the stage before was made again since."""
    if not at:
        return at
    low = stages[at].reps.low
    tried = [one for one in late[stages[at].exercise] if one.asked is None or one.asked.low >= low][:TWICE]
    vain = len(tried) == TWICE and all(max(_counts(one)) < low for one in tried)
    below = late[stages[at - 1].exercise]
    again = bool(below) and below[0].day > tried[0].day if vain else False
    return at - 1 if vain and not again else at


def _is_ready(stage: Stage, bout: Bout) -> bool:
    counts = sorted(_counts(bout), reverse=True)[: stage.sets]
    whole = len(counts) >= min(stage.sets, bout.sets_asked or stage.sets) and counts[-1] >= stage.ready
    helped = max((-kilograms(one.load) for one in bout.sets if one.load is not None), default=Decimal(0))
    return whole and (stage.exercise != HELPED or helped <= HELP_LEFT)


def _counts(bout: Bout) -> list[int]:
    return [one.seconds or one.reps or 0 for one in bout.sets if not one.warmup and not one.empty]
