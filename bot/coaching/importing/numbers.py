"""Which number is written in a cell? 62.5, 62,5 and 8.0; never nan, 1e9 or 1_000."""

import re
from decimal import Decimal
from functools import lru_cache

from bot.coaching.importing.shapes import Reason, RowFault
from bot.domain.units import Unit

_NUMBER = re.compile(r"-?[0-9]{1,9}(?:[.,][0-9]{1,12})?")
_THOUSANDS = re.compile(r"-?[0-9]{1,3},[0-9]{3}")
_CLOCK = re.compile(r"(?:([0-9]{1,3}):)?([0-9]{1,2}):([0-9]{1,2})(?:\.0+)?")

UNITS = {
    "kg": Unit.KG,
    "kgs": Unit.KG,
    "kilograms": Unit.KG,
    "lb": Unit.LB,
    "lbs": Unit.LB,
    "pounds": Unit.LB,
}


LONGEST = 24
"""Letters: a sign, nine figures, a point, twelve more, and one to spare."""


def number(cell: str, *, commas: bool) -> Decimal | None:
    """None for an empty cell. `commas`: the file writes decimals with them, else 1,000 may be a thousand. Raises
    RowFault for what is no number, or can be two."""
    said = cell.strip()
    if len(said) > LONGEST:
        raise RowFault(Reason.NUMBER)
    return _number(said, commas=commas) if said else None


@lru_cache(maxsize=4096)
def _number(said: str, *, commas: bool) -> Decimal:
    if not _NUMBER.fullmatch(said) or (not commas and _THOUSANDS.fullmatch(said)):
        raise RowFault(Reason.NUMBER)
    return Decimal(said.replace(",", "."))


def whole(value: Decimal | None) -> int | None:
    """A count; None for none, and for 0."""
    if value is None or not value:
        return None
    if value != int(value) or value < 0:
        raise RowFault(Reason.NUMBER)
    return int(value)


def seconds(cell: str, *, commas: bool) -> int | None:
    """`90`, `90.0`, `1:30` and `0:01:30`; None for none."""
    clock = _CLOCK.fullmatch(cell.strip())
    if clock is not None:
        hours, minutes, rest = (int(part or 0) for part in clock.groups())
        return hours * 3600 + minutes * 60 + rest or None
    value = number(cell, commas=commas)
    return None if value is None else whole(value.quantize(Decimal(1)))


def unit(cell: str) -> Unit:
    """Raises RowFault for a unit of which nobody knows what it weighs."""
    found = UNITS.get(cell.strip().lower())
    if found is None:
        raise RowFault(Reason.UNIT)
    return found
