"""Which lifts are taken off the next sessions because they hurt, and how do they come back?"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.coaching.knowledge.pain import Advice, Kind
from bot.coaching.language.hurt import Hurt
from bot.domain.athlete import Athlete
from bot.domain.errors import ScreenOutdated
from bot.domain.hurting import Off
from bot.domain.planning import Site
from bot.domain.session import Session
from bot.services.coach import Coach
from bot.services.ports import Work
from bot.services.stand_in import loads_site
from bot.services.timers import TimerKind

ASK_AFTER = timedelta(days=14)
"""How long a lift is off before it is asked whether it still hurts. Practice."""
AT_IT = timedelta(hours=3)
"""How long after its last set a session is one in which something hurts."""
JUST_DONE = timedelta(minutes=10)
LATELY = timedelta(hours=24)
"""How long where it hurts is taken to be about the lift that was taken off."""
THE_BACK = frozenset({"upper-back"})
"""Places that no lift is known to spare, and that every lift loads."""
MOST_DOUBTED = 3
"""Lifts of one name that are offered to be left out."""
SWAPPED = frozenset({Kind.SITE, Kind.MOMENT, Kind.START})
"""After these another lift may be offered: nothing else was said that a doctor should hear first."""


@dataclass(frozen=True, slots=True)
class TakenOff:
    """`lifts` are off now. `at` is where the first of them stands in the open session, while it is not done there;
    None where nothing may be offered in its place. `doubtful`: lifts that were named, and it is not sure that it
    hurts at them now; or those of a name, of which it is not known which one is meant."""

    lifts: tuple[str, ...] = ()
    sites: frozenset[Site] = frozenset()
    elsewhere: bool = False
    at: tuple[int, int] | None = None
    doubtful: tuple[str, ...] = ()


def hurting(work: Work, athlete: Athlete) -> tuple[Off, ...]:
    """The lifts that are off, the longest first."""
    return tuple(one for one in work.hurts.all(athlete.id) if one.back_at is None)


def off_then(every: Iterable[Off], athlete: Athlete, day: date) -> tuple[Off, ...]:
    """Of all that were ever off, the lifts that were it on a day, those put back on it or since among them."""
    return tuple(
        one
        for one in every
        if athlete.day(one.since) <= day and (one.back_at is None or day <= athlete.day(one.back_at))
    )


def take_off(
    work: Work,
    coach: Coach,
    athlete: Athlete,
    hurt: Hurt,
    advice: Advice,
    now: datetime,
    *,
    done: str | None = None,
    question: int | None = None,
) -> TakenOff:
    """After a text that told of pain; `done` is the lift of the sets that were in it. What only asks, or was long
    ago, takes nothing off."""
    session = _at_it(work, athlete, now)
    planned = _planned(work, coach, athlete) if any(len(ids) > 1 for ids in hurt.lifts) else frozenset[str]()
    named = tuple(dict.fromkeys(_meant(ids, session, done, planned) for ids in hurt.lifts))
    lifts = tuple(one for one in named if one is not None)
    if not lifts and not hurt.lifts:
        lifts = tuple(filter(None, [done or _on_the_card(coach, session, hurt, advice, now)]))
    lifts = tuple(one for one in lifts if one in coach.knowledge.exercises)
    if not hurt.now:
        doubtful = tuple(one for one in lifts if not _is_off(work, athlete, one))
        return TakenOff((), hurt.sites, hurt.elsewhere, doubtful=() if advice.holds else doubtful[:1])
    if not lifts and hurt.lifts:
        which = () if advice.holds else _of_several(hurt.lifts, session, planned)
        doubtful = tuple(one for one in which if not _is_off(work, athlete, one))
        return TakenOff((), hurt.sites, hurt.elsewhere, doubtful=doubtful[:MOST_DOUBTED])
    set_aside(work, athlete, lifts, hurt.sites, now, question=question)
    at = _place_of(session, lifts) if advice.kind in SWAPPED and not advice.holds else None
    if session is not None and (advice.holds or lifts):
        work.timers.stop(athlete.id, TimerKind.REST)
    return TakenOff(lifts, hurt.sites, hurt.elsewhere, at)


def set_aside(
    work: Work,
    athlete: Athlete,
    lifts: Iterable[str],
    sites: frozenset[Site],
    now: datetime,
    *,
    question: int | None = None,
) -> None:
    """One that is off already counts anew, with all that hurts at it; "Wrong?" does not bring that one back, nor one
    that was put back and not done since: it would not know that it is to come back lighter."""
    known = {one.exercise: one for one in work.hurts.all(athlete.id)}
    for lift in lifts:
        before = known.get(lift)
        if before is None or before.back_at is not None:
            lighter = before is not None and not _done_since(work, athlete, before)
            work.hurts.put(athlete.id, Off(lift, sites, now, question=None if lighter else question))
        else:
            work.hurts.put(athlete.id, Off(lift, before.sites | sites, now))


def _done_since(work: Work, athlete: Athlete, off: Off) -> bool:
    """Whether a lift that was put back was done after that, and not only on the day that it hurt."""
    sets = work.history.last_time(athlete.id, [off.exercise]).get(off.exercise, ())
    hurt, back = athlete.day(off.since), athlete.day(off.back_at or off.since)
    return any(one.day > hurt and one.day >= back for one in sets)


def tell_where(work: Work, athlete: Athlete, sites: frozenset[Site], now: datetime) -> tuple[str, ...]:
    """Where it hurts is known now: of what was taken off lately without a place. Gives the lifts that are
    off since lately because of it."""
    lately = [one for one in hurting(work, athlete) if now - one.since <= LATELY]
    for one in lately if sites else ():
        if not one.sites:
            work.hurts.put(athlete.id, replace(one, sites=sites))
    return tuple(one.exercise for one in lately if sites and (not one.sites or one.sites & sites))


def put_back(work: Work, athlete: Athlete, exercise: str, now: datetime) -> bool:
    """From the next session on, lighter; False where it is not off."""
    found = _off(work, athlete, exercise)
    if found is None:
        return False
    work.hurts.put(athlete.id, replace(found, back_at=now, question=None))
    return True


def off_again(work: Work, athlete: Athlete, after: datetime) -> tuple[str, ...]:
    """What was put back last is off as it was, where that was after this moment. Gives the lifts."""
    back = [(one.back_at, one) for one in work.hurts.all(athlete.id) if one.back_at is not None and one.back_at > after]
    last = max((at for at, _ in back), default=None)
    found = [one for at, one in back if at == last]
    for one in found:
        work.hurts.put(athlete.id, replace(one, back_at=None))
    return tuple(one.exercise for one in found)


def was_no_pain(work: Work, athlete: Athlete, exercise: str) -> bool:
    """It never hurt: as if nothing had been said. False where nothing is known of it."""
    if all(one.exercise != exercise for one in work.hurts.all(athlete.id)):
        return False
    work.hurts.drop(athlete.id, exercise)
    return True


def take_back(work: Work, athlete: int, question: int) -> tuple[str, ...]:
    """ "Wrong?" under the answer to a question: the lifts that it took off are in again, as they were."""
    found = tuple(one.exercise for one in work.hurts.all(athlete) if one.question == question and one.back_at is None)
    for one in found:
        work.hurts.drop(athlete, one)
    return found


def to_ask(work: Work, athlete: Athlete, off: Sequence[Off], now: datetime) -> Off | None:
    """The lift that has been off for two weeks, and was not asked about; from now on it was."""
    due = next((one for one in off if one.asked_at is None and now - one.since >= ASK_AFTER), None)
    if due is not None:
        work.hurts.asked(athlete.id, due.exercise, now)
    return due


def fresh_session(work: Work, athlete: Athlete) -> bool:
    """Whether the open session is as it was made, and gave way to one that is made anew."""
    session = work.sessions.open(athlete.id)
    if session is None or session.sets or session.position or any(one.skipped for one in session.items):
        return False
    work.sessions.discard(session.id)
    return True


def at_site(
    work: Work, athlete: Athlete, session: Session, position: int, sites: frozenset[Site], now: datetime
) -> str:
    """The lift on the card hurts there. Gives it. Raises ScreenOutdated where the card has moved on."""
    item = session.current
    if item is None or item.position != position:
        raise ScreenOutdated
    set_aside(work, athlete, [item.plan.exercise], sites, now)
    work.timers.stop(athlete.id, TimerKind.REST)
    return item.plan.exercise


def _off(work: Work, athlete: Athlete, exercise: str) -> Off | None:
    return next((one for one in hurting(work, athlete) if one.exercise == exercise), None)


def _is_off(work: Work, athlete: Athlete, exercise: str) -> bool:
    return _off(work, athlete, exercise) is not None


def _at_it(work: Work, athlete: Athlete, now: datetime) -> Session | None:
    session = work.sessions.open(athlete.id)
    return session if session is not None and now - session.last_deed <= AT_IT else None


def _planned(work: Work, coach: Coach, athlete: Athlete) -> frozenset[str]:
    kept = work.plans.current(athlete.id)
    if kept is None:
        return frozenset(one.exercise for one in coach.planned())
    return frozenset(one.exercise for session in kept.plan.sessions for one in session.exercises)


def _meant(ids: Sequence[str], session: Session | None, done: str | None, planned: Collection[str]) -> str | None:
    """Of several lifts that a name may stand for the one that was done now, or the only one that is in the session, or
    in the plan; None where that does not tell."""
    if len(ids) == 1:
        return ids[0]
    current = session.current.plan.exercise if session and session.current else None
    for one in (done, current):
        if one in ids:
            return one
    inside = frozenset(item.plan.exercise for item in session.items) if session else frozenset[str]()
    for some in (inside, planned):
        there = [one for one in ids if one in some]
        if len(there) == 1:
            return there[0]
    return None


def _of_several(named: Sequence[Sequence[str]], session: Session | None, planned: Collection[str]) -> tuple[str, ...]:
    """Of what names may stand for, what is in the session or else in the plan."""
    every = tuple(dict.fromkeys(id for ids in named for id in ids))
    inside = frozenset(item.plan.exercise for item in session.items) if session else frozenset[str]()
    found = ([id for id in every if id in some] for some in (inside, planned))
    return tuple(next((some for some in found if some), ()))


def _on_the_card(coach: Coach, session: Session | None, hurt: Hurt, advice: Advice, now: datetime) -> str | None:
    """The lift that is being done, where it loads what hurts; or the one before it, that was done just now."""
    if session is None:
        return None
    current = session.current.plan.exercise if session.current else None
    newest = max(session.sets, key=lambda kept: kept.performed_at, default=None)
    before = newest.done.exercise if newest and now - newest.performed_at <= JUST_DONE else None
    if not hurt.placed or advice.id in THE_BACK:
        return current or before
    return next((one for one in (current, before) if one and loads_site(coach, one, hurt.sites)), None)


def _place_of(session: Session | None, lifts: Sequence[str]) -> tuple[int, int] | None:
    if session is None:
        return None
    left = (one for one in session.items if not one.complete and one.plan.exercise in lifts)
    found = next(left, None)
    return None if found is None else (session.id, found.position)
