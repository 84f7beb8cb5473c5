"""Which of the readings offered does an answer in words choose, or what does it say in place of what was not clear?"""

import re
from collections.abc import Iterable, Sequence

from bot.coaching.language.log_line.words import LogWords
from bot.coaching.language.words import plain, singular

LONGEST = 6
"""Words of an answer."""
LONGEST_COUNTS = 12
SHORTEST_PART = 3
"""Letters of a word that stand for the whole: `tue` for Tuesday."""
MOST_COUNTED = 100
"""Repetitions; more is no number of them."""
LEAST_LOAD = 20
"""From here on, what stands before a times sign is a load, and the text a set of its own."""
LOADS = frozenset({"load", "weight"})
UNITS = frozenset({"kg", "lb"})
PIECES = re.compile(r"\d+(?:\.\d+)?|[^\W\d_]+")
COUNTS = re.compile(r"\d+(?: ?(?:x|,|/|·|and|then|for) ?\d+| \d+)*(?: ?(?:reps?|times|s|secs?|seconds?))?")


class Answers:
    def __init__(self, words: LogWords) -> None:
        said = words.answer
        self._agreeing = frozenset(said.agree)
        self._declining = frozenset(said.decline)
        self._fillers = frozenset(said.fillers)
        self._numbers = {word: str(value) for word, value in words.numbers.items()}
        self._ordinals = words.ordinals

    def agrees(self, text: str) -> bool:
        return _said(text) in self._agreeing

    def declines(self, text: str) -> bool:
        return _said(text) in self._declining

    def pick(self, text: str, labels: Sequence[str], names: Sequence[Iterable[str]] = ()) -> int | None:
        """The option whose label, or one of its `names`, has what was said in it, where it is the only one."""
        if "?" in text or "\n" in text:
            return None
        said = self._words(text)
        if not 0 < len(said) <= LONGEST:
            return None
        readings = [[label, *more] for label, more in zip(labels, names or [()] * len(labels), strict=True)]
        parts = [[self._words(one) for one in every] for every in readings]
        for found in (
            [at for at, every in enumerate(parts) if said in every],
            [at for at, every in enumerate(parts) if any(_holds(one, said) for one in every)],
            [at for at, every in enumerate(parts) if any(_holds(_turned(one), said) for one in every)],
            [at for at, every in enumerate(parts) if LOADS.issuperset(said) and not UNITS.isdisjoint(every[0])],
        ):
            if found:
                return found[0] if len(found) == 1 else None
        place = self._ordinals.get(said[0], 0) if len(said) == 1 else 0
        return place - 1 if 0 < place <= len(labels) else None

    def counts(self, text: str) -> str | None:
        """What was done at a load that is known: `9`, `five`, `3x8`, `8, 8, 7`; None for anything else."""
        words = plain(text).replace("×", "x").replace("*", "x").strip(" .!").split()
        said = " ".join(self._numbers.get(word, word) for word in words if word not in self._fillers)
        if len(words) > LONGEST_COUNTS or not COUNTS.fullmatch(said):
            return None
        numbers = [int(number) for number in re.findall(r"\d+", said)]
        product = re.search(r"(\d+) ?x", said)
        too_much = any(number > MOST_COUNTED for number in numbers) or (product and int(product[1]) >= LEAST_LOAD)
        return None if too_much else said

    def without_fillers(self, text: str) -> str:
        """`it was the deadlift` is `deadlift`."""
        words = plain(text).strip(" .!").split()
        return " ".join(words[next((at for at, word in enumerate(words) if word not in self._fillers), 0) :])

    def _words(self, text: str) -> list[str]:
        said = PIECES.findall(plain(text.replace("×", "x")).replace(",", "."))
        telling = [word for word in said if word not in self._fillers] or said
        return [singular(self._numbers.get(word, word)) for word in telling]


def instead(line: str, said: str, answer: str) -> str | None:
    """The line with an answer in place of what was said in it, however that was spaced; None where it is not there."""
    parts = r"[\s-]*".join(re.escape(part) for part in said.split())
    before = r"(?<![\d.,])" if said[:1].isdigit() else r"(?<!\w)"
    found = re.search(rf"{before}{parts}(?!\w)", line, re.IGNORECASE) if parts else None
    return None if found is None else f"{line[: found.start()]}{answer}{line[found.end() :]}"


def _said(text: str) -> str:
    return " ".join(plain(text).replace(",", " ").strip(" .!").split())


def _holds(words: Sequence[str], said: Sequence[str]) -> bool:
    """Whether they stand side by side in it, letters perhaps cut short."""
    size = len(said)
    return any(
        all(_is(word, one) for word, one in zip(words[at : at + size], said, strict=True))
        for at in range(len(words) - size + 1)
    )


def _is(word: str, said: str) -> bool:
    return word == said or (said.isalpha() and len(said) >= SHORTEST_PART and word.startswith(said))


def _turned(words: Sequence[str]) -> list[str]:
    """`8 reps × 10 sets` is `10 sets of 8 reps`."""
    at = words.index("x") if "x" in words else 0
    return [*words[at + 1 :], *words[:at]]
