"""How many hard sets did each muscle of the back get in a week, and how many should it get?

A hard set is a working set: warm-ups do not count, whatever the effort was said to be. It counts 1 for a muscle that
does most of the work and a half for one that helps (`coaching/planning/counting.py`, after Pelland et al. 2024); the
ranges are those that plans are made by (`knowledge/volumes.yaml`, with sources).
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.planning.counting import credit, hard_sets
from bot.coaching.planning.writing import default_plan
from bot.domain.athlete import Athlete
from bot.domain.planning import Plan
from bot.services.coach import Coach
from bot.services.hurts import hurting
from bot.services.level import level_by_log, level_of
from bot.services.pictures import RegionWeek
from bot.services.ports import Work
from bot.services.stand_in import week_now

WEEK = timedelta(days=7)


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def plan_or_sample(work: Work, coach: Coach, athlete: Athlete, today: date) -> Plan:
    """The plan in force, or the sample session once a week for a lifter of their level."""
    kept = work.plans.current(athlete.id)
    return kept.plan if kept is not None else sample(work, coach, athlete, today)


def sample(work: Work, coach: Coach, athlete: Athlete, today: date) -> Plan:
    """What is trained without a plan, held against the ranges of their level."""
    return default_plan(coach.knowledge, level_by_log(work, athlete, today))


def asked_of_week(work: Work, coach: Coach, athlete: Athlete) -> Mapping[str, Decimal]:
    """Hard sets of each muscle of the back that the coach itself asks for in a week, with what stands in for a lift
    that hurts."""
    kept = work.plans.current(athlete.id)
    plan, wishes = (default_plan(coach.knowledge), None) if kept is None else (kept.plan, kept.plan.wishes)
    return hard_sets(week_now(coach, plan.sessions, hurting(work, athlete), wishes), coach.knowledge)


def by_muscle(done: Mapping[str, int], knowledge: Knowledge) -> Mapping[str, Decimal]:
    """Hard sets of each muscle of the back from sets of exercises; a lifter's own lifts are known to train none."""
    found: dict[str, Decimal] = defaultdict(Decimal)
    for exercise, sets in done.items():
        known = knowledge.exercises.get(exercise)
        if known is not None:
            for muscle, part in credit(known, knowledge).items():
                found[muscle] += part * sets
    return found


def weeks_of(
    work: Work, coach: Coach, athlete: Athlete, mondays: Sequence[date], today: date
) -> tuple[tuple[RegionWeek, ...], ...]:
    """One tuple a muscle, one entry a week, in the order of the Mondays, which follow one another."""
    volume = coach.knowledge.volumes[level_of(work, athlete, today)].hard_sets
    days = work.progress.hard_sets(athlete.id, mondays[0], mondays[-1] + WEEK - timedelta(days=1))
    done: dict[date, dict[str, int]] = {monday: defaultdict(int) for monday in mondays}
    for day, exercises in days.items():
        for exercise, sets in exercises.items():
            done[monday_of(day)][exercise] += sets
    counted = [by_muscle(done[monday], coach.knowledge) for monday in mondays]
    return tuple(
        tuple(
            RegionWeek(muscle.id, muscle.called, week.get(muscle.id, Decimal(0)), *volume[muscle.id])
            for week in counted
        )
        for muscle in coach.knowledge.back
        if muscle.id in volume
    )
