"""Which clauses is a text made of, and which words are in each?"""

from dataclasses import dataclass, field

from bot.coaching.language.log_line.tokens import Kind, Token

LONG_NAME = 3
ENDS = {Kind.COMMA, Kind.STOP, Kind.LINE, Kind.BREAK, Kind.OPEN, Kind.CLOSE, Kind.GAP}


@dataclass(slots=True)
class Clause:
    tokens: list[Token] = field(default_factory=list)
    end: Token | None = None

    @property
    def numbered(self) -> bool:
        return any(token.kind in (Kind.NUMBER, Kind.CLOCK) for token in self.tokens)

    @property
    def words(self) -> list[str]:
        return [word for token in self.tokens for word in _words(token)]


def clauses_of(tokens: list[Token]) -> list[Clause]:
    clauses = [Clause()]
    for at, token in enumerate(tokens):
        if token.kind in ENDS or _turns(tokens, at):
            clauses[-1].end = token if token.text not in ("up", "down") else None
            clauses.append(Clause([token] if token.text in ("up", "down") else []))
        else:
            clauses[-1].tokens.append(token)
    return clauses


def _turns(tokens: list[Token], at: int) -> bool:
    """`but ...`, `up from 95 last week`: what follows is said of another set."""
    if tokens[at].text not in ("but", "up", "down"):
        return False
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    return tokens[at].kind is Kind.WORD and (
        tokens[at].text == "but" or (tokens[at].text in ("up", "down") and following == "from")
    )


def _words(token: Token) -> list[str]:
    if token.kind is Kind.EXERCISE:
        said = token.said.split()  # `i deadlift`, `max pull ups`; a long name holds words such as `trainer`
        return said if len(said) < LONG_NAME else [""]
    if token.kind is Kind.PERCENT:
        return ["%"]
    return [token.text] if token.kind in (Kind.WORD, Kind.NUMBER) else [""]
