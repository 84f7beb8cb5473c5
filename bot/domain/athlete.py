"""Who is the athlete, and what day is it where they train?"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from bot.domain.units import Unit

DAY_TURNS = 4
LATEST_TURN = 6
"""Nobody's evening is longer, and some train at seven."""


@dataclass(frozen=True, slots=True)
class Athlete:
    """A person the coach knows. `unit_chosen` and `zone_chosen` say whether they picked these or got the default.

    `day_turns` is the local hour at which a new day of training begins: what is lifted at 00:40 is the evening's.
    With `rest_timer` the coach rings when the rest after a set is over, with `weekly_report` it writes on Sundays.
    """

    id: int
    telegram_id: int
    name: str
    unit: Unit = Unit.KG
    unit_chosen: bool = False
    zone: str = "UTC"
    zone_chosen: bool = False
    day_turns: int = DAY_TURNS
    rest_timer: bool = True
    dark_pictures: bool = False
    weekly_report: bool = True

    def day(self, moment: datetime) -> date:
        """The day of training that an aware moment belongs to, where they train."""
        return _day(moment, self.zone, self.day_turns)


@lru_cache(maxsize=64)
def _day(moment: datetime, zone: str, turns: int) -> date:
    """Asked some ten times in a turn, for the same moment."""
    local = moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    return (local - timedelta(hours=turns)).date()


def day_of(moment: datetime, zone: str) -> date:
    """The date in the calendar of an aware moment in an IANA zone."""
    return moment.astimezone(ZoneInfo(zone)).date()


def noon_of(day: date, zone: str) -> datetime:
    """The instant at which sets of an earlier day are said to be done."""
    return datetime.combine(day, time(12), ZoneInfo(zone)).astimezone(UTC)
