"""Are plain words of regret and of time about what was kept, and is nobody left to think that a set was kept?"""

from typing import Any

import pytest

from tests.journeys.people import Lifter, buttons


@pytest.mark.parametrize("said", ["that was a mistake", "Wrong!", "no", "that's not right"])
async def test_what_should_change_is_asked(alex_on_both: Lifter, said: str) -> None:
    alex = alex_on_both
    await alex.says("deadlift 100x8")
    [asked] = await alex.says(said)
    assert asked.startswith("What should change? Kept is:\nDeadlift  100 kg × 8\n")
    assert buttons(alex.last) == [["Undo", "Edit"]]
    assert "100 kg × 7" in (await alex.says("make that 7"))[0]
    await alex.says(said)
    await alex.taps("Undo")
    assert "100 kg × 8" in (await alex.says("/history"))[0]


async def test_a_body_weight_may_be_wrong_too(alex: Lifter) -> None:
    await alex.says("bw 82.5")
    assert "Kept is body weight 82.5 kg." in (await alex.says("wrong"))[0]
    await alex.taps("Undo")
    assert "Body weight" not in (await alex.says("/records"))[0]


async def test_where_nothing_was_kept_lately_it_is_about_something_else(alex: Lifter) -> None:
    alex.at(8)
    assert "What should change" not in (await alex.says("wrong"))[0]
    assert "What should change" not in (await alex.says("no"))[0]
    await alex.says("deadlift 100x8")
    alex.at(8, 5)
    await alex.says("how do I deadlift?")
    assert "What should change" not in (await alex.says("no"))[0]
    await alex.says("deadlift 100x8")
    alex.at(8, 20)
    assert "What should change" not in (await alex.says("no"))[0]
    alex.at(12)
    assert "What should change" not in (await alex.says("wrong"))[0]


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("not today, yesterday", "Moved to yesterday:"),
        ("no, yesterday", "Moved to yesterday:"),
        ("no, tuesday", "Moved to Tue 24 Nov:"),
        ("not today but on monday", "Moved to Mon 23 Nov:"),
    ],
)
async def test_the_day_is_put_right(alex: Lifter, said: str, day: str) -> None:
    alex.at_noon_of(2026, 11, 26)
    await alex.says("deadlift 100x8")
    assert (await alex.says(said))[0].startswith(day)
    assert "Back as it was" in (await alex.says("/undo"))[0]


@pytest.mark.parametrize("said", ["not today", "not on monday", "no sets yesterday", "no training yesterday"])
async def test_a_day_without_a_set_moves_none(alex: Lifter, said: str) -> None:
    await alex.says("deadlift 100x8")
    assert "Moved" not in (await alex.says(said))[0]


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("deadlift 100x5 a week ago", "✓ Deadlift  100 kg × 5\non Thu 19 Nov"),
        ("2 weeks ago: deadlift 100x5", "✓ Deadlift  100 kg × 5\non Thu 12 Nov"),
        ("deadlift 100x5 this monday", "✓ Deadlift  100 kg × 5\non Mon 23 Nov"),
        ("deadlift 100x5 easy, 105 next time", "✓ Deadlift  100 kg × 5"),
        ("deadlift 100x5, wanted 8 but grip failed", "✓ Deadlift  100 kg × 5"),
        ("deadlift 100x5 up from 95 last week", "✓ Deadlift  100 kg × 5"),
    ],
)
async def test_words_of_time_are_a_day_or_a_remark(alex: Lifter, said: str, kept: str) -> None:
    alex.at_noon_of(2026, 11, 26)
    assert await alex.says(said) == [kept]


async def test_last_week_is_seven_days(alex: Lifter) -> None:
    alex.at_noon_of(2026, 11, 26)
    [asked] = await alex.says("deadlift 100x5 last week")
    assert asked.startswith("Which day last week was it?")
    assert [row[0] for row in buttons(alex.last)][0:7:6] == ["Monday 16 November", "Sunday 22 November"]
    assert await alex.says("tuesday") == ["✓ Deadlift  100 kg × 5\non Tue 17 Nov"]


