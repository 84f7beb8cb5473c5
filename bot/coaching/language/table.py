"""How strongly does each mark speak for each reading? A table, built from the phrasings and read at the start.

Values and weights are whole numbers, so a text's votes are added up exactly. The votes of one mark for all labels lie
side by side in one large number: adding two such numbers adds every vote at once, for a sentence faster than arrays do.
"""

import gzip
import json
import sys
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate
from math import exp
from pathlib import Path
from struct import Struct
from zlib import crc32

from bot.coaching.language.features import distinct_marks

UNKNOWN = 0.6
"""What a word that no phrasing has weighs against a known one: strange words make every reading less sure."""
STEPS = 1024
"""Values are counted in parts of this, weights in whole steps of `scale` from -MOST_STEPS to MOST_STEPS."""
MOST_STEPS = 127
SHIFT = MOST_STEPS + 1
"""Added to each weight, so that none is below zero; as it is added for every label, the likelihoods stay the same."""
LANE = 32
MOST_VALUE = 16 * STEPS
SURELY = 0.75
"""What a text that is word for word a phrasing is taken to be that phrasing."""
KEPT = 8192
"""Marks whose votes are kept as one number: the usual ones."""
AT_ONCE = (1 << LANE) // (MOST_VALUE * 2 * SHIFT)
"""So many marks at most are added up before a sum could touch its neighbour."""


def checksum(words: Sequence[str]) -> int:
    return crc32(" ".join(words).encode())


@dataclass(frozen=True)
class Table:
    """The mark in a row has the value `values[row]` (how telling it is) and speaks for each label with its weights.

    Marks and phrasings are kept as checksums in order: a tenth of the memory, and one mark in 30,000 that nobody wrote
    is taken for another.
    """

    labels: tuple[str, ...]
    marks: "array[int]"
    values: "array[int]"
    weights: bytes
    """One byte each, mark by mark, `SHIFT` added."""
    phrasings: "array[int]"
    """What was written down is known for sure: ..."""
    stands_for: bytes
    """... the place of its label."""
    heard: Mapping[str, int]
    """How often each word stands in phrasings about training, ..."""
    elsewhere: Mapping[str, int]
    """... and in those about what is not coached."""
    scale: float
    bias: tuple[float, ...]
    built_from: str

    def __contains__(self, mark: object) -> bool:
        """Whether phrasings have this mark: a word, or words that stand side by side."""
        return isinstance(mark, str) and bool(self._votes(mark))

    @cached_property
    def _votes(self) -> Callable[[str], int]:
        """Of a mark: a lane for each label's vote, and above them the square of the value; 0 of an unknown one."""
        size, width = len(self.labels), LANE // 8

        @lru_cache(maxsize=KEPT)
        def votes(mark: str) -> int:
            row = self._row(mark)
            if row is None:
                return 0
            lanes, value = bytearray(size * width), self.values[row]
            lanes[::width] = self.weights[row * size : (row + 1) * size]
            return int.from_bytes(lanes, "little") * value | (value * value) << size * LANE

        return votes

    def _row(self, mark: str) -> int | None:
        return _place(self.marks, crc32(mark.encode()))

    @cached_property
    def _lanes(self) -> Struct:
        return Struct(f"<{len(self.labels)}IQ")

    @cached_property
    def _strange(self) -> float:
        return (UNKNOWN * max(self.values)) ** 2

    def probabilities(self, words: Sequence[str]) -> list[float]:
        """How likely each label is, in the order of `labels`."""
        told = list(filter(None, map(self._votes, distinct_marks(words))))
        *sums, square = self._added(told)
        size = (square + self._strange * sum(not self._votes(word) for word in words)) ** 0.5
        step = self.scale / size if size else 0.0
        scores = [bias + votes_for * step for bias, votes_for in zip(self.bias, sums, strict=True)]
        most = max(scores)
        odds = [exp(score - most) for score in scores]
        every = sum(odds)
        likely = [one / every for one in odds]
        known = _place(self.phrasings, checksum(words))
        if known is not None:
            likely = [(1 - SURELY) * one for one in likely]
            likely[self.stands_for[known]] += SURELY
        return likely

    def is_phrasing(self, words: Sequence[str]) -> bool:
        return _place(self.phrasings, checksum(words)) is not None

    def _added(self, told: Sequence[int]) -> Sequence[int]:
        parts = [
            self._lanes.unpack(sum(told[at : at + AT_ONCE]).to_bytes(self._lanes.size, "little"))
            for at in range(0, max(len(told), 1), AT_ONCE)
        ]
        return parts[0] if len(parts) == 1 else [sum(lane) for lane in zip(*parts, strict=True)]

    def telling(self, words: Sequence[str], label: str, limit: int = 8) -> list[tuple[str, float]]:
        """The marks that spoke loudest for a label."""
        column, size = self.labels.index(label), len(self.labels)
        rows = {mark: row for mark in distinct_marks(words) if (row := self._row(mark)) is not None}
        votes = {mark: (self.weights[row * size + column] - SHIFT) * self.values[row] for mark, row in rows.items()}
        ranked = sorted(votes.items(), key=lambda one: -one[1])
        return [(mark, vote * self.scale / STEPS) for mark, vote in ranked[:limit]]


