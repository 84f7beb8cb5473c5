"""How likely is each intent for a text? The table's judgement of the whole text and of its asked sentence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter

from bot.coaching.language.intents import Intent
from bot.coaching.language.remembering import remember
from bot.coaching.language.table import Table

STORY = 9
"""Words from which on a text of several sentences is also judged sentence by sentence."""


@dataclass(frozen=True)
class Judgement:
    """Likelihoods by intent, and by the finer label within an intent (a group of small talk)."""

    by_intent: Mapping[Intent, float]
    groups: Mapping[Intent, str | None]

    @cached_property
    def ranked(self) -> list[tuple[Intent, float]]:
        return sorted(self.by_intent.items(), key=itemgetter(1), reverse=True)

    @property
    def best(self) -> tuple[Intent, float]:
        return self.ranked[0]

    def weighed(self, factors: Mapping[Intent, float]) -> "Judgement":
        """The same with some intents made less or more likely."""
        changed = {**self.by_intent}
        for intent, factor in factors.items():
            if intent in changed:
                changed[intent] *= factor
        total = sum(changed.values()) or 1.0
        return Judgement({intent: value / total for intent, value in changed.items()}, self.groups)


class Judge:
    def __init__(self, table: Table) -> None:
        self._table = table
        self._places: dict[Intent, list[int]] = {}
        self._groups = [label.partition(".")[2] or None for label in table.labels]
        for place, label in enumerate(table.labels):
            self._places.setdefault(Intent(label.partition(".")[0]), []).append(place)
        self._whole = {intent: self._groups[places[0]] for intent, places in self._places.items() if len(places) == 1}
        self._split = {intent: places for intent, places in self._places.items() if len(places) > 1}
        self._first = [(intent, places[0]) for intent, places in self._places.items()]
        self._of = remember(self._judged)

    def of(self, words: Sequence[str]) -> Judgement:
        return self._of(tuple(words))

    def _judged(self, words: tuple[str, ...]) -> Judgement:
        likely = self._table.probabilities(words)
        by_intent = {intent: likely[place] for intent, place in self._first}
        groups = dict(self._whole)
        for intent, places in self._split.items():
            by_intent[intent] = sum(map(likely.__getitem__, places))
            groups[intent] = self._groups[max(places, key=likely.__getitem__)]
        return Judgement(by_intent, groups)

    def knows(self, words: Sequence[str]) -> bool:
        """Whether the words are one of the phrasings."""
        return self._table.is_phrasing(words)

    def of_story(self, whole: Sequence[str], parts: Sequence[tuple[Sequence[str], bool]]) -> Judgement:
        """Of a text with several sentences: the surest of the asked ones counts as much as the whole."""
        all_of_it = self.of(whole)
        if len(parts) < 2 or len(whole) < STORY:
            return all_of_it
        asked = [words for words, is_asked in parts if is_asked] or [words for words, _ in parts]
        surest = max((self.of(words) for words in asked), key=lambda one: one.best[1])
        mixed = {i: (value + surest.by_intent.get(i, 0.0)) / 2 for i, value in all_of_it.by_intent.items()}
        return Judgement(mixed, {**all_of_it.groups, surest.best[0]: surest.groups[surest.best[0]]})
