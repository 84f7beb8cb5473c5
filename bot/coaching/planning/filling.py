"""How does a week in outline become sessions? Core lifts first, then loved ones, then sets and more lifts as they fit.

All of it is greedy and in a fixed order, so the same wishes give the same plan.
"""

from collections.abc import Iterator, Mapping

from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.knowledge.models import Exercise, Outline, Pattern, Place, Program
from bot.coaching.planning.lifts import LEAST_LEVEL, bigness, possible
from bot.coaching.planning.week import Week
from bot.domain.planning import Aim, Level, Wishes
from bot.domain.training import PlannedExercise

_LEVELS = tuple(Level)
_PULLS = (Pattern.VERTICAL_PULL, Pattern.HORIZONTAL_PULL)


def filled(program: Program, wishes: Wishes, knowledge: Knowledge) -> tuple[tuple[PlannedExercise, ...], ...]:
    """The lifts of each session of the week, big ones first."""
    return _Filling(program, wishes, knowledge).done()


class _Filling:
    def __init__(self, program: Program, wishes: Wishes, knowledge: Knowledge) -> None:
        self.wishes, self.knowledge, self.split = wishes, knowledge, program.split
        self.lifts: Mapping[str, Exercise] = possible(wishes, knowledge)
        patterns = {one.pattern for one in self.lifts.values()}
        self.week = Week(wishes, knowledge, both=patterns.issuperset(_PULLS))
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

    def _cover(self) -> None:
        """A lift more for each muscle that a session, or a split week, would leave out."""
        for at in range(self.wishes.days):
            for muscle in sorted(self.wanted):
                done = self._trained_all() if self.split else self.week.trained(at)
                if muscle not in done:
                    any(self.week.add(at, one, balanced=False) for one in self._ranked(at, self._for(muscle), done))

    def _love(self) -> None:
        """Each loved lift that found no place yet goes where there is most room, else in the place of one like it."""
        for id in sorted(self.wishes.loved & self.lifts.keys()):
            lift = self.lifts[id]
            if any(one.exercise == id for lifts in self.week.sessions for one in lifts):
                continue
            emptiest = sorted(range(self.wishes.days), key=lambda at: len(self.week.sessions[at]))
            if not any(self.week.add(at, lift) for at in emptiest):
                any(self._replace(at, index, lift) for at in emptiest for index in self._like(at, lift))

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
        while self._grow_low():
            pass

    def _place(self, at: int, place: Place, sets: int, *, complete: bool, balanced: bool) -> bool:
        role = self.knowledge.roles[place.role]
        pool = [id for id in role.by(self.wishes.level) if id in self.lifts]
        patterns = {self.lifts[id].pattern for id in pool}
        loved = [id for id in sorted(self.wishes.loved) if id in self.lifts and self.lifts[id].pattern in patterns]
        if place.core and self.wishes.aim is Aim.PULL_UP and role.id == "road":
            loved = []  # nothing stands in for the pull-up on the road to it
        ids = dict.fromkeys((*(id for id in loved if not self._planned(id)), *pool))
        done = self._trained_all() if self.split else self.week.trained(at)
        ranked = self._ranked(at, [self.lifts[id] for id in ids], done if complete else self.wanted)
        return any(self.week.add(at, one, sets, balanced=balanced) for one in ranked)

    def _ranked(self, at: int, lifts: list[Exercise], done: frozenset[str]) -> Iterator[Exercise]:
        """The best first: loved, fit for the level, training most of what is not `done`, of a family not there yet."""
        level = _LEVELS.index(self.wishes.level)
        there = {self.knowledge.family_of(one.exercise) for one in self.week.sessions[at]}

        def worth(lift: Exercise) -> tuple[bool, bool, int, bool]:
            hard = level < _LEVELS.index(LEAST_LEVEL.get(lift.id, Level.NOVICE))
            loved = lift.id in self.wishes.loved and not self._planned(lift.id)
            new = len((self.wanted - done).intersection(lift.muscles.prime))
            return not loved, hard, -new, self.knowledge.family_of(lift.id) in there

        return iter(sorted(lifts, key=worth))

    def _for(self, muscle: str) -> list[Exercise]:
        """Lifts for a muscle, those of the roles first."""
        roles = (id for role in self.knowledge.roles.values() for id in role.by(self.wishes.level))
        ids = dict.fromkeys((*roles, *self.lifts))
        return [self.lifts[id] for id in ids if id in self.lifts and muscle in self.lifts[id].muscles.prime]

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
            for muscle in sorted(self.wanted, key=lambda id: self.week.sets[id])
            if self.week.low(muscle)
            for at, lifts in enumerate(self.week.sessions)
            for index, one in sorted(enumerate(lifts), key=lambda pair: pair[1].sets)
        )

    def _like(self, at: int, lift: Exercise) -> list[int]:
        """Where in a session a lift of the same pattern stands that is not loved, the last first."""
        found = [
            index
            for index, one in enumerate(self.week.sessions[at])
            if self.lifts[one.exercise].pattern is lift.pattern and one.exercise not in self.wishes.loved
        ]
        return found[::-1]

    def _replace(self, at: int, index: int, lift: Exercise) -> bool:
        """Put a lift in the place of another, unless it does not fit or a muscle would be left out."""
        before = self._trained_all() if self.split else self.week.trained(at)
        if self.wishes.aim is Aim.PULL_UP and bigness(self.lifts[self.week.sessions[at][index].exercise]) > 1:
            return False
        gone = self.week.drop(at, index)
        if self.week.add(at, lift, gone.sets):
            if before <= (self._trained_all() if self.split else self.week.trained(at)):
                return True
            self.week.drop(at, len(self.week.sessions[at]) - 1)
        self.week.put_back(at, index, gone)
        return False

    def _planned(self, id: str) -> bool:
        return any(one.exercise == id for lifts in self.week.sessions for one in lifts)

    def _trained_all(self) -> frozenset[str]:
        return frozenset().union(*(self.week.trained(at) for at in range(self.wishes.days)))
