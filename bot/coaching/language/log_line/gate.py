"""Can a text be a log line at all? Told from its words alone, long before it is taken apart.

Sets need a number. Without one a text can only put right or repeat what was kept, and those are written in few words:
a word of another kind, or the lack of every word that they begin with, rules them out. What is left open is read.
"""

import re
from collections.abc import Iterable
from functools import lru_cache, reduce
from operator import or_

from bot.coaching.language.log_line.characters import plain_text
from bot.coaching.language.log_line.dates import LEADS, SESSIONS
from bot.coaching.language.log_line.exercises import NEAR_LONGEST, ExerciseNames
from bot.coaching.language.log_line.numbers import ONCE
from bot.coaching.language.log_line.remarks import DENYING, Remarks
from bot.coaching.language.log_line.repeats import BEFORE_SAME, PASSED_OVER, Repeats
from bot.coaching.language.log_line.spelling import TRIES, Spelling
from bot.coaching.language.log_line.words import LogWords

DOUBTFUL = re.compile(r"[0-9/&]")
"""A number, a short form such as `w/o`, or a sign that is a word."""
_WORD = re.compile(r"_?[a-z]+(?:['_][a-z]+)*|_")
"""As the lexer cuts words where there are no digits."""

LONGEST = 30
"""Letters. What is longer is no known word however it is mended, and too much to remember."""
REMEMBERED = 20_000

NUMBER, LOOKS_BACK, REPEATS, PASSED, MAY_NAME, TALK, UNKNOWN = (1 << place for place in range(7))
"""What is known of a word. MAY_NAME: a misspelt name can begin with it. TALK: in no correction, no repeat, no name."""


class Gate:
    def __init__(
        self,
        words: LogWords,
        vocabulary: frozenset[str],
        spelling: Spelling,
        names: ExerciseNames,
        remarks: Remarks,
        repeats: Repeats,
    ) -> None:
        dated = frozenset(_words((*words.days, *words.weekdays, *words.months)))
        kinds = {
            NUMBER: frozenset(words.numbers) | ONCE,
            LOOKS_BACK: _openings((*words.correction.cue, *words.correction.delete, *DENYING)),
            REPEATS: _openings((*words.repeat.same, *words.repeat.more)),
            PASSED: PASSED_OVER | BEFORE_SAME | LEADS | dated,
            MAY_NAME: names.leading,
        }
        kinds[TALK] = frozenset(
            word
            for word in vocabulary
            - remarks.plain
            - repeats.plain
            - frozenset().union(*kinds.values())
            - {"x"}
            - SESSIONS
            if not names.may_hold(word)
        )
        self._known = {word: sum(kind for kind, found in kinds.items() if word in found) for word in vocabulary}
        self._spelling = spelling
        self._mended = lru_cache(maxsize=REMEMBERED)(self._mend)

    def lets(self, text: str) -> bool:
        """False only for what is read as no log."""
        said = plain_text(text)
        if not said.isascii() or DOUBTFUL.search(said):
            return True
        words: list[str] = _WORD.findall(said)
        if "'" in said:
            words = [word.replace("'", "") for word in words]
        known = self._known
        kinds = [known[word] if word in known else self._strange(word) for word in words]
        seen = reduce(or_, kinds, 0)
        if seen & NUMBER or (len(kinds) > TRIES and sum(kind >= UNKNOWN for kind in kinds) > TRIES):
            return True
        return bool(seen & LOOKS_BACK or (seen & REPEATS and _repeats(kinds))) and not _talks(kinds)

    def _strange(self, word: str) -> int:
        return self._mended(word) if len(word) <= LONGEST else MAY_NAME | UNKNOWN

    def _mend(self, word: str) -> int:
        """A word nobody knows, after its spelling was repaired; where that fails it may be a piece of any name."""
        return self._known.get(self._spelling.repair(word), MAY_NAME) | UNKNOWN


def _repeats(kinds: list[int]) -> bool:
    """Behind nothing but words that are passed over."""
    for kind in kinds:
        if kind & REPEATS:
            return True
        if not kind & PASSED:
            return False
    return False


def _talks(kinds: list[int]) -> bool:
    """A word of talk that no misspelt name before it can reach."""
    beyond = 0
    for place, kind in enumerate(kinds):
        if kind & TALK and place >= beyond:
            return True
        if kind & MAY_NAME:
            beyond = place + NEAR_LONGEST
    return False


def _openings(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrase in phrases)


def _words(phrases: Iterable[str]) -> Iterable[str]:
    return (word for phrase in phrases for word in phrase.split())
