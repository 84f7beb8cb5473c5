"""Which entry of the pain tree is a text about? Emergencies first, other flags, what matters, where, when."""

from collections.abc import Iterable, Mapping, Sequence

from bot.coaching.knowledge.pain import Advice, Kind, Urgency
from bot.coaching.language.rows import Found, Rows, outside

KINDS = tuple(Kind)
URGENCIES = tuple(Urgency)


class Advices:
    def __init__(self, tree: Mapping[str, Advice], no_place: Iterable[str] = ()) -> None:
        self._tree = tree
        self._no_place = Rows((row, "") for row in no_place)
        self._rows = _rows(tree.values())
        self._start = next(one for one in tree.values() if one.kind is Kind.START)
        self._return = next(one for one in tree.values() if one.kind is Kind.RETURN)

    def about(self, readings: Sequence[Sequence[str]]) -> Advice:
        """The entry for the readings of one text; the first question of the tree where it names nothing."""
        placed = [one for words in readings for one in outside(self._rows.find(words), self._no_place, words)]
        found = placed or [one for words in readings for one in self._rows.find(words)]
        return self._tree[min(found, key=self._rank).meaning] if found else self._start

    def still(self, advice: Advice, last: str | None, *, goes_on: bool) -> Advice:
        """What holds after `last` was given: no word of training again, nor of less, takes back what was pressing."""
        to_train = goes_on and advice.kind is not Kind.FLAG  # "can I train legs?" is no word of a leg that hurts
        before = self._tree.get(last or "")
        if before is None or not (to_train or advice in (self._start, self._return)):
            return advice
        if before.holds:
            return before
        return self._return if goes_on else advice

    def holds(self, id: str) -> bool:
        return id in self._tree and self._tree[id].holds

    def names(self, readings: Sequence[Sequence[str]]) -> bool:
        """Whether a text says anything that the tree knows of: where, when, with what."""
        return self.about(readings) is not self._start

    def _rank(self, found: Found) -> tuple[int, int, int, int]:
        """Of two as serious, the one that more words speak of, then the one spoken of first."""
        advice = self._tree[found.meaning]
        return KINDS.index(advice.kind), URGENCIES.index(advice.urgency), -found.words, found.start


def emergencies(tree: Mapping[str, Advice]) -> Rows:
    """The rows of words that lead to an emergency."""
    return _rows(one for one in tree.values() if one.urgency is Urgency.EMERGENCY)


def _rows(several: Iterable[Advice]) -> Rows:
    return Rows((alias, one.id) for one in several for alias in one.aliases)
