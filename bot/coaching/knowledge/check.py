"""Does the knowledge base hold together across its files? Every fault is given, each with its path."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from pydantic import BaseModel

from bot.coaching.knowledge.catalog import Named, names_of
from bot.coaching.knowledge.draft import Draft, Shelf, walk
from bot.coaching.knowledge.faults import close_to, spot
from bot.coaching.knowledge.models import (
    Claim,
    Dosage,
    Exercise,
    Fits,
    Guide,
    Muscles,
    Place,
    Program,
    Slot,
    Topic,
    Variation,
)
from bot.coaching.knowledge.names import clash_key
from bot.coaching.knowledge.pain import Choice
from bot.coaching.knowledge.planning import Kit, Role, Scale, Spare, Volume
from bot.coaching.knowledge.progress_check import of_progress
from bot.coaching.knowledge.progressing import FirstLoad
from bot.coaching.knowledge.reading import Entry
from bot.coaching.knowledge.tree import of_the_tree
from bot.domain.planning import Level, Site

REFERS: Mapping[type[BaseModel], Mapping[str, str]] = {
    Claim: {"sources": "sources"},
    Exercise: {"family": "exercises", "equipment": "equipment"},
    Muscles: {"prime": "muscles", "helping": "muscles"},
    Variation: {"exercise": "exercises", "equipment": "equipment"},
    Slot: {"exercise": "exercises"},
    Program: {"covers": "muscles"},
    Choice: {"to": "pain"},
    Place: {"role": "roles"},
    Fits: {"without": "equipment"},
    Kit: {"has": "equipment"},
    Role: {"novice": "exercises", "advanced": "exercises", "exercises": "exercises"},
    Spare: {"pains": "pain", "exercises": "exercises", "keep": "exercises"},
    Scale: {"base": "exercises", "parts": "exercises"},
    Volume: {"hard_sets": "muscles"},
    FirstLoad: {"exercises": "exercises"},
}
"""Which field names entries of which kind."""

ONE = {
    "sources": "source",
    "equipment": "equipment",
    "muscles": "muscle",
    "exercises": "exercise",
    "pain": "advice",
    "roles": "role",
}


Every = Sequence[tuple[Entry, tuple[str | int, ...], BaseModel]]
"""Each shape inside an entry, and the steps that lead to it from there."""


def across(draft: Draft) -> Iterator[str]:
    """What no single entry can know about itself."""
    every = tuple(_everything(draft))
    yield from _ids_used_twice(draft)
    yield from _names_used_twice(draft)
    yield from _references(draft, every)
    yield from _unused_sources(draft, every)
    yield from _family_loops(draft)
    yield from _uncovered_muscles(draft)
    yield from _sides(draft)
    yield from _said_twice(every)
    yield from _left_open(draft, every)
    yield from of_the_tree(draft)
    yield from of_progress(draft)


def _ids_used_twice(draft: Draft) -> Iterator[str]:
    first: dict[str, Entry] = {}
    for entry in chain.from_iterable(shelf.entries for shelf in draft.shelves()):
        other = first.setdefault(entry.id, entry)
        if other is not entry:
            yield f"{entry.path}: {entry.id}: the id {entry.id!r} is already used in {other.path}"
    parts: dict[str, str] = {}
    for entry, topic in draft.topics.placed():
        for index, item in enumerate(topic.items):
            if item.id in parts or item.id in first:
                other_path = parts.get(item.id) or first[item.id].path
                place = spot(entry.id, "items", index, "id")
                yield f"{entry.path}: {place}: the id {item.id!r} is already used in {other_path}"
            parts.setdefault(item.id, entry.path)


def _named(draft: Draft) -> Iterator[tuple[Entry, tuple[str | int, ...], Named]]:
    for shelf in (draft.exercises, draft.muscles, draft.equipment, draft.topics, draft.programs):
        for entry, shape in shelf.placed():
            yield entry, (entry.id,), shape
            if isinstance(shape, Topic):
                yield from ((entry, (entry.id, "items", index), item) for index, item in enumerate(shape.items))


def _names_used_twice(draft: Draft) -> Iterator[str]:
    """A name must lead to one entry only; spaces, hyphens and a plural make no other name of it."""
    owner: dict[str, str] = {}
    for entry, steps, named in _named(draft):
        near = named.near if isinstance(named, Exercise) else ()
        for name in (*names_of(named), *near):
            other = owner.setdefault(clash_key(name), named.id)
            if other != named.id:
                yield f"{entry.path}: {spot(*steps)}: the name {name!r} already stands for {other!r}"
        for name, times in Counter(named.aliases).items():
            if times > 1:
                yield f"{entry.path}: {spot(*steps, 'aliases')}: {name!r} is written {times} times"


def _references(draft: Draft, every: Every) -> Iterator[str]:
    known = {shelf.kind: shelf.ids for shelf in draft.shelves()}
    for entry, steps, shape in every:
        for field, kind in REFERS.get(type(shape), {}).items():
            value = getattr(shape, field)
            for id in (value,) if isinstance(value, str) else value or ():
                if id not in known[kind]:
                    place = spot(entry.id, *steps, field)
                    yield f"{entry.path}: {place}: there is no {ONE[kind]} {id!r}{close_to(id, known[kind])}"


def _everything(draft: Draft) -> Iterator[tuple[Entry, tuple[str | int, ...], BaseModel]]:
    for shelf in draft.shelves():
        for entry, shape in shelf.placed():
            yield from ((entry, steps, inner) for steps, inner in walk(shape))


def _unused_sources(draft: Draft, every: Every) -> Iterator[str]:
    used = {id for _, _, shape in every if isinstance(shape, Claim) for id in shape.sources}
    broken = any(len(shelf.good) < len(shelf.ids) for shelf in draft.shelves())
    for entry in draft.sources.entries:
        if entry.id not in used and not broken:  # an entry that could not be read may use it
            yield f"{entry.path}: {entry.id}: no claim uses this source"


def _family_loops(draft: Draft) -> Iterator[str]:
    for entry, exercise in draft.exercises.placed():
        seen, parent = [exercise.id], exercise.family
        while parent is not None and parent in draft.exercises.good and parent not in seen:
            seen.append(parent)
            parent = draft.exercises.good[parent].family
        if parent == exercise.id:
            yield f"{entry.path}: {entry.id}.family: goes round in a loop: {' -> '.join([*seen, parent])}"


def _uncovered_muscles(draft: Draft) -> Iterator[str]:
    for entry, program in draft.programs.placed():
        slots = [draft.exercises.good.get(slot.exercise) for slot in program.slots]
        if not slots or None in slots:
            continue
        trained = {muscle for exercise in slots if exercise for muscle in exercise.muscles.prime}
        for muscle in program.covers:
            if muscle not in trained:
                yield f"{entry.path}: {entry.id}.covers: no exercise of it has {muscle!r} as a prime muscle"


def _sides(draft: Draft) -> Iterator[str]:
    for entry, program in draft.programs.placed():
        for index, slot in enumerate(program.slots):
            exercise = draft.exercises.good.get(slot.exercise)
            if exercise and exercise.per_side != slot.per_side:
                should = str(exercise.per_side).lower()
                place = spot(entry.id, "slots", index, "per_side")
                yield f"{entry.path}: {place}: should be {should}, as {exercise.id!r} is marked"


def _said_twice(every: Every) -> Iterator[str]:
    """One thing in two places of an entry, where only one can be meant."""
    for entry, steps, shape in every:
        if isinstance(shape, Muscles):
            for muscle in sorted(set(shape.prime) & set(shape.helping)):
                yield f"{entry.path}: {spot(entry.id, *steps)}: {muscle!r} is both prime and helping"
        elif isinstance(shape, Guide):
            yield from _doses_twice(entry, shape.dosage, spot(entry.id, *steps, "dosage"))
        elif isinstance(shape, Variation) and shape.exercise == entry.id:
            yield f"{entry.path}: {spot(entry.id, *steps, 'exercise')}: is the exercise itself"


def _doses_twice(entry: Entry, doses: tuple[Dosage, ...], place: str) -> Iterator[str]:
    for goal, times in Counter(dose.goal for dose in doses).items():
        if times > 1:
            yield f"{entry.path}: {place}: the goal {goal!s} is written {times} times"


def _left_open(draft: Draft, every: Every) -> Iterator[str]:
    """Every level has one week, every site one entry of what it spares, every muscle a range, every role a place."""
    yield from _one_each(draft.volumes, "level", Level)
    yield from _one_each(draft.spares, "site", Site)
    back = [id for id, muscle in draft.muscles.good.items() if muscle.back]
    for entry, volume in draft.volumes.placed():
        for muscle in back:
            if muscle not in volume.hard_sets:
                yield f"{entry.path}: {spot(entry.id, 'hard_sets')}: lacks a range for {muscle!r}"
    asked = {shape.role for _, _, shape in every if isinstance(shape, Place)}
    for entry, role in draft.roles.placed():
        if role.id not in asked and len(draft.programs.good) == len(draft.programs.ids):
            yield f"{entry.path}: {entry.id}: no place of a program asks for this role"


def _one_each(shelf: Shelf[Volume] | Shelf[Spare], field: str, every: type[Level] | type[Site]) -> Iterator[str]:
    if not shelf.ids or len(shelf.good) < len(shelf.ids):
        return  # the file is missing, or an entry that could not be read may be it
    found = Counter(getattr(one, field) for one in shelf.good.values())
    for value in every:
        if found[value] != 1:
            yield f"knowledge/{shelf.kind}.yaml: has {found[value]} entries for the {field} {value}, and one is needed"
