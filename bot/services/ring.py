"""What is said when a timer is due? How the session stands at that moment; what no longer holds is not said."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot.domain.athlete import Athlete
from bot.domain.resting import is_night, waking
from bot.services.messages import Outgoing
from bot.services.ports import Work
from bot.services.rest import holds
from bot.services.timers import WITHIN, Timer, TimerKind
from bot.services.workout import Card, card_of, open_session


@dataclass(frozen=True, slots=True)
class Ring:
    """`until` is the last moment at which it is of use. `replaces`: the one before it is still in the chat."""

    kind: TimerKind
    chat: int
    card: Card
    last_set_at: time | None
    """By the lifter's clock; None where it is not known what time it is for them."""
    until: datetime
    replaces: bool


def ring(work: Work, word: Callable[[Ring], Sequence[Outgoing]], one: Timer, athlete: Athlete, now: datetime) -> None:
    """Claim one that is due and put what it says into the outbox, both in this transaction."""
    session = work.sessions.open(athlete.id)
    if session is None or one.due is None or not holds(one, session):
        work.timers.stop(athlete.id, one.kind)
        return
    due = _by_day(one.kind, one.due, athlete, now)
    if due > now:
        work.timers.put([replace(one, due=due)])
        return
    if now - due > WITHIN[one.kind]:
        work.timers.stop(athlete.id, one.kind)
        return
    work.timers.rang(athlete.id, one.kind)
    last = session.last_deed.astimezone(ZoneInfo(athlete.zone)).time() if athlete.zone_chosen else None
    work.outbox.put(
        word(
            Ring(
                kind=one.kind,
                chat=one.chat,
                card=card_of(work, athlete, session, now),
                last_set_at=last,
                until=due + WITHIN[one.kind],
                replaces=work.outbox.withdraw(one.chat, one.kind),
            )
        ),
        now,
    )


def _by_day(kind: TimerKind, due: datetime, athlete: Athlete, now: datetime) -> datetime:
    """A rest ends at any hour. What was forgotten in the night is asked about in the morning, as is what would be
    asked, late, in the night."""
    if kind is TimerKind.REST:
        return due
    due = waking(athlete, due)
    return waking(athlete, now) if due <= now < due + WITHIN[kind] and is_night(athlete, now) else due


def pass_over(work: Work, one: Timer, athlete: Athlete, _: datetime) -> None:
    """Leave one that cannot be said, so that it stands in nobody's way."""
    work.timers.stop(athlete.id, one.kind)


def over(work: Work, athlete: Athlete, chat: int) -> Sequence[TimerKind]:
    """What rang and no longer holds, and is still in the chat: its message is to go."""
    rung = {one.kind: one for one in work.timers.of(athlete.id) if one.due is None}
    session = work.sessions.open(athlete.id) if rung else None
    gone = [kind for kind in TimerKind if kind not in rung or not holds(rung[kind], session)]
    for kind in rung.keys() & set(gone):
        work.timers.stop(athlete.id, kind)
    return [kind for kind in gone if work.outbox.withdraw(chat, kind)]


def keep_open(work: Work, athlete: Athlete, session_id: int, now: datetime) -> Card:
    """The session goes on, and is not asked about again before another set of it. Raises ScreenOutdated."""
    session = open_session(work, athlete, session_id)
    work.timers.stop(athlete.id, TimerKind.FORGOT)
    return card_of(work, athlete, session, now)
