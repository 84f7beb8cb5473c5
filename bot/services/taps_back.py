"""How is a tap taken back that kept nothing in the log: a lift skipped, a plan taken or ended?

The chat remembers the last few, each with the newest entry of the log then: what was logged after it goes first.
"""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.athlete import Athlete
from bot.domain.session import Session
from bot.services.plans import KeptPlan
from bot.services.ports import Tap, Work

REMEMBERED = 5


class Tapped(StrEnum):
    SKIP = "skip"
    """`number` is the session, `position` the lift left aside."""
    USE = "use"
    """`number` is the plan that came into force."""
    END = "end"
    """`number` is the plan that ended."""


@dataclass(frozen=True, slots=True)
class TakenBack:
    """`plan` is the one in force now; None for the sample session."""

    what: Tapped
    session: Session | None = None
    position: int = 0
    plan: KeptPlan | None = None


def newest_entry(work: Work, athlete: Athlete) -> int:
    """The newest that stands, of the log or an import; 0 for none."""
    entry, brought = work.log.last_entry(athlete.id), work.imports.newest(athlete.id)
    return max(entry.id if entry else 0, brought.entry if brought else 0)


def with_tap(
    work: Work, athlete: Athlete, taps: tuple[Tap, ...], what: Tapped, number: int, position: int = 0
) -> tuple[Tap, ...]:
    """The taps with one more."""
    return (*taps[1 - REMEMBERED :], Tap(what, number, position, newest_entry(work, athlete)))


def take_back_tap(work: Work, athlete: Athlete, taps: tuple[Tap, ...]) -> tuple[TakenBack | None, tuple[Tap, ...]]:
    """The last tap is taken back, where nothing was logged since; with what is left of them. Those that nothing is to
    be taken back of any more are passed over."""
    newest = newest_entry(work, athlete)
    while taps and newest <= taps[-1].after:
        taken, taps = _taken_back(work, athlete, taps[-1]), taps[:-1]
        if taken is not None:
            return taken, taps
    return None, taps


def _taken_back(work: Work, athlete: Athlete, tap: Tap) -> TakenBack | None:
    match tap.what:
        case Tapped.SKIP:
            return _take_up(work, athlete, tap.number, tap.position)
        case Tapped.USE:
            return drop_plan(work, athlete, tap.number)
        case Tapped.END:
            return revive_plan(work, athlete, tap.number)
        case _:
            return None


def _take_up(work: Work, athlete: Athlete, session_id: int, position: int) -> TakenBack | None:
    session = work.sessions.open(athlete.id)
    if session is None or session.id != session_id or position >= len(session.items):
        return None
    if not session.items[position].skipped:
        return None
    work.sessions.skip(session.id, position, skipped=False)
    work.sessions.move(session.id, position)
    return TakenBack(Tapped.SKIP, session.taken_up({position}).at(position), position)


def drop_plan(work: Work, athlete: Athlete, number: int) -> TakenBack | None:
    """The plan made last goes, and the one before it is in force again as it was. None where it is not in force, or a
    set was done by it."""
    current, session = work.plans.current(athlete.id), work.sessions.open(athlete.id)
    if current is None or current.id != number:
        return None
    if session is not None and session.plan == number and not session.sets:
        work.sessions.discard(session.id)
    if not work.plans.drop(athlete.id, number):
        return None
    return TakenBack(Tapped.USE, plan=work.plans.current(athlete.id))


def revive_plan(work: Work, athlete: Athlete, number: int) -> TakenBack | None:
    """An ended plan is in force again, where none was made since; its session that is next is the same."""
    if not work.plans.revive(athlete.id, number):
        return None
    session = work.sessions.open(athlete.id)
    if session is not None and session.plan != number and not session.sets:
        work.sessions.discard(session.id)
    return TakenBack(Tapped.END, plan=work.plans.current(athlete.id))
