"""Is a session kept as it goes? By taps, by text, with a change of mind, a double tap, an old card, a week between."""

from typing import Any

import pytest

from bot.local import LocalTelegram
from tests.journeys.people import Lifter, buttons, coach_at_work, settled, watch

PLAN = [("Deadlift", 3), ("Pull-up", 3), ("Bent-over row", 3), ("One-arm dumbbell row", 3), ("Seated cable row", 3)]


async def test_a_whole_session_by_taps(alex: Lifter) -> None:
    [card] = await alex.says("/workout")
    assert "Back session · 1 of 6" in card
    assert "DEADLIFT   set 1 of 3" in card
    assert "6–8 reps" in card
    await alex.taps("Weight: 30 kg")
    await alex.taps("100 kg")
    assert buttons(alex.last)[-1] == ["✓ Done: 100 kg × 6"]
    for _ in range(18):
        await alex.taps("✓ Done")
    assert "That was all of it." in alex.last["text"]
    await alex.taps("Finish")
    done = alex.last["text"]
    assert "18 sets" in done
    assert "Deadlift  100 kg × 6 · 6 · 6" in done
    assert "Pull-up  8 · 8 · 8" in done
    assert len(alex.messages) == 1, "one card, edited in place"
    [history] = await alex.says("/history")
    assert "Today · 18 sets" in history


