"""Can a correction, a change in the history and a deletion be taken back, and is a set changed where it was said?"""

from typing import Any

import pytest

from bot.chat.buttons.of_log import EditEntry, UndoEntry
from tests.journeys.people import Lifter, buttons


def now(alex: Lifter, message: dict[str, Any]) -> str:
    """What a message says by now."""
    return str(next(one["text"] for one in alex.messages if one["message_id"] == message["message_id"]))


def pressed(message: dict[str, Any], label: str) -> str:
    """What a button of a message sends."""
    rows = message["reply_markup"]["inline_keyboard"]
    return str(next(one["callback_data"] for row in rows for one in row if one["text"] == label))


async def history(alex: Lifter) -> str:
    return (await alex.says("/history"))[0]


async def opened(alex: Lifter, set_label: str) -> dict[str, Any]:
    """The menu of a set of today, from the history."""
    await history(alex)
    await alex.taps("Today", alex.last)
    await alex.taps(set_label, alex.last)
    return alex.last


async def test_a_correction_is_taken_back_before_the_set(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await alex.says("deadlift 100x8")
    await alex.says("make that 7")
    assert buttons(alex.last) == [["Undo", "Edit"]]
    assert (await alex.says("/undo"))[0] == "Back as it was:\nDeadlift  100 kg × 8"
    assert "100 kg × 8" in await history(alex)
    assert (await alex.says("/undo"))[0] == "Taken back:\nDeadlift  100 kg × 8"
    assert "Nothing to take back" in (await alex.says("/undo"))[0]


async def test_what_was_deleted_by_a_word_comes_back_by_its_button(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await alex.says("deadlift 100x8")
    await alex.says("deadlift 100x7")
    await alex.says("delete the last two")
    gone = alex.last
    assert buttons(gone) == [["Undo"]]
    assert "Nothing logged yet" in await history(alex)
    await alex.taps("Undo", gone, times=2)
    assert now(alex, gone) == "Back as it was:\nDeadlift  100 kg × 8 · 7"
    assert alex.toasts[1].startswith("Nothing to take back")
    assert "Deadlift  100 kg × 8 · 7" in await history(alex)


async def test_another_day_is_taken_back_into_the_session(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    alex.at(12)
    await alex.says("/workout")
    await alex.says("100x8")
    await alex.says("that was yesterday")
    assert "set 1 of 3" in alex.card["text"]
    assert "Yesterday · 1 set" in await history(alex)
    assert (await alex.says("undo"))[0] == "Back as it was:\nDeadlift  100 kg × 8"
    assert "set 2 of 3" in alex.card["text"]
    assert "Today · 1 set" in await history(alex)


async def test_it_was_today_moves_nothing(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.says("100x8")
    [said] = await alex.says("that was today")
    assert "nothing changed" in said
    assert "set 2 of 3" in alex.card["text"]


@pytest.mark.parametrize("word", ["undo", "/undo", "oops"])
async def test_a_change_in_the_history_is_taken_back_by_a_word(alex: Lifter, word: str) -> None:
    await alex.says("deadlift 100x8, 100x7")
    await alex.taps("9 reps", await opened(alex, "2 · "))
    await alex.taps("102.5 kg", alex.last)
    assert (await alex.says(word))[0] == "Back as it was:\nDeadlift  100 kg × 9"
    assert (await alex.says(word))[0] == "Back as it was:\nDeadlift  100 kg × 7"
    assert (await alex.says(word))[0] == "Taken back:\nDeadlift  100 kg × 8 · 7"


async def test_a_deletion_in_the_history_is_taken_back_by_a_word(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await alex.says("deadlift 100x8")
    await alex.taps("Delete it", await opened(alex, "1 · "))
    deleted = alex.last
    assert (await alex.says("/undo"))[0] == "Back as it was:\nDeadlift  100 kg × 8"
    await alex.taps("Put it back", deleted)
    assert "1 set" in await history(alex)


async def test_what_was_put_back_is_no_step_of_undo(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await alex.says("bw 82.5")
    await alex.says("deadlift 100x8, 100x7")
    for label in ("1 · ", "1 · "):
        await alex.taps("Delete it", await opened(alex, label))
    last, first = [one for one in reversed(alex.messages) if one["text"].startswith("Deleted")]
    await alex.taps("Put it back", first)
    assert "Deadlift  100 kg × 8" in await history(alex)
    await alex.taps("Put it back", last)
    assert "Deadlift  100 kg × 8 · 7" in await history(alex)
    assert (await alex.says("/undo"))[0] == "Taken back:\nDeadlift  100 kg × 8 · 7"
    assert (await alex.says("/undo"))[0] == "Taken back: body weight 82.5 kg"


async def test_the_card_follows_a_correction_and_its_undo(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.says("100x8, 100x8, 100x8")
    assert "PULL-UP" in alex.card["text"]
    await alex.says("delete the last one")
    assert "DEADLIFT   set 3 of 3" in alex.card["text"]
    await alex.says("/undo")
    assert "PULL-UP   set 1 of 3" in alex.card["text"]
    assert "✓ Deadlift  100 kg × 8 · 8 · 8" in alex.card["text"]
    await alex.says("make the deadlift 7")
    await alex.says("/undo")
    assert "PULL-UP   set 1 of 3" in alex.card["text"]


async def test_the_card_goes_back_to_a_set_that_was_corrected_and_taken_back(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.says("100x8, 100x8")
    await alex.says("100x8")
    kept = alex.last
    await alex.says("make the deadlift 7")
    await alex.taps("Undo", kept)
    assert "DEADLIFT   set 3 of 3" in alex.card["text"]


async def test_a_finished_session_that_a_correction_empties_is_none(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.says("100x8")
    await alex.taps("Finish", alex.card)
    await alex.says("delete that")
    await alex.says("/undo")
    assert "1 set" in await history(alex)
    await alex.says("/workout")
    await alex.says("100x8")
    await alex.taps("Finish", alex.card)
    assert "Your first session is in the log" in alex.card["text"]


async def test_the_undo_of_an_older_reply_takes_back_what_its_message_says_now(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await alex.says("pull-ups 8")
    await alex.says("deadlift 100x8")
    kept = alex.last
    await alex.edits("deadlift 100x8", "deadlift 100x9")
    await alex.edits("deadlift 100x9", "deadlift 100x10")
    changed = alex.last
    await alex.taps("Undo", kept, times=2)
    assert now(alex, kept) == "Taken back:\nDeadlift  100 kg × 10"
    assert alex.toasts[1].startswith("Nothing to take back")
    await alex.taps("Undo", changed)
    assert alex.toasts[0].startswith("Nothing to take back")
    assert "1 set" in await history(alex)
    assert (await alex.says("/undo"))[0] == "Taken back:\nPull-up  8"


async def test_an_edit_after_a_correction_goes_back_step_by_step(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await alex.says("deadlift 100x8")
    await alex.says("make that 7")
    corrected = alex.last
    await alex.edits("deadlift 100x8", "deadlift 105x5")
    await alex.taps("Undo", corrected)
    assert alex.toasts[0].startswith("Nothing to take back"), "the edit stands in its place"
    assert "105 kg × 5" in await history(alex)
    for back in (
        "Back as before your edit:\nDeadlift  100 kg × 7",
        "Back as it was:\nDeadlift  100 kg × 8",
        "Taken back:\nDeadlift  100 kg × 8",
    ):
        assert (await alex.says("/undo"))[0] == back


async def test_oops_leaves_alone_what_was_kept_long_ago(alex: Lifter) -> None:
    alex.at(8)
    await alex.says("pull-ups 8")
    alex.at(13)
    await alex.says("deadlift 100x8")
    kept = alex.last
    await alex.says("make that 7")
    await alex.taps("Undo", kept)
    assert "Nothing to take back" in (await alex.says("oops"))[0]
    assert "Pull-up  8" in await history(alex)


async def test_the_undo_of_an_older_correction_takes_later_ones_with_it(alex: Lifter) -> None:
    await alex.says("deadlift 100x8")
    await alex.says("make that 7")
    first = alex.last
    await alex.says("make that 6")
    second = alex.last
    await alex.taps("Undo", first)
    assert "100 kg × 8" in await history(alex)
    await alex.taps("Undo", second)
    assert alex.toasts[0].startswith("Nothing to take back")
    assert (await alex.says("/undo"))[0] == "Taken back:\nDeadlift  100 kg × 8"


async def test_a_correction_to_a_new_best_says_so(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await alex.says("deadlift 100x8 on 2.11.")
    await alex.says("deadlift 105x8")
    assert "★" in alex.last["text"]
    [said] = await alex.says("make that 7")
    assert said == "Corrected. Now:\nDeadlift  105 kg × 7\n★ 105 kg × 7, best so far (was 100 kg × 8)"
    [said] = await alex.says("it was 95 kg")
    assert said == "Corrected. Now:\nDeadlift  95 kg × 7"
    [said] = await alex.says("make that 10")
    assert "★ 95 kg × 10, e1RM 126.5 kg, best so far (was 124 kg)" in said, "105 kg × 7 is no record any more"
    [said] = await alex.says("that was rpe 9")
    assert said == "Corrected. Now:\nDeadlift  95 kg × 10 @9", "the same work is no news"


async def test_one_set_is_changed_where_it_was_said(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await alex.says("deadlift 100x8")
    await alex.taps("Edit", alex.last, times=2)
    assert "Deadlift · Today, set 1 of 1\n100 kg × 8" in alex.last["text"]
    await alex.taps("9 reps", alex.last)
    assert "100 kg × 9" in await history(alex)
    assert (await alex.says("/undo"))[0] == "Back as it was:\nDeadlift  100 kg × 8"


async def test_of_several_sets_one_is_chosen(alex: Lifter) -> None:
    await alex.says("deadlift 100x8, 100x7, 102.5x5")
    await alex.taps("Edit", alex.last)
    assert alex.last["text"] == "Which set?"
    assert buttons(alex.last) == [["100 kg × 8", "100 kg × 7"], ["102.5 kg × 5"], ["‹ Back", "‹ Today"]]
    await alex.taps("100 kg × 7", alex.last)
    await alex.taps("Delete it", alex.last)
    assert "Deadlift  100 kg × 8, 102.5 kg × 5" in await history(alex)
    await alex.says("deadlift 60x5, pull-ups 8")
    await alex.taps("Edit", alex.last)
    assert buttons(alex.last) == [["Deadlift 60 kg × 5"], ["Pull-up 8"], ["‹ Back", "‹ Today"]]
    await alex.taps("‹ Today", alex.last)
    assert "4  8" in alex.last["text"]


async def test_edit_is_about_the_sets_as_they_are_now(alex: Lifter) -> None:
    await alex.says("deadlift 100x8, 100x7")
    kept = alex.last
    await alex.says("make that 6")
    await alex.taps("Edit", alex.last)
    assert "set 2 of 2\n100 kg × 6" in alex.last["text"]
    await alex.edits("deadlift 100x8, 100x7", "deadlift 110x3")
    await alex.taps("Edit", kept)
    assert "set 1 of 1\n110 kg × 3" in now(alex, kept)


async def test_edit_of_what_is_gone_shows_nothing(alex: Lifter) -> None:
    await alex.says("deadlift 100x8")
    kept = alex.last
    await alex.says("/undo")
    await alex.taps("Edit", kept)
    assert alex.toasts[0].startswith("That is no longer in your log")
    assert now(alex, kept).startswith("✓ Deadlift")


async def test_nothing_of_anothers_is_shown_or_taken_back(alex: Lifter) -> None:
    await alex.says("deadlift 100x8")
    entry = pressed(alex.last, "Edit")
    await alex.says("make that 7")
    change, undo = pressed(alex.last, "Edit"), pressed(alex.last, "Undo")
    sam = Lifter(alex.telegram, alex.watcher, "Sam")
    await sam.says("/start")
    start = sam.last["message_id"]
    for press in (entry, change, EditEntry(0).pack(), EditEntry(2**63).pack()):
        await sam.forges(start, press)
        assert sam.toasts[0], press
        assert "Deadlift" not in sam.last["text"]
    for press in (undo, UndoEntry(0).pack()):
        await sam.forges(start, press)
        assert sam.toasts[0].startswith("Nothing to take back")
    assert "100 kg × 7" in await history(alex)


@pytest.mark.parametrize("text", ["deadlift 100x8", "deadlift 100x8, 110x5"])
async def test_from_edit_back_to_the_confirmation(alex: Lifter, text: str) -> None:
    [said] = await alex.says(text)
    await alex.taps("Edit")
    if "110" in text:
        await alex.taps("100 kg × 8")
    await alex.taps("9 reps")
    await alex.taps("‹ Back")
    assert alex.last["text"] == said.replace("× 8", "× 9")
    await alex.taps("Undo")
    assert "Taken back" in alex.last["text"]


async def test_edit_works_after_a_move_was_taken_back(alex: Lifter) -> None:
    await alex.says("deadlift 100x8")
    await alex.says("that was yesterday")
    moved = alex.last
    await alex.says("undo")
    await alex.taps("Edit", moved)
    [menu] = [one["text"] for one in alex.messages if one["message_id"] == moved["message_id"]]
    assert "Today, set 1 of 1" in menu
