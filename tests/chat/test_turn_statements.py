"""How many questions does a turn put to the database? Each costs a reply as much as reading its words does, and they
add up unseen: a number that grows here is a reply that became dearer."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

import pytest
from sqlalchemy import Connection, event

from bot.chat.respond import respond
from bot.services.messages import ChatKind, Incoming, Person, Text
from bot.storage.database import SqlDatabase
from tests.builders import NOW
from tests.journeys.people import coach

ANN = Person(77, "Ann")
NUMBERS = count(1)
MOST = {
    "why should i train my back": 2,
    "what does the deadlift work": 5,
    "lat pulldown 60 kg x 8": 6,
    "/workout": 7,
}
IN_A_SESSION = {"120x8": 14, "what does the deadlift work": 5}


@contextmanager
def put_to(database: SqlDatabase) -> Iterator[list[str]]:
    asked: list[str] = []

    def note(_connection: Connection, _cursor: object, statement: str, *_: object) -> None:
        if not statement.startswith("BEGIN"):
            asked.append(statement)

    event.listen(database.engine, "before_cursor_execute", note)
    yield asked
    event.remove(database.engine, "before_cursor_execute", note)


def say(database: SqlDatabase, text: str) -> list[str]:
    """What a turn asked."""
    number = next(NUMBERS)
    incoming = Incoming(number, ANN.id, ChatKind.PRIVATE, ANN, NOW, number, Text(text))
    with put_to(database) as asked:
        database.run_now(lambda work: respond(work, coach(), incoming))
    return asked


@pytest.mark.parametrize("text", MOST)
def test_outside_a_session(database: SqlDatabase, text: str) -> None:
    for _ in range(2):
        say(database, text)
    asked = say(database, text)
    assert 0 < len(asked) <= MOST[text], "\n".join(asked)


@pytest.mark.parametrize("text", IN_A_SESSION)
def test_in_a_session(database: SqlDatabase, text: str) -> None:
    for before in ("/workout", text, text):
        say(database, before)
    asked = say(database, text)
    assert 0 < len(asked) <= IN_A_SESSION[text], "\n".join(asked)
