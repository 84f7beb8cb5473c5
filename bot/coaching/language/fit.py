"""How is the table built? A softmax regression over TF-IDF marks, fitted once, in numpy, and the same every time."""

import hashlib
from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import gcd, log

import numpy as np
import numpy.typing as npt

from bot.coaching.language.features import VERSION, marks
from bot.coaching.language.table import MOST_STEPS, SHIFT, STEPS, Mark, Table, checksum, in_order

Floats = npt.NDArray[np.float32]
Row = tuple[npt.NDArray[np.int64], Floats, int, float]
"""Columns of the marks, their values, the place of the label, the weight."""

BIAS = 0.05
EVENNESS, MOST_BALANCE = 0.5, 3.0
"""Between counting every phrasing alike (0) and every question alike (1)."""
MOST_MARKS = 130_000
"""What a table holds: with half as many, or with all, as much is understood."""

ROUNDS = 12
RATE = 3.0
PENALTY = 5e-7
"""On large weights, each round. Chosen on tests/sentences, as the rounds and the rate were."""


@dataclass(frozen=True, slots=True)
class Example:
    """A phrasing, masked, and the label it stands for."""

    label: str
    words: tuple[str, ...]
    weight: float = 1.0
    plain: bool = True
    """Whether it is the phrasing itself, with nothing around it."""


def fingerprint(examples: Sequence[Example], heard: Mapping[str, int], elsewhere: Mapping[str, int]) -> str:
    """Changes when anything changes that the table is built from."""
    how = (VERSION, ROUNDS, RATE, PENALTY, EVENNESS, MOST_BALANCE, MOST_MARKS, BIAS)
    spoken = [sorted(words.items()) for words in (heard, elsewhere)]
    said = repr((how, spoken, [(e.label, e.words, e.weight, e.plain) for e in examples]))
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def fit(examples: Sequence[Example], heard: Mapping[str, int], elsewhere: Mapping[str, int]) -> Table:
    """`heard` and `elsewhere`: the words of the phrasings as they were written."""
    labels = tuple(sorted({example.label for example in examples}))
    known, values = _vocabulary(examples)
    balance = _balance(examples)
    rows = [_row(e, known, values, labels, e.weight * balance[_question(e.label)]) for e in examples]
    weights, bias = _softmax_regression(rows, len(known), len(labels))
    kept = _most_telling(known, values, weights)
    scale = float(np.abs(weights[kept]).max() / MOST_STEPS)
    shifted = (np.round(weights / scale) + SHIFT).astype(np.uint8)
    steps = (values.astype(np.float16) * np.float32(STEPS)).astype(int)
    every = tuple(known)
    marks, in_steps, packed = in_order(Mark(every[at], int(steps[at]), shifted[at].tobytes()) for at in kept)
    phrasings = _phrasings(examples, labels)
    return Table(
        labels=labels,
        marks=marks,
        values=in_steps,
        weights=packed,
        phrasings=array("I", phrasings),
        stands_for=bytes(phrasings.values()),
        heard=heard,
        elsewhere=elsewhere,
        scale=scale,
        bias=tuple(bias.tolist()),
        built_from=fingerprint(examples, heard, elsewhere),
    )


def _most_telling(known: Mapping[str, int], values: Floats, weights: Floats) -> npt.NDArray[np.int64]:
    """Every word, and of pairs, triples and pieces those whose weights differ most: the others tell next to nothing."""
    telling = (weights.max(axis=1) - weights.min(axis=1)) * values
    telling[[row for mark, row in known.items() if " " not in mark and not mark.startswith("~")]] = np.inf
    return np.sort(np.argsort(-telling, kind="stable")[:MOST_MARKS])


def _phrasings(examples: Sequence[Example], labels: Sequence[str]) -> dict[int, int]:
    """Those that stand for one label only, and in no story."""
    stands_for: dict[int, set[str]] = {}
    for example in examples:
        if example.plain:
            stands_for.setdefault(checksum(example.words), set()).add(example.label)
    return {key: labels.index(min(found)) for key, found in sorted(stands_for.items()) if len(found) == 1}


def _vocabulary(examples: Sequence[Example]) -> tuple[dict[str, int], Floats]:
    """Marks that at least two phrasings have, or that are whole words, and how telling each is."""
    seen: Counter[str] = Counter()
    kind: dict[str, float] = {}
    for example in examples:
        found = dict(marks(example.words))
        seen.update(found.keys())
        kind.update(found)
    kept = sorted(mark for mark, count in seen.items() if kind[mark] and (count > 1 or kind[mark] == 1.0))
    values = [kind[mark] * (1 + log((1 + len(examples)) / (1 + seen[mark]))) for mark in kept]
    return {mark: row for row, mark in enumerate(kept)}, np.array(values, dtype=np.float32)


def _question(label: str) -> str:
    """What a label stands for, without its finer group."""
    return label.partition(".")[0]


def _balance(examples: Sequence[Example]) -> Mapping[str, float]:
    """What the phrasings of each question count, so that one is not likelier for having been written about more."""
    written: dict[str, float] = {}
    for example in examples:
        question = _question(example.label)
        written[question] = written.get(question, 0.0) + example.weight
    usual = sum(written.values()) / len(written)
    return {question: min(MOST_BALANCE, (usual / weight) ** EVENNESS) for question, weight in written.items()}


def _row(example: Example, known: dict[str, int], values: Floats, labels: Sequence[str], weight: float) -> Row:
    columns = np.array(sorted({known[mark] for mark, _ in marks(example.words) if mark in known}), dtype=np.int64)
    told = values[columns]
    return columns, told / max(float(np.sqrt((told * told).sum())), 1e-6), labels.index(example.label), weight


def _softmax_regression(rows: Sequence[Row], marks_known: int, labels: int) -> tuple[Floats, Floats]:
    """Stochastic gradient descent, one example at a time in an order that is mixed but always the same."""
    weights = np.zeros((marks_known, labels), dtype=np.float32)
    bias = np.zeros(labels, dtype=np.float32)
    stride = _coprime(len(rows))
    for turn in range(ROUNDS):
        rate = RATE / (1 + turn)
        for place in range(len(rows)):
            columns, told, label, importance = rows[(place * stride) % len(rows)]
            scores = told @ weights[columns] + bias
            odds = np.exp(scores - scores.max())
            miss = odds / odds.sum()
            miss[label] -= 1
            miss *= rate * importance
            weights[columns] -= told[:, None] * miss
            bias -= miss * BIAS
        weights *= 1 - rate * PENALTY * len(rows)
    return weights, bias


def _coprime(size: int) -> int:
    """A step that visits all of `size` places before it comes back."""
    step = int(size * 0.618) or 1
    while gcd(step, size) != 1:
        step += 1
    return step
