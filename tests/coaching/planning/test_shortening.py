"""Does a short session fit, keep its big lifts and four muscles first, and say what is gone?"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.coaching.planning.counting import trained
from bot.coaching.planning.shortening import SHORT_MINUTES, least_rest, shorten
from bot.coaching.planning.timing import minutes_of
from bot.coaching.planning.writing import default_plan, write_plan
from bot.domain.planning import Plan, Wishes
from tests.coaching.planning.wishes import any_wishes
from tests.knowledge import KNOWLEDGE

BACK = default_plan(KNOWLEDGE).sessions[0]


@pytest.mark.parametrize(
    ("minutes", "kept", "left_out", "fewer_sets", "shorter_rests"),
    [
        (59, {"deadlift": 3, "pull-up": 3, "lat-pulldown": 3}, (), 0, False),
        (50, {"deadlift": 3, "one-arm-dumbbell-row": 2, "lat-pulldown": 2, "seated-cable-row": 2}, (), 3, False),
        (
            30,
            {"deadlift": 3, "pull-up": 3, "bent-over-row": 3},
            ("one-arm-dumbbell-row", "seated-cable-row", "lat-pulldown"),
            0,
            False,
        ),
        (
            20,
            {"deadlift": 2, "pull-up": 2, "bent-over-row": 2},
            ("one-arm-dumbbell-row", "seated-cable-row", "lat-pulldown"),
            3,
            True,
        ),
    ],
)
def test_the_session_of_the_guide(
    minutes: int, kept: dict[str, int], left_out: tuple[str, ...], fewer_sets: int, shorter_rests: bool
) -> None:
    short = shorten(BACK, minutes, KNOWLEDGE)
    sets = {one.exercise: one.sets for one in short.session.exercises}
    assert {id: sets[id] for id in kept} == kept
    assert (short.left_out, short.fewer_sets, short.shorter_rests) == (left_out, fewer_sets, shorter_rests)
    assert short.fits


def test_what_fits_already_stays_as_it_is() -> None:
    assert shorten(BACK, 60, KNOWLEDGE).session == BACK


def test_where_even_one_set_takes_longer_that_is_said() -> None:
    short = shorten(BACK, 5, KNOWLEDGE)
    assert [(one.exercise, one.sets) for one in short.session.exercises] == [("deadlift", 1)]
    assert not short.fits


@settings(max_examples=150, deadline=None)
@given(any_wishes, st.sampled_from([15, 20, SHORT_MINUTES, 45]))
def test_any_session_can_be_short(wishes: Wishes, minutes: int) -> None:
    plan = write_plan(wishes, KNOWLEDGE)
    for session in plan.sessions if isinstance(plan, Plan) else ():
        short = shorten(session, minutes, KNOWLEDGE)
        assert short.fits
        less = bool(short.left_out or short.fewer_sets)
        assert minutes_of(short.session, KNOWLEDGE, hurried=less) == short.session.minutes <= max(minutes, 1)
        again = shorten(short.session, minutes, KNOWLEDGE, hurried=less)
        assert again.session == short.session, "asked for twice it is the same"
        before = {one.exercise: one for one in session.exercises}
        after = {one.exercise: one for one in short.session.exercises}
        assert [*after] == [id for id in before if id not in short.left_out]
        assert all(after[id].sets <= before[id].sets and after[id].rest <= before[id].rest for id in after)
        assert all(after[id].rest >= min(before[id].rest, least_rest(before[id], KNOWLEDGE)) for id in after)
        assert sum(before[id].sets - after[id].sets for id in after) == short.fewer_sets
        if minutes >= SHORT_MINUTES:
            assert trained(short.session, KNOWLEDGE) == trained(session, KNOWLEDGE)


def test_a_big_lift_keeps_the_rest_that_its_guide_has_for_its_repetitions() -> None:
    short = shorten(BACK, 15, KNOWLEDGE)
    deadlift = next(one for one in short.session.exercises if one.exercise == "deadlift")
    again = shorten(short.session, 10, KNOWLEDGE, hurried=True)
    assert deadlift.rest == 120
    assert again.session.exercises[0].rest == 120, "and not less each time"
    assert short.fewer_warm_ups
    assert short.left_out
    assert not shorten(BACK, 60, KNOWLEDGE).fewer_warm_ups


def test_whether_the_big_lifts_stay_is_known() -> None:
    assert shorten(BACK, 30, KNOWLEDGE).big_stay
    assert not shorten(BACK, 15, KNOWLEDGE).big_stay
