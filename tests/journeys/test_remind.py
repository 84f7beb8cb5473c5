"""Does the day's session come at its time, once, also when the coach was restarted in between?"""

from datetime import UTC, datetime, timedelta

from bot.app import clock
from bot.local import LocalTelegram
from bot.services.messages import Person
from bot.services.ports import Work
from tests.journeys.people import Lifter, buttons, coach_at_work, watch


def due_since(lifter: Lifter, late: timedelta, *, chosen: timedelta = timedelta(0)) -> None:
    """Move the reminder's instant to the past, and when it was chosen, as if that much time had gone by."""

    def move(work: Work) -> None:
        athlete, _ = work.athletes.meet(Person(lifter.person.id, "Alex"), lifter.person.id, clock())
        reminder = work.reminders.of(athlete.id)
        assert reminder is not None
        work.reminders.set(athlete.id, reminder.chat, reminder.at, clock() - late, reminder.set_at - chosen)

    lifter.watcher.run_now(move)


async def test_set_shown_and_dropped(alex: Lifter) -> None:
    [said] = await alex.says("/remind 18:30")
    assert "Every day at 18:30" in said
    assert "First one:" in said
    [menu] = await alex.says("/remind")
    assert "comes at 18:30" in menu
    await alex.taps("07:00")
    assert "Every day at 07:00" in alex.last["text"]
    await alex.taps("Turn it off")
    assert "No more pushes" in alex.last["text"]
    [said] = await alex.says("/remind off")
    assert "No push was set" in said
    [said] = await alex.says("/remind half past never")
    assert "can't read half past never as a time" in said


async def test_the_session_is_pushed_once(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await alex.says("/remind 18:30")
    before = len(alex.messages)
    due_since(alex, timedelta(minutes=1))
    await alex.telegram.world.until(lambda: len(alex.messages) > before, seconds=20)
    push = alex.last
    assert "18:30 · Back session" in push["text"]
    assert "Deadlift  3×6–8 reps" in push["text"]
    assert buttons(push) == [["Start"]]
    [card] = await alex.taps("Start")
    assert "DEADLIFT   set 1 of 3" in card
    assert len([one for one in alex.messages if "18:30 · Back" in one["text"]]) == 1


async def test_pushed_after_a_restart(telegram: LocalTelegram, sqlite_url: str) -> None:
    watcher = watch(sqlite_url)
    alex = Lifter(telegram, watcher)
    async with coach_at_work(sqlite_url, telegram):
        await alex.says("/remind 18:30")
    due_since(alex, timedelta(minutes=30))
    before = len(alex.messages)
    async with coach_at_work(sqlite_url, telegram, reminder_tick=0.05):
        await telegram.world.until(lambda: len(alex.messages) > before, seconds=20)
    assert "18:30 · Back session" in alex.last["text"]
    watcher.close()


async def test_chosen_after_training_it_comes_all_the_same(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.taps("✓ Done")
    await alex.taps("Finish")
    for _ in range(2):  # the second time chosen on the same day, too
        await alex.says("/remind 18:30")
        before = len(alex.messages)
        due_since(alex, timedelta(minutes=1))
        await alex.telegram.world.until(lambda: len(alex.messages) > before, seconds=20)  # noqa: B023
        assert "18:30 · Back session" in alex.last["text"]


async def test_far_too_late_or_already_trained_is_left_out(alex: Lifter) -> None:
    await alex.says("/remind 18:30")
    due_since(alex, timedelta(hours=4))
    await moved_on(alex)
    await alex.says("/workout")
    await alex.taps("✓ Done")
    await alex.taps("Finish")
    due_since(alex, timedelta(minutes=1), chosen=timedelta(hours=1))
    await moved_on(alex)
    assert not [one for one in alex.messages if "18:30 · Back" in one["text"]]


async def moved_on(lifter: Lifter) -> None:
    """Until the tick has claimed the reminder: its next instant lies ahead."""

    def ahead(work: Work) -> bool:
        athlete, _ = work.athletes.meet(Person(lifter.person.id, "Alex"), lifter.person.id, clock())
        reminder = work.reminders.of(athlete.id)
        return reminder is not None and reminder.due > datetime.now(UTC)  # noqa: TID251

    while not await lifter.watcher.run(ahead):
        pass
