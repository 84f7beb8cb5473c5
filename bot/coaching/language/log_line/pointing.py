"""Which of the sets kept last does a remark speak of, and what is new of them?"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from bot.coaching.language.log_line.lift import Lift
from bot.coaching.language.log_line.remarks import Remark
from bot.coaching.language.log_line.unclear import Choice, Decisions
from bot.domain.training import DoneSet
from bot.domain.units import Load, Unit

PAIR = 2
Kept: TypeAlias = Sequence[DoneSet]


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
        return (self.lift is not None and not self.whole) or self.unit is not None or self.per_side is not None

    @property
    def whole(self) -> bool:
        """A set is told anew, with all its numbers."""
        return self.load is not None and self.reps is not None


def run_of(remark: Remark, sets: Kept) -> list[int]:
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


def alike(run: list[int], sets: Kept) -> list[int]:
    """The latest of them, as far back as they have the same load."""
    same = [at for at in run if sets[at].load == sets[run[-1]].load] if run else []
    return [at for at in same if all(one in same for one in run[run.index(at) :])]


def having(value: Decimal, sets: Kept) -> list[int]:
    """Those with that load; where there are none, with so many repetitions or seconds."""
    loads = [at for at, one in enumerate(sets) if one.load is not None and abs(one.load.amount) == value]
    return loads or [at for at, one in enumerate(sets) if value in (one.reps, one.seconds)]


def _is_old(one: DoneSet, old: tuple[Decimal, ...]) -> bool:
    return bool({one.reps, one.seconds, one.load.amount if one.load is not None else None} & set(old))


def places(remark: Remark, change: Change, sets: Kept, decisions: Decisions) -> list[int]:
    run = run_of(remark, sets)
    if remark.place is not None:
        return run[remark.place - 1 : remark.place]
    if remark.of is not None:
        return having(remark.of, sets)[-1:]
    if remark.count is not None:
        return run[-remark.count :]
    if remark.old:
        wrong = [at for at in run if _is_old(sets[at], remark.old)]
        return wrong if change.load is not None or remark.plural else wrong[-1:]
    if remark.plural or change.of_all:
        return run
    run = alike(run, sets)
    if change.load is not None and change.reps is None and len(run) > 1 and "last" not in remark.words:
        every = "both sets" if len(run) == PAIR else f"all {len(run)} sets"
        scope = decisions.decide(
            "scope",
            f"{every.capitalize()}, or the last one?",
            Choice("all", every),
            Choice("last", "the last one"),
        )
        return run if scope == "all" else run[-1:]
    return run[-1:]


def without_deleted(remark: Remark, sets: Kept) -> tuple[DoneSet, ...]:
    """`undo` takes the last set; `delete the last two`, `remove both`, `delete the pull ups` say how many."""
    run = run_of(remark, sets)
    if remark.place is not None:
        gone = run[remark.place - 1 : remark.place]
    elif remark.of is not None:
        gone = having(remark.of, sets)[-1:] or (
            list(range(len(sets)))[-int(remark.of) :] if remark.of <= len(sets) else []
        )
    elif remark.numbers:
        gone = list(range(len(sets)))[-remark.numbers[0] :] if remark.numbers[0] > 0 else []
    elif remark.plural or (remark.names and "set" not in remark.words and "last" not in remark.words):
        gone = run[-2:] if "both" in remark.words else run
    else:
        gone = run[-1:]
    return tuple(one for at, one in enumerate(sets) if at not in gone)
