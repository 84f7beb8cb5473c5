"""How do tokens become terms and notes? Reads left to right; each rule looks at what stands at one place."""

from decimal import Decimal
from math import prod

from bot.coaching.language.log_line.factors import MOST_TIMES, SMALL
from bot.coaching.language.log_line.forms import LOAD_FROM, LOAD_SECOND, SURE_SETS
from bot.coaching.language.log_line.items import Factor, Item, Note, Role, Term
from bot.coaching.language.log_line.ratings import Ratings
from bot.coaching.language.log_line.tokens import Kind

GAPS = {
    Kind.PLUS: "then",
    Kind.COMMA: ",",
    Kind.SLASH: "/",
    Kind.DOT: "·",
    Kind.COLON: ":",
    Kind.AT: "@",
    Kind.LINE: "line",
    Kind.BREAK: ";",
    Kind.STOP: ";",
    Kind.GAP: "-",
}
MARK_GAPS = {"at": "@", "for": "for", "of": "of", "then": "then", "drop": "then"}
STRENGTH = {" ": 0, "-": 1, ":": 2, "·": 4, "/": 4, ",": 5, "then": 6, ";": 7, "line": 8, "of": 9, "for": 9, "@": 9}
"""Of several signs between two quantities the strongest counts; a word that says what the next one is beats them."""
NOTES = frozenset(
    {
        "warmup",
        "work",
        "fail",
        "failure",
        "amrap",
        "last",
        "every",
        "assisted",
        "side",
        "each",
        "same",
        "plus",
        "emom",
        "odd",
    }
)
CLOSED = (Kind.COMMA, Kind.STOP, Kind.LINE, Kind.BREAK, Kind.CLOSE)
ARTICLES = frozenset({"the", "a", "an", "my", "only", "just", "both", "like", "those", "these", "two"})
SHORT_THINGS = frozenset({"rest", "rests", "resting", "break", "breaks", "pause", "pauses", "one", "ones", "session"})
"""What is short in `8 short rest`; nothing was missed there."""
NUMERIC = (Kind.NUMBER, Kind.CLOCK, Kind.PLUS, Kind.MINUS, Kind.ODD, Kind.AT)
BETWEEN_UNITS = (Decimal("2.1"), Decimal("2.3"))
"""A pound is 0.4536 kg; people round."""


