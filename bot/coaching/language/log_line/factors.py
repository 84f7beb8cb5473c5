"""What is one number of a line, with its sign, its unit and its noun?"""

from decimal import Decimal

from bot.coaching.language.log_line.cursor import Cursor
from bot.coaching.language.log_line.items import Factor, Note, Role, Term
from bot.coaching.language.log_line.tokens import Kind, Token
from bot.domain.units import Unit

UNITS = {"kg": Unit.KG, "lb": Unit.LB}
ROLES = {"rep": Role.REPS, "set": Role.SETS}
SMALL = {"single": 1, "double": 2, "triple": 3}
MOST_TIMES = 5
"""So many times is a set repeated, in `x8 x3` and in `5 singles`; a greater number counts something else."""
MOST_SINGLES = 30
ADDING = frozenset({"plus", "added", "add", "extra", "additional"})


class Factors(Cursor):
    """Reads `60kg`, `8/8/7`, `bw+10`, `2 plates`, `1:10`, `12 reps`."""

    def _factor(self) -> Factor | None:
        if self._marks(0, "bodyweight"):
            return self._body()
        if (
            self._marks(0, "bar")
            and not self.lift.bodyweight
            and (self.tokens[self.at].said != "bar" or self._opens_amount(1))
        ):
            self.at += 1
            return Factor((Decimal(0),), Role.LOAD, bar=True)
        if self._marks(0, "plate") and (self._is(1, Kind.TIMES) or self._marks(1, "for")) and self.lift.plates:
            return self._plates((Decimal(1),), 0)
        if self._labels():
            role = ROLES[self.tokens[self.at].text]
            self.at += 1 + self._is(1, Kind.COLON)
            return Factor((self._take_number(),), role)
        while self._marks(0, "approx"):
            self.at += 1
        return self._measured()

    def _measured(self) -> Factor | None:
        sign = self._sign()
        if sign and not self._is(1, Kind.NUMBER):
            return None
        self.at += sign != 0
        if self._is(0, Kind.CLOCK):
            return self._clock()
        if not self._is(0, Kind.NUMBER):
            return None
        slashed = self._is(1, Kind.SLASH)
        factor = self._typed(self._values(), sign)
        return factor._replace(slashed=True) if slashed else factor

    def _opens_amount(self, offset: int) -> bool:
        return self._is(offset, Kind.TIMES) or self._is(offset, Kind.NUMBER)

    def _labels(self) -> bool:
        """`weight: 100 reps: 5 sets: 3`: the word stands before its number."""
        behind = 1 + self._is(1, Kind.COLON)
        return self.labelled and self._marks(0, *ROLES) and self._is(behind, Kind.NUMBER)

    def _sign(self) -> int:
        """A plus between two blanks joins two sets; before a number or a unit it adds a load."""
        plus = (
            self._is(0, Kind.PLUS) and (self._glued(1) or self._marks(2, "kg", "lb") or not self._after_term())
        ) or self._adds()
        return 1 if plus else -1 if self._is(0, Kind.MINUS) else 0

    def _adds(self) -> bool:
        """`added 10`, `plus 20kg`; in `on the belt 3x6` the words look back."""
        return self._marks(0, "plus") and self.tokens[self.at].said in ADDING and not self._is(2, Kind.TIMES)

    def _after_term(self) -> bool:
        return (
            bool(self.items) and isinstance(self.items[-1], Term) and self.items[-1].factors[-1].role is not Role.LOAD
        )

    def _body(self) -> Factor:
        self.at += 1
        sign = self._sign()
        if not (sign and self._is(1, Kind.NUMBER)):
            return Factor((Decimal(0),), Role.LOAD, body=True)
        self.at += 2
        more = self._typed((self._number(-1),), sign)
        return Factor(more.values, Role.LOAD, more.unit, sign, body=True)

    def _take_number(self) -> Decimal:
        self.at += 1
        return self._number(-1)

    def _values(self) -> tuple[Decimal, ...]:
        """A number, or a list that is glued together: 8/8/7, 12-10-8, 12 · 10 · 8, and behind a times sign 8,8,7."""
        multiplied = self._is(-1, Kind.TIMES)
        values = [self._take_number()]
        while self._is(1, Kind.NUMBER) and self._lists(multiplied):
            self.at += 1
            values.append(self._take_number())
        return tuple(values)

    def _lists(self, multiplied: bool) -> bool:
        """Does the sign at this place join two numbers of a list?"""
        if self._is(0, Kind.DOT):
            return True
        if not (self._glued(0) and self._glued(1)) or self._is(2, Kind.TIMES):
            return False
        listed = multiplied and self._is(0, Kind.COMMA) and not self._marks(2, "kg", "lb", "plate", "second", "minute")
        return listed or self._is(0, Kind.SLASH) or self._is(0, Kind.MINUS)

    def _typed(self, values: tuple[Decimal, ...], sign: int) -> Factor:
        """The kind of a number by the word behind it."""
        token = self._token()
        tag = token.text if token is not None and token.kind is Kind.MARK else ""
        if tag in UNITS:
            self.at += 1
            return self._load(Factor(values, Role.LOAD, UNITS[tag], sign))
        if tag == "plate":
            return self._plates(values, sign)
        if tag in ("warmup", "work") and self.tokens[self.at].said.endswith(("set", "sets")):
            self.items.append(Note(tag, self.gap, self.tokens[self.at].said))
            self.at += 1
            return Factor(values, Role.SETS)
        if tag in ROLES and not (self.labelled and (self._is(1, Kind.COLON) or self._is(1, Kind.NUMBER))):
            self.at += 1
            return Factor(values, ROLES[tag], sign=sign)
        if tag == "distance" or (self.lift.carried and tag == "minute" and self.tokens[self.at].said == "m"):
            return self._distance(values)
        if tag == "second" and self._dumbbells(values):
            self.at += 1
            return Factor(values, Role.LOAD)
        if tag in ("second", "minute"):
            return self._time(values)
        return Factor(values, self._implied(tag, values, sign), sign=sign)

    def _dumbbells(self, values: tuple[Decimal, ...]) -> bool:
        """`with the 80s`, `85s x 10`: dumbbells of so much, where nothing is held."""
        if self.lift.timed or self.tokens[self.at].said != "s" or not self._glued(0) or len(values) > 1:
            return False
        before = self._token(-2)
        pointed = before is not None and (before.text in ("the", "with", "my") or before.marks("at"))
        product = self._is(1, Kind.NUMBER) and self._is(2, Kind.TIMES) and not self.lift.bodyweight  # `60s 3x15`
        return (pointed or product or self._is(1, Kind.TIMES)) and not self._is(-2, Kind.TIMES)

    def _implied(self, tag: str, values: tuple[Decimal, ...], sign: int) -> Role:
        """`5 singles` and `3 sets of` count sets, `7 each x 35` repetitions; `+10` on a pull-up is a load."""
        if tag in SMALL and values[0] <= (MOST_SINGLES if tag == "single" else MOST_TIMES):
            return Role.SETS
        if tag == "of" and self.tokens[self.at].said.startswith("set"):
            return Role.SETS
        if tag in ("each", "side") and self._is(1, Kind.TIMES):
            self.items.append(Note(tag, " ", tag))
            self.at += 1
            return Role.REPS
        added = sign > 0 or (sign < 0 and self.lift.assistable)
        return Role.LOAD if added and self.lift.bodyweight else Role.NUMBER

    def _plates(self, values: tuple[Decimal, ...], sign: int) -> Factor:
        self.at += 1 + self._marks(1, "side", "each")
        if self._marks(0, "then", "plus") or self._is(0, Kind.PLUS):
            self.items.append(Note("plates_more", " ", "plates"))
        return Factor(values, Role.LOAD, sign=sign, plates=True)

    def _load(self, factor: Factor) -> Factor:
        """What may follow a unit: `each` of two dumbbells, a noun; `a side` would mean plates."""
        if self._marks(0, "plate", "each", "dumbbells"):
            self.at += 1
        if self._marks(0, "side") and self.lift.plates:
            self.items.append(Note("side_load", " ", "a side"))
            self.at += 1
        return factor

    def _distance(self, values: tuple[Decimal, ...]) -> Factor:
        self.at += 1
        return Factor(values, Role.DISTANCE)

    def _time(self, values: tuple[Decimal, ...]) -> Factor:
        minutes = self._marks(0, "minute")
        self.at += 1
        seconds = tuple(value * 60 for value in values) if minutes else values
        closing = self.lift.timed and self._number() < 60 and not self._is(1, Kind.TIMES)
        if minutes and self._is(0, Kind.NUMBER) and (self._marks(1, "second") or self._glued(0) or closing):
            seconds = (seconds[0] + self._number(), *seconds[1:])
            self.at += 1 + self._marks(1, "second")
        return Factor(seconds, Role.SECONDS)

    def _clock(self) -> Factor | None:
        """A time on a timed lift; elsewhere the time of day, or a colon between reps and load: `3x5:50`."""
        token = self.tokens[self.at]
        if not self.lift.timed and not self._is(-1, Kind.TIMES):
            return None
        self.at += 1
        if self.lift.timed:
            return Factor((token.value or Decimal(0),), Role.SECONDS)
        first, _, second = token.text.partition(":")
        self.tokens[self.at : self.at] = [
            Token(Kind.COLON, ":", True),
            Token(Kind.NUMBER, second, True, Decimal(second), second),
        ]
        return Factor((Decimal(first),))

    def _unclear_at(self, offset: int) -> bool:
        """8-10, 8 to 10, 5+, 9+1, 80%."""
        if not self._is(offset, Kind.NUMBER):
            return self._is(offset, Kind.ODD) or (self._marks(offset, "maybe") and self._is(offset + 1, Kind.NUMBER))
        plus = self._is(offset + 1, Kind.PLUS) and self._glued(offset + 1)
        return self._is(offset + 1, Kind.PERCENT) or plus or self._is_range(offset)

    def _is_range(self, offset: int) -> bool:
        dash = self._is(offset + 1, Kind.MINUS) and self._glued(offset + 1) and not self._is(offset + 3, Kind.MINUS)
        return (dash or self._marks(offset + 1, "to")) and self._is(offset + 2, Kind.NUMBER)
