"""Do several workers on PostgreSQL share the work without sharing a row, and keep order within a chat?"""

import threading
from collections import defaultdict
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, time, timedelta
from functools import partial

import pytest
from sqlalchemy import select, text

from bot.coaching.importing.shapes import Answers, Ask
from bot.domain.reminding import Due, Rhythm
from bot.domain.session import Session
from bot.services.choose_zone import choose_zone
from bot.services.export_files import Export
from bot.services.file_question import wait_for_answer
from bot.services.import_sets import import_sets
from bot.services.log_set import keep_sets
from bot.services.mail import OutboxRow, Sent
from bot.services.messages import Outgoing, Person
from bot.services.orders import Lane, Order
from bot.services.ports import Talk, Work
from bot.services.reminders import Missed
from bot.services.tell_week import Told, tell_week
from bot.services.timers import Timer, TimerKind
from bot.services.uploads import Todo, Upload
from bot.storage.database import SqlDatabase
from bot.storage.tables import metadata
from tests.builders import NOW, TODAY, deadlift, planned, todays
from tests.coaching.importing.files import STRONG_UNITS, file, strong_units
from tests.services.importing import met, ready
from tests.storage.people import ANN, BEN

LEASE = timedelta(minutes=1)
DAY = timedelta(days=1)
TUESDAY, SUNDAY_NIGHT = datetime(2026, 11, 17, 12, tzinfo=UTC), datetime(2026, 11, 22, 20, tzinfo=UTC)
SUNDAY, HOUR = datetime(2026, 11, 22, 17, 0, 5, tzinfo=UTC), timedelta(hours=1)
"""A few seconds after 18:00 in Berlin."""
WORKERS = 4
WAITS = text("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")


def side_by_side(work: Callable[[], None]) -> None:
    """The same thing by several threads at once; the first fault of any is raised."""
    with ThreadPoolExecutor(WORKERS) as pool:
        for done in [pool.submit(work) for _ in range(WORKERS)]:
            done.result()


def test_each_update_is_handled_once_and_in_order(postgres_database: SqlDatabase) -> None:
    chats = 7
    updates = [(number, number % chats + 1, b"{}") for number in range(1, 301)]
    postgres_database.run_now(lambda work: work.inbox.accept(updates, NOW))
    order: dict[int, list[int]] = defaultdict(list)
    note = threading.Lock()

    def batch(work: Work) -> bool:
        rows = work.inbox.claim(5)
        with note:  # held rows are locked until the commit, so this is the order of handling
            for row in rows:
                order[row.chat].append(row.update)
        work.inbox.done([row.update for row in rows], NOW)
        return work.inbox.waiting() > 0

    def handle() -> None:
        while postgres_database.run_now(batch):
            pass

    side_by_side(handle)
    assert sum(len(numbers) for numbers in order.values()) == len(updates)
    assert all(numbers == sorted(numbers) for numbers in order.values())


def test_who_holds_the_head_of_a_chat_holds_the_chat(postgres_database: SqlDatabase) -> None:
    postgres_database.run_now(lambda work: work.inbox.accept([(1, 7, b""), (2, 7, b""), (3, 8, b"")], NOW))
    held, looked = threading.Barrier(2, timeout=30), threading.Barrier(2, timeout=30)

    def hold(work: Work) -> list[int]:
        found = [row.update for row in work.inbox.claim(1)]
        held.wait()
        looked.wait()
        return found

    def look(work: Work) -> list[int]:
        held.wait()
        found = [row.update for row in work.inbox.claim(5)]
        looked.wait()
        return found

    with ThreadPoolExecutor(2) as pool:
        one, two = pool.submit(postgres_database.run_now, hold), pool.submit(postgres_database.run_now, look)
        assert (one.result(), two.result()) == ([1], [3])
    assert [row.update for row in postgres_database.run_now(lambda work: work.inbox.claim(5))] == [1, 3, 2]


def test_each_call_is_sent_once_and_in_order(postgres_database: SqlDatabase) -> None:
    calls = [Outgoing(number % 7, "sendMessage", {"number": number}) for number in range(200)]
    postgres_database.run_now(lambda work: work.outbox.put(calls, NOW))
    order: dict[int, list[int]] = defaultdict(list)
    note = threading.Lock()

    def exchange(ended: list[Sent], work: Work) -> Sequence[OutboxRow]:
        return work.outbox.exchange(ended, limit=3, now=NOW, until=NOW + LEASE)

    def send() -> None:
        ended: list[Sent] = []
        while True:
            rows = postgres_database.run_now(partial(exchange, ended))
            with note:
                for row in rows:
                    order[row.outgoing.chat].append(int(str(row.outgoing.payload["number"])))
            ended = [Sent(row.id, 1) for row in rows]
            if not rows and not postgres_database.run_now(lambda work: work.outbox.waiting()):
                return

    side_by_side(send)
    assert sum(len(numbers) for numbers in order.values()) == len(calls)
    assert all(numbers == sorted(numbers) for numbers in order.values())


