"""What is a number that nothing explains: a load, repetitions, seconds, or how hard it was?"""

from decimal import Decimal

from bot.coaching.language.log_line.forms import LOAD_FROM, whole
from bot.coaching.language.log_line.items import Item, Note, Role, Term
from bot.coaching.language.log_line.lift import Lift
from bot.coaching.language.log_line.render import reps_word
from bot.coaching.language.log_line.unclear import Choice, Decisions, Unclear

MOST_RPE = 10
SURE_REPS = 20
"""A lone number up to here, on a lift with an outside load, is repetitions; up to LOAD_FROM it could be either."""
MOST_BODY_REPS = 60
BESIDE = frozenset({" ", ":", "-"})
TRANSPARENT = frozenset({"side", "each", "plus", "assisted", "work"})
"""Notes that may stand between a load and its sets."""
LISTED = frozenset({",", "/", "·", "-"})


def load_elsewhere(items: list[Item], lift: Lift) -> bool:
    """Does the line give a load outside its products?"""
    return any(
        isinstance(item, Term) and item.alone and _is_load(items, place, item, lift) for place, item in enumerate(items)
    )


def _is_load(items: list[Item], place: int, term: Term, lift: Lift) -> bool:
    factor = term.factors[0]
    if factor.role is Role.LOAD:
        return True
    if factor.role is not Role.NUMBER or lift.timed:
        return False
    most = max(factor.values)
    if term.gap == "@":
        return most > MOST_RPE or factor.sign != 0
    if not factor.single:
        return most > LOAD_FROM and not lift.bodyweight
    return not whole(most) or (most > LOAD_FROM and not lift.bodyweight) or _beside_product(items, place)


def _beside_product(items: list[Item], place: int) -> bool:
    """`20 4x12`, `3x10: 20`, `50 55 55 1x9`: nothing but blanks between the number and a product."""
    term, items = items[place], [item for item in items if isinstance(item, Term) or item.tag not in TRANSPARENT]
    place = next(at for at, item in enumerate(items) if item is term)
    after = place + 1
    while after < len(items) and _plain(items[after]) and items[after].gap in BESIDE:
        after += 1
    if after < len(items) and _is_product(items[after]) and items[after].gap in BESIDE:
        return True
    before = place
    while before > 0 and items[before].gap in BESIDE and _plain(items[before]):
        before -= 1
    return before < place and _is_product(items[before]) and items[place].gap in BESIDE and not _has_load(items[before])


def _plain(item: Item) -> bool:
    return isinstance(item, Term) and item.bare and not item.lead


def _is_product(item: Item) -> bool:
    return isinstance(item, Term) and len(item.factors) >= 2 and all(one.role is not Role.LOAD for one in item.factors)


