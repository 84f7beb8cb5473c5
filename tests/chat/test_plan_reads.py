"""Is the plan in force read once in a turn, whatever the turn does with it?"""

from itertools import count

from sqlalchemy import event

from bot.chat.respond import respond
from bot.services.messages import ChatKind, Incoming, Person, Text
from bot.services.plan import first_wishes, use_plan
from bot.storage.database import SqlDatabase
from tests.builders import NOW, TODAY
from tests.journeys.people import coach

ANN = Person(77, "Ann")
NUMBERS = count(1)
TURNS = ("/plan", "/plan 2 days 45 minutes", "/plan no deadlifts", "/whatif 3 days", "/workout")


def reads(database: SqlDatabase, said: str) -> int:
    """How often a turn asked for a plan."""
    number = next(NUMBERS)
    incoming = Incoming(number, ANN.id, ChatKind.PRIVATE, ANN, NOW, number, Text(said))
    asked: list[str] = []

    def note(*call: object) -> None:
        asked.append(str(call[2]))

    event.listen(database.engine, "before_cursor_execute", note)
    calls = database.run_now(lambda work: respond(work, coach(), incoming))
    event.remove(database.engine, "before_cursor_execute", note)
    assert calls
    return sum("FROM plans" in statement for statement in asked)


def test_once_before_there_is_one(database: SqlDatabase) -> None:
    assert {said: reads(database, said) for said in TURNS} == dict.fromkeys(TURNS, 1)


def test_once_where_one_is_in_force(database: SqlDatabase) -> None:
    ann, _ = database.run_now(lambda work: work.athletes.meet(ANN, ANN.id, NOW))
    wishes = database.run_now(lambda work: first_wishes(work, coach(), ann, TODAY))
    database.run_now(lambda work: use_plan(work, coach(), ann, wishes, NOW))
    assert {said: reads(database, said) for said in TURNS} == dict.fromkeys(TURNS, 1)
