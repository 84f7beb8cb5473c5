"""Which plan meets a lifter's wishes? One that obeys every rule, or which wish cannot be met.

The session of the guide is the plan of those who have not wished for anything yet, and of all whose wishes it meets.
"""

from collections.abc import Callable
from dataclasses import replace

from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.knowledge.models import Loading, Program
from bot.coaching.planning.filling import filled
from bot.coaching.planning.lifts import PULL_UP, PULLS, owned, possible
from bot.coaching.planning.rules import check_plan, remarks_of
from bot.coaching.planning.timing import minutes_of
from bot.domain.planning import DAYS, MINUTES, Aim, Hindrance, Level, Plan, PlanSession, Unmet, Wishes
from bot.domain.training import PlannedExercise, RepRange

GYM = "full-gym"
_HUNG_FROM = {"pull-up-bar", "assisted-pull-up-machine"}
_ROAD = (PULL_UP, "assisted-pull-up")
_CHEAP = ("band", "pull-up-bar", "dumbbell", "kettlebell", "suspension-straps", "barbell")
"""What fits a home, the least costly first."""


def default_plan(knowledge: Knowledge, level: Level = Level.INTERMEDIATE) -> Plan:
    """The guide's session, exactly: what is trained before a plan is made. Once a week it is enough for anybody who has
    lifted for half a year, and `write_plan` gives the same for its wishes."""
    wishes = Wishes(level=level, days=1, equipment=frozenset(knowledge.kits[GYM].has))
    return _exact(_first(knowledge), wishes, knowledge)


def write_plan(wishes: Wishes, knowledge: Knowledge) -> Plan | Unmet:
    """A plan without a breach, or which wish is in the way. Ids that nobody knows are passed over.

    Raises ValueError for days or minutes out of range.
    """
    if wishes.days not in DAYS or wishes.minutes not in MINUTES:
        raise ValueError(f"{wishes.days} days of {wishes.minutes} minutes cannot be planned")
    unmet = _unmet(wishes, knowledge)
    if unmet is not None:
        return unmet
    exact = _exact(_first(knowledge), wishes, knowledge)
    if wishes.aim is Aim.SIZE and not exact.remarks and not check_plan(exact, knowledge):
        return exact
    program = _program(wishes, knowledge)
    outlines = [program.week[day % len(program.week)] for day in range(wishes.days)]
    sessions = tuple(
        timed(PlanSession(outline.name, lifts, 0), knowledge)
        for outline, lifts in zip(outlines, filled(program, wishes, knowledge), strict=True)
    )
    return remarked(Plan(program.id, wishes, sessions), knowledge)


def session_of(program: Program, knowledge: Knowledge) -> PlanSession:
    """The one session of a program with slots."""
    exercises = tuple(
        PlannedExercise(
            exercise=slot.exercise,
            sets=slot.sets,
            reps=RepRange(*slot.reps),
            rest=slot.rest,
            per_side=known.per_side,
            timed=known.seconds,
            bodyweight=known.loading is Loading.BODYWEIGHT,
        )
        for slot in program.slots
        for known in (knowledge.exercises[slot.exercise],)
    )
    return timed(PlanSession(program.name, exercises, 0), knowledge)


def timed(session: PlanSession, knowledge: Knowledge) -> PlanSession:
    """The session with the minutes that it takes."""
    return replace(session, minutes=minutes_of(session, knowledge))


def remarked(plan: Plan, knowledge: Knowledge) -> Plan:
    """The plan with what must be said of it."""
    return replace(plan, remarks=remarks_of(plan, knowledge))


def _exact(program: Program, wishes: Wishes, knowledge: Knowledge) -> Plan:
    return remarked(Plan(program.id, wishes, (session_of(program, knowledge),)), knowledge)


def _first(knowledge: Knowledge) -> Program:
    return next(iter(knowledge.programs.values()))


def _program(wishes: Wishes, knowledge: Knowledge) -> Program:
    """The first week in outline that fits; every wish has one, which tests hold."""
    have = owned(wishes.equipment)
    return next(
        one
        for one in knowledge.programs.values()
        if one.fits is not None
        and wishes.aim in one.fits.aims
        and one.fits.days[0] <= wishes.days <= one.fits.days[1]
        and one.fits.minutes[0] <= wishes.minutes <= one.fits.minutes[1]
        and have.isdisjoint(one.fits.without)
    )


def _unmet(wishes: Wishes, knowledge: Knowledge) -> Unmet | None:
    if not _can_pull(wishes, knowledge):
        return _no_pull(wishes, knowledge)
    if wishes.aim is not Aim.PULL_UP or _can_go_the_road(wishes, knowledge):
        return None
    if owned(wishes.equipment).isdisjoint(_HUNG_FROM):
        return Unmet(Hindrance.NO_BAR, help=_helpful(wishes, knowledge, _can_go_the_road))
    if _can_go_the_road(replace(wishes, refused=frozenset()), knowledge):
        return Unmet(Hindrance.PULL_UP_REFUSED)
    return Unmet(Hindrance.PULL_UP_HURTS, tuple(sorted(wishes.hurts)), _helpful(wishes, knowledge, _can_go_the_road))


def _no_pull(wishes: Wishes, knowledge: Knowledge) -> Unmet:
    helpful = _helpful(wishes, knowledge, _can_pull)
    if _can_pull(replace(wishes, refused=frozenset()), knowledge):
        return Unmet(Hindrance.ALL_REFUSED, help=helpful)
    return Unmet(Hindrance.ALL_HURTS, tuple(sorted(wishes.hurts)), helpful)


def _can_pull(wishes: Wishes, knowledge: Knowledge) -> bool:
    return any(one.pattern in PULLS for one in possible(wishes, knowledge).values())


def _can_go_the_road(wishes: Wishes, knowledge: Knowledge) -> bool:
    return not possible(wishes, knowledge).keys().isdisjoint(_ROAD)


def _helpful(wishes: Wishes, knowledge: Knowledge, met: Callable[[Wishes, Knowledge], bool]) -> tuple[str, ...]:
    """Each piece of equipment that would do by itself, what costs least first."""
    pieces = sorted(knowledge.equipment, key=lambda id: (_CHEAP.index(id) if id in _CHEAP else len(_CHEAP), id))
    return tuple(id for id in pieces if met(replace(wishes, equipment=wishes.equipment | {id}), knowledge))
