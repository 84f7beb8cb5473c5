"""Which lift of the lifter's own does a text name: one that came with their log, and that no entry of ours is?"""

from collections.abc import Callable, Iterable, Sequence

from bot.coaching.language.log_line.characters import plain_text
from bot.coaching.language.log_line.lexer import Lexer
from bot.coaching.language.log_line.tokens import Kind, Token
from bot.coaching.language.words import singular

SEVERAL = "?own "
"""Before a name that more than one of their lifts begins with: `Bench Press (Barbell)` and `Bench Press (Dumbbell)`."""
BRACKETS = frozenset({Kind.OPEN, Kind.CLOSE, Kind.GAP})
Key = tuple[str, ...]


class OwnNames:
    """Case, brackets and the plural apart; what stands in a bracket at the end may be left away."""

    def __init__(self, names: Iterable[str]) -> None:
        self._found: dict[Key, set[str]] = {}
        self._exact: dict[Key, str] = {}
        for name in names:
            whole = _words(name)
            for key in {whole, _words(name.partition("(")[0])} - {()}:
                self._found.setdefault(key, set()).add(name)
            self._exact[whole] = name

    def called(self, base: str) -> tuple[str, ...]:
        """The lifts that a name stands for."""
        return tuple(sorted(self._found.get(_words(base), ())))

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
        found = self._found[key]
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
        return best


def _key(tokens: Iterable[Token]) -> Key:
    return tuple(singular(token.text) for token in tokens if token.kind in (Kind.WORD, Kind.NUMBER))


def _words(name: str) -> Key:
    return _key(Lexer(plain_text(name)).read())
