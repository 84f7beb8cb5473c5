"""Is a lift that hurts kept once, with where and since when, and for its lifter alone?"""

from datetime import timedelta

from bot.domain.hurting import Off
from bot.domain.planning import Site
from bot.storage.work import SqlWork
from tests.builders import NOW
from tests.storage.people import BEN

BOTH = frozenset({Site.LOWER_BACK, Site.HIP})


def test_a_row_a_lift_that_a_later_one_replaces(work: SqlWork, ann: int) -> None:
    work.hurts.put(ann, Off("deadlift", frozenset(), NOW, question=7))
    later = Off("deadlift", BOTH, NOW + timedelta(days=1), back_at=NOW + timedelta(days=2))
    work.hurts.put(ann, later)
    assert list(work.hurts.all(ann)) == [later]


def test_the_longest_off_comes_first_and_is_asked_about_and_dropped(work: SqlWork, ann: int) -> None:
    work.hurts.put(ann, Off("deadlift", BOTH, NOW))
    work.hurts.put(ann, Off("pull-up", frozenset({Site.ELBOW}), NOW - timedelta(days=3)))
    work.hurts.asked(ann, "deadlift", NOW)
    assert [(one.exercise, one.asked_at) for one in work.hurts.all(ann)] == [("pull-up", None), ("deadlift", NOW)]
    work.hurts.drop(ann, "pull-up")
    assert [one.exercise for one in work.hurts.all(ann)] == ["deadlift"]


def test_nobody_sees_or_changes_another_s(work: SqlWork, ann: int) -> None:
    ben = work.athletes.meet(BEN, BEN.id, NOW)[0].id
    work.hurts.put(ann, Off("deadlift", BOTH, NOW))
    work.hurts.drop(ben, "deadlift")
    work.hurts.asked(ben, "deadlift", NOW)
    assert list(work.hurts.all(ben)) == []
    assert list(work.hurts.all(ann)) == [Off("deadlift", BOTH, NOW)]


def test_what_was_read_before_a_change_is_read_anew(work: SqlWork, ann: int) -> None:
    assert list(work.hurts.all(ann)) == []
    work.hurts.put(ann, Off("deadlift", BOTH, NOW))
    assert [one.asked_at for one in work.hurts.all(ann)] == [None]
    work.hurts.asked(ann, "deadlift", NOW)
    assert [one.asked_at for one in work.hurts.all(ann)] == [NOW]
    work.athletes.forget(ann)
    assert list(work.hurts.all(ann)) == []
