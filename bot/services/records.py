"""What are the lifter's records? The best of each exercise, a page of them, or all there is to one."""

from dataclasses import dataclass, replace

from bot.coaching.knowledge.models import Loading, Pattern
from bot.domain.athlete import Athlete
from bot.domain.errors import SetGone
from bot.domain.logbook import BodyWeights, WeighIn
from bot.domain.records import BestDay, Estimate, WithBody, best_day, estimate, frontier, timed, with_body
from bot.domain.training import KeptSet
from bot.services.bests import Trained
from bot.services.coach import Coach
from bot.services.ports import Work

PAGE = 8
DAYS_LOOKED_AT = 60
LOWERED = frozenset({"negative-pull-up"})
"""Let down slowly, not pulled up: more than a maximum can be lowered, so none is estimated from it."""


@dataclass(frozen=True, slots=True)
class Best:
    """The best of one exercise: sets that none outdoes, heaviest first, counted and held apart."""

    trained: Trained
    counted: tuple[KeptSet, ...]
    held: tuple[KeptSet, ...]
    estimate: Estimate | None
    unloaded: KeptSet | None = None
    """The most that was held or counted lately, where none was done against a load or the body's weight."""


@dataclass(frozen=True, slots=True)
class Records:
    page: int
    pages: int
    bests: tuple[Best, ...]
    weighed: WeighIn | None
    """The last body weight."""


@dataclass(frozen=True, slots=True)
class RecordsOf:
    best: Best
    day: BestDay | None
    with_body: WithBody | None
    asks_weight: bool
    """It moves the whole body, and no body weight is known."""


def records(work: Work, athlete: Athlete, page: int) -> Records:
    """A page past the last is the last one."""
    trained = work.bests.exercises(athlete.id)
    pages = max(1, -(-len(trained) // PAGE))
    at = min(max(page, 0), pages - 1)
    shown = trained[at * PAGE : (at + 1) * PAGE]
    found = work.bests.heaviest(athlete.id, [one.exercise for one in shown])
    weighed = work.weigh_ins.newest(athlete.id)
    bests = tuple(_without_load(work, athlete, _best(one, found[one.exercise])) for one in shown)
    return Records(at, pages, bests, weighed[0] if weighed else None)


def _best(trained: Trained, sets: tuple[KeptSet, ...]) -> Best:
    counted = [one for one in sets if not timed(one.done)]
    held = [one for one in sets if timed(one.done)]
    top = None if trained.exercise in LOWERED else estimate(counted)
    return Best(trained, frontier(counted), frontier(held), top)


def _without_load(work: Work, athlete: Athlete, best: Best) -> Best:
    """One of their own that is only held or counted, `Plank 60 s`: the most of its last days."""
    if best.counted or best.held:
        return best
    days = work.history.days_of(athlete.id, best.trained.exercise, limit=DAYS_LOOKED_AT)
    sets = [kept for day in days for kept in day.sets if not kept.done.warmup and not kept.done.empty]
    most = max(sets, key=lambda kept: kept.done.seconds or kept.done.reps or 0, default=None)
    return best if most is None else replace(best, unloaded=most)


def records_by_set(work: Work, coach: Coach, athlete: Athlete, kept_id: int) -> RecordsOf:
    """Of the exercise of that set. Raises SetGone where it is not theirs, or nothing stands of the exercise."""
    exercise = work.history.exercise_of(athlete.id, kept_id)
    found = None if exercise is None else records_of(work, coach, athlete, exercise)
    if found is None:
        raise SetGone
    return found


def records_of(work: Work, coach: Coach, athlete: Athlete, exercise: str) -> RecordsOf | None:
    """None where the log has no working set of it."""
    trained = next((one for one in work.bests.exercises(athlete.id) if one.exercise == exercise), None)
    if trained is None:
        return None
    best = _without_load(work, athlete, _best(trained, work.bests.heaviest(athlete.id, [exercise])[exercise]))
    whole = moves_the_whole_body(coach, exercise)
    weights = BodyWeights(work.weigh_ins.all(athlete.id) if whole else ())
    body = with_body(work.bests.belts(athlete.id, exercise), weights.on) if whole and weights else None
    day = best_day(work.bests.days(athlete.id, exercise), weights.on)
    return RecordsOf(best, day, body, asks_weight=whole and not weights)


def moves_the_whole_body(coach: Coach, exercise: str) -> bool:
    """Pull-ups and their kin: in a row with the feet down, or a back extension, some of the body rests."""
    known = coach.knowledge.exercises.get(exercise)
    hangs = known is not None and known.loading is Loading.BODYWEIGHT and known.pattern is Pattern.VERTICAL_PULL
    return hangs and exercise not in LOWERED
