"""Where is a lifter who says it in a sentence? A town, what their clock shows, or how far it is from UTC."""

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from bot.coaching.reminding.clock_time import read_time

TOWN = re.compile(
    r"(?:my (?:time ?zone|town|city) is|(?:set |change )?(?:my |the )?time ?zone(?: to|:)?|i live (?:in|near)|"
    r"i moved to) (?P<said>.+)"
)
MENU = re.compile(r"(?:(?:set|change) )?(?:my |the )?time ?zone")
NEAR = re.compile(r"(?:i'?m (?:in|near|from)|i am (?:in|near|from)|i train in|near|in|from) (?P<said>.+)")
CLOCK = re.compile(
    r"(?:(?:my|the) (?:local )?(?:time|clock)(?: here)?(?: is| says| shows)?(?: now)?|(?P<its>it'?s|it is))"
    r" (?P<said>.+?)(?P<here> here| for me| where i am)?(?: now)?"
)
BARE = re.compile(r"\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?|\d{1,2} ?[ap]\.?m\.?")
OFFSET = re.compile(r"(?:utc|gmt) ?(?P<sign>[-+−–]) ?(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?")
DAY = timedelta(days=1)
WEST, EAST = timedelta(hours=-12), timedelta(hours=14)
"""How far the clocks of the earth are from UTC."""
SLOP = timedelta(minutes=10)
"""What a clock may be wrong by."""


@dataclass(frozen=True, slots=True)
class Where:
    """One of the three; none of them where the zone alone is spoken of."""

    town: str = ""
    clock: time | None = None
    offset: timedelta | None = None

    def offsets(self, now: datetime) -> tuple[timedelta, ...]:
        """How far it may be from UTC: two where one is a day from the other."""
        if self.offset is not None:
            return (self.offset,)
        if self.clock is None:
            return ()
        shown = datetime.combine(now.date(), self.clock, now.tzinfo)
        ahead = shown - now
        return tuple(one for one in (ahead - DAY, ahead, ahead + DAY) if WEST - SLOP <= one <= EAST + SLOP)


def read_where(text: str) -> Where | None:
    """None for a message that says none of it in so many words."""
    said = _plain(text)
    if MENU.fullmatch(said):
        return Where()
    found = OFFSET.fullmatch(said)
    if found is not None:
        ahead = timedelta(hours=int(found["hours"]), minutes=int(found["minutes"] or 0))
        return Where(offset=ahead if found["sign"] == "+" else -ahead) if ahead <= EAST else None
    found = CLOCK.fullmatch(said)
    at = read_time(found["said"]) if found and (found["here"] or not found["its"]) else None
    if at is not None:
        return Where(clock=at)
    found = TOWN.fullmatch(said)
    return Where(town=found["said"]) if found else None


def read_place(text: str) -> Where:
    """The answer to where they train: the same, a bare time, or a town."""
    at = read_time(_plain(text)) if BARE.fullmatch(_plain(text)) else None
    return read_where(text) or Where(clock=at, town="" if at else text)


def read_near(text: str) -> str | None:
    """`I'm in Tokyo`, which may be said of something else: what stands behind it."""
    found = NEAR.fullmatch(_plain(text))
    return found["said"] if found else None


def _plain(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").split()).strip(" .!")
