"""Does a year of training go as it should for six lifters? Nobody runs away, nobody starves, light weeks come."""

from functools import cache
from itertools import pairwise

import pytest

from bot.domain.advice import Why
from tests.lifters.__main__ import table
from tests.lifters.people import LIFTS, PEOPLE
from tests.lifters.year import Year, live

EVERY = pytest.mark.parametrize("name", PEOPLE)


@cache
def year(name: str) -> Year:
    return live(PEOPLE[name])


@EVERY
def test_no_runaway(name: str) -> None:
    """No load is above what the body could lift once that day, but for the day that it is hurt; misses are few."""
    entries = year(name).entries
    assert all(one.total <= one.form for one in entries if one.week != PEOPLE[name].hurt_in)
    assert sum(one.missed for one in entries) < len(entries) / 4


@EVERY
def test_no_load_jumps(name: str) -> None:
    for lift in LIFTS:
        hard = [one for one in year(name).of(lift) if not one.bout.light]
        for before, after in pairwise(hard):
            if before.exercise == after.exercise and before.exercise != "dead-hang":
                assert after.total <= before.total * 1.34, (lift, before, after)


@EVERY
def test_no_starvation(name: str) -> None:
    """In the last quarter each lift that is trained is a working load: above half of what could be lifted once."""
    for lift in LIFTS:
        late = [one for one in year(name).of(lift) if one.week >= 39 and not one.bout.light]
        assert late
        assert max(one.total / one.form for one in late) > 0.5, lift


@pytest.mark.parametrize("name", ["novice", "intermediate", "stalling", "injured"])
def test_light_weeks_come(name: str) -> None:
    assert 3 <= len(year(name).light_weeks) <= 10


def test_the_novice_gets_strong_and_does_a_pull_up() -> None:
    deadlift = [one.total for one in year("novice").of("deadlift") if not one.bout.light]
    assert deadlift[-1] > 2 * deadlift[0]
    assert any(one.exercise == "pull-up" for one in year("novice").of("pull-up"))


def test_who_stands_still_is_held_at_what_they_can() -> None:
    rows = [one for one in year("stalling").of("bent-over-row") if one.week >= 26 and not one.bout.light]
    assert max(one.total for one in rows) <= 1.15 * min(one.total for one in rows)
    assert year("stalling").why()[Why.STALL] > 0


def test_the_injured_one_goes_back_and_comes_up_again() -> None:
    deadlift = [one for one in year("injured").of("deadlift") if not one.bout.light]
    before = max(one.total for one in deadlift if one.week < 16)
    hurt = min(one.total for one in deadlift if 16 <= one.week <= 23)
    after = max(one.total for one in deadlift if one.week >= 39)
    assert hurt < 0.9 * before
    assert after > 0.95 * before


def test_breaks_do_not_wear_the_inconsistent_one_down() -> None:
    for lift in ("deadlift", "bent-over-row", "seated-cable-row", "lat-pulldown"):
        hard = [one.total for one in year("inconsistent").of(lift) if not one.bout.light]
        assert hard[-1] > 1.2 * hard[0], lift


def test_in_the_hotel_the_dumbbells_are_those_of_the_hotel() -> None:
    for one in year("travelling").of("one-arm-dumbbell-row"):
        if one.week in PEOPLE["travelling"].hotel:
            assert one.total <= 20


def test_the_table_names_everybody() -> None:
    text = table([year(name) for name in PEOPLE])
    assert all(name in text for name in (*PEOPLE, *LIFTS))
