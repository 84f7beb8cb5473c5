"""Which lifts are the lifter's own: in their log, and none of the knowledge base? Fetched where a text may name one."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from bot.coaching.language.log_line.own import OwnNames
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


def lift_named(work: Work, coach: Coach, athlete: Athlete, said: str) -> str | None:
    """One that is known, or one of their own by its name or the first word of it: of several the one trained most."""
    known = coach.log_reader.lift_named(said)
    if known is not None:
        return known
    practised = [one.exercise for one in work.progress.practised(athlete.id)]
    called = OwnNames(one for one in practised if one not in coach.knowledge.exercises).called(said)
    return next((one for one in practised if one in called), None)
