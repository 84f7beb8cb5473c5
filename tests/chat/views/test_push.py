"""Does a push say what, how much and what was best, and what became of those before it?"""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.chat.views.push import missed_text, push
from bot.coaching.prescribing import Offer
from bot.domain.reminding import Due, Rhythm
from bot.domain.training import DoneSet, RepRange
from bot.services.push import Asked, Push
from bot.services.reminders import Missed, Reminder
from tests.builders import NOW, TODAY, deadlift, kept, kg, planned, pull_up
from tests.knowledge import KNOWLEDGE

DAY = timedelta(days=1)
DUE = Due(TODAY, NOW)
PUSH = Push(
    reminder=Reminder(7, 1, 1001, Rhythm(time(18, 30)), DUE, again=False, set_at=NOW, since=NOW),
    due=DUE,
    zone="UTC",
    title="Back session",
    minutes=60,
    exercises=(),
    open_session=None,
    stale_days=0,
    still_to_do=None,
    missed=None,
)


def asked(exercise: str, offer: Offer, *last: DoneSet) -> Asked:
    return Asked(planned(exercise), offer, tuple(kept(done) for done in last))


@pytest.mark.parametrize(
    ("exercise", "said"),
    [
        (asked("deadlift", Offer(None, 6)), "Deadlift  3×6–8"),
        (asked("deadlift", Offer(kg("100"), 6), deadlift(8), deadlift(7)), "Deadlift  3×6–8 @ 100 kg (last: 8)"),
        (
            asked("deadlift", Offer(kg("102.5"), 6), deadlift(8), deadlift(8, kg("95"))),
            "Deadlift  3×6–8 @ 102.5 kg (last: 100 kg × 8)",
        ),
        (asked("pull-up", Offer(None, 8), pull_up(9), pull_up(10)), "Pull-up  3×6–8 (last: 10)"),
        (asked("pull-up", Offer(kg("10"), 8), pull_up(9, kg("10"))), "Pull-up  3×6–8 @ +10 kg (last: 9)"),
        (asked("pull-up", Offer(kg("10"), 8), pull_up(9)), "Pull-up  3×6–8 @ +10 kg (last: body weight × 9)"),
        (asked("deadlift", Offer(kg("60"), 6), DoneSet("deadlift", reps=8)), "Deadlift  3×6–8 @ 60 kg (last: 8)"),
    ],
)
def test_an_exercise_in_one_line(exercise: Asked, said: str) -> None:
    text = push(replace(PUSH, exercises=(exercise,)), KNOWLEDGE).text
    assert text.splitlines() == ["<b>18:30 · Back session</b>, about 60 min", said]


def test_a_hold_and_one_side_at_a_time() -> None:
    plan = replace(planned(), timed=True, per_side=True, reps=RepRange(20, 30))
    text = push(replace(PUSH, exercises=(Asked(plan, Offer(None, 20), ()),)), KNOWLEDGE).text
    assert text.endswith("Deadlift  3×20–30 s a side")


def test_the_time_is_the_one_where_they_train() -> None:
    """Also where the clocks have moved it, and where it was put off."""
    put_off = replace(PUSH, zone="Asia/Kolkata", due=replace(DUE, at=NOW + timedelta(minutes=15)))
    assert push(put_off, KNOWLEDGE).text.startswith("<b>00:15 · Back session</b>")


def test_what_was_not_done_or_did_not_come_is_said_once() -> None:
    yesterday = TODAY - DAY
    assert push(replace(PUSH, still_to_do=yesterday), KNOWLEDGE).text.splitlines()[1] == (
        "Yesterday's session is still to do: this is it."
    )
    both = push(replace(PUSH, still_to_do=yesterday, missed=Missed(1, yesterday)), KNOWLEDGE).text
    assert both.splitlines()[1:] == ["Yesterday's reminder did not come: I was down."]
    assert missed_text(Missed(3, date(2026, 11, 17)), TODAY) == (
        "3 reminders since Tue 17 Nov did not come: I was down."
    )


@pytest.mark.parametrize(("hour", "tonight"), [(7, True), (18, True), (19, False), (22, False)])
def test_tonight_is_offered_before_the_evening(hour: int, tonight: bool) -> None:
    at = datetime(2026, 11, 22, hour, 0, tzinfo=UTC)
    later, skip, start = push(replace(PUSH, due=Due(TODAY, at)), KNOWLEDGE).rows
    assert [button.label for button in later] == ["In 15 min", "In 1 h", *(["Tonight"] if tonight else [])]
    assert [button.label for button in (*skip, *start)] == ["Skip today", "Start"]
