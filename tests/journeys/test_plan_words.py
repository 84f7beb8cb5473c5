"""What a plan's screens say: the stage of the pull-up road, a week's sums, and what a wish would change."""

import pytest

from tests.journeys.people import Lifter, buttons


async def planned(lifter: Lifter, wishes: str) -> str:
    await lifter.says(f"/plan {wishes}")
    await lifter.taps("Train by this plan")
    return str(lifter.last["text"])


async def test_the_plan_names_the_stage_of_the_road_that_is_gone(alex: Lifter) -> None:
    [shown] = await alex.says("/plan first pull-up 2 days")
    assert "Dead hang  3×10–30 s, on the way to the pull-up" in shown
    assert "Pull-up  3×5–8" not in shown
    await alex.taps("Train by this plan")
    assert "Dead hang  3×10–30 s, on the way to the pull-up" in alex.last["text"]
    await alex.says("dead hang 30s, 30s, 30s")
    [later] = await alex.says("/plan")
    assert "Scapular pull-up  3×5–8, on the way to the pull-up" in later


async def test_a_beginner_with_a_door_bar_sees_the_stage_too(alex: Lifter) -> None:
    [shown] = await alex.says("/plan size door bar and band beginner")
    assert "Dead hang  3×10–30 s, on the way to the pull-up" in shown


async def test_what_if_says_a_weeks_sum_and_names_the_stage(alex: Lifter) -> None:
    await planned(alex, "posture 2 days")
    [told] = await alex.says("/whatif first pull-up")
    assert "min a week" in told.splitlines()[0]
    assert "In: Pull-up, for now as dead hang" in told
    assert "a week is the most I plan" in told


async def test_a_wish_that_is_met_changes_nothing(alex: Lifter) -> None:
    shown = await planned(alex, "first pull-up 4 days")
    assert "up to 22 min" in shown
    [told] = await alex.says("/whatif 30 minutes")
    assert told == "That changes nothing.\nYour sessions fit into 30 min already."
    assert buttons(alex.last) == [["‹ What if"]]
    [less] = await alex.says("/whatif 20 minutes")
    assert less.startswith("4 sessions a week, as now · ")


async def test_lifts_side_by_side_break_between_two_and_the_next_session_is_written_out(alex: Lifter) -> None:
    shown = await planned(alex, "posture 5 days full gym 45 minutes")
    first, second, *_ = shown.split("\n\n")[1:]
    assert len(first.splitlines()) > 3, "the next one a lift a line"
    assert len(second.splitlines()) == 2
    name = second.splitlines()[1].split(", ")[0]
    assert " " not in name
    assert "-" not in name


@pytest.mark.parametrize(
    "words",
    [
        "i can't train tomorrow",
        "i cant train on friday",
        "skip friday",
        "I'll miss friday",
        "can't train tomorrow",
        "sorry can't come today",
        "won't make it thursday",
        "i won't be able to train on friday",
        "skipping tomorrow",
        "no training tomorrow",
    ],
)
async def test_a_day_off_that_is_told_moves_the_sessions(alex: Lifter, words: str) -> None:
    await alex.says("/plan size 3 days over a year")
    await alex.taps("Train by this plan")
    assert (await alex.says(words))[0].startswith("Nothing is dropped: the sessions move.")


@pytest.mark.parametrize(
    "words", ["i need to take a break", "i have to skip this exercise", "i can't do pull ups", "can't train my back"]
)
async def test_what_tells_of_no_day_off_moves_none(alex: Lifter, words: str) -> None:
    await alex.says("/plan size 3 days over a year")
    await alex.taps("Train by this plan")
    assert "the sessions move" not in (await alex.says(words))[0]
