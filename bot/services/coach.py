"""What does every use case need to know of the coach? Read once at the start, never changed."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.coaching.importing.matching import ExerciseMatcher
from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.knowledge.models import Loading, Program
from bot.coaching.language.deeds import Deed
from bot.coaching.language.language import Language
from bot.coaching.language.log_line import LogReader
from bot.coaching.language.logbook import Logbook
from bot.coaching.language.spoken import SpokenWords
from bot.coaching.language.understanding import Understander
from bot.domain.training import PlannedExercise, RepRange
from bot.services.places import Places


@dataclass(frozen=True, slots=True)
class Coach:
    knowledge: Knowledge
    language: Language
    understander: Understander
    log_reader: LogReader
    deeds: Mapping[str, Deed]
    """Whole messages that do what a button does."""
    spoken: SpokenWords
    """What is said of the session that runs."""
    matcher: ExerciseMatcher
    """Which lift an exercise of another tracker is."""
    logbook: Logbook
    places: Places
    program: Program
    """The session that /workout gives: the article's, until a plan is made."""
    admins: frozenset[int] = frozenset()
    """Telegram ids of the maintainers."""
    bot: int = 0
    """Its own id at Telegram."""
    drawing: str = ""
    """How maps are drawn (`edition`)."""

    @property
    def lifts(self) -> frozenset[str]:
        """Ids of the exercises."""
        return frozenset(self.knowledge.exercises)

    def planned(self) -> tuple[PlannedExercise, ...]:
        return tuple(
            self.planned_as(slot.exercise, sets=slot.sets, reps=RepRange(*slot.reps), rest=slot.rest)
            for slot in self.program.slots
        )

    def planned_as(self, exercise: str, *, sets: int, reps: RepRange, rest: int) -> PlannedExercise:
        """The same work asked of an exercise, in the way that exercise is counted."""
        known = self.knowledge.exercise(exercise)
        return PlannedExercise(
            exercise=exercise,
            sets=sets,
            reps=reps,
            rest=rest,
            per_side=known.per_side,
            timed=known.seconds,
            bodyweight=known.loading is Loading.BODYWEIGHT,
        )
