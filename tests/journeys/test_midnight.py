"""Does a session that ends past midnight belong to the evening, and can the lifter say when their day turns?"""

from tests.journeys.people import Lifter, buttons


async def history(alex: Lifter) -> str:
    return (await alex.says("/history"))[0]


async def test_past_midnight_it_is_still_the_evening(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    alex.at(23, 30)
    await alex.says("deadlift 100x5")
    alex.at(0, 40)
    await alex.says("lat pulldown 50x12")
    kept = await history(alex)
    assert kept.startswith("Today · 2 sets")
    alex.at(4, 10)
    await alex.says("pull ups 8")
    kept = await history(alex)
    assert kept.startswith("Today · 1 set\n")
    assert "Yesterday · 2 sets" in kept


async def test_the_session_goes_on_past_midnight(alex: Lifter) -> None:
    alex.at(23, 50)
    await alex.says("/workout")
    await alex.says("100x8")
    alex.at(0, 20)
    [card] = await alex.says("/workout")
    assert "set 2 of 3" in card
    assert "started" not in card


async def test_the_day_can_turn_at_midnight(alex: Lifter) -> None:
    alex.at(23, 30)
    await alex.says("/settings")
    assert "New day: at 04:00" in alex.last["text"]
    await alex.taps("New day")
    assert ["00:00", "02:00", "03:00"] in buttons(alex.last)
    await alex.taps("00:00")
    assert "New day: at 00:00" in alex.last["text"]
    await alex.says("deadlift 100x5")
    alex.at(0, 40)
    await alex.says("lat pulldown 50x12")
    kept = await history(alex)
    assert kept.startswith("Today · 1 set\n")
    assert "Yesterday · 1 set" in kept


async def test_yesterday_said_past_midnight_is_asked_about(alex: Lifter) -> None:
    alex.at(0, 40)
    [question] = await alex.says("yesterday deadlift 100x5")
    assert "It is past midnight. Which day was that?" in question
    evening, before, neither = (row[0] for row in buttons(alex.last))
    assert neither == "Neither"
    assert evening != before
    await alex.taps(evening)
    assert "Today · 1 set" in await history(alex)


async def test_what_was_yesterday_past_midnight_is_asked_about_too(alex: Lifter) -> None:
    alex.at(0, 40)
    await alex.says("deadlift 100x5")
    [question] = await alex.says("that was yesterday")
    assert "It is past midnight. Which day was that?" in question
    evening, before, _ = (row[0] for row in buttons(alex.last))
    assert "Today · 1 set" in await history(alex)
    await alex.taps(before)
    assert "Yesterday · 1 set" in await history(alex)
    await alex.says("/undo")
    await alex.says("that was yesterday")
    await alex.taps(evening)
    assert "Today · 1 set" in await history(alex)


async def test_a_date_said_past_midnight_is_clear(alex: Lifter) -> None:
    alex.at(0, 40)
    [said] = await alex.says("2.11. deadlift 100x5")
    assert said.startswith("✓")


async def test_an_hour_that_was_never_offered_changes_nothing(alex: Lifter) -> None:
    await alex.says("/settings")
    for hour in (7, -1, 24, 10**12):
        await alex.forges(alex.messages[0]["message_id"], f"dt:{hour}")
    assert "New day: at 04:00" in (await alex.says("/settings"))[0]
