"""Does a text speak of what was just kept: which sets does it point at, and does it take them back?"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from bot.coaching.language.log_line.dates import SUFFIXES
from bot.coaching.language.log_line.numbers import decimal_commas
from bot.coaching.language.log_line.tokens import Kind, Token
from bot.coaching.language.log_line.words import LogWords, PhraseBook

PASSED_OVER = frozenset(
    {
        "was",
        "were",
        "is",
        "be",
        "to",
        "the",
        "it",
        "should",
        "actually",
        "of",
        "no",
        "not",
        "with",
        "at",
        "a",
        "that",
        "for",
        "on",
        "and",
    }
)
"""Read past, so that `rpe was 7` is `rpe 7` and `with +10kg` is `+10kg`."""
DENYING = ("no", "nope", "not")
"""They open no phrase, and yet may say that something was wrong."""
RATING = ("rpe", "rir")
"""How hard it was may be all that is said."""
MOST_SETS = 10
POINTED = ("set", "one")
LEAST_PAIRED = 4
REMOVING = frozenset(
    {"delete", "scrap", "remove", "scratch", "erase", "forget", "drop", "undo", "ignore", "cancel", "discard"}
)
UNITS = frozenset({"kg", "kgs", "kilos", "lb", "lbs", "pounds"})


@dataclass(frozen=True, slots=True)
class Remark:
    """`tokens` are what is left of the text: the values. `place` is the set it names, counted from 1; `old` the values
    it says were wrong; `old_names` the exercises."""

    tokens: list[Token]
    words: frozenset[str]
    cued: bool
    deletes: bool
    plural: bool
    place: int | None
    old: tuple[Decimal, ...]
    old_names: tuple[str, ...]
    count: int | None = None
    """So many of the last sets are meant."""
    of: Decimal | None = None
    """The set that had this load, or so many repetitions."""
    each: tuple[tuple[int, Decimal], ...] = ()
    """`9 on the first, 8 on the second`: sets, counted from 1, and what they had."""

    @property
    def names(self) -> list[str]:
        return [token.text for token in self.tokens if token.kind is Kind.EXERCISE and token.text not in self.old_names]

    @property
    def only_denies(self) -> bool:
        """`no, ...`, `not that`: with the day that it was, all that need be said."""
        wordless = all(token.kind is Kind.COMMA or token.text == "but" for token in self.tokens)
        return wordless and not self.words.isdisjoint(DENYING) and not self.words & {"set", "sets"}

    @property
    def numbers(self) -> list[int]:
        return [int(token.value) for token in self.tokens if token.kind is Kind.NUMBER and token.value is not None]


class Remarks:
    def __init__(self, words: LogWords) -> None:
        said = words.correction
        self._ordinals = words.ordinals
        self._cues = PhraseBook({"delete": said.delete, "cue": said.cue})
        self._plural = frozenset(said.plural)
        rating = (phrase for tag in RATING for phrase in words.phrases.get(tag, ()))
        self._looking_back = frozenset(phrase.split()[0] for phrase in (*said.cue, *said.delete, *DENYING, *rating))
        tags = (phrase for found in words.phrases.values() for phrase in found)
        phrases = (
            *said.cue,
            *said.delete,
            *said.plural,
            *said.fillers,
            *said.weight,
            *tags,
            *words.ordinals,
            *SUFFIXES,
            *words.numbers,
        )
        self.plain = frozenset(word for phrase in phrases for word in phrase.split())

    def read(self, tokens: list[Token]) -> Remark | None:
        """None where the text has words that no correction has, or none that one begins with."""
        words = [token.text if token.kind is Kind.WORD else "" for token in tokens]
        if any(word and word not in self.plain for word in words):
            return None
        if self._looking_back.isdisjoint(words) and not _starred(tokens):
            return None
        cues = [found[0] for at in range(len(words)) if words[at] and (found := self._cues.at(words, at))]
        tokens, count = _last_of(_without_all(_without_reason(tokens, self._ordinals)))
        tokens, of = _by_value(tokens)
        words = [token.text if token.kind is Kind.WORD else "" for token in tokens]
        values, place = _pointed(tokens, words, self._ordinals)
        values, old, old_names = _old(decimal_commas(values))
        return Remark(
            tokens=[
                one
                for one in values
                if one.kind is not Kind.STAR and not (one.kind is Kind.WORD and one.text in PASSED_OVER)
            ],
            words=frozenset(words),
            cued=bool(old or old_names) or _unit_denied(tokens) or "cue" in cues or _starred(tokens) or _denied(tokens),
            deletes=cues[:1] == ["delete"] and not old and not any(token.kind is Kind.TIMES for token in tokens),
            plural=bool(self._plural & set(words)) and "last" not in words,
            count=count,
            of=of,
            place=place,
            old=old,
            old_names=old_names,
            each=_each(tokens, words, self._ordinals),
        )


def _without_reason(tokens: list[Token], ordinals: Mapping[str, int]) -> list[Token]:
    """`last set was only 4, missed the fifth`; `delete the last set, I counted it twice`: why is of no matter."""
    words = [token.text for token in tokens]
    if REMOVING & set(words[:3]) and Kind.COMMA in (token.kind for token in tokens):
        end = next(at for at, token in enumerate(tokens) if token.kind is Kind.COMMA)
        return tokens if any(token.said.isdigit() for token in tokens[end:]) else tokens[:end]
    for at, word in enumerate(words):
        behind = at + 1 + (words[at + 1 : at + 2] == ["the"])
        if word in ("missed", "failed") and words[behind : behind + 1] and words[behind] in ordinals:
            return tokens[:at]
    return tokens


def _without_all(tokens: list[Token]) -> list[Token]:
    """`all three were at 65`: how many there are is no value, where one follows."""
    for at, token in enumerate(tokens[1:], 1):
        counts = token.kind is Kind.NUMBER and tokens[at - 1].text == "all" and (token.value or 0) <= MOST_SETS
        if counts and any(one.kind is Kind.NUMBER for one in tokens[at + 1 :]):
            return [*tokens[:at], *tokens[at + 1 :]]
    return tokens


def _starred(tokens: list[Token]) -> bool:
    return bool(tokens) and tokens[0].kind is Kind.STAR


def _denied(tokens: list[Token]) -> bool:
    """`no, 72.5`, `no 7`."""
    values = [token for token in tokens if token.kind is not Kind.COMMA]
    return (
        len(values) > 1 and values[0].text in ("no", "nope") and values[1].kind in (Kind.NUMBER, Kind.PLUS, Kind.MINUS)
    )


def _unit_denied(tokens: list[Token]) -> bool:
    """`lbs not kg`."""
    return any(token.text in UNITS and at and tokens[at - 1].text == "not" for at, token in enumerate(tokens))


def _pointed(tokens: list[Token], words: list[str], ordinals: Mapping[str, int]) -> tuple[list[Token], int | None]:
    """`first set`, `2nd set`, `set 2`: which set is meant, and the tokens without it."""
    for at, token in enumerate(tokens):
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if words[at] in ordinals:
            behind = at + 1 + (following is not None and following.text in POINTED)
            return [*tokens[:at], *tokens[behind:]], ordinals[words[at]]
        if following is None:
            break
        if token.kind is Kind.NUMBER and following.glued and following.text in SUFFIXES:
            return [*tokens[:at], *tokens[at + 2 :]], int(token.value or 0)
        ends = at + 2 >= len(tokens) and not _removing(words)
        if words[at] == "set" and following.kind is Kind.NUMBER and not ends:
            return [*tokens[:at], *tokens[at + 2 :]], int(following.value or 0)
    return tokens, None


def _removing(words: list[str]) -> bool:
    return not REMOVING.isdisjoint(words[:3])


def _last_of(tokens: list[Token]) -> tuple[list[Token], int | None]:
    """`last 2 were 6`: how many are meant, and the text without it."""
    for at, token in enumerate(tokens[1:], 1):
        counts = token.kind is Kind.NUMBER and tokens[at - 1].text == "last" and 1 < (token.value or 0) <= MOST_SETS
        if counts and any(one.kind is Kind.NUMBER for one in tokens[at + 1 :]):
            return [*tokens[:at], *tokens[at + 1 :]], int(token.value or 0)
    return tokens, None


def _by_value(tokens: list[Token]) -> tuple[list[Token], Decimal | None]:
    """`the 110 was 6 reps`, `delete the 90`: the set is named by its load, or by what was done."""
    for at, token in enumerate(tokens[1:], 1):
        if token.kind is not Kind.NUMBER or tokens[at - 1].text != "the" or token.value is None:
            continue
        unit = 1 + (at + 1 < len(tokens) and tokens[at + 1].text in UNITS)
        behind = tokens[at + unit].text if at + unit < len(tokens) else ""
        if behind in ("", "was", "were", "should", "is", "had", "one", "set", "to"):
            return [*tokens[:at], *tokens[at + unit :]], token.value
    return tokens, None


def _each(tokens: list[Token], words: list[str], ordinals: Mapping[str, int]) -> tuple[tuple[int, Decimal], ...]:
    """Numbers and sets in turn, several of each; empty for anything else."""
    said = [
        ordinals.get(words[at], token.value)
        for at, token in enumerate(tokens)
        if words[at] in ordinals or token.kind is Kind.NUMBER
    ]
    if len(said) < LEAST_PAIRED or len(said) % 2:
        return ()
    first, second = said[::2], said[1::2]
    places, values = (first, second) if isinstance(said[0], int) else (second, first)
    return tuple(
        (place, value)
        for place, value in zip(places, values, strict=True)
        if isinstance(place, int) and isinstance(value, Decimal)
    )


def _old(tokens: list[Token]) -> tuple[list[Token], tuple[Decimal, ...], tuple[str, ...]]:
    """`62.5 not 60`, `not pull ups but chin ups`: what is said to be wrong is taken out."""
    kept: list[Token] = []
    numbers: list[Decimal] = []
    names: list[str] = []
    for at, token in enumerate(tokens):
        signed = token.kind is Kind.NUMBER and at > 1 and tokens[at - 1].kind in (Kind.PLUS, Kind.MINUS)
        against = at > 0 and tokens[at - 1 - signed].text == "not"
        if against and token.kind is Kind.NUMBER and token.value is not None:
            numbers.append(token.value)
            if signed:
                kept.pop()
        elif against and token.kind is Kind.EXERCISE:
            names.append(token.text)
        elif not (against and token.text in UNITS) and not (
            at > 1 and tokens[at - 2].text == "not" and token.text in {*UNITS, "reps", "rep"}
        ):
            kept.append(token)
    return kept, tuple(numbers), tuple(names)
