"""What would change with another plan? The planner runs twice, and the difference is shown; nothing is kept."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.planning.comparing import Differences, differences
from bot.coaching.planning.rules import check_plan
from bot.coaching.planning.wish_words import read_wishes
from bot.coaching.planning.writing import remarked, write_plan
from bot.domain.athlete import Athlete
from bot.domain.planning import DAYS, MINUTES, Plan, Unmet, Wishes
from bot.services.coach import Coach
from bot.services.hard_sets import plan_or_sample
from bot.services.ports import Work


@dataclass(frozen=True, slots=True)
class Otherwise:
    """The week now and the week then."""

    now: Plan
    then: Plan
    found: Differences


@dataclass(frozen=True, slots=True)
class NotThen:
    """The wishes that were asked about, and which of them cannot be met."""

    wishes: Wishes
    why: Unmet


def what_if(
    work: Work, coach: Coach, athlete: Athlete, change: Callable[[Wishes], Wishes], today: date
) -> Otherwise | NotThen:
    """With wishes changed so; beside the plan in force, or the sample session once a week."""
    now = plan_or_sample(work, coach, athlete, today)
    return _otherwise(now, change(now.wishes), coach)


def _met_already(now: Plan, wishes: Wishes, knowledge: Knowledge) -> bool:
    """Whether less is asked for than the plan keeps to as it is: less time than it uses, or without what it has not."""
    old = now.wishes
    others = replace(wishes, minutes=old.minutes, equipment=old.equipment, hurts=old.hurts, refused=old.refused)
    less = wishes.minutes <= old.minutes and wishes.equipment <= old.equipment
    gone = any(one.exercise not in knowledge.exercises for session in now.sessions for one in session.exercises)
    if gone or others != old or not less or not (wishes.hurts >= old.hurts and wishes.refused >= old.refused):
        return False
    same = remarked(replace(now, wishes=wishes), knowledge)
    return set(check_plan(same, knowledge)) <= set(check_plan(now, knowledge))


def what_if_said(work: Work, coach: Coach, athlete: Athlete, said: str, today: date) -> Otherwise | NotThen | None:
    """In words; None where they change no wish."""
    now = plan_or_sample(work, coach, athlete, today)
    wishes = read_wishes(said, now.wishes, coach.knowledge)
    return None if wishes is None else _otherwise(now, wishes, coach)


def of_equipment(found: Otherwise | NotThen, work: Work, athlete: Athlete) -> bool:
    """Whether what is there is all that differs from the plan in force."""
    kept = work.plans.current(athlete.id)
    wishes = found.then.wishes if isinstance(found, Otherwise) else found.wishes
    return kept is not None and replace(wishes, equipment=kept.plan.wishes.equipment) == kept.plan.wishes


def _otherwise(now: Plan, wishes: Wishes, coach: Coach) -> Otherwise | NotThen:
    met = wishes == now.wishes or _met_already(now, wishes, coach.knowledge)
    then = replace(now, wishes=wishes) if met else write_plan(wishes, coach.knowledge)
    if isinstance(then, Unmet):
        return NotThen(wishes, then)
    return Otherwise(now, then, differences(now, then, coach.knowledge))


def _days(by: int) -> Callable[[Wishes], Wishes]:
    return lambda wishes: replace(wishes, days=min(max(wishes.days + by, DAYS.start), DAYS.stop - 1))


def _short(wishes: Wishes) -> Wishes:
    return replace(wishes, minutes=max(MINUTES.start, 30))


def _with_kit(kit: str, knowledge: Knowledge) -> Callable[[Wishes], Wishes]:
    return lambda wishes: replace(wishes, equipment=frozenset(knowledge.kits[kit].has))


def questions(knowledge: Knowledge) -> Mapping[str, Callable[[Wishes], Wishes]]:
    """What is asked most, by the key that a button carries."""
    return {
        "fewer": _days(-1),
        "more": _days(1),
        "short": _short,
        "dumbbells": _with_kit("dumbbells-and-bench", knowledge),
        "door": _with_kit("door-bar-and-band", knowledge),
    }
