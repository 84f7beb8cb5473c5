"""Which load is in force of a lift? The one on the card of the open session, else the one lifted last."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from decimal import Decimal

from bot.domain.athlete import Athlete
from bot.domain.training import KeptSet
from bot.domain.units import Load
from bot.services.ports import Work
from bot.services.workout import card_of


class UsualLoads(Mapping[str, Decimal]):
    """By exercise, in the athlete's unit. Fetched where a line asks for one."""

    def __init__(self, work: Work, athlete: Athlete, now: datetime) -> None:
        self._work, self._athlete, self._now = work, athlete, now

    def __getitem__(self, exercise: str) -> Decimal:
        load = self._on_card(exercise) or self._last(exercise)
        if load is None:
            raise KeyError(exercise)
        return load.to(self._athlete.unit).amount

    def __iter__(self) -> Iterator[str]:
        return (one.exercise for one in self._work.bests.exercises(self._athlete.id))

    def __len__(self) -> int:
        return len(self._work.bests.exercises(self._athlete.id))

    def _on_card(self, exercise: str) -> Load | None:
        session = self._work.sessions.open(self._athlete.id)
        item = next((one for one in session.items if one.plan.exercise == exercise), None) if session else None
        if session is None or item is None:
            return None
        if item is session.current:
            offered = card_of(self._work, self._athlete, session, self._now).offer
            return offered.load if offered else None
        return _lifted(item.working) or (item.advice.load if item.advice else None)

    def _last(self, exercise: str) -> Load | None:
        return _lifted(self._work.history.last_time(self._athlete.id, [exercise]).get(exercise, ()))


def _lifted(sets: tuple[KeptSet, ...]) -> Load | None:
    return next((one.done.load for one in reversed(sets) if one.done.load is not None), None)
