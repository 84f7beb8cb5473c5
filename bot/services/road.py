"""At which stage of the road to the pull-up is a lifter? A plan only says that they are on it."""

from datetime import date

from bot.coaching.progression.past import LOOKED_AT
from bot.coaching.progression.road import EXERCISES, road_stage
from bot.domain.athlete import Athlete
from bot.domain.planning import Plan
from bot.domain.training import Method, PlannedExercise
from bot.services.ports import Work


def stage_now(work: Work, athlete: Athlete, plan: Plan, today: date) -> PlannedExercise | None:
    """What is done today in place of the pull-up; None where the plan is not on the road, or it cannot be gone."""
    if all(one.method is not Method.ROAD for session in plan.sessions for one in session.exercises):
        return None
    stage = road_stage(work.history.bouts(athlete.id, EXERCISES, limit=LOOKED_AT), plan.wishes.equipment, today)
    return None if stage is None else stage.plan
