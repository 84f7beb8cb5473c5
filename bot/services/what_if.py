"""What would change with another plan? The planner runs twice, and the difference is shown; nothing is kept."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.planning.comparing import Differences, differences
from bot.coaching.planning.wish_words import read_wishes
from bot.coaching.planning.writing import default_plan, write_plan
from bot.domain.athlete import Athlete
from bot.domain.planning import DAYS, MINUTES, Plan, Unmet, Wishes
from bot.services.coach import Coach
from bot.services.level import level_by_log
from bot.services.ports import Work


@dataclass(frozen=True, slots=True)
class Otherwise:
    """The week now and the week then."""

    now: Plan
    then: Plan
    found: Differences


def what_if(
    work: Work, coach: Coach, athlete: Athlete, change: Callable[[Wishes], Wishes], today: date
) -> Otherwise | Unmet:
    """With wishes changed so; beside the plan in force, or the sample session once a week."""
    now = _now(work, coach, athlete, today)
    return _otherwise(now, change(now.wishes), coach)


def what_if_said(work: Work, coach: Coach, athlete: Athlete, said: str, today: date) -> Otherwise | Unmet | None:
    """In words; None where they change no wish."""
    now = _now(work, coach, athlete, today)
    wishes = read_wishes(said, now.wishes, coach.knowledge)
    return None if wishes is None else _otherwise(now, wishes, coach)


def _now(work: Work, coach: Coach, athlete: Athlete, today: date) -> Plan:
    kept = work.plans.current(athlete.id)
    return kept.plan if kept is not None else default_plan(coach.knowledge, level_by_log(work, athlete, today))


def _otherwise(now: Plan, wishes: Wishes, coach: Coach) -> Otherwise | Unmet:
    then = write_plan(wishes, coach.knowledge)
    if isinstance(then, Unmet):
        return then
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