def test_each_reminder_is_claimed_once(postgres_database: SqlDatabase) -> None:
    def remind_all(work: Work) -> None:
        for number in range(1, 121):
            athlete, _ = work.athletes.meet(Person(number, "x"), number, NOW)
            work.reminders.add(athlete.id, number, Rhythm(time(18, 30)), Due(TODAY, NOW), NOW)

    postgres_database.run_now(remind_all)

    def claim(work: Work) -> int:
        due = work.reminders.due(NOW, 7)
        claimed = [reminder for reminder, _ in due if work.reminders.claim(reminder.id, TODAY, NOW)]
        for reminder in claimed:
            work.reminders.move(reminder.id, Due(TODAY + DAY, NOW + DAY))
        work.outbox.put([Outgoing(reminder.chat, "sendMessage", {}) for reminder in claimed], NOW)
        return len(due)

    def tick() -> None:
        while postgres_database.run_now(claim):
            pass

    side_by_side(tick)
    rows = postgres_database.run_now(lambda work: work.outbox.exchange([], limit=500, now=NOW, until=NOW + LEASE))
    assert sorted(row.outgoing.chat for row in rows) == list(range(1, 121))


def test_who_holds_a_reminder_holds_all_of_its_athlete(postgres_database: SqlDatabase) -> None:
    """Each is served with the other: two that held one each would wait for each other until the database ends one."""

    def remind(work: Work) -> None:
        for person in (ANN, BEN, ANN):
            athlete, _ = work.athletes.meet(person, person.id, NOW)
            work.reminders.add(athlete.id, person.id, Rhythm(time(18, 30)), Due(TODAY, NOW), NOW)

    def hold(work: Work) -> list[int]:
        found = [one.chat for one, _ in work.reminders.due(NOW, 1)]
        held.wait()
        looked.wait()
        return found

    def look(work: Work) -> list[int]:
        held.wait()
        found = [one.chat for one, _ in work.reminders.due(NOW, 5)]
        looked.wait()
        return found

    postgres_database.run_now(remind)
    held, looked = threading.Barrier(2, timeout=30), threading.Barrier(2, timeout=30)
    with ThreadPoolExecutor(2) as pool:
        one, two = pool.submit(postgres_database.run_now, hold), pool.submit(postgres_database.run_now, look)
        assert (one.result(), two.result()) == ([ANN.id], [BEN.id])


@pytest.mark.parametrize("chats", ["one chat", "a chat each"])
def test_a_person_who_writes_from_several_chats_at_once_is_one_athlete(
    postgres_database: SqlDatabase, chats: str
) -> None:
    together = threading.Barrier(WORKERS, timeout=30)
    met: list[tuple[int, bool]] = []
    numbers = iter(range(1, WORKERS + 1))

    def meet(work: Work) -> None:
        chat = next(numbers) if chats == "a chat each" else ANN.id
        together.wait()
        athlete, new = work.athletes.meet(ANN, chat, NOW)
        met.append((athlete.id, new))

    side_by_side(lambda: postgres_database.run_now(meet))
    assert len({athlete for athlete, _ in met}) == 1
    assert sum(new for _, new in met) == 1


def test_two_that_open_a_session_at_once_get_the_same_one(postgres_database: SqlDatabase) -> None:
    ann = postgres_database.run_now(lambda work: work.athletes.meet(ANN, ANN.id, NOW)[0].id)
    together = threading.Barrier(WORKERS, timeout=30)
    begun: list[Session] = []

    def start(work: Work) -> None:
        assert work.sessions.open(ann) is None
        together.wait()
        begun.append(work.sessions.start(ann, todays("back", [planned()]), now=NOW, day=TODAY))

    side_by_side(lambda: postgres_database.run_now(start))
    assert len({session.id for session in begun}) == 1
    assert begun[0] == begun[1] == postgres_database.run_now(lambda work: work.sessions.open(ann))


