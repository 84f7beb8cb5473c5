"""Are pictures light or dark? As a lifter chose."""

from dataclasses import replace

from bot.domain.athlete import Athlete
from bot.services.ports import Work


def asks_dark(work: Work, athlete: Athlete, chat: int) -> bool:
    """Whether this is the moment to ask for it, which comes once."""
    talk = work.talks.get(chat)
    if athlete.dark_pictures or talk.dark_asked:
        return False
    work.talks.put(chat, replace(talk, dark_asked=True))
    return True


def set_dark_pictures(work: Work, athlete: Athlete, *, on: bool) -> Athlete:
    work.athletes.set_dark_pictures(athlete.id, on=on)
    return replace(athlete, dark_pictures=on)
