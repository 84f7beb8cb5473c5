"""Which lifts are the lifter's own: in their log, and none of the knowledge base? Fetched where a text may name one."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from bot.domain.athlete import Athlete
from bot.domain.training import DoneSet
from bot.services.coach import Coach
from bot.services.ports import Work


class OwnLifts(Mapping[str, DoneSet]):
    """Each by its name, with a set of it."""

    def __init__(self, work: Work, coach: Coach, athlete: Athlete) -> None:
        self._work = work
        self._known = coach.knowledge.exercises
        self._athlete = athlete.id

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        trained = self._work.bests.exercises(self._athlete)
        return {one.exercise: one.kept for one in trained if one.exercise not in self._known}

    def __getitem__(self, name: str) -> DoneSet:
        kept = self._work.history.kept(self._athlete, self._numbers[name])
        if kept is None:
            raise KeyError(name)
        return kept.done

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)
