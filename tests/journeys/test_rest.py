"""Does the rest after a set ring once, on time, and go with the next set, whatever the lifter does in between?"""

from datetime import timedelta

import pytest

from bot.local import LocalTelegram
from tests.journeys.people import Lifter, coach_at_work, watch
from tests.journeys.rests import FORGOT, REST, at, come, kept, live_where_it_is, plan, rung, runs


def texts(lifter: Lifter) -> list[str]:
    return [one.get("text", one.get("caption", "")) for one in lifter.messages]


async def test_until_when_then_a_ring_then_gone_with_the_next_set(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await alex.says("/workout")
    zone = live_where_it_is(alex, 18)
    assert not kept(alex)
    await alex.taps("✓ Done")
    assert f"Rest 3:00, until {at(kept(alex)[REST].due, zone)}" in alex.card["text"].replace("<b>", "")
    [ring] = await rung(alex)
    assert ring == "Deadlift, set 2. Last: 30 kg × 8."
    await alex.taps("✓ Done")
    assert ring not in texts(alex)
    assert runs(alex)
    [again] = await rung(alex)
    assert again == "Deadlift, set 3. Last: 30 kg × 8."
    assert len([text for text in texts(alex) if "Last:" in text]) == 1


async def test_it_rings_within_a_second_of_its_time(alex: Lifter) -> None:
    await alex.says("/workout")
    plan(alex, rest=1)
    await alex.taps("✓ Done")
    due = kept(alex)[REST].due
    assert due is not None
    world = alex.telegram.world
    await world.until(lambda: any("set 2. Last" in text for text in texts(alex)), seconds=20)
    went = next(call.at for call in world.calls if "set 2." in str(call.parameters.get("text")) and "Last" in str(call))
    assert 0 <= went - due.timestamp() < 1


async def test_where_the_time_is_not_known_no_time_is_said(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.taps("✓ Done")
    assert "Rest 3:00, I ring when it is over" in alex.card["text"]


async def test_a_written_set_rests_as_a_tapped_one(alex: Lifter) -> None:
    await alex.says("/workout")
    [said] = await alex.says("100x8")
    assert "Rest 3:00" in said
    assert "Rest 3:00" in alex.card["text"]
    assert await rung(alex) == ["Deadlift, set 2. Last: 100 kg × 8."]
    await alex.says("done")
    assert not [text for text in texts(alex) if text.startswith("Deadlift, set 2.")]
    assert runs(alex)


async def test_two_quick_taps_give_one_rest(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.taps("✓ Done", times=2)
    first = kept(alex)[REST].since
    assert await rung(alex) == ["Deadlift, set 2. Last: 30 kg × 8."]
    assert kept(alex)[REST].since == first


async def test_the_next_lift_is_told_with_last_time(alex: Lifter) -> None:
    await alex.says("yesterday pull-ups 9, 8, 7")
    await alex.says("/workout")
    await alex.says("deadlift 3x5 100")
    assert "PULL-UP   set 1 of 3" in alex.card["text"]
    assert await rung(alex) == ["Pull-up, set 1. Last time: 9 · 8 · 7."]


async def test_an_undo_ends_the_rest_and_takes_the_ring_away(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.taps("✓ Done")
    await alex.taps("Undo")
    assert "Rest 3:00" not in alex.card["text"]
    assert await rung(alex) == []
    await alex.taps("✓ Done")
    [ring] = await rung(alex)
    await alex.says("/undo")
    assert ring not in texts(alex)


async def test_an_edit_of_the_set_leaves_its_rest(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.says("100x8")
    await alex.edits("100x8", "100x7")
    assert "Rest 3:00" in alex.card["text"]
    assert await rung(alex) == ["Deadlift, set 2. Last: 100 kg × 7."]


@pytest.mark.parametrize("line", ["yesterday deadlift 100x8", "face pull 20x12", "deadlift 60x5 warm-up"])
async def test_what_is_no_working_set_of_this_session_starts_none(alex: Lifter, line: str) -> None:
    await alex.says("/workout")
    await alex.says(line)
    assert not runs(alex)


async def test_no_rest_outside_a_session(alex: Lifter) -> None:
    await alex.says("deadlift 100x8")
    assert not kept(alex)


async def test_no_rest_after_the_last_set(alex: Lifter) -> None:
    await alex.says("/workout")
    plan(alex, sets=1)
    for _ in range(5):
        await alex.taps("✓ Done")
        assert runs(alex)
    await alex.taps("✓ Done")
    assert "That was all of it" in alex.card["text"]
    assert not runs(alex)


async def test_the_end_of_the_session_takes_the_ring_away(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.taps("✓ Done")
    [ring] = await rung(alex)
    await alex.says("how do I deadlift?")
    assert ring in texts(alex)
    await alex.taps("Finish")
    assert ring not in texts(alex)
    assert not runs(alex, REST)


async def test_after_the_end_of_the_session_nothing_rings(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.taps("✓ Done")
    await alex.taps("Finish")
    assert await rung(alex) == []
    assert await rung(alex, FORGOT) == []
    assert not kept(alex)


async def test_off_and_on_in_the_settings(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.taps("✓ Done")
    await alex.says("/settings")
    await alex.taps("Turn the rest timer off")
    assert "Rest timer: off" in alex.last["text"]
    assert not runs(alex)
    await alex.taps("✓ Done")
    assert not runs(alex)
    assert "Rest 3:00" not in alex.card["text"]
    await alex.taps("Turn the rest timer on")
    await alex.taps("✓ Done")
    assert runs(alex)


@pytest.mark.parametrize(("late", "rings"), [(timedelta(seconds=90), 1), (timedelta(seconds=150), 0)])
async def test_too_late_is_not_at_all(alex: Lifter, late: timedelta, rings: int) -> None:
    await alex.says("/workout")
    await alex.taps("✓ Done")
    assert len(await rung(alex, late=late)) == rings


async def test_a_rest_that_ends_while_the_coach_is_away(telegram: LocalTelegram, database_url: str) -> None:
    watcher = watch(database_url)
    alex = Lifter(telegram, watcher)
    async with coach_at_work(database_url, telegram):
        await alex.says("/workout")
        await alex.taps("✓ Done")
    come(alex, late=timedelta(seconds=60))
    async with coach_at_work(database_url, telegram):
        await telegram.world.until(lambda: "Deadlift, set 2. Last: 30 kg × 8." in texts(alex), seconds=20)
    watcher.close()


async def test_who_blocks_the_bot_is_left_in_peace(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.taps("✓ Done")
    alex.person.chat.blocked = True  # the wire finds out by itself, at the ring
    assert await rung(alex) == []
    assert not kept(alex)
    alex.person.chat.blocked = False
    await alex.says("60x8")
    assert await rung(alex) == ["Deadlift, set 3. Last: 60 kg × 8."]


async def test_deleting_everything_deletes_the_timers(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.taps("✓ Done")
    await alex.says("/privacy")
    await alex.taps("Delete")
    await alex.taps("Yes")
    assert not alex.watcher.run_now(lambda work: work.timers.next_due())
