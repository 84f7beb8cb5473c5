"""What if a lifter changes their mind, comes back late, or does things in an order nobody planned?"""

import pytest

from bot.local import LocalTelegram
from bot.services.ports import Work
from tests.journeys.people import Lifter, buttons, coach_at_work, watch


async def choose(alex: Lifter, weight: str) -> None:
    await alex.taps("Weight: 30 kg")
    await alex.taps(weight)


async def test_swapping_back_keeps_what_was_done(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.taps("Skip")
    await alex.says("8")
    await alex.says("8")
    await alex.taps("Swap", alex.card)
    other = buttons(alex.card)[0][0]
    await alex.taps(other, alex.card)
    await alex.taps("Swap", alex.card)
    assert buttons(alex.card)[0] == ["Pull-up"]
    await alex.taps("Pull-up", alex.card)
    assert "PULL-UP   set 3 of 3" in alex.card["text"]


async def test_waiting_ends_with_the_next_tap(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.taps("Weight: 30 kg")
    await alex.taps("Type it")
    await alex.taps("100 kg", alex.card)
    [kept] = await alex.says("8")
    assert "100 kg × 8" in kept


async def test_waiting_ends_with_time(alex: Lifter) -> None:
    await alex.says("/start")
    await alex.taps("My time zone")
    alex.telegram.world.clock_offset = 1200
    await alex.says("Oslo")
    assert "Time zone: UTC" in (await alex.says("/settings"))[0]


@pytest.mark.parametrize("said", ["traps", "why rows", "how do i row"])
async def test_a_question_is_no_town(alex: Lifter, said: str) -> None:
    await alex.says("/settings")
    await alex.taps("Time zone")
    [reply] = await alex.says(said)
    assert "where you train" not in reply
    assert "I don't know a town" not in reply


async def test_a_town_that_is_only_like_it_is_offered(alex: Lifter) -> None:
    await alex.says("/settings")
    await alex.taps("Time zone")
    await alex.says("Münich")
    assert "where you train" not in alex.last["text"]
    await alex.taps("Munich")
    assert "Berlin" in alex.last["text"]


async def test_a_half_said_load_is_for_its_exercise_only(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.says("100kg")
    await alex.taps("Skip", alex.card)
    [kept] = await alex.says("8")
    assert "100 kg" not in kept


async def test_a_correction_stays_where_and_when_it_was(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.says("100x8")
    await alex.says("100x8")
    await alex.says("lat pulldown 50x12")
    [said] = await alex.says("make the deadlift 7")
    assert "100 kg × 7" in said
    await alex.taps("Finish", alex.card)
    assert "Deadlift  100 kg × 8 · 7" in alex.card["text"]
    await alex.taps("Not done yet", alex.card)
    await alex.says("/undo")
    [said] = await alex.says("/undo")
    assert "Lat pulldown" in said


async def test_a_correction_after_the_end_stays_in_the_session(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.says("100x8")
    await alex.taps("Finish", alex.card)
    await alex.says("make that 7")
    await alex.taps("Not done yet", alex.messages[0])
    assert "DEADLIFT   set 2 of 3" in alex.card["text"]
    assert "100 kg × 7" in alex.card["text"]


@pytest.mark.parametrize("said", ["undo", "done"])
async def test_a_forwarded_word_does_nothing(alex: Lifter, said: str) -> None:
    await alex.says("/workout")
    await alex.says("100x8")
    await alex.does(lambda person: person.forward(said))
    assert "1 set" in (await alex.says("/history"))[0]


async def test_oops_is_about_what_was_just_kept(alex: Lifter) -> None:
    await alex.says("deadlift 100x8")
    alex.telegram.world.clock_offset = 86_400
    [said] = await alex.says("oops")
    assert "Nothing to take back" in said
    [said] = await alex.says("/undo")
    assert "Taken back" in said


async def test_doing_what_was_left_out_takes_it_up_again(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.taps("Skip")
    await alex.says("deadlift 100x8")
    assert "DEADLIFT   set 2 of 3" in alex.card["text"]


async def test_an_old_undo_button_does_not_move_the_card(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.says("100x8")
    first = alex.last
    for _ in range(2):
        await alex.says("100x8")
    await alex.says("8")
    await alex.taps("Undo", first)
    assert "PULL-UP   set 2 of 3" in alex.card["text"]


async def test_undo_on_the_card_of_a_finished_session_changes_nothing(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.says("100x8")
    old = alex.card
    undo = next(b["callback_data"] for r in old["reply_markup"]["inline_keyboard"] for b in r if b["text"] == "Undo")
    await alex.taps("Finish", old)
    await alex.forges(old["message_id"], undo)
    assert "1 set" in (await alex.says("/history"))[0]


async def test_a_finished_session_without_sets_is_none(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.says("100x8")
    await alex.taps("Finish", alex.card)
    await alex.says("/undo")
    await alex.says("/workout")
    await alex.says("100x8")
    await alex.taps("Finish", alex.card)
    assert "Your first session is in the log" in alex.card["text"]


async def test_a_very_long_session_still_has_a_card_and_an_end(alex: Lifter) -> None:
    await alex.says("/workout")
    for _ in range(8):
        await alex.says("deadlift 100x8 3 sets, 102.5x8 3 sets, 105x8 3 sets, 107.5x7 3 sets, 110x6 3 sets")
    [card] = await alex.says("/workout")
    assert "120 sets, top 110 kg × 6" in card
    await alex.taps("Finish")
    assert "120 sets" in alex.last["text"]


@pytest.mark.parametrize(
    "press", ["c:{}", "u:{}", "us:1:{}", "l:{}:0:1:8:1", "em:{}", "al:{}:0", "cw:1:0:{}kg:1", "q:o:-:-:m"]
)
async def test_forged_numbers_are_old_buttons(alex: Lifter, press: str) -> None:
    await alex.says("/start")
    start = alex.last["message_id"]
    for number in (10**18, 10**19 - 1, -(10**18), 2**63, 0, -1):
        await alex.forges(start, press.format(number))
    assert not [one for one in alex.messages if "went wrong" in one["text"]]


async def test_the_weight_menu_ends_at_the_heaviest(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.taps("Weight: 30 kg")
    await alex.taps("Type it")
    await alex.says("2000")
    await alex.taps("Weight: 2000 kg", alex.card)
    assert not [label for row in buttons(alex.card) for label in row if label.startswith("+")]


async def test_both_numbers_typed_for_a_set_change_that_one(alex: Lifter) -> None:
    await alex.says("deadlift 100x8")
    await alex.taps("Edit")
    await alex.taps("Type the weight")
    await alex.says("95x5")
    assert "95 kg × 5" in alex.last["text"]
    [history] = await alex.says("/history")
    assert history.startswith("Today · 1 set\n")
    assert "Deadlift  95 kg × 5" in history


async def test_zero_is_no_set(alex: Lifter) -> None:
    [asked] = await alex.says("dead hang 0")
    assert "Nothing is recorded yet" in asked
    await alex.says("deadlift 100x8")
    await alex.says("make that 0")
    assert "Nothing logged yet" in (await alex.says("/history"))[0]


async def test_nobody_is_remembered_after_deletion(alex: Lifter) -> None:
    await alex.says("deadlift 100x8")
    await alex.says("/privacy")
    await alex.taps("Delete everything")
    await alex.taps("Yes, delete")
    await alex.does(lambda person: person.block())

    def known(work: Work) -> bool:
        return work.athletes.find(alex.person.id) is not None

    assert not alex.watcher.run_now(known)


async def test_a_journey_west_leaves_the_session_todays(telegram: LocalTelegram, sqlite_url: str) -> None:
    watcher = watch(sqlite_url)
    async with coach_at_work(sqlite_url, telegram):
        alex = Lifter(telegram, watcher)
        await alex.does(lambda person: person.send_location(1.87, -157.4))  # Kiritimati, a day ahead
        await alex.says("/workout")
        await alex.says("100x8")
        await alex.does(lambda person: person.send_location(21.3, -157.8))  # Honolulu
        [card] = await alex.says("/workout")
        assert "started" not in card
    watcher.close()
