"""How does a week in outline become sessions? Core lifts first, then loved ones, then sets and more lifts as they fit.

All of it is greedy and in a fixed order, so the same wishes give the same plan.
"""

from collections.abc import Iterator, Mapping

from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.knowledge.models import Exercise, Outline, Place, Program
from bot.coaching.planning.lifts import LEAST_LEVEL, PULLS, bigness, possible
from bot.coaching.planning.rules import FEWEST_SETS
from bot.coaching.planning.timing import seconds_of
from bot.coaching.planning.week import Week
from bot.domain.planning import Aim, Level, Wishes
from bot.domain.training import PlannedExercise

ROAD = "road"
"""The role of the pull-up where it is what the plan is for."""

_LEVELS = tuple(Level)


def filled(program: Program, wishes: Wishes, knowledge: Knowledge) -> tuple[tuple[PlannedExercise, ...], ...]:
    """The lifts of each session of the week, big ones first."""
    return _Filling(program, wishes, knowledge).done()


class _Filling:
    def __init__(self, program: Program, wishes: Wishes, knowledge: Knowledge) -> None:
        self.wishes, self.knowledge, self.split = wishes, knowledge, program.split
        self.lifts: Mapping[str, Exercise] = possible(wishes, knowledge)
        patterns = {one.pattern for one in self.lifts.values()}
        self.week = Week(wishes, knowledge, both=patterns.issuperset(PULLS))
        self.outlines: list[Outline] = [program.week[day % len(program.week)] for day in range(wishes.days)]
        primes = {muscle for one in self.lifts.values() for muscle in one.muscles.prime}
        self.wanted = frozenset(muscle.id for muscle in knowledge.back if muscle.id in primes)

    def done(self) -> tuple[tuple[PlannedExercise, ...], ...]:
        self._core()
        self._cover()
        self._love()
        self._fill()
        sizes = {id: bigness(one) for id, one in self.lifts.items()}
        return tuple(tuple(sorted(lifts, key=lambda one: -sizes[one.exercise])) for lifts in self.week.sessions)

    def _core(self) -> None:
        for at, outline in enumerate(self.outlines):
            core = [place for place in outline.places if place.core]
            for place in core:
                self._place(at, place, 1, complete=place is core[-1], balanced=False)
            if not self._pulls(at):
                self._pull(at)

    def _pulls(self, at: int) -> bool:
        return any(self.lifts[one.exercise].pattern in PULLS for one in self.week.sessions[at])

    def _pull(self, at: int) -> None:
        """Some pull for a session without any; where the week has no room for it, in the place of what is no pull."""
        ranked = list(self._ranked(at, [one for one in self._by_role() if one.pattern in PULLS], self.wanted))
        if any(self.week.add(at, one, balanced=False) for one in ranked):
            return
        for day in reversed(range(at + 1)):
            for index, planned in reversed(list(enumerate(self.week.sessions[day]))):
                if self.lifts[planned.exercise].pattern not in PULLS:
                    self.week.drop(day, index)
                    if any(self.week.add(at, one, balanced=False) for one in ranked):
                        return
                    self.week.put_back(day, index, planned)

    def _cover(self) -> None:
        """A lift more for each muscle that a session, or a split week, would leave out."""
        for at in range(self.wishes.days):
            for muscle in sorted(self.wanted):
                done = self._trained_all() if self.split else self.week.trained(at)
                if muscle not in done:
                    any(self.week.add(at, one, balanced=False) for one in self._ranked(at, self._for(muscle), done))

    def _love(self) -> None:
        """Each loved lift that found no place yet goes where there is most room."""
        for id in sorted(self.wishes.loved & self.lifts.keys()):
            lift = self.lifts[id]
            if any(one.exercise == id for lifts in self.week.sessions for one in lifts):
                continue
            emptiest = sorted(range(self.wishes.days), key=lambda at: len(self.week.sessions[at]))
            any(self.week.add(at, lift) for at in emptiest)

    def _fill(self) -> None:
        """Two sets of each, then three, then what else the outline has, then more sets of what is still too little."""
        gentle = self.wishes.aim is Aim.HEALTH
        self._grow(2)
        if not gentle:
            self._grow(3)
        for number in range(max(len(outline.places) for outline in self.outlines)):
            for at, outline in enumerate(self.outlines):
                if number < len(outline.places) and not outline.places[number].core:
                    self._place(at, outline.places[number], 2, complete=False, balanced=True)
        self._grow(2 if gentle else 3)
        while self._grow_low() or self._add_low():
            pass

    def _place(self, at: int, place: Place, sets: int, *, complete: bool, balanced: bool) -> bool:
        role = self.knowledge.roles[place.role]
        pool = [id for id in role.by(self.wishes.level) if id in self.lifts]
        patterns = {self.knowledge.exercises[id].pattern for id in role.exercises[:1]}
        if place.core and not self._on_the_road(place):
            pool += [one.id for one in self._by_role() if one.pattern in patterns]
        loved = [id for id in sorted(self.wishes.loved) if id in self.lifts and self.lifts[id].pattern in patterns]
        if self._on_the_road(place):
            loved = []  # nothing stands in for the pull-up on the road to it
        ids = dict.fromkeys((*(id for id in loved if not self._planned(id)), *pool))
        done = self._trained_all() if self.split else self.week.trained(at)
        ranked = self._ranked(at, [self.lifts[id] for id in ids], done if complete else self.wanted)
        return any(self.week.add(at, one, sets, balanced=balanced) for one in ranked)

    def _ranked(self, at: int, lifts: list[Exercise], done: frozenset[str]) -> Iterator[Exercise]:
        """The best first: loved, fit for the level, training most of what is not `done`, of a family not there yet."""
        there = {self.knowledge.family_of(one.exercise) for one in self.week.sessions[at]}

        def worth(lift: Exercise) -> tuple[bool, bool, int, bool]:
            hard = self._too_hard(lift)
            loved = lift.id in self.wishes.loved and not self._planned(lift.id)
            new = len((self.wanted - done).intersection(lift.muscles.prime))
            return not loved, hard, -new, self.knowledge.family_of(lift.id) in there

        return iter(sorted(lifts, key=worth))

    def _too_hard(self, lift: Exercise) -> bool:
        return _LEVELS.index(self.wishes.level) < _LEVELS.index(LEAST_LEVEL.get(lift.id, Level.NOVICE))

    def _for(self, muscle: str) -> list[Exercise]:
        return [one for one in self._by_role() if muscle in one.muscles.prime]

    def _by_role(self) -> list[Exercise]:
        """Every possible lift, those of the roles first."""
        roles = (id for role in self.knowledge.roles.values() for id in role.by(self.wishes.level))
        return [self.lifts[id] for id in dict.fromkeys((*roles, *self.lifts)) if id in self.lifts]

    def _on_the_road(self, place: Place) -> bool:
        return place.role == ROAD

    def _grow(self, sets: int) -> None:
        """Up to so many sets of every lift, one each in turn."""
        for number in range(max(map(len, self.week.sessions))):
            for at, lifts in enumerate(self.week.sessions):
                if number < len(lifts) and lifts[number].sets < sets:
                    self.week.grow(at, number)

    def _grow_low(self) -> bool:
        """One set more somewhere for a muscle below its range; whether there was room."""
        return any(
            muscle in self.lifts[one.exercise].muscles.prime and self.week.grow(at, index)
            for muscle in sorted(self.wanted, key=lambda id: (self.week.sets[id], id))
            if self.week.low(muscle)
            for at, lifts in enumerate(self.week.sessions)
            for index, one in sorted(enumerate(lifts), key=lambda pair: pair[1].sets)
        )

    def _add_low(self) -> bool:
        """One lift more for a muscle that is below its range still, in the shortest session that has room for it; lifts
        above the level are left alone."""
        low = sorted(
            (muscle for muscle in self.wanted if self.week.low(muscle)), key=lambda id: (self.week.sets[id], id)
        )
        emptiest = sorted(range(self.wishes.days), key=lambda at: seconds_of(self.week.sessions[at], self.knowledge))
        return any(
            self.week.add(at, lift, FEWEST_SETS)
            for muscle in low
            for at in emptiest
            for lift in self._ranked(at, self._for(muscle), self.week.trained(at))
            if not self._too_hard(lift)
        )

    def _planned(self, id: str) -> bool:
        return any(one.exercise == id for lifts in self.week.sessions for one in lifts)

    def _trained_all(self) -> frozenset[str]:
        return frozenset().union(*(self.week.trained(at) for at in range(self.wishes.days)))
