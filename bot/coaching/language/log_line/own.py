"""Which lift of the lifter's own does a text name: one that came with their log, and that no entry of ours is?"""

from collections.abc import Callable, Container, Iterable, Sequence

from bot.coaching.language.log_line.characters import plain_text
from bot.coaching.language.log_line.lexer import Lexer
from bot.coaching.language.log_line.tokens import Kind, Token
from bot.coaching.language.words import singular

SEVERAL = "?own "
"""Before a name that more than one of their lifts begins with: `Bench Press (Barbell)` and `Bench Press (Dumbbell)`."""
BRACKETS = frozenset({Kind.OPEN, Kind.CLOSE, Kind.GAP})
Key = tuple[str, ...]


SHORTEST_PART = 4
"""Letters of a word that a name may be cut down to."""


class OwnNames:
    """Case, brackets and the plural apart; what stands in a bracket at the end may be left away. `bench` alone stands
    for `Bench Press` where a number follows, or nothing; `ordinary` words, which sets are told in, do not."""

    def __init__(self, names: Iterable[str], ordinary: Container[str] = ()) -> None:
        self._found: dict[Key, set[str]] = {}
        self._exact: dict[Key, str] = {}
        self._parts: dict[Key, set[str]] = {}
        for name in names:
            whole = _words(name)
            for key in {whole, _words(name.partition("(")[0])} - {()}:
                self._found.setdefault(key, set()).add(name)
            self._exact[whole] = name
            first = _words(name)[:1]
            if first and len(first[0]) >= SHORTEST_PART and first[0] not in ordinary:
                self._parts.setdefault(first, set()).add(name)

    def called(self, base: str) -> tuple[str, ...]:
        """The lifts that a name stands for, or its first word."""
        key = _words(base)
        return tuple(sorted(self._found.get(key) or self._parts.get(key) or ()))

    def link(self, tokens: Sequence[Token], ours: Callable[[int], int]) -> list[Token]:
        """Names become EXERCISE tokens. `ours` is how many tokens from a place on are a name of the knowledge base."""
        linked: list[Token] = []
        at = 0
        while at < len(tokens):
            length = self._length(tokens, at)
            if length <= ours(at):
                linked.append(tokens[at])
                at += 1
                continue
            key = _key(tokens[at : at + length])
            said = " ".join(token.text for token in tokens[at : at + length] if token.kind not in BRACKETS)
            linked.append(Token(Kind.EXERCISE, self._meant(key, said), tokens[at].glued, None, said))
            at += length
        return linked

    def _meant(self, key: Key, said: str) -> str:
        found = self._found.get(key) or self._parts[key]
        if key in self._exact and len(found) > 1:
            return self._exact[key]
        return next(iter(found)) if len(found) == 1 else f"{SEVERAL}{said}"

    def _length(self, tokens: Sequence[Token], start: int) -> int:
        """Of the longest name that begins here, brackets counted."""
        if tokens[start].kind not in (Kind.WORD, Kind.NUMBER):
            return 0
        longest = max(map(len, self._found), default=0)
        best, words, depth = 0, 0, 0
        for at in range(start, len(tokens)):
            kind = tokens[at].kind
            depth += (kind is Kind.OPEN) - (kind is Kind.CLOSE)
            words += kind in (Kind.WORD, Kind.NUMBER)
            if (kind not in BRACKETS and kind not in (Kind.WORD, Kind.NUMBER)) or words > longest or depth < 0:
                break
            if depth == 0 and _key(tokens[start : at + 1]) in self._found and kind is not Kind.GAP:
                best = at + 1 - start
        return best or self._part(tokens, start)

    def _part(self, tokens: Sequence[Token], start: int) -> int:
        """A first word alone, where it opens a line and leads to a number, or is all there is."""
        opens = start == 0 or tokens[start - 1].kind in (Kind.LINE, Kind.COMMA, Kind.BREAK)
        leads = start + 1 == len(tokens) or tokens[start + 1].kind in (Kind.NUMBER, Kind.COLON)
        return int(opens and leads and _key(tokens[start : start + 1]) in self._parts)


def _key(tokens: Iterable[Token]) -> Key:
    return tuple(singular(token.text) for token in tokens if token.kind in (Kind.WORD, Kind.NUMBER))


def _words(name: str) -> Key:
    return _key(Lexer(plain_text(name)).read())
