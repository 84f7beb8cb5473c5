"""Whatever stands in the log, is the advice one that can be lifted, and that nobody is hurt by?"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.coaching.progression.advise import advise
from bot.coaching.progression.climbing import RAMP_BOUTS
from bot.coaching.progression.facts import WEIGHED, facts_of
from bot.coaching.progression.past import past_of
from bot.coaching.progression.shapes import Bout
from bot.coaching.progression.stalling import stalled
from bot.coaching.progression.standstill import Lift, deload_due
from bot.domain.advice import Why
from bot.domain.gym import Gym
from bot.domain.planning import Level
from bot.domain.training import DoneSet, GaveOut, Method, PlannedExercise, RepRange
from bot.domain.units import Load, Unit
from tests.coaching.progression.histories import TODAY
from tests.knowledge import KNOWLEDGE

MOST_SETS = 5
"""Of the body in a block."""
units = st.sampled_from(Unit)
efforts = st.none() | st.integers(2, 20).map(lambda one: Decimal(one) / 2)
ranges = st.tuples(st.integers(1, 30), st.integers(0, 12)).map(lambda pair: RepRange(pair[0], sum(pair)))
loads = st.builds(Load, st.integers(-400, 3000).map(lambda one: Decimal(one) / 4), units)
sets = st.builds(
    DoneSet,
    exercise=st.just("x"),
    reps=st.none() | st.integers(0, 60),
    seconds=st.none() | st.integers(0, 200),
    load=st.none() | loads,
    bodyweight=st.booleans(),
    rpe=efforts,
    warmup=st.booleans(),
)
days = st.integers(-3, 400).map(lambda ago: TODAY - timedelta(days=ago))
bouts = st.builds(
    Bout,
    day=days,
    sets=st.lists(sets, max_size=5).map(tuple),
    asked=st.none() | ranges,
    sets_asked=st.none() | st.integers(0, 6),
    light=st.booleans(),
    gave_out=st.none() | st.sampled_from(GaveOut),
)
plans = st.builds(
    PlannedExercise,
    exercise=st.sampled_from([*sorted(KNOWLEDGE.exercises), "my own"]),
    sets=st.integers(1, 6),
    reps=ranges,
    rest=st.just(90),
    timed=st.booleans(),
    bodyweight=st.booleans(),
    method=st.sampled_from(Method),
    rpe=st.none() | st.sampled_from([Decimal(7), Decimal(8), Decimal(9)]),
    percent=st.none() | st.integers(40, 100),
)
pieces = st.lists(st.sampled_from([Decimal(one) for one in ("1.25", "2.5", "5", "10", "20")]), max_size=6).map(tuple)
gyms = st.builds(Gym, unit=units, plates=pieces, dumbbells=pieces, kettlebells=pieces)


@settings(deadline=None)
@given(plans, st.lists(bouts, max_size=8), gyms, st.sampled_from(Level), st.booleans())
def test_any_history_gives_a_load_that_can_be_lifted(
    plan: PlannedExercise, history: list[Bout], gym: Gym, level: Level, light: bool
) -> None:
    facts = facts_of(KNOWLEDGE, plan.exercise, level)
    found = advise(plan, history, TODAY, gym, facts, light=light)
    past = past_of(plan, history, TODAY, gym, facts)
    amount = past.loads.read(found.load)
    assert found.load is None or found.load.unit is gym.unit
    assert found.reps >= 1
    assert 1 <= found.sets <= (max(plan.sets, MOST_SETS) if found.block else plan.sets)
    if not past.bouts:
        assert found.guess
        assert found.load is not None or facts.rack not in WEIGHED
        return
    assert amount in past.loads.amounts
    last = past.last
    if facts.rack in WEIGHED and last.amount > 0:
        assert amount > 0
    if found.reason.why is Why.PERCENT:
        return
    same = max(last.amount, past.loads.least, past.amount)
    grown = (last.amount + past.body) * (120 if len(past.bouts) <= RAMP_BOUTS else 110) / 100 - past.body
    assert amount <= max(past.loads.up(same) or same, grown)
    if past.bouts[0].bout.light or last.missed or not last.full:
        assert amount <= max(last.amount, past.loads.least)
    assert advise(plan, history, TODAY, gym, facts, light=light) == found


def good(exercise: str, day: date, amount: int, count: int, unit: Unit, rpe: Decimal | None) -> Bout:
    load = Load(Decimal(amount) * Decimal("2.5"), unit)
    done = tuple(DoneSet(exercise, reps=count, load=load, rpe=rpe) for _ in range(3))
    return Bout(day, done, RepRange(6, 8), 3)


SPOILT: Mapping[str, Callable[[Bout], Bout]] = {
    "light": lambda one: replace(one, light=True),
    "missed": lambda one: replace(one, sets=(*one.sets[:2], replace(one.sets[2], reps=5))),
    "unfinished": lambda one: replace(one, sets=one.sets[:2]),
    "lower back": lambda one: replace(one, gave_out=GaveOut.LOWER_BACK),
    "grip": lambda one: replace(one, sets=(*one.sets[:2], replace(one.sets[2], reps=4)), gave_out=GaveOut.GRIP),
}


@settings(deadline=None)
@given(
    exercise=st.sampled_from(["deadlift", "lat-pulldown", "one-arm-dumbbell-row", "t-bar-row"]),
    past=st.lists(
        st.tuples(st.integers(1, 20), st.integers(10, 14), st.integers(6, 12), efforts), min_size=1, max_size=9
    ),
    how=st.sampled_from(sorted(SPOILT)),
    method=st.sampled_from([Method.DOUBLE, Method.LINEAR, Method.RPE]),
    unit=units,
    gym=units,
)
def test_a_spoilt_day_never_raises_the_load(
    exercise: str,
    past: list[tuple[int, int, int, Decimal | None]],
    how: str,
    method: Method,
    unit: Unit,
    gym: Unit,
) -> None:
    """Against histories in which everything else calls for more."""
    day, history = TODAY, []
    for gap, amount, count, rpe in past:
        day -= timedelta(days=gap)
        history.append(good(exercise, day, amount, count, unit, rpe))
    history[0] = SPOILT[how](history[0])
    plan = PlannedExercise(exercise, 3, RepRange(6, 8), 120, method=method, rpe=Decimal(8))
    facts = facts_of(KNOWLEDGE, exercise)
    seen = past_of(plan, history, TODAY, Gym(gym), facts)
    found = advise(plan, history, TODAY, Gym(gym), facts)
    assert seen.loads.read(found.load) <= max(seen.last.amount, seen.loads.least)


@settings(deadline=None)
@given(st.lists(plans, min_size=1, max_size=4), st.lists(bouts, max_size=20), gyms, st.sampled_from(Level))
def test_a_light_week_can_be_asked_of_any_history(
    asked: list[PlannedExercise], history: list[Bout], gym: Gym, level: Level
) -> None:
    lifts = [
        Lift(plan, tuple(history[index::2]), facts_of(KNOWLEDGE, plan.exercise, level))
        for index, plan in enumerate(asked)
    ]
    found = deload_due(lifts, TODAY, gym)
    assert found is None or found.why in (Why.STALL, Why.DELOAD)
    for lift in lifts:
        times = stalled(past_of(lift.plan, lift.history, TODAY, gym, lift.facts))
        assert times is None or times >= 3


@settings(deadline=None)
@given(
    st.lists(st.integers(1, 13), min_size=1, max_size=30),
    st.lists(st.integers(4, 12), min_size=3, max_size=3),
    units,
)
def test_whoever_always_makes_the_same_gets_no_runaway(gaps: list[int], counts: list[int], unit: Unit) -> None:
    """Whatever load is advised, the same repetitions come out, the worst first where half of the sets are asked: it can
    only rise as long as they are the top."""
    plan, gym = PlannedExercise("bent-over-row", 3, RepRange(8, 10), 120), Gym(unit)
    facts = facts_of(KNOWLEDGE, "bent-over-row")
    history: list[Bout] = []
    day: date = TODAY
    for gap in gaps:
        day += timedelta(days=gap)
        told = advise(plan, history, day, gym, facts)
        done = tuple(DoneSet("bent-over-row", reps=count, load=told.load) for count in sorted(counts)[: told.sets])
        history.insert(0, Bout(day, done, plan.reps, told.sets))
    first, last = history[-1].sets[0].load, history[0].sets[0].load
    assert first is not None
    assert last is not None
    if min(counts) < 10:
        assert last.amount <= first.amount
    else:
        assert last.amount >= first.amount
