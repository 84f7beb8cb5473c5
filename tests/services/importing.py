"""How do the tests of importing bring a file into a log, and see what is in it?"""

from datetime import date

from bot.coaching.importing.matching import ExerciseMatcher
from bot.coaching.importing.shapes import Answers
from bot.domain.athlete import Athlete
from bot.domain.training import DoneSet
from bot.domain.units import Unit
from bot.services.import_sets import import_sets
from bot.services.imports import Import
from bot.services.messages import Person
from bot.services.ports import Work
from bot.services.prepare_import import Prepared, prepare
from tests.builders import NOW, TODAY
from tests.coaching.understanding import LANGUAGE
from tests.knowledge import KNOWLEDGE
from tests.storage.people import ANN

MATCHER = ExerciseMatcher(KNOWLEDGE, LANGUAGE.words.spellings)


def met(work: Work, person: Person = ANN, zone: str = "Europe/Berlin") -> Athlete:
    athlete, _ = work.athletes.meet(person, person.id, NOW)
    work.athletes.choose_zone(athlete.id, zone)
    found = work.athletes.find(person.id)
    assert found is not None
    return found


def ready(body: bytes, unit: Unit = Unit.KG) -> Prepared:
    return prepare(MATCHER, body, TODAY, Answers(unit))


def bring(work: Work, athlete: Athlete, body: bytes) -> Import | None:
    return import_sets(work, athlete, ready(body), NOW)[1]


def added(work: Work, athlete: Athlete, body: bytes) -> int:
    """How many sets a file brings."""
    brought = bring(work, athlete, body)
    return 0 if brought is None else brought.sets


def history(work: Work, athlete: Athlete) -> list[tuple[date, list[DoneSet]]]:
    return [(day.day, [kept.done for kept in day.sets]) for day in work.history.days(athlete.id, limit=1000)]


def lifted(work: Work, athlete: Athlete) -> list[str]:
    """Every set in the log: `100 × 8`, lightest first."""
    sets = (kept.done for kept in work.history.every(athlete.id))
    return [f"{load} × {reps}" for load, reps in sorted((one.load.amount if one.load else 0, one.reps) for one in sets)]
