"""Which pieces do words list? "20 10 5", "2x20, 10", "2 20s and a 10", "25-20-15", "2 to 30 by 2".

Everything is read from left to right, and what is left over is refused: half a list would be a gym that is not there.
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from bot.domain.errors import BadGym

HEAVIEST_PIECE = Decimal(200)
MOST_PIECES = 60
MOST_OF_ONE = 9
"""More of one piece are not named by how many there are."""

_NUMBER = r"(?<![\d.])(\d{1,3}(?:\.\d{1,3})?)(?![\d.])"
_DASH = r"\s*[-–—]\s*"
_SERIES = re.compile(rf"{_NUMBER}s?(?:{_DASH}{_NUMBER}s?){{2,}}")
_SPAN = re.compile(
    rf"(?:from\s+)?{_NUMBER}s?(?P<by>{_DASH}|\s*(?:up to|down to|to|until|till)\s*){_NUMBER}s?"
    rf"(?:\s*(?:by|in|every|steps? of|in steps of)\s*{_NUMBER}s?)?"
)
_PRODUCT = re.compile(rf"{_NUMBER}\s*[x×*]\s*{_NUMBER}")
_COUNTED = re.compile(rf"([1-{MOST_OF_ONE}])\s+{_NUMBER}s\b")
_ALONE = re.compile(rf"{_NUMBER}s?\b")
_BETWEEN = re.compile(r"(?:[\s,;:/+&.]|\b(?:and|plus|then|each|also|a|an|one|(?:a|per|each|on each|for each) side)\b)*")
_COMMAS = re.compile(r"\d+(?:,\d+)+")
_FRACTION = re.compile(r"\d+,(?:5|25|75)")
"""What stands behind a decimal comma: weights go by halves and quarters."""


def read_piece(text: str) -> Decimal:
    """The one number of a text in which nothing else stands. Raises BadGym."""
    found = re.fullmatch(r"\s*(\d{1,3}(?:[.,]\d{1,2}|\.\d{3})?)\s*\.?", text)
    if found is None:
        raise BadGym(text.strip())
    return _piece(found[1].replace(",", "."))


def read_pieces(text: str) -> list[Decimal]:
    """All of them, in the order in which they were said. Raises BadGym."""
    text = _points(text)
    count_first = _count_first(text)
    pieces: list[Decimal] = []
    at = _after(text, 0)
    while at < len(text):
        end, found = _next(text, at, count_first=count_first)
        pieces += found
        if len(pieces) > MOST_PIECES:
            raise BadGym(text)
        at = _after(text, end)
    if not pieces:
        raise BadGym(text)
    return pieces


def _after(text: str, at: int) -> int:
    """Where the next piece begins."""
    found = _BETWEEN.match(text, at)
    return at if found is None else found.end()


def _points(text: str) -> str:
    """With a point in each number, and a space after each comma of a list: a comma is decimal only where it is none.
    Raises BadGym for "20,10,5,2,5", which may be either."""
    pointed = "." in text.strip(" .")
    return _COMMAS.sub(lambda run: _run(run[0], pointed=pointed), text)


def _run(run: str, *, pointed: bool) -> str:
    """Numbers with nothing but commas between them."""
    if not pointed and _FRACTION.fullmatch(run) and not _is_a_list(run):
        return run.replace(",", ".")
    pieces = [int(one) for one in run.split(",")]
    if not pointed and pieces not in (sorted(pieces), sorted(pieces, reverse=True)):
        raise BadGym(run)
    return run.replace(",", ", ")


def _is_a_list(run: str) -> bool:
    """ "20,5": no piece weighs a little more than a round number."""
    whole = int(run.partition(",")[0])
    return whole > 0 and whole % 5 == 0


def _next(text: str, at: int, *, count_first: bool) -> tuple[int, Sequence[Decimal]]:
    """Where what is said here ends, and its pieces."""
    if found := _SERIES.match(text, at):
        return found.end(), [_piece(one.rstrip("s")) for one in re.split(_DASH, found[0])]
    if found := _SPAN.match(text, at):
        return found.end(), _span(found)
    if found := _PRODUCT.match(text, at):
        times, number = (found[1], found[2]) if count_first else (found[2], found[1])
        return found.end(), [_piece(number)] * int(times)
    if found := _COUNTED.match(text, at):
        return found.end(), [_piece(found[2])] * int(found[1])
    if found := _ALONE.match(text, at):
        return found.end(), [_piece(found[1])]
    raise BadGym(text[at:])


def _span(found: re.Match[str]) -> Sequence[Decimal]:
    """From one to another; two that fall, with a dash between them, are a list of two."""
    first, last, step = _piece(found[1]), _piece(found[3]), found[4]
    if last <= first and found["by"].strip() in "-–—" and step is None:
        return [first, last]
    low, high = sorted((first, last))
    by = _piece(step) if step else _usual_step(low, high)
    count = int((high - low) / by) + 1
    if count > MOST_PIECES:
        raise BadGym(found[0])
    return [low + by * place for place in range(count)]


def _count_first(text: str) -> bool:
    """Whether "2x20" is two of 20 in this list, not 20x2: as is possible for each of its products. Raises BadGym where
    neither is."""
    products = _PRODUCT.findall(text)
    for side in (0, 1):
        if all(pair[side].isdigit() and 1 <= int(pair[side]) <= MOST_OF_ONE for pair in products):
            return side == 0
    raise BadGym(text)


def _usual_step(low: Decimal, high: Decimal) -> Decimal:
    """By which the pieces of a range most likely go up: the one that leads from its first to its last."""
    steps = map(Decimal, ("5", "2.5", "2", "1")) if low >= 5 else map(Decimal, ("2", "2.5", "1"))
    return next((by for by in steps if high > low and (high - low) % by == 0), Decimal(2))


def _piece(number: str) -> Decimal:
    amount = Decimal(number)
    if not 0 < amount <= HEAVIEST_PIECE:
        raise BadGym(number)
    return amount
