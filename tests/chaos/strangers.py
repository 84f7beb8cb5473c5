"""Can B read or change anything of A's with A's numbers: in any press there is, in any command, in any deep link?

A has lived: sessions, sets, entries, changes, notes, weights, reminders, timers, files, exports, imports, questions
and messages to everybody. Types of presses are taken from the code, numbers from every column of every row of A's, so
whatever is added is covered on the day it is made. What A keeps bears marks that B's replies must not show.
"""

import random
import re
from collections.abc import Container, Iterator
from contextlib import closing
from dataclasses import dataclass, fields, replace
from itertools import cycle, islice
from pathlib import Path
from shutil import copy
from typing import Any

import orjson

from bot.chat.press import Press
from bot.chat.routes import FOR_MAINTAINERS
from bot.coaching.importing.shapes import DateOrder
from bot.domain.units import Unit
from bot.services.coach import Coach
from bot.services.ports import Work
from bot.storage.database import SqlDatabase, open_database
from tests.chaos.house import Heard, house
from tests.chaos.person import Made, Person
from tests.coaching.importing.files import STRONG_UNITS, strong_units
from tests.coaching.importing.files import file as export

A, B = 71_001_001, 72_002_002
MARK = "Zyxwv"
WAITING = "the second file"
MARKS = re.compile(rf"{MARK}|(?<![\d.:])(?:61\.25|93\.75|83\.7|47\.25|04:37)(?!\d)")
"""A's words, loads, body weight and the time of A's reminder."""
AT_ONCE = 200
LIFE = (
    "/start", "/remind mon wed 04:37", "/remind pause 2 weeks", "bw 83.7", f"note deadlift: {MARK} grip", "/workout",
    "deadlift 61.25x8, 61.25x7", f"deadlift 93.75x3 {MARK}", "make that 5", "rows 47.25x9", "/export", f"why {MARK} q?",
    "that is wrong", f"/broadcast {MARK} to all", "/history", "/records", "/notes", "/settings", "/remind",
)  # fmt: skip
SETS = tuple(f"lat pulldown 47.25x{count}" for count in range(5, 45))
"""So many that A's numbers go beyond B's."""
FIRST_SESSION = ("/workout", "deadlift 61.25x8")
WORDS = (
    "", *Unit, *DateOrder, "start", "settings", "Europe/Berlin", "deadlift", "pull-up", "lats", "h", "m",
    "1830", "20261122"
)  # fmt: skip
NUMBERS = (-1, 0, 1, 2, 5, 8, 127, 1439)


@dataclass(frozen=True, slots=True)
class Report:
    """`read` and `changed`: what B saw and what of A's is not as it was. `kinds` are types of presses."""

    kinds: int
    numbers: int
    tried: int
    read: tuple[str, ...]
    changed: tuple[str, ...]
    wrong: tuple[str, ...]

    @property
    def good(self) -> bool:
        return not (self.read or self.changed or self.wrong)


async def lived(person: Person) -> None:
    """Leave something of every kind, and let nothing of it be closed."""
    await person.does(*map(person.text, FIRST_SESSION))
    await person.taps("Finish")
    await person.does(person.document(f"{MARK}.csv"))
    await person.taps("Import")
    await person.does(*map(person.text, (*LIFE, *SETS)), person.document(f"{MARK} again.csv", WAITING))


def a_file(file: str) -> bytes:
    """One lift that only A has, and one set that waits to be imported."""
    if file == WAITING:
        return export(STRONG_UNITS, strong_units(2, 93.75, 5).replace("2025-03-04", "2025-03-05"))
    return export(STRONG_UNITS, strong_units(1, 61.25, 5, note=MARK).replace("Deadlift (Barbell)", f"{MARK} press"))


def portrait(work: Work, person: int) -> dict[str, list[Any]]:
    athlete = work.athletes.find(person)
    if athlete is None:
        return {}
    return {table: [dict(row) for row in rows] for table, rows in work.athletes.everything(athlete.id)}


def numbers_of(kept: dict[str, list[Any]]) -> list[int]:
    """Every whole number in any column of any row, below the moments of time."""
    found = {value for rows in kept.values() for row in rows for value in row.values() if type(value) is int}
    return sorted(found)


def presses(numbers: list[int], chance: random.Random, most: int) -> Iterator[tuple[type[Press], str]]:
    """Each type with each number of A's in each of its places, the other places at random."""
    for kind in Press.BY_TAG.values():
        parts = fields(kind)  # type: ignore[arg-type]  # each is a dataclass
        whole = [place for place, part in enumerate(parts) if part.type is int]
        rounds: list[tuple[int | None, int]] = [(place, number) for place in whole for number in numbers]
        rounds = rounds or [(None, 0)] * len(WORDS)
        chance.shuffle(rounds)
        for place, number in islice(cycle(rounds), most):
            values = [
                chance.choice((*numbers, *NUMBERS)) if part.type is int else chance.choice(WORDS) for part in parts
            ]
            if place is not None:
                values[place] = number
            yield kind, ":".join((kind.TAG, *(str(value) or "-" for value in values)))


