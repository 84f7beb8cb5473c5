"""Does a year of training go as it should for eight lifters? Nobody runs away, nobody starves, light weeks come."""

from functools import cache
from itertools import pairwise

import pytest

from bot.domain.advice import Why
from tests.knowledge import KNOWLEDGE
from tests.lifters.__main__ import table
from tests.lifters.people import LIFTS, PEOPLE
from tests.lifters.year import Year, live, short_weeks

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


@EVERY
def test_no_muscle_starves(name: str) -> None:
    """In whole weeks of the plan each gets the hard sets of its range, whatever is taken down, or done with others."""
    assert short_weeks(year(name)) <= 1
    assert name == "inconsistent" or len(year(name).whole_weeks) >= 20


@pytest.mark.parametrize("name", ["novice", "intermediate", "stalling", "injured", "strong", "returning"])
def test_light_weeks_come(name: str) -> None:
    assert 3 <= len(year(name).light) <= 8


@EVERY
def test_light_weeks_are_not_too_near(name: str) -> None:
    apart = next(one.apart for one in KNOWLEDGE.deloads.values() if one.level is PEOPLE[name].level)
    assert min(year(name).weeks_apart(), default=52) > apart
    assert set(year(name).light.values()) <= {Why.STALL, Why.DELOAD}


@EVERY
def test_no_lift_is_light_for_long(name: str) -> None:
    """A light day of one lift is followed by hard ones."""
    for lift in LIFTS:
        why = [one.advice.reason.why for one in year(name).of(lift) if not one.bout.light]
        assert all(pair != (Why.STALL, Why.STALL) for pair in pairwise(why)), lift
        assert why.count(Why.STALL) <= 3, lift


def test_who_is_at_their_ceiling_gets_other_repetitions() -> None:
    for lift in ("bent-over-row", "one-arm-dumbbell-row", "seated-cable-row"):
        entries = year("stalling").of(lift)
        assert 1 <= sum(one.advice.reason.why is Why.BLOCK for one in entries) <= 5, lift
        in_it = [one for one in entries if one.advice.block is not None]
        assert all(one.bout.asked == one.advice.block for one in in_it)
        assert max(one.total for one in in_it) > max(one.total for one in entries if one.advice.block is None), lift


def test_percentages_neither_starve_nor_run_away() -> None:
    for lift in ("deadlift", "bent-over-row"):
        late = [one for one in year("strong").of(lift) if one.week >= 26 and not one.bout.light]
        assert min(one.total / one.form for one in late) > 0.6, lift
        assert max(one.total / one.form for one in late) < 0.92, lift


def test_after_three_months_pull_ups_come_back_and_are_no_misses() -> None:
    back = [one.advice for one in year("returning").of("pull-up") if one.week >= 29][:6]
    assert back[0].reason.why is Why.BREAK
    assert Why.RETURN in [one.reason.why for one in back]
    assert Why.MISSED not in [one.reason.why for one in back[:3]]


def test_the_novice_gets_strong_and_does_a_pull_up() -> None:
    deadlift = [one.total for one in year("novice").of("deadlift") if not one.bout.light]
    assert deadlift[-1] > 2 * deadlift[0]
    assert any(one.exercise == "pull-up" for one in year("novice").of("pull-up"))


def test_who_stands_still_is_held_at_what_they_can() -> None:
    """With the repetitions of the plan; in a block it is others."""
    rows = [one for one in year("stalling").of("bent-over-row") if one.week >= 26 and not one.bout.light]
    rows = [one for one in rows if one.advice.block is None]
    assert max(one.total for one in rows) <= 1.2 * min(one.total for one in rows)
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
