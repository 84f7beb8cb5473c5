"""Is what to lift next advised, with its reason, from what was lifted, and does the session bend to the day?"""

import pytest

from bot.domain.units import Unit
from tests.journeys.people import Lifter, buttons


async def train(alex: Lifter, line: str) -> None:
    """One finished session with these deadlifts."""
    await alex.says("/workout")
    await alex.says(line)
    await alex.taps("Finish", alex.card)


def days_on(alex: Lifter, days: int) -> None:
    alex.telegram.world.clock_offset += 86_400 * days


async def test_all_sets_at_the_top_are_a_step_up_and_the_reason_is_told(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await train(alex, "deadlift 100x8,8,8")
    assert "Next time\nDeadlift  102.5 kg × 6, +2.5 kg: 3×8 this time" in alex.card["text"]
    days_on(alex, 3)
    [card] = await alex.says("/workout")
    assert "6–8 reps · 102.5 kg" in card
    assert "25 + 15 + 1.25 a side" in card
    assert "+2.5 kg: 3×8 last time" in card
    assert "warm-up  20×8 · " in card
    assert buttons(alex.card)[-1] == ["✓ Done: 102.5 kg × 6"]
    [why] = await alex.says("/why")
    assert why.startswith("Deadlift  102.5 kg × 6\n+2.5 kg: 3×8 last time")
    assert "top of the range" in why


async def test_a_question_asked_last_is_what_why_is_about(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.says("how do I do a bent-over row?")
    assert "I took it as: how to" in (await alex.says("/why"))[0]


async def test_the_card_tells_last_time_once(alex: Lifter) -> None:
    await train(alex, "deadlift 100x8,8,8")
    days_on(alex, 3)
    [card] = await alex.says("/workout")
    assert "3×8 last time" in card
    assert "last time (" not in card
    await alex.taps("✓ Done", alex.card)
    assert "last time (" in alex.card["text"], "the reason is gone, so the sets are told"


async def test_a_load_of_ones_own_is_no_advice(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.says("100x8")
    [why] = await alex.says("/why")
    assert why.startswith("Deadlift  30 kg × 8\nA safe start.")
    assert "You took another load today; the next advice goes by that." in why
    assert "A guess" not in why


async def test_a_body_and_a_band_are_spoken_of_as_such(alex: Lifter) -> None:
    await alex.says("/plan first pull-up, door bar and band")
    await alex.taps("Train by this plan")
    await alex.says("/workout")
    for _ in range(3):
        await alex.taps("✓ Done", alex.card)
    text = alex.card["text"]
    assert "reps · with a band" in text
    assert "Take a band" in text
    assert buttons(alex.card)[-1] == ["✓ Done: 12"]
    assert not any("weight" in label.lower() for row in buttons(alex.card) for label in row)


async def test_fewer_repetitions_after_a_long_break_are_no_miss(alex: Lifter) -> None:
    await train(alex, "pull-ups 8,8,8")
    days_on(alex, 40)
    await alex.says("/workout")
    await alex.taps("Skip", alex.card)
    done = buttons(alex.card)[-1][0]
    assert done < "✓ Done: 8"
    await alex.taps(done, alex.card)
    assert "What gave out" not in alex.card["text"]


async def test_many_bests_are_the_first_few(alex: Lifter) -> None:
    lines = ("deadlift {}x8", "bent-over row {}x10", "lat pulldown {}x12", "seated cable row {}x12", "shrug {}x12")
    for load in (40, 45):
        await alex.says("/workout")
        for line in lines:
            await alex.says(line.format(load))
        await alex.taps("Finish", alex.card)
        days_on(alex, 3)
    assert alex.card["text"].count("★") == 4
    assert "★ and 2 more bests" in alex.card["text"]


async def test_a_new_lift_begins_by_what_a_like_one_is(alex: Lifter) -> None:
    await train(alex, "deadlift 100x8,8,8")
    await alex.says("/plan beginner 2 days full gym")
    await alex.taps("Train by this plan")
    days_on(alex, 3)
    [card] = await alex.says("/workout")
    assert "TRAP-BAR DEADLIFT" in card
    assert "6–10 reps · 100 kg" in card
    assert "A guess from your deadlift; change it freely" in card


async def test_two_misses_are_a_tenth_off(alex: Lifter) -> None:
    await train(alex, "deadlift 100x8,8,8")
    for _ in range(2):
        days_on(alex, 3)
        await train(alex, "deadlift 102.5x5,5,4")
    days_on(alex, 3)
    [card] = await alex.says("/workout")
    assert "6–8 reps · 92.5 kg" in card or "6–8 reps · 90 kg" in card
    assert "missed twice" in card


async def test_a_long_break_is_a_step_back(alex: Lifter) -> None:
    await train(alex, "deadlift 100x8,8,8")
    days_on(alex, 30)
    [card] = await alex.says("/workout")
    assert "6–8 reps · 80 kg" in card
    assert "30 days off" in card


async def test_what_gave_out_is_asked_once_and_changes_what_comes(alex: Lifter) -> None:
    await train(alex, "deadlift 100x8,8,8")
    days_on(alex, 3)
    await alex.says("/workout")
    await alex.says("102.5x4")
    assert "What gave out on the deadlift?" in alex.card["text"]
    await alex.taps("Grip", alex.card)
    assert "grip, not your back" in alex.toasts[0]
    assert "What gave out" not in alex.card["text"]
    await alex.says("102.5x4")
    await alex.says("102.5x4")
    await alex.taps("Finish", alex.card)
    days_on(alex, 3)
    [card] = await alex.says("/workout")
    assert "6–8 reps · 102.5 kg" in card
    assert "grip gave out, not your back" in card


async def test_pounds_have_pound_plates(alex: Lifter) -> None:
    await alex.says("/settings")
    await alex.taps(Unit.LB)
    await train(alex, "deadlift 225x8,8,8")
    days_on(alex, 3)
    [card] = await alex.says("/workout")
    assert "6–8 reps · 230 lb" in card
    assert "45 + 45 + 2.5 a side" in card


async def test_own_plates_make_own_steps(alex: Lifter) -> None:
    await alex.says("/gym plates 2x20 10 5")
    await train(alex, "deadlift 100x8,8,8")
    days_on(alex, 3)
    [card] = await alex.says("/workout")
    assert "102.5 kg" not in card
    assert "6–8 reps · 110 kg" in card
    assert "20 + 20 + 5 a side" in card


@pytest.mark.parametrize("said", ["/gym foo", "/gym bar", "/gym plates", "/gym plates 45 25 lb", "/gym step squat 5"])
async def test_a_gym_that_cannot_be_read_stays_as_it_is(alex: Lifter, said: str) -> None:
    before = (await alex.says("/gym"))[0]
    assert "nothing changed" in (await alex.says(said))[0]
    assert (await alex.says("/gym"))[0] == before


async def test_plates_say_how_heavy_the_bar_gets(alex: Lifter) -> None:
    assert "Plates a side: 20, 10, 5 (up to 90 kg)" in (await alex.says("/gym plates 20 10 5 kg"))[0]


async def test_the_gym_by_taps_and_back_to_usual(alex: Lifter) -> None:
    before = (await alex.says("/gym"))[0]
    await alex.taps("Bar 15")
    assert "Bar 15 ·" in alex.last["text"]
    assert "✓ Bar 15" in buttons(alex.last)[0]
    await alex.says("/gym step deadlift 5")
    assert "Own steps: Deadlift 5" in alex.last["text"]
    assert (await alex.says("/gym usual"))[0] == before


async def test_a_bar_in_pounds_is_none_in_kilograms(alex: Lifter) -> None:
    """A button from before they changed their unit."""
    for unit in ("lb", "kg"):
        await alex.says("/settings")
        await alex.taps(unit)
        await alex.says("/gym")
        if unit == "lb":
            pounds = alex.last
    kilograms = alex.last["text"]
    await alex.taps("Bar 35", pounds)
    assert alex.toasts == ["An old button. This is how it stands."]
    await alex.says("/gym")
    assert alex.last["text"] == kilograms


async def test_taken_offers_the_closest_with_a_load(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.says("80x8")
    [menu] = await alex.says("it's taken")
    assert "Instead of Deadlift for today:" in menu
    assert "Without barbell and plates." in menu
    first = buttons(alex.last)[0][0]
    assert first.startswith("Trap-bar deadlift · about ")
    await alex.taps(first)
    assert "A guess from your deadlift" in alex.card["text"]
    assert "set 1 of 2" in alex.card["text"]


async def test_who_may_have_no_pull_up_yet_is_offered_no_belt(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.taps("Skip", alex.card)
    assert "None yet? Swap." in alex.card["text"]
    await alex.taps("Swap", alex.card)
    offered = [label for row in buttons(alex.card) for label in row]
    assert any(label.startswith("Assisted pull-up · about −") for label in offered)
    assert not any(label.startswith("Weighted") for label in offered)


async def test_what_is_not_there_finds_the_lift_that_needs_it(alex: Lifter) -> None:
    await alex.says("/workout")
    [menu] = await alex.says("no cable")
    assert "Instead of Seated cable row for today:" in menu
    await alex.taps(buttons(alex.last)[0][0])
    assert "5 of 6" in alex.card["text"]
    assert "Nothing that is left" in (await alex.says("the smith machine is busy"))[0]


async def test_half_an_hour_keeps_the_big_lifts(alex: Lifter) -> None:
    await alex.says("/workout")
    said = await alex.says("I only have 30 minutes")
    assert said[0].startswith("About ")
    assert "DEADLIFT" in said[1]
    assert "left out" in said[1]
    assert "fits already" in (await alex.says("30 min"))[0]
    await alex.taps("Exercises", alex.card)
    await alex.taps("Half an hour left", alex.last)
    assert "fits already" in alex.toasts[0]


@pytest.mark.parametrize("said", ["I have 40 minutes", "half an hour", "three quarters of an hour"])
async def test_any_time_that_is_left_shortens_the_session(alex: Lifter, said: str) -> None:
    await alex.says("/workout")
    told = await alex.says(said)
    assert told[0].startswith("About ")
    assert "left out" in told[1]


@pytest.mark.parametrize("said", ["1 hour", "I've got an hour and a half"])
async def test_time_enough_is_told_as_such(alex: Lifter, said: str) -> None:
    await alex.says("/workout")
    told = await alex.says(said)
    assert told[0].startswith("It fits already: about ")
    assert "left out" not in told[1]


async def test_three_that_are_left_out_are_listed(alex: Lifter) -> None:
    await alex.says("/workout")
    told, _ = await alex.says("only 20 minutes")
    assert "without One-arm dumbbell row, Seated cable row and Lat pulldown" in told


async def test_more_time_after_all_tells_the_way_back_of_what_was_left_out(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.says("only 20 minutes")
    told, _ = await alex.says("i have an hour after all")
    assert told.endswith("Exercises brings back what is left out.")
    await alex.taps("Exercises", alex.card)
    await alex.taps("– Lat pulldown", alex.card)
    assert "LAT PULLDOWN" in alex.card["text"]


async def test_outside_a_session_these_words_are_questions(alex: Lifter) -> None:
    [said] = await alex.says("taken")
    assert "Instead of" not in said


async def test_a_lift_not_done_for_long_comes_back_by_the_own_ratio(alex: Lifter) -> None:
    await train(alex, "deadlift 100x8,8,8")
    await alex.says("trap bar deadlift 110x8")
    for line in ("deadlift 102.5x8,8,8", "deadlift 105x8,8,8", "deadlift 107.5x8,8,8"):
        days_on(alex, 7)
        await train(alex, line)
    days_on(alex, 4)
    await alex.says("/workout")
    await alex.says("110x8")
    await alex.says("taken")
    assert buttons(alex.last)[0] == ["Trap-bar deadlift · 120 kg"], "and not nine tenths of what it was"
