"""What of the sets just done is a new best? Nothing on an exercise's first day: everything would be."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.domain.athlete import Athlete
from bot.domain.records import News, counts, may_be_news, news, timed
from bot.domain.session import Session
from bot.domain.training import DoneSet, KeptSet
from bot.services.ports import Work

Before = Mapping[str, tuple[KeptSet, ...]]


def before_these(work: Work, athlete: Athlete, sets: Sequence[DoneSet]) -> Before:
    """What they will be held against; asked before they are kept. Most sets are no news, which few numbers tell."""
    of: dict[tuple[str, bool], list[DoneSet]] = {}
    for done in sets:
        if counts(done):
            of.setdefault((done.exercise, timed(done)), []).append(done)
    promising = []
    for (exercise, hold), same in of.items():
        tops = work.bests.tops(athlete.id, exercise, timed=hold)
        if any(may_be_news(done, tops) for done in same):
            promising.append(exercise)
    return work.bests.heaviest(athlete.id, promising)


def news_of(work: Work, athlete: Athlete, sets: Sequence[KeptSet], before: Before, day: date) -> tuple[News, ...]:
    """At most one for each exercise."""
    return tuple(one for one in _news(sets, before) if _known_before(work, athlete, one.kept.done.exercise, day))


def _known_before(work: Work, athlete: Athlete, exercise: str, day: date) -> bool:
    first = work.bests.since(athlete.id, exercise)
    return first is not None and first < day


def news_of_session(work: Work, athlete: Athlete, session: Session) -> tuple[News, ...]:
    """What was a best in a session, against everything outside of it, also of its own day."""
    exercises = [kept.done.exercise for kept in session.sets if counts(kept.done)]
    return _news(session.sets, work.bests.heaviest(athlete.id, exercises, before_session=session.id))


def news_of_days(work: Work, athlete: Athlete, sets: Sequence[KeptSet], first: date) -> tuple[News, ...]:
    """What of the sets of some days is a best, against everything before the first of them."""
    exercises = [kept.done.exercise for kept in sets if counts(kept.done)]
    return _news(sets, work.bests.heaviest(athlete.id, exercises, before_day=first))


def _news(sets: Sequence[KeptSet], before: Before) -> tuple[News, ...]:
    found = (
        news([one for one in sets if one.done.exercise == exercise], earlier) for exercise, earlier in before.items()
    )
    return tuple(one for one in found if one is not None)
