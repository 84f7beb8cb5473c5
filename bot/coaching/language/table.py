"""How strongly does each mark speak for each reading? A table, built from the phrasings and read at the start.

Values and weights are whole numbers, so a text's votes are added up exactly. The votes of one mark for all labels lie
side by side in one large number: adding two such numbers adds every vote at once, for a sentence faster than arrays do.
"""

import gzip
import json
import zlib
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import exp
from pathlib import Path
from struct import Struct

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
AT_ONCE = (1 << LANE) // (MOST_VALUE * 2 * SHIFT)
"""So many marks at most are added up before a sum could touch its neighbour."""


def checksum(words: Sequence[str]) -> int:
    return zlib.crc32(" ".join(words).encode())


@dataclass(frozen=True)
class Table:
    """`marks[i]` has the value `values[i]` (how telling it is) and speaks for label `j` with `weights[i][j]`."""

    labels: tuple[str, ...]
    marks: tuple[str, ...]
    values: tuple[int, ...]
    weights: bytes
    """One byte each, mark by mark, `SHIFT` added."""
    phrasings: Mapping[int, int]
    """Checksums of the phrasings, each with the place of its label: what was written down is known for sure."""
    scale: float
    bias: tuple[float, ...]
    built_from: str

    @cached_property
    def _votes(self) -> Mapping[str, int]:
        """By mark: a lane for each label's vote, and above them the square of the value."""
        size, width = len(self.labels), LANE // 8
        lanes = bytearray(size * width)
        found: dict[str, int] = {}
        for row, (mark, value) in enumerate(zip(self.marks, self.values, strict=True)):
            lanes[::width] = self.weights[row * size : (row + 1) * size]
            found[mark] = int.from_bytes(lanes, "little") * value | (value * value) << size * LANE
        return found

    @cached_property
    def pairs(self) -> Container[str]:
        """Pairs of words that phrasings have, names masked."""
        return self._votes.keys()

    @cached_property
    def _lanes(self) -> Struct:
        return Struct(f"<{len(self.labels)}IQ")

    @cached_property
    def _strange(self) -> float:
        return (UNKNOWN * max(self.values)) ** 2

    def probabilities(self, words: Sequence[str]) -> list[float]:
        """How likely each label is, in the order of `labels`."""
        votes = self._votes
        told = list(filter(None, map(votes.get, distinct_marks(words))))
        *sums, square = self._added(told)
        size = (square + self._strange * sum(word not in votes for word in words)) ** 0.5
        step = self.scale / size if size else 0.0
        scores = [bias + votes_for * step for bias, votes_for in zip(self.bias, sums, strict=True)]
        most = max(scores)
        odds = [exp(score - most) for score in scores]
        every = sum(odds)
        likely = [one / every for one in odds]
        known = self.phrasings.get(checksum(words))
        if known is not None:
            likely = [(1 - SURELY) * one for one in likely]
            likely[known] += SURELY
        return likely

    def _added(self, told: Sequence[int]) -> Sequence[int]:
        parts = [
            self._lanes.unpack(sum(told[at : at + AT_ONCE]).to_bytes(self._lanes.size, "little"))
            for at in range(0, max(len(told), 1), AT_ONCE)
        ]
        return parts[0] if len(parts) == 1 else [sum(lane) for lane in zip(*parts, strict=True)]

    def telling(self, words: Sequence[str], label: str, limit: int = 8) -> list[tuple[str, float]]:
        """The marks that spoke loudest for a label."""
        column, size = self.labels.index(label), len(self.labels)
        known = {mark: row for row, mark in enumerate(self.marks)}
        rows = {known[mark] for mark in distinct_marks(words) if mark in known}
        ranked = sorted(
            ((self.marks[row], (self.weights[row * size + column] - SHIFT) * self.values[row]) for row in rows),
            key=lambda one: -one[1],
        )
        return [(mark, vote * self.scale / STEPS) for mark, vote in ranked[:limit]]


def save(table: Table, file: Path) -> None:
    """A line of JSON and the weights behind it, packed; the same table gives the same bytes."""
    head = {
        "built_from": table.built_from,
        "labels": table.labels,
        "scale": table.scale,
        "bias": table.bias,
        "values": table.values,
        "phrasings": [list(table.phrasings), list(table.phrasings.values())],
        "marks": table.marks,
    }
    said = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode()
    file.write_bytes(gzip.compress(said + b"\n" + table.weights, mtime=0))


def load(file: Path) -> Table:
    said, _, weights = gzip.decompress(file.read_bytes()).partition(b"\n")
    head = json.loads(said)
    return Table(
        labels=tuple(head["labels"]),
        marks=tuple(head["marks"]),
        values=tuple(head["values"]),
        weights=weights,
        phrasings=dict(zip(*head["phrasings"], strict=True)),
        scale=head["scale"],
        bias=tuple(head["bias"]),
        built_from=head["built_from"],
    )
