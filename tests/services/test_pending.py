"""Does an unclear line wait without losing anything of it?"""

import json
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bot.coaching.language.log_line import Action, LogContext, LogReading, Option
from bot.domain.training import DoneSet
from bot.domain.units import Load, Unit
from bot.services.pending import (
    About,
    about_of,
    answered,
    begun_line,
    pending_log,
    recorded,
    was_recorded,
    without_line,
)
from tests.builders import TODAY, deadlift

CONTEXT = LogContext(Unit.KG, TODAY, "deadlift")
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
    waiting = json.loads(json.dumps(pending_log(7, asked(options, day), "a line", CONTEXT)))
    for index, option in enumerate(options):
        assert answered(waiting, 7, index) == (option.sets, option.day or day or TODAY)


def test_another_question_or_an_option_that_never_was_is_no_answer() -> None:
    waiting = pending_log(7, asked([Option("any", (deadlift(),))]), "a line", CONTEXT)
    assert answered(waiting, 8, 0) is None
    assert answered(waiting, 7, 1) is None
    assert answered(waiting, 7, -1) is None
    assert answered(None, 7, 0) is None


def test_a_short_line_without_options_waits_to_be_finished() -> None:
    assert pending_log(7, asked([]), "100kg", CONTEXT)["line"] == "100kg"
    assert pending_log(7, asked([]), "x" * 25, CONTEXT)["line"] is None
    assert pending_log(7, asked([Option("any", ())]), "100kg", CONTEXT)["line"] is None


def test_a_begun_line_is_for_the_same_exercise_only() -> None:
    waiting = pending_log(7, asked([]), "100kg", CONTEXT)
    assert begun_line(waiting, "deadlift") == "100kg"
    assert begun_line(waiting, "pull-up") is None
    assert without_line(waiting) is None
    assert begun_line(None, "deadlift") is None


def test_an_answered_question_is_known_as_such() -> None:
    assert was_recorded(recorded(7), 7)
    assert not was_recorded(recorded(7), 8)
    assert not was_recorded(None, 7)


def test_what_a_question_is_about_is_kept_with_it() -> None:
    about = About(message=5, entry=7, corrects=(1, 2))
    corrects = asked([Option("all", (deadlift(),), corrects=True)])
    kept = json.loads(json.dumps(pending_log(3, corrects, "it was 62.5", CONTEXT, about)))
    assert about_of(kept) == about
    assert about_of(json.loads(json.dumps(pending_log(3, asked([]), "deadlift 10x3", CONTEXT)))) == About()
    assert about_of({"update": 3, "options": []}) == About()
    assert about_of(None) == About()
