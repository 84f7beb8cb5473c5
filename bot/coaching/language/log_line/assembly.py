"""Which load belongs to which sets?"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from bot.coaching.language.log_line.items import Factor
from bot.coaching.language.log_line.lift import Lift
from bot.coaching.language.log_line.parts import Form, Loads, Part, Sets, Work
from bot.coaching.language.log_line.unclear import Decisions, Unclear, Wants

CARRYING = frozenset({",", "/", " ", "·", "for"})
LOADS, WORK, WHOLE = "loads", "work", "whole"
"""A run of loads; of work without a load; of work that has its own."""


def assemble(parts: list[Part], lift: Lift, decisions: Decisions) -> list[Work]:
    """Runs of loads and runs of work find each other: loads before work, or behind it, as the line began."""
    runs = [(kind, list(found)) for kind, found in groupby(_bound([*_spread(parts)]), key=_kind)]
    return Assembly(runs, lift, decisions).works()


def _kind(part: Work | Loads) -> str:
    if isinstance(part, Loads):
        return LOADS
    return WORK if part.load is None else WHOLE


def _spread(parts: list[Part]) -> Iterator[Work | Loads]:
    """`60/70/80 x 5` is one set at each load."""
    for part in parts:
        if isinstance(part, Loads) and part.reps is not None:
            for load in part.values:
                yield Work((part.reps,), part.gap, part.said, load=load, form=Form.LOAD_REPS)
        elif not isinstance(part, Sets):
            yield part


def _bound(parts: list[Work | Loads]) -> list[Work | Loads]:
    """`150 for 2, then 3x5 at 125`: behind its sign a load belongs to the product before it, once another was given."""
    kept: list[Work | Loads] = []
    for part in parts:
        work = kept[-1] if kept else None
        signed = isinstance(part, Loads) and part.gap == "@" and len(part.values) == 1
        counted = isinstance(work, Work) and work.load is None and work.counted
        given = (
            len(kept) > 2
            and isinstance(kept[-2], Work)
            and kept[-2].load is None
            and any(isinstance(one, Loads) for one in kept[:-2])
        )
        if isinstance(part, Loads) and isinstance(work, Work) and signed and counted and given:
            kept[-1] = replace(work, load=part.values[0])
        else:
            kept.append(part)
    return kept


class Assembly:
    def __init__(self, runs: list[tuple[str, list[Work | Loads]]], lift: Lift, decisions: Decisions) -> None:
        self.runs = runs
        self.lift = lift
        self.decisions = decisions
        first = next((kind for kind, _ in runs if kind is not WHOLE), WORK)
        self.loads_first = first is LOADS
        self.out: list[Work] = []

    def works(self) -> list[Work]:
        at = 0
        while at < len(self.runs):
            kinds = [kind for kind, _ in self.runs[at : at + 2]]
            if kinds == [LOADS, WORK] and self.loads_first:
                self._pair(self._loads(at), self._works(at + 1))
                at += 2
            elif kinds == [WORK, LOADS] and not self.loads_first:
                self._pair(self._loads(at + 1), self._works(at))
                at += 2
            else:
                self._single(at)
                at += 1
        return self.out

    def _loads(self, at: int) -> list[Loads]:
        return [part for part in self.runs[at][1] if isinstance(part, Loads)]

    def _works(self, at: int) -> list[Work]:
        return [part for part in self.runs[at][1] if isinstance(part, Work)]

    def _single(self, at: int) -> None:
        kind = self.runs[at][0]
        if kind is WHOLE:
            self.out.extend(self._works(at))
        elif kind is LOADS:
            self._loads_alone(at)
        else:
            self._work_alone(at)

    def _pair(self, loads: list[Loads], works: list[Work]) -> None:
        values = [value for part in loads for value in part.values]
        size = sum(work.size for work in works)
        if len(values) == 1:
            self._give(values[0], works)
        elif size == len(values):
            self.decisions.note("the loads and the sets are as many: paired in order")
            self._zip(values, works)
        elif size == 1:
            self.decisions.note("one number of reps for all the loads")
            self.out.extend(replace(works[0], load=value) for value in values)
        else:
            raise Unclear(f"{self.lift.name}: {len(values)} loads and {size} sets. Which load goes with which set?")

    def _give(self, load: Factor, works: list[Work]) -> None:
        if len(works) > 1:
            self.decisions.note("one load holds for the whole list")
        for work in works:
            work.load = load
        self.out.extend(works)

    def _zip(self, loads: list[Factor], works: list[Work]) -> None:
        singles = [
            replace(work, amounts=(amount,), count=1)
            for work in works
            for amount in work.amounts
            for _ in range(work.count)
        ]
        self.out.extend(replace(work, load=load) for work, load in zip(singles, loads, strict=True))

    def _loads_alone(self, at: int) -> None:
        """Loads without repetitions: carried from `6x80, 90`, or taken from `100, 110 x 5`; a failed one is none."""
        loads = self._loads(at)
        values = [value for part in loads for value in part.values]
        if len(values) == 1 and loads[0].failed and (self.out or at + 1 < len(self.runs)):
            self.decisions.note("a failed attempt is not counted")
            return
        before = self.out[-1] if self.out else None
        following = self._works(at + 1)[0] if at + 1 < len(self.runs) else None
        if before is not None and before.form is Form.REPS_LOAD and loads[0].gap in (",", "/", "then"):
            self.decisions.note(f"the {before.amounts[0]} reps carry on to the next loads")
            self.out.extend(replace(before, load=value, rpe=None) for value in values)
        elif (
            following is not None
            and following.form is Form.LOAD_REPS
            and following.gap in (",", "/", " ")
            and following.load is not None
        ):
            self.decisions.note("the reps that follow hold for all the loads")
            self.out.extend(replace(following, load=value, rpe=None) for value in values)
        else:
            self._no_reps(values)

    def _no_reps(self, values: list[Factor]) -> None:
        said = "at that load" if len(values) == 1 else "at each load"
        question = f"{self.lift.name}: how many {'seconds' if self.lift.timed else 'reps'} {said}?"
        raise Unclear(question, wants=Wants.REPS if len(values) == 1 else None)

    def _work_alone(self, at: int) -> None:
        """Work without a load beside work that has one: `60x8, 8, 7` and `8, 8, 7 x 60` share it."""
        works = self._works(at)
        before = self.out[-1] if self.out else None
        rest = self.runs[at + 1 : at + 2]
        following = next((one for _, parts in rest for one in parts if isinstance(one, Work)), None)
        if before is not None and before.load is not None:
            if self.lift.bodyweight and all(work.gap in ("line", ";") for work in works):
                self.out.extend(works)
                return
            if not all(work.gap == "then" or (work.lone and work.gap in CARRYING) for work in works):
                raise Unclear(f"{self.lift.name}: at which load was “{works[0].said}”?")
            self.decisions.note("the load carries on to the next sets")
            self._give(before.load, works)
        elif (
            following is not None
            and following.load is not None
            and following.form is Form.REPS_LOAD
            and all(work.lone for work in works)
        ):
            self._give(following.load, works)
        elif rest and (following is None or not self.lift.bodyweight):
            raise Unclear(f"{self.lift.name}: at which load was “{works[0].said}”?")
        else:
            self.out.extend(works)
