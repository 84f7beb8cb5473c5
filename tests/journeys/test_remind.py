"""Does the day's session come at its time, once, and can everything about it be set, changed and stopped?"""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from bot.app import clock
from bot.domain.reminding import Due
from bot.local import LocalTelegram
from bot.services.ports import Work
from bot.services.reminders import Reminder
from tests.journeys.people import Lifter, buttons, coach_at_work, watch


def of(lifter: Lifter, work: Work) -> Sequence[Reminder]:
    athlete = work.athletes.find(lifter.person.id)
    assert athlete is not None
    return work.reminders.all(athlete.id)


def due_since(lifter: Lifter, late: timedelta, *, chosen: timedelta = timedelta(days=9)) -> None:
    """Move the reminders' instants into the past, and when they were chosen, as if that much time had gone by."""

    def move(work: Work) -> None:
        for one in of(lifter, work):
            at = clock() - late
            work.reminders.change(one.id, one.chat, type(one.rhythm)(at.time()), Due(at.date(), at), at - chosen)

    lifter.watcher.run_now(move)


async def pushed(lifter: Lifter, late: timedelta = timedelta(minutes=1), **more: timedelta) -> str:
    """What comes when it is due."""
    before = len(lifter.messages)
    due_since(lifter, late, **more)
    await lifter.telegram.world.until(lambda: len(lifter.messages) > before, seconds=20)
    return str(lifter.last["text"])


async def looked_at(lifter: Lifter, late: timedelta) -> None:
    """Until a tick has moved all reminders on."""
    due_since(lifter, late)
    while not await lifter.watcher.run(lambda work: all(one.due.at > clock() for one in of(lifter, work))):
        pass


async def settled_in(lifter: Lifter) -> None:
    await lifter.does(lambda person: person.send_location(52.5, 13.4))


def labels(message: dict[str, object]) -> list[str]:
    return [label for row in buttons(message) for label in row]


