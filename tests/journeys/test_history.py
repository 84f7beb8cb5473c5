"""Can everything that was lifted be found again, changed, deleted and put back, by its owner alone?"""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from bot.chat.buttons.of_log import ChangeCount, ChangeLoad, DeleteSet, PutBack, ShowDay, ShowSet, ShowTrained, TypeLoad
from bot.services.ports import Work
from tests.journeys.people import Lifter, buttons


def labels(alex: Lifter) -> list[str]:
    return [label for row in buttons(alex.last) for label in row]


def now(alex: Lifter, message: dict[str, Any]) -> str:
    """What a message says by now."""
    return str(next(one["text"] for one in alex.messages if one["message_id"] == message["message_id"]))


async def history(alex: Lifter) -> str:
    [said] = await alex.says("/history")
    return said


async def opened(alex: Lifter, set_label: str = "1 · ") -> dict[str, Any]:
    """The menu of a set of today."""
    await alex.says("/history")
    await alex.taps("Today", alex.last)
    await alex.taps(set_label, alex.last)
    return alex.last


async def test_a_set_is_changed_deleted_and_put_back(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await alex.says("deadlift 100x8, 100x7")
    menu = await opened(alex, "2 · ")
    assert "Deadlift · Today, set 2 of 2\n100 kg × 7" in menu["text"]
    await alex.taps("8 reps", menu)
    assert alex.toasts == ["Now 100 kg × 8"]
    await alex.taps("102.5 kg", alex.last)
    assert "Deadlift  100 kg × 8, 102.5 kg × 8" in await history(alex)
    await alex.taps("Delete it", menu)
    assert now(alex, menu).startswith("Deleted: Deadlift  102.5 kg × 8 (today)")
    assert "Deadlift  100 kg × 8" in await history(alex)
    await alex.taps("Put it back")
    assert alex.toasts == ["It stands again."]
    assert "2 sets" in await history(alex)


async def test_a_second_tap_changes_nothing_more(alex: Lifter) -> None:
    await alex.says("deadlift 100x8")
    menu = await opened(alex)
    await alex.taps("9 reps", menu, times=3)
    assert "100 kg × 9" in await history(alex)
    menu = await opened(alex)
    await alex.taps("Delete it", menu, times=2)
    assert alex.toasts[-1].startswith("That is no longer in your log")
    assert "Nothing logged yet" in await history(alex)


async def test_the_last_set_of_a_day_deleted_leads_back_to_the_history(alex: Lifter) -> None:
    await alex.says("deadlift 100x8 yesterday")
    await alex.says("pull-ups 8")
    await alex.says("/history")
    await alex.taps("Yesterday", alex.last)
    await alex.taps("1 · 100 kg × 8", alex.last)
    await alex.taps("Delete it", alex.last)
    await alex.taps("‹ Yesterday", alex.last)
    assert alex.last["text"].startswith("Today · 1 set")


async def test_body_weight_and_holds_have_their_own_steps(alex: Lifter) -> None:
    await alex.says("pull-ups 8")
    menu = await opened(alex)
    assert labels(alex)[:5] == ["6 reps", "7 reps", "9 reps", "10 reps", "Type the weight"]
    await alex.taps("Type the weight", menu)
    [changed] = await alex.says("10")
    assert "+10 kg × 8" in changed
    await alex.taps("Body weight only", alex.last)
    assert "\n8" in alex.last["text"]
    await alex.says("dead hang 40s")
    await opened(alex, "2 · ")
    assert labels(alex)[:4] == ["30 s", "35 s", "45 s", "50 s"]
    await alex.taps("45 s", alex.last)
    assert "Dead hang  45 s" in await history(alex)


async def test_a_typed_weight_may_be_anything_that_can_be_lifted(alex: Lifter) -> None:
    await alex.says("deadlift 100x8")
    await opened(alex)
    await alex.taps("Type the weight", alex.last)
    [refused] = await alex.says("0")
    assert "I can't use 0 kg as a weight" in refused
    [changed] = await alex.says("225 lb")
    assert "225 lb × 8" in changed
    await alex.taps("Type the weight", alex.last)
    await alex.says("/cancel")
    await alex.says("60")
    assert "225 lb × 8" in await history(alex)


async def test_waiting_for_the_weight_of_a_set_that_went(alex: Lifter) -> None:
    await alex.says("deadlift 100x8")
    await opened(alex)
    await alex.taps("Type the weight", alex.last)
    await alex.says("undo")
    [gone] = await alex.says("60")
    assert gone.startswith("That is no longer in your log")
    assert not (await alex.says("60"))[0].startswith("That is no longer")


async def test_the_card_follows_what_is_changed_of_its_session(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.says("100x8, 100x8, 100x8")
    assert "PULL-UP" in alex.card["text"]
    card = alex.card
    await opened(alex, "3 · ")
    await alex.taps("Delete it", alex.last)
    assert "DEADLIFT   set 3 of 3" in now(alex, card)
    await alex.taps("Put it back", alex.last)
    assert "PULL-UP   set 1 of 3" in now(alex, card)
    assert "✓ Deadlift  100 kg × 8 · 8 · 8" in now(alex, card)


async def test_a_finished_session_whose_only_set_is_deleted_is_none(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.says("100x8")
    await alex.taps("Finish", alex.card)
    await opened(alex)
    await alex.taps("Delete it", alex.last)
    await alex.taps("Put it back", alex.last)
    await alex.says("/workout")
    await alex.says("100x8")
    await alex.taps("Finish", alex.card)
    assert "Your first session is in the log" in alex.card["text"]


async def test_a_long_day_has_pages(alex: Lifter) -> None:
    await alex.says("deadlift " + ", ".join(f"{load}x5" for load in range(60, 75)))
    await alex.says("/history")
    await alex.taps("Today", alex.last)
    assert "12  71 kg × 5" in alex.last["text"]
    await alex.taps("Later sets", alex.last)
    assert "13  72 kg × 5" in alex.last["text"]
    await alex.taps("14 · ", alex.last)
    await alex.taps("‹ Today", alex.last)
    assert "13  72 kg × 5" in alex.last["text"]
    await alex.taps("Earlier sets", alex.last)
    assert "1  60 kg × 5" in alex.last["text"]
    await alex.taps("‹ History", alex.last)
    assert "Today · 15 sets" in alex.last["text"]


async def test_days_go_back_and_forth(alex: Lifter) -> None:
    for day in range(2, 12):
        await alex.says(f"deadlift {day}0x8 on {day}.11.")
    pages = [await history(alex)]
    assert "Newer" not in labels(alex)
    for _ in range(2):
        await alex.taps("Older", alex.last)
        pages.append(alex.last["text"])
    assert "Older" not in labels(alex)
    assert sum(page.count("× 8") for page in pages) == 10
    await alex.taps("Newer", alex.last)
    assert alex.last["text"] == pages[1]
    await alex.taps("Newer", alex.last)
    assert alex.last["text"] == pages[0]
    assert "Newer" not in labels(alex)


async def test_one_exercise_through_the_days(alex: Lifter) -> None:
    for day in range(2, 13):
        await alex.says(f"deadlift {day}0x8 on {day}.11.")
    await alex.says("lat pulldown 50x12")
    await alex.says("/history")
    await alex.taps("By exercise", alex.last)
    assert alex.last["text"] == "2 exercises in your log, those done last first."
    assert labels(alex)[0] == "Lat pulldown · today"
    await alex.taps("Deadlift", alex.last)
    assert alex.last["text"].count("× 8") == 8
    await alex.taps("Older", alex.last)
    assert alex.last["text"].count("× 8") == 3
    await alex.taps("Newer", alex.last)
    assert alex.last["text"].count("× 8") == 8
    await alex.taps("Records", alex.last)
    assert "120 kg × 8" in alex.last["text"]
    await alex.taps("History of it", alex.last)
    await alex.taps("‹ Exercises", alex.last)
    await alex.taps("Lat pulldown", alex.last)
    await alex.taps("Today", alex.last)
    assert "1  50 kg × 12" in alex.last["text"]


async def test_an_exercise_that_is_wholly_gone_says_so(alex: Lifter) -> None:
    await alex.says("lat pulldown 50x12")
    await alex.says("deadlift 100x8")
    await alex.says("/history")
    await alex.taps("By exercise", alex.last)
    listed = alex.last
    await alex.says("/undo")
    await alex.taps("Deadlift", listed)
    assert "No working set of it here any more." in now(alex, listed)
    await alex.taps("‹ Exercises")
    assert now(alex, listed).startswith("1 exercise in your log")


@pytest.mark.parametrize("text", ["/history", "/records", "/notes"])
async def test_an_empty_log_has_a_way_on(alex: Lifter, text: str) -> None:
    [said] = await alex.says(text)
    assert " yet" in said


async def test_nothing_of_anothers_is_shown_or_changed(alex: Lifter) -> None:
    await alex.says("deadlift 100x8")

    def first(work: Work) -> int:
        athlete = work.athletes.find(alex.person.id)
        assert athlete is not None
        return work.history.on(athlete.id, datetime.now(UTC).date())[0].id  # noqa: TID251

    kept = alex.watcher.run_now(first)
    sam = Lifter(alex.telegram, alex.watcher, "Sam")
    await sam.says("/start")
    at = sam.last["message_id"]
    for press in (
        ShowSet(kept),
        ChangeCount(kept, 1),
        ChangeLoad(kept, 1000, "kg"),
        TypeLoad(kept),
        DeleteSet(kept),
        PutBack(kept),
        ShowTrained(kept),
    ):
        await sam.forges(at, press.pack())
        assert sam.toasts[0].startswith("That is no longer in your log"), press
    await sam.forges(at, ShowDay(int(f"{date.today():%Y%m%d}")).pack())  # noqa: DTZ011, TID251
    assert "Nothing logged yet" in sam.last["text"]
    assert "100 kg × 8" in await history(alex)


@pytest.mark.parametrize(
    "press", ["hd:20261399:0", "hd:-1:0", "hn:99999999", "ho:1:20260230:0", "hl:1:5:st", "hl:1:9999999999:kg"]
)
async def test_forged_days_and_loads_are_old_buttons(alex: Lifter, press: str) -> None:
    await alex.says("deadlift 100x8")
    await alex.forges(alex.last["message_id"], press)
    assert not [one for one in alex.messages if "went wrong" in one["text"]]
    assert "100 kg × 8" in await history(alex)


@pytest.mark.parametrize("count", [0, -5, 1001, 10**15])
async def test_forged_counts_change_nothing(alex: Lifter, count: int) -> None:
    await alex.says("deadlift 100x8")
    await alex.forges(alex.last["message_id"], f"hc:1:{count}")
    assert "100 kg × 8" in await history(alex)


async def test_several_undos_walk_back_one_by_one(alex: Lifter) -> None:
    for text in ("deadlift 100x8", "bw 82.5", "note deadlift: hook grip", "pull-ups 8,7"):
        await alex.says(text)
    said = [(await alex.says("undo"))[0] for _ in range(5)]
    assert said[0].startswith("Taken back:\nPull-up  8 · 7")
    assert said[1] == "Taken back, the note:\nDeadlift  hook grip"
    assert said[2] == "Taken back: body weight 82.5 kg"
    assert said[3].startswith("Taken back:\nDeadlift  100 kg × 8")
    assert said[4].startswith("Nothing to take back")
    assert "Nothing logged yet" in await history(alex)
