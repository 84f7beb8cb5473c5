"""Is a set of an earlier day put right by words, where it is clear which, and asked about where it is not?"""

import pytest

from tests.journeys.people import Lifter, buttons

DAY = 86_400


async def trained_yesterday(alex: Lifter) -> None:
    alex.at(12)
    await alex.says("bent over row 60x8,8,8")
    await alex.says("pull ups 8, 7")
    alex.telegram.world.clock_offset += DAY


async def history(alex: Lifter) -> str:
    return (await alex.says("/history"))[0]


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("yesterday's last row was 9 not 8", "60 kg × 8 · 8 · 9"),
        ("the last row yesterday should be 9", "60 kg × 8 · 8 · 9"),
        ("yesterday's first row was 10 not 8", "60 kg × 10 · 8 · 8"),
        ("rows yesterday were 62.5 not 60", "62.5 kg × 8 · 8 · 8"),
    ],
)
async def test_what_is_clear_is_put_right_and_can_be_taken_back(alex_on_both: Lifter, said: str, kept: str) -> None:
    alex = alex_on_both
    await trained_yesterday(alex)
    assert (await alex.says(said))[0].startswith("Corrected. Now:\nBent-over row")
    assert kept in await history(alex)
    await alex.says("/undo")
    shown = await history(alex)
    assert "60 kg × 8 · 8 · 8" in shown
    assert "Today" not in shown, "no set is added"


async def test_what_may_be_one_more_is_asked_about(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await trained_yesterday(alex)
    [asked] = await alex.says("yesterday's last row was 9")
    assert asked.startswith("Shall I change what is in the log of ")
    assert buttons(alex.last) == [["Now 60 kg × 9"], ["No"]]
    assert "60 kg × 8 · 8 · 8" in await history(alex)
    await alex.says("yesterday's last row was 9")
    await alex.taps("Now 60 kg × 9")
    assert "60 kg × 8 · 8 · 9" in await history(alex)


async def test_several_numbers_are_left_to_the_history(alex: Lifter) -> None:
    await trained_yesterday(alex)
    [asked] = await alex.says("yesterday's pull ups were 9 and 7")
    assert "already? /history changes it" in asked
    assert "5 sets" in await history(alex)


async def test_what_is_not_there_changes_nothing(alex: Lifter) -> None:
    await trained_yesterday(alex)
    [asked] = await alex.says("yesterday's last deadlift was 4 not 5")
    assert asked.startswith("I find no such set in the log of ")
    assert "5 sets" in await history(alex)


async def test_a_whole_set_of_yesterday_is_a_new_one(alex: Lifter) -> None:
    await trained_yesterday(alex)
    assert "✓ Deadlift  100 kg × 5" in (await alex.says("yesterday the deadlift was 100x5"))[0]
    assert "Yesterday · 6 sets" in await history(alex)


async def test_the_last_of_a_sort_is_meant_not_what_came_after_it(alex: Lifter) -> None:
    await alex.says("bent over row 60x8,8,8")
    await alex.says("pull ups 8, 7")
    assert (await alex.says("the last row was 9 not 8"))[0].startswith("Corrected. Now:\nBent-over row  60 kg × 9")
