"""Is a text with numbers talk, or a story that tells of sets?"""

from bot.coaching.language.log_line.clauses import Clause
from bot.coaching.language.log_line.tokens import Kind, Token
from bot.coaching.language.log_line.words import LogWords

PROSE_MOST = 2
"""More words than this that belong to no log, before the numbers and with no word of something done: talk."""
STORY_MOST = 14
"""The same where it is told what was done, and the numbers are written as sets are."""
COUNTING = frozenset(
    {
        "kg",
        "kgs",
        "kilo",
        "kilos",
        "lb",
        "lbs",
        "pounds",
        "#",
        "x",
        "by",
        "times",
        "bw",
        "bodyweight",
        "plates",
        "plate",
    }
    | {"rep", "reps", "set", "sets", "single", "double", "triple", "singles", "doubles", "triples", "sec", "seconds"}
)
"""Words that only stand beside numbers of sets."""
SETS_BEHIND = frozenset({"sets", "reps", "rep"})
SINGLES = frozenset({"single", "double", "triple"})


class Talk:
    """`light`: words that a log line may hold without meaning anything for its sets."""

    def __init__(self, words: LogWords, light: frozenset[str]) -> None:
        self._done = frozenset(words.done)
        self._deeds = frozenset(words.deeds)
        self._light = light

    def found(self, tokens: list[Token], clauses: list[Clause], *, card: bool) -> str | None:
        """The words of no log, or None where there are few or a deed is told. `card`: an exercise is under way."""
        named = any(token.kind is Kind.EXERCISE for token in tokens)
        if self._told(tokens, named=named or card):
            return None
        return self._talk(clauses, named) or self._small_talk(tokens, named)

    def _told(self, tokens: list[Token], *, named: bool) -> bool:
        """`the gym was packed so I did 3 sets of 12 at 45 kg`: a deed, and numbers that can be nothing but sets."""
        words = sum(token.kind is Kind.WORD for token in tokens)
        deed = next((at for at, token in enumerate(tokens) if token.text in self._deeds), None)
        if not named or deed is None or words > STORY_MOST + len(tokens) // 2:
            return False
        return any(_counts_sets(tokens, at) for at in range(deed, len(tokens)))

    def _talk(self, clauses: list[Clause], named: bool) -> str | None:
        """Words that belong to no log, before the numbers of the first clause that has any."""
        clause = next((one for one in clauses if one.numbered), None)
        if clause is None:
            return None
        last = max(place for place, token in enumerate(clause.tokens) if token.kind in (Kind.NUMBER, Kind.CLOCK))
        strange = [
            token.text for token in clause.tokens[:last] if token.kind is Kind.WORD and token.text not in self._light
        ]
        if not strange:
            return None
        done = any(word in self._done for word in clause.words)
        most = 0 if not named else PROSE_MOST + 3 if done else PROSE_MOST
        return " ".join(strange) if len(strange) > most else None

    def _small_talk(self, tokens: list[Token], named: bool) -> str | None:
        """A text with one number, nothing that shows sets, and words that belong to no log, wherever they stand."""
        if _firm(tokens):
            return None
        strange = [token.text for token in tokens if token.kind is Kind.WORD and token.text not in self._light]
        done = any(token.text in self._done for token in tokens)
        digits = any(_in_digits(token) or token.kind is Kind.CLOCK for token in tokens)
        most = 0 if not named else PROSE_MOST * (done + digits)
        return " ".join(strange) if len(strange) > most else None


def _counts_sets(tokens: list[Token], at: int) -> bool:
    """`3x5`, `3 sets of 12`, `ten times`, `180 for a single`, `5, 4, 4`."""
    kinds = [one.kind for one in tokens[at : at + 3]]
    texts = [one.text for one in tokens[at : at + 5]]
    if kinds[:1] != [Kind.NUMBER] or len(kinds) < 2:
        return False
    if texts[1] == "times":
        return any(one.kind is Kind.EXERCISE for one in tokens)
    if kinds == [Kind.NUMBER, Kind.TIMES, Kind.NUMBER] or texts[1] in SETS_BEHIND:
        return True
    return texts[1] == "for" and (kinds[2:] == [Kind.NUMBER] or not SINGLES.isdisjoint(texts[2:4]))


def _firm(tokens: list[Token]) -> bool:
    """Does it show that sets are told: a times sign, a unit, a word of sets, several numbers?"""
    digits = [token for token in tokens if token.kind is Kind.CLOCK or _in_digits(token)]
    return len(digits) > 1 or any(
        token.kind in (Kind.TIMES, Kind.AT)
        or (token.text in COUNTING and any(one.kind is Kind.NUMBER for one in tokens[max(at - 1, 0) : at + 2]))
        for at, token in enumerate(tokens)
    )


def _in_digits(token: Token) -> bool:
    return token.kind is Kind.NUMBER and token.text[0] in "0123456789."
