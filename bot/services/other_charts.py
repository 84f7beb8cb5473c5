"""How did the weeks, the body and the calendar go? The charts that are of no one exercise."""

from datetime import date

from bot.domain.athlete import Athlete
from bot.domain.logbook import BodyWeights
from bot.services.coach import Coach
from bot.services.hard_sets import WEEK, monday_of, weeks_of
from bot.services.lift_chart import estimates_of
from bot.services.pictures import BodyChart, CalendarChart, Point, VolumeChart
from bot.services.ports import Work
from bot.services.progress import DayTop

WEEKS_DRAWN = 8
MONTHS = 12
PULL_UP = "pull-up"


def volume_chart(work: Work, coach: Coach, athlete: Athlete, today: date) -> VolumeChart:
    """The last weeks, this one the last; none from before the log began."""
    monday = monday_of(today)
    begun = work.progress.begun(athlete.id) or today
    first = max(monday - WEEK * (WEEKS_DRAWN - 1), min(monday_of(begun), monday))
    mondays = [first + WEEK * number for number in range((monday - first).days // 7 + 1)]
    return VolumeChart(tuple(mondays), weeks_of(work, coach, athlete, mondays, today))


def body_chart(work: Work, athlete: Athlete) -> BodyChart:
    """On one scale: the body, and the body with what it pulled up. Without a body weight there is no such scale.

    A set of more repetitions than a maximum is estimated from counts as one of so many: too low, never too high.
    """
    weighed = work.weigh_ins.all(athlete.id)
    if not weighed:
        return BodyChart(athlete.unit, (), ())
    by_day = {one.day: one for one in weighed}
    weights = tuple(Point(day, one.weight.to(athlete.unit).amount) for day, one in by_day.items())
    belts = work.bests.belts(athlete.id, PULL_UP)
    tops = [DayTop(one.day, True, False, one.reps, one.kg) for one in belts]
    return BodyChart(athlete.unit, weights, estimates_of(tops, BodyWeights(weighed).on, athlete.unit, longer=True))


def calendar_chart(work: Work, athlete: Athlete, today: date) -> CalendarChart:
    """The last twelve months, this one the last, as they are drawn; a day on which only warm-ups were done has no hard
    set and is none."""
    number = max(today.year * 12 + today.month - MONTHS, 12)
    first = date(number // 12, number % 12 + 1, 1)
    days = work.progress.hard_sets(athlete.id, first, today)
    trained = {day: sum(exercises.values()) for day, exercises in days.items()}
    return CalendarChart(today, trained, work.progress.hard_days(athlete.id, today))
