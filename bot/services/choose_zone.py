"""Where does the lifter train, and so what time is it there? By a button, a town's name or a location."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from zoneinfo import available_timezones

from bot.coaching.reminding.place_words import Where
from bot.domain.athlete import Athlete
from bot.domain.errors import UnknownTime, UnknownZone
from bot.services.coach import Coach
from bot.services.places import Town
from bot.services.ports import Work
from bot.services.remind import move_with_zone
from bot.services.tell_week import move_week_with_zone

MOST_TOWNS = 6
NO_PLACE = frozenset({"localtime", "posixrules", "Factory"})
"""Names that stand for no place: they differ from machine to machine."""


def choose_zone(work: Work, athlete: Athlete, zone: str, now: datetime) -> Athlete:
    """Keep an IANA zone, and move the reminders and the report of the week with it. Raises UnknownZone."""
    if zone not in available_timezones() or zone in NO_PLACE:
        raise UnknownZone(zone)
    work.athletes.choose_zone(athlete.id, zone)
    moved = replace(athlete, zone=zone, zone_chosen=True)
    move_with_zone(work, moved, now)
    move_week_with_zone(work, moved, now)
    return moved


def zone_at(coach: Coach, latitude: float, longitude: float) -> str:
    """The zone of a location. Raises UnknownZone at sea and off the globe."""
    zone = coach.places.zone_at(latitude, longitude)
    if zone is None:
        raise UnknownZone("that place")
    return zone


def towns(coach: Coach, said: str) -> Sequence[Town]:
    """Towns of that name, the largest first. Raises UnknownZone where there is none."""
    found = coach.places.towns(said)
    if not found:
        raise UnknownZone(said)
    return found[:MOST_TOWNS]


def towns_at(coach: Coach, where: Where, now: datetime) -> Sequence[Town]:
    """Towns where it is that time now, or so far from UTC; one a zone. Raises UnknownTime where there is none."""
    found = [town for offset in where.offsets(now) for town in coach.places.towns_at(offset, now)]
    if not found:
        raise UnknownTime
    return found
