"""Which lift of the knowledge base is an exercise of another tracker? `Bent Over Row (Barbell)` is our bent-over row;
what is not certainly one of ours stays the lifter's own."""

import re
from collections.abc import Iterator, Mapping
from copy import copy
from functools import lru_cache

from bot.coaching.importing.marks import marked, unmarked
from bot.coaching.importing.shapes import FileSet, Reason, RowFault, SetKind
from bot.coaching.knowledge.catalog import Knowledge, names_of
from bot.coaching.knowledge.models import Exercise, Loading, Pattern
from bot.coaching.language.words import plain, singular, tokens
from bot.domain.training import DoneSet
from bot.domain.units import Load

IMPLEMENTS: Mapping[str, frozenset[Loading]] = {
    "barbell": frozenset({Loading.BARBELL}),
    "bb": frozenset({Loading.BARBELL}),
    "dumbbell": frozenset({Loading.DUMBBELL}),
    "dumbbells": frozenset({Loading.DUMBBELL}),
    "db": frozenset({Loading.DUMBBELL}),
    "kettlebell": frozenset({Loading.KETTLEBELL}),
    "cable": frozenset({Loading.CABLE}),
    "machine": frozenset({Loading.MACHINE, Loading.CABLE}),
    "bodyweight": frozenset({Loading.BODYWEIGHT}),
    "weighted": frozenset({Loading.BODYWEIGHT}),
    "band": frozenset({Loading.BAND}),
}
"""Words that say how a lift is loaded, and the loadings they say nothing new of."""
ASSISTED = "assisted"
WITH_HELP = "assisted-pull-up"

_BRACKET = re.compile(r"^(?P<base>[^()]+?)\s*\((?P<inner>[^()]+)\)\s*$")
_DASH = re.compile(r"\s+[-–—]\s+")


MOST_NAMES = 1024
"""Names whose lift is remembered."""


class ExerciseMatcher:
    """Names are compared joined and in the singular: `Lat Pull-Downs` and `lat pulldown` are one."""

    def __init__(self, knowledge: Knowledge, spellings: Mapping[str, str]) -> None:
        self._knowledge = knowledge
        self._spellings = spellings
        self._ids: dict[str, str] = {}
        self._remembered = lru_cache(MOST_NAMES)(self._look_up)
        for exercise in knowledge.exercises.values():
            for name in names_of(exercise):
                self._ids.setdefault(self._key(name), exercise.id)

    def match(self, name: str) -> str | None:
        """The id of the lift that this name certainly is; None for any other."""
        return self._remembered(name)

    def anew(self) -> "ExerciseMatcher":
        """The same, with a memory of its own: the names in one lifter's file go with it."""
        fresh = copy(self)
        fresh._remembered = lru_cache(MOST_NAMES)(fresh._look_up)
        return fresh

    def _look_up(self, name: str) -> str | None:
        return next(self._found(name), None)

    def _found(self, name: str) -> Iterator[str]:
        for said, implement in _readings(name):
            id = self._ids.get(self._key(said))
            if id is not None and (implement is None or self._fits(id, implement)):
                yield id

    def _fits(self, id: str, implement: str) -> bool:
        return self._knowledge.exercises[id].loading in IMPLEMENTS[implement]

    def _key(self, name: str) -> str:
        words = (self._spellings.get(word, word) for word in tokens(plain(name)))
        return "".join(singular(word) for word in words).replace(" ", "")

    def bodyweight(self, id: str) -> bool:
        exercise = self._knowledge.exercises[id]
        root = self._knowledge.exercises[self._knowledge.family_of(id)]
        return Loading.BODYWEIGHT in (exercise.loading, root.loading)

    def done(self, one: FileSet) -> DoneSet:
        """The set as the log keeps it. The exercise is a lift's id, or the lifter's own name for it. Raises RowFault
        for help on a lift that takes none."""
        note, said = unmarked(one.note) if one.own is None else (one.note, one.own.said)
        done = marked(self.understood(one, note), said, one.load)
        if done.load is not None and done.load.amount < 0 and not done.bodyweight:
            raise RowFault(Reason.BELOW_ZERO)
        return done

    def understood(self, one: FileSet, note: str | None) -> DoneSet:
        """The set without what marks in its note say."""
        id = self.match(one.exercise)
        exercise = self._knowledge.exercises[id] if id is not None else None
        helped = one.load is not None and one.load.amount < 0
        return DoneSet(
            exercise=id or one.exercise,
            reps=one.reps,
            seconds=one.seconds,
            load=_helping(one.load) if _helped(exercise, one.exercise) else one.load,
            bodyweight=helped if id is None else self.bodyweight(id),
            per_side=exercise is not None and exercise.per_side,
            rpe=one.rpe,
            warmup=one.kind is SetKind.WARMUP,
            note=_noted(one.kind, note),
        )


def _readings(name: str) -> Iterator[tuple[str, str | None]]:
    """Ways a name can be written in ours: whole, its bracket before it, its implement left away, its parts turned.
    With an implement left away, that is given."""
    bracket = _BRACKET.match(name)
    base, inner = (bracket["base"], bracket["inner"]) if bracket else (name, "")
    yield name, None
    turned = " ".join(reversed(_DASH.split(base)))
    if bracket:
        yield f"{inner} {base}", None
        yield f"{inner} {turned}", None
        if inner.casefold() in IMPLEMENTS:
            yield base, inner.casefold()
            yield turned, inner.casefold()
        return
    yield turned, None
    first, _, rest = base.partition(" ")
    if first.casefold() in IMPLEMENTS and rest:
        yield rest, first.casefold()


def _helped(exercise: Exercise | None, name: str) -> bool:
    """Whether the weight is what helps: of an assisted pull-up more is easier."""
    if exercise is None or exercise.pattern is not Pattern.VERTICAL_PULL:
        return False
    return exercise.id == WITH_HELP or (exercise.loading is Loading.BODYWEIGHT and ASSISTED in name.casefold())


def _helping(load: Load | None) -> Load | None:
    return Load(-load.amount, load.unit) if load is not None and load.amount > 0 else load


def _noted(kind: SetKind, note: str | None) -> str | None:
    """A drop set and one to failure are sets like others; what they were stays in the note."""
    said = kind.value if kind in (SetKind.DROP, SetKind.FAILURE) else None
    return "\n".join(part for part in (said, note) if part) or None
