"""Is a timer one a kind, found when it is due, claimed once, and gone with its session or its chat?"""

from datetime import datetime, timedelta

import pytest

from bot.services.mail import Sent
from bot.services.messages import DELETE, Outgoing
from bot.services.timers import Timer, TimerKind
from bot.storage.work import SqlWork
from tests.builders import NOW, TODAY, planned, todays
from tests.storage.people import ANN, BEN

REST, FORGOT = TimerKind.REST, TimerKind.FORGOT
SOON, LATER = NOW + timedelta(minutes=2), NOW + timedelta(minutes=90)
LEASE = timedelta(minutes=1)


def begun(work: SqlWork, athlete: int) -> int:
    return work.sessions.start(athlete, todays("back", [planned()]), now=NOW, day=TODAY).id


def rest(athlete: int, session: int, due: datetime | None = SOON, kind: TimerKind = REST) -> Timer:
    return Timer(athlete, kind, ANN.id, session, NOW, due)


def test_one_of_a_kind_and_the_newest_counts(work: SqlWork, ann: int) -> None:
    session = begun(work, ann)
    assert work.timers.next_due() is None
    work.timers.put([rest(ann, session), rest(ann, session, LATER, FORGOT)])
    newer = rest(ann, session, SOON + timedelta(seconds=5))
    work.timers.put([newer])
    assert {one.kind: one for one in work.timers.of(ann)} == {REST: newer, FORGOT: rest(ann, session, LATER, FORGOT)}
    assert work.timers.next_due() == newer.due
    assert work.timers.earliest == SOON
    work.timers.stop(ann, REST)
    assert work.timers.next_due() == LATER


def test_due_ones_come_oldest_first_with_their_athlete(work: SqlWork, ann: int) -> None:
    ben, _ = work.athletes.meet(BEN, BEN.id, NOW)
    work.athletes.set_rest_timer(ben.id, on=False)
    ben = work.athletes.meet(BEN, BEN.id, NOW)[0]
    assert not ben.rest_timer
    first, second = rest(ben.id, begun(work, ben.id), NOW), rest(ann, begun(work, ann))
    work.timers.put([second, first])
    assert work.timers.due(NOW - timedelta(seconds=1), 9) == []
    assert work.timers.due(NOW, 9) == [(first, ben)]
    assert [one for one, _ in work.timers.due(SOON, 9)] == [first, second]
    assert [one for one, _ in work.timers.due(SOON, 1)] == [first]


def test_what_rang_stays_and_is_due_no_more(work: SqlWork, ann: int) -> None:
    work.timers.put([rest(ann, begun(work, ann))])
    work.timers.rang(ann, REST)
    assert work.timers.due(LATER, 9) == []
    (rung,) = work.timers.of(ann)
    assert rung.due is None
    assert work.athletes.visit(ANN, ANN.id, NOW).rung


def test_it_goes_with_its_session(work: SqlWork, ann: int) -> None:
    session = begun(work, ann)
    work.timers.put([rest(ann, session)])
    work.sessions.discard(session)
    assert not work.timers.of(ann)


@pytest.mark.parametrize("told", ["by the person", "by the wire"])
def test_it_goes_with_who_blocks_the_bot(work: SqlWork, ann: int, told: str) -> None:
    work.timers.put([rest(ann, begun(work, ann))])
    if told == "by the person":
        work.athletes.present(ann, here=False, now=NOW)
    else:
        work.outbox.put([Outgoing(ANN.id, "sendMessage", {})], NOW)
        (row,) = work.outbox.exchange([], limit=1, now=NOW, until=NOW + LEASE)
        work.outbox.exchange([Sent(row.id, gone=True)], limit=1, now=NOW, until=NOW + LEASE)
    assert not work.timers.of(ann)


def test_a_message_that_waits_is_withdrawn_one_that_stands_is_deleted(work: SqlWork, ann: int) -> None:
    ring = Outgoing(ANN.id, "sendMessage", {}, screen=REST)
    gone = Outgoing(ANN.id, DELETE, {}, screen=REST, edits_screen=True)
    assert not work.outbox.withdraw(ANN.id, REST)
    work.outbox.put([ring], NOW)
    assert not work.outbox.withdraw(ANN.id, REST), "it waited, and is not sent"
    assert work.outbox.waiting() == 0
    work.outbox.put([ring], NOW)
    (on_its_way,) = work.outbox.exchange([], limit=5, now=NOW, until=NOW + LEASE)
    assert work.outbox.withdraw(ANN.id, REST), "it cannot be called back"
    work.outbox.put([gone], NOW)
    assert work.outbox.exchange([], limit=5, now=NOW, until=NOW + LEASE) == [], "and is not deleted before it is there"
    (deleting,) = work.outbox.exchange([Sent(on_its_way.id, 41)], limit=5, now=NOW, until=NOW + LEASE)
    assert deleting.screen_message == 41
    assert work.outbox.withdraw(ANN.id, REST)
    work.outbox.exchange([Sent(deleting.id, 41)], limit=5, now=NOW, until=NOW + LEASE)
    assert work.outbox.screen(ANN.id, REST) is None
    assert not work.outbox.withdraw(ANN.id, REST)
