"""What is said when a timer is due? How the session stands at that moment; what no longer holds is not said."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot.domain.athlete import Athlete
from bot.domain.resting import QUIET, is_night
from bot.services.messages import Outgoing
from bot.services.ports import Work
from bot.services.rest import holds, timer
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
    if session is None or one.due is None or not holds(one, session) or not _of_use(one, athlete, now):
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
                until=one.due + WITHIN[one.kind],
                replaces=work.outbox.withdraw(one.chat, one.kind),
            )
        ),
        now,
    )


def _of_use(one: Timer, athlete: Athlete, now: datetime) -> bool:
    late = one.due is not None and now - one.due > WITHIN[one.kind]
    return not late and not (one.kind is TimerKind.FORGOT and is_night(athlete, now))


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
    """The session goes on: the quiet counts anew. Raises ScreenOutdated."""
    session = open_session(work, athlete, session_id)
    work.timers.put([timer(athlete, session, TimerKind.FORGOT, now, QUIET)])
    return card_of(work, athlete, session, now)
