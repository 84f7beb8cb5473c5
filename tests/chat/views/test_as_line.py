"""Does the line that a card tells its lifter to write keep just the set that a tap would?"""

from datetime import date

import pytest

from bot.chat.views.sets import as_line
from bot.coaching.language.log_line import Action, LogContext
from bot.domain.training import RepRange
from bot.domain.units import Load, Unit
from tests.builders import kg, lb
from tests.journeys.people import coach

COACH = coach()
LOADS = {
    Unit.KG: [kg(one) for one in ("1", "5", "7.5", "10", "12", "16", "20", "22.5", "30", "42.5", "100")],
    Unit.LB: [lb(one) for one in ("5", "10", "12.5", "25", "45", "95", "225")],
}
HELPED = ("pull-up", "chin-up", "neutral-grip-pull-up", "assisted-pull-up")
COUNTS = (1, 3, 5, 8, 10, 12, 15, 20, 30)


@pytest.mark.parametrize("unit", Unit)
@pytest.mark.parametrize("exercise", sorted(COACH.knowledge.exercises))
def test_each_lift_of_the_book_is_read_back(exercise: str, unit: Unit) -> None:
    plan = COACH.planned_as(exercise, sets=3, reps=RepRange(6, 8), rest=120)
    loads: list[Load | None] = [*LOADS[Unit.KG], *LOADS[Unit.LB]]
    if plan.bodyweight:
        loads += [None, *([kg("-20"), lb("-45")] if exercise in HELPED else [])]
    for load in loads:
        for count in COUNTS:
            line = as_line(plan, load, count, unit)
            read = COACH.log_reader.read(line, LogContext(unit, date(2026, 11, 26), exercise))
            assert read.action is Action.RECORD, line
            [done] = read.sets
            assert (done.exercise, done.load) == (exercise, load), line
            assert (done.seconds if plan.timed else done.reps) == count, line
            assert (done.reps if plan.timed else done.seconds) is None, line


@pytest.mark.parametrize(
    ("exercise", "load", "line"),
    [
        ("deadlift", kg("30"), "30kg x8"),
        ("deadlift", kg("60"), "60x8"),
        ("deadlift", lb("135"), "135lb x8"),
        ("pull-up", None, "8"),
        ("pull-up", kg("10"), "+10x8"),
        ("pull-up", kg("-20"), "-20x8"),
        ("dead-hang", None, "8s"),
        ("dead-hang", kg("10"), "+10x8s"),
        ("lat-pulldown", kg("25"), "25kg x8"),
        ("one-arm-dumbbell-row", kg("10"), "10kg x8"),
    ],
)
def test_it_is_as_short_as_it_may_be(exercise: str, load: Load | None, line: str) -> None:
    plan = COACH.planned_as(exercise, sets=3, reps=RepRange(6, 8), rest=120)
    assert as_line(plan, load, 8, Unit.KG) == line
