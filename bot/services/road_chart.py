"""How far along the road to the pull-up is a lifter? Its stages, and the best of each day on them."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from bot.coaching.progression.past import LOOKED_AT
from bot.coaching.progression.road import EXERCISES, HELP_LEFT, HELPED, ROAD, Stage, road_stage, share_of, stages_with
from bot.domain.athlete import Athlete
from bot.domain.units import Unit, plain
from bot.services.lift_chart import in_unit, set_label
from bot.services.pictures import Point, RoadChart, RoadStage
from bot.services.ports import Work
from bot.services.progress import DayTop, Practised

PULL_UP = "pull-up"
NAMES = {"dead-hang": "Hang", "scapular-pull-up": "Scapular pull", "negative-pull-up": "Lowering",
         "assisted-pull-up": "With help", "weighted-pull-up": "With a belt"}  # fmt: skip
"""Short, since they stand beside their steps."""
BEFORE = frozenset(EXERCISES) - {PULL_UP, "weighted-pull-up"}
"""What leads there."""


def on_the_road(practised: Sequence[Practised]) -> bool:
    """Whether there is more of what leads to a pull-up in the log than of pull-ups."""
    sets = {one.exercise: one.sets for one in practised if one.exercise in EXERCISES}
    before = sum(sets.get(name, 0) for name in BEFORE)
    return before > 0 and 2 * before >= sum(sets.values())


def road_chart(work: Work, athlete: Athlete, today: date) -> RoadChart:
    """With the stages that their gym has room for; all of them where there is no bar, which is not the road's fault."""
    kept = work.plans.current(athlete.id)
    equipment = None if kept is None else kept.plan.wishes.equipment
    stages = stages_with(equipment) or ROAD
    bouts = work.history.bouts(athlete.id, EXERCISES, limit=LOOKED_AT)
    stands = road_stage(bouts, equipment if stages is not ROAD else None, today)
    at = 0 if stands is None else stands.number - 1
    tops = {name: work.progress.tops(athlete.id, name) for name in EXERCISES}
    return RoadChart(tuple(_stage(stage, stages, tops[stage.exercise], athlete) for stage in stages), at, today)


def _stage(stage: Stage, stages: Sequence[Stage], tops: Sequence[DayTop], athlete: Athlete) -> RoadStage:
    same = [one for one in stages if one.exercise == stage.exercise]
    own = [one for one in tops if one.timed == stage.timed and _of_stage(stage, same, one)]
    most = max((_help(one) for one in own), default=Decimal(0))
    best: dict[date, tuple[Decimal, int, DayTop]] = {}
    for one in own:
        ranked = share_of(stage, one.effort, _help(one), most), one.effort, one
        if one.day not in best or ranked[:2] > best[one.day][:2]:
            best[one.day] = ranked
    days = tuple(Point(day, share, label=set_label(top, athlete.unit)) for day, (share, _, top) in best.items())
    label = set_label(max(best.values(), key=lambda ranked: ranked[:2])[2], athlete.unit) if best else ""
    return RoadStage(_name(stage, same), _asks(stage, stages, athlete.unit, by_machine=most > 0), days, label)


def _of_stage(stage: Stage, same: Sequence[Stage], top: DayTop) -> bool:
    """Of two stages of one exercise the higher begins with its own range."""
    first, last = same[0], same[-1]
    if first is last:
        return True
    return top.effort >= last.reps.low if stage is last else top.effort < last.reps.low


def _help(top: DayTop) -> Decimal:
    return max(-(top.kg or Decimal(0)), Decimal(0))


def _name(stage: Stage, same: Sequence[Stage]) -> str:
    if stage.exercise == PULL_UP:
        return "First pull-ups" if stage is same[0] else "Pull-ups"
    return NAMES[stage.exercise]


def _asks(stage: Stage, stages: Sequence[Stage], unit: Unit, *, by_machine: bool) -> str:
    """What leads on; the last stage has no end."""
    if stage is stages[-1]:
        return f"{stage.sets}×{stage.reps}"
    asked = f"{stage.sets}×{stage.ready}{' s' if stage.timed else ''}"
    return f"{asked} at −{plain(in_unit(HELP_LEFT, unit))} {unit}" if stage.exercise == HELPED and by_machine else asked
