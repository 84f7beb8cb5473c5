"""Is it asked once whether a session that went quiet is over, and do both answers do what they say?"""

from datetime import datetime, timedelta

import pytest

from bot.app import clock
from tests.journeys.people import Lifter, buttons
from tests.journeys.rests import FORGOT, at, come, kept, live_where_it_is, rung, runs

ASKED = "Did you forget to finish the back session?"


def asked(lifter: Lifter) -> list[str]:
    return [one["text"] for one in lifter.messages if ASKED in one.get("text", "")]


def due_of(lifter: Lifter) -> datetime:
    due = kept(lifter)[FORGOT].due
    assert due is not None
    return due


async def test_finished_by_the_button(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await alex.says("/workout")
    zone = live_where_it_is(alex, 12)
    await alex.taps("✓ Done")
    await alex.taps("✓ Done")
    old = alex.card["message_id"]
    since = kept(alex)[FORGOT].since
    [question] = await rung(alex, FORGOT)
    assert question == f"2 sets, the last at {at(since, zone)}.\n{ASKED}"
    assert buttons(alex.last) == [["Go on"], ["Finish"]]
    assert not runs(alex, FORGOT)
    [done] = await alex.taps("Finish", alex.last)
    assert "Back session done" in done
    assert not asked(alex)
    closed = next(one for one in alex.messages if one["message_id"] == old)
    assert "That session is closed" in closed["text"]
    assert not buttons(closed)
    assert FORGOT not in kept(alex)


async def test_after_go_on_it_is_not_asked_again(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.taps("✓ Done")
    await rung(alex, FORGOT)
    [card] = await alex.taps("Go on")
    assert "set 2 of 3" in card
    assert not asked(alex)
    assert FORGOT not in kept(alex)
    await alex.says("60x8")
    assert runs(alex, FORGOT), "another set begins another quiet spell"


async def test_once_in_a_quiet_spell_and_gone_with_the_next_set(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.taps("✓ Done")
    [question] = await rung(alex, FORGOT)
    assert question.startswith("1 set so far.")
    await alex.says("how do I deadlift?")
    assert asked(alex)
    await alex.says("60x8")
    assert not asked(alex)
    assert runs(alex, FORGOT)


async def test_every_set_puts_it_off(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.taps("✓ Done")
    first = kept(alex)[FORGOT].due
    await alex.says("60x8")
    second = kept(alex)[FORGOT].due
    assert first is not None
    assert second is not None
    assert second >= first - timedelta(seconds=1)


async def test_a_session_without_a_set_is_not_asked_about(alex: Lifter) -> None:
    await alex.says("/workout")
    assert not kept(alex)
    await alex.taps("✓ Done")
    await alex.taps("Undo")
    assert await rung(alex, FORGOT) == []


async def test_by_day_it_is_asked_at_once(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.taps("✓ Done")
    live_where_it_is(alex, 12)
    assert len(await rung(alex, FORGOT)) == 1


@pytest.mark.parametrize("hour", [23, 2])
async def test_nobody_is_woken_and_it_is_asked_once_in_the_morning(alex: Lifter, hour: int) -> None:
    await alex.says("/workout")
    await alex.taps("✓ Done")
    zone = live_where_it_is(alex, hour)
    come(alex, FORGOT)
    while (due := due_of(alex)) <= clock():
        await alex.watcher.run(lambda work: work.timers.next_due())
    assert at(due, zone) == "07:00"
    assert timedelta(0) < due - clock() <= timedelta(hours=8)
    assert not asked(alex)
    live_where_it_is(alex, 8)
    assert len(await rung(alex, FORGOT)) == 1
    assert not runs(alex, FORGOT)


@pytest.mark.parametrize(("late", "questions"), [(timedelta(hours=2), 1), (timedelta(hours=4), 0)])
async def test_hours_later_it_is_left_to_the_push(alex: Lifter, late: timedelta, questions: int) -> None:
    await alex.says("/workout")
    await alex.taps("✓ Done")
    assert len(await rung(alex, FORGOT, late=late)) == questions


async def test_an_old_question_and_anothers_session_do_nothing(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.taps("✓ Done")
    await rung(alex, FORGOT)
    press = alex.last["reply_markup"]["inline_keyboard"][1][0]["callback_data"]
    sam = Lifter(alex.telegram, alex.watcher, "Sam")
    await sam.says("/workout")
    for forged in (press, press.replace("ff", "fo")):
        await sam.forges(sam.last["message_id"], forged)
        assert sam.toasts == ["An old button. This is how it stands."]
    assert asked(alex)
    await alex.taps("Finish", alex.last)
    await alex.forges(alex.last["message_id"], press)
    assert alex.toasts == ["Finished already; it is all in the log."]
