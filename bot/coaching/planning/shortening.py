"""What is left of a session when there is little time? The big lifts and the four muscles, as far as possible.

One step at a time, until it fits: fewer sets of what is not big, then what trains no muscle that the rest leaves out,
shorter rests, fewer sets of the big lifts. A few sets of lifts that train much save time best (Iversen et al. 2021);
the order of the steps is coaching practice.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.planning.counting import trained
from bot.coaching.planning.lifts import bigness
from bot.coaching.planning.timing import minutes_of
from bot.domain.planning import PlanSession

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


def shorten(session: PlanSession, minutes: int, knowledge: Knowledge) -> Shortened:
    """The session in so many minutes; the same one where it fits already."""
    short = session
    for smaller in _steps(session, knowledge):
        if minutes_of(short, knowledge) <= minutes:
            break
        short = smaller(short)
    short = replace(short, minutes=minutes_of(short, knowledge))
    left = {one.exercise: one for one in short.exercises}
    stay = [one for one in session.exercises if one.exercise in left]
    return Shortened(
        session=short,
        left_out=tuple(one.exercise for one in session.exercises if one.exercise not in left),
        fewer_sets=sum(one.sets - left[one.exercise].sets for one in stay),
        shorter_rests=any(left[one.exercise].rest < one.rest for one in stay),
        fits=short.minutes <= minutes,
    )


Step = Callable[[PlanSession], PlanSession]


def _steps(session: PlanSession, knowledge: Knowledge) -> Iterator[Step]:
    """Each makes the session a little shorter, or leaves it; from the last lift to the first."""
    backwards = [one.exercise for one in reversed(session.exercises)]
    small = [id for id in backwards if id not in knowledge.exercises or bigness(knowledge.exercises[id]) < 2]
    yield from (_with_sets(id, FEW) for id in small)
    yield from (_without(id, knowledge) for id in small)
    yield _with_shorter_rests
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


def _with_shorter_rests(session: PlanSession) -> PlanSession:
    """Two thirds, in steps of five seconds, and never below a minute that was not there before."""
    lifts = (replace(one, rest=min(one.rest, max(LEAST_REST, one.rest * 2 // 15 * 5))) for one in session.exercises)
    return replace(session, exercises=tuple(lifts))
