"""Can a question of the coach be answered in words as well as by its buttons, and only that question?"""

import pytest

from tests.journeys.people import Lifter, buttons


async def kept(alex: Lifter) -> str:
    return (await alex.says("/history"))[0]


@pytest.mark.parametrize(
    ("line", "answer", "said"),
    [
        ("row 60x8", "barbell", "✓ Bent-over row  60 kg × 8"),
        ("row 60x8", "bent over", "✓ Bent-over row  60 kg × 8"),
        ("rows 60x8", "the second one", "✓ One-arm dumbbell row  60 kg × 8 each side"),
        ("row 60x8", "seated cable row", "✓ Seated cable row  60 kg × 8"),
        ("row 60x8", "t-bar row", "✓ T-bar row  60 kg × 8"),
        ("3x8 @ 60kg", "deadlift", "✓ Deadlift  60 kg × 8 · 8 · 8"),
        ("bench press 80x5", "it was the deadlift", "✓ Deadlift  80 kg × 5"),
        ("deadlift 1000x5", "yes", "✓ Deadlift  1000 kg × 5"),
        ("deadlift 100 8-10", "9", "✓ Deadlift  100 kg × 9"),
        ("deadlift 100x8-20", "14", "✓ Deadlift  100 kg × 14"),
        ("deadlift 100x9+1", "10", "✓ Deadlift  100 kg × 10"),
        ("deadlift 10x8", "8 sets", "✓ Deadlift  10 · 10 · 10 · 10 · 10 · 10 · 10 · 10"),
        ("deadlift 100", "five", "✓ Deadlift  100 kg × 5"),
        ("deadlift 100", "3x8", "✓ Deadlift  100 kg × 8 · 8 · 8"),
        ("deadlift 100", "8 8 7", "✓ Deadlift  100 kg × 8 · 8 · 7"),
        ("deadlift 100x5, 110", "3", "✓ Deadlift  100 kg × 5, 110 kg × 3"),
        ("face pulls 3x15 @10", "load", "✓ Face pull  10 kg × 15 · 15 · 15"),
        ("face pulls 3x15 @10", "rpe", "✓ Face pull  15 @10 · 15 @10 · 15 @10"),
        ("one arm row 24kg 12/10", "two sets", "✓ One-arm dumbbell row  24 kg × 12 · 10 each side"),
        ("one arm row 24kg 12/10", "10 each side", "✓ One-arm dumbbell row  24 kg × 10 each side"),
        ("deadlift 130x1, 140x1 failed", "it failed", "✓ Deadlift  130 kg × 1"),
        ("deadlift 100x5 x 3 sets, last set 4", "the first", "✓ Deadlift  100 kg × 5 · 5 · 4"),
        ("pullups 150", "150 reps", "✓ Pull-up  150"),
    ],
)
async def test_an_answer_in_words_finishes_the_entry(alex: Lifter, line: str, answer: str, said: str) -> None:
    [question] = await alex.says(line)
    assert "Nothing is recorded yet" in question
    assert (await alex.says(answer)) == [said]
    if any("Neither" in row for message in alex.messages for row in buttons(message)):
        await alex.taps("Neither")
        assert alex.toasts == ["Recorded already; once is enough."]


async def test_a_correction_is_chosen_in_words_and_undone_as_one(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await alex.says("deadlift 3x8 100")
    await alex.says("it was 90")
    assert "90 kg × 8 · 8 · 8" in (await alex.says("all of them"))[0]
    assert "100 kg × 8 · 8 · 8" in (await alex.says("/undo"))[0]
    await alex.says("it was 90")
    assert await alex.says("no") == ["The log stays as it was."]
    assert "100 kg × 8 · 8 · 8" in await kept(alex)


async def test_no_drops_the_question(alex: Lifter) -> None:
    await alex.says("deadlift 1000x5")
    assert (await alex.says("no"))[0].startswith("Nothing recorded.")
    assert "You're welcome" in (await alex.says("yes"))[0]
    assert "Nothing logged yet" in await kept(alex)


async def test_yes_to_one_of_several_is_asked_again(alex: Lifter) -> None:
    [question] = await alex.says("deadlift 10x8")
    assert await alex.says("yes") == [question]
    await alex.taps("10 reps")
    assert "10 · 10" in await kept(alex)


async def test_a_question_meanwhile_leaves_it_open(alex: Lifter) -> None:
    await alex.says("deadlift 100")
    assert "1  Feet" in (await alex.says("how do I deadlift?"))[0]
    assert await alex.says("8") == ["✓ Deadlift  100 kg × 8"]


async def test_a_new_log_line_is_a_new_log(alex: Lifter) -> None:
    await alex.says("pullups 8")
    await alex.says("row 60x8")
    question = alex.last
    assert await alex.says("9") == ["✓ Pull-up  9"]
    assert "✓" not in (await alex.says("the first"))[0]
    await alex.taps("Bent-over row", question)
    assert "Bent-over row" in await kept(alex)


async def test_a_tap_meanwhile_leaves_the_number_to_the_card(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.says("deadlift 100 8-10")
    alex.at(12, 1)
    await alex.says("pull-ups 5")
    assert await alex.says("9") != ["✓ Deadlift  100 kg × 9"]


async def test_after_ten_minutes_words_are_no_answer(alex: Lifter) -> None:
    alex.at(12)
    await alex.says("row 60x8")
    alex.at(12, 11)
    assert "✓" not in (await alex.says("barbell"))[0]
    await alex.taps("Bent-over row")
    assert "60 kg × 8" in await kept(alex)


async def test_the_likely_exercises_are_those_done_last(alex: Lifter) -> None:
    await alex.says("60x8")
    assert buttons(alex.last) == [["Deadlift"], ["Bent-over row"], ["One-arm dumbbell row"], ["None of these"]]
    alex.at(12)
    await alex.says("lat pulldown 50x10")
    alex.at(18)
    await alex.says("60x8")
    assert buttons(alex.last) == [["Lat pulldown"], ["No"]]
    assert (await alex.says("yes"))[0] == "✓ Lat pulldown  60 kg × 8"


async def test_a_load_alone_offers_what_was_done_at_it(alex: Lifter) -> None:
    await alex.says("deadlift 100")
    assert buttons(alex.last) == [["100 kg × 6"], ["100 kg × 7"], ["100 kg × 8"], ["None of these"]]
    await alex.says("deadlift 100x5, 100x4")
    await alex.says("deadlift 100")
    assert buttons(alex.last) == [["100 kg × 5"], ["100 kg × 4"], ["Neither"]]
    await alex.taps("100 kg × 4")
    assert "100 kg × 5 · 4 · 4" in await kept(alex)


async def test_a_list_behind_the_load_is_not_asked_about(alex: Lifter) -> None:
    assert await alex.says("deadlift 100x5 5 5") == ["✓ Deadlift  100 kg × 5 · 5 · 5"]
