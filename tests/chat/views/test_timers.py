"""Is a ring one line that says what comes next, and is each said only as long as it is of use?"""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from bot.chat.respond import word_ring
from bot.chat.views.card import rest_line
from bot.chat.views.timers import forgotten, rest_over
from bot.domain.session import Session
from bot.domain.training import DoneSet
from bot.services.messages import DELETE, Priority
from bot.services.rest import Rest
from bot.services.ring import Ring
from bot.services.timers import TimerKind
from bot.services.workout import Card
from tests.builders import NOW, deadlift, item, kept, kg, planned, pull_up, session
from tests.journeys.people import coach
from tests.knowledge import KNOWLEDGE

HANG = replace(planned("dead-hang"), timed=True, bodyweight=True)


@pytest.mark.parametrize(
    ("done", "last_time", "plan", "said"),
    [
        ([pull_up(8)], [pull_up(9)], planned("pull-up"), "<b>Pull-up, set 2.</b> Last: 8."),
        ([pull_up(8, kg("10"))], [], planned("pull-up"), "<b>Pull-up, set 2.</b> Last: +10 kg × 8."),
        ([deadlift(8), deadlift(7)], [], planned(), "<b>Deadlift, set 3.</b> Last: 100 kg × 7."),
        ([deadlift(warmup=True)], [deadlift(8)], planned(), "<b>Deadlift, set 1.</b> Last time: 100 kg × 8."),
        ([], [pull_up(9), pull_up(7)], planned("pull-up"), "<b>Pull-up, set 1.</b> Last time: 9 · 7."),
        ([], [], planned("pull-up"), "<b>Pull-up, set 1.</b> 6–8 reps."),
        ([DoneSet("dead-hang", seconds=40, bodyweight=True)], [], HANG, "<b>Dead hang, set 2.</b> Last: 40 s."),
        ([], [], planned("<b>row & co"), "<b>&lt;b&gt;row &amp; co, set 1.</b> 6–8 reps."),
    ],
)
def test_what_comes_next(done: list[DoneSet], last_time: list[DoneSet], plan: object, said: str) -> None:
    shown = session(item(0, *done, plan=plan))  # type: ignore[arg-type]
    assert rest_over(shown, [kept(one) for one in last_time], KNOWLEDGE).text == said


@pytest.mark.parametrize(
    ("rest", "said"),
    [
        (Rest(120, time(18, 42)), "Rest <b>2:00</b>, until 18:42"),
        (Rest(95, time(0, 5)), "Rest <b>1:35</b>, until 00:05"),
        (Rest(45, None), "Rest <b>0:45</b>, I ring when it is over"),
        (None, None),
    ],
)
def test_the_line_on_the_card(rest: Rest | None, said: str | None) -> None:
    assert rest_line(rest) == said


def test_what_a_quiet_session_is_asked() -> None:
    warm = session(item(0, deadlift(warmup=True), deadlift()))
    assert forgotten(warm, None, KNOWLEDGE).text.startswith("<b>1 set and 1 warm-up</b> so far.\n")
    one, two = session(item(0, deadlift())), session(item(0, deadlift(), deadlift()))
    assert forgotten(one, None, KNOWLEDGE).text.startswith("<b>1 set</b> so far.\n")
    assert forgotten(two, time(18, 42), KNOWLEDGE).text.startswith("<b>2 sets</b>, the last at 18:42.\n")


def due(kind: TimerKind, shown: Session, *, replaces: bool = False) -> Ring:
    card = Card(shown, shown.current, (), None, None, 0)
    return Ring(kind, 7, card, None, NOW + timedelta(minutes=2), replaces)


def test_a_rest_goes_with_the_answers_a_question_with_the_reminders_and_both_until_they_are_of_no_use() -> None:
    shown = session(item(0, deadlift()))
    [rest] = word_ring(due(TimerKind.REST, shown), coach())
    [question] = word_ring(due(TimerKind.FORGOT, shown), coach())
    assert (rest.priority, question.priority) == (Priority.ANSWER, Priority.BULK)
    assert rest.until == question.until == NOW + timedelta(minutes=2)
    assert (rest.screen, question.screen) == ("rest", "forgot")


def test_what_stands_from_before_is_taken_away_first() -> None:
    gone, rest = word_ring(due(TimerKind.REST, session(item(0, deadlift())), replaces=True), coach())
    assert (gone.method, gone.screen, rest.method) == (DELETE, "rest", "sendMessage")
