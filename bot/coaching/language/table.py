"""How strongly does each mark speak for each reading? A table, built from the phrasings and read at the start."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bot.coaching.language.features import marks

Floats = npt.NDArray[np.float32]

UNKNOWN = 0.6
"""What a word that no phrasing has weighs against a known one: strange words make every reading less sure."""


@dataclass(frozen=True)
class Table:
    """`marks[i]` has the value `values[i]` (how telling it is) and speaks for label `j` with `weights[i, j]`."""

    labels: tuple[str, ...]
    marks: tuple[str, ...]
    values: Floats
    weights: Floats
    bias: Floats
    built_from: str

    @cached_property
    def _rows(self) -> dict[str, int]:
        return {mark: row for row, mark in enumerate(self.marks)}

    @cached_property
    def _value_list(self) -> list[float]:
        return [float(value) for value in self.values]

    @cached_property
    def _votes(self) -> Floats:
        return np.ascontiguousarray(self.values[:, None] * self.weights)

    @cached_property
    def _rarest(self) -> float:
        return float(self.values.max())

    def probabilities(self, words: Sequence[str]) -> Floats:
        """How likely each label is, in the order of `labels`."""
        rows, values, strange = self._rows, self._value_list, 0
        seen: set[int] = set()
        for mark, weight in marks(words):
            row = rows.get(mark)
            if row is not None:
                seen.add(row)
            elif weight == 1.0:
                strange += 1
        square = sum(values[row] ** 2 for row in seen) + strange * (UNKNOWN * self._rarest) ** 2
        scores = self.bias + (self._votes[list(seen)].sum(axis=0) / square**0.5 if seen else 0)
        odds = np.exp(scores - scores.max())
        return np.asarray(odds / odds.sum(), dtype=np.float32)

    def telling(self, words: Sequence[str], label: str, limit: int = 8) -> list[tuple[str, float]]:
        """The marks that spoke loudest for a label."""
        column = self.labels.index(label)
        rows = {self._rows[mark] for mark, _ in marks(words) if mark in self._rows}
        ranked = sorted(((self.marks[row], float(self._votes[row, column])) for row in rows), key=lambda one: -one[1])
        return ranked[:limit]


def save(table: Table, file: Path) -> None:
    """Weights are kept in whole numbers of one byte: the same answers at a quarter of the size."""
    scale = np.abs(table.weights).max() / 127
    with file.open("wb") as out:
        np.savez_compressed(
            out,
            labels=np.frombuffer("\n".join(table.labels).encode(), dtype=np.uint8),
            marks=np.frombuffer("\n".join(table.marks).encode(), dtype=np.uint8),
            values=table.values.astype(np.float16),
            weights=np.round(table.weights / scale).astype(np.int8),
            scale=np.float32(scale),
            bias=table.bias,
            built_from=np.frombuffer(table.built_from.encode(), dtype=np.uint8),
        )


def load(file: Path) -> Table:
    with np.load(file) as kept:
        return Table(
            labels=tuple(kept["labels"].tobytes().decode().split("\n")),
            marks=tuple(kept["marks"].tobytes().decode().split("\n")),
            values=kept["values"].astype(np.float32),
            weights=kept["weights"].astype(np.float32) * float(kept["scale"]),
            bias=kept["bias"],
            built_from=kept["built_from"].tobytes().decode(),
        )
