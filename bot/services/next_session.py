"""Which session is next, and what does it ask today? The plan's in turn, or the sample session where there is none."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.athlete import Athlete
from bot.domain.training import PlannedExercise
from bot.services.coach import Coach
from bot.services.plans import KeptPlan
from bot.services.ports import Work
from bot.services.todays import Asked, Todays


def next_session(work: Work, coach: Coach, athlete: Athlete, now: datetime) -> Todays:
    """The one after the session of the plan that was finished last, on whatever day: what was missed is not lost."""
    kept = work.plans.current(athlete.id)
    if kept is None:
        return Todays(coach.program.id, _asked(coach.planned()), coach.program.minutes)
    part = part_due(work, athlete, kept)
    session = kept.plan.sessions[part]
    return Todays(
        kept.plan.program, _asked(session.exercises), session.minutes, title=session.name, plan=kept.id, part=part
    )


def part_due(work: Work, athlete: Athlete, kept: KeptPlan) -> int:
    """Counted from 0."""
    last = work.sessions.last_of_plan(athlete.id, kept.id)
    return 0 if last is None else (last + 1) % len(kept.plan.sessions)


def _asked(planned: Sequence[PlannedExercise]) -> tuple[Asked, ...]:
    return tuple(Asked(one) for one in planned)
