"""Does an edited message change the set that it logged, once, in its place, and back again?"""

import pytest

from tests.journeys.people import Lifter, buttons


async def history(alex: Lifter) -> str:
    return (await alex.says("/history"))[0]


async def test_an_edit_changes_the_set_and_can_be_undone(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await alex.says("deadlift 100x8")
    [said] = await alex.edits("deadlift 100x8", "deadlift 100x9")
    assert said == "Changed as you edited:\nDeadlift  100 kg × 9"
    assert buttons(alex.last) == [["Undo", "Edit"]]
    kept = await history(alex)
    assert "1 set" in kept
    assert "100 kg × 9" in kept
    [said] = await alex.says("/undo")
    assert said == "Back as before your edit:\nDeadlift  100 kg × 8"
    kept = await history(alex)
    assert "1 set" in kept
    assert "100 kg × 8" in kept
    [said] = await alex.says("/undo")
    assert "Taken back" in said
    assert "Nothing logged yet" in await history(alex)


async def test_edits_upon_edits_go_back_one_by_one(alex: Lifter) -> None:
    await alex.says("deadlift 100x8")
    await alex.edits("deadlift 100x8", "deadlift 100x9")
    await alex.edits("deadlift 100x9", "deadlift 105x9, 105x8")
    edited = alex.last
    assert "105 kg × 9 · 8" in await history(alex)
    await alex.taps("Undo", edited)
    assert "100 kg × 9" in await history(alex)
    await alex.says("undo")
    assert "100 kg × 8" in await history(alex)


@pytest.mark.parametrize("text", ["deadlift 100x8 felt good", "deadlift 100 x 8", "Deadlift 100kg x8"])
async def test_an_edit_that_says_the_same_is_not_answered(alex: Lifter, text: str) -> None:
    await alex.says("deadlift 100x8")
    assert await alex.edits("deadlift 100x8", text) == []
    assert "1 set" in await history(alex)


async def test_an_unclear_edit_is_asked_about_and_changes_nothing_until_then(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await alex.says("deadlift 100x8")
    [said] = await alex.edits("deadlift 100x8", "deadlift 10x3")
    assert "The log stays as it was." in said
    question = alex.last
    assert "100 kg × 8" in await history(alex)
    await alex.taps(buttons(question)[1][0], question, times=2)
    assert alex.toasts[1] == "Recorded already; once is enough."
    assert "Deadlift  10 · 10 · 10" in await history(alex)
    await alex.says("/undo")
    assert "100 kg × 8" in await history(alex)


async def test_an_edit_without_its_numbers_keeps_the_set_and_offers_to_take_it_back(alex: Lifter) -> None:
    await alex.says("deadlift 100x8")
    [said] = await alex.edits("deadlift 100x8", "never mind")
    assert "stays as it was" in said
    await alex.taps("Take it back")
    assert "Nothing logged yet" in await history(alex)


async def test_a_question_is_answered_by_an_edit_of_what_was_asked_about(alex: Lifter) -> None:
    await alex.says("deadlift 10x3")
    [said] = await alex.edits("deadlift 10x3", "deadlift 100x3")
    assert said == "✓ Deadlift  100 kg × 3"
    assert "1 set" in await history(alex)
    await alex.edits("deadlift 100x3", "deadlift 100x4")
    assert "100 kg × 4" in await history(alex)


async def test_what_was_chosen_for_a_message_changes_with_it(alex: Lifter) -> None:
    await alex.says("deadlift 10x3")
    await alex.taps(buttons(alex.last)[1][0])
    await alex.edits("deadlift 10x3", "deadlift 90x3")
    kept = await history(alex)
    assert "90 kg × 3" in kept
    assert "1 set" in kept


async def test_in_a_session_the_set_stays_in_its_place_and_the_card_follows(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.says("100x8")
    await alex.says("8")
    await alex.edits("8", "7")
    assert "100 kg × 8 · 7" in alex.card["text"]
    assert "set 3 of 3" in alex.card["text"]
    await alex.edits("100x8", "deadlift 100x8, 100x8")
    assert "DEADLIFT" not in alex.card["text"]
    await alex.says("/undo")
    assert "set 3 of 3" in alex.card["text"]
    await alex.taps("Finish", alex.card)
    assert "Deadlift  100 kg × 8 · 7" in alex.card["text"]


async def test_another_day_moves_it(alex: Lifter) -> None:
    alex.at(12)
    await alex.says("deadlift 100x8")
    [said] = await alex.edits("deadlift 100x8", "yesterday deadlift 100x8")
    assert "(yesterday)" in said
    assert "Yesterday · 1 set" in await history(alex)


async def test_the_same_again_looks_back_at_what_was_before_it(alex: Lifter) -> None:
    await alex.says("deadlift 100x8")
    await alex.says("same again")
    await alex.says("lat pulldown 50x12")
    await alex.edits("same again", "same again but 6 reps")
    assert "Deadlift  100 kg × 8 · 6" in await history(alex)


@pytest.mark.parametrize("was", ["hello", "undo"])
async def test_an_edit_of_what_logged_nothing_says_how_to_log(alex: Lifter, was: str) -> None:
    await alex.says("deadlift 100x8")
    await alex.says(was)
    [said] = await alex.edits(was, "deadlift 100x5")
    assert "has no set in the log" in said
    assert "100 kg × 5" not in await history(alex)


async def test_what_was_taken_back_stays_so(alex: Lifter) -> None:
    await alex.says("deadlift 100x8")
    await alex.says("/undo")
    [said] = await alex.edits("deadlift 100x8", "deadlift 100x9")
    assert "has no set in the log" in said
    assert "Nothing logged yet" in await history(alex)


async def test_an_edited_log_command_is_an_edited_set(alex: Lifter) -> None:
    await alex.says("/log deadlift 100x8")
    await alex.edits("/log deadlift 100x8", "/log deadlift 100x9")
    assert "100 kg × 9" in await history(alex)


async def test_an_edit_reaches_only_ones_own_sets(alex: Lifter) -> None:
    ben = Lifter(alex.telegram, alex.watcher, name="Ben")
    await alex.says("deadlift 100x8")
    await ben.says("deadlift 60x8")
    await ben.edits("deadlift 60x8", "deadlift 65x8")
    assert "100 kg × 8" in await history(alex)
    assert "65 kg × 8" in await history(ben)


async def test_an_edit_to_a_new_best_says_so(alex: Lifter) -> None:
    await alex.says("deadlift 100x8 on 2.11.")
    await alex.says("deadlift 90x8")
    [said] = await alex.edits("deadlift 90x8", "deadlift 105x8")
    assert said == "Changed as you edited:\nDeadlift  105 kg × 8\n★ 105 kg × 8, best so far (was 100 kg × 8)"
    [said] = await alex.edits("deadlift 105x8", "deadlift 102.5x8")
    assert "★ 102.5 kg × 8, best so far (was 100 kg × 8)" in said, "what it replaces is no record any more"
    [said] = await alex.edits("deadlift 102.5x8", "deadlift 95x8")
    assert "★" not in said


@pytest.mark.parametrize(
    ("was", "text"),
    [("bw 82.5", "bw 83.5"), ("note deadlift: hook grip", "note deadlift: straps"), ("bw 82.5", "deadlift 100x8")],
)
async def test_an_edit_of_a_weight_or_a_note_is_kindly_refused(alex: Lifter, was: str, text: str) -> None:
    await alex.says(was)
    [said] = await alex.edits(was, text)
    assert "only sets change with an edit" in said
    assert was.split()[-1] in (await alex.says("/undo"))[0]
    assert "Nothing to take back" in (await alex.says("/undo"))[0]


async def test_undo_walks_back_over_edits_weights_and_notes(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await alex.says("deadlift 100x8")
    await alex.says("bw 82.5")
    await alex.edits("deadlift 100x8", "deadlift 100x9")
    await alex.says("note deadlift: hook grip")
    expected = (
        "Taken back, the note:\nDeadlift  hook grip",
        "Back as before your edit:\nDeadlift  100 kg × 8",
        "Taken back: body weight 82.5 kg",
        "Taken back:\nDeadlift  100 kg × 8",
    )
    for back in expected:
        assert (await alex.says("/undo"))[0] == back
    assert "Nothing to take back" in (await alex.says("/undo"))[0]


async def test_a_deleted_set_does_not_come_back_beside_what_its_message_says_now(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await alex.says("deadlift 100x8, 100x7")
    await alex.says("/history")
    await alex.taps("Today", alex.last)
    await alex.taps("2 · ", alex.last)
    await alex.taps("Delete it", alex.last)
    deleted = alex.last
    await alex.edits("deadlift 100x8, 100x7", "deadlift 100x8, 100x6")
    await alex.taps("Put it back", deleted)
    assert alex.toasts[-1].startswith("That is no longer in your log")
    assert "100 kg × 8 · 6" in await history(alex)
    await alex.says("/undo")
    kept = await history(alex)
    assert "100 kg × 8" in kept
    assert "1 set" in kept
    await alex.taps("Put it back", deleted)
    assert "100 kg × 8 · 7" in await history(alex)


@pytest.mark.parametrize("was", ["deadlift 60x8", "how do i deadlift"])
async def test_pain_that_an_edit_tells_of_is_answered_once(alex: Lifter, was: str) -> None:
    await alex.says("/workout")
    await alex.says(was)
    now = f"{was} but my chest hurts"
    said = await alex.edits(was, now)
    assert [one.splitlines()[0] for one in said] == ["Chest pain"]
    assert await alex.edits(now, f"{now}!") == []
    flag, _ = await alex.says("/workout")
    assert flag.startswith("Chest pain"), "it is remembered"


async def test_an_edit_that_hurts_takes_off_the_lift_of_its_set(alex: Lifter) -> None:
    await alex.says("/workout")
    for text in ("60x8", "60x7", "60x6"):
        await alex.says(text)
    changed, hurt = await alex.edits("60x6", "60x5 but my elbow hurts")
    assert "60 kg × 5" in changed
    assert hurt.endswith("I've taken the deadlift off your next sessions.")
