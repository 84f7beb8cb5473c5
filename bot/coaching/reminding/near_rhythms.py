"""What does a lifter ask for that weekdays and a time cannot say, and which rhythms come nearest to it? Every other
day, three times a week, tomorrow, in an hour.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import Enum, auto

from bot.coaching.reminding.clock_time import in_figures
from bot.coaching.reminding.rhythm_words import LONGEST, read_rhythm
from bot.domain.reminding import WEEKDAYS

MON, TUE, WED, THU, FRI, SAT, SUN = range(7)


class Kind(Enum):
    EVERY_SO_MANY_DAYS = auto()
    EVERY_SO_MANY_WEEKS = auto()
    TIMES_A_WEEK = auto()
    ONCE = auto()


@dataclass(frozen=True, slots=True)
class Near:
    """`days`: what comes near it, the nearest first. Of what was to come once they are counted from today instead:
    `ahead` is how far away it was to be."""

    kind: Kind
    days: tuple[frozenset[int], ...] = ()
    at: time | None = None
    ahead: timedelta = timedelta(0)

    def from_now(self, now: datetime) -> tuple[tuple[frozenset[int], ...], time | None]:
        """The days and the time, as of a lifter's local `now`."""
        if self.kind is not Kind.ONCE:
            return self.days, self.at
        then = now + self.ahead
        exact = self.ahead % timedelta(days=1) != timedelta(0)
        return (frozenset((then.weekday(),)),), then.time().replace(second=0, microsecond=0) if exact else self.at


_OTHERS = (frozenset((MON, WED, FRI, SUN)), frozenset((TUE, THU, SAT)), frozenset((MON, WED, FRI)))
_THIRDS = (frozenset((MON, THU)), frozenset((TUE, FRI)), frozenset((WED, SAT)))
_A_WEEK = {
    1: (frozenset((MON,)), frozenset((WED,)), frozenset((SAT,))),
    2: _THIRDS,
    3: (frozenset((MON, WED, FRI)), frozenset((TUE, THU, SAT))),
    4: (frozenset((MON, TUE, THU, FRI)), frozenset((MON, WED, FRI, SUN))),
    5: (WEEKDAYS, frozenset((MON, TUE, WED, FRI, SAT))),
    6: (frozenset((MON, TUE, WED, THU, FRI, SAT)),),
}
_EVERY = r"(?:every|each)"
DAYS = re.compile(
    rf"\b(?:{_EVERY} (?:(?P<two>other|second|2(?:nd)?)|third|3(?:rd)?) days?|(?P<alternate>alternate days))"
)
WEEKS = re.compile(rf"\b(?:{_EVERY} (?:other|second|2(?:nd)?|third|3(?:rd)?|4(?:th)?) (?=[a-z])(?:weeks?\b)?|biweekly)")
A_WEEK = re.compile(rf"\b(?:(?P<word>once|twice)|(?P<count>[1-6]) ?(?:times|x|days)?)(?: (?:a|per|{_EVERY})|/) ?week\b")
ONCE = re.compile(
    r"\b(?:(?P<tomorrow>tomorrow|tmrw|tmr|tomorow|tommorow|tommorrow)|today|tonight|later today|this (?P<part>morning|"
    r"afternoon|evening)|in (?P<count>\d{1,3}|an?|half an) (?P<unit>min|hour|hr|h|day)(?:utes?|s)?)\b"
)
ME = re.compile(r"(?:please )?(?:remind me )?(?:to (?:train|lift|work ?out) )?")
UNITS = {"min": timedelta(minutes=1), "hour": timedelta(hours=1), "hr": timedelta(hours=1), "h": timedelta(hours=1),
         "day": timedelta(days=1)}  # fmt: skip


def read_near(said: str) -> Near | None:
    """None for what says none of these, and for what has more in it than days and a time beside it."""
    text = " ".join(re.sub(r"[,.!?](?!\d)", " ", said.lower()).split()) if len(said) <= LONGEST else ""
    text = in_figures(ME.sub("", text, count=1))
    for pattern, near in ((DAYS, _days), (A_WEEK, _a_week), (ONCE, _once), (WEEKS, _weeks)):
        found = pattern.search(text)
        if found is not None:
            return near(found, " ".join((text[: found.start()] + " " + text[found.end() :]).split()))
    return None


def _days(found: re.Match[str], rest: str) -> Near | None:
    days = _OTHERS if found["two"] or found["alternate"] else _THIRDS
    return _with_time(Kind.EVERY_SO_MANY_DAYS, days, rest)


def _a_week(found: re.Match[str], rest: str) -> Near | None:
    count = int(found["count"]) if found["count"] else 1 + (found["word"] == "twice")
    return _with_time(Kind.TIMES_A_WEEK, _A_WEEK[count], rest)


def _weeks(_: re.Match[str], rest: str) -> Near | None:
    """Every other Monday; the weekday stands in the rest."""
    spoken = read_rhythm(rest) if rest else None
    if rest and spoken is None:
        return None
    days = _A_WEEK[1] if spoken is None or spoken.days is None else (spoken.days,)
    return Near(Kind.EVERY_SO_MANY_WEEKS, days, spoken.at if spoken else None)


def _once(found: re.Match[str], rest: str) -> Near | None:
    near = _with_time(Kind.ONCE, (), f"{rest} in the {found['part']}" if found["part"] and rest else rest)
    if near is None:
        return None
    ahead = timedelta(days=1) if found["tomorrow"] else timedelta(0)
    if found["unit"]:
        count = found["count"]
        ahead = UNITS[found["unit"]] * (int(count) if count.isdigit() else 0.5 if count.startswith("half") else 1)
    return Near(Kind.ONCE, (), near.at, ahead)


def _with_time(kind: Kind, days: Sequence[frozenset[int]], rest: str) -> Near | None:
    """None where the rest is more than a time."""
    spoken = read_rhythm(rest) if rest else None
    if rest and (spoken is None or (spoken.days is not None and spoken.at is not None)):
        return None
    return Near(kind, tuple(days), spoken.at if spoken else None)
