"""Which numbers of a text belong to which exercise?"""

from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise

from bot.coaching.language.log_line.tokens import Kind, Token
from bot.coaching.language.log_line.unclear import Unclear

SPLITS = {Kind.COMMA, Kind.LINE, Kind.BREAK, Kind.STOP, Kind.GAP, Kind.SLASH}
QUANTITIES = {Kind.NUMBER, Kind.CLOCK, Kind.ODD}
JOINS = {Kind.COMMA, Kind.SLASH}


@dataclass(frozen=True, slots=True)
class Entry:
    """An exercise as it was named, or None for the current one, and the tokens that say what was done of it."""

    name: Token | None
    tokens: list[Token]

    @property
    def counted(self) -> bool:
        return any(token.kind in QUANTITIES for token in self.tokens)


def entries(tokens: list[Token]) -> list[Entry]:
    """Quantities stand behind the name, or before it in the same clause: `3x8 pull ups and a 60 s hang`."""
    tokens = _without_manner(tokens)
    names = [place for place, token in enumerate(tokens) if token.kind is Kind.EXERCISE]
    if not names:
        return [Entry(None, tokens)]
    before = _names_last(tokens, names)
    starts = [0, *(_start(tokens, last, name, before) for last, name in pairwise(names))]
    found = []
    for start, end, name in zip(starts, [*starts[1:], len(tokens)], names, strict=True):
        found.append(Entry(tokens[name], [token for token in tokens[start:end] if token is not tokens[name]]))
    _refuse_pairs(found, tokens, names)
    _refuse_same(found)
    return [entry for entry in found if entry.counted]


def _without_manner(tokens: list[Token]) -> list[Token]:
    """`pull-ups: 12, 9 (full dead hang, no kipping)`: a name in brackets, with no number, says how it was done."""
    kept: list[Token] = []
    closes = [place for place, token in enumerate(tokens) if token.kind is Kind.CLOSE]
    counts = [place for place, token in enumerate(tokens) if token.kind in QUANTITIES]
    at, named = 0, False
    while at < len(tokens):
        end = _first(closes, at, len(tokens) - 1) if named and tokens[at].kind is Kind.OPEN else -1
        if _first(counts, at, len(tokens)) <= end or end < 0:
            kept.append(tokens[at])
            named = named or tokens[at].kind is Kind.EXERCISE
            at += 1
        else:
            kept += [one for one in tokens[at : end + 1] if one.kind is not Kind.EXERCISE]
            at = end + 1
    return kept


def _first(places: list[int], at: int, otherwise: int) -> int:
    """The first of them that is not before `at`. (A text has thousands of tokens, if somebody wants it to.)"""
    found = bisect_left(places, at)
    return places[found] if found < len(places) else otherwise


def _names_last(tokens: list[Token], names: list[int]) -> bool:
    """Is every quantity before its name, as in `8, 7 pull ups, 6, 5 chin ups`?"""
    return _counted(tokens[: names[0]]) and not _counted(tokens[names[-1] :])


def _counted(tokens: list[Token]) -> bool:
    return any(token.kind in QUANTITIES for token in tokens)


def _start(tokens: list[Token], last: int, name: int, names_last: bool) -> int:
    """Where the entry of the name at `name` begins, behind the name at `last`."""
    between = range(last + 1, name)
    if names_last and not any(_splits(tokens[place]) for place in between):
        return last + 1
    line = max((place for place in between if tokens[place].kind is Kind.LINE), default=None)
    split = max((place for place in between if _splits(tokens[place])), default=None)
    if names_last and line is None:
        return min(place for place in between if _splits(tokens[place]))
    if split is None or not _counted(tokens[split:name]):
        return name
    if _product(tokens[split:name]) and _at_load(tokens[name + 1 :]):
        return split
    own = _clause_after(tokens, name)
    if own and tokens[split].kind is not Kind.LINE and not _counted(tokens[:1]) and _posts(tokens, last):
        return name
    return split


def _product(tokens: list[Token]) -> bool:
    return any(token.kind is Kind.TIMES for token in tokens)


def _at_load(tokens: list[Token]) -> bool:
    """`3x15 face pulls at 20 kg`: the load of what stands before the name."""
    if len(tokens) < 2 or not (tokens[0].kind is Kind.AT or tokens[0].marks("at")):
        return False
    behind = tokens[2 + (len(tokens) > 2 and tokens[2].marks("kg", "lb")) :]
    return tokens[1].kind is Kind.NUMBER and (not behind or _splits(behind[0]))


def _splits(token: Token) -> bool:
    return token.kind in SPLITS or token.marks("then") or (token.kind is Kind.WORD and token.text in ("and", "plus"))


def _clause_after(tokens: list[Token], name: int) -> bool:
    """Do quantities follow the name before the next comma?"""
    for token in tokens[name + 1 :]:
        if token.kind in QUANTITIES:
            return True
        if _splits(token) or token.kind is Kind.EXERCISE:
            return False
    return False


def _posts(tokens: list[Token], name: int) -> bool:
    """Do quantities follow the name at once, so that it is written name first?"""
    return _clause_after(tokens, name)


def _refuse_same(found: list[Entry]) -> None:
    """`lat pulldown 3x10 50kg, cable row same`: the same sets, or only the same load?"""
    for entry in found:
        if entry.name is not None and not entry.counted and any(token.marks("same") for token in entry.tokens):
            raise Unclear(f"What was the same for “{entry.name.said}”? Write its sets out.")


def _refuse_pairs(found: list[Entry], tokens: list[Token], names: list[int]) -> None:
    """`pull ups / chin ups 3x8`: nobody knows which."""
    for index, (place, after) in enumerate(pairwise(names)):
        between = tokens[place + 1 : after]
        joined = all(
            token.kind in JOINS or (_splits(token) and token.kind is not Kind.LINE) or token.marks("to")
            for token in between
        )
        if (
            not found[index].counted
            and joined
            and between
            and between[-1].kind not in (Kind.STOP, Kind.LINE, Kind.BREAK)
        ):
            raise Unclear(f"Which of the two was it, {tokens[place].said} or {tokens[after].said}?")
