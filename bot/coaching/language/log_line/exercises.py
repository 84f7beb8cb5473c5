"""Which exercise does a text name, however it is written?"""

from collections.abc import Iterator

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.coaching.knowledge.catalog import Knowledge, names_of
from bot.coaching.language.log_line.spelling import TRIES
from bot.coaching.language.log_line.tokens import Kind, Token
from bot.coaching.language.log_line.words import LogWords, PhraseBook

LONGEST_NAME = 6
LONG_WORD = 6
"""Letters of a word of a name that a slip still shows."""
NEAR_LONGEST = 4
"""Words of a name that may be misspelt."""
ROW = "?row"
OTHER = "?other"
NEAR = "?near "
"""Before the id that a lift without an entry of its own comes nearest to."""


class ExerciseNames:
    """Names are compared joined and in the singular, so `lat pull-downs`, `lat pulldown` and `latpulldown` are one."""

    def __init__(self, knowledge: Knowledge, words: LogWords) -> None:
        self._same = words.same_word
        self._id: dict[str, str] = {}
        self.named: dict[str, list[str]] = {}
        """Each exercise under its names."""
        for name, id in _names(knowledge, words):
            self._id.setdefault(self._key(_written(name)), id)
            self.named.setdefault(id, []).append(name)
        for name in words.generic:
            self._id[self._key(name.split())] = f"?{name}"
        self._plates = frozenset(words.phrases["plate"])
        self._numbers = frozenset(words.numbers)
        self._nearest: dict[str, str] = {}
        for name, id in self._near_names(knowledge, words):
            self._nearest.setdefault(self._key(_written(name)), id)
        self._foreign = PhraseBook({OTHER: words.foreign})
        self._swallowed = frozenset(words.grips)
        self._keys: dict[str, list[str]] = {}
        for key in self._id:
            if len(key) >= 5:
                self._keys.setdefault(key[0], []).append(key)
        several = [_written(name) for name, _ in _names(knowledge, words) if " " in name]
        self.leading = frozenset(written[0] for written in several if len(written[0]) > 2 or written[0] in self._same)
        """Words that begin a name, whose later word may be the misspelt one."""
        self._pieces = "\n".join(self._id)
        self._foreign_words = frozenset(word for phrase in words.foreign for word in phrase.split())
        near = (name for exercise in knowledge.exercises.values() for name in exercise.near)
        self.known = frozenset(
            word for name in (*(name for name, _ in _names(knowledge, words)), *near) for word in _written(name)
        )

        self._words: dict[str, list[str]] = {}
        for word in sorted(self.known):
            if len(word) >= LONG_WORD:
                self._words.setdefault(word[0], []).append(word)

    def _near_names(self, knowledge: Knowledge, words: LogWords) -> Iterator[tuple[str, str]]:
        """`axle deadlift`: no deadlift, and no entry. What is only done in another manner is no lift of its own."""
        passed = {*words.grips, *words.manners}
        for exercise in knowledge.exercises.values():
            for name in exercise.near:
                plain = self._id.get(self._key([word for word in _written(name) if word not in passed]))
                if self._key(_written(name)) not in self._id and (
                    plain is None
                    or knowledge.exercises.get(plain) is None
                    or knowledge.family_of(plain) != knowledge.family_of(exercise.id)
                ):
                    yield name, exercise.id

    def link(self, tokens: list[Token], vocabulary: frozenset[str]) -> list[Token]:
        """Names become EXERCISE tokens; words such as `wide` or `barbell` beside them are part of them."""
        words = [token.text if token.kind in (Kind.WORD, Kind.NUMBER) else "" for token in tokens]
        linked: list[Token] = []
        at = tries = 0
        while at < len(tokens):
            found = self._at(words, at)
            if found is None and self._misspelt(words[at], vocabulary) and tries < TRIES:
                tries += 1
                found = self._near(words, at, vocabulary)
            if found is None:
                linked.append(tokens[at])
                at += 1
                continue
            name, length = found
            said = " ".join(token.text for token in tokens[at : at + length])
            linked.append(Token(Kind.EXERCISE, name, tokens[at].glued, None, said))
            at += length
        return _merged(self._without_grips(linked))

    def completes(self, before: str, word: str, vocabulary: frozenset[str]) -> bool:
        """Whether a misspelt word makes a name with the one before it: `rack puls`."""
        return before in self.leading and self._near([before, word], 0, vocabulary) is not None

    def resembles(self, word: str) -> bool:
        """Whether it is one slip from a word of some name, so that it is left to be read with its neighbours."""
        words = self._words.get(word[0], ())
        return process.extractOne(word, words, scorer=OSA.distance, score_cutoff=1) is not None

    def written_first(self, words: list[str]) -> tuple[str, int] | None:
        """The exercise that these words begin with, and how many of them name it: in `deadlift hook grip` one."""
        for length in range(min(LONGEST_NAME, len(words)), 0, -1):
            id = self._id.get(self._key(_written(" ".join(words[:length]))))
            if id is not None and not id.startswith("?"):
                return id, length
        return None

    def length_at(self, tokens: list[Token], at: int) -> int:
        """How many tokens from here on are a name of the knowledge base, written right."""
        words = [token.text if token.kind in (Kind.WORD, Kind.NUMBER) else "" for token in tokens[: at + LONGEST_NAME]]
        found = self._at(words, at) if at < len(words) else None
        return 0 if found is None or found[0].startswith((OTHER, NEAR)) else found[1]

    def may_hold(self, word: str) -> bool:
        """Whether a word written right can be a part of a name, or vanish beside one."""
        return self._key([word]) in self._pieces or word in self._foreign_words or word in self._swallowed

    def _key(self, words: list[str]) -> str:
        return "".join(self._same.get(one) or _singular(one) for one in words).replace(" ", "")

    def _at(self, words: list[str], start: int) -> tuple[str, int] | None:
        """The longest name that begins here, written right; a foreign lift only where it is the longer."""
        if not words[start] or not (words[start][0].isalpha() or words[start] in self._same or words[start] == "45"):
            return None
        other = self._foreign.at(words, start)
        for length in range(min(LONGEST_NAME, _run(words, start)), 0, -1):
            key = self._key(words[start : start + length])
            id = self._id.get(key)
            if id is not None:
                return other if other is not None and other[1] > length else (id, length)
            counts = words[start] in self._plates and start > 0 and self._counts(words[start - 1])
            if key in self._nearest and not counts and not (other is not None and other[1] > length):
                return f"{NEAR}{self._nearest[key]}", length
        return other

    def _counts(self, word: str) -> bool:
        return word[:1].isdigit() or word in self._numbers

    def _misspelt(self, word: str, vocabulary: frozenset[str]) -> bool:
        return (len(word) >= 3 and word.isalpha() and word not in vocabulary) or word in self.leading

    def _near(self, words: list[str], start: int, vocabulary: frozenset[str]) -> tuple[str, int] | None:
        best: tuple[float, int, str] | None = None
        for length in range(min(NEAR_LONGEST, _run(words, start)), 0, -1):
            span = words[start : start + length]
            if all(word in vocabulary for word in span) or any(map(self._counts, span)):
                continue
            key = self._key(span)
            slips = 0 if len("".join(span)) < 5 else 1 if len(key) < 9 else 2
            found = process.extractOne(key, self._keys.get(key[0], ()), scorer=OSA.distance, score_cutoff=slips)
            if found is not None and slips and (best is None or found[1] < best[0]):
                best = (found[1], length, found[0])
        return None if best is None else (self._id[best[2]], best[1])

    def _without_grips(self, tokens: list[Token]) -> list[Token]:
        """`close grip lat pulldown`, `row, db`: the words that touch a name belong to it."""
        kept: list[Token] = []
        for index, token in enumerate(tokens):
            swallowed = token.kind is Kind.WORD and token.text in self._swallowed
            if swallowed and token.text in self._plates and kept and self._counts(kept[-1].text):
                swallowed = False  # `2 plate deadlift x 5`
            if swallowed and token.text in self._plates and _counted_next(tokens, index):
                swallowed = False  # `deadlift plate x 10`
            if swallowed and kept and kept[-1].kind is Kind.EXERCISE:
                continue
            if not (swallowed and _leads_to_name(tokens, index, self._swallowed)):
                kept.append(token)
        return kept