def _place(ordered: "array[int]", sought: int) -> int | None:
    at = bisect_left(ordered, sought)
    return at if at < len(ordered) and ordered[at] == sought else None


@dataclass(frozen=True, slots=True)
class Mark:
    """As it is fitted: its value, and its weights with `SHIFT` added."""

    said: str
    value: int
    weights: bytes


def in_order(marks: Iterable[Mark]) -> "tuple[array[int], array[int], bytes]":
    """Checksums, values and weights as a table keeps them; of two marks with one checksum, the first."""
    by_checksum: dict[int, Mark] = {}
    for mark in marks:
        by_checksum.setdefault(crc32(mark.said.encode()), mark)
    ordered = sorted(by_checksum.items())
    return (
        array("I", (key for key, _ in ordered)),
        array("H", (mark.value for _, mark in ordered)),
        b"".join(mark.weights for _, mark in ordered),
    )


def save(table: Table, file: Path) -> None:
    """A line of JSON and the numbers behind it, packed; the same table gives the same bytes."""
    head = {
        "built_from": table.built_from,
        "labels": table.labels,
        "scale": table.scale,
        "bias": table.bias,
        "heard": table.heard,
        "elsewhere": table.elsewhere,
        "sizes": [len(part) for part in _parts(table)],
    }
    said = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode()
    file.write_bytes(gzip.compress(b"\n".join((said, b"".join(_parts(table)))), mtime=0))


def _parts(table: Table) -> Sequence[bytes]:
    return [*(_bytes(one) for one in (table.marks, table.values, table.phrasings)), table.weights, table.stands_for]


def load(file: Path) -> Table:
    said, _, rest = gzip.decompress(file.read_bytes()).partition(b"\n")
    head = json.loads(said)
    ends = list(accumulate(head["sizes"]))
    marks, values, phrasings, weights, stands_for = (
        rest[end - size : end] for end, size in zip(ends, head["sizes"], strict=True)
    )
    return Table(
        labels=tuple(head["labels"]),
        marks=_array("I", marks),
        values=_array("H", values),
        weights=weights,
        phrasings=_array("I", phrasings),
        stands_for=stands_for,
        heard=head["heard"],
        elsewhere=head["elsewhere"],
        scale=head["scale"],
        bias=tuple(head["bias"]),
        built_from=head["built_from"],
    )


def _bytes(numbers: "array[int]") -> bytes:
    """The smallest byte first, whatever the machine."""
    return _swapped(array(numbers.typecode, numbers)).tobytes()


def _array(kind: str, packed: bytes) -> "array[int]":
    return _swapped(array(kind, packed))


def _swapped(numbers: "array[int]") -> "array[int]":
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