async def test_by_words_shown_back_as_three_dates(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await settled_in(alex)
    [said] = await alex.says("/remind tuesdays and thursdays at 7 in the evening")
    head, first, others = said.splitlines()
    assert head == "Tue Thu 19:00: your session comes to you."
    assert first.startswith("First ")
    assert others.endswith("(Berlin time)")
    dates = [first, *others.removeprefix("then ").split(",")]
    assert len(dates) == 3
    assert all("Tue" in one or "Thu" in one for one in dates)


async def test_by_buttons_days_then_time_then_place(alex: Lifter) -> None:
    [said] = await alex.says("/remind")
    assert "On which days do you train?" in said
    assert labels(alex.last)[:7] == ["Mon ✓", "Tue", "Wed ✓", "Thu", "Fri ✓", "Sat", "Sun"]
    await alex.taps("Tue")
    await alex.taps("Fri ✓")
    await alex.taps("Mon Tue Wed: the time ›")
    assert "Mon Tue Wed, at what time?" in alex.last["text"]
    menu = alex.last
    await alex.taps("18:30")
    assert "Mon Tue Wed 18:30: your session comes to you." in menu_text(alex, menu)
    assert "I count in UTC until I know where you train." in menu_text(alex, menu)
    assert "Where do you train?" in alex.last["text"]
    [said] = await alex.says("Lisbon")
    assert "where you train (Lisbon)" in said
    assert "Mon Tue Wed 18:30 · next " in said


def menu_text(lifter: Lifter, shown: dict[str, object]) -> str:
    return str(menu_message(lifter, shown)["text"])


def menu_message(lifter: Lifter, shown: dict[str, object]) -> dict[str, object]:
    return next(one for one in lifter.messages if one["message_id"] == shown["message_id"])


async def test_a_time_that_is_written(alex: Lifter) -> None:
    await settled_in(alex)
    await alex.says("/remind mon fri")
    await alex.taps("Write it")
    assert "Mon Fri, at what time?" in alex.last["text"]
    [said] = await alex.says("deadlift 100x8")
    assert "100 kg × 8" in said
    await alex.says("/remind mon fri")
    await alex.taps("Write it")
    [said] = await alex.says("half past never")
    assert "can't read half past never as days and a time" in said
    [said] = await alex.says("7 in the evening")
    assert "Mon Fri 19:00: your session comes to you." in said


async def test_in_plain_words(alex: Lifter) -> None:
    await settled_in(alex)
    assert "Mon 18:00: your session comes to you." in (await alex.says("remind me every monday at 18:00"))[0]
    assert "Mon 19:00: your session comes to you." in (await alex.says("/remind change to 19:00"))[0]
    assert "Paused." in (await alex.says("pause my reminders for two weeks"))[0]
    assert "On again." in (await alex.says("turn the reminders on"))[0]
    assert "Mon 19:00" in (await alex.says("when is my next reminder?"))[0]
    assert "Fri, at what time?" in (await alex.says("remind me friday evening"))[0]
    assert "Dropped: Mon 19:00." in (await alex.says("stop the reminders"))[0]
    assert "Rest timer off" in (await alex.says("timer off"))[0]
    assert "Rest timer: off" in (await alex.says("/settings"))[0]


async def test_today_is_skipped_in_plain_words(alex: Lifter) -> None:
    await settled_in(alex)
    assert "Skipped." not in (await alex.says("skip today"))[0]
    await alex.says("/remind 18:30")
    [said] = await alex.says("skip today")
    assert "Skipped. Next reminder: " in said
    [reminder] = alex.watcher.run_now(lambda work: of(alex, work))
    assert reminder.due.day > clock().date()


async def test_the_place_is_asked_for_once(alex: Lifter) -> None:
    assert "Where do you train?" in (await alex.says("/remind mon 18:30"))[1]
    assert len(await alex.says("/remind sat 9")) == 1
    assert "My time zone" in labels(alex.last)
    assert len(await alex.says("/remind change 1 to 19:00")) == 1
    await alex.says("/remind off 1")
    assert await alex.taps("Put it back", times=2) == []
    [asked] = await alex.taps("My time zone")
    assert "Where do you train?" in asked
    assert "São Paulo" in labels(alex.last)


async def test_a_change_with_several_asks_which(alex: Lifter) -> None:
    await settled_in(alex)
    await alex.says("/remind mon 18:30")
    await alex.says("/remind sat 9")
    await alex.says("/remind change to 19:00")
    assert len(labels(alex.last)) >= 2
    assert all("19:00" in label for label in labels(alex.last)[:2])


async def test_several_each_changed_and_dropped_alone(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await settled_in(alex)
    await alex.says("/remind mon wed fri 18:30")
    [said] = await alex.says("/remind saturdays 9")
    assert "Also on: Mon Wed Fri 18:30." in said
    [listed] = await alex.says("/remind")
    assert [line.partition(" · ")[0] for line in listed.splitlines()[1:]] == ["1  Mon Wed Fri 18:30", "2  Sat 09:00"]
    await alex.taps("Sat 09:00")
    await alex.taps("Time")
    await alex.taps("12:00")
    assert "Sat 12:00" in alex.last["text"]
    [said] = await alex.says("/remind change 1 to 7pm")
    assert "Mon Wed Fri 19:00: your session comes to you." in said
    [said] = await alex.says("/remind change 12:00 to sat sun")
    assert "Weekends 12:00" in said
    [said] = await alex.says("/remind off 19:00")
    assert said == "Dropped: Mon Wed Fri 19:00.\nStill on: Weekends 12:00."
    await alex.taps("Put it back")
    [listed] = await alex.says("/remind list")
    assert "Mon Wed Fri 19:00" in listed
    assert "Weekends 12:00" in listed


async def test_off_asks_which_where_there_are_several(alex: Lifter) -> None:
    await settled_in(alex)
    [said] = await alex.says("/remind off")
    assert "No reminder was set." in said
    await alex.says("/remind 18:30")
    [said] = await alex.says("/remind off")
    assert "Dropped: Every day 18:30." in said
    await alex.says("/remind 18:30")
    await alex.says("/remind sat 9")
    [said] = await alex.says("/remind off")
    assert said == "Drop which?"
    await alex.taps("Drop Sat 09:00")
    old = alex.last
    await alex.says("/remind sun 9")
    await alex.says("/remind off")
    await alex.taps("Drop both")
    assert "Both dropped." in alex.last["text"]
    for said in ("mon 9", "tue 9", "wed 18"):
        await alex.says(f"/remind {said}")
    await alex.says("/remind off 9")
    assert labels(alex.last) == ["Drop Mon 09:00", "Drop Tue 09:00", "‹ Reminders"]
    [said] = await alex.says("/remind off all")
    assert "All 3 dropped." in said
    await alex.taps("Put it back", old)
    assert "Sat 09:00: your session comes to you." in menu_text(alex, old)


async def test_pressed_twice_or_long_after_it_is_said_and_nothing_changes(alex: Lifter) -> None:
    await settled_in(alex)
    await alex.says("/remind 18:30")
    await alex.taps("Change")
    menu = alex.last
    data = {
        button["text"]: button["callback_data"] for row in menu["reply_markup"]["inline_keyboard"] for button in row
    }
    await alex.taps("Drop")
    for label in ("Drop", "Days", "Time"):
        await alex.forges(menu["message_id"], data[label])
        assert alex.toasts == ["That reminder is gone already. /remind shows what is on."]
    await alex.says("/remind 7")
    for forged in ("md:0:999", "mt:0:0", "ms:0:127:9999", "ms:0:0:1830", "mf:99999", "mf:-3", "mk:1:99999999"):
        await alex.forges(menu["message_id"], forged)
    [listed] = await alex.says("/remind")
    assert listed.count("Every day 07:00") == 1
    assert len(listed.splitlines()) == 2


async def test_two_in_one_message_are_both_set(alex: Lifter) -> None:
    said, asked = await alex.says("/remind mondays 7pm, thursdays 8pm")
    assert said.startswith("2 reminders: your session comes to you.\nMon 19:00 · first ")
    assert "\nThu 20:00 · first " in said
    assert "Where do you train?" in asked
    assert len(await alex.says("remind me sat and sun at 9 and 17")) == 1
    [refused] = await alex.says("/remind tue 6, wed 7")
    assert "5 reminders are all I keep" in refused
    assert len(alex.watcher.run_now(lambda work: of(alex, work))) == 4


async def test_what_weekdays_cannot_say_is_said_and_the_nearest_offered(alex: Lifter) -> None:
    await settled_in(alex)
    [said] = await alex.says("/remind every other day at 18:00")
    assert "I can only go by weekdays." in said
    assert labels(alex.last) == ["Other days", "Mon Wed Fri 18:00", "Tue Thu Sat 18:00", "Mon Wed Fri Sun 18:00"]
    assert not alex.watcher.run_now(lambda work: of(alex, work))
    await alex.taps("Tue Thu Sat 18:00")
    assert "Tue Thu Sat 18:00: your session comes to you." in alex.last["text"]
    [said] = await alex.says("remind me tomorrow at 7")
    assert "I come every week, not once." in said
    await alex.taps("Every ")
    assert "07:00: your session comes to you." in alex.last["text"]
    assert "First tomorrow" in alex.last["text"]
    await alex.says("/remind three times a week")
    await alex.taps("Mon Wed Fri: the time ›")
    assert "Mon Wed Fri, at what time?" in alex.last["text"]


async def test_one_day_of_several_can_be_dropped(alex: Lifter) -> None:
    await settled_in(alex)
    await alex.says("/remind mon wed fri 18:30")
    await alex.says("/remind off wed")
    assert labels(alex.last) == ["‹ Reminders", "Drop Mon Wed Fri 18:30", "Keep Mon Fri 18:30"]
    await alex.taps("Keep Mon Fri 18:30")
    await alex.says("/remind move friday to saturday")
    assert labels(alex.last) == ["Mon Fri 18:30 → Mon Sat 18:30", "‹ Reminders"]
    await alex.says("/remind change mon to 19:00")
    assert labels(alex.last) == ["Mon Fri 18:30 → Mon Fri 19:00", "‹ Reminders"]
    [only] = alex.watcher.run_now(lambda work: of(alex, work))
    assert only.rhythm.days == {0, 4}


async def test_a_holiday_and_its_end_in_plain_words(alex: Lifter) -> None:
    await settled_in(alex)
    assert "On again" not in (await alex.says("back from holiday"))[0]
    await alex.says("/remind 18:30")
    assert "Paused. Next reminder: " in (await alex.says("I'm on holiday for two weeks"))[0]
    assert "On again." in (await alex.says("back from holiday"))[0]
    assert "Dropped: Every day 18:30." in (await alex.says("stop"))[0]
    assert "Dropped" not in (await alex.says("stop"))[0]


async def test_a_push_is_answered_in_plain_words(alex: Lifter) -> None:
    assert "Later, at" not in (await alex.says("later"))[0]
    await alex.says("/remind 18:30")
    await pushed(alex)
    [said] = await alex.says("later")
    assert said.startswith("Later, at ")
    [reminder] = alex.watcher.run_now(lambda work: of(alex, work))
    assert reminder.again
    assert timedelta(minutes=59) < reminder.due.at - clock() <= timedelta(minutes=60)
    [said] = await alex.says("not today")
    assert "Skipped. Next reminder: tomorrow, " in said
    await alex.taps("Train after all")
    await alex.taps("✓ Done")
    assert "Later, at" not in (await alex.says("in an hour"))[0]


async def test_five_are_enough(alex: Lifter) -> None:
    await settled_in(alex)
    for hour in range(6, 11):
        await alex.says(f"/remind {hour}")
    [said] = await alex.says("/remind 12")
    assert "5 reminders are all I keep, so nothing changed." in said
    [said] = await alex.says("/remind change 10:00 to 6")
    assert "Every day 06:00" in said
    assert "Also on: Every day 07:00, Every day 08:00, Every day 09:00." in said


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("every 2 hours 7", "I can't read every 2 hours 7 as days and a time"),
        ("mon <b>7</b>", "I can't read mon <b>7</b> as days and a time"),
        ("off 9", "You have no reminder like 9."),
        ("change 4 to 18:30", "You have no reminder like 4."),
        ("pause until never", "I can't pause until never"),
    ],
)
async def test_what_cannot_be_read_is_said_with_an_example(alex: Lifter, said: str, told: str) -> None:
    await settled_in(alex)
    await alex.says("/remind 18:30")
    [answer] = await alex.says(f"/remind {said}")
    assert told in answer
    assert "Every day 18:30" in (await alex.says("/remind"))[0]


