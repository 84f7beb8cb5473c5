"""Which sums can some plates make, and with how few of them?"""

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

MOST_PLATES = 40
"""More on one side are not looked at, the smallest first."""
MOST_SUMS = 1500
"""Plates of odd sizes make ever more sums; beyond these no more are looked for."""


@lru_cache(maxsize=64)
def fewest(plates: tuple[Decimal, ...]) -> Mapping[Decimal, tuple[Decimal, ...]]:
    """For each sum, from 0 up, the fewest plates that make it, the heaviest first. Each is there once as listed."""
    best: dict[int, tuple[int, ...]] = {0: ()}
    for plate in sorted(map(_thousandths, plates), reverse=True)[:MOST_PLATES]:
        if plate <= 0 or len(best) > MOST_SUMS:
            continue
        for total, used in list(best.items()):
            known = best.get(total + plate)
            if known is None or len(used) + 1 < len(known):
                best[total + plate] = (*used, plate)
    said = {plate: exact(plate) for used in best.values() for plate in used}  # each once: sums of odd plates are many
    return {exact(total): tuple(said[plate] for plate in best[total]) for total in sorted(best)}


def exact(thousandths: int) -> Decimal:
    """A number without zeros behind the point: 60, 2.5; never 6E+1."""
    whole, rest = divmod(thousandths, 1000)
    return Decimal(whole) if not rest else Decimal(thousandths).scaleb(-3).normalize()


def short(amount: Decimal) -> Decimal:
    """The same, to the thousandth."""
    return exact(_thousandths(amount))


def _thousandths(amount: Decimal) -> int:
    return int((amount * 1000).to_integral_value())
