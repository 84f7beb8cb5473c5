"""How is a text taken apart before it is judged? Its words, mended, and what they name."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.coaching.knowledge.catalog import Knowledge, names_of
from bot.coaching.knowledge.models import Exercise, Muscle
from bot.coaching.language.language import Language
from bot.coaching.language.mending import Mender
from bot.coaching.language.names import Kind, Mention, Names, masked
from bot.coaching.language.remembering import remember
from bot.coaching.language.rewriting import Rewrites
from bot.coaching.language.shapes import MASK
from bot.coaching.language.spelling import SHORTEST, Speller
from bot.coaching.language.table import Table
from bot.coaching.language.words import plain, tokens


@dataclass(frozen=True, slots=True)
class Read:
    """`said` as it stands, `words` after mending, what they name, and the words with the names masked."""

    said: tuple[str, ...]
    words: tuple[str, ...]
    mentions: tuple[Mention, ...]
    masked: tuple[str, ...]

    def ids(self, kind: Kind) -> tuple[str, ...]:
        return tuple(dict.fromkeys(id for one in self.mentions if one.kind is kind for id in one.ids))

    def places(self, kind: Kind) -> frozenset[int]:
        """Where such names stand."""
        return frozenset(at for one in self.mentions if one.kind is kind for at in range(one.start, one.end))

    @property
    def groups(self) -> tuple[str, ...]:
        return self.ids(Kind.OTHER)


def known_names(language: Language, knowledge: Knowledge) -> Names:
    """Names of the knowledge base first, then the language's own families, then what is not coached."""
    names = Names(language.words.spellings)
    for exercise in knowledge.exercises.values():
        names.learn(Kind.EXERCISE, (exercise.id,), names_of(exercise))
    for exercise in knowledge.exercises.values():
        names.learn_near((exercise.id,), exercise.near)
    for muscle in knowledge.muscles.values():
        names.learn(Kind.MUSCLE, (muscle.id,), names_of(muscle))
    for name, ids in language.words.families.items():
        kind = Kind.EXERCISE if ids[0] in knowledge.exercises else Kind.MUSCLE
        names.learn(kind, ids, (name,))
    for group, entry in language.not_covered.groups.items():
        names.learn(Kind.OTHER, (group,), entry.names)
    return names


def known_words(language: Language, knowledge: Knowledge, table: Table) -> Counter[str]:
    """Every word that a misspelt one may have been, and how often it is said."""
    found = Counter(names_words(language, knowledge))
    found.update(table.heard)
    found.update(table.elsewhere)
    found.update(words_of(spoken(language)))
    return found


def words_at_home(language: Language, knowledge: Knowledge, table: Table) -> Iterator[str]:
    """Every word that people use when they speak of training."""
    yield from table.heard
    yield from words_of((*language.pain.signs, *told(language)))
    for _, name in knowledge.topic_names():
        yield from tokens(plain(name))


def words_of(phrases: Iterable[str]) -> Iterator[str]:
    for phrase in phrases:
        yield from tokens(plain(MASK.sub(" ", phrase)))


def spoken(language: Language) -> Iterator[str]:
    """What people say beside the phrasings that a table is built from."""
    for group in language.not_covered.groups.values():
        yield from group.names
    yield from language.pain.signs
    yield from told(language)


def told(language: Language) -> Iterator[str]:
    """What people say around a question."""
    yield from (*language.stories.openings, *language.stories.closings, *language.stories.asides)


def pain_words(language: Language, knowledge: Knowledge) -> Iterator[str]:
    """Words that speak of pain or excuse it: known, and what other words are not mended to."""
    for row in language.pain.excused:
        yield from tokens(plain(row))
    for advice in knowledge.pain.values():
        for row in advice.aliases:
            yield from tokens(plain(row))


def names_words(language: Language, knowledge: Knowledge) -> Iterator[str]:
    named: list[Exercise | Muscle] = [*knowledge.exercises.values(), *knowledge.muscles.values()]
    for entry in named:
        near = entry.near if isinstance(entry, Exercise) else ()
        for name in (*names_of(entry), *near):
            words = tokens(plain(name))
            yield from words
            yield "".join(words)
            yield f"{words[-1]}s"
            yield f"{''.join(words)}s"
    for _, name in knowledge.topic_names():
        yield from tokens(plain(name))
    for name in language.words.families:
        yield from tokens(plain(name))
    yield from language.words.spellings.values()


ALONE = frozenset("aiu")
"""Single letters that are words."""
MENDED = 0.5
A_FEW = 11
A_NAME = 5
"""Letters of a name that is known again with a slip in it, and nothing beside it."""


class Reader:
    """Without a speller every word is taken as it stands: phrasings are learnt so."""

    def __init__(self, language: Language, names: Names, speller: Speller | None = None) -> None:
        self._rewrites = Rewrites(language.words.rewrites)
        self._names = names
        self._speller = speller
        pairs = language.table or frozenset[str]()
        self._mender = Mender(speller, names, pairs) if speller else None
        self._plain, self._read = remember(self._rewritten), remember(self._taken_apart)

    def plain(self, text: str) -> str:
        return self._plain(text)

    def _rewritten(self, text: str) -> str:
        return self._rewrites.apply(plain(text))

    def strangeness(self, read: Read) -> float:
        """The share of letters in words that nobody knows; a word that was mended counts half. Numbers tell nothing."""
        letters = strange = 0.0
        named = {at for one in read.mentions for at in range(one.start, one.end)}
        for at, (raw, word) in enumerate(zip(read.said, read.words, strict=True)):
            if word[0].isdigit():
                continue
            letters += len(raw)
            if raw != word:
                strange += MENDED * len(raw)
            elif at not in named and not self.knows(word):
                strange += len(raw)
        return strange / letters if letters else 1.0

    def is_scrap(self, read: Read) -> bool:
        """Whether it is a few letters of which no word stands there as it should, nor a name with a slip in it."""
        if sum(map(len, read.said)) >= A_FEW:
            return False
        pairs = zip(read.said, read.words, strict=True)
        known = any(raw == word and len(word) > 1 and self.knows(word) for raw, word in pairs)
        return not known and all(len(one.said) < A_NAME for one in read.mentions)

    def has_a_word(self, read: Read) -> bool:
        """Whether at least one word of three letters or more is known as it stands."""
        pairs = zip(read.said, read.words, strict=True)
        return any(raw == word and len(word) >= SHORTEST and self.knows(word) for raw, word in pairs)

    def knows(self, word: str) -> bool:
        return word in ALONE if len(word) == 1 else self._speller is None or self._speller.knows(word)

    def read(self, text: str) -> Read:
        return self.read_plain(self.plain(text))

    def read_plain(self, said: str) -> Read:
        return self._read(said)

    def _taken_apart(self, said: str) -> Read:
        raw = tokens(said)
        words = self._mender.mend(raw) if self._mender else raw
        mentions = self._names.find(words)
        return Read(tuple(raw), tuple(words), tuple(mentions), tuple(masked(words, mentions)))
