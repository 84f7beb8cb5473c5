"""What must the sets kept last be, after a text such as `make that 9`?"""

import math
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from bot.coaching.language.log_line.forms import LOAD_FROM, whole
from bot.coaching.language.log_line.items import Factor, Item, Note, Role, Term
from bot.coaching.language.log_line.lift import Lift, Lifts
from bot.coaching.language.log_line.marks import Marks
from bot.coaching.language.log_line.numbers import decimal_commas
from bot.coaching.language.log_line.parts import Work
from bot.coaching.language.log_line.pointing import Change, Kept, alike, having, places, run_of, without_deleted
from bot.coaching.language.log_line.products import Products
from bot.coaching.language.log_line.reading import LogContext
from bot.coaching.language.log_line.remarks import RATING, Remark, Remarks
from bot.coaching.language.log_line.scanner import Scanner
from bot.coaching.language.log_line.tokens import Kind, Token
from bot.coaching.language.log_line.unclear import Choice, Decisions, Unclear
from bot.coaching.language.log_line.weighing import MOST_LOAD
from bot.coaching.language.log_line.words import LogWords
from bot.domain.training import DoneSet
from bot.domain.units import HEAVIEST, Load, Unit

MOST_COUNTED = 100
MOST_KINDS = 4
MOST_SETS = 10
CHANGING = frozenset({"rpe", "rir", "warmup", "side", "each"})
MEANT = frozenset(
    {"it", "that", "those", "they", "meant", "mean", "sorry", "actually", "should", "wrong", "typo", "mistake"}
    | {"misclick", "correction", "correct", "oops", "woops", "whoops", "edit", "fix", "change", "not", "nope"}
)
"""With these, another lift and its numbers are what was meant; without (`did rows instead 60x8`) a set of its own."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """`more` are sets that were done as well, and are not kept yet."""

    sets: tuple[DoneSet, ...]
    day: date | None = None
    more: tuple[DoneSet, ...] = ()


class Corrections:
    def __init__(self, words: LogWords, lifts: Lifts, marks: Marks, remarks: Remarks) -> None:
        self._lifts = lifts
        self._marks = marks
        self._remarks = remarks
        self._weight = frozenset(words.correction.weight)
        self._generic = words.generic

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
        if day is not None and any(token.kind is Kind.TIMES for token in remark.tokens):
            return None  # `yesterday the deadlift was 100x5` tells of a set
        self._refuse_strangers(remark, context.last_sets)
        remark = self._of_kept(remark, context.last_sets)
        if remark.deletes and any(token.text in RATING for token in tokens):
            decisions.note("it takes back how hard the last set was")
            return Corrected((*context.last_sets[:-1], replace(context.last_sets[-1], rpe=None)))
        if remark.deletes:
            decisions.note("it takes back what was kept")
            return Corrected(without_deleted(remark, context.last_sets))
        if remark.cued and remark.each:
            return _each(remark, context.last_sets, decisions)
        lift = self._lift(remark, context.last_sets)
        marked = self._marks.mark(decimal_commas(remark.tokens))
        items = Scanner(marked, lift).scan()
        effort = bool(items) and all(isinstance(item, Note) and item.tag in ("rpe", "rir") for item in items)
        if not (remark.cued or effort or denied) or (day is not None and any(isinstance(item, Term) for item in items)):
            return None
        return self._changed(remark, items, marked, day, context, decisions)

    def _changed(
        self,
        remark: Remark,
        items: list[Item],
        marked: list[Token],
        day: date | None,
        context: LogContext,
        decisions: Decisions,
    ) -> Corrected | None:
        counted = _count_of_sets(items, remark) if day is None else None
        if counted is not None:
            return _with_count(counted, remark, context.last_sets, decisions)
        change = self._change(remark, items, marked, context, decisions)
        if change is None or (change.empty and day is None):
            return None
        return self._applied(remark, change, day, context.last_sets, decisions)

    def _refuse_strangers(self, remark: Remark, sets: Kept) -> None:
        """`the deadlift was 105`, where no deadlift was kept lately: the last set of another lift is not meant."""
        kept = {one.exercise for one in sets}
        named = [id for id in remark.names if id in self._lifts or id.removeprefix("?") in self._generic]
        known = [id for name in named for id in self._generic.get(name.removeprefix("?"), (name,))]
        valued = remark.deletes or any(token.kind is Kind.NUMBER for token in remark.tokens)
        if not (named and valued and remark.old_names == ()) or kept.intersection(known):
            return
        if remark.deletes or remark.old or not remark.words.isdisjoint(("the", "last")):
            lift = self._lifts[known[0]].name if named[0] in self._lifts else named[0].removeprefix("?")
            raise Unclear(f"No {lift} was kept lately, so nothing changed. Older sets are in /history.")

    def _of_kept(self, remark: Remark, sets: Kept) -> Remark:
        """`the last row was 9`: of the rows that were kept, the one done last."""
        if not any(token.kind is Kind.NUMBER for token in remark.tokens) or remark.old_names:
            return remark
        return replace(remark, tokens=[self._kept_as(token, sets) for token in remark.tokens])

    def _kept_as(self, token: Token, sets: Kept) -> Token:
        heads = self._generic.get(token.text.removeprefix("?"), ()) if token.kind is Kind.EXERCISE else ()
        kept = next((one.exercise for one in reversed(sets) if one.exercise in heads), None)
        return token if kept is None else token._replace(text=kept)

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
            self._renamed(change, remark, context.last_sets, decisions)
            return change
        other = self._other(remark, context.last_sets)
        if other is not None and not _is_meant(remark):
            return None
        change.lift = other
        return change

    def _other(self, remark: Remark, sets: Kept) -> Lift | None:
        """The lift that is named with a value, where none of it was kept lately."""
        kept = {one.exercise for one in sets}
        named = [id for id in remark.names if id in self._lifts]
        return self._lifts[named[0]] if named and kept.isdisjoint(named) else None

    def _renamed(self, change: Change, remark: Remark, sets: Kept, decisions: Decisions) -> None:
        if not change.empty:
            return
        named = [id for id in remark.names if id in self._lifts]
        named = named or [
            self._which(name, decisions) for name in remark.names if name.removeprefix("?") in self._generic
        ]
        if named and named[0] != sets[-1].exercise:
            change.lift = self._lifts[named[0]]

    def _which(self, name: str, decisions: Decisions) -> str:
        """`it was rows`: of which kind?"""
        head = name.removeprefix("?")
        choices = (Choice(id, self._lifts[id].name) for id in self._generic[head] if id in self._lifts)
        return decisions.decide("which", f"Which {head} was it?", *[*choices][:MOST_KINDS])

    def _valued(self, change: Change, term: Term, remark: Remark, context: LogContext, decisions: Decisions) -> bool:
        lift = self._lift(remark, context.last_sets)
        target = run_of(remark, context.last_sets)[-1:]
        if remark.of is not None:
            target = having(remark.of, context.last_sets)[-1:]
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
        changed = places(remark, change, sets, decisions)
        decisions.note(
            f"it changes {len(changed)} of the {len(sets)} sets kept last"
            if not change.empty
            else "it moves the sets to another day"
        )
        return Corrected(tuple(_put(one, change) if at in changed else one for at, one in enumerate(sets)), day)


def _is_meant(remark: Remark) -> bool:
    """Whether it says that something was wrong."""
    return bool(remark.old or remark.old_names or remark.words & MEANT)


def _count_of_sets(items: list[Item], remark: Remark) -> int | None:
    """`it was 5 sets`, `5 sets not 3`, and nothing else."""
    terms = [item for item in items if isinstance(item, Term)]
    if len(terms) != 1 or not terms[0].alone or remark.place is not None or remark.of is not None:
        return None
    if "did" in remark.words and not remark.old:
        return None  # `I did 5 sets` may tell of others
    factor = terms[0].factors[0]
    counts = factor.role is Role.SETS and factor.single and whole(factor.value) and 1 <= factor.value <= MOST_SETS
    return int(factor.value) if counts else None


def _with_count(count: int, remark: Remark, sets: Kept, decisions: Decisions) -> Corrected:
    """The sets of that exercise are so many: the last ones go, or equal ones are added."""
    run = [at for at in alike(run_of(remark, sets), sets) if not sets[at].warmup]
    if len({replace(sets[at], rpe=None, note=None) for at in run}) > 1 and count != len(run):
        raise Unclear("The sets were not all alike. Write what was done in each, or delete one in /history.")
    decisions.note(f"it says how many sets there were: {count}, of which {len(run)} are kept")
    gone = set(run[count:])
    more = (replace(sets[run[-1]], rpe=None, note=None),) * (count - len(run)) if run else ()
    return Corrected(tuple(one for at, one in enumerate(sets) if at not in gone), more=more)


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


def _each(remark: Remark, sets: Kept, decisions: Decisions) -> Corrected | None:
    """`9 on the first and 8 on the second`."""
    run, after = run_of(remark, sets), list(sets)
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
    return changed if change.lift is None else _as_lift(changed, change, change.lift)


def _as_lift(one: DoneSet, change: Change, lift: Lift) -> DoneSet:
    """The same work of another exercise, where that can be: a hold has no repetitions, a belt is no bar."""
    if lift.own:
        return replace(one, exercise=lift.id, bodyweight=False)
    if (one.seconds is not None) != lift.timed:
        raise Unclear(
            f"{lift.name}: {'how many seconds' if lift.timed else 'how many reps'} was it? Write the set anew."
        )
    if one.load is not None and one.bodyweight != lift.bodyweight:
        raise Unclear(f"{lift.name}: and the load? Take the set back, and write it as it was.")
    sides = one.per_side and (lift.per_side or change.per_side is True)
    return replace(one, exercise=lift.id, bodyweight=lift.bodyweight, per_side=sides)
