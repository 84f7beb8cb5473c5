"""How is a set written? 100 kg × 8 · 8 · 7, the shortest form that loses nothing."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from bot.coaching.knowledge.catalog import Knowledge
from bot.domain.session import Session
from bot.domain.training import DoneSet, KeptSet, PlannedExercise
from bot.domain.units import Load, Unit, kilograms, plain

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
MINUS = "−"
MOST_SETS = 30
"""A whole number up to here, before an x, may be read as sets or repetitions: a load says its unit then."""
LONGEST_LINE = 240
"""Letters for the sets of one exercise on a screen that shows several."""


def load_text(load: Load | None, *, bodyweight: bool) -> str:
    """What was lifted: "100 kg", "+10 kg" on the belt, "−20 kg" of help; nothing for body weight alone."""
    if load is None:
        return ""
    sign = MINUS if load.amount < 0 else "+" if bodyweight else ""
    return f"{sign}{plain(abs(load.amount))} {load.unit}"


def as_line(plan: PlannedExercise, load: Load | None, count: int, unit: Unit) -> str:
    """What a lifter of that unit writes to keep one set of an exercise that is asked; `count` is reps, or seconds."""
    counted = f"{count}s" if plan.timed else str(count)
    if load is None:
        return counted
    sign = "-" if load.amount < 0 else "+" if plan.bodyweight else ""
    amount = abs(load.amount)
    plainly = load.unit is unit and (sign or amount > MOST_SETS or amount % 1)
    return f"{sign}{plain(amount)}{'' if plainly else f'{load.unit} '}x{counted}"


def count_text(done: DoneSet) -> str:
    counted = f"{done.seconds} s" if done.seconds is not None else str(done.reps or "?")
    return f"{counted} @{plain(done.rpe)}" if done.rpe is not None else counted


def sets_text(sets: Iterable[DoneSet]) -> str:
    """Sets of one exercise in order, those with the same load told together: "60 kg × 8 · 8, 62.5 kg × 6"."""
    return ", ".join(_same_load(list(group)) for _, group in groupby(sets, key=_shown_with))


def told(sets: Iterable[DoneSet]) -> str:
    """Sets written out, or how many and the heaviest where that would fill a screen."""
    every = list(sets)
    whole = sets_text(every)
    if len(whole) <= LONGEST_LINE:
        return whole
    top = max(every, key=lambda done: (kilograms(done.load), done.reps or done.seconds or 0))
    return f"{len(every)} sets, top {sets_text([top])}"


def _shown_with(done: DoneSet) -> tuple[str, bool, bool]:
    return load_text(done.load, bodyweight=done.bodyweight), done.per_side, done.warmup


def _same_load(sets: Sequence[DoneSet]) -> str:
    load, per_side, warmup = _shown_with(sets[0])
    counted = " · ".join(count_text(done) for done in sets)
    text = f"{load} × {counted}" if load else counted
    return f"{'warm-up ' if warmup else ''}{text}{' each side' if per_side else ''}"


def by_exercise(sets: Iterable[KeptSet | DoneSet]) -> dict[str, list[DoneSet]]:
    """Sets under their exercise, in the order the exercises came up."""
    found: dict[str, list[DoneSet]] = {}
    for one in sets:
        done = one.done if isinstance(one, KeptSet) else one
        found.setdefault(done.exercise, []).append(done)
    return found


def program_name(knowledge: Knowledge, program: str) -> str:
    known = knowledge.programs.get(program)
    return known.name if known else program.replace("-", " ").capitalize()


def session_name(knowledge: Knowledge, session: Session) -> str:
    """Its own name, where it is a session of a plan."""
    return session.title or program_name(knowledge, session.program)


OWN_NAMES = ("Romanian", "Pendlay", "Kroc", "Meadows", "Yates", "Smith", "T-bar")
"""With these a word begins that stays as it is within a sentence."""


def exercise_name(knowledge: Knowledge, exercise: str) -> str:
    """Its name; for one that has left the knowledge base, its id read aloud; the lifter's own as they wrote it."""
    known = knowledge.exercises.get(exercise)
    if known is not None:
        return known.name
    return exercise.replace("-", " ").capitalize() if SLUG.fullmatch(exercise) else exercise


def name_within(knowledge: Knowledge, exercise: str) -> str:
    """As it stands within a sentence: "the Romanian deadlift", "the bent-over row"."""
    words = exercise_name(knowledge, exercise).split(" ")
    return " ".join(one if one.startswith(OWN_NAMES) else one.lower() for one in words)


def counted_apart(every: int, warmups: int, thing: str = "set") -> str:
    """3 sets and 1 warm-up, of 4 that are kept."""
    working = every - warmups
    said = [counted(working, thing)] if working or not warmups else []
    return " and ".join([*said, *([counted(warmups, "warm-up")] if warmups else [])])


def counted(number: int, thing: str) -> str:
    """1 set, 2 sets, 1,200 sets."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
