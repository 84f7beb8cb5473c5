"""Is what a chat was about the same when it is asked for?"""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, event

from bot.services.ports import Talk
from bot.storage.work import SqlWork
from tests.builders import NOW
from tests.storage.people import ANN, BEN

WORD = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
WORDS = st.lists(WORD, max_size=3).map(tuple)
TALKS = st.builds(
    Talk,
    intent=st.none() | WORD,
    exercises=WORDS,
    muscles=WORDS,
    offered=st.lists(st.tuples(WORD, WORDS), max_size=3).map(tuple),
    exercise_logged=st.none() | WORD,
    waiting_for=st.none() | WORD,
    pending=st.none() | st.dictionaries(WORD, st.integers(0, 99) | WORD, min_size=1, max_size=3),
    at=st.none() | st.just(NOW),
    advice=st.none() | WORD,
    hurt_at=st.none() | st.just(NOW),
)


def test_a_chat_that_said_nothing_has_an_empty_talk(work: SqlWork) -> None:
    assert work.talks.get(ANN.id) == Talk()


# Each example overwrites the last one's talk, which is what a chat does.
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(talk=TALKS)
def test_a_talk_comes_back_as_it_was(work: SqlWork, connection: Connection, talk: Talk) -> None:
    work.talks.put(ANN.id, talk)
    assert work.talks.get(ANN.id) == talk, "in the turn that put it"
    assert SqlWork(connection).talks.get(ANN.id) == talk, "in the next one"


def test_a_turn_reads_a_talk_once(work: SqlWork, connection: Connection, ann: int) -> None:
    asked: list[object] = []
    event.listen(connection, "before_cursor_execute", lambda *call: asked.append(call[2]))
    work.athletes.visit(ANN, ANN.id, NOW)
    assert work.talks.get(ANN.id) == work.talks.get(ANN.id) == Talk()
    assert len(asked) == 1


def test_a_visit_reads_it_anew(work: SqlWork, connection: Connection, ann: int) -> None:
    assert work.talks.get(ANN.id) == Talk()
    SqlWork(connection).talks.put(ANN.id, Talk(intent="why"))
    assert work.athletes.visit(ANN, ANN.id, NOW).talk.intent == "why"
    assert work.talks.get(ANN.id).intent == "why"


def test_what_was_deleted_is_not_remembered(work: SqlWork, ann: int) -> None:
    work.talks.put(ANN.id, Talk(intent="why"))
    work.athletes.forget(ann)
    assert work.talks.get(ANN.id) == Talk()


def test_whoever_holds_it_sees_what_is_kept(work: SqlWork, connection: Connection, ann: int) -> None:
    assert work.talks.get(ANN.id) == Talk()
    SqlWork(connection).talks.put(ANN.id, Talk(intent="why"))
    assert work.talks.hold(ANN.id).intent == "why"


def test_chats_do_not_mix(work: SqlWork) -> None:
    work.talks.put(ANN.id, Talk(intent="grip"))
    work.talks.put(BEN.id, Talk(intent="why"))
    assert work.talks.get(ANN.id).intent == "grip"
