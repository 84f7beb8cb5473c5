"""What must the sets kept last be, after a text such as `make that 9`?"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from bot.coaching.language.log_line.forms import LOAD_FROM, whole
from bot.coaching.language.log_line.items import Factor, Item, Note, Role, Term
from bot.coaching.language.log_line.lift import Lift, Lifts
from bot.coaching.language.log_line.marks import Marks
from bot.coaching.language.log_line.numbers import decimal_commas
from bot.coaching.language.log_line.parts import Work
from bot.coaching.language.log_line.products import Products
from bot.coaching.language.log_line.reading import LogContext
from bot.coaching.language.log_line.remarks import RATING, Remark, Remarks
from bot.coaching.language.log_line.scanner import Scanner
from bot.coaching.language.log_line.tokens import Token
from bot.coaching.language.log_line.unclear import Choice, Decisions, Unclear
from bot.coaching.language.log_line.weighing import MOST_LOAD
from bot.coaching.language.log_line.words import LogWords
from bot.domain.training import DoneSet
from bot.domain.units import HEAVIEST, Load, Unit

Kept: TypeAlias = Sequence[DoneSet]
MOST_COUNTED = 100
CHANGING = frozenset({"rpe", "rir", "warmup", "side", "each"})


@dataclass(frozen=True, slots=True)
class Corrected:
    sets: tuple[DoneSet, ...]
    day: date | None = None


@dataclass(slots=True)
class Change:
    """What is new; None is as it was."""

    reps: int | None = None
    seconds: int | None = None
    load: Load | None = None
    unit: Unit | None = None
    rpe: Decimal | None = None
    warmup: bool | None = None
    per_side: bool | None = None
    lift: Lift | None = None

    @property
    def empty(self) -> bool:
        return self == Change()

    @property
    def of_all(self) -> bool:
        """An exercise or a unit is wrong for the whole entry, not for a set."""
        return self.lift is not None or self.unit is not None or self.per_side is not None


class Corrections:
    def __init__(self, words: LogWords, lifts: Lifts, marks: Marks, remarks: Remarks) -> None:
        self._lifts = lifts
        self._marks = marks
        self._remarks = remarks
        self._weight = frozenset(words.correction.weight)

    def read(
        self, tokens: list[Token], day: date | None, context: LogContext, decisions: Decisions
    ) -> Corrected | None:
        """None where the text is no correction. `day`: the date it names."""
        remark = self._remarks.read(tokens)
        denied = day is not None and remark is not None and remark.only_denies
        if remark is None or not (remark.cued or remark.deletes or denied or self._rates(remark)):
            return None  # before what was kept is looked at, which may have to be fetched
        context = replace(context, last_sets=tuple(one for one in context.last_sets if one.exercise in self._lifts))
        if not context.last_sets:
            return None
        if remark.deletes:
            decisions.note("it takes back what was kept")
            return Corrected(_deleted(remark, context.last_sets))
        if remark.cued and remark.each:
            return _each(remark, context.last_sets, decisions)
        lift = self._lift(remark, context.last_sets)
        marked = self._marks.mark(decimal_commas(remark.tokens))
        items = Scanner(marked, lift).scan()
        effort = bool(items) and all(isinstance(item, Note) and item.tag in ("rpe", "rir") for item in items)
        if not (remark.cued or effort or denied) or (day is not None and any(isinstance(item, Term) for item in items)):
            return None
        change = self._change(remark, items, marked, context, decisions)
        if change is None or (change.empty and day is None):
            return None
        return self._applied(remark, change, day, context.last_sets, decisions)

    def _rates(self, remark: Remark) -> bool:
        """Whether it says how hard it was, which may be all it says."""
        return any(token.marks(*RATING) for token in self._marks.mark(decimal_commas(remark.tokens)))

    def _lift(self, remark: Remark, sets: Kept) -> Lift:
        named = [id for id in remark.names if id in self._lifts]
        wanted = named[0] if named else sets[-1].exercise
        kept = next((one for one in reversed(sets) if one.exercise == wanted), None)
        return self._lifts[wanted] if kept is None else self._lifts.of(kept)

    # -- what is new --------------------------------------------------------------------------------------------

    def _change(
        self, remark: Remark, items: list[Item], marked: list[Token], context: LogContext, decisions: Decisions
    ) -> Change | None:
        change = Change()
        for item in items:
            if isinstance(item, Note) and item.tag not in CHANGING:
                continue
            if isinstance(item, Note):
                _noted(change, item, remark)
            elif not self._valued(change, item, remark, context, decisions):
                return None
        assisted = any(isinstance(item, Note) and item.tag == "assisted" for item in items)
        if assisted and change.load is not None and self._lift(remark, context.last_sets).assistable:
            change.load = Load(-abs(change.load.amount), change.load.unit)
        if not any(isinstance(item, Term) for item in items):
            units = [token.text for token in marked if token.marks("kg", "lb")]
            change.unit = Unit(units[0]) if units else None
            self._renamed(change, remark, context.last_sets)
        return change

    def _renamed(self, change: Change, remark: Remark, sets: Kept) -> None:
        named = [id for id in remark.names if id in self._lifts]
        if named and change.empty and named[0] != sets[-1].exercise:
            change.lift = self._lifts[named[0]]

    def _valued(self, change: Change, term: Term, remark: Remark, context: LogContext, decisions: Decisions) -> bool:
        lift = self._lift(remark, context.last_sets)
        target = _run(remark, context.last_sets)[-1:]
        if not target:
            return False
        if not term.alone:
            work = Products(lift, False, None, decisions).read(term, "product")
            if not isinstance(work, Work) or work.size != 1 or work.load is None:
                return False
            change.reps, change.load = int(work.amounts[0]), _load(work.load, context, lift, decisions)
            return True
        factor = term.factors[0]
        role = self._role(factor, term, context.last_sets[target[0]], lift, remark, decisions)
        if role is Role.LOAD:
            change.load = _load(factor, context, lift, decisions)
        elif role is Role.SECONDS:
            change.seconds = int(factor.value)
        elif role is Role.REPS and whole(factor.value) and factor.value <= MOST_COUNTED:
            change.reps = int(factor.value)
        else:
            return False
        return factor.single

    def _role(
        self, factor: Factor, term: Term, last: DoneSet, lift: Lift, remark: Remark, decisions: Decisions
    ) -> Role:
        """A bare number is what it is nearest to: the repetitions of the set, or its load."""
        if factor.role is not Role.NUMBER:
            return factor.role
        replaced = _replaced(remark.old, last)
        if replaced is not None:
            return replaced
        if remark.words & self._weight or factor.sign or not whole(factor.value):
            return Role.LOAD
        if lift.timed:
            return Role.SECONDS
        if term.lead or (last.load is None and (last.bodyweight or factor.value <= LOAD_FROM)):
            return Role.REPS
        if last.load is None or last.reps is None:
            return Role.LOAD
        return _nearest(factor.value, last.reps, last.load, decisions)

    # -- where it goes ------------------------------------------------------------------------------------------

    def _applied(self, remark: Remark, change: Change, day: date | None, sets: Kept, decisions: Decisions) -> Corrected:
        places = _places(remark, change, sets, decisions)
        decisions.note(
            f"it changes {len(places)} of the {len(sets)} sets kept last"
            if not change.empty
            else "it moves the sets to another day"
        )
        return Corrected(tuple(_put(one, change) if at in places else one for at, one in enumerate(sets)), day)


def _replaced(old: tuple[Decimal, ...], last: DoneSet) -> Role | None:
    """`12 not 21`: what the wrong number was, where only one of them had it."""
    roles = ((Role.REPS, last.reps), (Role.SECONDS, last.seconds), (Role.LOAD, last.load and abs(last.load.amount)))
    found = [role for role, value in roles if value is not None and value in old]
    return found[0] if len(found) == 1 else None


def _noted(change: Change, note: Note, remark: Remark) -> None:
    if note.tag in ("rpe", "rir"):
        value = note.values[0] if note.tag == "rpe" else 10 - note.values[0]
        if not 1 <= value <= 10 or value % Decimal("0.5"):
            raise Unclear("An RPE is between 1 and 10. How hard was it?")
        change.rpe = value
    elif note.tag == "warmup":
        change.warmup = not remark.words & {"not"}
    else:
        change.per_side = True


def _nearest(value: Decimal, reps: int, load: Load, decisions: Decisions) -> Role:
    known = (Decimal(reps), abs(load.amount))
    to_reps, to_load = (abs(math.log(float(max(value, Decimal(1)) / max(one, Decimal(1))))) for one in known)
    if 2 * to_reps < to_load or value == 0:
        return Role.REPS
    if 2 * to_load < to_reps:
        return Role.LOAD
    choices = (Choice(Role.REPS, f"{value} reps"), Choice(Role.LOAD, f"{value} {load.unit}"))
    return Role(decisions.decide("bare", f"Is {value} the reps, or the load?", *choices))


def _load(factor: Factor, context: LogContext, lift: Lift, decisions: Decisions) -> Load:
    last = next((one.load for one in reversed(context.last_sets) if one.load is not None), None)
    unit = factor.unit or (last.unit if last is not None else context.unit)
    amount = -factor.value if factor.sign < 0 and lift.assistable else factor.value
    if factor.plates or factor.bar or amount != round(amount, 3) or abs(amount) > HEAVIEST:
        raise Unclear("What was the load? Write it with its unit.")
    load = Load(amount, unit)
    if abs(amount) > MOST_LOAD[unit]:
        decisions.decide("load", f"{lift.name}: {load}, really?", Choice("yes", str(load)))
    return load


def _run(remark: Remark, sets: Kept) -> list[int]:
    """The latest sets of one exercise: the one that is named, otherwise the one done last."""
    named = [id for id in remark.names if any(one.exercise == id for one in sets)]
    wanted = named[0] if named else sets[-1].exercise
    run: list[int] = []
    for at in range(len(sets) - 1, -1, -1):
        if sets[at].exercise == wanted:
            run.insert(0, at)
        elif run:
            break
    return run


def _each(remark: Remark, sets: Kept, decisions: Decisions) -> Corrected | None:
    """`9 on the first and 8 on the second`."""
    run, after = _run(remark, sets), list(sets)
    for place, value in remark.each:
        if not (1 <= place <= len(run) and whole(value)):
            return None
        one = after[run[place - 1]]
        counts = one.reps is not None and (
            one.load is None or _nearest(value, one.reps, one.load, decisions) is Role.REPS
        )
        if not counts or not 1 <= value <= MOST_COUNTED:
            return None
        after[run[place - 1]] = replace(one, reps=int(value))
    decisions.note(f"it changes {len(remark.each)} of the {len(sets)} sets kept last, each for itself")
    return Corrected(tuple(after))


def _places(remark: Remark, change: Change, sets: Kept, decisions: Decisions) -> list[int]:
    run = _run(remark, sets)
    if remark.place is not None:
        return run[remark.place - 1 : remark.place]
    if remark.old:
        wrong = [at for at in run if _is_old(sets[at], remark.old)]
        return wrong if change.load is not None or remark.plural else wrong[-1:]
    if remark.plural or change.of_all:
        return run
    same = len(run) > 1 and len({sets[at].load for at in run}) == 1
    if change.load is not None and change.reps is None and same and "last" not in remark.words:
        scope = decisions.decide(
            "scope",
            f"All {len(run)} sets, or the last one?",
            Choice("all", f"all {len(run)} sets"),
            Choice("last", "the last one"),
        )
        return run if scope == "all" else run[-1:]
    return run[-1:]


def _is_old(one: DoneSet, old: tuple[Decimal, ...]) -> bool:
    return bool({one.reps, one.seconds, one.load.amount if one.load is not None else None} & set(old))


def _put(one: DoneSet, change: Change) -> DoneSet:
    load = change.load if change.load is not None else one.load
    if change.unit is not None and load is not None:
        load = Load(load.amount, change.unit)
    if load is not None and load.amount == 0:
        load = None
    changed = replace(
        one,
        reps=one.reps if change.reps is None else change.reps,
        seconds=one.seconds if change.seconds is None else change.seconds,
        load=load,
        rpe=one.rpe if change.rpe is None else change.rpe,
        warmup=one.warmup if change.warmup is None else change.warmup,
        per_side=one.per_side if change.per_side is None else change.per_side,
    )
    return (
        changed
        if change.lift is None
        else replace(changed, exercise=change.lift.id, bodyweight=change.lift.bodyweight and not change.lift.own)
    )


def _deleted(remark: Remark, sets: Kept) -> tuple[DoneSet, ...]:
    """`undo` takes the last set; `delete the last two`, `remove both`, `delete the pull ups` say how many."""
    run = _run(remark, sets)
    if remark.place is not None:
        gone = run[remark.place - 1 : remark.place]
    elif remark.numbers:
        gone = list(range(len(sets)))[-remark.numbers[0] :] if remark.numbers[0] > 0 else []
    elif remark.plural or (remark.names and "set" not in remark.words and "last" not in remark.words):
        gone = run[-2:] if "both" in remark.words else run
    else:
        gone = run[-1:]
    return tuple(one for at, one in enumerate(sets) if at not in gone)