def test_one_file_imported_by_two_at_once_is_kept_once(postgres_database: SqlDatabase) -> None:
    ann = postgres_database.run_now(met)
    prepared = ready(file(STRONG_UNITS, *(strong_units(number) for number in range(1, 40))))
    together = threading.Barrier(WORKERS, timeout=30)

    def bring(work: Work) -> None:
        work.athletes.find(ANN.id)
        together.wait()
        import_sets(work, ann, prepared, NOW)

    side_by_side(lambda: postgres_database.run_now(bring))
    assert postgres_database.run_now(lambda work: work.history.count(ann.id)) == 39


def test_each_timer_rings_once(postgres_database: SqlDatabase) -> None:
    people = range(1, 121)

    def begin(work: Work) -> None:
        for number in people:
            athlete, _ = work.athletes.meet(Person(number, "Somebody"), number, NOW)
            session = work.sessions.start(athlete.id, todays("back", [planned()]), now=NOW, day=TODAY)
            work.timers.put([Timer(athlete.id, TimerKind.REST, number, session.id, NOW, NOW)])

    postgres_database.run_now(begin)

    def claim(work: Work) -> int:
        due = work.timers.due(NOW, 7)
        work.outbox.put([Outgoing(one.chat, "sendMessage", {}) for one, _ in due], NOW)
        for one, _ in due:
            work.timers.rang(one.athlete, one.kind)
        return len(due)

    def ring() -> None:
        while postgres_database.run_now(claim):
            pass

    side_by_side(ring)
    rows = postgres_database.run_now(lambda work: work.outbox.exchange([], limit=999, now=NOW, until=NOW + LEASE))
    assert sorted(row.outgoing.chat for row in rows) == list(people)


def test_each_week_is_told_once(postgres_database: SqlDatabase) -> None:
    people = range(1, 61)

    def begin(work: Work) -> None:
        for number in people:
            athlete, _ = work.athletes.meet(Person(number, "Somebody"), number, TUESDAY)
            keep_sets(work, athlete, [deadlift()], TUESDAY, session=None)

    postgres_database.run_now(begin)

    def claim(work: Work) -> int:
        due = work.weekly_reports.due(SUNDAY_NIGHT, 7)
        for report, athlete in due:
            tell_week(work, report, athlete, SUNDAY_NIGHT)
        return len(due)

    def tell() -> None:
        while postgres_database.run_now(claim):
            pass

    side_by_side(tell)
    told = []
    while (
        order := postgres_database.run_now(
            lambda work: work.orders.claim(list(Lane), SUNDAY_NIGHT, SUNDAY_NIGHT + LEASE)
        )
    ) is not None:
        told.append(order.order.chat)
    assert sorted(told) == list(people)


def one_after_the_other(database: SqlDatabase, first: Callable[[Work], None], then: Callable[[Work], None]) -> None:
    """`then` begins while `first` is done and not committed yet, and goes on to its end or until it has to wait."""
    begun, ended = threading.Event(), threading.Event()

    def holding(work: Work) -> None:
        first(work)
        begun.set()
        with database.engine.connect() as other:
            while not (other.execute(WAITS).scalar_one() or ended.is_set()):
                other.rollback()

    with ThreadPoolExecutor(2) as pool:
        one = pool.submit(database.run_now, holding)
        assert begun.wait(30)
        two = pool.submit(database.run_now, then)
        two.add_done_callback(lambda _: ended.set())
        for done in (one, two):
            done.result(30)


def test_a_week_is_told_once_whoever_travels_while_it_is_told(postgres_database: SqlDatabase) -> None:
    """In Berlin it is 18:00, and told; in London it is an hour before that, and they are there now."""

    def train(work: Work) -> None:
        athlete, _ = work.athletes.meet(ANN, ANN.id, TUESDAY)
        keep_sets(work, choose_zone(work, athlete, "Europe/Berlin", TUESDAY), [deadlift()], TUESDAY, session=None)

    def tell(work: Work) -> None:
        assert [tell_week(work, report, athlete, SUNDAY) for report, athlete in work.weekly_reports.due(SUNDAY, 9)] == [
            Told.SENT
        ]

    def travel(work: Work) -> None:
        athlete = work.athletes.find(ANN.id)
        assert athlete is not None
        choose_zone(work, athlete, "Europe/London", SUNDAY)

    def look_again(work: Work) -> list[Told]:
        later = SUNDAY + HOUR
        return [tell_week(work, report, athlete, later) for report, athlete in work.weekly_reports.due(later, 9)]

    postgres_database.run_now(train)
    one_after_the_other(postgres_database, tell, travel)
    assert postgres_database.run_now(lambda work: work.orders.claim(list(Lane), SUNDAY, SUNDAY + LEASE))
    assert postgres_database.run_now(look_again) == [Told.LEFT_OUT]


