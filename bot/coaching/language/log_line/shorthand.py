"""Is the only number of a text a word written short: `grip 4 deadlifts`, `tips 2 get stronger`?"""

from bot.coaching.language.log_line.tokens import Kind, Token
from bot.coaching.language.log_line.words import LogWords

FOR, TO = "4", "2"


class Shorthand:
    def __init__(self, words: LogWords, light: frozenset[str]) -> None:
        """`light`: words that belong to logs, so that behind a number they say nothing."""
        said = words.shorthand
        self._topics = frozenset(word for phrase in said.topics for word in phrase.split())
        self._aims = frozenset(said.aims)
        self._missed = frozenset(words.phrases["short"])
        self._light = light - frozenset(said.purposes)
        self._pointing = frozenset({*words.ordinals, "last", "final", "top", "each", "of", "another"})

    def said(self, tokens: list[Token]) -> str | None:
        """What is written short; None where the numbers are numbers."""
        for at, token in enumerate(tokens):
            if token.kind is Kind.NUMBER and token.text == TO and _word(tokens, at + 1) in self._aims:
                return f"2 {tokens[at + 1].text}"
        places = [at for at, token in enumerate(tokens) if token.kind in (Kind.NUMBER, Kind.CLOCK, Kind.ODD)]
        if len(places) != 1 or tokens[places[0]].text not in (FOR, TO):
            return None
        at = places[0]
        about, what = _word(tokens, at - 1) if at else "", _word(tokens, at + 1)
        if self._missed & {what, _word(tokens, at + 2)}:
            return None
        if about in self._topics and (at < 2 or _word(tokens, at - 2) not in self._pointing) and _names(tokens, at + 1):
            return f"{about} {tokens[at].text}"
        named_before = any(token.kind is Kind.EXERCISE for token in tokens[:at])
        if named_before and tokens[at].text == FOR and what and what not in self._light:
            return f"4 {what}"
        return None


def _word(tokens: list[Token], at: int) -> str:
    return tokens[at].text if 0 <= at < len(tokens) and tokens[at].kind is Kind.WORD else ""


def _names(tokens: list[Token], at: int) -> bool:
    """A name or a word follows at once, with no sign between."""
    return at < len(tokens) and tokens[at].kind in (Kind.EXERCISE, Kind.WORD)
