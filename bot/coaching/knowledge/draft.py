"""What was read, before it is known to be whole?"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from pydantic import BaseModel

from bot.coaching.knowledge.models import Equipment, Exercise, Muscle, Program, Shape, Source, Topic
from bot.coaching.knowledge.pain import Advice
from bot.coaching.knowledge.planning import Kit, Role, Scale, Spare, Volume
from bot.coaching.knowledge.progressing import Block, Break, Deload, FirstLoad
from bot.coaching.knowledge.reading import Entry

S = TypeVar("S", bound=Shape)


@dataclass
class Shelf(Generic[S]):
    """One kind of entry: all that was written, and those of them that have the right shape."""

    kind: str
    shape: type[S]
    entries: list[Entry] = field(default_factory=list)
    good: dict[str, S] = field(default_factory=dict)

    @property
    def ids(self) -> frozenset[str]:
        """Known ids, also of entries with a fault in them: one fault should not raise others."""
        return frozenset(entry.id for entry in self.entries)

    def take(self, entry: Entry) -> None:
        """Keep an entry in its shape; of two with one id, the first."""
        self.good.setdefault(entry.id, self.shape.model_validate({"id": entry.id, **entry.body}))

    def placed(self) -> Iterator[tuple[Entry, S]]:
        return ((entry, self.good[entry.id]) for entry in self.entries if entry.id in self.good)


@dataclass
class Draft:
    """Each kind is read from `<kind>.yaml` and from every file in the folder `<kind>/`."""

    sources: Shelf[Source] = field(default_factory=lambda: Shelf("sources", Source))
    equipment: Shelf[Equipment] = field(default_factory=lambda: Shelf("equipment", Equipment))
    muscles: Shelf[Muscle] = field(default_factory=lambda: Shelf("muscles", Muscle))
    exercises: Shelf[Exercise] = field(default_factory=lambda: Shelf("exercises", Exercise))
    topics: Shelf[Topic] = field(default_factory=lambda: Shelf("topics", Topic))
    programs: Shelf[Program] = field(default_factory=lambda: Shelf("programs", Program))
    pain: Shelf[Advice] = field(default_factory=lambda: Shelf("pain", Advice))
    kits: Shelf[Kit] = field(default_factory=lambda: Shelf("kits", Kit))
    roles: Shelf[Role] = field(default_factory=lambda: Shelf("roles", Role))
    volumes: Shelf[Volume] = field(default_factory=lambda: Shelf("volumes", Volume))
    spares: Shelf[Spare] = field(default_factory=lambda: Shelf("spares", Spare))
    scales: Shelf[Scale] = field(default_factory=lambda: Shelf("scales", Scale))
    first_loads: Shelf[FirstLoad] = field(default_factory=lambda: Shelf("first-loads", FirstLoad))
    breaks: Shelf[Break] = field(default_factory=lambda: Shelf("breaks", Break))
    deloads: Shelf[Deload] = field(default_factory=lambda: Shelf("deloads", Deload))
    blocks: Shelf[Block] = field(default_factory=lambda: Shelf("blocks", Block))

    def shelves(self) -> "tuple[AnyShelf, ...]":
        taught = (self.sources, self.equipment, self.muscles, self.exercises, self.topics, self.programs, self.pain)
        planned = (self.kits, self.roles, self.volumes, self.spares, self.scales)
        return (*taught, *planned, self.first_loads, self.breaks, self.deloads, self.blocks)


AnyShelf = (
    Shelf[Source]
    | Shelf[Equipment]
    | Shelf[Muscle]
    | Shelf[Exercise]
    | Shelf[Topic]
    | Shelf[Program]
    | Shelf[Advice]
    | Shelf[Kit]
    | Shelf[Role]
    | Shelf[Volume]
    | Shelf[Spare]
    | Shelf[Scale]
    | Shelf[FirstLoad]
    | Shelf[Break]
    | Shelf[Deload]
    | Shelf[Block]
)


def walk(shape: BaseModel, *steps: str | int) -> Iterator[tuple[tuple[str | int, ...], BaseModel]]:
    """A shape and every shape inside it, each with the steps that lead there."""
    yield steps, shape
    for name, value in vars(shape).items():
        if isinstance(value, BaseModel):
            yield from walk(value, *steps, name)
        elif isinstance(value, tuple):
            for index, one in enumerate(value):
                if isinstance(one, BaseModel):
                    yield from walk(one, *steps, name, index)
