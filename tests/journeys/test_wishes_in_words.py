"""Is a plan in words read to its last word, and what is not read told?"""

import pytest

from tests.journeys.people import Lifter, buttons


@pytest.mark.parametrize(
    ("said", "there", "not_there"),
    [
        ("get big, dumbbells, twice a week", "Dumbbell Romanian deadlift", "pulldown"),
        ("home gym with barbell and rack", "Deadlift  3×6–8", "pulldown"),
        ("no gym, door bar", "pull-up", "pulldown"),
        ("strength, 3 years, full gym", "For strength, lifting up to three years", "under half"),
        ("strenght, barbell at home", "For strength", "pulldown"),
        ("i hate rows", "Lat pulldown", " row  "),
        ("no deadlifts no rows no pullups no pulldowns", "Dumbbell pullover", "eadlift"),
        ("3 days but lose wait", "I left out: lose wait.", "row  9"),
        ("no barbell", "Without a barbell the hex bar and landmine go too", "Trap-bar deadlift"),
        ("5 minutes", "this is the nearest", "I left out"),
    ],
)
async def test_a_plan_of_all_that_was_said(alex: Lifter, said: str, there: str, not_there: str) -> None:
    [plan] = await alex.says(f"/plan {said}")
    assert there in plan
    assert not_there not in plan


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("asdf", "I can't plan by asdf."),
        ("i only have a towel and a door", "I can't plan by towel and a door."),
        ("home gym", "I found no wish in that."),
        ("everything hurts", "a doctor comes first"),
        ("everything hurts, 3 days", "a doctor comes first"),
    ],
)
async def test_what_cannot_be_read_is_told_above_the_four_questions(alex: Lifter, said: str, told: str) -> None:
    [screen] = await alex.says(f"/plan {said}")
    assert told in screen
    assert "What do you train for?" in screen
    assert ["Strength"] in buttons(alex.last)


async def test_with_a_plan_in_force_what_cannot_be_read_stands_above_it(alex: Lifter) -> None:
    await alex.says("/plan 3 days")
    await alex.taps("Train by this plan")
    [shown] = await alex.says("/plan asdf")
    assert shown.startswith("I can't plan by asdf.")
    assert "3 sessions a week" in shown


async def test_a_family_left_out_is_left_out_whole_in_a_what_if_too(alex: Lifter) -> None:
    await alex.says("/plan 3 days")
    await alex.taps("Train by this plan")
    [told] = await alex.says("/whatif no deadlifts")
    assert "Out: Trap-bar deadlift · Romanian deadlift" in told
    [told] = await alex.says("/whatif no cable and fewer squats")
    assert told.startswith("I left out: fewer squats.")


async def test_the_plan_that_is_kept_is_the_one_that_was_shown_however_many_lifts_it_leaves_out(alex: Lifter) -> None:
    [shown] = await alex.says("/plan size 2 days over a year, no rows, no pull-ups, i love face pulls")
    await alex.taps("Train by this plan")
    lifts = [one for one in shown.splitlines() if "  " in one]
    assert lifts
    assert not any("row" in one.lower() or "Pull-up" in one for one in lifts)
    assert [one for one in alex.last["text"].splitlines() if "  " in one] == lifts
    [other] = await alex.says("/whatif no deadlifts")
    await alex.taps("Train by this")
    kept = alex.last["text"]
    assert "Deadlift  " not in kept
    assert "row  " not in kept
    assert other != kept