@pytest.mark.parametrize(
    "said",
    [
        "deadlift 100x5 this friday",
        "deadlift 100x5 this thursday",
        "deadlift 100x5, 95x5 a week ago",
        "my friend did deadlift 100x5",
    ],
)
async def test_what_tells_of_a_set_and_is_none_is_said_so(alex: Lifter, said: str) -> None:
    alex.at_noon_of(2026, 11, 26)
    replies = await alex.says(said)
    assert replies[-1].startswith("No set of that is in your log.")
    assert "Nothing logged yet" in (await alex.says("/history"))[0]


@pytest.mark.parametrize(
    "said", ["is deadlift 100x5 good?", "i deadlift 100x5, how do i get to 120", "how do i row", "thanks"]
)
async def test_a_question_is_only_answered(alex: Lifter, said: str) -> None:
    assert not any("No set of that" in reply for reply in await alex.says(said))


async def test_a_question_that_an_edit_answered_keeps_nothing_more(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await alex.says("deadlift 10x3")
    asked = alex.last
    await alex.edits("deadlift 10x3", "deadlift 100x3")
    await alex.taps(first(asked), asked)
    assert "Recorded already; once is enough." in alex.toasts[-1]
    assert (await alex.says("/history"))[0].count("100 kg × 3") == 1


async def test_a_correction_out_of_all_proportion_is_asked_about(alex: Lifter) -> None:
    await alex.says("deadlift 100x5")
    await alex.says("deadlift 100x1")
    [said] = await alex.says("the last one was 450 kg")
    assert "your best so far is 100 kg. Really?" in said
    assert "450" not in (await alex.says("/history"))[0]


async def test_what_was_logged_for_another_day_is_put_right_there(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await alex.says("deadlift 90x5")
    await alex.says("deadlift 100x8 yesterday")
    assert "100 kg × 7" in (await alex.says("make that 7"))[0]
    assert "yesterday" in (await alex.says("same again"))[0]
    assert "Yesterday · 2 sets\nDeadlift  100 kg × 7 · 7" in (await alex.says("/history"))[0]
    assert "Taken back" in (await alex.says("undo"))[0]
    assert "Back as it was" in (await alex.says("undo"))[0]


async def test_what_is_no_set_any_more_goes_wholly(alex: Lifter) -> None:
    await alex.says("deadlift 100x8")
    await alex.edits("deadlift 100x8", "deadlift 100x9")
    await alex.edits("deadlift 100x9", "never mind")
    await alex.taps("Take it back")
    assert "Nothing logged yet" in (await alex.says("/history"))[0]


async def test_a_load_that_went_without_saying_stays_when_the_lift_is_named(alex: Lifter) -> None:
    await alex.says("deadlift 100x8")
    await alex.says("/workout")
    await alex.says("deadlift 8")
    await alex.edits("deadlift 8", "deadlift 9")
    assert "100 kg × 9" in alex.last["text"] or "100 kg × 9" in str(alex.messages[-3:])


async def test_a_correction_while_a_question_stands_touches_no_older_set(alex: Lifter) -> None:
    await alex.says("lat pulldown 50x12")
    await alex.says("deadlift 1000x5")
    assert (await alex.says("make that 100"))[0].startswith("✓ Deadlift  100 kg × 5")
    assert "Lat pulldown  50 kg × 12" in (await alex.says("/history"))[0]


@pytest.mark.parametrize("said", ["the deadlift was 105", "delete the deadlift", "delete the row"])
async def test_a_lift_that_was_not_kept_lately_is_not_put_right_in_another(alex: Lifter, said: str) -> None:
    await alex.says("lat pulldown 50x12")
    assert "kept lately, so nothing changed" in (await alex.says(said))[0]
    assert "Lat pulldown  50 kg × 12" in (await alex.says("/history"))[0]


def first(message: dict[str, Any]) -> str:
    return buttons(message)[0][0]
