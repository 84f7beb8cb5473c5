"""Does something hurt now, at which lift, and where? Said in a clause: what only asks, was long ago or is somebody
else's takes nothing off."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.knowledge.pain import Advice, Kind
from bot.coaching.language.names import Kind as Named
from bot.coaching.language.pain import PainWords
from bot.coaching.language.reader import Read, Reader
from bot.coaching.language.rows import Found, Rows, outside
from bot.coaching.language.shapes import Pain
from bot.domain.planning import Site

CUT = re.compile(
    r"[,.;!?\n()]+|\b(?:but|while|though|although|whereas|however|because|cause)\b"
    r"|(?=\b(?:can|could|should|shall|may) (?:i|we)\b|\bwhat (?:do|should|can|now)\b|\bis (?:it|that|this) (?!normal)"
    r"|\bhow (?:do|can|should|long|to)\b|\bwhich\b)"
)
FINE = re.compile(r"\b(?:fine|ok|okay|good|great|easy)\b")
AND = re.compile(r"\band\b")
NOT_AT = re.compile(r"\b(?:not|never)(?: (?:on|in|at|with|during|when|while|for|from|i|do|doing|the|my|any))*$")
OPENINGS = frozenset(
    {"and", "so", "hi", "hey", "hello", "ok", "okay", "well", "also", "then", "coach", "please", "but"}
)
"""Words before the first one of a clause that tell nothing."""

ANYWHERE = frozenset({"numbness", "radiating", "pop"})
"""Red flags that may be of any place."""
OF_NO_LIFT = frozenset({"suicidal", "sore-or-hurt", "only-sore", "back-to-training"})
"""Entries after which no lift is left out."""


@dataclass(frozen=True, slots=True)
class Hurt:
    """`now`: something hurts, as far as words tell. `lifts` are those that it hurts at, each as the ids it may stand
    for: one, or several for `rows`. `sites` is where; `elsewhere`: at a place that no lift is known to spare."""

    now: bool = False
    lifts: tuple[tuple[str, ...], ...] = ()
    sites: frozenset[Site] = field(default_factory=frozenset)
    elsewhere: bool = False

    @property
    def placed(self) -> bool:
        return bool(self.sites) or self.elsewhere


def sites_of(advice: str, knowledge: Knowledge) -> frozenset[Site]:
    """The sites that an entry of the pain tree speaks of."""
    return frozenset(spare.site for spare in knowledge.spares.values() if advice in spare.pains)


class Hurts:
    def __init__(self, words: Pain, reader: Reader, pain: PainWords, knowledge: Knowledge) -> None:
        self._reader, self._pain, self._knowledge = reader, pain, knowledge
        self._present = Rows(((row, "") for row in words.present), exact=True)
        self._back, self._telling = (Rows((row, "") for row in rows) for rows in (words.not_present, words.telling))
        self._asking, self._deeds = frozenset(words.asking), frozenset(words.deeds)
        self._no_place = Rows((row, "") for row in words.no_place)
        self._places = Rows((row, one.id) for one in _placed(knowledge.pain) for row in one.aliases)

    def read(self, text: str, advice: Advice) -> Hurt:
        """`advice` is the entry that the text led to. A red flag needs no verb of today: it is one whenever it is
        told."""
        if advice.id in OF_NO_LIFT:
            return Hurt()
        clauses = [self._reader.read_plain(part) for part in self._clauses(self._reader.plain(text))]
        whole = self._reader.read(text)
        telling = [one for one in clauses if self._hurts(one)]
        said = telling if telling else [whole]
        now = any(self._is_now(one, flag=advice.holds) for one in said) and not self._pain.is_over(
            whole.said, whole.words
        )
        sites, elsewhere = self._where(whole, advice)
        return Hurt(now, self._lifts(said, clauses), sites, elsewhere)

    def _clauses(self, said: str) -> Iterator[str]:
        for part in CUT.split(said):
            yield from (one for one in (AND.split(part) if FINE.search(part) else [part]) if one.strip())

    def _hurts(self, read: Read) -> bool:
        return bool(self._pain.look(read.said, read.words, named=read.places(Named.EXERCISE)).found)

    def _is_now(self, read: Read, *, flag: bool) -> bool:
        if self._asks(read.said) or _stands(self._back, read):
            return False
        return flag or _stands(self._present, read)

    def _asks(self, words: Sequence[str]) -> bool:
        first = next((word for word in words if word not in OPENINGS), "")
        return first in self._asking and not any(True for _ in self._telling.find(words))

    def _lifts(self, said: Sequence[Read], clauses: Sequence[Read]) -> tuple[tuple[str, ...], ...]:
        """Named where the pain is told; else in another clause, as something that was done, or with the last sets."""
        found = _named(said)
        if not found:
            others = [one for one in clauses if not self._asks(one.said) and not _fine(one)]
            done = [one for one in others if self._deeds & set(one.said)]
            found = _named(done or [one for one in others if _counted(one)][-1:])
        single = {ids[0] for ids in found if len(ids) == 1}
        patterns = {self._knowledge.exercise(id).pattern for id in single}
        return tuple(ids for ids in found if len(ids) == 1 or self._knowledge.exercise(ids[0]).pattern not in patterns)

    def sites(self, text: str) -> frozenset[Site]:
        """Those that words name, a slip of the finger in them or not."""
        return frozenset().union(*(sites_of(one, self._knowledge) for one in self._entries(self._reader.read(text))))

    def _where(self, read: Read, advice: Advice) -> tuple[frozenset[Site], bool]:
        entries = self._entries(read)
        if advice.kind in (Kind.SITE, Kind.FLAG, Kind.LEAF):
            entries.add(advice.id)
        sites = [sites_of(one, self._knowledge) for one in entries]
        other = any(not one for one in sites) and advice.id not in ANYWHERE
        return frozenset().union(*sites), other

    def _entries(self, read: Read) -> set[str]:
        """Of the pain tree, one for each place that is named, the longest name of it."""
        named = read.places(Named.EXERCISE)
        placed = outside(self._places.find(read.words), self._no_place, read.words)
        found = [one for one in placed or self._places.find(read.words) if named.isdisjoint(range(one.start, one.end))]
        widest = [one for one in found if not any(_within(one, other) for other in found)]
        return {one.meaning for one in widest}


def _placed(tree: Mapping[str, Advice]) -> Iterator[Advice]:
    return (one for one in tree.values() if one.kind is Kind.SITE)


def _within(one: Found, other: Found) -> bool:
    """Whether a place is a part of a longer name: `back` of `upper back`."""
    return one is not other and other.start <= one.start and one.end <= other.end and other.words > one.words


def _named(said: Sequence[Read]) -> list[tuple[str, ...]]:
    """`but not on rows` is no lift that it hurts at."""
    mentions = ((read, one) for read in said for one in read.mentions if one.kind is Named.EXERCISE)
    return list(
        dict.fromkeys(one.ids for read, one in mentions if not NOT_AT.search(" ".join(read.words[: one.start])))
    )


def _counted(read: Read) -> bool:
    """Whether numbers stand in it, as with sets: `row 60 3x10`."""
    return any(any(letter.isdigit() for letter in word) for word in read.said)


def _fine(read: Read) -> bool:
    return FINE.search(" ".join(read.said)) is not None


def _stands(rows: Rows, read: Read) -> bool:
    return any(True for words in (read.said, read.words) for _ in rows.find(words))
