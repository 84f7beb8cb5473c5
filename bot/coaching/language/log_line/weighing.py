"""How heavy was it, can it be true, and which sets does that make?"""

from decimal import Decimal

from bot.coaching.language.log_line.bare import notes
from bot.coaching.language.log_line.forms import LOAD_FROM
from bot.coaching.language.log_line.items import Factor, Item, Role, Term
from bot.coaching.language.log_line.lift import BAR, MOST_ADDED, PLATE, Lift
from bot.coaching.language.log_line.parts import Work
from bot.coaching.language.log_line.reading import OwnBar
from bot.coaching.language.log_line.unclear import Choice, Decisions, Unclear
from bot.domain.training import DoneSet
from bot.domain.units import HEAVIEST, Load, Unit, plain

MOST_REPS = 100
MOST_SECONDS = 900
MOST_SETS = 40
MOST_LOAD = {Unit.KG: Decimal(500), Unit.LB: Decimal(1100)}
"""Above the heaviest deadlift there is (Björnsson 2020: 501 kg)."""
MOST_LIGHT = {Unit.KG: Decimal(150), Unit.LB: Decimal(330)}


class Weighing:
    def __init__(self, items: list[Item], lift: Lift, unit: Unit, bar: OwnBar, decisions: Decisions) -> None:
        self.lift = lift
        self.bar = bar
        self.decisions = decisions
        said = _unit_said(items)
        if said is not None and said is not unit and not lift.bodyweight and _unlabelled_first(items):
            choices = (Choice(said, f"all in {said}"), Choice(unit, f"{unit} where nothing is said"))
            question = f"{lift.name}: the first loads have no unit. Are they {said}, too?"
            said = Unit(decisions.decide("unit", question, *choices))
        self.unit = said or unit
        self.assisted = lift.assisted or (lift.assistable and bool(notes(items, "assisted")))
        self.per_side = bool(notes(items, "side")) or (lift.per_side and bool(notes(items, "each")))

    def sets(self, works: list[Work], key: str) -> list[DoneSet]:
        done = [one for index, work in enumerate(works) for one in self._sets(work, f"{key}:{index}")]
        kept = [one for one in done if one.reps != 0]
        if not kept:
            raise Unclear(f"{self.lift.name}: how many reps did you do?")
        if len(kept) > MOST_SETS:
            raise Unclear(f"{self.lift.name}: {len(kept)} sets? Write them in smaller messages.")
        return kept

    def _sets(self, work: Work, key: str) -> list[DoneSet]:
        load = self._load(work.load, key) if work.load is not None else None
        done = []
        for amount in work.amounts:
            done += [self._set(work, int(self._amount(amount, work.seconds, key)), load)] * work.count
        if work.last_rpe is not None:
            last = self._set(work, int(work.amounts[-1]), load, work.last_rpe)
            done[-1] = last
        return done

    def _set(self, work: Work, amount: int, load: Load | None, rpe: Decimal | None = None) -> DoneSet:
        return DoneSet(
            exercise=self.lift.id,
            reps=None if work.seconds else amount,
            seconds=amount if work.seconds else None,
            load=load,
            bodyweight=self.lift.bodyweight and not self.lift.own,
            per_side=self.per_side or work.sides,
            rpe=rpe if rpe is not None else work.rpe,
            warmup=work.warmup,
        )

    def _amount(self, amount: Decimal, seconds: bool, key: str) -> Decimal:
        most, word = (MOST_SECONDS, "seconds") if seconds else (MOST_REPS, "reps")
        if amount != amount.to_integral_value():
            raise Unclear(f"{self.lift.name}: {plain(amount)} {word}? Write a whole number.")
        if amount > most:
            self.decisions.decide(f"{key}:amount", f"{self.lift.name}: {amount} {word}, really?", Choice("yes"))
        return amount

    def _load(self, factor: Factor, key: str) -> Load | None:
        unit = factor.unit or self.unit
        if factor.body and not self.lift.bodyweight:
            raise Unclear(f"{self.lift.name}: it is not done with body weight. What was the load?")
        amount = self._plates(factor.value, unit) if factor.plates else self._bar(unit) if factor.bar else factor.value
        if factor.sign < 0 or (self.assisted and not factor.sign):
            amount = -amount if self.lift.assistable else amount
        if amount == 0:
            return None
        if amount != round(amount, 3) or abs(amount) > HEAVIEST:
            raise Unclear(f"{self.lift.name}: {plain(amount)} {unit}? Nobody has lifted that.")
        load = Load(amount, unit)
        self._check(load, factor, key)
        return load

    def _plates(self, count: Decimal, unit: Unit) -> Decimal:
        if not self.lift.plates:
            raise Unclear(f"{self.lift.name}: what does one plate weigh there? Write the load.")
        return self._bar(unit) + 2 * count * PLATE[unit]

    def _bar(self, unit: Unit) -> Decimal:
        """Their own, where they said what it weighs in this unit."""
        own = self.bar()
        return own.amount if own is not None and own.unit is unit else BAR[unit]

    def _check(self, load: Load, factor: Factor, key: str) -> None:
        if self.lift.bodyweight:
            question = f"{self.lift.name}: is {load} on the belt, or with your body weight in it?"
            doubtful = abs(load.amount) > MOST_ADDED[load.unit] and factor.sign <= 0
        else:
            question = f"{self.lift.name}: {load}, really?"
            doubtful = load.amount > (MOST_LIGHT if self.lift.light else MOST_LOAD)[load.unit]
        if doubtful:
            self.decisions.decide(f"{key}:load", question, Choice("yes"))


def _unlabelled_first(items: list[Item]) -> bool:
    """`225 x 5, 100 kg x 5`: a whole set stands before the one that has a unit."""
    terms = [item for item in items if isinstance(item, Term)]
    labelled = next((at for at, term in enumerate(terms) if any(one.unit is not None for one in term.factors)), 0)
    product = len(terms[labelled].factors) > 1
    before = (one for term in terms[:labelled] if len(term.factors) > 1 for one in term.factors)
    return product and any(one.role is Role.NUMBER and one.value > LOAD_FROM for one in before)


def _unit_said(items: list[Item]) -> Unit | None:
    """The one unit of the entry: `60kg x 5, 80 x 5` is all in kilograms."""
    units = {one.unit for item in items if isinstance(item, Term) for one in item.factors if one.unit is not None}
    return units.pop() if len(units) == 1 else None
