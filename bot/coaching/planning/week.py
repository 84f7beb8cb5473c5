"""What is still free in a week that is being planned? Lifts and sets go in only where no limit of `rules.py` breaks."""

from dataclasses import dataclass, replace

from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.knowledge.models import Exercise, Pattern
from bot.coaching.planning.counting import credit
from bot.coaching.planning.dosing import dosed
from bot.coaching.planning.lifts import HEAVIEST, PULL_UP, on_the_road
from bot.coaching.planning.rules import BALANCE, FREE_DAYS, most_sets
from bot.coaching.planning.timing import seconds_of
from bot.coaching.progression.road import EXERCISES
from bot.domain.planning import Wishes
from bot.domain.training import PlannedExercise

STAGES = frozenset(EXERCISES) - {PULL_UP}
"""What the road to the pull-up asks for in its place."""
_PULLS = {Pattern.VERTICAL_PULL: Pattern.HORIZONTAL_PULL, Pattern.HORIZONTAL_PULL: Pattern.VERTICAL_PULL}


@dataclass(frozen=True, slots=True)
class _Change:
    """So many sets more of a lift in one session, which is `after` it."""

    at: int
    exercise: Exercise
    sets: int
    after: tuple[PlannedExercise, ...]


class Week:
    """Sessions that fill. With `both` pulls from above and rows are possible, and must stay in balance."""

    def __init__(self, wishes: Wishes, knowledge: Knowledge, *, both: bool) -> None:
        self.wishes, self.knowledge, self.both = wishes, knowledge, both
        self.volume = knowledge.volumes[wishes.level]
        self.sessions: list[tuple[PlannedExercise, ...]] = [() for _ in range(wishes.days)]
        self.sets = {muscle.id: 0.0 for muscle in knowledge.back}
        self.pulls = dict.fromkeys(_PULLS, 0)
        self.lumbar = [0] * wishes.days
        self._credits: dict[str, dict[str, float]] = {}

    def add(self, at: int, exercise: Exercise, sets: int = 1, *, balanced: bool = True) -> bool:
        """Put a lift at the end of a session, if it fits; whether it did."""
        if any(one.exercise == exercise.id for one in self.sessions[at]) or not self._may_be_heaviest(at, exercise):
            return False
        if self._is_a_stage(at, exercise):
            return False
        after = (*self.sessions[at], dosed(exercise, sets, self.wishes))
        return self._make(_Change(at, exercise, sets, after), balanced=balanced)

    def grow(self, at: int, index: int) -> bool:
        """One set more of a lift, if it fits; whether it did."""
        session = self.sessions[at]
        planned = session[index]
        if planned.sets >= most_sets(planned, self.wishes.aim, self.knowledge):
            return False
        after = (*session[:index], replace(planned, sets=planned.sets + 1), *session[index + 1 :])
        return self._make(_Change(at, self.knowledge.exercises[planned.exercise], 1, after), balanced=True)

    def drop(self, at: int, index: int) -> PlannedExercise:
        """Take a lift out of a session."""
        session = self.sessions[at]
        gone = session[index]
        after = session[:index] + session[index + 1 :]
        self._keep(_Change(at, self.knowledge.exercises[gone.exercise], -gone.sets, after))
        return gone

    def put_back(self, at: int, index: int, planned: PlannedExercise) -> None:
        """Undo `drop`."""
        session = self.sessions[at]
        after = (*session[:index], planned, *session[index:])
        self._keep(_Change(at, self.knowledge.exercises[planned.exercise], planned.sets, after))

    def trained(self, at: int) -> frozenset[str]:
        """The muscles of the back that do most of the work in a lift of this session."""
        lifts = (self.knowledge.exercises[one.exercise] for one in self.sessions[at])
        return frozenset(muscle for one in lifts for muscle in one.muscles.prime if muscle in self.sets)

    def low(self, muscle: str) -> bool:
        """Whether a muscle is still below its range."""
        return self.sets[muscle] < self.volume.hard_sets[muscle][0]

    def _make(self, change: _Change, *, balanced: bool) -> bool:
        if not self._fits(change) or (balanced and not self._stays_balanced(change)):
            return False
        self._keep(change)
        return True

    def _keep(self, change: _Change) -> None:
        for muscle, part in self._credit(change.exercise).items():
            self.sets[muscle] += part * change.sets
        if change.exercise.pattern in self.pulls:
            self.pulls[change.exercise.pattern] += change.sets
        self.lumbar[change.at] += change.exercise.lumbar * change.sets
        self.sessions[change.at] = change.after

    def _fits(self, change: _Change) -> bool:
        load = change.exercise.lumbar * change.sets
        return (
            all(
                self.sets[muscle] + part * change.sets <= self.volume.hard_sets[muscle][1]
                for muscle, part in self._credit(change.exercise).items()
            )
            and self.lumbar[change.at] + load <= self.volume.lumbar_session
            and sum(self.lumbar) + load <= self.volume.lumbar_week
            and sum(one.sets for one in change.after) <= self.volume.session_sets
            and seconds_of(change.after, self.knowledge) <= self.wishes.minutes * 60
        )

    def _stays_balanced(self, change: _Change) -> bool:
        """A step toward the smaller side is always one in the right direction."""
        other = _PULLS.get(change.exercise.pattern)
        if not self.both or other is None:
            return True
        return self.pulls[change.exercise.pattern] + change.sets <= BALANCE * self.pulls[other]

    def _may_be_heaviest(self, at: int, exercise: Exercise) -> bool:
        if exercise.lumbar < HEAVIEST:
            return True
        days = {day for day in range(len(self.sessions)) if self._heavy(day)}
        near = {(at - 1) % len(self.sessions), (at + 1) % len(self.sessions)}
        crowded = len(self.sessions) > FREE_DAYS and bool(days & near)
        return at not in days and len(days) < self.volume.heaviest_days and not crowded

    def _is_a_stage(self, at: int, exercise: Exercise) -> bool:
        """Whether it would stand twice in the session once the road gets to it."""
        there = {one.exercise for one in self.sessions[at]}
        if not on_the_road(self.wishes):
            return False
        return (exercise.id in STAGES and PULL_UP in there) or (exercise.id == PULL_UP and bool(STAGES & there))

    def _heavy(self, day: int) -> bool:
        return any(self.knowledge.exercises[one.exercise].lumbar >= HEAVIEST for one in self.sessions[day])

    def _credit(self, exercise: Exercise) -> dict[str, float]:
        """Halves are exact in a float."""
        if exercise.id not in self._credits:
            parts = credit(exercise, self.knowledge)
            self._credits[exercise.id] = {muscle: float(part) for muscle, part in parts.items()}
        return self._credits[exercise.id]