def test_what_a_file_asks_leaves_the_talk_of_a_turn_as_it_is(postgres_database: SqlDatabase) -> None:
    """The file is read beside the turn in which they say that it hurts."""
    upload = Upload(7, 1, ANN.id, ANN.id, "file", "log.csv", Answers(), Todo.LOOK, 0, 0)

    def say(work: Work) -> None:
        work.talks.put(ANN.id, Talk(advice="see-a-doctor", hurt_at=NOW))

    def ask(work: Work) -> None:
        wait_for_answer(work, upload, [Ask.UNIT], NOW)

    one_after_the_other(postgres_database, say, ask)
    talk = postgres_database.run_now(lambda work: work.talks.get(ANN.id))
    assert (talk.advice, talk.waiting_for) == ("see-a-doctor", "unit of file 7")


def asked_meanwhile(database: SqlDatabase, put: Callable[[Work], None]) -> None:
    """Ann's data is deleted while `put`, which began before, is not committed yet."""

    def forget(work: Work) -> None:
        athlete = work.athletes.find(ANN.id)
        assert athlete is not None
        work.athletes.forget(athlete.id)

    one_after_the_other(database, put, forget)


def nothing_left(database: SqlDatabase) -> bool:
    with database.engine.connect() as connection:
        return not any(connection.execute(select(table)).first() for table in metadata.sorted_tables)


def test_a_push_written_while_all_is_deleted_is_deleted(postgres_database: SqlDatabase) -> None:
    def push(work: Work) -> None:
        [(reminder, athlete)] = work.reminders.due(NOW, 1)
        assert work.reminders.claim(reminder.id, TODAY, NOW)
        work.push_states.miss(athlete.id, Missed(1, TODAY))
        work.outbox.put([Outgoing(reminder.chat, "sendMessage", {})], NOW)

    def remind(work: Work) -> None:
        athlete, _ = work.athletes.meet(ANN, ANN.id, NOW)
        work.reminders.add(athlete.id, ANN.id, Rhythm(time(18, 30)), Due(TODAY, NOW), NOW)

    postgres_database.run_now(remind)
    asked_meanwhile(postgres_database, push)
    assert nothing_left(postgres_database)


def test_a_file_made_while_all_is_deleted_is_deleted(postgres_database: SqlDatabase) -> None:
    def ask(work: Work) -> None:
        work.athletes.meet(ANN, ANN.id, NOW)
        work.orders.ask(Order(ANN.id, ANN.id, Lane.FILES, Export.SETS, {}), NOW)

    def make(work: Work) -> None:
        wanted = work.orders.claim(list(Lane), NOW, NOW + LEASE)
        assert wanted is not None
        assert work.orders.made(wanted.id, [Outgoing(ANN.id, "sendDocument", {}, file=("a.csv", b"1"))], NOW)

    postgres_database.run_now(ask)
    asked_meanwhile(postgres_database, make)
    assert nothing_left(postgres_database)


def test_a_week_told_while_all_is_deleted_is_deleted(postgres_database: SqlDatabase) -> None:
    def train(work: Work) -> None:
        athlete, _ = work.athletes.meet(ANN, ANN.id, TUESDAY)
        keep_sets(work, athlete, [deadlift()], TUESDAY, session=None)

    def tell(work: Work) -> None:
        [(report, athlete)] = work.weekly_reports.due(SUNDAY_NIGHT, 1)
        assert tell_week(work, report, athlete, SUNDAY_NIGHT) is Told.SENT

    postgres_database.run_now(train)
    asked_meanwhile(postgres_database, tell)
    assert nothing_left(postgres_database)


def test_a_message_to_everybody_written_while_all_is_deleted_is_deleted(postgres_database: SqlDatabase) -> None:
    def confirm(work: Work) -> int:
        for person in (ANN, BEN):
            work.athletes.meet(person, person.id, NOW)
        ben = work.athletes.find(BEN.id)
        assert ben is not None
        number = work.broadcasts.draft(ben.id, BEN.id, "news", NOW)
        assert work.broadcasts.confirm(number, 1, NOW)
        return number

    def feed(work: Work) -> None:
        broadcast = work.broadcasts.under_way()
        assert broadcast is not None
        chats = work.broadcasts.next_chats(broadcast, 9)
        work.outbox.put([Outgoing(chat, "sendMessage", {}) for chat in chats], NOW)

    postgres_database.run_now(confirm)
    asked_meanwhile(postgres_database, feed)
    assert postgres_database.run_now(lambda work: work.outbox.waiting()) == 0
