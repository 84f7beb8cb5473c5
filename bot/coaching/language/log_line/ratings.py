"""Where does a line say how hard a set was, and how hard?"""

from decimal import Decimal

from bot.coaching.language.log_line.factors import Factors
from bot.coaching.language.log_line.tokens import Kind

RATING_LEAST = 5


class Ratings(Factors):
    """Reads `rpe 8`, `@7, 8, 9`, `2 in the tank`, `had 2 left`."""

    def _effort(self) -> bool:
        """`rpe 8`, `rpe: 8-9`, `8 rpe`, `rir 2`, `2 in the tank`."""
        if self._is(0, Kind.AT) and len(self._rated(1)) > 1 and not self.lift.timed:
            rated = self._rated(1)
            return self._note("rpe", 2 * len(rated), *rated)
        if self._marks(0, "rpe", "rir"):
            skip = 1 + (self._is(1, Kind.COLON) or self._is(1, Kind.AT) or self._marks(1, "approx"))
            if not self._is(skip, Kind.NUMBER):
                return False
            tag = self.tokens[self.at].text
            low = self._number(skip)
            if self._is(skip + 1, Kind.MINUS) and self._is(skip + 2, Kind.NUMBER):
                return self._note(tag, skip + 3, (low + self._number(skip + 2)) / 2)
            rated = self._rated(skip)
            return self._note(tag, skip + 2 * len(rated) - 1, *rated)
        if self._marks(0, "approx") and self._is(1, Kind.NUMBER) and self._marks(2, "rir"):
            return self._note("rir", 3, self._number(1))
        if not self._is(0, Kind.NUMBER) or self._is(-1, Kind.TIMES):
            return False
        more = 1 + self._marks(1, "rep")
        if self._marks(more, "rir", "rpe") and not self._is(more + 1, Kind.NUMBER):
            return self._note(self.tokens[self.at + more].text, more + 1, self._number())
        return False

    def _rated(self, place: int) -> list[Decimal]:
        """`rpe 7, 8, 9` and `@7, 8, 9` rate three sets; in `rpe 8, 5 x 100` the five begins the next."""
        values = [self._number(place)]
        least, most = (0, RATING_LEAST) if self._marks(0, "rir") else (RATING_LEAST, 10)
        while self._joins_rating(place + 2 * len(values) - 1, least, most):
            values.append(self._number(place + 2 * len(values)))
        return values

    def _joins_rating(self, offset: int, least: int, most: int) -> bool:
        joined = self._is(offset, Kind.COMMA) or self._is(offset, Kind.SLASH)
        if not (joined and self._is(offset + 1, Kind.NUMBER) and least <= self._number(offset + 1) <= most):
            return False
        following = self._token(offset + 2)
        return following is None or following.kind in (
            Kind.COMMA,
            Kind.SLASH,
            Kind.LINE,
            Kind.BREAK,
            Kind.STOP,
            Kind.CLOSE,
        )

    def _in_reserve(self, hand: str) -> bool:
        """`85 kg x 8, had 2 left`."""
        before = self._token(-2)
        had = before is not None and before.text in ("had", "have", "still")
        return hand == "left" and had and not any(token.marks("right") for token in self.tokens)