def _counted_next(tokens: list[Token], index: int) -> bool:
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    return following is not None and (following.kind is Kind.TIMES or following.text == "for")


def _leads_to_name(tokens: list[Token], index: int, swallowed: frozenset[str]) -> bool:
    for token in tokens[index : index + 4]:
        if token.kind is Kind.EXERCISE:
            return True
        if token.kind is not Kind.WORD or token.text not in swallowed:
            return False
    return False


def _names(knowledge: Knowledge, words: LogWords) -> Iterator[tuple[str, str]]:
    """The log's own short forms win over an alias: nobody logs the muscle called `lat`."""
    for id, names in words.names.items():
        if id in knowledge.exercises:
            yield from ((name, id) for name in names)
    for exercise in knowledge.exercises.values():
        yield from (
            (name, exercise.id) for name in names_of(exercise) if _written(name) not in (["back"], ["row"], ["rows"])
        )


def _written(name: str) -> list[str]:
    return name.lower().replace("-", " ").replace("'", "").replace("’", "").replace("(", " ").replace(")", " ").split()


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 2 and word.endswith("s") and not word.endswith("ss") else word


def _run(words: list[str], start: int) -> int:
    length = 0
    while start + length < len(words) and words[start + length] and length < LONGEST_NAME:
        length += 1
    return length


def _merged(tokens: list[Token]) -> list[Token]:
    """`row (pendlay)`, `deadlifts (RDL)`, `row, chest supported`: two names side by side that are one."""
    kept: list[Token] = []
    for token in tokens:
        kept.append(token)
        if (
            token.kind is Kind.CLOSE
            and len(kept) >= 4
            and [one.kind for one in kept[-4:-1]] == [Kind.EXERCISE, Kind.OPEN, Kind.EXERCISE]
        ):
            kept[-4:] = [_finer(kept[-4], kept[-2]) or kept[-2]]
        elif token.kind is Kind.EXERCISE and len(kept) >= 2 and kept[-2].kind is Kind.EXERCISE:
            finer = _finer(kept[-2], token)
            if finer is not None:
                kept[-2:] = [finer]
    return kept


def _finer(first: Token, second: Token) -> Token | None:
    """Of two names side by side the one that says more; None where they are two exercises."""
    if second.text == ROW or first.text == second.text or second.text in first.text:
        return first
    return second if first.text == ROW or first.text in second.text else None