async def run(database: SqlDatabase, coach: Coach, seed: int, *, most: int = 400) -> Report:
    """At most `most` presses of each type, and as many of A's numbers in commands."""
    chance, heard = random.Random(seed), list[Heard]()
    async with house(database, replace(coach, admins=frozenset({A})), files=a_file, listen=heard.append) as rooms:
        anna, ben = Person(rooms, A, heard), Person(rooms, B, heard)
        ben.number = anna.number
        await lived(anna)
        for text in ("/start", "/workout", "deadlift 50x5"):
            await ben.does(ben.text(text))
        before = await database.run(lambda work: portrait(work, A))
        numbers = numbers_of(before)
        tried = [ben.press(data) for _, data in presses(numbers, chance, most)]
        chance.shuffle(tried)
        tried += list(spoken(ben, chance.sample(numbers, min(most, len(numbers))), chance))
        heard.clear()
        for begin in range(0, len(tried), AT_ONCE):
            await ben.does(*tried[begin : begin + AT_ONCE])
        after = await database.run(lambda work: portrait(work, A))
        wrong = (*rooms.ear.wrong, *(why for why, _ in rooms.wire.refused))
    return Report(
        kinds=len(Press.BY_TAG),
        numbers=len(numbers),
        tried=len(tried),
        read=tuple(f"{one.method}: {one.text[:200]}" for one in heard if one.chat == A or shows_a_mark(one)),
        changed=tuple(table for table in before if before[table] != after.get(table)),
        wrong=wrong,
    )


def shows_a_mark(heard: Heard) -> bool:
    return MARKS.search(orjson.dumps(heard.content).decode()) is not None


def spoken(ben: Person, numbers: list[int], chance: random.Random) -> Iterator[Made]:
    """Every command with every number, deep links with every tag, edits of A's messages, and answers to questions."""
    for name in FOR_MAINTAINERS:
        for number in ("", *numbers):
            yield ben.text(f"/{name} {number}".strip())
    for number in numbers:
        for tag in chance.sample(list(Press.BY_TAG), 8):
            yield ben.text(f"/start {tag}_{number}")
            yield ben.text(f"/start {tag}:{number}")
        yield ben.edit(number, "deadlift 55x5")
        yield ben.text(str(number % 1000))
    for text in ("undo", "/undo", "yes", "no", "oops", "make that 3", "kg", "lb", "import", "/cancel", "that is wrong"):
        yield ben.text(text)


async def pressed_by_its_owner(lived_in: Path, coach: Coach, seed: int, *, kinds: Container[str]) -> frozenset[str]:
    """Types whose presses show or change something of A's when A presses them, each in a copy of a life of A's. The
    file is a SQLite database with tables and nothing in them."""
    knowing, live, heard = replace(coach, admins=frozenset({A})), set[str](), list[Heard]()
    with closing(open_database(f"sqlite:///{lived_in}")) as database:
        async with house(database, knowing, files=a_file, listen=heard.append) as rooms:
            await lived(Person(rooms, A, heard))
        before = await database.run(lambda work: portrait(work, A))
    for kind in (one for one in Press.BY_TAG.values() if one.__name__ in kinds):
        heard.clear()
        again = copy(lived_in, lived_in.with_name(f"{kind.__name__}.db"))
        made = [data for one, data in presses(numbers_of(before), random.Random(seed), 200) if one is kind]
        with closing(open_database(f"sqlite:///{again}")) as database:
            async with house(database, knowing, files=a_file, listen=heard.append) as rooms:
                anna = Person(rooms, A, heard, number=[10**6])
                await anna.does(*map(anna.press, made))
            after = await database.run(lambda work: portrait(work, A))
        changed = any(before[one] != after.get(one) for one in before.keys() - NOT_TRAINED)
        if changed or any(map(shows_a_mark, heard)):
            live.add(kind.__name__)
    return frozenset(live)


NOT_TRAINED = {"inbox", "outbox", "screens", "athletes", "talks"}
"""Tables that any press may change."""


def told(report: Report) -> str:
    return (
        f"{report.tried} presses, commands, deep links and edits of B with {report.numbers} numbers of A's, "
        f"{report.kinds} types of presses: {len(report.read)} read, {len(report.changed)} tables changed, "
        f"{len(report.wrong)} went wrong"
    )
