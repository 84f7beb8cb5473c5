"""What do the tests of the log keep? Sets of every kind, as one entry."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from bot.domain.training import DoneSet
from bot.domain.units import Load, Unit
from bot.services.entries import Entry
from bot.storage.work import SqlWork
from tests.builders import NOW, TODAY

YESTERDAY = TODAY - timedelta(days=1)

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=40)
LOADS = st.builds(Load, st.decimals(-2000, 2000, places=3), st.sampled_from(Unit))
RPES = st.integers(2, 20).map(lambda halves: Decimal(halves) / 2)
SETS = st.builds(
    DoneSet,
    exercise=st.sampled_from(["deadlift", "pull-up", "plank"]),
    reps=st.integers(1, 1000),
    seconds=st.none() | st.integers(1, 36000),
    load=st.none() | LOADS,
    bodyweight=st.booleans(),
    per_side=st.booleans(),
    rpe=st.none() | RPES,
    warmup=st.booleans(),
    note=st.none() | TEXT,
)


def keep(work: SqlWork, athlete: int, *sets: DoneSet, day: date = TODAY, session: int | None = None) -> Entry:
    return work.log.keep(athlete, sets, at=NOW, day=day, session=session)
