"""Does a push come once a date, never too late, and is what did not come told once? On a real database, at any time."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.domain.athlete import Athlete
from bot.domain.errors import BadPause, PushOver, ReminderGone, ScreenOutdated, TooManyReminders
from bot.domain.reminding import LATEST, Rhythm
from bot.services.choose_zone import choose_zone
from bot.services.mail import Sent
from bot.services.messages import Outgoing, Person, Priority
from bot.services.ports import Work
from bot.services.push import Push, Pushed, send_due
from bot.services.put_off import put_off, skip_day
from bot.services.remind import change, drop, pause, remind, resume
from bot.services.reminders import Missed, Reminder
from bot.services.renew import renew_some
from bot.storage.database import SqlDatabase
from tests.builders import deadlift, todays
from tests.journeys.people import coach

ANN = Person(1001, "Ann")
EVENING, MORNING = Rhythm(time(18, 30)), Rhythm(time(7))
SET_AT = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
"""A Sunday; Berlin is at 13:00."""
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
SUNDAY = SET_AT.date()
DUE = datetime(2026, 11, 22, 17, 30, tzinfo=UTC)
"""18:30 in Berlin."""


class Gym:
    """Ann in Berlin, and the coach, whose clock is what a test says."""

    def __init__(self, database: SqlDatabase) -> None:
        self.database = database
        self.pushes: list[Push] = []
        self.became: list[Pushed] = []
        self.ann: Athlete = database.run_now(self._arrive)

    def _arrive(self, work: Work) -> Athlete:
        athlete, _ = work.athletes.meet(ANN, ANN.id, SET_AT)
        return choose_zone(work, athlete, "Europe/Berlin", SET_AT)

    def remind(self, rhythm: Rhythm = EVENING, now: datetime = SET_AT) -> Reminder:
        return self.database.run_now(lambda work: remind(work, self.ann, ANN.id, rhythm, now))

    def tick(self, now: datetime) -> list[Push]:
        """What is pushed by a look at that moment."""

        def look(work: Work) -> int:
            found = work.reminders.due(now, 99)
            for reminder, athlete in found:
                self.became.append(send_due(work, coach(), self._word, reminder, athlete, now))
            return len(found)

        before = len(self.pushes)
        while self.database.run_now(look):
            pass
        return self.pushes[before:]

    def _word(self, push: Push) -> list[Outgoing]:
        self.pushes.append(push)
        return [Outgoing(push.reminder.chat, "sendMessage", {}, Priority.BULK, until=push.due.at + LATEST)]

    def send(self, now: datetime, message: int | None) -> int:
        """What the sender notes: the message that Telegram made, or none of a call that was too late for it."""

        def exchange(work: Work) -> int:
            rows = work.outbox.exchange([], limit=9, now=now, until=now + HOUR)
            work.outbox.exchange([Sent(row.id, message) for row in rows], limit=0, now=now, until=now + HOUR)
            return len(rows)

        return self.database.run_now(exchange)

    def untold(self) -> Missed | None:
        return self.database.run_now(lambda work: work.push_states.tell(self.ann.id))

    def all(self) -> tuple[Reminder, ...]:
        return self.database.run_now(lambda work: work.reminders.all(self.ann.id))

    def move_to(self, zone: str, now: datetime) -> None:
        self.ann = self.database.run_now(lambda work: choose_zone(work, self.ann, zone, now))

    def write(self, exercises: int, at: datetime, *, warmup: bool = False) -> None:
        """Sets of the first planned exercises, without a session."""
        sets = [replace(deadlift(warmup=warmup), exercise=one.exercise) for one in coach().planned()[:exercises]]
        self.database.run_now(lambda work: work.log.keep(self.ann.id, sets, at=at, day=self.ann.day(at)))

    def train(self, now: datetime, *, finish: bool = True) -> None:
        def session(work: Work) -> None:
            day = self.ann.day(now)
            begun = work.sessions.start(self.ann.id, todays("back-session", coach().planned()), now=now, day=day)
            work.log.keep(self.ann.id, [deadlift()], at=now, day=day, session=begun.id, positions=[0])
            if finish:
                work.sessions.finish(begun.id, now)

        self.database.run_now(session)


@pytest.fixture
def gym(database: SqlDatabase) -> Gym:
    return Gym(database)


@pytest.mark.parametrize(
    ("down", "sent", "missed"),
    [
        (timedelta(minutes=1), [SUNDAY], None),
        (HOUR, [SUNDAY], None),
        (2.9 * HOUR, [SUNDAY], None),
        (3.1 * HOUR, [], Missed(1, SUNDAY)),
        (23.9 * HOUR, [], Missed(1, SUNDAY)),
        (25 * HOUR, [SUNDAY + DAY], Missed(1, SUNDAY)),
        (30 * HOUR, [], Missed(2, SUNDAY)),
        (49 * HOUR, [SUNDAY + 2 * DAY], Missed(2, SUNDAY)),
        (240 * HOUR, [SUNDAY + 10 * DAY], Missed(10, SUNDAY)),
    ],
)
def test_after_a_time_away_it_is_sent_or_told(
    gym: Gym, down: timedelta, sent: list[date], missed: Missed | None
) -> None:
    gym.remind()
    pushed = gym.tick(DUE + down)
    assert [push.due.day for push in pushed] == sent
    told = pushed[0].missed if pushed else gym.untold()
    assert told == missed
    assert gym.untold() is None, "told once"
    assert gym.tick(DUE + down) == []
    assert all(one.due.at > DUE + down for one in gym.all())


@pytest.mark.parametrize(
    ("late", "message", "missed"), [(3.1 * HOUR, None, Missed(1, SUNDAY)), (3.1 * HOUR, 5, None), (HOUR, 5, None)]
)
def test_one_that_could_not_be_sent_in_time_is_told(
    gym: Gym, late: timedelta, message: int | None, missed: Missed | None
) -> None:
    """Written when it was due, while Telegram took nothing."""
    gym.remind()
    gym.remind(MORNING)
    assert len(gym.tick(DUE)) == 1
    assert gym.send(DUE + late, message) == 1
    assert gym.untold() == missed


@pytest.mark.parametrize(
    ("away", "became"),
    [(HOUR, Pushed.SENT), (4 * HOUR, Pushed.LATE), (25 * HOUR, Pushed.SENT), (30 * HOUR, Pushed.LATE)],
)
def test_what_became_of_it_is_counted(gym: Gym, away: timedelta, became: Pushed) -> None:
    gym.remind()
    gym.tick(DUE + away)
    assert gym.became == [became]


def test_what_was_due_for_somebody_who_was_gone_is_not_late(gym: Gym) -> None:
    """An operator is alarmed by what is late."""
    gym.remind()
    gym.database.run_now(lambda work: work.athletes.present(gym.ann.id, here=False, now=DUE - HOUR))
    gym.database.run_now(lambda work: work.athletes.present(gym.ann.id, here=True, now=DUE + 5 * DAY - HOUR))
    gym.tick(DUE + 5 * DAY - HOUR)
    assert gym.became == [Pushed.NEEDLESS]
    assert len(gym.tick(DUE + 5 * DAY)) == 1


@pytest.mark.parametrize(
    ("zone", "sent_at"), [("Europe/Helsinki", DUE + 10 * MINUTE), ("Europe/London", DUE + HOUR), ("Asia/Karachi", None)]
)
def test_a_push_that_is_due_is_not_lost_by_a_move(gym: Gym, zone: str, sent_at: datetime | None) -> None:
    """Told of a new place while the coach was down, and taken up with the message."""
    gym.remind()
    gym.move_to(zone, DUE + 5 * MINUTE)
    pushed = [(push.due.day, at) for at in (DUE + 10 * MINUTE, DUE + HOUR) for push in gym.tick(at)]
    assert pushed == ([(SUNDAY, sent_at)] if sent_at else [])
    assert gym.untold() == (None if sent_at else Missed(1, SUNDAY)), "in Karachi it was half past six four hours ago"


def test_one_that_was_skipped_before_it_could_be_sent_is_not_missed(gym: Gym) -> None:
    reminder = gym.remind()
    gym.tick(DUE)
    gym.database.run_now(lambda work: skip_day(work, gym.ann, reminder.id, SUNDAY, DUE + HOUR))
    assert gym.send(DUE + 4 * HOUR, None) == 1
    assert gym.untold() is None


def test_what_was_missed_is_told_with_the_next_push(gym: Gym) -> None:
    gym.remind()
    assert gym.tick(DUE + 4 * HOUR) == []
    [push] = gym.tick(DUE + DAY)
    assert push.missed == Missed(1, SUNDAY)
    [push] = gym.tick(DUE + 2 * DAY)
    assert push.missed is None


def test_nobody_misses_a_push_for_a_day_they_trained_on(gym: Gym) -> None:
    gym.remind()
    gym.train(DUE - HOUR)
    assert gym.tick(DUE + 4 * HOUR) == []
    assert gym.untold() is None


@pytest.mark.parametrize(
    ("exercises", "warmup", "at", "needless"),
    [
        (3, False, DUE - HOUR, True),
        (2, False, DUE - HOUR, False),
        (6, True, DUE - HOUR, False),
        (6, False, DUE - 20 * HOUR, False),
        (6, False, SET_AT - HOUR, False),
    ],
)
def test_half_of_the_planned_exercises_by_text_are_the_session(
    gym: Gym, exercises: int, warmup: bool, at: datetime, needless: bool
) -> None:
    """Six are planned. What was done on another day, as a warm-up or before the reminder was chosen does not count."""
    gym.remind()
    gym.write(exercises, at, warmup=warmup)
    assert (gym.tick(DUE) == []) is needless
    assert gym.untold() is None


def test_nobody_misses_a_push_for_a_day_they_trained_on_in_words(gym: Gym) -> None:
    gym.remind()
    gym.write(6, DUE - HOUR)
    assert gym.tick(DUE + 4 * HOUR) == []
    assert gym.untold() is None


@pytest.mark.parametrize(
    ("second", "look", "pushes"),
    [
        (time(18, 35), DUE, 1),
        (time(18, 40), DUE, 1),
        (time(18, 41), DUE, 2),
        (time(19, 30), DUE, 2),
        (time(19, 30), DUE + 2 * HOUR, 1),
    ],
)
def test_reminders_due_together_are_one_push(gym: Gym, second: time, look: datetime, pushes: int) -> None:
    """Near each other, or both due while the coach was away."""
    gym.remind()
    gym.remind(Rhythm(second))
    came = [push for minutes in range(0, 90, 5) for push in gym.tick(look + timedelta(minutes=minutes))]
    assert len(came) == pushes
    assert gym.untold() is None
    assert len(gym.tick(DUE + DAY)) == 1, "and so on the next day"
    assert {one.due.day for one in gym.all()} == {SUNDAY + (2 if pushes == 1 and second < time(19) else 1) * DAY} | {
        SUNDAY + 2 * DAY
    }


def test_what_was_put_off_comes_beside_another(gym: Gym) -> None:
    first = gym.remind()
    gym.remind(Rhythm(time(19, 25)))
    gym.tick(DUE)
    gym.database.run_now(lambda work: put_off(work, gym.ann, first.id, SUNDAY, 60, DUE))
    assert len(gym.tick(DUE + HOUR - timedelta(minutes=5))) == 1
    assert len(gym.tick(DUE + HOUR)) == 1


def test_each_reminder_comes_on_its_own_days(gym: Gym) -> None:
    monday, sunday = Rhythm(time(7), frozenset({0})), Rhythm(time(19), frozenset({6}))
    gym.remind(monday)
    gym.remind(sunday)
    came = [
        (push.due.day, push.reminder.rhythm) for hour in range(24 * 7 + 8) for push in gym.tick(SET_AT + hour * HOUR)
    ]
    assert came == [(SUNDAY, sunday), (SUNDAY + DAY, monday), (SUNDAY + 7 * DAY, sunday)]


def test_a_session_that_is_done_or_being_done_needs_no_push(gym: Gym) -> None:
    gym.remind()
    gym.train(DUE - HOUR)
    assert gym.tick(DUE) == []
    gym.train(DUE + DAY - HOUR, finish=False)
    assert gym.tick(DUE + DAY) == []
    assert gym.untold() is None


def test_one_left_open_hours_ago_is_pushed_to_be_gone_on_with(gym: Gym) -> None:
    gym.remind()
    gym.train(DUE - 4 * HOUR, finish=False)
    [push] = gym.tick(DUE)
    assert push.open_session is not None
    assert (push.stale_days, push.still_to_do) == (0, None)
    [push] = gym.tick(DUE + DAY)
    assert push.stale_days == 1


def test_a_training_day_that_was_missed_is_said_with_the_next_push(gym: Gym) -> None:
    gym.remind()
    [push] = gym.tick(DUE)
    assert push.still_to_do is None
    [push] = gym.tick(DUE + DAY)
    assert push.still_to_do == SUNDAY
    gym.train(DUE + DAY + HOUR)
    [push] = gym.tick(DUE + 2 * DAY)
    assert push.still_to_do is None


def test_sets_without_a_session_are_training_too(gym: Gym) -> None:
    gym.remind()
    gym.tick(DUE)
    gym.database.run_now(lambda work: work.log.keep(gym.ann.id, [deadlift()], at=DUE + HOUR, day=SUNDAY))
    [push] = gym.tick(DUE + DAY)
    assert push.still_to_do is None


def test_put_off_it_comes_again_and_the_next_day_as_always(gym: Gym) -> None:
    reminder = gym.remind()
    gym.tick(DUE)
    at = gym.database.run_now(lambda work: put_off(work, gym.ann, reminder.id, SUNDAY, 15, DUE + HOUR))
    assert at == DUE + HOUR + timedelta(minutes=15)
    assert gym.tick(at - timedelta(seconds=1)) == []
    [push] = gym.tick(at)
    assert (push.due.day, push.due.at) == (SUNDAY, at)
    assert gym.tick(at + HOUR) == []
    [push] = gym.tick(DUE + DAY)
    assert push.due.day == SUNDAY + DAY


def test_put_off_to_this_evening(gym: Gym) -> None:
    reminder = gym.remind(Rhythm(time(14)))
    fourteen = datetime(2026, 11, 22, 13, 0, tzinfo=UTC)
    gym.tick(fourteen)

    def evening(now: datetime) -> datetime:
        return gym.database.run_now(lambda work: put_off(work, gym.ann, reminder.id, SUNDAY, 0, now))

    assert evening(fourteen) == datetime(2026, 11, 22, 19, 0, tzinfo=UTC)
    late = fourteen + 6 * HOUR
    assert evening(late) == late + HOUR, "the evening is here"


@pytest.mark.parametrize(("down", "days", "missed"), [(HOUR, 1, None), (4 * HOUR, 0, Missed(1, SUNDAY))])
def test_what_was_put_off_comes_after_a_time_away_or_is_told(
    gym: Gym, down: timedelta, days: int, missed: Missed | None
) -> None:
    reminder = gym.remind()
    gym.tick(DUE)
    at = gym.database.run_now(lambda work: put_off(work, gym.ann, reminder.id, SUNDAY, 60, DUE))
    assert len(gym.tick(at + down)) == days
    assert gym.untold() == missed


def test_put_off_and_trained_meanwhile_it_does_not_come(gym: Gym) -> None:
    reminder = gym.remind()
    gym.tick(DUE)
    at = gym.database.run_now(lambda work: put_off(work, gym.ann, reminder.id, SUNDAY, 60, DUE))
    gym.train(DUE + timedelta(minutes=30))
    assert gym.tick(at) == []


def test_a_skipped_day_is_over_for_all_and_never_held_against_anyone(gym: Gym) -> None:
    first = gym.remind()
    gym.remind(Rhythm(time(20)))
    gym.tick(DUE)
    following = gym.database.run_now(lambda work: skip_day(work, gym.ann, first.id, SUNDAY, DUE))
    assert following.day == SUNDAY + DAY
    assert gym.tick(DUE + 3 * HOUR) == []
    [push] = gym.tick(DUE + DAY)
    assert push.still_to_do is None
    assert gym.untold() is None


def test_old_and_forged_buttons_of_a_push_change_nothing(gym: Gym) -> None:
    reminder = gym.remind()
    before = gym.all()

    def deeds(work: Work) -> None:
        for day in (SUNDAY - 2 * DAY, SUNDAY + 2 * DAY, date.min, date.max):
            with pytest.raises(PushOver):
                put_off(work, gym.ann, reminder.id, day, 15, DUE)
            with pytest.raises(PushOver):
                skip_day(work, gym.ann, reminder.id, day, DUE)
        with pytest.raises(PushOver):
            skip_day(work, gym.ann, reminder.id, SUNDAY, DUE + 17 * HOUR)
        with pytest.raises(ScreenOutdated):
            put_off(work, gym.ann, reminder.id, SUNDAY, 999_999, DUE)
        ben, _ = work.athletes.meet(Person(1002, "Ben"), 1002, SET_AT)
        for number in (reminder.id, 404):
            with pytest.raises(ReminderGone):
                put_off(work, ben, number, SUNDAY, 15, DUE)
            with pytest.raises(ReminderGone):
                drop(work, ben, number)
            with pytest.raises(ReminderGone):
                change(work, ben, ben.id, number, EVENING, DUE)

    gym.database.run_now(deeds)
    assert gym.all() == before


def test_a_pause_ends_by_itself(gym: Gym) -> None:
    gym.remind()
    until = gym.database.run_now(lambda work: pause(work, gym.ann, "until 5 january", SET_AT))
    assert until == date(2027, 1, 5)
    later = gym.remind(Rhythm(time(7)))
    assert later.due.day == until
    first = datetime(2027, 1, 5, 6, 0, tzinfo=UTC)
    assert gym.tick(first - timedelta(minutes=1)) == []
    [push] = gym.tick(first + 12 * HOUR)
    assert (push.due.day, push.missed) == (until, Missed(1, until)), "07:00 was twelve hours ago"
    assert not gym.database.run_now(lambda work: resume(work, gym.ann, first))


def test_a_pause_can_be_ended_and_holds_what_was_put_off(gym: Gym) -> None:
    reminder = gym.remind()
    gym.tick(DUE)

    def away(work: Work) -> None:
        put_off(work, gym.ann, reminder.id, SUNDAY, 60, DUE)
        pause(work, gym.ann, "2 weeks", DUE)

    gym.database.run_now(away)
    assert gym.tick(DUE + 3 * DAY) == []
    assert gym.database.run_now(lambda work: resume(work, gym.ann, DUE + 3 * DAY + HOUR))
    assert gym.untold() is None
    [push] = gym.tick(DUE + 4 * DAY)
    assert push.due.day == SUNDAY + 4 * DAY


def test_what_is_put_off_in_a_pause_comes_and_the_pause_goes_on(gym: Gym) -> None:
    reminder = gym.remind()
    gym.tick(DUE)
    until = gym.database.run_now(lambda work: pause(work, gym.ann, "2 weeks", DUE))
    at = gym.database.run_now(lambda work: put_off(work, gym.ann, reminder.id, SUNDAY, 15, DUE))
    assert len(gym.tick(at)) == 1
    [after] = gym.all()
    assert after.due.day == until


@pytest.mark.parametrize(
    "said", ["yesterday", "5 january 2026", "3 years", "99 weeks", "half past never", "9999-12-31"]
)
def test_a_pause_that_cannot_be_changes_nothing(gym: Gym, said: str) -> None:
    gym.remind()
    before = gym.all()
    with pytest.raises(BadPause):
        gym.database.run_now(lambda work: pause(work, gym.ann, said, SET_AT))
    assert gym.all() == before


def test_five_are_kept_and_two_alike_are_one(gym: Gym) -> None:
    made = [gym.remind(Rhythm(time(hour))) for hour in range(6, 11)]
    with pytest.raises(TooManyReminders):
        gym.remind(Rhythm(time(12)))
    assert gym.remind(Rhythm(time(6))).id == made[0].id
    kept = gym.database.run_now(lambda work: change(work, gym.ann, ANN.id, made[1].id, Rhythm(time(6)), SET_AT))
    assert kept.id == made[0].id
    assert [one.rhythm.at.hour for one in gym.all()] == [6, 8, 9, 10]


def test_a_journey_west_serves_no_date_twice(gym: Gym) -> None:
    gym.remind()
    assert len(gym.tick(DUE)) == 1
    gym.move_to("America/New_York", DUE + HOUR)
    assert gym.tick(DUE + 12 * HOUR) == [], "18:30 in New York is Sunday's again"
    [push] = gym.tick(datetime(2026, 11, 23, 23, 30, tzinfo=UTC))
    assert push.due.day == SUNDAY + DAY
    assert gym.untold() is None


def test_a_journey_east_catches_nothing_up(gym: Gym) -> None:
    gym.move_to("America/New_York", SET_AT)
    gym.remind()
    gym.move_to("Asia/Tokyo", datetime(2026, 11, 22, 20, 0, tzinfo=UTC))  # 05:00 on Monday there
    [push] = gym.tick(datetime(2026, 11, 23, 9, 30, tzinfo=UTC))
    assert (push.due.day, push.missed) == (SUNDAY + DAY, None)


@pytest.mark.parametrize("step", [-2 * HOUR, 2 * HOUR])
def test_a_clock_that_jumps_pushes_no_date_twice(gym: Gym, step: timedelta) -> None:
    gym.remind()
    clock = DUE - 3 * HOUR
    came = []
    for minute in range(0, 60 * 30, 10):
        jumped = step if minute >= 60 * 4 else timedelta(0)
        came += gym.tick(clock + timedelta(minutes=minute) + jumped)
    assert [push.due.day for push in came] == [SUNDAY, SUNDAY + DAY]
    assert gym.untold() is None


def test_who_blocked_the_bot_missed_nothing(gym: Gym) -> None:
    gym.remind()
    gym.remind(Rhythm(time(7)))
    gym.database.run_now(lambda work: work.athletes.present(gym.ann.id, here=False, now=SET_AT))
    assert gym.tick(DUE + 3 * DAY) == []
    back = DUE + 3 * DAY + HOUR
    gym.database.run_now(lambda work: work.athletes.visit(ANN, ANN.id, back))
    assert gym.tick(back) == []
    assert gym.untold() is None
    assert len(gym.tick(DUE + 4 * DAY)) == 1
    assert len(gym.all()) == 2


def test_new_rules_of_a_zone_move_what_is_stored(gym: Gym) -> None:
    reminder = gym.remind()
    other = gym.remind(Rhythm(time(7)))

    def as_by_old_rules(work: Work) -> None:
        work.reminders.move(reminder.id, type(reminder.due)(SUNDAY, DUE - HOUR))

    gym.database.run_now(as_by_old_rules)

    def renew(work: Work) -> int | None:
        return renew_some(work, "2026c", 0, SET_AT)

    assert gym.database.run_now(renew) == other.id
    assert gym.all() == (reminder, other)
    assert gym.database.run_now(renew) is None


def test_an_instant_by_old_rules_is_put_right_instead_of_sent(gym: Gym) -> None:
    """Another replica, with older rules, may have written it meanwhile."""
    reminder = gym.remind()
    gym.database.run_now(lambda work: work.reminders.move(reminder.id, type(reminder.due)(SUNDAY, DUE - HOUR)))
    assert gym.tick(DUE - HOUR) == []
    assert gym.all() == (reminder,)
    assert len(gym.tick(DUE)) == 1
