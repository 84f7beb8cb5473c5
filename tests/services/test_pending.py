"""Does an unclear line wait without losing anything of it?"""

import json
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bot.coaching.language.log_line import Action, LogContext, LogReading, Option, Wants
from bot.domain.training import DoneSet
from bot.domain.units import Load, Unit
from bot.services.pending import (
    About,
    about_of,
    answered,
    asked_again,
    left_open,
    pending_log,
    question_of,
    recorded,
    was_recorded,
)
from tests.builders import TODAY, deadlift

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
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
    waiting = json.loads(json.dumps(pending_log(7, asked(options, day), "a line", CONTEXT, NOW)))
    for index, option in enumerate(options):
        assert answered(waiting, 7, index) == (option.sets, option.day or day or TODAY)


def test_another_question_or_an_option_that_never_was_is_no_answer() -> None:
    waiting = pending_log(7, asked([Option("any", (deadlift(),))]), "a line", CONTEXT, NOW)
    assert answered(waiting, 8, 0) is None
    assert answered(waiting, 7, 1) is None
    assert answered(waiting, 7, -1) is None
    assert answered(None, 7, 0) is None


def test_a_short_line_without_options_waits_for_a_number() -> None:
    waiting = question_of(pending_log(7, asked([]), "100kg", CONTEXT, NOW), NOW)
    assert waiting is not None
    assert (waiting.line, waiting.wants, waiting.exercise) == ("100kg", Wants.REPS, "deadlift")
    for long in (
        pending_log(7, asked([]), "x" * 25, CONTEXT, NOW),
        pending_log(7, asked([Option("any", (deadlift(),))]), "100kg", CONTEXT, NOW),
    ):
        waiting = question_of(long, NOW)
        assert waiting is not None
        assert (waiting.line, waiting.wants) == ("", None)


def test_a_question_is_for_ten_minutes_to_be_answered_in_words() -> None:
    waiting = pending_log(7, asked([Option("any", (deadlift(),))]), "100kg", CONTEXT, NOW)
    assert question_of(waiting, NOW + timedelta(minutes=9)) is not None
    assert question_of(waiting, NOW + timedelta(minutes=10)) is None
    assert question_of(waiting, NOW - timedelta(minutes=1)) is None
    assert question_of({"update": 7, "options": []}, NOW) is None
    assert question_of(None, NOW) is None


def test_after_another_set_only_the_buttons_of_a_question_hold() -> None:
    waiting = left_open(pending_log(7, asked([Option("any", (deadlift(),))]), "a line", CONTEXT, NOW))
    assert question_of(waiting, NOW) is None
    assert answered(waiting, 7, 0) is not None
    assert left_open(pending_log(7, asked([]), "100kg", CONTEXT, NOW)) is None
    assert left_open(recorded(7)) == recorded(7)
    assert left_open(None) is None


def test_a_question_said_again_is_the_newer_one() -> None:
    waiting = asked_again(pending_log(7, asked([Option("any", (deadlift(),))]), "a line", CONTEXT, NOW), 9)
    assert answered(waiting, 7, 0) is None
    assert answered(waiting, 9, 0) is not None
    assert asked_again(None, 9) is None


def test_an_answered_question_is_known_as_such() -> None:
    assert was_recorded(recorded(7), 7)
    assert not was_recorded(recorded(7), 8)
    assert not was_recorded(None, 7)


def test_what_a_question_is_about_is_kept_with_it() -> None:
    about = About(message=5, entry=7, corrects=(1, 2))
    corrects = asked([Option("all", (deadlift(),), corrects=True)])
    kept = json.loads(json.dumps(pending_log(3, corrects, "it was 62.5", CONTEXT, NOW, about)))
    assert about_of(kept) == about
    assert about_of(json.loads(json.dumps(pending_log(3, asked([]), "deadlift 10x3", CONTEXT, NOW)))) == About()
    assert about_of({"update": 3, "options": []}) == About()
    assert about_of(None) == About()