class Scanner(Ratings):
    def scan(self) -> list[Item]:
        while self.at < len(self.tokens):
            if not (self._effort() or self._separator() or self._term() or self._mark()):
                self.at += 1
        return self.items

    def _separator(self) -> bool:
        token = self.tokens[self.at]
        if token.kind is Kind.NUMBER:
            return False
        gap = GAPS.get(token.kind) or (MARK_GAPS.get(token.text) if token.kind is Kind.MARK else None)
        if token.kind in (Kind.OPEN, Kind.CLOSE):
            self.bracket = token.kind is Kind.OPEN
        elif token.text == "=" and self._totals():
            self.at += 1
        elif (
            gap is None or (token.kind is Kind.PLUS and self._sign()) or (gap == "/" and self._marks(1, "side", "each"))
        ):
            return False
        elif gap == "@" and token.kind is Kind.MARK and not self._leads_on():
            pass
        elif gap == "@" and (
            self._marks(1, "rpe", "bodyweight", "bar") or (self._is(1, Kind.CLOCK) and not self.lift.timed)
        ):
            self.at += self._is(1, Kind.CLOCK)
        elif STRENGTH[gap] > STRENGTH[self.gap]:
            self.gap = gap
        self.at += 1
        return True

    def _leads_on(self) -> bool:
        """`at 60`, `with a 24 kg`; in `at the high bar: 6` and `with pull-ups, got 10` it joins nothing."""
        place = 1
        while (token := self._token(place)) is not None and token.kind is Kind.WORD and token.text in ARTICLES:
            place += 1
        return token is not None and (token.kind in NUMERIC or token.kind is Kind.MARK)

    def _totals(self) -> bool:
        """`5x10 = 50`, `10, 8, 6 = 24`: the number behind the sign is the product or the sum, and says nothing new."""
        last = self.items[-1] if self.items else None
        if not (isinstance(last, Term) and self._is(1, Kind.NUMBER)):
            return False
        if len(last.factors) > 1:
            return prod(one.value for one in last.factors) == self._number(1)
        listed = [sum(item.factors[0].values) for item in self.items if isinstance(item, Term) and item.alone]
        return self._number(1) in (sum(listed), sum(last.factors[0].values))

    def _term(self) -> bool:
        start = self.at
        lead = self._is(0, Kind.TIMES)
        self.at += lead
        if lead and self._marks(0, "failure", "amrap", "fail"):
            return self._note("dangling", 1)
        if self._unclear_number():
            return True
        factors = self._factors(lead)
        if not factors:
            self.at = start
            return False
        if self._is(0, Kind.TIMES) and self._unclear_at(1) and factors[-1].role is Role.NUMBER:
            factors[-1] = factors[-1].typed(Role.SETS)
        self._so_many_times(factors)
        said = " ".join(token.said for token in self.tokens[start : self.at])
        term = Term(tuple(factors), self.gap, said, lead)
        if self._pause(term):
            return True
        if not self._conversion(term):
            self._take(term)
            self._missing(lead)
        return True

    def _so_many_times(self, factors: list[Factor]) -> None:
        """`100 kg five times` counts repetitions, `100 x 5, three times` sets."""
        if len(factors) > 1 or factors[0].role is not Role.NUMBER:
            return
        if not self._is(0, Kind.TIMES) or self.tokens[self.at].said != "times":
            return
        last = self.items[-1] if self.items else None
        worked = (
            isinstance(last, Term)
            and any(one.role is not Role.LOAD for one in last.factors)
            and self.gap != "then"
            and factors[0].value <= SURE_SETS
        )
        factors[0] = factors[0].typed(Role.SETS if worked else Role.REPS)
        self.at += 1

    def _factors(self, lead: bool) -> list[Factor]:
        factors: list[Factor] = []
        while True:
            factor = self._factor()
            if factor is None:
                break
            factors.append(factor)
            if self._is(0, Kind.TIMES) and self._opens_factor(1) and not self._next_lead(lead):
                self.at += 1
            elif self._marks(0, "of") and self._loads(1) and factor.role is Role.NUMBER:
                factors[-1] = factor.typed(Role.REPS)
                self.at += 1
            elif self._marks(0, "of") and self._opens_factor(1):
                factors[-1] = factor.typed(Role.SETS) if factor.role is Role.NUMBER else factor
                self.at += 1
            else:
                break
        return factors

    def _loads(self, offset: int) -> bool:
        """`8 of 60`: nobody does so many repetitions."""
        return not self.lift.timed and self._is(offset, Kind.NUMBER) and self._number(offset) > LOAD_SECOND

    def _opens_factor(self, offset: int) -> bool:
        if self._unclear_at(offset):
            return False
        offset += self._is(offset, Kind.PLUS) or self._is(offset, Kind.MINUS) or self._marks(offset, "approx")
        return self._is(offset, Kind.NUMBER) or self._is(offset, Kind.CLOCK) or self._marks(offset, "bodyweight", "bar")

    def _pause(self, term: Term) -> bool:
        """Minutes are a rest where nothing is held; `with 40s` means dumbbells, or seconds, or neither."""
        if self.lift.timed or not term.alone or term.factors[0].role is not Role.SECONDS:
            return False
        if "min" in term.said or term.said.endswith((" m", "'")):
            return True
        return not self.lift.bodyweight and self._note_said("time", term.said)

    def _note_said(self, tag: str, said: str) -> bool:
        self._take(Note(tag, self.gap, said))
        return True

    def _next_lead(self, lead: bool) -> bool:
        """`x8 x8 x7` is three sets; `x8 x3` is three of eight."""
        return lead and self._glued(1) and not self._glued(0) and self._number(1) > MOST_TIMES

    def _unclear_number(self) -> bool:
        if not self._unclear_at(0):
            return False
        if self._marks(0, "maybe"):
            return self._note("maybe", 2, self._number(1))
        if self._is(0, Kind.ODD):
            return self._note("odd", 1)
        if self._is(1, Kind.PERCENT):
            return self._note("percent", 2)
        if self._is_range(0):
            return self._note("range", 3, self._number(), self._number(2))
        more = self._is(2, Kind.NUMBER) and self._glued(2)
        if more and self._is(3, Kind.PLUS):
            return self._note("odd", 5)
        return self._note("sum" if more else "or more", 2 + more, self._number(), *((self._number(2),) if more else ()))

    def _missing(self, lead: bool) -> None:
        """`3x` and then no number: the repetitions are missing."""
        if self._is(0, Kind.TIMES) and not self._next_lead(lead):
            self.at += 1
            if self._unclear_number():
                return
            self._note("dangling", int(self._marks(0, "failure", "amrap", "fail")))

    def _conversion(self, term: Term) -> bool:
        """`220 lb x 4 (100 kg)`: the same load said twice."""
        factor = term.factors[0]
        if factor.unit is None or not factor.single:
            return False
        beside = self.bracket or self.gap in ("/", ":")
        for item in reversed(self.items):
            loads = [one for one in item.factors if _may_be_load(one, beside)] if isinstance(item, Term) else []
            if loads:
                return _same_load(loads[-1], factor) and (term.alone or self._rejoin(item, term, beside))
        return False

    def _rejoin(self, item: Item, term: Term, beside: bool) -> bool:
        """`140 kg/308 lb x 5`: the repetitions belong to the load as it was said first."""
        if not (beside and item is self.items[-1] and isinstance(item, Term) and item.alone):
            return False
        self.items[-1] = Term(
            (item.factors[0].typed(Role.LOAD), *term.factors[1:]), item.gap, f"{item.said} {term.said}"
        )
        self.gap = " "
        return True

    def _mark(self) -> bool:
        token = self.tokens[self.at]
        if token.text == "total" and self.items and _bare(self.items[-1]):
            return self._note("total", 1)
        if token.kind is Kind.SLASH and self._marks(1, "side", "each"):
            self.at += 1
            return True
        if token.text == "between" and self._is(1, Kind.NUMBER) and self._is(3, Kind.NUMBER):
            return self._note("range", 4, self._number(1), self._number(3))
        if token.text == "without" and self._closes_without():
            self.at += 1
            self._take(Term((Factor((Decimal(0),), Role.LOAD, body=True),), self.gap, token.said))
            return True
        if token.kind is not Kind.MARK:
            return False
        if token.text in SMALL:
            self.at += 1
            self._take(Term((Factor((Decimal(SMALL[token.text]),), Role.REPS),), self.gap, token.said))
            return True
        return self._beside(token.text)

    def _closes_without(self) -> bool:
        """`8 without`: body weight alone."""
        behind = self._token(1)
        return self.lift.bodyweight and self._is(-1, Kind.NUMBER) and (behind is None or behind.kind in CLOSED)

    def _beside(self, tag: str) -> bool:
        """Words that mean something by the numbers beside them."""
        if tag in ("left", "right"):
            return self._hand(tag)
        if tag == "maybe":
            return (self._is(-1, Kind.NUMBER) or self._marks(-1, "rep", "kg", "lb")) and self._note("maybe", 1)
        if tag == "to":
            before = self._token(-1)
            reached = before is not None and before.text == "up" and self._number(1) > LOAD_FROM
            return self._is(1, Kind.NUMBER) and not reached and self._note("maybe", 1)
        if tag == "short":
            return self._fell_short()
        if tag == "within":
            return self._spread() and self._note("total", 3)
        if tag == "warmup" and self._glued(0) and self._is(-1, Kind.NUMBER):
            self._take(Note(tag, " ", tag, (), bracket=True))  # `60x5w`
            self.at += 1
            return True
        return tag in NOTES and self._note(tag, 1)

    def _fell_short(self) -> bool:
        """`2 short`, `2 reps shy of 8`, `short by 2` count what was not done, as `missed 2` does."""
        last = self.items[-1] if self.items else None
        told = self._is(-1, Kind.NUMBER) or self._marks(-1, "rep", "second")
        counted = isinstance(last, Term) and last.alone and told
        following = self._token(1)
        another = following is not None and (following.text in SHORT_THINGS or self._marks(1, "rep", "set"))
        if isinstance(last, Term) and counted and self.gap == " " and not another:
            end = self.at + (3 if self._marks(1, "of") and self._is(2, Kind.NUMBER) else 1)
            said = " ".join(token.said for token in self.tokens[self.at : end])
            self.items[-1:] = [Note("fail", last.gap, last.said), Term(last.factors, " ", said)]
            self.at = end
            return True
        by = self._is(1, Kind.TIMES) and self._is(2, Kind.NUMBER)
        return (by or self._is(1, Kind.NUMBER)) and self._note("fail", 1)

    def _spread(self) -> bool:
        """`20 in 4 sets`, and on body-weight lifts `50 in 10 minutes`: how many there were in a set is not told."""
        minutes = self.lift.bodyweight and not self.lift.timed and self._marks(2, "minute")
        return self._is(1, Kind.NUMBER) and (self._marks(2, "set") or minutes)

    def _hand(self, hand: str) -> bool:
        """`12 left 10 right`, `L12 R10`: the number is on one side of the word."""
        if any(self._marks(offset, "rir") for offset in (2, 3, 4)):
            return False  # `left about 2 in the tank`
        last = self.items[-1] if self.items else None
        if isinstance(last, Term) and last.bare and self._in_reserve(hand):
            self.items.pop()
            return self._note("rir", 1, last.factors[0].value)
        counted = isinstance(last, Term) and last.factors[-1].role in (Role.NUMBER, Role.REPS)
        if self._is(1, Kind.NUMBER) and (self._hands_lead() or not (counted and self.gap == " ")):
            multiplied = self._is(2 + self._marks(2, "kg", "lb"), Kind.TIMES)  # `L 24x12`, `L 24kg x 12`
            return self._note(hand, 1) if multiplied else self._note(hand, 2, self._number(1))
        if isinstance(last, Term) and counted:
            value = last.factors[-1].value
            if last.alone:
                self.items.pop()
            return self._note(hand, 1, value)
        return False

    def _hands_lead(self) -> bool:
        """`left 24x12 right 24x10`: the other hand's word stood before its product."""
        before = self.items[-2] if len(self.items) > 1 else None
        return isinstance(before, Note) and before.tag in ("left", "right") and not before.values


def _bare(item: Item) -> bool:
    return isinstance(item, Term) and item.bare


def _may_be_load(factor: Factor, beside: bool) -> bool:
    """With its unit; or, before a bracket, a number too great for repetitions."""
    return factor.unit is not None or (beside and factor.role in (Role.NUMBER, Role.LOAD) and factor.value > LOAD_FROM)


def _same_load(first: Factor, second: Factor) -> bool:
    ratio = max(first.value, second.value) / max(min(first.value, second.value), Decimal(1))
    return first.unit is not second.unit and BETWEEN_UNITS[0] < ratio < BETWEEN_UNITS[1]
