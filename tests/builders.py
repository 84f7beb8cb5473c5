"""What do tests build again and again? Sets, kept sets and sessions, with everything that does not matter filled in."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal

from bot.domain.planning import Plan, PlanSession, Wishes
from bot.domain.session import Session, SessionItem, SessionState
from bot.domain.training import DoneSet, KeptSet, PlannedExercise, RepRange
from bot.domain.units import Load, Unit
from bot.services.todays import Asked, Todays

NOW = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)
TODAY = NOW.date()


def kg(amount: str) -> Load:
    return Load(Decimal(amount), Unit.KG)


def lb(amount: str) -> Load:
    return Load(Decimal(amount), Unit.LB)


def deadlift(reps: int = 8, load: Load | None = None, *, warmup: bool = False) -> DoneSet:
    return DoneSet("deadlift", reps=reps, load=load or kg("100"), warmup=warmup)


def pull_up(reps: int = 8, load: Load | None = None) -> DoneSet:
    return DoneSet("pull-up", reps=reps, load=load, bodyweight=True)


def kept(done: DoneSet, number: int = 1, *, day: date = TODAY, session: int | None = 1) -> KeptSet:
    return KeptSet(id=number, entry=number, session=session, done=done, performed_at=NOW, day=day)


def planned(exercise: str = "deadlift", sets: int = 3, low: int = 6, high: int = 8) -> PlannedExercise:
    return PlannedExercise(exercise, sets, RepRange(low, high), rest=180, bodyweight=exercise == "pull-up")


def week(*names: str) -> Plan:
    """A plan of sessions that each ask for the deadlift."""
    sessions = tuple(PlanSession(name, (planned(),), 30) for name in names or ("Back A", "Back B"))
    return Plan("back-session", Wishes(equipment=frozenset({"barbell"})), sessions)


def todays(program: str, exercises: Sequence[PlannedExercise]) -> Todays:
    return Todays(program, tuple(Asked(one) for one in exercises), minutes=60)


def item(position: int = 0, *done: DoneSet, plan: PlannedExercise | None = None, skipped: bool = False) -> SessionItem:
    sets = tuple(kept(one, number) for number, one in enumerate(done, start=1))
    return SessionItem(position, plan or planned(), sets, skipped)


def session(*items: SessionItem, position: int = 0) -> Session:
    return Session(1, "back-session", NOW, TODAY, SessionState.OPEN, position, items or (item(),))
