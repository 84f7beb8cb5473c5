"""Is what can hardly be meant asked about once, and a correction that can be read in two ways offered as buttons?"""

import pytest

from tests.journeys.people import Lifter, buttons


async def history(alex: Lifter) -> str:
    return (await alex.says("/history"))[0]


@pytest.mark.parametrize(
    ("said", "kept"), [("deadlift 1000x5", "1000 kg × 5"), ("deadlift 600 reps", "600"), ("pull ups x 300", "300")]
)
async def test_the_impossible_is_asked_once(alex: Lifter, said: str, kept: str) -> None:
    [question] = await alex.says(said)
    assert "really?" in question
    asked = alex.last
    assert "Nothing logged yet" in await history(alex)
    await alex.taps(buttons(asked)[0][0], asked)
    assert kept in await history(alex)


async def test_thrice_the_best_is_asked_once(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await alex.says("deadlift 100x5")
    [question] = await alex.says("deadlift 310x5")
    assert question.startswith("Deadlift: 310 kg, and your best so far is 100 kg. Really?")
    asked = alex.last
    assert "310" not in await history(alex)
    await alex.taps("310 kg × 5", asked)
    assert "310 kg × 5" in await history(alex)
    [said] = await alex.says("deadlift 320x5")
    assert said.startswith("✓")


async def test_three_times_little_is_no_wonder(alex: Lifter) -> None:
    await alex.says("face pull 5kg x 12")
    [said] = await alex.says("face pull 20kg x 12")
    assert said.startswith("✓")


async def test_all_sets_or_the_last_is_a_choice(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await alex.says("bent over row 3x8 60")
    [question] = await alex.says("it was 62.5")
    assert "The log stays as it was." in question
    assert buttons(alex.last) == [["all 3 sets"], ["the last one"], ["Neither"]]
    asked = alex.last
    await alex.taps("all 3 sets", asked, times=2)
    assert alex.toasts[1] == "Recorded already; once is enough."
    assert "62.5 kg × 8 · 8 · 8" in await history(alex)


async def test_a_choice_about_sets_that_changed_meanwhile_changes_nothing(alex: Lifter) -> None:
    await alex.says("bent over row 3x8 60")
    await alex.says("it was 62.5")
    asked = alex.last
    await alex.says("deadlift 100x5")
    await alex.taps("all 3 sets", asked)
    assert "62.5" not in await history(alex)


async def test_reps_or_load_is_a_choice(alex: Lifter) -> None:
    await alex.says("deadlift 100x5")
    await alex.says("it was 22")
    assert buttons(alex.last) == [["22 reps"], ["22 kg"], ["Neither"]]
    await alex.taps("22 reps")
    assert "100 kg × 22" in await history(alex)


async def test_delete_the_last_two_and_another_exercise(alex: Lifter) -> None:
    await alex.says("pull ups 8,8,7")
    await alex.says("delete the last two")
    assert "1 set" in await history(alex)
    await alex.says("wrong exercise, it was chin-ups")
    assert "Chin-up" in await history(alex)


async def test_metres_are_asked_for_seconds(alex: Lifter) -> None:
    [question] = await alex.says("farmers carry 32kg 40m")
    assert "How many seconds" in question
    [kept] = await alex.says("25")
    assert "32 kg × 25 s" in kept


async def test_a_lift_that_is_only_near_is_asked_about(alex: Lifter) -> None:
    [question] = await alex.says("axle deadlift 100x5")
    assert "no “axle deadlift” of its own" in question
    await alex.taps("Keep as Deadlift")
    assert "Deadlift  100 kg × 5" in await history(alex)


async def test_a_doubtful_load_is_answered_with_the_one_that_was_meant(alex: Lifter) -> None:
    await alex.says("deadlift 1000x5")
    assert (await alex.says("100"))[0] == "✓ Deadlift  100 kg × 5"
    await alex.says("deadlift 500x3")
    assert (await alex.says("no, 120,5 kg"))[0].startswith("✓ Deadlift  120.5 kg × 3")
    await alex.says("deadlift 60x5, 1000x5")
    assert (await alex.says("100"))[0] == "✓ Deadlift  60 kg × 5, 100 kg × 5"
    await alex.says("deadlift 1000x4")
    [again] = await alex.says("900")
    assert "900 kg, and your best so far is 120.5 kg. Really?" in again
    assert not (await alex.says("2000"))[0].startswith("✓")
    [history] = await alex.says("/history")
    assert history.startswith("Today · 4 sets")


@pytest.mark.parametrize(
    "said", ["missed 2", "missed two reps", "failed the last 2", "2 short", "two reps short", "short by 2"]
)
async def test_what_was_missed_is_no_set(alex: Lifter, said: str) -> None:
    await alex.says("/workout")
    [question] = await alex.says(said)
    assert question == "Deadlift: how many did you get?\nNothing is recorded yet."
    assert buttons(alex.last) == [["4 reps"], ["5 reps"], ["6 reps"], ["None of these"]]
    assert "Nothing logged yet" in await history(alex)
    [kept] = await alex.says("got 5")
    assert kept.startswith("✓ Deadlift  30 kg × 5")


async def test_a_number_that_no_button_has_answers_as_well(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.says("missed 3")
    [kept] = await alex.says("2")
    assert kept.startswith("✓ Deadlift  30 kg × 2")
