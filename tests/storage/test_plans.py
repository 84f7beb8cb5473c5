"""Does every question of a turn, a send and a tick go through an index, so that history costs nothing?"""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, event, insert, select

from bot.coaching.progression.past import LOOKED_AT
from bot.domain.gym import Gym
from bot.domain.reminding import Due, Rhythm
from bot.domain.training import GaveOut
from bot.services.entries import Entry
from bot.services.export_files import Export
from bot.services.mail import Sent
from bot.services.messages import Outgoing
from bot.services.orders import Lane, Order
from bot.services.ports import Talk
from bot.services.reminders import Missed
from bot.services.timers import Timer, TimerKind
from bot.services.todays import Asked
from bot.services.weekly_reports import WeeklyReport
from bot.storage.database import SqlDatabase
from bot.storage.done_sets import columns_of
from bot.storage.tables import done_sets, entries, inbox, revisions
from bot.storage.work import SqlWork
from tests.builders import NOW, TODAY, deadlift, kg, planned, pull_up, todays, week
from tests.storage.people import ANN, BEN

DAY = timedelta(days=1)
EXERCISES = ["deadlift", "pull-up"]


def turn(work: SqlWork) -> None:
    """What one logged set asks of storage."""
    (update,) = work.inbox.claim(1)
    athlete = work.athletes.meet(ANN, ANN.id, NOW)[0].id
    work.talks.get(ANN.id)
    session = work.sessions.open(athlete)
    assert session is not None
    work.history.last_time(athlete, EXERCISES, before_session=session.id)
    work.bests.heaviest(athlete, ["deadlift"], before_session=session.id)
    work.bests.tops(athlete, "deadlift", timed=False)
    work.bests.since(athlete, "deadlift")
    work.notes.of(athlete, ["deadlift"], limit=2)
    entry = work.log.keep(athlete, [deadlift()], at=NOW, day=TODAY, session=session.id, positions=[0])
    work.sessions.move(session.id, 1)
    work.timers.put([Timer(athlete, TimerKind.REST, ANN.id, session.id, NOW, NOW)])
    work.timers.of(athlete)
    work.outbox.withdraw(ANN.id, TimerKind.REST)
    work.log.last_entry(athlete)
    work.log.undo(athlete, entry.id, NOW)
    work.talks.put(ANN.id, Talk(intent="log"))
    work.outbox.put([Outgoing(ANN.id, "sendMessage", {}, screen="card")], NOW)
    work.inbox.done([update.update], NOW)


def open_workout(work: SqlWork) -> None:
    """What a session asks for that begins, or is pushed. More is read the more often a lift was done, to a limit."""
    athlete = work.athletes.meet(ANN, ANN.id, NOW)[0].id
    plan = work.plans.keep(athlete, week(), NOW)
    assert work.plans.current(athlete) == plan
    work.gyms.put(athlete, Gym())
    work.gyms.of(athlete)
    work.sessions.last_of_plan(athlete, plan.id, TODAY + DAY)
    work.history.bouts(athlete, EXERCISES, limit=LOOKED_AT)
    work.history.hard_days(athlete, EXERCISES, TODAY - 100 * DAY)
    session = work.sessions.open(athlete)
    assert session is not None
    work.sessions.swap(session.id, 1, Asked(planned("chin-up")))
    work.sessions.note_gave_out(session.id, 0, GaveOut.GRIP)
    work.sessions.ask_less(session.id, 0, sets=1, rest=60)
    work.sessions.lighten(session.id)
    work.plans.end(athlete, NOW)


def send(work: SqlWork) -> None:
    rows = work.outbox.exchange([], limit=10, now=NOW, until=NOW + DAY, bulk=5)
    work.outbox.exchange([Sent(row.id, 5) for row in rows], limit=10, now=NOW, until=NOW + DAY)
    work.inbox.waiting()
    work.outbox.waiting()
    work.outbox.waiting_bulk()


def take_along(work: SqlWork) -> None:
    athlete = work.athletes.meet(ANN, ANN.id, NOW)[0].id
    work.orders.ask(Order(ANN.id, ANN.id, Lane.FILES, Export.SETS, {}), NOW)
    wanted = work.orders.claim(list(Lane), NOW, NOW + DAY)
    assert wanted is not None
    assert list(work.history.every(athlete))
    work.orders.again(wanted.id, NOW)
    assert work.orders.made(wanted.id, [], NOW)


def draw(work: SqlWork) -> None:
    athlete = work.athletes.meet(ANN, ANN.id, NOW)[0].id
    work.progress.practised(athlete)
    work.progress.tops(athlete, "deadlift")
    work.progress.hard_sets(athlete, TODAY, TODAY)
    work.progress.days(athlete, TODAY, TODAY)
    work.progress.begun(athlete)
    work.weekly_reports.put(WeeklyReport(athlete, ANN.id, NOW))
    work.weekly_reports.of(athlete)
    work.weekly_reports.due(NOW, 10)


