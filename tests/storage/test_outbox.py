"""Does every call get out in order, answers first, each to one sender at a time?"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select

from bot.services.mail import OutboxRow, Sent
from bot.services.messages import Outgoing, Priority
from bot.storage.tables import outbox
from bot.storage.work import SqlWork
from tests.builders import NOW
from tests.storage.people import ANN, BEN

LEASE = timedelta(minutes=1)
SOON = NOW + timedelta(seconds=5)


def call(chat: int = 7, text: str = "", priority: Priority = Priority.ANSWER) -> Outgoing:
    return Outgoing(chat, "sendMessage", {"text": text}, priority)


def lease(work: SqlWork, *ended: Sent, limit: int = 50, bulk: int | None = None) -> Sequence[OutboxRow]:
    return work.outbox.exchange(ended, limit=limit, now=NOW, until=NOW + LEASE, bulk=bulk)


def said(rows: Sequence[OutboxRow]) -> list[object]:
    return [row.outgoing.payload["text"] for row in rows]


@pytest.mark.parametrize(
    "outgoing",
    [
        call(text="<b>×</b> \x00"),
        Outgoing(-5, "sendDocument", {"chat_id": -5}, file=("a.json", b"\x00\xff")),
        Outgoing(7, "editMessageText", {}, Priority.BULK, screen="card", edits_screen=True),
        replace(call(text="in time"), until=SOON),
        Outgoing(7, "answerCallbackQuery", {"nested": [{"a": 1}]}, best_effort=True),
    ],
)
def test_a_call_comes_back_as_it_was_put(work: SqlWork, outgoing: Outgoing) -> None:
    work.outbox.put([outgoing], NOW)
    (row,) = lease(work)
    assert row == OutboxRow(row.id, outgoing, tries=0, screen_message=None)


def test_a_leased_call_is_nobody_elses_until_the_lease_ends(work: SqlWork) -> None:
    work.outbox.put([], NOW)
    work.outbox.put([call(text="a")], NOW)
    (row,) = lease(work)
    assert lease(work) == []
    after = NOW + LEASE
    assert work.outbox.exchange([], limit=5, now=after, until=after + LEASE) == [replace(row, tries=1)]


def test_what_went_is_gone(work: SqlWork) -> None:
    work.outbox.put([call(text="a"), call(text="b")], NOW)
    rows = lease(work)
    assert said(rows) == ["a", "b"]
    lease(work, *(Sent(row.id, message_id=5) for row in rows))
    assert work.outbox.waiting() == 0
    assert lease(work, Sent(rows[0].id, message_id=5)) == [], "noted twice does no harm"


def test_answers_go_before_a_wave(work: SqlWork) -> None:
    work.outbox.put([call(chat, f"bulk {chat}", Priority.BULK) for chat in range(10)], NOW)
    work.outbox.put([call(3, "answer 3"), call(99, "answer 99")], NOW)
    assert said(lease(work, limit=3)) == ["answer 3", "answer 99", "bulk 0"]


def test_only_so_much_of_a_wave_is_leased(work: SqlWork) -> None:
    work.outbox.put([call(chat, f"bulk {chat}", Priority.BULK) for chat in range(10)], NOW)
    work.outbox.put([call(99, "answer")], NOW)
    assert said(lease(work, bulk=2)) == ["answer", "bulk 0", "bulk 1"]
    assert lease(work, bulk=0) == []
    assert said(lease(work, limit=1, bulk=5)) == ["bulk 2"]


def test_nothing_of_a_chat_is_leased_while_a_call_of_it_is_on_its_way(work: SqlWork) -> None:
    work.outbox.put([call(text="a")], NOW)
    (first,) = lease(work)
    work.outbox.put([call(text="b"), call(8, "other")], NOW)
    assert said(lease(work)) == ["other"]
    assert said(lease(work, Sent(first.id, 1))) == ["b"]


def test_nothing_overtakes_a_call_that_waits_for_another_try(work: SqlWork) -> None:
    work.outbox.put([call(text="a")], NOW)
    (first,) = lease(work)
    work.outbox.put([call(text="b"), call(8, "other")], NOW)
    assert said(lease(work, Sent(first.id, again_at=SOON))) == ["other"]
    again = work.outbox.exchange([], limit=5, now=SOON, until=SOON + LEASE)
    assert said(again) == ["a", "b"]
    assert [row.tries for row in again] == [1, 0]


def test_what_waited_behind_a_call_that_failed_has_all_its_tries(work: SqlWork) -> None:
    work.outbox.put([call(text="fails"), call(text="behind")], NOW)
    fails, behind = lease(work)
    back = (Sent(fails.id, again_at=NOW), Sent(behind.id, again_at=NOW, tried=False))
    assert [row.tries for row in lease(work, *back)] == [1, 0]


def test_an_answer_does_not_wait_for_a_reminder_that_waits(work: SqlWork) -> None:
    work.outbox.put([call(text="reminder", priority=Priority.BULK)], NOW)
    (reminder,) = lease(work)
    work.outbox.put([call(text="answer")], NOW)
    assert said(lease(work, Sent(reminder.id, again_at=SOON))) == ["answer"]


def test_an_answer_does_not_wait_for_a_reminder_that_somebody_holds(work: SqlWork) -> None:
    work.outbox.put([call(text="reminder", priority=Priority.BULK)], NOW)
    assert said(lease(work)) == ["reminder"]
    work.outbox.put([call(text="another", priority=Priority.BULK), call(text="answer")], NOW)
    assert said(lease(work)) == ["answer"]


def test_how_much_of_a_wave_waits(work: SqlWork) -> None:
    work.outbox.put([call(), call(priority=Priority.BULK), call(8, priority=Priority.BULK)], NOW)
    assert (work.outbox.waiting(), work.outbox.waiting_bulk()) == (3, 2)


def test_an_answer_to_a_tap_waits_for_nobody(work: SqlWork) -> None:
    work.outbox.put([call(text="card")], NOW)
    (card,) = lease(work)
    work.outbox.put([replace(call(text="tap"), best_effort=True)], NOW)
    (tap,) = lease(work)
    assert tap.outgoing.payload == {"text": "tap"}
    work.outbox.put([call(text="next")], NOW)
    assert said(lease(work, Sent(card.id, 1))) == ["next"], "and nobody waits for it"


def test_a_refused_call_is_kept_for_the_operator_and_holds_up_nothing(work: SqlWork, connection: Connection) -> None:
    work.outbox.put([call(text="a")], NOW)
    (first,) = lease(work)
    work.outbox.put([call(text="b")], NOW)
    assert said(lease(work, Sent(first.id, fault="400: message is too long"))) == ["b"]
    assert (
        connection.execute(select(outbox.c.fault).where(outbox.c.id == first.id)).scalar() == "400: message is too long"
    )
    assert work.outbox.waiting() == 1


def test_a_refused_best_effort_is_nothing_to_report(work: SqlWork, connection: Connection) -> None:
    work.outbox.put([replace(call(), best_effort=True)], NOW)
    (tap,) = lease(work)
    lease(work, Sent(tap.id, fault="query is too old"))
    assert connection.execute(select(outbox.c.id)).all() == []


def test_all_that_waits_for_a_chat_that_is_gone_is_dropped(work: SqlWork) -> None:
    work.outbox.put([call(7, "a"), call(7, "b"), call(8, "c")], NOW)
    first, *_ = lease(work)
    lease(work, Sent(first.id, gone=True))
    assert work.outbox.waiting() == 1
    lease(work, Sent(first.id, gone=True))


def test_the_message_of_a_screen_is_remembered_in_its_chat(work: SqlWork) -> None:
    card = Outgoing(ANN.id, "sendMessage", {}, screen="card")
    work.outbox.put([card, replace(card, chat=BEN.id)], NOW)
    mine, theirs = lease(work)
    lease(work, Sent(mine.id, message_id=41), Sent(theirs.id, message_id=77))
    work.outbox.put([replace(card, edits_screen=True), replace(card, screen="plan", edits_screen=True)], NOW)
    edit, other = lease(work)
    assert (edit.screen_message, other.screen_message) == (41, None)
    lease(work, Sent(edit.id), Sent(other.id, message_id=44))
    work.outbox.put([card], NOW)
    (anew,) = lease(work)
    assert anew.screen_message == 41, "a call that made no message changes nothing"
    lease(work, Sent(anew.id, message_id=45))
    work.outbox.put([replace(card, edits_screen=True)], NOW)
    assert lease(work)[0].screen_message == 45


def test_leases_of_an_earlier_run_are_given_back_where_no_other_process_can_hold_them(
    work: SqlWork, connection: Connection
) -> None:
    work.outbox.put([call(text="a")], NOW)
    lease(work)
    work.outbox.release()
    assert said(lease(work)) == (["a"] if connection.dialect.name == "sqlite" else [])


ENDS = st.sampled_from(["went", "again", "fault"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(puts=st.lists(st.tuples(st.integers(1, 3), st.sampled_from(Priority)), max_size=12), ends=st.lists(ENDS))
def test_whatever_happens_each_chat_gets_its_calls_in_order(
    work: SqlWork, puts: list[tuple[int, Priority]], ends: list[str]
) -> None:
    work.outbox.put([call(chat, str(number), priority) for number, (chat, priority) in enumerate(puts)], NOW)
    got: list[int] = []
    now, ended = NOW, list[Sent]()
    script = iter(ends)
    while rows := work.outbox.exchange(ended, limit=4, now=now, until=now + LEASE):
        ended = []
        stopped: set[int] = set()
        for row in rows:  # as a sender does: what comes after a call that is tried again waits with it
            end = "again" if row.outgoing.chat in stopped else next(script, "went")
            if end == "again":
                stopped.add(row.outgoing.chat)
                ended.append(Sent(row.id, again_at=now + timedelta(seconds=1)))
                continue
            got.append(int(str(row.outgoing.payload["text"])))
            ended.append(Sent(row.id, 1) if end == "went" else Sent(row.id, fault="x"))
        now += timedelta(seconds=1)
    assert sorted(got) == list(range(len(puts)))
    for chat, priority in set(puts):
        own = [number for number in got if puts[number] == (chat, priority)]
        assert own == sorted(own)
