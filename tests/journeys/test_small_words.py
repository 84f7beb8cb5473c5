"""What the card and its menus say in small: hints once, ways out of dead ends, no doubt by the coach's own guess."""

import pytest

from tests.journeys.people import Lifter, buttons


def labels(lifter: Lifter) -> list[str]:
    return [label for row in buttons(lifter.card) for label in row]


async def test_a_guess_of_the_coach_is_no_best_to_doubt_by(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.taps("✓ Done")
    assert (await alex.says("100x4"))[0].startswith("✓ Deadlift  100 kg × 4")


async def test_a_best_of_ones_own_still_is_and_one_choice_is_declined_by_no(alex: Lifter) -> None:
    await alex.says("yesterday deadlift 30x8")
    await alex.says("/workout")
    assert "Really?" in (await alex.says("deadlift 200x4"))[0]
    assert buttons(alex.last)[-1] == ["No"]
    await alex.taps("No", alex.last)
    assert "Nothing recorded" in alex.last["text"]


async def test_big_steps_stay_while_the_load_is_looked_for(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.taps("✓ Done")
    await alex.taps("Weight: 30 kg")
    assert {"+2.5", "+5", "+10", "+20", "+40"} <= set(labels(alex))
    await alex.taps("+40")
    assert "70 kg" in alex.card["text"]


async def test_the_way_to_write_a_set_is_told_until_one_session_is_done(alex: Lifter) -> None:
    assert "A tap keeps it. Or write it: 30kg x8" in (await alex.says("/workout"))[0]
    await alex.taps("✓ Done")
    await alex.taps("Finish", alex.card)
    assert "Or write it" not in (await alex.says("/workout"))[0]


async def test_after_a_miss_the_card_has_five_rows(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.says("100x3")
    assert "What gave out" in alex.card["text"]
    assert len(buttons(alex.card)) == 5
    await alex.taps("Grip", alex.card)
    assert "Swap" in labels(alex)


async def test_what_nothing_stands_in_for_can_be_skipped(alex: Lifter) -> None:
    await alex.says("/plan first pull-up 1 day only a pull-up bar")
    await alex.taps("Train by this plan")
    await alex.says("/workout")
    await alex.taps("Swap")
    await alex.taps("Skip it")
    assert "– Dead hang  left out" in alex.card["text"]
    assert "Bring back: Dead hang" in labels(alex)


async def test_the_gym_says_what_is_usual_and_is_found_in_the_settings(alex: Lifter) -> None:
    await alex.says("/settings")
    await alex.taps("Gym")
    assert "Plates a side: as usual (25, 20, 15, 10, 5, 2.5, 1.25)" in alex.last["text"]
    await alex.taps("‹ Settings")
    assert alex.last["text"].startswith("Settings")


@pytest.mark.parametrize(("unit", "line"), [("kg", "30kg x8"), ("lb", "65x8")])
async def test_the_way_to_write_a_set_keeps_what_a_tap_would(alex: Lifter, unit: str, line: str) -> None:
    await alex.says("/start")
    await alex.taps(unit)
    [card] = await alex.says("/workout")
    done = next(label for row in buttons(alex.card) for label in row if label.startswith("✓ Done: "))
    assert f"Or write it: {line}\n" in f"{card}\n"
    [kept, *_] = await alex.says(line)
    assert kept.startswith(f"✓ Deadlift  {done.removeprefix('✓ Done: ')}")
