"""What does the coach know? Everything of the knowledge base, found by id, by name, by muscle, by question."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from bot.coaching.knowledge.models import (
    Claim,
    Equipment,
    Exercise,
    Muscle,
    Program,
    Source,
    Topic,
    TopicItem,
)
from bot.coaching.knowledge.names import normalise
from bot.coaching.knowledge.pain import Advice, Kind
from bot.coaching.knowledge.planning import Kit, Role, Scale, Spare, Volume
from bot.coaching.knowledge.progressing import Block, Break, Deload, FirstLoad
from bot.domain.planning import Level, Site


@dataclass(frozen=True)
class Knowledge:
    """The whole knowledge base. An id stands for one thing only, whatever its kind."""

    sources: Mapping[str, Source]
    equipment: Mapping[str, Equipment]
    muscles: Mapping[str, Muscle]
    exercises: Mapping[str, Exercise]
    topics: Mapping[str, Topic]
    programs: Mapping[str, Program]
    pain: Mapping[str, Advice]
    kits: Mapping[str, Kit]
    roles: Mapping[str, Role]
    volumes: Mapping[Level, Volume]
    spares: Mapping[Site, Spare]
    scales: Mapping[str, Scale]
    first_loads: Mapping[str, FirstLoad]
    breaks: Mapping[str, Break]
    deloads: Mapping[str, Deload]
    blocks: Mapping[str, Block]

    def exercise(self, id: str) -> Exercise:
        return self.exercises[id]

    def muscle(self, id: str) -> Muscle:
        return self.muscles[id]

    def topic(self, id: str) -> Topic:
        return self.topics[id]

    def program(self, id: str) -> Program:
        return self.programs[id]

    @cached_property
    def first_advice(self) -> Advice:
        """What is said to pain of which nothing else is known."""
        return next(one for one in self.pain.values() if one.kind is Kind.START)

    def sources_of(self, claim: Claim) -> tuple[Source, ...]:
        return tuple(self.sources[id] for id in claim.sources)

    def family_of(self, id: str) -> str:
        """The plainest exercise that this one is a variation of; itself when there is none."""
        parent = self.exercises[id].family
        return id if parent is None or parent == id else self.family_of(parent)

    def family(self, id: str) -> tuple[Exercise, ...]:
        """Every exercise with the same root, the root first."""
        root = self.family_of(id)
        others = (other for other in self.exercises.values() if other.id != root and self.family_of(other.id) == root)
        return (self.exercises[root], *others)

    @cached_property
    def back(self) -> tuple[Muscle, ...]:
        """The muscles that a session of the back must train, in the order in which the first program names them."""
        named = [id for program in self.programs.values() for id in program.covers]
        back = (muscle for muscle in self.muscles.values() if muscle.back)
        return tuple(sorted(back, key=lambda one: named.index(one.id) if one.id in named else len(named)))

    def training(self, muscle: str) -> tuple[Exercise, ...]:
        """Exercises for a muscle: those it does the most work in first, and of these the plainest."""
        planned = self._planned
        found = (one for one in self.exercises.values() if muscle in one.muscles.prime + one.muscles.helping)
        return tuple(
            sorted(found, key=lambda one: (*_place(one, muscle), one.id not in planned, one.family is not None))
        )

    @cached_property
    def _planned(self) -> frozenset[str]:
        """What the sessions are made of."""
        return frozenset(slot.exercise for program in self.programs.values() for slot in program.slots)

    def covered_by(self, program: str) -> frozenset[str]:
        """The muscles that do the most work in at least one exercise of a program."""
        slots = self.programs[program].slots
        return frozenset(muscle for slot in slots for muscle in self.exercises[slot.exercise].muscles.prime)

    def topics_on(self, intent: str) -> tuple[Topic, ...]:
        return tuple(topic for topic in self.topics.values() if topic.intent == intent)

    @cached_property
    def items(self) -> Mapping[str, TopicItem]:
        """The named parts of the topics, by id."""
        return {item.id: item for topic in self.topics.values() for item in topic.items}

    def topic_of(self, item: str) -> Topic:
        return next(topic for topic in self.topics.values() if any(one.id == item for one in topic.items))

    def topic_names(self) -> Iterator[tuple[Topic, str]]:
        """Every name of every topic and of its parts, as written."""
        for topic in self.topics.values():
            yield from ((topic, name) for name in names_of(topic))
            yield from ((topic, name) for item in topic.items for name in names_of(item))

    @cached_property
    def exercise_aliases(self) -> Mapping[str, str]:
        return _by_name(self.exercises)

    @cached_property
    def muscle_aliases(self) -> Mapping[str, str]:
        return _by_name(self.muscles)

    @cached_property
    def equipment_aliases(self) -> Mapping[str, str]:
        return _by_name(self.equipment)

    @cached_property
    def topic_aliases(self) -> Mapping[str, str]:
        """Topics and their named parts."""
        return _by_name({**self.topics, **self.items})

    @cached_property
    def program_aliases(self) -> Mapping[str, str]:
        return _by_name(self.programs)

    def aliases(self) -> Mapping[str, tuple[str, ...]]:
        """Every normalised name, alias and id of every kind, and what it stands for."""
        found: dict[str, tuple[str, ...]] = {}
        for names in (
            self.exercise_aliases,
            self.muscle_aliases,
            self.equipment_aliases,
            self.topic_aliases,
            self.program_aliases,
        ):
            for name, id in names.items():
                found[name] = (*found.get(name, ()), id)
        return found


Named = Exercise | Muscle | Equipment | Topic | TopicItem | Program


def names_of(entry: Named) -> Iterator[str]:
    """Every way an entry is called, as written."""
    yield entry.title if isinstance(entry, Topic) else entry.name
    yield entry.id
    yield from entry.aliases


def _by_name(entries: Mapping[str, Named]) -> Mapping[str, str]:
    return {normalise(name): entry.id for entry in entries.values() for name in names_of(entry)}


def _place(exercise: Exercise, muscle: str) -> tuple[bool, int]:
    """Where a muscle stands among those that an exercise trains: prime before helping, the first before the last."""
    prime, helping = exercise.muscles.prime, exercise.muscles.helping
    return (False, prime.index(muscle)) if muscle in prime else (True, helping.index(muscle))
