"""Can a lifter take everything with them, delete it, and never reach anybody else's?"""

import json

import pytest

from bot.local import LocalTelegram
from bot.local.faults import Fault
from tests.journeys.people import Lifter, settled


async def test_the_export_holds_every_set(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await alex.says("deadlift 100x8, 102.5x6")
    await alex.says("/privacy")
    await alex.taps("Export as JSON")
    document = alex.last["document"]
    assert document["file_name"] == "backcoach-export.json"
    everything = json.loads(alex.telegram.world.files.by_id[document["file_id"]].body)
    assert "102.5" in json.dumps(everything)


async def test_it_is_said_what_is_kept_of_a_plan(alex: Lifter) -> None:
    [said] = await alex.says("/privacy")
    for kept in (
        "What I advised in a session",
        "your plans",
        "your gym",
        "what hurts in your plan",
        "lifts you leave out",
    ):
        assert kept in said


async def test_an_export_holds_no_export(alex_on_both: Lifter) -> None:
    """However often it is asked for while Telegram takes nothing."""
    alex = alex_on_both
    await alex.says("deadlift 100x8")
    for _ in range(3):
        await alex.says("/export")
    sizes = [one["document"]["file_size"] for one in alex.messages if "document" in one]
    assert len(sizes) == 6
    assert max(sizes) < 2 * max(sizes[:2])  # a file within a file would double it


async def test_one_export_waits_at_a_time(telegram: LocalTelegram, alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await alex.says("deadlift 100x8")
    refused = Fault("500", "sendDocument", count=100)
    telegram.world.faults.rules.append(refused)
    alex.person.say("/export")
    await telegram.world.until(lambda: refused.count != 100, seconds=20)
    for _ in range(5):
        alex.person.say("/export")
    await telegram.world.until(lambda: not telegram.world.updates.pending, seconds=20)
    telegram.world.faults.rules.clear()
    await settled(telegram, alex.watcher)
    texts = [one["text"] for one in alex.messages if "already" in one.get("text", "")]
    assert texts == ["Your files are on their way already. Ask again once they are here."] * 5
    assert len([one for one in alex.messages if "document" in one]) == 2


async def test_everything_is_deleted_after_one_question(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await alex.says("deadlift 100x8")
    await alex.says("/workout")
    await alex.says("/remind 18:30")
    await alex.says("/privacy")
    await alex.taps("Delete everything")
    assert "1 set would be gone for good" in alex.last["text"]
    await alex.taps("No, keep it")
    await alex.taps("Delete everything")
    await alex.taps("Yes, delete")
    assert "Deleted, all of it" in alex.last["text"]
    assert "Nothing logged yet" in (await alex.says("/history"))[0]


@pytest.mark.parametrize("label", ["✓ Done", "Finish", "Undo", "Skip", "Swap", "Exercises", "Weight"])
async def test_nobody_presses_for_somebody_else(telegram: LocalTelegram, alex: Lifter, label: str) -> None:
    sam = Lifter(telegram, alex.watcher, "Sam")
    await alex.says("/workout")
    await alex.says("100x8")
    card = alex.card
    data = next(
        button["callback_data"]
        for row in card["reply_markup"]["inline_keyboard"]
        for button in row
        if button["text"].startswith(label)
    )
    await sam.says("/start")
    await sam.forges(sam.last["message_id"], data)
    assert "Nothing logged yet" in (await sam.says("/history"))[0]
    [history] = await alex.says("/history")
    assert "1 set" in history
    [again] = await alex.says("/workout")
    assert "DEADLIFT   set 2 of 3" in again


async def test_groups_and_channels_are_left_alone_but_for_a_command(telegram: LocalTelegram, alex: Lifter) -> None:
    await alex.says("/start")
    group = telegram.world.add_chat({"type": "group", "title": "Gym"}, {alex.person.id})
    await alex.does(lambda person: person.say("deadlift 100x8", chat=group.id))
    await alex.does(lambda person: person.say("/start", chat=group.id))
    said = [one["text"] for one in group.transcript() if one["from"]["is_bot"]]
    assert said == ["I coach one to one. Write to me in a private chat and we start."]


async def test_who_blocks_the_bot_comes_back_to_their_log(alex: Lifter) -> None:
    await alex.says("deadlift 100x8")
    await alex.does(lambda person: person.block())
    await alex.does(lambda person: person.block(False))
    [history] = await alex.says("/history")
    assert "100 kg × 8" in history
