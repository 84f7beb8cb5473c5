"""What is left of a session when there is little time? The big lifts and the four muscles, as far as possible.

One step at a time, until it fits: fewer sets of what is not big, then what trains no muscle that the rest leaves out,
shorter rests, fewer sets of the big lifts. A few sets of lifts that train much save time best (Iversen et al. 2021);
the order of the steps is coaching practice. No rest is cut below what the guide of the lift has for its repetitions,
with its sources there; and once sets or lifts go, a heavy hinge has two lighter sets before it instead of three.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.planning.counting import trained
from bot.coaching.planning.lifts import bigness
from bot.coaching.planning.timing import HURRIED, lighter_sets, minutes_of
from bot.domain.planning import PlanSession
from bot.domain.training import PlannedExercise

SHORT_MINUTES = 30
"""What a short session has, unless somebody says otherwise."""

FEW = 2
LEAST_REST = 60


@dataclass(frozen=True, slots=True)
class Shortened:
    """`left_out` are the exercises that are gone, `fewer_sets` how many sets are gone of those that stay.

    `fits` is False where even one set of one lift takes longer than there is.
    """

    session: PlanSession
    left_out: tuple[str, ...]
    fewer_sets: int
    shorter_rests: bool
    fits: bool
    fewer_warm_ups: bool = False
    big_stay: bool = True
    """No big lift is left out."""


def shorten(session: PlanSession, minutes: int, knowledge: Knowledge, *, hurried: bool = False) -> Shortened:
    """The session in so many minutes; the same one where it fits already. `hurried`: it was shortened before."""
    short = session
    for smaller in _steps(session, knowledge):
        if minutes_of(short, knowledge, hurried=hurried or _is_less(short, session)) <= minutes:
            break
        short = smaller(short)
    short = replace(short, minutes=minutes_of(short, knowledge, hurried=hurried or _is_less(short, session)))
    left = {one.exercise: one for one in short.exercises}
    stay = [one for one in session.exercises if one.exercise in left]
    gone = tuple(one.exercise for one in session.exercises if one.exercise not in left)
    known = [knowledge.exercises[one] for one in left if one in knowledge.exercises]
    return Shortened(
        session=short,
        left_out=gone,
        fewer_sets=sum(one.sets - left[one.exercise].sets for one in stay),
        shorter_rests=any(left[one.exercise].rest < one.rest for one in stay),
        fits=short.minutes <= minutes,
        fewer_warm_ups=not hurried and _is_less(short, session) and any(lighter_sets(one) > HURRIED for one in known),
        big_stay=not any(_is_big(one, knowledge) for one in gone),
    )


def _is_less(short: PlanSession, session: PlanSession) -> bool:
    """Whether sets are gone; shorter rests alone make no session light."""
    return sum(one.sets for one in short.exercises) < sum(one.sets for one in session.exercises)


def _is_big(exercise: str, knowledge: Knowledge) -> bool:
    return exercise in knowledge.exercises and bigness(knowledge.exercises[exercise]) > 1


Step = Callable[[PlanSession], PlanSession]


def _steps(session: PlanSession, knowledge: Knowledge) -> Iterator[Step]:
    """Each makes the session a little shorter, or leaves it; from the last lift to the first."""
    backwards = [one.exercise for one in reversed(session.exercises)]
    small = [id for id in backwards if not _is_big(id, knowledge)]
    yield from (_with_sets(id, FEW) for id in small)
    yield from (_without(id, knowledge) for id in small)
    yield _with_shorter_rests(knowledge)
    yield from (_with_sets(id, FEW) for id in backwards)
    yield from (_without(id, knowledge) for id in backwards)
    yield from (_with_sets(id, 1) for id in backwards)
    yield from (_without(id, None) for id in backwards[:-1])


def _with_sets(exercise: str, sets: int) -> Step:
    def step(session: PlanSession) -> PlanSession:
        lifts = (
            replace(one, sets=min(one.sets, sets)) if one.exercise == exercise else one for one in session.exercises
        )
        return replace(session, exercises=tuple(lifts))

    return step


def _without(exercise: str, knowledge: Knowledge | None) -> Step:
    """Leave a lift out; with `knowledge` only where the others train all that it trains."""

    def step(session: PlanSession) -> PlanSession:
        less = replace(session, exercises=tuple(one for one in session.exercises if one.exercise != exercise))
        if not less.exercises or (knowledge and trained(less, knowledge) != trained(session, knowledge)):
            return session
        return less

    return step


def _with_shorter_rests(knowledge: Knowledge) -> Step:
    """Two thirds, in steps of five seconds, and never below the least that was not there before."""

    def step(session: PlanSession) -> PlanSession:
        lifts = (
            replace(one, rest=min(one.rest, max(least_rest(one, knowledge), one.rest * 2 // 15 * 5)))
            for one in session.exercises
        )
        return replace(session, exercises=tuple(lifts))

    return step


def least_rest(planned: PlannedExercise, knowledge: Knowledge) -> int:
    """Seconds: of a big lift by its guide, for as many repetitions as are asked; of others a minute."""
    if not _is_big(planned.exercise, knowledge):
        return LEAST_REST
    doses = knowledge.exercises[planned.exercise].guide.dosage
    near = min(doses, key=lambda dose: sum(abs(a - b) for a, b in zip(dose.reps, _asked(planned), strict=True)))
    return max(LEAST_REST, near.rest[0])


def _asked(planned: PlannedExercise) -> tuple[int, int]:
    return planned.reps.low, planned.reps.high
