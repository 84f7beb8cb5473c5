"""Is every update accepted once, handled in order within its chat, and no chat kept waiting by another?"""

from collections import defaultdict
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select

from bot.services.mail import InboxRow, Sent
from bot.services.messages import Outgoing
from bot.storage.tables import inbox
from bot.storage.work import SqlWork
from tests.builders import NOW

WEEK = timedelta(days=7)


def accept(work: SqlWork, *updates: tuple[int, int]) -> int:
    return work.inbox.accept([(number, chat, b'{"update_id": %d}' % number) for number, chat in updates], NOW)


def handle(work: SqlWork, limit: int = 100) -> list[tuple[int, int]]:
    rows = work.inbox.claim(limit)
    work.inbox.done([row.update for row in rows], NOW)
    return [(row.update, row.chat) for row in rows]


def test_an_update_is_accepted_once(work: SqlWork) -> None:
    assert work.inbox.accept([], NOW) == 0
    assert accept(work, (1, 7), (2, 8)) == 2
    assert accept(work, (2, 8), (3, 7)) == 1
    assert work.inbox.last_update() == 3
    assert work.inbox.waiting() == 3


def test_an_update_that_is_handed_over_again_after_it_was_handled_is_known(work: SqlWork) -> None:
    accept(work, (1, 7))
    assert handle(work) == [(1, 7)]
    assert accept(work, (1, 7)) == 0
    assert handle(work) == []


def test_what_came_is_what_is_claimed(work: SqlWork) -> None:
    accept(work, (1, 7))
    assert work.inbox.claim(5) == [InboxRow(1, 7, b'{"update_id": 1}', NOW, 0)]
    work.inbox.count_try([])
    work.inbox.done([], NOW)
    work.inbox.count_try([1])
    assert work.inbox.claim(5)[0].tries == 1


def test_chats_take_turns(work: SqlWork) -> None:
    accept(work, *((number, 7) for number in range(1, 1001)))
    accept(work, (1001, 8), (1002, 9), (1003, 8))
    assert handle(work, 4) == [(1, 7), (1001, 8), (1002, 9), (2, 7)]
    accept(work, (1004, 10))
    assert set(handle(work, 3)) == {(1003, 8), (3, 7), (1004, 10)}


def test_an_update_that_comes_late_takes_its_place(work: SqlWork) -> None:
    accept(work, (3, 7), (4, 7), (6, 7))
    accept(work, (5, 7), (2, 7))
    assert [number for number, _ in handle(work)] == [2, 3, 4, 5, 6]


Steps = list[tuple[list[tuple[int, int]], int]]
STEPS = st.lists(
    st.tuples(
        st.lists(st.tuples(st.integers(1, 60), st.integers(1, 4)), max_size=12, unique_by=lambda one: one[0]),
        st.integers(0, 6),
    ),
    max_size=8,
)


# A number belongs to one chat for good, so the chat is worked out from it.
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(steps=STEPS)
def test_whatever_comes_and_goes_nothing_is_lost_doubled_or_overtaken(
    work: SqlWork, connection: Connection, steps: Steps
) -> None:
    connection.execute(inbox.delete())  # of the example before
    known: dict[int, int] = {}
    waiting: defaultdict[int, set[int]] = defaultdict(set)
    handled: list[int] = []
    for come, limit in (*steps, ([], 100)):
        fresh = {number: number % 4 + 1 for number, _ in come if number not in known}
        assert accept(work, *((number, number % 4 + 1) for number, _ in come)) == len(fresh)
        known |= fresh
        for number, chat in fresh.items():
            waiting[chat].add(number)
        for number, chat in handle(work, limit) if limit else ():
            assert number == min(waiting[chat])
            waiting[chat].remove(number)
            handled.append(number)
    assert sorted(handled) == sorted(known)


def test_a_dead_letter_is_kept_but_not_run_again(work: SqlWork, connection: Connection) -> None:
    accept(work, (1, 7), (2, 7))
    work.inbox.set_aside(1, "TypeError\x00", NOW)
    assert handle(work) == [(2, 7)]
    kept = connection.execute(select(inbox.c.body, inbox.c.fault).where(inbox.c.update_id == 1)).one()
    assert tuple(kept) == (b'{"update_id": 1}', "TypeError")


def test_what_is_handled_is_not_set_aside(work: SqlWork, connection: Connection) -> None:
    accept(work, (1, 7), (2, 7))
    handle(work, 1)
    assert not work.inbox.set_aside(1, "TypeError", NOW)
    assert work.inbox.set_aside(2, "TypeError", NOW)
    assert not work.inbox.set_aside(2, "ValueError", NOW)
    assert connection.execute(select(inbox.c.fault).order_by(inbox.c.update_id)).scalars().all() == [None, "TypeError"]


def test_of_a_handled_update_only_its_number_is_left(work: SqlWork, connection: Connection) -> None:
    accept(work, (1, 7))
    handle(work)
    assert tuple(connection.execute(select(inbox.c.chat, inbox.c.body)).one()) == (None, None)


def test_the_purge_takes_what_is_old_and_ended_and_leaves_what_waits(work: SqlWork, connection: Connection) -> None:
    accept(work, (1, 7), (2, 7), (3, 7))
    work.inbox.done([1], NOW + WEEK)
    work.inbox.set_aside(2, "ValueError", NOW + WEEK)
    work.outbox.put([Outgoing(7, "sendMessage", {})], NOW)
    (row,) = work.outbox.exchange([], limit=1, now=NOW, until=NOW + WEEK)
    work.outbox.exchange([Sent(row.id, fault="400")], limit=1, now=NOW, until=NOW + WEEK)
    assert work.inbox.purge(NOW) == 0
    assert work.inbox.purge(NOW + timedelta(seconds=1)) == 3
    assert connection.execute(select(inbox.c.update_id)).scalars().all() == [3]
