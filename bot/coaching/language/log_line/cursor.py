"""What stands at one place of the tokens, and behind it?"""

from decimal import Decimal
from itertools import pairwise

from bot.coaching.language.log_line.items import Item, Note
from bot.coaching.language.log_line.lift import Lift
from bot.coaching.language.log_line.tokens import Kind, Token


class Cursor:
    """A place in the tokens of one entry, and the items read so far."""

    def __init__(self, tokens: list[Token], lift: Lift) -> None:
        self.tokens = tokens
        self.lift = lift
        self.at = 0
        self.gap = "line"
        self.bracket = False
        self.labelled = _labelled(tokens)
        self.items: list[Item] = []

    def _take(self, item: Item) -> None:
        self.items.append(item)
        self.gap = " "

    def _note(self, tag: str, length: int, *values: Decimal) -> bool:
        said = " ".join(token.said for token in self.tokens[self.at : self.at + length])
        self._take(Note(tag, self.gap, said, values, self.bracket))
        self.at += length
        return True

    def _token(self, offset: int = 0) -> Token | None:
        place = self.at + offset
        return self.tokens[place] if 0 <= place < len(self.tokens) else None

    def _is(self, offset: int, kind: Kind) -> bool:
        place = self.at + offset
        return 0 <= place < len(self.tokens) and self.tokens[place].kind is kind

    def _marks(self, offset: int, *tags: str) -> bool:
        place = self.at + offset
        if not 0 <= place < len(self.tokens):
            return False
        token = self.tokens[place]
        return token.kind is Kind.MARK and token.text in tags

    def _glued(self, offset: int) -> bool:
        token = self._token(offset)
        return token is not None and token.glued

    def _number(self, offset: int = 0) -> Decimal:
        token = self._token(offset)
        return token.value if token is not None and token.value is not None else Decimal(0)


def _labelled(tokens: list[Token]) -> bool:
    """`weight: 100 reps: 5 sets: 3`, `sets 3 reps 5`: the words stand before their numbers."""
    if any(token.said == "weight" and after.kind is Kind.COLON for token, after in pairwise(tokens)):
        return True
    first = next((at for at, token in enumerate(tokens) if token.kind is Kind.NUMBER), 0)
    before = [token for token in tokens[:first][-2:] if token.kind is not Kind.COLON]
    both = {token.text for token in tokens if token.marks("rep", "set")}
    return len(both) > 1 and bool(before) and before[-1].marks("rep", "set")
