"""Is an open question kept once a person, in bounds, and gone when it is closed or old?"""

from datetime import timedelta

from bot.services.heard import Heard
from bot.services.open_questions import Why
from bot.storage.open_questions import MOST_OF_ONE
from bot.storage.work import SqlWork
from tests.builders import NOW
from tests.storage.people import ANN, BEN


def test_one_is_kept_as_it_was_asked(work: SqlWork, ann: int) -> None:
    assert work.open_questions.keep(ann, ANN.id, Heard(1, " why\0 rows ", reading="why bent-over-row"), Why.WRONG, NOW)
    [found] = work.open_questions.open()
    assert (found.chat, found.text, found.why) == (ANN.id, "why rows", Why.WRONG)
    assert (found.reading, found.asked_at) == ("why bent-over-row", NOW)


def test_the_same_of_one_person_is_kept_once_and_of_two_twice(work: SqlWork, ann: int) -> None:
    ben = work.athletes.meet(BEN, BEN.id, NOW)[0].id
    assert work.open_questions.keep(ann, ANN.id, Heard(1, "tea?", reading=""), Why.UNKNOWN, NOW)
    assert not work.open_questions.keep(ann, ANN.id, Heard(1, "tea?", reading=""), Why.WRONG, NOW)
    assert work.open_questions.keep(ben, BEN.id, Heard(1, "tea?", reading=""), Why.UNKNOWN, NOW)
    assert len(work.open_questions.open()) == 2


def test_a_flood_of_one_person_is_bounded(work: SqlWork, ann: int) -> None:
    kept = [
        work.open_questions.keep(ann, ANN.id, Heard(1, f"tea {n}?", reading=""), Why.UNKNOWN, NOW)
        for n in range(MOST_OF_ONE + 5)
    ]
    assert kept == [True] * MOST_OF_ONE + [False] * 5


def test_closed_ones_and_old_ones_are_gone(work: SqlWork, ann: int) -> None:
    for days, text in enumerate(("new", "old", "oldest")):
        work.open_questions.keep(ann, ANN.id, Heard(1, text), Why.UNKNOWN, NOW - timedelta(days=days))
    assert work.open_questions.purge(NOW - timedelta(days=1)) == 1
    assert work.open_questions.close([work.open_questions.open()[0].id]) == 1
    assert [one.text for one in work.open_questions.open()] == ["old"]
    assert work.open_questions.close([]) == 0
