"""What can be pressed about a plan?

Wishes travel in the button, so that nothing half said is kept: aim, level, days and minutes as the digits of one
number, equipment as one bit for each piece there is, what hurts as one bit a site, and each lift that is loved or
refused as two letters, or, where these are many, all lifts as one number. All of them are places in lists: below what
hurts stands a checksum of these, so that a button from before a list was changed is an old one, and no lift is taken
for another.
"""

import string
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar
from zlib import crc32

from bot.chat.press import Press
from bot.coaching.knowledge.catalog import Knowledge
from bot.domain.errors import ScreenOutdated
from bot.domain.planning import DAYS, MINUTES, Aim, Level, Site, Wishes

T = TypeVar("T")


AIMS, LEVELS, SITES = tuple(Aim), tuple(Level), tuple(Site)


CHECKS = 10_000
"""Checksums are below it."""


SHAPE_DIGITS = 6


MOST_LETTERED = 11
"""More lifts loved and refused are shorter as one number."""


ALL = "."
"""Before that number: a digit of base three for each lift there is, 1 for loved and 2 for refused."""


DIGITS = string.digits + string.ascii_lowercase


class Step(StrEnum):
    """Which screen of the wishes is shown."""

    AIM = "a"
    LEVEL = "l"
    DAYS = "d"
    KIT = "k"
    MINUTES = "m"
    PIECES = "p"
    HURTS = "h"
    PLAN = "s"
    USE = "u"


@dataclass(frozen=True)
class WishPlan(Press, tag="yw"):
    """The wishes so far, and the screen they are shown on."""

    step: str
    shape: int
    equipment: int
    hurts: int
    tastes: str
    """Empty: the lifts loved and refused in the plan in force."""


@dataclass(frozen=True)
class ShowPlan(Press, tag="yp"):
    """The plan in force."""


@dataclass(frozen=True)
class ChangePlan(Press, tag="yc"):
    """Wishes anew, beginning with those of the plan in force."""


@dataclass(frozen=True)
class EndPlan(Press, tag="ye"):
    """Back to the sample session."""


@dataclass(frozen=True)
class RevivePlan(Press, tag="yr"):
    """The plan that ended, back in force."""

    plan: int


@dataclass(frozen=True)
class DropPlan(Press, tag="yd"):
    """The plan made last goes, and the one before it comes back."""

    plan: int


@dataclass(frozen=True)
class ListLifts(Press, tag="yl"):
    """The lifts of the plan, to say which are loved or refused."""


@dataclass(frozen=True)
class ShowPlannedLift(Press, tag="yi"):
    exercise: str


@dataclass(frozen=True)
class PreferLift(Press, tag="yf"):
    """`how`: 1 it is loved, -1 refused, 0 neither."""

    exercise: str
    how: int


@dataclass(frozen=True)
class WhatIf(Press, tag="yq"):
    """What would change, with one wish changed: `what` is a key of `services.what_if.questions`, "" for the menu."""

    what: str


def wish_button(step: Step, wishes: Wishes, knowledge: Knowledge) -> WishPlan:
    pieces = tuple(knowledge.equipment)
    tastes = _tastes(wishes, tuple(knowledge.exercises))
    return WishPlan(
        step,
        int(f"1{AIMS.index(wishes.aim)}{LEVELS.index(wishes.level)}{wishes.days}{wishes.minutes}"),
        _mask(pieces, wishes.equipment),
        _mask(SITES, wishes.hurts) * CHECKS + _lists(knowledge, tastes),
        tastes,
    )


def wishes_in(pressed: WishPlan, knowledge: Knowledge) -> Wishes:
    """Raises ScreenOutdated for what no button of today's says."""
    pieces = tuple(knowledge.equipment)
    hurts, lists = divmod(pressed.hurts, CHECKS)
    digits = str(pressed.shape)
    if lists != _lists(knowledge, pressed.tastes) or len(digits) != SHAPE_DIGITS or not digits.isdigit():
        raise ScreenOutdated
    _, aim, level, days = map(int, digits[:4])
    minutes = int(digits[4:])
    if days not in DAYS or minutes not in MINUTES:
        raise ScreenOutdated
    loved, refused = _tasted(pressed.tastes, tuple(knowledge.exercises))
    return Wishes(
        _at(AIMS, aim),
        _at(LEVELS, level),
        days,
        minutes,
        _chosen(pieces, pressed.equipment),
        _chosen(SITES, hurts),
        loved,
        refused,
    )


def _tastes(wishes: Wishes, lifts: Sequence[str]) -> str:
    tasted = [(place, one in wishes.refused) for place, one in enumerate(lifts) if one in wishes.loved | wishes.refused]
    if len(tasted) <= MOST_LETTERED:
        return "".join(_letters(2 * place + refused) for place, refused in tasted)
    return ALL + _in_digits(sum((1 + refused) * 3**place for place, refused in tasted))


def _lists(knowledge: Knowledge, tastes: str) -> int:
    """What the places in a button are places of; the lifts only where it names some."""
    lists = (AIMS, LEVELS, SITES, knowledge.equipment, knowledge.exercises if tastes else ())
    return crc32("|".join(",".join(one) for one in lists).encode()) % CHECKS


def _tasted(said: str, lifts: Sequence[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The lifts that are loved, and those refused. Raises ScreenOutdated."""
    if said.startswith(ALL):
        return _of_all(said.removeprefix(ALL), lifts)
    try:
        tasted = [int(said[place : place + 2], 36) for place in range(0, len(said), 2)]
    except ValueError:
        raise ScreenOutdated from None
    sides = [frozenset(_at(lifts, one // 2) for one in tasted if one % 2 == side) for side in (0, 1)]
    return sides[0], sides[1]


def _of_all(said: str, lifts: Sequence[str]) -> tuple[frozenset[str], frozenset[str]]:
    try:
        number = int(said, 36)
    except ValueError:
        raise ScreenOutdated from None
    if not 0 <= number < 3 ** len(lifts):
        raise ScreenOutdated
    each = [(one, number // 3**place % 3) for place, one in enumerate(lifts)]
    return frozenset(one for one, how in each if how == 1), frozenset(one for one, how in each if how == 2)


def _in_digits(number: int) -> str:
    """Of base 36, as `int(..., 36)` reads them."""
    found = ""
    while number:
        number, digit = divmod(number, len(DIGITS))
        found = DIGITS[digit] + found
    return found


def _letters(number: int) -> str:
    """Two, of a number below 36 times 36."""
    return DIGITS[number // len(DIGITS)] + DIGITS[number % len(DIGITS)]


def _mask(all_of_them: Sequence[T], chosen: Iterable[T]) -> int:
    return sum(1 << all_of_them.index(one) for one in chosen if one in all_of_them)


def _chosen(all_of_them: Sequence[T], mask: int) -> frozenset[T]:
    if not 0 <= mask < 1 << len(all_of_them):
        raise ScreenOutdated
    return frozenset(one for place, one in enumerate(all_of_them) if mask >> place & 1)


def _at(all_of_them: Sequence[T], place: int) -> T:
    if not 0 <= place < len(all_of_them):
        raise ScreenOutdated
    return all_of_them[place]