async def test_a_double_tap_counts_once(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.taps("✓ Done", times=5)
    assert "set 2 of 3" in alex.last["text"]
    [history] = await alex.says("/history")
    assert "1 set" in history


async def test_text_logs_into_the_exercise_on_the_card(alex: Lifter) -> None:
    await alex.says("/workout")
    [said] = await alex.says("100x8")
    assert "Deadlift  100 kg × 8" in said
    assert "Next: Deadlift, set 2 of 3" in said
    card = alex.card
    assert "set 2 of 3" in card["text"]
    assert buttons(card)[-1] == ["✓ Done: 100 kg × 8"]
    await alex.says("100 x 8")
    await alex.says("100x7")
    assert "PULL-UP   set 1 of 3" in alex.card["text"]
    await alex.says("8")
    assert "PULL-UP   set 2 of 3" in alex.card["text"]


async def test_undo_goes_back_to_the_exercise(alex: Lifter) -> None:
    await alex.says("/workout")
    for _ in range(3):
        await alex.taps("✓ Done")
    assert "PULL-UP" in alex.last["text"]
    await alex.taps("Undo")
    assert "DEADLIFT   set 3 of 3" in alex.last["text"]
    [said] = await alex.says("/undo")
    assert "Taken back" in said
    assert "DEADLIFT   set 2 of 3" in alex.card["text"]


def data_of(message: dict[str, Any], label: str) -> str:
    every = [one for row in message["reply_markup"]["inline_keyboard"] for one in row]
    return next(str(one["callback_data"]) for one in every if one["text"] == label)


async def test_an_old_card_keeps_nothing_of_another_exercise_or_load(alex: Lifter) -> None:
    """It says one thing, and another stands on the card by now."""
    await alex.says("/workout")
    at, done = alex.last["message_id"], data_of(alex.last, "✓ Done: 30 kg × 8")
    await alex.taps("Weight: 30 kg")
    heavier = data_of(alex.last, "50 kg")
    await alex.taps("40 kg")
    await alex.forges(at, done)
    assert "set 1 of 3" in alex.last["text"]
    await alex.taps("Swap")
    instead = buttons(alex.last)[0][0]
    await alex.taps(instead)
    before = alex.last["text"]
    assert instead.partition(" · ")[0].upper() in before
    for old in (done, heavier):
        await alex.forges(at, old)
        assert alex.toasts == ["An old button. This is how it stands."]
        assert alex.last["text"] == before
    assert "Nothing" in (await alex.says("/history"))[0]


async def test_an_old_card_shows_today(alex: Lifter) -> None:
    await alex.says("/workout")
    old = alex.last
    await alex.taps("✓ Done")
    before = dict(old)
    await alex.says("/workout")
    newer = alex.last
    await alex.taps("✓ Done", newer)
    pressed = next(one for row in before["reply_markup"]["inline_keyboard"] for one in row if "Done" in one["text"])
    await alex.forges(old["message_id"], pressed["callback_data"])
    again = next(one for one in alex.messages if one["message_id"] == old["message_id"])
    assert again["text"] == "This card is old. The session goes on below."
    assert buttons(again) == []
    assert "set 3 of 3" in alex.last["text"]
    [history] = await alex.says("/history")
    assert "2 sets" in history


async def test_skip_go_back_swap(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.taps("Skip")
    assert "PULL-UP" in alex.last["text"]
    assert "– Deadlift  left out" in alex.last["text"]
    await alex.taps("Exercises")
    await alex.taps("– Deadlift")
    assert "DEADLIFT   set 1 of 3" in alex.last["text"]
    await alex.taps("Swap")
    choice = buttons(alex.last)[0][0]
    await alex.taps(choice)
    assert choice.partition(" · ")[0].upper() in alex.last["text"]


async def test_finishing_early_and_going_on(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.taps("✓ Done")
    await alex.taps("Finish")
    assert "1 set" in alex.last["text"]
    await alex.taps("Not done yet")
    assert "set 2 of 3" in alex.last["text"]
    await alex.taps("Finish")
    assert "Back session done" in alex.last["text"]


async def test_a_session_without_a_set_leaves_no_trace(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.taps("Finish")
    assert "nothing was logged" in alex.last["text"]
    [history] = await alex.says("/history")
    assert "Nothing logged yet" in history


async def test_the_weight_is_typed_or_stepped(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.taps("Weight: 30 kg")
    await alex.taps("Type it")
    await alex.says("62,5")
    assert buttons(alex.card)[-1] == ["✓ Done: 62.5 kg × 6"]
    await alex.taps("Weight: 62.5 kg")
    await alex.taps("+2.5")
    assert buttons(alex.card)[-1] == ["✓ Done: 65 kg × 6"]


async def test_a_best_is_named_at_the_end(alex: Lifter, telegram: LocalTelegram) -> None:
    await alex.says("/workout")
    await alex.says("100x8")
    await alex.taps("Finish", alex.card)
    await alex.says("/workout")
    assert "earlier today: 100 kg × 8" in alex.card["text"]
    await alex.says("102.5x8")
    await alex.taps("Finish", alex.card)
    assert "★ Deadlift 102.5 kg × 8, best so far (was 100 kg × 8)" in alex.card["text"]


@pytest.mark.parametrize("days", [0, 8])
async def test_a_session_survives_a_restart_and_a_week(telegram: LocalTelegram, sqlite_url: str, days: int) -> None:
    watcher = watch(sqlite_url)
    async with coach_at_work(sqlite_url, telegram):
        alex = Lifter(telegram, watcher)
        await alex.says("/workout")
        await alex.taps("✓ Done")
    telegram.world.clock_offset = days * 86_400
    async with coach_at_work(sqlite_url, telegram):
        [card] = await alex.says("/workout")
        assert "DEADLIFT   set 2 of 3" in card
        assert ("Left open" in card) is (days > 0)
        if days:
            await alex.taps("Close it, start today's", alex.last)
            assert "DEADLIFT   set 1 of 3" in alex.card["text"]
        else:
            await alex.says("100x8")
        await settled(telegram, watcher)
    watcher.close()


@pytest.mark.parametrize("said", ["8", "8 reps", "done", "✓"])
async def test_what_goes_without_saying_is_the_load_on_the_card(alex: Lifter, said: str) -> None:
    await alex.says("/workout")
    await alex.taps("Weight: 30 kg")
    await alex.taps("100 kg")
    [kept] = await alex.says(said)
    assert "100 kg × " in kept


async def test_done_outside_a_session_is_no_set(alex: Lifter) -> None:
    await alex.says("done")
    assert "Nothing logged yet" in (await alex.says("/history"))[0]


async def test_what_was_lifted_beats_what_was_chosen_before(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.taps("Weight: 30 kg")
    await alex.taps("100 kg")
    await alex.says("110x5")
    assert buttons(alex.card)[-1] == ["✓ Done: 110 kg × 5"]


async def test_a_named_exercise_of_the_plan_comes_onto_the_card(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.taps("Skip")
    await alex.says("bent over row 60x10")
    assert "BENT-OVER ROW   set 2 of 3" in alex.card["text"]
    [said] = await alex.says("60x9")
    assert "Bent-over row" in said


async def test_one_side_at_a_time_is_counted_on_both(alex: Lifter) -> None:
    [said] = await alex.says("one arm dumbbell row 30x12")
    assert "30 kg × 12 each side" in said


async def test_reps_finish_a_load_that_was_written_alone(alex: Lifter) -> None:
    await alex.says("/workout")
    [question] = await alex.says("100kg")
    assert "Nothing is recorded yet" in question
    [kept] = await alex.says("8")
    assert "100 kg × 8" in kept


async def test_a_weight_that_is_none_is_asked_for_again(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.taps("Weight: 30 kg")
    await alex.taps("Type it")
    for said in ("-100", "0", "99999"):
        [refused] = await alex.says(said)
        assert "I can't use" in refused
    await alex.says("how do i do a deadlift")
    await alex.says("100 kg")
    assert buttons(alex.card)[-1] == ["✓ Done: 100 kg × 6"]


async def test_finish_pressed_twice_finishes_once(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.says("100x8")
    card = alex.card
    assert await alex.taps("Finish", card, times=2) == []
    assert "Back session done" in alex.card["text"]


async def test_a_finished_summary_never_becomes_the_card_of_another_session(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.says("100x8")
    await alex.taps("Finish", alex.card)
    summary = alex.card
    await alex.says("/workout")
    await alex.taps("Not done yet", summary)
    assert "set 1 of 3" in alex.last["text"]
    [said] = await alex.says("100x8")
    assert "Next: Deadlift, set 2 of 3" in said


async def test_an_exercise_that_is_done_is_said_so(alex: Lifter) -> None:
    await alex.says("/workout")
    for _ in range(3):
        await alex.says("100x8")
    await alex.taps("Exercises", alex.card)
    await alex.taps("✓ Deadlift", alex.messages[0])
    assert "PULL-UP" not in alex.messages[0]["text"]
    assert "Which one next?" in alex.messages[0]["text"]


async def test_the_next_set_is_one_tap_away_under_what_was_written(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.says("100x8")
    assert buttons(alex.last)[-1] == ["✓ Done: 100 kg × 8"]
    first = alex.messages[0]
    await alex.taps("✓ Done", alex.last)
    assert "set 3 of 3" in alex.last["text"]
    old = next(one for one in alex.messages if one["message_id"] == first["message_id"])
    assert old["text"] == "This card is old. The session goes on below."
    assert buttons(old) == []
    await alex.taps("✓ Done", alex.last)
    assert "PULL-UP" in alex.card["text"]


@pytest.mark.parametrize("text", ["finish", "session done", "end the session"])
async def test_finished_in_plain_words(alex: Lifter, text: str) -> None:
    await alex.says("/workout")
    old = alex.last["message_id"]
    await alex.taps("✓ Done")
    [said] = await alex.says(text)
    assert "Back session done" in said
    assert not buttons(next(one for one in alex.messages if one["message_id"] == old))
    assert "Back session done" not in str(await alex.says(text)), "nothing is open any more"
