"""What becomes of a note? It is kept with its lift: the one it names, else the one on the card or logged last."""

from datetime import datetime

from bot.coaching.language.log_line import Action, LogContext
from bot.coaching.language.logbook import Noted
from bot.domain.athlete import Athlete
from bot.domain.errors import BadNote, NoteGone, NoteWithoutLift
from bot.domain.logbook import Note
from bot.services.coach import Coach
from bot.services.log_text import current_exercise
from bot.services.ports import Visit, Work

LONGEST = 300


def note(work: Work, coach: Coach, visit: Visit, text: str, now: datetime) -> Note | None:
    """None where the text is no note. Raises NoteWithoutLift, and BadNote for one that is empty or too long."""
    noted = coach.logbook.note(text)
    if noted is None:
        return None
    to = (_led_by_a_lift if noted.to is None else _to)(coach, visit, noted, text, now)
    if to is None:
        return None
    exercise, said = to
    if not 1 <= len(said) <= LONGEST:
        raise BadNote(len(said), LONGEST)
    athlete = visit.athlete
    return work.notes.keep(athlete.id, exercise, said, at=now, day=athlete.day(now))


def _to(coach: Coach, visit: Visit, noted: Noted, text: str, now: datetime) -> tuple[str, str] | None:
    exercise = coach.log_reader.lift_named(noted.to) if noted.to else current_exercise(visit, now)
    if exercise is not None:
        return exercise, noted.text
    if noted.to and _is_a_set(coach, visit, text, now):
        return None
    raise NoteWithoutLift(noted.to or "")


def _led_by_a_lift(coach: Coach, visit: Visit, noted: Noted, text: str, now: datetime) -> tuple[str, str] | None:
    """`note deadlift hook grip`: the longest name at its beginning. What is a set to the log stays one."""
    found = coach.log_reader.led_by_a_lift(noted.text)
    if found is None:
        return None
    exercise, said = found
    numbered = said[:1].isdigit() or said[:1] in "+x@"
    return None if numbered and _is_a_set(coach, visit, text, now) else (exercise, said)


def _is_a_set(coach: Coach, visit: Visit, text: str, now: datetime) -> bool:
    context = LogContext(visit.athlete.unit, visit.athlete.day(now), current_exercise(visit, now))
    return coach.log_reader.read(text, context).action is not Action.NONE


def delete_note(work: Work, athlete: Athlete, note_id: int, now: datetime) -> Note:
    """Raises NoteGone where it is deleted already, or somebody else's."""
    found = work.notes.get(athlete.id, note_id)
    if found is None or not work.log.undo(athlete.id, found.entry, now):
        raise NoteGone
    return found
