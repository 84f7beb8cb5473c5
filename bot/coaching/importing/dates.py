"""When was a workout, as trackers and spreadsheets write it? Local times without a zone."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from bot.coaching.importing.shapes import DateOrder, Reason, RowFault

EARLIEST = date(1970, 1, 1)
NOON = 12
"""The hour of what has a date only."""
MONTHS_OF_YEAR = 12

_CLOCK = r"([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\.[0-9]+)?)?\s*([ap]\.?m\.?)?"
_TIME = rf"(?:[T,\s]\s*{_CLOCK})?(?:Z|[+-][0-9]{{2}}:?[0-9]{{2}})?"
_ISO = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})" + _TIME, re.IGNORECASE)
_NUMBERS = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})" + _TIME, re.IGNORECASE)
_NAMED = re.compile(r"([0-9]{1,2})\.?\s+(?:de\s+)?([^\W\d_]{3,12})\.?,?\s+(?:de\s+)?([0-9]{4})" + _TIME, re.IGNORECASE)
_NAME_FIRST = re.compile(r"([^\W\d_]{3,12})\.?\s+([0-9]{1,2}),?\s+([0-9]{4})" + _TIME, re.IGNORECASE)

_NAMES = (
    "jan ene janv jän gen",
    "feb fev fév févr",
    "mar mär mrt mars mrz",
    "apr abr avr",
    "may mai mei mag maj",
    "jun juin giu",
    "jul juil lug",
    "aug ago aoû août aout",
    "sep set sept",
    "oct out okt ott",
    "nov",
    "dec dez déc dic dés des",
)
_FULL = (
    "january januar janeiro enero janvier gennaio januari",
    "february februar fevereiro febrero février febbraio februari",
    "march märz março marzo maart",
    "april abril avril aprile",
    "mayo maio maggio",
    "june juni junho junio giugno",
    "july juli julho julio juillet luglio",
    "august agosto augustus",
    "september setembro septiembre septembre settembre",
    "october oktober outubro octubre octobre ottobre",
    "november novembro noviembre novembre",
    "december dezember dezembro diciembre décembre dicembre",
)


def _plain(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))


MONTHS = {
    _plain(name): month
    for names in (_NAMES, _FULL)
    for month, several in enumerate(names, start=1)
    for name in several.split()
}


def order_of(cells: Iterable[str]) -> tuple[DateOrder | None, bool]:
    """What the first number of the file's dates is, where they show it, and whether it must be asked: where none shows
    it, and where some show the one and some the other."""
    shown, unclear = set[DateOrder](), False
    for cell in cells:
        found = _NUMBERS.fullmatch(cell.strip())
        if found is None:
            continue
        first, dot, second = int(found[1]), found[2] == ".", int(found[3])
        if second > MONTHS_OF_YEAR:
            shown |= {DateOrder.MONTH_FIRST} if first <= MONTHS_OF_YEAR else set()
        elif first > MONTHS_OF_YEAR or dot:
            shown.add(DateOrder.DAY_FIRST)
        else:
            unclear = unclear or first != second
    if len(shown) == 1:
        return shown.pop(), False
    return None, unclear or bool(shown)


def moment(cell: str, order: DateOrder) -> datetime:
    """Noon where only a date is given, or its midnight, as spreadsheets write it. Raises RowFault for what is none."""
    said = cell.strip()
    if found := _ISO.fullmatch(said):
        return _made(int(found[1]), int(found[2]), int(found[3]), found.groups()[3:])
    if found := _NUMBERS.fullmatch(said):
        year = int(found[4]) + (2000 if len(found[4]) == len("25") else 0)
        day, month = (int(found[1]), int(found[3]))
        if order is DateOrder.MONTH_FIRST:
            day, month = month, day
        return _made(year, month, day, found.groups()[4:])
    if found := _NAMED.fullmatch(said):
        return _made(int(found[3]), MONTHS.get(_plain(found[2]), 0), int(found[1]), found.groups()[3:])
    if found := _NAME_FIRST.fullmatch(said):
        return _made(int(found[3]), MONTHS.get(_plain(found[1]), 0), int(found[2]), found.groups()[3:])
    raise RowFault(Reason.DATE)


def _made(year: int, month: int, day: int, clock: tuple[str | None, ...]) -> datetime:
    hour, minute, second, half = clock
    hours = NOON if hour is None else int(hour)
    if half is not None:
        hours = hours % 12 + (12 if half[0] in "pP" else 0)
    try:
        at = datetime(year, month, day, hours, int(minute or 0), int(second or 0))  # noqa: DTZ001
        return at if at.time() > time.min else at.replace(hour=NOON)
    except ValueError:
        raise RowFault(Reason.DATE) from None


def in_period(at: datetime, today: date) -> None:
    """A day later than today is another zone's today. Raises RowFault for what cannot have been trained."""
    if not EARLIEST <= at.date() <= today + timedelta(days=1):
        raise RowFault(Reason.PERIOD)