def accept(work: SqlWork, number: int) -> None:
    work.inbox.accept([(number, ANN.id, b"{}"), (number - 1, ANN.id, b"{}")], NOW)


def look_back(work: SqlWork) -> None:
    athlete = work.athletes.meet(ANN, ANN.id, NOW)[0].id
    work.history.days(athlete, limit=2)
    work.history.days(athlete, after=TODAY - 5 * DAY, limit=2)
    work.history.days_of(athlete, "deadlift", limit=2)
    work.history.days_of(athlete, "deadlift", after=TODAY - 5 * DAY, limit=2)
    entries_of_day = work.log.entries(athlete, day=TODAY, limit=3)
    for one in work.history.on(athlete, TODAY):
        assert work.history.kept(athlete, one.id) == one
        work.history.exercise_of(athlete, one.id)
    change_and_back(work, athlete, entries_of_day[-1])
    work.imports.near(athlete, since=TODAY - DAY, until=TODAY)
    work.imports.days(athlete, since=TODAY - DAY, until=TODAY)
    work.bests.exercises(athlete)
    weighed = work.weigh_ins.keep(athlete, kg("82.5"), at=NOW, day=TODAY)
    work.weigh_ins.all(athlete)
    work.weigh_ins.newest(athlete, before=weighed.id)
    noted = work.notes.keep(athlete, "deadlift", "hook grip", at=NOW, day=TODAY)
    work.notes.get(athlete, noted.id)
    work.notes.newest(athlete, limit=3)
    work.notes.newest(athlete, before=noted.id, limit=3)
    for entry in (weighed.entry, noted.entry):
        work.log.entry(athlete, entry)
        work.log.last_entry(athlete)
        work.log.undo(athlete, entry, NOW)
    work.sessions.last_finished(athlete)
    assert work.sessions.get(athlete, 404) is None


def change_and_back(work: SqlWork, athlete: int, entry: Entry) -> None:
    first, last = entry.sets[0], entry.sets[-1]
    change = work.changes.begin(athlete, [first.id, last.id], NOW)
    work.changes.amend(athlete, change, first.id, deadlift(7), position=0)
    work.changes.drop(athlete, change, last.id, NOW)
    work.log.last_entry(athlete)
    work.log.entry(athlete, change)
    work.changes.put_back(athlete, last.id)
    work.changes.revert(athlete, change, NOW)
    change = work.changes.begin(athlete, [first.id], NOW)
    work.changes.move(athlete, change, [first.id], at=NOW, day=TODAY)
    work.changes.revert(athlete, change, NOW)
    replaced = work.log.keep(athlete, [deadlift(6)], at=NOW, day=TODAY, replaces=entry.id, message=5)
    work.log.said(athlete, 5)
    work.log.in_place_of(athlete, entry.id)
    work.log.undo(athlete, replaced.id, NOW)
    work.log.bring_back(athlete, replaced.id)


def add_up(work: SqlWork) -> None:
    """What the records of one exercise read of it, whole: through an index, but more the longer its history is."""
    athlete = work.athletes.meet(ANN, ANN.id, NOW)[0].id
    work.bests.days(athlete, "deadlift")
    work.bests.belts(athlete, "pull-up")


def tick(work: SqlWork) -> None:
    for reminder, athlete in work.reminders.due(NOW, 10):
        work.reminders.claim(reminder.id, TODAY, NOW)
        work.reminders.move(reminder.id, Due(TODAY + DAY, NOW + DAY))
        work.reminders.last_claimed(athlete.id, TODAY + DAY)
        work.reminders.skip(athlete.id, TODAY)
        work.reminders.change(reminder.id, ANN.id, reminder.rhythm, reminder.due, NOW)
        work.reminders.get(athlete.id, reminder.id)
        work.reminders.all(athlete.id)
        work.push_states.pause(athlete.id, TODAY)
        work.push_states.paused_until(athlete.id)
        work.push_states.miss(athlete.id, Missed(1, TODAY))
        work.push_states.tell(athlete.id)
        work.reminders.drop(athlete.id, reminder.id)
    work.timers.next_due()
    for timer, _ in work.timers.due(NOW, 10):
        work.timers.rang(timer.athlete, timer.kind)
    ann = work.athletes.visit(ANN, ANN.id, NOW).athlete.id
    work.timers.stop(ann, TimerKind.REST)
    work.athletes.set_rest_timer(ann, on=True)
    work.athletes.present(ann, here=False, now=NOW)
    work.athletes.present(ann, here=True, now=NOW)


def prepare(work: SqlWork) -> int:
    athlete = work.athletes.meet(ANN, ANN.id, NOW)[0].id
    session = work.sessions.start(athlete, todays("back", [planned(), planned("pull-up")]), now=NOW, day=TODAY)
    work.log.keep(athlete, [deadlift(), deadlift()], at=NOW, day=TODAY, session=session.id, positions=[0, 0])
    work.reminders.add(athlete, ANN.id, Rhythm(NOW.time()), Due(TODAY, NOW), NOW)
    return athlete


