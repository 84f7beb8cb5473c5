"""Is what a lifter writes kept as they meant it, asked about when unclear, and left alone when it is no set?"""

import pytest

from tests.journeys.people import Lifter, buttons


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("deadlift 100x8", "100 kg × 8"),
        ("bent over row 3x8 @ 60kg", "60 kg × 8 · 8 · 8"),
        ("bent over row 60 x 8, 60 x 8, 62.5 x 6", "60 kg × 8 · 8, 62.5 kg × 6"),
        ("pull ups 8,8,7", "8 · 8 · 7"),
        ("pull ups bw+10 3x5", "+10 kg × 5 · 5 · 5"),
        ("one arm dumbbell row 24kg 12 each side", "24 kg × 12 each side"),
        ("deadlift 225lb x 5", "225 lb × 5"),
        ("deadlift 62,5 x 8", "62.5 kg × 8"),
        ("deadlift 100x5 rpe 8", "100 kg × 5 @8"),
        ("deadlift 60x5 warmup", "warm-up 60 kg × 5"),
    ],
)
async def test_a_line_is_kept_and_said_back(alex: Lifter, said: str, kept: str) -> None:
    [reply] = await alex.says(said)
    assert kept in reply
    assert buttons(alex.last) == [["Undo", "Edit"]]
    [history] = await alex.says("/history")
    assert kept in history


async def test_several_exercises_in_one_message_are_one_entry(alex: Lifter) -> None:
    [reply] = await alex.says("deadlift 100x8, 100x8\nlat pulldown 55 3x12")
    assert "Deadlift  100 kg × 8 · 8" in reply
    assert "Lat pulldown  55 kg × 12 · 12 · 12" in reply
    await alex.taps("Undo")
    assert "Nothing logged yet" in (await alex.says("/history"))[0]


