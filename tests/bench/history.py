"""Where do 10,000 or 1,000,000 stored sets come from? One athlete's training, copied inside the database."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Connection, insert, literal, select, text

from bot.domain.training import DoneSet
from bot.domain.units import Load, Unit
from bot.services.messages import Person
from bot.services.ports import Work
from bot.storage.database import SqlDatabase, open_database
from bot.storage.tables import athletes, chats, done_sets, entries, settings

USUAL = 495
MANY = 5_050
"""What one of the athletes has; the others have USUAL. 11 athletes make 10,000 sets."""

EXERCISES = ("deadlift", "lat-pulldown", "bent-over-row", "seated-cable-row", "pull-up")
BEGAN = datetime(2024, 1, 1, 18, 0, tzinfo=UTC)
FIRST_PERSON = 3001
PEOPLE = tuple(range(FIRST_PERSON, FIRST_PERSON + 11))
"""Who writes during a measurement: the same 11, one of them with MANY sets, however many others there are."""


def fill(url: str, sets: int) -> None:
    """Make the tables and so many sets."""
    database = open_database(url, connections=1)
    try:
        database.migrate()
        database.run_now(_train)
        _copy(database, (sets - MANY) // USUAL)
    finally:
        database.close()


def _train(work: Work) -> None:
    """The athlete with many sets, three a training, through the front door."""
    athlete, _ = work.athletes.meet(Person(FIRST_PERSON, "Person"), FIRST_PERSON, BEGAN)
    for number in range(MANY):
        at = BEGAN + timedelta(hours=5 * number // 3)
        load = Load(Decimal(40 + number % 60), Unit.KG)
        done = DoneSet(EXERCISES[number // 3 % len(EXERCISES)], reps=5 + number % 6, load=load)
        work.log.keep(athlete.id, [done], at=at, day=at.date())


def _copy(database: SqlDatabase, others: int) -> None:
    with database.engine.begin() as connection:
        first = connection.execute(select(athletes.c.id).where(athletes.c.telegram_id == FIRST_PERSON)).scalar_one()
        template = connection.execute(select(entries.c.id).order_by(entries.c.id).limit(USUAL)).scalars().all()
        for number in range(1, others + 1):
            _copy_athlete(connection, first, number, template[0], template[-1])
        if connection.dialect.name == "postgresql":
            for table in ("athletes", "entries"):
                connection.execute(
                    text(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table}")
                )
    if database.engine.dialect.name == "postgresql":
        with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM ANALYZE"))


def _copy_athlete(connection: Connection, first: int, number: int, lowest: int, highest: int) -> None:
    """One more athlete with the first USUAL entries of the first one."""
    new = first + number
    shift = MANY + (number - 1) * USUAL
    changed: dict[str, dict[str, ColumnElement[Any]]] = {
        "athletes": {"id": literal(new), "telegram_id": literal(FIRST_PERSON + number)},
        "settings": {"athlete_id": literal(new)},
        "chats": {"athlete_id": literal(new), "chat": literal(FIRST_PERSON + number)},
        "entries": {"athlete_id": literal(new), "id": entries.c.id + shift},
        "done_sets": {"athlete_id": literal(new), "entry_id": done_sets.c.entry_id + shift},
    }
    whose = {
        "athletes": athletes.c.id == first,
        "settings": settings.c.athlete_id == first,
        "chats": chats.c.athlete_id == first,
        "entries": entries.c.id.between(lowest, highest),
        "done_sets": done_sets.c.entry_id.between(lowest, highest),
    }
    for table in (athletes, settings, chats, entries, done_sets):
        own = changed[table.name]
        columns = [column for column in table.c if not (table is done_sets and column.name == "id")]
        values = [own.get(column.name, column) for column in columns]
        connection.execute(insert(table).from_select(columns, select(*values).where(whose[table.name])))
