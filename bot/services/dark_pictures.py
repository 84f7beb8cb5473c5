"""Are pictures light or dark? As a lifter chose."""

from dataclasses import replace

from bot.domain.athlete import Athlete
from bot.services.ports import Work


def set_dark_pictures(work: Work, athlete: Athlete, *, on: bool) -> Athlete:
    work.athletes.set_dark_pictures(athlete.id, on=on)
    return replace(athlete, dark_pictures=on)