async def test_an_unclear_line_is_asked_about_and_kept_once_answered(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    [question] = await alex.says("deadlift 10x3")
    assert "Nothing is recorded yet." in question
    asked = alex.last
    assert len(buttons(asked)) == 3
    assert "Nothing logged yet" in (await alex.says("/history"))[0]
    await alex.taps(buttons(asked)[0][0], asked, times=3)
    assert alex.toasts == ["", "Recorded already; once is enough.", "Recorded already; once is enough."]
    assert "✓ Deadlift" in next(one for one in alex.messages if one["message_id"] == asked["message_id"])["text"]
    assert "Deadlift" in (await alex.says("/history"))[0]
    [taken] = await alex.says("/undo")
    assert "Taken back" in taken
    [nothing] = await alex.says("/undo")
    assert "Nothing to take back" in nothing


async def test_the_log_command_takes_a_line(alex: Lifter) -> None:
    [reply] = await alex.says("/log deadlift 100x8")
    assert "100 kg × 8" in reply
    [shown] = await alex.says("/log the weather")
    assert "as you would in a notebook" in shown


async def test_neither_keeps_nothing(alex: Lifter) -> None:
    await alex.says("deadlift 10x3")
    await alex.taps("Neither")
    assert "Nothing recorded" in alex.last["text"]
    assert "Nothing logged yet" in (await alex.says("/history"))[0]


@pytest.mark.parametrize(
    "said", ["should i do 3x10 or 5x5 deadlifts?", "my brother deadlifts 200kg", "tomorrow deadlift 100x8"]
)
async def test_what_is_no_set_is_not_kept(alex: Lifter, said: str) -> None:
    await alex.says(said)
    assert "Nothing logged yet" in (await alex.says("/history"))[0]


async def test_a_bare_number_without_an_exercise_is_not_kept(alex: Lifter) -> None:
    await alex.says("8")
    assert "Nothing logged yet" in (await alex.says("/history"))[0]


async def test_the_last_set_is_corrected(alex: Lifter) -> None:
    await alex.says("deadlift 100x8")
    [said] = await alex.says("make that 7")
    assert "100 kg × 7" in said
    [history] = await alex.says("/history")
    assert "100 kg × 7" in history
    assert "1 set" in history


async def test_yesterday_goes_to_yesterday(alex: Lifter) -> None:
    alex.at(12)
    [said] = await alex.says("yesterday deadlift 100x8")
    assert "yesterday" in said
    [history] = await alex.says("/history")
    assert "Yesterday · 1 set" in history


async def test_an_exercise_beside_the_plan_shows_on_the_card(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.says("face pulls 15kg 3x15")
    assert "+ Face pull  15 kg × 15 · 15 · 15" in alex.card["text"]


async def test_history_goes_back_page_by_page(alex: Lifter) -> None:
    for day in range(2, 9):
        await alex.says(f"deadlift 100x8 on {day}.11.")
    await alex.says("/history")
    pages = [alex.last["text"]]
    await alex.taps("Older")
    pages.append(alex.last["text"])
    assert pages[0].count("100 kg × 8") == 4
    assert pages[1].count("100 kg × 8") == 3
    assert not set(pages[0].split("\n")) & set(pages[1].split("\n")) - {"", "Deadlift  100 kg × 8"}
    await alex.taps("Newer")
    assert alex.last["text"] == pages[0]


async def test_an_option_pressed_late_still_counts(alex: Lifter) -> None:
    await alex.says("deadlift 10x3")
    asked = alex.last
    await alex.says("lat pulldown 50 3x12")
    await alex.taps(buttons(asked)[0][0], asked)
    [history] = await alex.says("/history")
    assert "Deadlift" in history
    assert "Lat pulldown" in history


async def test_an_option_pressed_after_the_question_was_dropped_says_so(alex: Lifter) -> None:
    await alex.says("deadlift 10x3")
    asked = alex.last
    await alex.says("never mind")
    await alex.taps(buttons(asked)[0][0], asked)
    assert "recorded nothing" in alex.toasts[0]
    assert "Nothing logged yet" in (await alex.says("/history"))[0]


async def test_undo_in_words_is_undo(alex: Lifter) -> None:
    await alex.says("lat pulldown 50 3x12")
    [said] = await alex.says("Undo!")
    assert "Taken back" in said
    assert "Nothing logged yet" in (await alex.says("/history"))[0]


async def test_the_card_follows_a_correction_that_leaves_nothing(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.says("100x8")
    await alex.says("delete the last set")
    assert "set 1 of 3" in alex.card["text"]


async def test_only_the_newest_entry_moves_to_another_day(alex: Lifter) -> None:
    await alex.says("deadlift 100x8")
    await alex.says("lat pulldown 50x12")
    await alex.says("that was yesterday")
    [history] = await alex.says("/history")
    today, yesterday = history.split("Yesterday")
    assert "Deadlift" in today
    assert "Lat pulldown" in yesterday


async def test_a_correction_that_changes_nothing_says_so(alex: Lifter) -> None:
    await alex.says("deadlift 100x8")
    [said] = await alex.says("make that 8")
    assert "nothing changed" in said
    assert "1 set" in (await alex.says("/history"))[0]


async def test_small_numbers_are_read_by_the_load_done_last(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await alex.says("face pull 5 kg x 21")
    [kept] = await alex.says("face pull 5x20, 5x20, 5x20")
    assert "Face pull  5 kg × 20 · 20 · 20" in kept


@pytest.mark.parametrize("said", ["ten", "10", "ten reps"])
async def test_a_number_after_all_is_done_has_the_load_of_the_lift_done_last(alex: Lifter, said: str) -> None:
    await alex.says("/workout")
    await alex.says("100x8")
    for _ in range(17):
        await alex.taps("✓ Done", alex.card)
    assert "That was all of it." in alex.card["text"]
    [kept] = await alex.says(said)
    assert "✓ Lat pulldown  20 kg × 10" in kept
    [named] = await alex.says("deadlift 9")
    assert "✓ Deadlift  100 kg × 9" in named
