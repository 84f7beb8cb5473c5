"""Is what a chat was about the same when it is asked for?"""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

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
def test_a_talk_comes_back_as_it_was(work: SqlWork, talk: Talk) -> None:
    work.talks.put(ANN.id, talk)
    assert work.talks.get(ANN.id) == talk


def test_chats_do_not_mix(work: SqlWork) -> None:
    work.talks.put(ANN.id, Talk(intent="grip"))
    work.talks.put(BEN.id, Talk(intent="why"))
    assert work.talks.get(ANN.id).intent == "grip"
