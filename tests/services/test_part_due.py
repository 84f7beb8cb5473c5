"""Is a session of the plan done by its working sets, in words as by taps, and is whoever did it left alone then?"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from bot.chat.views.week import next_text
from bot.domain.athlete import Athlete
from bot.domain.planning import Plan, PlanSession
from bot.domain.reminding import Rhythm
from bot.domain.training import DoneSet
from bot.services.change_session import shorten_session
from bot.services.finish_workout import finish_workout
from bot.services.log_set import keep_sets
from bot.services.messages import Outgoing, Priority
from bot.services.next_session import next_session
from bot.services.push import Push, Pushed, send_due
from bot.services.remind import remind
from bot.services.swap import swap_exercise
from bot.services.trained import is_trained, last_trained
from bot.services.week import week_of
from bot.services.workout import workout
from bot.storage.database import SqlDatabase
from bot.storage.work import SqlWork
from tests.builders import kg, planned, week
from tests.journeys.people import coach
from tests.storage.people import ANN

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
"""A Sunday."""
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
BEFORE = NOON - 3 * DAY
SESSIONS = {
    "Back A": ("deadlift", "lat-pulldown", "bent-over-row", "shrug"),
    "Back B": ("seal-row", "chin-up", "face-pull", "rack-pull"),
}


@pytest.fixture
def work(database: SqlDatabase) -> Iterator[SqlWork]:
    with database.engine.connect() as connection:
        yield SqlWork(connection)


@pytest.fixture
def ann(work: SqlWork) -> Athlete:
    athlete, _ = work.athletes.meet(ANN, ANN.id, BEFORE)
    sessions = tuple(PlanSession(name, tuple(planned(one) for one in lifts), 60) for name, lifts in SESSIONS.items())
    work.plans.keep(athlete.id, Plan("full-back", week().wishes, sessions), BEFORE)
    return athlete


def sets(lifts: Sequence[str], *, warmup: bool = False) -> list[DoneSet]:
    return [DoneSet(one, 8, load=kg("40"), warmup=warmup) for one in lifts]


def train(work: SqlWork, ann: Athlete, done: Sequence[DoneSet], *, taps: bool, at: datetime = NOON) -> None:
    session = workout(work, coach(), ann, at).session if taps else None
    keep_sets(work, ann, done, at, session=session)
    if session is not None:
        finish_workout(work, coach(), ann, session.id, at + HOUR)


def due(work: SqlWork, ann: Athlete, at: datetime = NOON + DAY) -> str | None:
    return next_session(work, coach(), ann, at).title


A, B = SESSIONS["Back A"], SESSIONS["Back B"]


@pytest.mark.parametrize("taps", [True, False], ids=["taps", "words"])
@pytest.mark.parametrize(
    ("done", "following"),
    [
        (sets(A), "Back B"),
        (sets(A[:2]), "Back B"),
        (sets(A[:1] * 3), "Back A"),
        (sets(A, warmup=True), "Back A"),
        ([*sets(A[:3], warmup=True), *sets(A[:1])], "Back A"),
    ],
    ids=["all", "half", "one lift", "warm-ups", "one lift and warm-ups"],
)
def test_what_is_done_is_half_of_the_lifts_with_a_working_set(
    work: SqlWork, ann: Athlete, done: list[DoneSet], following: str, *, taps: bool
) -> None:
    assert due(work, ann) == "Back A"
    train(work, ann, done, taps=taps)
    assert due(work, ann) == following


def test_they_follow_one_another_by_taps_and_in_words(work: SqlWork, ann: Athlete) -> None:
    for back, taps in ((3, False), (2, True), (1, False), (0, True)):
        name = due(work, ann, NOON - back * DAY)
        assert name == ("Back A", "Back B")[back % 2 == 0]
        train(work, ann, sets(SESSIONS[name]), taps=taps, at=NOON - back * DAY)
    assert due(work, ann) == "Back A"


def test_one_hardly_begun_is_done_in_words_on_the_same_day(work: SqlWork, ann: Athlete) -> None:
    train(work, ann, sets(A[:1], warmup=True), taps=True)
    train(work, ann, sets(A), taps=False, at=NOON + HOUR)
    assert due(work, ann) == "Back B"


def test_what_was_swapped_counts_for_what_was_asked(work: SqlWork, ann: Athlete) -> None:
    session = workout(work, coach(), ann, NOON).session
    keep_sets(work, ann, sets(["deadlift"]), NOON, session=session)
    swap_exercise(work, coach(), ann, session.id, 0, "trap-bar-deadlift", NOON)
    opened = work.sessions.open(ann.id)
    assert opened is not None
    keep_sets(work, ann, sets(["lat-pulldown"]), NOON, session=opened)
    finish_workout(work, coach(), ann, session.id, NOON)
    assert due(work, ann) == "Back B"


def test_what_a_shortened_session_left_out_is_not_missing(work: SqlWork, ann: Athlete) -> None:
    session = workout(work, coach(), ann, NOON).session
    shorter = shorten_session(work, coach(), ann, session.id, 10, NOON).card.session
    asked = [item for item in shorter.items if not item.skipped]
    assert len(asked) == len(shorter.items) / 2
    keep_sets(work, ann, sets([asked[0].plan.exercise]), NOON, session=shorter)
    finish_workout(work, coach(), ann, session.id, NOON)
    assert due(work, ann) == "Back B"


def test_a_day_of_warm_ups_is_no_day_of_the_week(work: SqlWork, ann: Athlete) -> None:
    train(work, ann, sets(A, warmup=True), taps=True)
    told = week_of(work, coach(), ann, NOON.date(), NOON + HOUR)
    assert (told.done, told.streak) == (0, 0)
    train(work, ann, sets(A[:2]), taps=False, at=NOON + HOUR)
    assert week_of(work, coach(), ann, NOON.date(), NOON + HOUR).done == 1


@pytest.mark.parametrize(
    ("of_day", "told"),
    [
        ([(A, True), (B, True)], 2),
        ([(A[:1], True), (A, True)], 1),
        ([(A[:1], True)], 1),
        ([(A, True), (B, False)], 1),
        ([(A, False)], 1),
        ([(A[:1], False)], 0),
        ([(A[:1], False), (A[1:2], False)], 1),
        ([(("barbell-curl",), False)], 0),
    ],
)
def test_the_week_counts_the_sessions_of_a_day(
    work: SqlWork, ann: Athlete, of_day: Sequence[tuple[Sequence[str], bool]], told: int
) -> None:
    """One hardly begun that was done anew is one; in words a day is one where half of a part was done."""
    for hours, (lifts, taps) in enumerate(of_day):
        train(work, ann, sets(lifts), taps=taps, at=NOON + 2 * hours * HOUR)
    week = week_of(work, coach(), ann, NOON.date(), NOON + DAY / 3)
    assert (week.done, week.trained, week.streak) == (told, 1, int(told >= 2))


def test_a_session_that_went_on_past_midnight_is_one_of_the_week(work: SqlWork, ann: Athlete) -> None:
    session = workout(work, coach(), ann, NOON - DAY).session
    keep_sets(work, ann, sets(A[:2]), NOON - DAY, session=session)
    keep_sets(work, ann, sets(A[2:]), NOON, session=session)
    finish_workout(work, coach(), ann, session.id, NOON)
    week = week_of(work, coach(), ann, NOON.date(), NOON + HOUR)
    assert (week.done, week.trained) == (1, 2)


def push_at(work: SqlWork, at: datetime) -> tuple[Pushed, list[str | None]]:
    pushed: list[str | None] = []

    def word(push: Push) -> list[Outgoing]:
        pushed.append(push.title)
        return [Outgoing(push.reminder.chat, "sendMessage", {}, Priority.BULK)]

    [(reminder, athlete)] = work.reminders.due(at, 9)
    return send_due(work, coach(), word, reminder, athlete, at), pushed


@pytest.mark.parametrize(
    ("lifts", "became"), [(A, (Pushed.NEEDLESS, [])), (SESSIONS["Back B"], (Pushed.SENT, ["Back A"]))]
)
def test_what_was_due_and_done_in_words_is_not_pushed(
    work: SqlWork, ann: Athlete, lifts: Sequence[str], became: tuple[Pushed, list[str]]
) -> None:
    reminder = remind(work, ann, ANN.id, Rhythm(time(18, 30)), NOON - HOUR)
    train(work, ann, sets(lifts), taps=False)
    evening = NOON.replace(hour=18, minute=31)
    assert is_trained(work, coach(), ann, reminder, evening) is (became[0] is Pushed.NEEDLESS)
    assert push_at(work, evening) == became


def test_nobody_missed_what_was_done_in_words(work: SqlWork, ann: Athlete) -> None:
    remind(work, ann, ANN.id, Rhythm(time(18, 30)), NOON - HOUR)
    train(work, ann, sets(A), taps=False)
    assert last_trained(work, coach(), ann) == NOON.date()
    assert push_at(work, NOON.replace(hour=23)) == (Pushed.LATE, [])
    assert work.push_states.tell(ann.id) is None


def test_a_session_of_warm_ups_is_pushed_all_the_same(work: SqlWork, ann: Athlete) -> None:
    remind(work, ann, ANN.id, Rhythm(time(18, 30)), NOON - HOUR)
    train(work, ann, sets(A, warmup=True), taps=True)
    assert last_trained(work, coach(), ann) is None
    assert push_at(work, NOON.replace(hour=18, minute=31)) == (Pushed.SENT, ["Back A"])


WEEKS = {
    "two that share lifts": (("deadlift", "lat-pulldown", "bent-over-row"), ("deadlift", "chin-up", "bent-over-row")),
    "two that differ": (("deadlift", "lat-pulldown"), ("seal-row", "chin-up")),
    "one of them twice": (("deadlift", "lat-pulldown"), ("seal-row", "chin-up"), ("deadlift", "lat-pulldown")),
    "four": (("deadlift",), ("lat-pulldown",), ("bent-over-row",), ("chin-up", "deadlift")),
}


@pytest.mark.parametrize("lifts", WEEKS.values(), ids=WEEKS)
def test_whoever_trains_in_words_alone_comes_to_each_session_in_turn(
    work: SqlWork, ann: Athlete, lifts: Sequence[Sequence[str]]
) -> None:
    sessions = [PlanSession(str(at), tuple(map(planned, some)), 60) for at, some in enumerate(lifts)]
    work.plans.keep(ann.id, Plan("full-back", week().wishes, tuple(sessions)), NOON)
    for number in range(60):
        at = NOON + (2 * number + 1) * DAY
        assert due(work, ann, at) == str(number % len(lifts)), f"after {number} in words"
        keep_sets(work, ann, sets(lifts[number % len(lifts)]), at, session=None)
        if number % 7 == 3:
            keep_sets(work, ann, sets(["shrug"]), at + DAY, session=None)


def test_two_sessions_of_a_day_leave_one_of_three(work: SqlWork, ann: Athlete) -> None:
    """The week, what is next and the weeks in a row agree."""
    kept = work.plans.current(ann.id)
    assert kept is not None
    three = (*kept.plan.sessions, replace(kept.plan.sessions[0], name="Back C"))
    work.plans.keep(ann.id, replace(kept.plan, sessions=three), NOON - 14 * DAY)
    monday = NOON + DAY
    train(work, ann, sets(A), taps=True, at=monday)
    train(work, ann, sets(B), taps=True, at=monday + 2 * HOUR)
    told = week_of(work, coach(), ann, monday.date(), monday + 5 * HOUR)
    assert (told.done, told.planned, told.streak) == (2, 3, 0)
    assert next_text(told, coach().knowledge).startswith("the session that is left")
    assert due(work, ann, monday + DAY) == "Back C"
    train(work, ann, sets(A), taps=True, at=monday + DAY)
    told = week_of(work, coach(), ann, monday.date(), monday + DAY + 5 * HOUR)
    assert (told.done, told.streak) == (3, 1)
