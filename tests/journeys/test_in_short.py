"""Does whoever has little time get today's session in it, before it is begun, with one tap?"""

import pytest

from tests.journeys.people import Lifter, buttons
from tests.journeys.test_plan import train_by_it


@pytest.mark.parametrize(
    "text", ["i only have 30 minutes", "I just have 30 mins", "short on time", "only half an hour today"]
)
async def test_today_in_less_time_is_offered_and_begun_with_one_tap(alex: Lifter, text: str) -> None:
    [offer] = await alex.says(text)
    head, *lifts, went = offer.splitlines()
    assert head == "Back session · about 29 min"
    assert lifts == ["Deadlift  3×6–8", "Pull-up  3×8–10", "Bent-over row  3×10"]
    assert went.startswith("Without One-arm dumbbell row, Seated cable row and Lat pulldown")
    assert buttons(alex.last) == [["Start it"]]
    assert await alex.watcher.run(lambda work: work.sessions.open(1)) is None
    await alex.taps("Start it", times=2)
    assert "– Lat pulldown  left out" in alex.card["text"]
    assert "DEADLIFT   set 1 of 3" in alex.card["text"]
    assert alex.toasts[-2].startswith("About 29 min now: without One-arm dumbbell row")
    assert alex.toasts[-1] == "Your session is open, below."


async def test_it_is_the_plans_session_where_there_is_a_plan(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await train_by_it(alex)
    [offer] = await alex.says("i have 20 minutes today")
    assert not offer.startswith("Back session")
    assert "fewer" in offer or "Without" in offer
    [offer] = await alex.says("i have 90 minutes today")
    assert offer.splitlines()[-1] == "It fits as it is."


async def test_in_the_middle_of_a_session_an_old_offer_cuts_nothing(alex: Lifter) -> None:
    await alex.says("i only have 30 minutes")
    offer = alex.last
    await alex.says("/workout")
    await alex.taps("✓ Done")
    await alex.taps("Start it", offer)
    assert "left out" not in alex.last["text"]
    assert alex.toasts[-1].startswith("Back session is still open")


async def test_a_mere_time_is_still_no_session(alex: Lifter) -> None:
    assert (await alex.says("30 minutes"))[0].startswith("Which exercise was that?")


async def test_a_red_flag_is_said_in_place_of_it(alex: Lifter) -> None:
    await alex.says("i only have 30 minutes")
    offer = alex.last
    await alex.says("chest pain")
    assert (await alex.says("i only have 30 minutes"))[0].startswith("Chest pain")
    assert (await alex.taps("Start it", offer))[0].startswith("Chest pain")
    assert await alex.watcher.run(lambda work: work.sessions.open(1)) is None


@pytest.mark.parametrize("data", ["ws:0", "ws:9999", "ws:-"])
async def test_a_forged_time_is_outdated(alex: Lifter, data: str) -> None:
    await alex.says("i only have 30 minutes")
    replies = await alex.forges(alex.last["message_id"], data)
    assert "earlier session" in " ".join([*replies, *alex.toasts])


@pytest.mark.parametrize(
    ("text", "week"),
    [
        ("what if i only have 20 minutes", "59 → 19 min a week"),
        ("And what if I only had half an hour?", "59 → 29 min a week"),
        ("what if we have 30 minutes a session", "59 → 29 min a week"),
    ],
)
async def test_what_if_there_were_little_time_is_the_plan_of_such_sessions(alex: Lifter, text: str, week: str) -> None:
    [told] = await alex.says(text)
    assert week in told
    assert buttons(alex.last)[-1] == ["Train by this"]


async def test_what_if_of_today_is_that_session_and_changes_nothing_that_runs(alex: Lifter) -> None:
    assert (await alex.says("what if i only have 30 minutes today?"))[0].startswith("Back session · about 29 min")
    await alex.says("/workout")
    [told] = await alex.says("what if i only have 30 minutes today?")
    assert told == "Write 30 minutes left, and I cut what is left of this session to that."
    [cut, card] = await alex.says("30 minutes left")
    assert cut.startswith("About 29 min now")
    assert "left out" in card
