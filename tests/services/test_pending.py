"""Does an unclear line wait without losing anything of it?"""

import json
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bot.coaching.language.log_line import Action, LogReading, Option
from bot.domain.training import DoneSet
from bot.domain.units import Load, Unit
from bot.services.pending import answered, pending_log
from tests.builders import deadlift

LOADS = st.builds(Load, st.decimals(-500, 500, places=3), st.sampled_from(Unit))
SETS = st.builds(
    DoneSet,
    exercise=st.sampled_from(["deadlift", "pull-up"]),
    reps=st.none() | st.integers(1, 100),
    seconds=st.none() | st.integers(1, 600),
    load=st.none() | LOADS,
    bodyweight=st.booleans(),
    per_side=st.booleans(),
    rpe=st.none() | st.sampled_from([Decimal(8), Decimal("8.5")]),
    warmup=st.booleans(),
    note=st.none() | st.text(max_size=20),
)


def asked(options: list[Option], day: date | None = None) -> LogReading:
    return LogReading(Action.ASK, question="How?", options=tuple(options), day=day)


OPTIONS = st.builds(Option, st.just("any"), st.lists(SETS, max_size=3).map(tuple), st.none() | st.dates())


@given(st.lists(OPTIONS, min_size=1, max_size=3), st.none() | st.dates())
def test_every_option_comes_back_through_json_with_its_day(options: list[Option], day: date | None) -> None:
    waiting = json.loads(json.dumps(pending_log(7, asked(options, day), "a line")))
    for index, option in enumerate(options):
        assert answered(waiting, 7, index) == (option.sets, option.day or day)


def test_another_question_or_an_option_that_never_was_is_no_answer() -> None:
    waiting = pending_log(7, asked([Option("any", (deadlift(),))]), "a line")
    assert answered(waiting, 8, 0) is None
    assert answered(waiting, 7, 1) is None
    assert answered(waiting, 7, -1) is None
    assert answered(None, 7, 0) is None


def test_a_short_line_without_options_waits_to_be_finished() -> None:
    assert pending_log(7, asked([]), "100kg")["line"] == "100kg"
    assert pending_log(7, asked([]), "x" * 25)["line"] is None
    assert pending_log(7, asked([Option("any", ())]), "100kg")["line"] is None
