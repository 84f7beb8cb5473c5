"""Which rules does every plan obey? Each can be checked on the plan alone; a breach says which, where and about what.

The ranges and the lumbar budget are data with sources (`knowledge/volumes.yaml`), so is what hurts
(`knowledge/spares.yaml`).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.knowledge.models import Exercise, Pattern
from bot.coaching.planning.counting import hard_sets, lumbar, pulls, trained
from bot.coaching.planning.dosing import HEALTHY, TOUCHY, dosed
from bot.coaching.planning.lifts import HEAVIEST, LEAST_LEVEL, PULL_UP, PULLS, bigness, possible, whole_body
from bot.coaching.planning.timing import minutes_of
from bot.coaching.progression.road import EXERCISES
from bot.domain.planning import Aim, Level, Odd, Plan, PlanSession, Remark
from bot.domain.training import Method, PlannedExercise, RepRange

BALANCE = 2
"""Pulls from above and rows: neither has more than this many times the sets of the other. Coaching practice."""

MOST_SETS, MOST_HEAVY_SETS = 4, 5
"""Of one lift in a session; the latter for big lifts where the aim is strength. Coaching practice."""

FEWEST_SETS = 2
"""Of a lift that is added for a muscle alone; for one set nobody sets up. Coaching practice."""

FREE_DAYS = 3
"""Up to so many days a week there is a day of rest between any two sessions, and the heaviest lifts may follow."""


class Rule(StrEnum):
    DAYS = "days"
    """As many sessions as days were wished for."""
    COVERED = "covered"
    """All four muscles in each session or, of a split week, in the week; as far as a possible lift trains them."""
    BALANCED = "balanced"
    """Pulls from above and rows within `BALANCE` of each other, where both are possible."""
    ENOUGH = "enough"
    """Each muscle at the low end of its range, or the plan says which is not; then no set or lift more would fit."""
    TOO_MUCH = "too-much"
    """No muscle above its range in the week, no session with more hard sets than the level bears."""
    TOO_MANY_SETS = "too-many-sets"
    """Of one lift in a session."""
    LUMBAR = "lumbar"
    """The load on the lower back within the budget of the session and of the week."""
    HEAVIEST = "heaviest"
    """Of lifts with a load of 3 one a session, on few days, and not two sessions running when there are many."""
    MINUTES = "minutes"
    """Within the minutes, rests and warm-ups counted; `minutes` is what the lifts add up to."""
    POSSIBLE = "possible"
    """Each lift with equipment that is at hand, loading nothing that hurts, and not refused."""
    LOVED = "loved"
    """Each loved lift is in, or the plan says that it is left out."""
    ORDER = "order"
    """Big lifts first."""
    SHAPE = "shape"
    """A pull in each session, and no lift in it twice; no stage of the pull-up's road beside the road, and no other
    pull of the whole body in its week. A lift of two sessions has the same repetitions in both."""
    AIM = "aim"
    """Repetitions, effort and method as the aim wants them."""


@dataclass(frozen=True, slots=True)
class Breach:
    """`session` counts from 0, None for the week; `about` is an exercise, a muscle, or a number."""

    rule: Rule
    session: int | None = None
    about: str = ""


def check_plan(plan: Plan, knowledge: Knowledge) -> tuple[Breach, ...]:
    """Every breach of every rule; none for a valid plan."""
    return tuple(breach for check in (*LIMITS, *DUTIES) for breach in check(plan, knowledge))


def remarks_of(plan: Plan, knowledge: Knowledge) -> tuple[Remark, ...]:
    """In what a plan is less than it could be; its own `remarks` are not looked at."""
    lifts = possible(plan.wishes, knowledge)
    volume = knowledge.volumes[plan.wishes.level]
    primes = {muscle for one in lifts.values() for muscle in one.muscles.prime}
    sets = hard_sets(plan.sessions, knowledge)
    patterns = {one.pattern for one in lifts.values()}
    found = [Remark(Odd.UNTRAINED, muscle.id) for muscle in knowledge.back if muscle.id not in primes]
    found += [
        Remark(Odd.SHORT, muscle, sets[muscle], low)
        for muscle, (low, _) in volume.hard_sets.items()
        if muscle in primes and sets[muscle] < low
    ]
    found += [Remark(Odd.NOT_ABOVE)] if Pattern.VERTICAL_PULL not in patterns else []
    found += [Remark(Odd.NOT_ACROSS)] if Pattern.HORIZONTAL_PULL not in patterns else []
    planned = {one.exercise for session in plan.sessions for one in session.exercises}
    loved = sorted(plan.wishes.loved - plan.wishes.refused - planned)
    return (*found, *(Remark(Odd.LEFT_OUT, id) for id in loved if id in knowledge.exercises))


def _days(plan: Plan, _: Knowledge) -> Iterator[Breach]:
    if len(plan.sessions) != plan.wishes.days:
        yield Breach(Rule.DAYS, about=str(len(plan.sessions)))


def _covered(plan: Plan, knowledge: Knowledge) -> Iterator[Breach]:
    primes = {muscle for one in possible(plan.wishes, knowledge).values() for muscle in one.muscles.prime}
    wanted = frozenset(muscle.id for muscle in knowledge.back if muscle.id in primes)
    done = [trained(session, knowledge) for session in plan.sessions]
    if knowledge.program(plan.program).split:
        missing = wanted.difference(*done)
        yield from (Breach(Rule.COVERED, None, muscle) for muscle in sorted(missing))
        return
    for at, muscles in enumerate(done):
        yield from (Breach(Rule.COVERED, at, muscle) for muscle in sorted(wanted - muscles))


def _balanced(plan: Plan, knowledge: Knowledge) -> Iterator[Breach]:
    patterns = {one.pattern for one in possible(plan.wishes, knowledge).values()}
    above, across = pulls(plan.sessions, knowledge)
    if patterns >= PULLS and max(above, across) > BALANCE * min(above, across):
        yield Breach(Rule.BALANCED, about=f"{above}:{across}")


def _enough(plan: Plan, knowledge: Knowledge) -> Iterator[Breach]:
    """Short of the range only where it is said, and only where no set more would fit."""
    for remark in remarks_of(plan, knowledge):
        if remark.odd is Odd.LEFT_OUT:
            continue
        short = remark.odd is Odd.SHORT
        if remark not in plan.remarks or (short and _more_would_fit(plan, remark.about, knowledge)):
            yield Breach(Rule.ENOUGH, about=remark.about)


def _more_would_fit(plan: Plan, muscle: str, knowledge: Knowledge) -> bool:
    return _can_grow(plan, muscle, knowledge) or _has_room(plan, muscle, knowledge)


def _can_grow(plan: Plan, muscle: str, knowledge: Knowledge) -> bool:
    """Whether one more set of some lift that trains the muscle most would break no limit."""
    return any(
        muscle in knowledge.exercises[one.exercise].muscles.prime
        and not any(breach for check in LIMITS for breach in check(with_a_set(plan, at, index, knowledge), knowledge))
        for at, session in enumerate(plan.sessions)
        for index, one in enumerate(session.exercises)
    )


def _has_room(plan: Plan, muscle: str, knowledge: Knowledge) -> bool:
    """Whether a lift more that trains the muscle most, and is for the level, would break no limit."""
    level = tuple(Level).index(plan.wishes.level)
    fit = [
        lift
        for id, lift in possible(plan.wishes, knowledge).items()
        if muscle in lift.muscles.prime and tuple(Level).index(LEAST_LEVEL.get(id, Level.NOVICE)) <= level
    ]
    return any(
        not any(breach for check in LIMITS for breach in check(_with_a_lift(plan, at, lift, knowledge), knowledge))
        for at, session in enumerate(plan.sessions)
        for lift in fit
        if all(one.exercise != lift.id for one in session.exercises)
    )


def _with_a_lift(plan: Plan, at: int, lift: Exercise, knowledge: Knowledge) -> Plan:
    exercises = (*plan.sessions[at].exercises, dosed(lift, FEWEST_SETS, plan.wishes))
    return _with(plan, at, exercises, knowledge)


def with_a_set(plan: Plan, at: int, index: int, knowledge: Knowledge) -> Plan:
    """The plan with one set more of one lift of one session."""
    exercises = list(plan.sessions[at].exercises)
    exercises[index] = replace(exercises[index], sets=exercises[index].sets + 1)
    return _with(plan, at, tuple(exercises), knowledge)


def _with(plan: Plan, at: int, exercises: tuple[PlannedExercise, ...], knowledge: Knowledge) -> Plan:
    session = replace(plan.sessions[at], exercises=exercises)
    session = replace(session, minutes=minutes_of(session, knowledge))
    return replace(plan, sessions=(*plan.sessions[:at], session, *plan.sessions[at + 1 :]))


def _too_much(plan: Plan, knowledge: Knowledge) -> Iterator[Breach]:
    volume = knowledge.volumes[plan.wishes.level]
    for muscle, sets in hard_sets(plan.sessions, knowledge).items():
        if sets > volume.hard_sets[muscle][1]:
            yield Breach(Rule.TOO_MUCH, None, muscle)
    for at, session in enumerate(plan.sessions):
        if sum(one.sets for one in session.exercises) > volume.session_sets:
            yield Breach(Rule.TOO_MUCH, at)


def _too_many_sets(plan: Plan, knowledge: Knowledge) -> Iterator[Breach]:
    for at, one in _each(plan):
        if not 1 <= one.sets <= most_sets(one, plan.wishes.aim, knowledge):
            yield Breach(Rule.TOO_MANY_SETS, at, one.exercise)


def most_sets(planned: PlannedExercise, aim: Aim, knowledge: Knowledge) -> int:
    heavy = aim is Aim.STRENGTH and bigness(knowledge.exercises[planned.exercise]) > 1
    return MOST_HEAVY_SETS if heavy else MOST_SETS


def _lumbar(plan: Plan, knowledge: Knowledge) -> Iterator[Breach]:
    volume = knowledge.volumes[plan.wishes.level]
    loads = [lumbar((session,), knowledge) for session in plan.sessions]
    yield from (Breach(Rule.LUMBAR, at, str(one)) for at, one in enumerate(loads) if one > volume.lumbar_session)
    if sum(loads) > volume.lumbar_week:
        yield Breach(Rule.LUMBAR, about=str(sum(loads)))


def _heaviest(plan: Plan, knowledge: Knowledge) -> Iterator[Breach]:
    heavy = [_heaviest_in(session, knowledge) for session in plan.sessions]
    yield from (Breach(Rule.HEAVIEST, at) for at, lifts in enumerate(heavy) if lifts > 1)
    if sum(map(bool, heavy)) > knowledge.volumes[plan.wishes.level].heaviest_days:
        yield Breach(Rule.HEAVIEST)
    if len(heavy) > FREE_DAYS:
        yield from (Breach(Rule.HEAVIEST, at) for at, lifts in enumerate(heavy) if lifts and heavy[at - 1])


def _heaviest_in(session: PlanSession, knowledge: Knowledge) -> int:
    return sum(knowledge.exercises[one.exercise].lumbar == HEAVIEST for one in session.exercises)


def _minutes(plan: Plan, knowledge: Knowledge) -> Iterator[Breach]:
    for at, session in enumerate(plan.sessions):
        if not minutes_of(session, knowledge) == session.minutes <= plan.wishes.minutes:
            yield Breach(Rule.MINUTES, at, str(session.minutes))


def _possible(plan: Plan, knowledge: Knowledge) -> Iterator[Breach]:
    lifts = possible(plan.wishes, knowledge)
    yield from (Breach(Rule.POSSIBLE, at, one.exercise) for at, one in _each(plan) if one.exercise not in lifts)


def _loved(plan: Plan, knowledge: Knowledge) -> Iterator[Breach]:
    for remark in remarks_of(plan, knowledge):
        if remark.odd is Odd.LEFT_OUT and remark not in plan.remarks:
            yield Breach(Rule.LOVED, about=remark.about)


def _order(plan: Plan, knowledge: Knowledge) -> Iterator[Breach]:
    for at, session in enumerate(plan.sessions):
        sizes = [bigness(knowledge.exercises[one.exercise]) for one in session.exercises]
        if sizes != sorted(sizes, reverse=True):
            yield Breach(Rule.ORDER, at)


def _shape(plan: Plan, knowledge: Knowledge) -> Iterator[Breach]:
    for at, session in enumerate(plan.sessions):
        ids = [one.exercise for one in session.exercises]
        if len(set(ids)) < len(ids) or not any(knowledge.exercises[id].pattern in PULLS for id in ids):
            yield Breach(Rule.SHAPE, at)
    yield from _road_alone(plan, knowledge)
    asked: dict[str, RepRange] = {}
    for at, one in _each(plan):
        if asked.setdefault(one.exercise, one.reps) != one.reps:
            yield Breach(Rule.SHAPE, at, one.exercise)


def _road_alone(plan: Plan, knowledge: Knowledge) -> Iterator[Breach]:
    roads = {at for at, one in _each(plan) if one.method is Method.ROAD}
    for at, one in _each(plan):
        if one.method is Method.ROAD or not roads:
            continue
        if (at in roads and one.exercise in EXERCISES) or whole_body(knowledge.exercises[one.exercise]):
            yield Breach(Rule.SHAPE, at, one.exercise)


def _aim(plan: Plan, _: Knowledge) -> Iterator[Breach]:
    """The first pull-up is on the road; heavy sets are for strength alone, gentle efforts where they are due."""
    wishes, lifts = plan.wishes, [one for _, one in _each(plan)]
    if wishes.aim is Aim.PULL_UP and not any(
        one.method is Method.ROAD or one.exercise == "assisted-pull-up" for one in lifts
    ):
        yield Breach(Rule.AIM, about=PULL_UP)
    most = TOUCHY if wishes.hurts else HEALTHY if wishes.aim is Aim.HEALTH else None
    for at, one in _each(plan):
        by_load = one.method in {Method.LINEAR, Method.RPE, Method.PERCENT}
        too_hard = most is not None and (one.rpe is None or one.rpe > most)
        off_road = one.method is Method.ROAD and one.exercise != PULL_UP
        if too_hard or off_road or (by_load and wishes.aim is not Aim.STRENGTH):
            yield Breach(Rule.AIM, at, one.exercise)


def _each(plan: Plan) -> Iterator[tuple[int, PlannedExercise]]:
    return ((at, one) for at, session in enumerate(plan.sessions) for one in session.exercises)


Check = Callable[[Plan, Knowledge], Iterator[Breach]]

LIMITS: tuple[Check, ...] = (_too_much, _too_many_sets, _lumbar, _heaviest, _minutes, _balanced)
"""What one set more may break."""

DUTIES: tuple[Check, ...] = (_days, _covered, _enough, _possible, _loved, _order, _shape, _aim)
