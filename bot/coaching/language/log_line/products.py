"""What does `A x B`, or `A x B x C`, mean? The order is decided by what the numbers can be; the trace says why."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.coaching.language.log_line.forms import (
    LOAD_FROM,
    LOAD_SECOND,
    MOST_SETS,
    PERHAPS_SETS,
    SURE_SETS,
    form_of,
    whole,
    worded,
)
from bot.coaching.language.log_line.items import Factor, Role, Term
from bot.coaching.language.log_line.lift import Lift
from bot.coaching.language.log_line.parts import Form, Loads, Part, Sets, Work
from bot.coaching.language.log_line.small_loads import small_load
from bot.coaching.language.log_line.unclear import Choice, Decisions, Unclear

MANY_REPS = 60
"""Of a lift with a load nobody does so many: two numbers were swapped."""


@dataclass(frozen=True, slots=True)
class Products:
    """`elsewhere`: the line gives a load outside its products, so `A x B` is sets x reps. `habit`: the order that
    other products of the line show beyond doubt."""

    lift: Lift
    elsewhere: bool
    habit: Form | None
    decisions: Decisions
    crowd: bool = False
    """So many products that each is a set, not several."""

    def read(self, term: Term, key: str) -> Part:
        if term.alone:
            return self._one(term, key)
        if len(term.factors) == 2:
            return self._two(term, key)
        if len(term.factors) == 3:
            return self._three(term, key)
        return self._row(term)

    def _row(self, term: Term) -> Part:
        """`105 kg x5 x5 x4`: one load, and the repetitions of each set."""
        load, *rest = term.factors
        values = [one.value for one in rest]
        counts = all(one.role in (Role.NUMBER, Role.REPS) and one.single for one in rest)
        if counts and load.role is Role.LOAD and max(values) <= LOAD_FROM and max(values) <= 2 * min(values):
            self._note(term, "load × reps of each set", "so many numbers follow one load")
            return self._work(term, Factor(tuple(values)), load=load, form=Form.LOAD_REPS)
        raise Unclear(f"What do the numbers in “{term.said}” stand for?")

    def _note(self, term: Term, form: str, why: str) -> None:
        self.decisions.note(f"read `{term.said}` as {form}: {why}")

    # -- one factor ---------------------------------------------------------------------------------------------

    def _one(self, term: Term, key: str) -> Part:
        """A number whose kind is known, or a glued list of them."""
        factor = term.factors[0]
        if factor.role is Role.LOAD:
            return Loads(
                [
                    Factor((value,), Role.LOAD, factor.unit, factor.sign, factor.body, factor.plates, factor.bar)
                    for value in factor.values
                ],
                term.gap,
                term.said,
            )
        if factor.role is Role.SETS:
            return Sets(int(factor.value), term.gap, term.said)
        seconds = factor.role is Role.SECONDS or (self.lift.timed and factor.role is Role.NUMBER)
        if factor.role is Role.SECONDS and not self.lift.timed and not self.lift.own:
            self.decisions.decide(f"{key}:held", f"{self.lift.name}: was “{term.said}” a hold?", Choice("hold"))
        if factor.role is Role.NUMBER and not factor.single:
            return self._list(term, factor, seconds)
        return Work(factor.values, term.gap, term.said, seconds=seconds, lone=True)

    def _list(self, term: Term, factor: Factor, seconds: bool) -> Part:
        if self.lift.per_side and factor.pair:
            if len(set(factor.values)) > 1:
                return self._sides_or_sets(term, factor, seconds)
            self._note(term, "one set, each side", "the exercise is done a side at a time")
            return Work(factor.values[:1], term.gap, term.said, seconds=seconds, sides=True)
        if (
            not seconds
            and len(factor.values) == 2
            and factor.values[0] > LOAD_FROM
            and factor.values[0] >= 3 * factor.values[1]
        ):
            self._note(term, "load / reps", f"the first number is over {LOAD_FROM}, the second far below")
            return self._work(
                term, Factor(factor.values[1:]), load=Factor(factor.values[:1], Role.LOAD), form=Form.LOAD_REPS
            )
        if not seconds and (max(factor.values) > LOAD_FROM or not all(map(whole, factor.values))):
            return Loads(
                [Factor((value,), Role.LOAD, sign=factor.sign) for value in factor.values], term.gap, term.said
            )
        return Work(factor.values, term.gap, term.said, seconds=seconds)

    def _sides_or_sets(self, term: Term, factor: Factor, seconds: bool) -> Part:
        question = f"{self.lift.name}: are {term.said} two sets, or the two sides of one?"
        two = Choice("sets", f"two sets, {' and '.join(map(str, factor.values))}")
        chosen = self.decisions.decide(f"{term.said}:sides", question, two, *_each_side(factor))
        amounts = factor.values if chosen == "sets" else (Decimal(chosen),)
        return Work(amounts, term.gap, term.said, seconds=seconds, sides=True)

    # -- two factors --------------------------------------------------------------------------------------------

    def _two(self, term: Term, key: str) -> Part:
        first, second = term.factors
        roles = {first.role, second.role}
        if Role.SETS in roles:
            sets, other = (first, second) if first.role is Role.SETS else (second, first)
            return self._with_sets(term, sets, other)
        if Role.LOAD in roles:
            load, other = (first, second) if first.role is Role.LOAD else (second, first)
            if self._swapped(load, other):
                self._note(term, "load × reps", "the unit stands behind the whole product")
                return self._work(term, load.typed(Role.REPS), load=other._replace(role=Role.LOAD, unit=load.unit))
            self._note(term, "load × reps" if load is first else "reps × load", "the load carries its unit")
            form = Form.LOAD_REPS if load is first else Form.REPS_LOAD
            return self._work(term, other, load=load, form=form)
        if Role.REPS in roles or Role.SECONDS in roles:
            amount, other = (first, second) if first.role in (Role.REPS, Role.SECONDS) else (second, first)
            return self._with_amount(term, amount, other)
        return self._by_form(term, key)

    def _swapped(self, load: Factor, other: Factor) -> bool:
        """`315 x 5 lbs`: 315 repetitions with five pounds are none."""
        bare = (
            other.role is Role.NUMBER and other.single and load.single and not (load.sign or load.body or load.plates)
        )
        return bare and load.value <= LOAD_FROM and whole(load.value) and other.value >= MANY_REPS

    def _with_sets(self, term: Term, sets: Factor, other: Factor) -> Part:
        if other.role is Role.LOAD:
            raise Unclear(f"How many reps in “{term.said}”?")
        self._note(term, "sets × reps", "the sets are named")
        return self._work(term, other, count=sets.value)

    def _with_amount(self, term: Term, amount: Factor, other: Factor) -> Part:
        """`8 reps x 60`, `3 x 30s`: the other number is a load when it is too much for a number of sets."""
        if other.single and (other.value > PERHAPS_SETS or not whole(other.value)) and not self.elsewhere:
            self._note(term, "reps and load", f"{other.value} is too much for a number of sets")
            first = amount is term.factors[0]
            return self._work(
                term, amount, load=other.typed(Role.LOAD), form=Form.REPS_LOAD if first else Form.LOAD_REPS
            )
        self._note(term, "sets and reps", "one of the two is named")
        return self._work(term, amount, count=other.value)

    def _by_form(self, term: Term, key: str) -> Part:
        first, second = term.factors
        if not (first.single and second.single):
            return self._with_list(term, first, second)
        form = self._form(term, first.value, second.value, key)
        if form is Form.SETS_REPS:
            return self._work(term, second, count=first.value, form=form)
        if form is Form.REPS_SETS:
            return self._work(term, first, count=second.value, form=form)
        if form is Form.LOAD_REPS:
            return self._work(term, second, load=first.typed(Role.LOAD), form=form)
        if first.value >= MANY_REPS and not self.lift.timed:
            question = f"{self.lift.name}: {first.value} reps at {second.value}, really?"
            choices = (Choice(Form.LOAD_REPS), Choice(Form.REPS_LOAD)) if whole(second.value) else (Choice(form),)
            if self.decisions.decide(f"{key}:many", question, *choices) == Form.LOAD_REPS:
                return self._work(term, second, load=first.typed(Role.LOAD), form=Form.LOAD_REPS)
        return self._work(term, first, load=second.typed(Role.LOAD), form=form)

    def _with_list(self, term: Term, first: Factor, second: Factor) -> Part:
        """`3 x 8/8/7`, `60 x 8/8/7`, `60/70/80 x 5`."""
        if first.single:
            if self.lift.per_side and second.pair and first.value <= MOST_SETS:
                return self._work(term, second, count=first.value)
            if first.value == len(second.values):
                self._note(term, "a list of sets", f"there are {first.value} numbers after the sign")
                return self._work(term, second)
            if min(second.values) > LOAD_FROM >= first.value:
                self._note(term, "reps × loads", "a list of loads follows one number of repetitions")
                after = [Factor((value,), Role.LOAD) for value in second.values]
                return Loads(after, term.gap, term.said, reps=first.value)
            if first.value > PERHAPS_SETS or not whole(first.value):
                self._note(term, "load × reps", "a list of repetitions follows one load")
                return self._work(term, second, load=first.typed(Role.LOAD), form=Form.LOAD_REPS)
        elif second.single and max(first.values) <= LOAD_FROM < second.value:
            self._note(term, "reps × load", "one load follows a list of repetitions")
            return self._work(term, first, load=second.typed(Role.LOAD), form=Form.REPS_LOAD)
        elif second.single and min(first.values) > max(second.value, Decimal(PERHAPS_SETS)):
            self._note(term, "loads × reps", "one number of repetitions follows a list of loads")
            loads = tuple(Factor((value,), Role.LOAD, first.unit, first.sign) for value in first.values)
            return Loads([*loads], term.gap, term.said, reps=second.value)
        raise Unclear(f"What do the numbers in “{term.said}” stand for?")

    def _form(self, term: Term, first: Decimal, second: Decimal, key: str) -> Form:
        form, why = form_of(term, self.lift, self.elsewhere, self.habit)
        sets = form in (None, Form.SETS_REPS) and not self.elsewhere and self.habit is None
        small = small_load(first, second, self.lift, crowd=self.crowd) if sets else None
        if small is not None:
            form, why = small
            key = f"{key.partition(':')[0]}:small"  # one answer for all of them
        elif form is None and first == second:
            form, why = Form.SETS_REPS, "both numbers are the same"
        if form is not None:
            self._note(term, form, why)
            return form
        readings = _readings(first, may_be_load=small is not None)
        either, other = (worded(one, first, second) for one in readings)
        question = f"{self.lift.name} {term.said}: {either}, or {other}?"
        chosen = self.decisions.decide(key, question, *(Choice(one) for one in readings))
        self._note(term, chosen, "you chose so")
        return Form(chosen)

    # -- three factors ------------------------------------------------------------------------------------------

    def _three(self, term: Term, key: str) -> Part:
        if term.lead:
            raise Unclear(f"What do the numbers in “{term.said}” stand for?")
        loads = [one for one in term.factors if one.role is Role.LOAD]
        if len(loads) == 1 and loads[0].single:
            rest = [one for one in term.factors if one is not loads[0]]
            if (
                loads[0] is term.factors[1]
                and all(one.role is Role.NUMBER for one in rest)
                and rest[0].value > SURE_SETS
            ):
                raise Unclear(f"{self.lift.name} {term.said}: which number is the reps?")
            return self._around_load(term, loads[0], rest[0], rest[1])
        if not loads and all(one.single for one in term.factors):
            values = [one.value for one in term.factors]
            place = self._load_place(term, values, key)
            rest = [one for index, one in enumerate(term.factors) if index != place]
            return self._around_load(term, term.factors[place].typed(Role.LOAD), rest[0], rest[1])
        raise Unclear(f"What do the numbers in “{term.said}” stand for?")

    def _load_place(self, term: Term, values: Sequence[Decimal], key: str) -> int:
        """Load first, or load last: a small first number counts sets."""
        first, middle, last = values
        if middle > LOAD_SECOND and max(first, last) <= LOAD_FROM:
            return self._between(term)
        if first > PERHAPS_SETS or not whole(first):
            return 0
        if first <= SURE_SETS or last > LOAD_FROM or not whole(last):
            return 2
        question = f"{self.lift.name} {term.said}: is the load {values[0]} or {values[2]}?"
        return int(self.decisions.decide(key, question, Choice("0"), Choice("2")))

    def _between(self, term: Term) -> int:
        """`3 x 60 x 8`, `8 x 60 x 3 sets`: the load stands between; which of the others counts the sets must show."""
        first, _, last = term.factors
        if first.value > SURE_SETS and Role.SETS not in (first.role, last.role):
            raise Unclear(f"{self.lift.name} {term.said}: which number is the reps?")
        return 1

    def _around_load(self, term: Term, load: Factor, first: Factor, second: Factor) -> Part:
        leading = load is term.factors[0] or load.value == term.factors[0].value
        if first.role is Role.SETS or second.role is Role.REPS:
            sets, reps = first, second
        elif (
            second.role is Role.SETS
            or first.role is Role.REPS
            or (leading and second.single and second.value <= MOST_SETS)
        ):
            sets, reps = second, first
        else:
            sets, reps = first, second
        order = "load × reps × sets" if leading and sets is second else "sets × reps with a load"
        self._note(term, order, "the load comes first" if leading else "a small first number counts sets")
        if sets.single and sets.value > MOST_SETS and reps.single and reps.value <= MOST_SETS:
            sets, reps = reps, sets
        return self._work(term, reps, count=sets.value, load=load, form=Form.LOAD_REPS)

    # -- the result ---------------------------------------------------------------------------------------------

    def _work(
        self,
        term: Term,
        amount: Factor,
        *,
        count: Decimal = Decimal(0),
        load: Factor | None = None,
        form: Form = Form.OTHER,
    ) -> Work:
        values = amount.values
        sides = self.lift.per_side and amount.pair
        if sides and values[0] != values[1]:
            question = f"{self.lift.name}: the sides differ in “{term.said}”. Which count shall I keep?"
            chosen = Decimal(self.decisions.decide(f"{term.said}:sides", question, *_each_side(amount)))
            values = (chosen, chosen)
        if not all(map(whole, values)) or not whole(count) or (load is not None and not load.single):
            raise Unclear(f"What do the numbers in “{term.said}” stand for?")
        if count > PERHAPS_SETS:
            raise Unclear(f"“{term.said}”: {count} sets? Write it with the load first, or one set a time.")
        seconds = amount.role is Role.SECONDS or (self.lift.timed and amount.role is not Role.REPS)
        amounts = values[:1] if sides else values
        return Work(
            amounts,
            term.gap,
            term.said,
            int(count) or 1,
            counted=count > 0,
            seconds=seconds,
            load=load,
            form=form,
            sides=sides,
        )


def _readings(first: Decimal, *, may_be_load: bool) -> list[Form]:
    if first > PERHAPS_SETS:
        return [Form.LOAD_REPS, Form.REPS_SETS]
    if may_be_load:
        return [Form.LOAD_REPS, Form.SETS_REPS if first <= SURE_SETS else Form.REPS_SETS]
    return [Form.SETS_REPS, Form.REPS_SETS]


def _each_side(amount: Factor) -> tuple[Choice, ...]:
    return tuple(Choice(str(count), f"{count} each side") for count in amount.values)
