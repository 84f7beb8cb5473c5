"""How likely is each intent for a text? The table's judgement of the whole text and of its asked sentence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.coaching.language.intents import Intent
from bot.coaching.language.table import Table

STORY = 9
"""Words from which on a text of several sentences is also judged sentence by sentence."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """Likelihoods by intent, and by the finer label within an intent (a group of small talk)."""

    by_intent: Mapping[Intent, float]
    groups: Mapping[Intent, str | None]

    @property
    def ranked(self) -> list[tuple[Intent, float]]:
        return sorted(self.by_intent.items(), key=lambda one: -one[1])

    @property
    def best(self) -> tuple[Intent, float]:
        return max(self.by_intent.items(), key=lambda one: one[1])

    def weighed(self, factors: Mapping[Intent, float]) -> "Judgement":
        """The same with some intents made less or more likely."""
        changed = {intent: value * factors.get(intent, 1.0) for intent, value in self.by_intent.items()}
        total = sum(changed.values()) or 1.0
        return Judgement({intent: value / total for intent, value in changed.items()}, self.groups)


class Judge:
    def __init__(self, table: Table) -> None:
        self._table = table
        self._labels = [self._read(label) for label in table.labels]

    @staticmethod
    def _read(label: str) -> tuple[Intent, str | None]:
        intent, _, group = label.partition(".")
        return Intent(intent), group or None

    def of(self, words: Sequence[str]) -> Judgement:
        by_intent: dict[Intent, float] = {}
        groups: dict[Intent, tuple[float, str | None]] = {}
        for (intent, group), value in zip(self._labels, self._table.probabilities(words).tolist(), strict=True):
            by_intent[intent] = by_intent.get(intent, 0.0) + value
            if value > groups.get(intent, (0.0, None))[0]:
                groups[intent] = (value, group)
        return Judgement(by_intent, {intent: group for intent, (_, group) in groups.items()})

    def of_story(self, whole: Sequence[str], parts: Sequence[tuple[Sequence[str], bool]]) -> Judgement:
        """Of a text with several sentences: the surest of the asked ones counts as much as the whole."""
        all_of_it = self.of(whole)
        if len(parts) < 2 or len(whole) < STORY:
            return all_of_it
        asked = [words for words, is_asked in parts if is_asked] or [words for words, _ in parts]
        surest = max((self.of(words) for words in asked), key=lambda one: one.best[1])
        mixed = {i: (value + surest.by_intent.get(i, 0.0)) / 2 for i, value in all_of_it.by_intent.items()}
        return Judgement(mixed, {**all_of_it.groups, surest.best[0]: surest.groups[surest.best[0]]})