class Bare:
    def __init__(self, items: list[Item], lift: Lift, elsewhere: bool, decisions: Decisions, key: str) -> None:
        self.items = items
        self.key = key
        self.lift = lift
        self.elsewhere = elsewhere
        self.decisions = decisions
        self.why = ""
        """Of the role given last, for the trace."""
        self.loaded = elsewhere or any(
            one.role is Role.LOAD for item in items if isinstance(item, Term) for one in item.factors
        )

    def _as(self, role: Role, why: str) -> Role:
        self.why = why
        return role

    def role(self, place: int) -> Role | None:
        """The kind of a bare number; None when it says how hard the sets were."""
        term = self.items[place]
        assert isinstance(term, Term)
        factor = term.factors[0]
        if term.lead or term.gap in ("for", "of"):
            return self._as(Role.SECONDS if self.lift.timed else Role.REPS, "the sign or word before it counts")
        if term.gap == "@" and not self.lift.timed:
            return self._at(place, factor.value, factor.sign)
        if factor.sign and self._signed(factor.sign):
            return self._as(Role.LOAD, "it has a sign")
        if self.lift.carried:
            return self._on_carry(place)
        if self.lift.timed:
            return self._as(Role.SECONDS, "the exercise is held")
        if self.lift.bodyweight:
            return self._on_bodyweight(place, factor.value)
        if not whole(factor.value):
            return self._as(Role.LOAD, "only a load has a fraction")
        return self._on_load(place, factor.value)

    def _at(self, place: int, value: Decimal, sign: int) -> Role | None:
        """`@8` after a load, or on a body-weight lift, is an RPE; `@60` a load; `3x15 @10` could be either."""
        if value > MOST_RPE or sign:
            return self._as(Role.LOAD, f"it stands behind @, and is over {MOST_RPE}")
        before = self.items[place - 1] if place else None
        if isinstance(before, Note) and before.tag == "fail" and whole(value):
            return self._as(Role.REPS, "there it failed")
        if isinstance(before, Note) and before.tag in ("fail", "failure"):
            raise Unclear(f"{self.lift.name}: how many reps did you get before it failed?")
        if self._load_before(place) or self.lift.bodyweight:
            self.decisions.note(f"read `@{value}` as RPE: it is {MOST_RPE} or less, and no load is missing")
            return None
        question = f"{self.lift.name}: is “@ {value}” the load, or how hard it was (RPE)?"
        chosen = self.decisions.decide(
            f"{self.key}:{place}:at", question, Choice("rpe", f"RPE {value}"), Choice("load")
        )
        return self._as(Role.LOAD, "you chose so") if chosen == "load" else None

    def _load_before(self, place: int) -> bool:
        """A load was said: in this entry before the sign, or by the products themselves."""
        before = self.items[:place]
        return self.elsewhere or any(_has_load(item) for item in before)

    def _signed(self, sign: int) -> bool:
        if sign > 0 and not self.lift.bodyweight:
            raise Unclear(
                f"{self.lift.name}: a plus before a load is for body-weight exercises. What was the whole load?"
            )
        return sign > 0 or self.lift.assistable

    def _on_carry(self, place: int) -> Role:
        """`32 3x30`, `24 30s`: the load, where the seconds are told beside it."""
        if self.loaded:
            return self._as(Role.SECONDS, "the load is told beside it")
        others = [item for item in self.items[place + 1 :] if isinstance(item, Term)]
        if not others or any(item.bare for item in others):
            raise Unclear(f"{self.lift.name}: what was the load, and how many seconds?")
        return self._as(Role.LOAD, "the seconds are told beside it")

    def _on_bodyweight(self, place: int, value: Decimal) -> Role:
        if _beside_product(self.items, place):
            return self._as(Role.LOAD, "it stands beside the sets")
        if value > MOST_BODY_REPS or not whole(value):
            choices = (Choice("reps", f"{value}{reps_word(value)}"),) if whole(value) else ()
            question = f"{self.lift.name}: is {value} a number of reps, or a load?"
            self.decisions.decide(f"{self.key}:{place}:reps", question, *choices)
        return self._as(Role.REPS, "body weight needs no load")

    def _on_load(self, place: int, value: Decimal) -> Role:
        if value > LOAD_FROM:
            return self._as(Role.LOAD, f"it is over {LOAD_FROM}")
        if _beside_product(self.items, place) or self._joins_load(place):
            return self._as(Role.LOAD, "it stands beside the sets, or in a list of loads")
        if self.loaded or any(self._big(item) for item in self.items):
            return self._as(Role.REPS, "the load is told beside it")
        return self._without_load(place, value)

    def _big(self, item: Item) -> bool:
        """A load that shows by its size; in `5x120` it is the second number."""
        return isinstance(item, Term) and any(
            value > LOAD_FROM or not whole(value) for one in item.factors for value in one.values
        )

    def _joins_load(self, place: int) -> bool:
        """`20, 25, 30kg`: a list whose last number has the unit, each not far from the next."""
        value = self.items[place]
        for following in self.items[place + 1 :]:
            if not (
                isinstance(following, Term) and following.alone and following.gap in LISTED and isinstance(value, Term)
            ):
                return False
            if (
                following.factors[0].role in (Role.REPS, Role.SETS, Role.SECONDS)
                or following.factors[0].value > 2 * value.factors[0].value
                or value.factors[0].value > 2 * following.factors[0].value
            ):
                return False
            if following.factors[0].role is Role.LOAD:
                return True
            value = following
        return False

    def _without_load(self, place: int, value: Decimal) -> Role:
        """All numbers are small: repetitions, unless the first stands apart as `20 12, 10, 8` does."""
        following = self.items[place + 1] if place + 1 < len(self.items) else None
        first = not any(isinstance(item, Term) for item in self.items[:place])
        if first and isinstance(following, Term) and following.bare and following.gap == " ":
            rest = [item.gap for item in self.items[place + 2 :] if isinstance(item, Term)]
            if rest and all(gap in LISTED for gap in rest):
                return self._as(Role.LOAD, "it stands apart from the list behind it")
            if value > 12 and value >= Decimal("1.4") * following.factors[0].value:
                return self._chosen(place, value)
        if value > SURE_REPS and not _listed(self.items, place):
            return self._chosen(place, value)
        return self._as(Role.REPS, "it is too little for a load")

    def _chosen(self, place: int, value: Decimal) -> Role:
        question = f"{self.lift.name}: is {value} the load, or a number of reps?"
        choices = (Choice(Role.REPS, f"{value}{reps_word(value)}"), Choice(Role.LOAD))
        return self._as(Role(self.decisions.decide(f"{self.key}:{place}:bare", question, *choices)), "you chose so")


def _listed(items: list[Item], place: int) -> bool:
    beside = items[max(place - 1, 0) : place + 2]
    return sum(isinstance(item, Term) and item.bare for item in beside) > 1


def _has_load(item: Item) -> bool:
    if not isinstance(item, Term):
        return False
    if any(one.role is Role.LOAD for one in item.factors):
        return True
    return (
        any(value > LOAD_FROM or not whole(value) for one in item.factors for value in one.values)
        and len(item.factors) > 1
    )


def notes(items: list[Item], *tags: str) -> list[Note]:
    return [item for item in items if isinstance(item, Note) and item.tag in tags]
