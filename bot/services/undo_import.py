"""How is an import taken back? All of its sets at once; a file may bring them again."""

from datetime import datetime

from bot.domain.athlete import Athlete
from bot.domain.errors import NothingToUndo
from bot.services.imports import Import
from bot.services.ports import Work


def undo_import(work: Work, athlete: Athlete, entry: int, now: datetime) -> Import:
    """Raises NothingToUndo where it is taken back already, or somebody else's."""
    found = work.imports.find(athlete.id, entry)
    if found is None or not work.log.undo(athlete.id, entry, now):
        raise NothingToUndo
    return found


def newest_import(work: Work, athlete: Athlete) -> Import | None:
    """The last import, where nothing was logged after it."""
    found, entry = work.imports.newest(athlete.id), work.log.last_entry(athlete.id)
    return None if found is None or (entry is not None and entry.id > found.entry) else found
