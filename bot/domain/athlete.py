"""Who is the athlete, and what day is it where they train?"""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.domain.units import Unit


@dataclass(frozen=True, slots=True)
class Athlete:
    """A person the coach knows. `unit_chosen` and `zone_chosen` say whether they picked these or got the default."""

    id: int
    telegram_id: int
    name: str
    unit: Unit = Unit.KG
    unit_chosen: bool = False
    zone: str = "UTC"
    zone_chosen: bool = False


def day_of(moment: datetime, zone: str) -> date:
    """The local date of an aware moment in an IANA zone."""
    return moment.astimezone(ZoneInfo(zone)).date()