def everything_once(work: SqlWork) -> None:
    accept(work, 10)
    accept(work, 8)
    open_workout(work)
    turn(work)
    send(work)
    look_back(work)
    add_up(work)
    take_along(work)
    draw(work)
    tick(work)
    work.inbox.purge(NOW)


@contextmanager
def recorded(connection: Connection) -> Iterator[dict[str, Any]]:
    asked: dict[str, Any] = {}

    def note(_c: object, _cursor: object, statement: str, parameters: Any, _context: object, many: bool) -> None:
        if not statement.startswith(("INSERT", "EXPLAIN", "SELECT pg_")) or " SELECT " in statement:
            asked[statement] = parameters[0] if many else parameters

    event.listen(connection, "before_cursor_execute", note)
    yield asked
    event.remove(connection, "before_cursor_execute", note)


STEPS = "front|names|last_days|reps_|held_"
"""What a query made for itself on the way, a few rows each."""
WHOLE_TABLE = re.compile(
    rf"SCAN (?!\w+ USING (COVERING )?INDEX ix_((inbox|outbox)_waiting|timers_due))(?!{STEPS})|Seq Scan"
)


def test_no_question_reads_a_whole_table(work: SqlWork, connection: Connection) -> None:
    prepare(work)
    with recorded(connection) as asked:
        everything_once(work)
    assert len(asked) > 30
    explain = "EXPLAIN QUERY PLAN " if connection.dialect.name == "sqlite" else "EXPLAIN "
    plans = {
        statement: [str(row[-1]) for row in connection.exec_driver_sql(explain + statement, parameters)]
        for statement, parameters in asked.items()
    }
    assert {words: plan for words, plan in plans.items() if any(map(WHOLE_TABLE.search, plan))} == {}


def test_a_question_without_an_index_would_be_noticed(work: SqlWork, connection: Connection) -> None:
    explain = "EXPLAIN QUERY PLAN" if connection.dialect.name == "sqlite" else "EXPLAIN"
    plan = connection.exec_driver_sql(f"{explain} SELECT * FROM done_sets WHERE note = 'x'").all()
    assert any(WHOLE_TABLE.search(str(row[-1])) for row in plan)


def grow(connection: Connection, athlete: int, sets: int) -> None:
    """A history of so many sets, ten a day, and as many handled updates."""
    first = sets * 100  # numbers are never given out twice, not even to another history
    numbers = range(first, first + sets)
    done = [deadlift(8, kg("60")), pull_up(5)]
    connection.execute(insert(entries), [{"id": n, "athlete_id": athlete, "kept_at": NOW} for n in numbers])
    shared = {"athlete_id": athlete, "performed_at": NOW}
    connection.execute(
        insert(done_sets),
        [
            {**shared, "entry_id": n, "day": TODAY - DAY - DAY * ((n - first) // 10), **columns_of(done[n // 5 % 2])}
            for n in reversed(numbers)
        ],
    )
    of_set = connection.execute(select(done_sets.c.entry_id, done_sets.c.id).where(done_sets.c.entry_id >= first))
    before = {**shared, "day": TODAY, **columns_of(deadlift())}
    connection.execute(insert(revisions), [{**before, "entry_id": n, "set_id": number} for n, number in of_set])
    handled = [{"update_id": n, "received_at": NOW, "ended_at": NOW, "lap": n} for n in numbers]
    connection.execute(insert(inbox), handled)


@contextmanager
def steps(connection: Connection) -> Iterator[list[int]]:
    """Counts the steps that SQLite's machine takes: the same on every computer, and blind to nothing."""
    counted = [0]

    def count() -> None:
        counted[0] += 1

    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    raw.set_progress_handler(count, 1)
    yield counted
    raw.set_progress_handler(None, 0)


def steps_of_a_day(database: SqlDatabase, history: int) -> int:
    with database.engine.begin() as connection:
        work = SqlWork(connection)
        grow(connection, prepare(work), history)
        accept(work, 10_000_000)
        with steps(connection) as counted:
            turn(work)
            accept(work, 20_000_000)
            send(work)
            look_back(work)
            tick(work)
    return counted[0]


def test_a_turn_takes_as_many_steps_with_a_long_history(sqlite_database: SqlDatabase) -> None:
    short = steps_of_a_day(sqlite_database, 40)
    with sqlite_database.engine.begin() as connection:
        connection.execute(inbox.delete())
        SqlWork(connection).athletes.forget(1)
    assert 0 < steps_of_a_day(sqlite_database, 20_000) <= 1.15 * short


def test_to_be_forgotten_takes_as_many_steps_whatever_others_did(sqlite_database: SqlDatabase) -> None:
    taken = []
    with sqlite_database.engine.begin() as connection:
        work = SqlWork(connection)
        for others in (0, 5_000):
            if others:
                grow(connection, work.athletes.meet(BEN, BEN.id, NOW)[0].id, others)
            ann = prepare(work)
            with steps(connection) as counted:
                work.athletes.forget(ann)
            taken += counted
    assert taken[0] > 0
    assert taken[1] <= 1.15 * taken[0]