async def test_a_pause_by_words_and_buttons_and_its_end(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await settled_in(alex)
    [said] = await alex.says("/remind pause until 5 january")
    assert "No reminder is set." in said
    await alex.says("/remind 18:30")
    [said] = await alex.says("/remind pause until 5 january")
    assert "Paused. Next reminder: Tue 5 Jan 2027 18:30." in said or "5 Jan" in said
    await alex.says("/remind")
    assert "Paused until" in alex.last["text"]
    await alex.taps("Resume")
    assert "On again. Next reminder: " in alex.last["text"]
    await alex.taps("Pause")
    await alex.taps("2 weeks")
    assert "Paused. Next reminder: " in alex.last["text"]
    assert "Paused until" in (await alex.says("/settings"))[0]
    [said] = await alex.says("/remind resume")
    assert "On again." in said
    [said] = await alex.says("/remind resume")
    assert "Nothing was paused." in said
    await alex.says("/remind pause")
    await alex.taps("Write the day")
    [said] = await alex.says("how do I deadlift?")
    assert "Deadlift" in said
    await alex.says("/remind pause")
    await alex.taps("Write the day")
    [said] = await alex.says("2 weeks")
    assert "Paused." in said


async def test_the_session_is_pushed_once(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await alex.says("deadlift 100x8, 100x7")
    await alex.says("/remind 18:30")
    push = await pushed(alex)
    assert "· Back session, about" in push
    assert "Deadlift  3×6–8 @ 100 kg (last: 8)" in push
    assert labels(alex.last)[-2:] == ["Skip today", "Start"]
    [card] = await alex.taps("Start")
    assert "DEADLIFT   set 1 of 3" in card
    assert len([one for one in alex.messages if "· Back session, about" in one["text"]]) == 1


async def test_two_taps_on_start_bring_one_card(alex: Lifter) -> None:
    await alex.says("/remind 18:30")
    await pushed(alex)
    cards = await alex.taps("Start", times=2)
    assert len(cards) == 1
    assert "DEADLIFT" in cards[0]
    await alex.taps("Start")
    assert alex.toasts == ["Your session is open, below."]


async def test_later_and_again_and_skipped(alex: Lifter) -> None:
    await alex.says("/remind 18:30")
    await pushed(alex)
    push = alex.last
    await alex.taps("In 15 min")
    assert "Later, at " in menu_text(alex, push)
    [reminder] = alex.watcher.run_now(lambda work: of(alex, work))
    assert reminder.again
    assert timedelta(minutes=14) < reminder.due.at - clock() <= timedelta(minutes=15)
    await alex.taps("Skip today", menu_message(alex, push))
    assert "Skipped. Next reminder: tomorrow, " in menu_text(alex, push)
    [card] = await alex.taps("Train after all")
    assert "DEADLIFT" in card


async def test_old_buttons_under_a_push_say_so(telegram: LocalTelegram, alex: Lifter) -> None:
    await alex.says("/remind 18:30")
    await pushed(alex)
    push = alex.last
    data = {
        button["text"]: button["callback_data"] for row in push["reply_markup"]["inline_keyboard"] for button in row
    }
    tag, number, _, minutes = data["In 1 h"].split(":")
    await alex.forges(push["message_id"], f"{tag}:{number}:20260101:{minutes}")
    assert alex.toasts == ["That push was for another day. /workout opens today's session."]
    await alex.forges(push["message_id"], f"{tag}:{number}:20261399:{minutes}")
    sam = Lifter(telegram, alex.watcher, "Sam")
    await sam.says("/start")
    for label in ("In 15 min", "In 1 h", "Skip today"):
        await sam.forges(sam.last["message_id"], data[label])
        assert sam.toasts == ["That reminder is gone already. /remind shows what is on."]
    await alex.says("/remind off")
    await alex.taps("Skip today", push)
    assert alex.toasts == ["That reminder is gone already. /remind shows what is on."]


async def test_somebody_elses_reminder_is_neither_shown_nor_changed(telegram: LocalTelegram, alex: Lifter) -> None:
    sam = Lifter(telegram, alex.watcher, "Sam")
    await alex.says("/remind 18:30")
    [reminder] = alex.watcher.run_now(lambda work: of(alex, work))
    await sam.says("/start")
    for tag in ("mo:{}", "mx:{}", "md:{}:1", "mt:{}:1", "mw:{}:1", "ms:{}:1:0700"):
        await sam.forges(sam.last["message_id"], tag.format(reminder.id))
        assert sam.toasts == ["That reminder is gone already. /remind shows what is on."]
    assert alex.watcher.run_now(lambda work: of(alex, work)) == (reminder,)


async def test_pushed_after_a_restart(telegram: LocalTelegram, sqlite_url: str) -> None:
    watcher = watch(sqlite_url)
    alex = Lifter(telegram, watcher)
    async with coach_at_work(sqlite_url, telegram):
        await alex.says("/remind 18:30")
    due_since(alex, timedelta(minutes=30))
    before = len(alex.messages)
    async with coach_at_work(sqlite_url, telegram, reminder_tick=0.05):
        await telegram.world.until(lambda: len(alex.messages) > before, seconds=20)
    assert "· Back session" in alex.last["text"]
    watcher.close()


async def test_chosen_after_training_it_comes_all_the_same(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.taps("✓ Done")
    await alex.taps("Finish")

    def an_hour_ago(work: Work) -> None:
        athlete = work.athletes.find(alex.person.id)
        assert athlete is not None
        session = work.sessions.last_finished(athlete.id)
        assert session is not None
        work.sessions.reopen(session.id)
        work.sessions.finish(session.id, clock() - timedelta(hours=1))

    alex.watcher.run_now(an_hour_ago)
    for _ in range(2):  # the second time chosen on the same day, too
        await alex.says("/remind 18:30")
        assert "· Back session" in await pushed(alex, chosen=timedelta(minutes=30))


async def test_already_trained_it_is_left_out(alex: Lifter) -> None:
    await alex.says("/remind 18:30")
    await alex.says("/workout")
    await alex.taps("✓ Done")
    await alex.taps("Finish")
    await looked_at(alex, timedelta(minutes=1))
    assert not [one for one in alex.messages if "· Back session, about" in one["text"]]
    assert len(await alex.says("/remind")) == 1


async def test_far_too_late_it_is_told_once_with_the_next_answer(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await alex.says("/remind 18:30")
    await looked_at(alex, timedelta(hours=4))
    told, answer = await alex.says("/log")
    assert "reminder did not come: I was down. The session still waits for you: /workout" in told
    assert "Write a set" in answer
    assert len(await alex.says("/log")) == 1


async def test_far_too_late_it_is_told_with_the_next_push(alex: Lifter) -> None:
    await alex.says("/remind 18:30")
    await looked_at(alex, timedelta(hours=4))
    assert "reminder did not come: I was down" in await pushed(alex)
    assert len(await alex.says("/log")) == 1


async def test_after_more_than_a_day_away_todays_comes_all_the_same(alex: Lifter) -> None:
    """Of two dates that have passed the last is in time, and is of use for hours still."""
    await alex.says("/remind 18:30")
    said = await pushed(alex, timedelta(days=1, minutes=1))
    assert "· Back session" in said
    assert "reminder did not come: I was down" in said


async def test_blocked_it_is_quiet_and_on_start_all_of_them_come_again(alex: Lifter) -> None:
    await alex.says("/remind 18:30")
    await alex.says("/remind sat 9")
    await alex.does(lambda person: person.block())
    due_since(alex, timedelta(minutes=1))
    alex.watcher.run_now(lambda work: work.athletes.present(of(alex, work)[0].athlete, here=False, now=clock()))
    before = len(alex.messages)
    await alex.does(lambda person: person.block(False))
    [said] = await alex.says("/start")
    assert "Alex" in said
    assert len(alex.messages) == before + 1
    assert "Every day" in (await alex.says("/remind"))[0]
    assert "· Back session" in await pushed(alex)


async def test_buttons_of_the_days_with_one_reminder_still_work(alex: Lifter) -> None:
    await settled_in(alex)
    await alex.says("/remind")
    await alex.forges(alex.last["message_id"], "ra:0700")
    assert "Every day 07:00: your session comes to you." in alex.last["text"]
    await alex.forges(alex.last["message_id"], "ra:2500")
    await alex.forges(alex.last["message_id"], "rx")
    assert "Dropped: Every day 07:00." in str([one["text"] for one in alex.messages])
