"""Who is behind a Telegram person, what did they choose, and what is kept about them?"""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, and_, bindparam, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.domain.athlete import Athlete
from bot.domain.units import Unit
from bot.services.messages import Person
from bot.storage import presence
from bot.storage.erasure import forget
from bot.storage.portrait import everything
from bot.storage.tables import athletes, chats, settings
from bot.storage.types import storable

DEFAULT = Athlete(id=0, telegram_id=0, name="")

KNOWN = (
    select(
        athletes.c.id,
        athletes.c.telegram_id,
        athletes.c.name,
        settings.c.unit,
        settings.c.unit_chosen,
        settings.c.zone,
        settings.c.zone_chosen,
        chats.c.chat,
        chats.c.gone_at,
    )
    .join(settings, settings.c.athlete_id == athletes.c.id)
    .outerjoin(chats, and_(chats.c.athlete_id == athletes.c.id, chats.c.chat == bindparam("in_chat")))
    .where(athletes.c.telegram_id == bindparam("person"))
)
RENAME = update(athletes).where(athletes.c.id == bindparam("athlete")).values(name=bindparam("new_name"))
SETTLE = insert(settings)
UNIT = update(settings).where(settings.c.athlete_id == bindparam("athlete")).values(unit_chosen=True)
UNIT = UNIT.values(unit=bindparam("chosen", type_=settings.c.unit.type))
ZONE = update(settings).where(settings.c.athlete_id == bindparam("athlete")).values(zone_chosen=True)
ZONE = ZONE.values(zone=bindparam("chosen"))

ARRIVE = {
    "sqlite": sqlite.insert(athletes).on_conflict_do_nothing(),
    "postgresql": postgresql.insert(athletes).on_conflict_do_nothing(),
}
LINK = {
    "sqlite": sqlite.insert(chats).on_conflict_do_nothing(),
    "postgresql": postgresql.insert(chats).on_conflict_do_nothing(),
}


class SqlAthletes:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def meet(self, person: Person, chat: int, now: datetime) -> tuple[Athlete, bool]:
        known = self._known(person, chat)
        if known is not None:
            return known, False
        arrival = {"telegram_id": person.id, "name": person.name, "met_at": now}
        # Another process may meet the same person, in another chat, at the same moment.
        new = self._connection.execute(ARRIVE[self._connection.dialect.name], arrival).rowcount == 1
        if new:
            self._settle(person)
        athlete = self._known(person, chat)
        if athlete is None:
            raise LookupError(f"the athlete of person {person.id} is neither there nor to be made")
        return athlete, new

    def _settle(self, person: Person) -> None:
        found = select(athletes.c.id).where(athletes.c.telegram_id == person.id)
        chosen = {"unit": DEFAULT.unit, "zone": DEFAULT.zone}
        self._connection.execute(SETTLE, {"athlete_id": self._connection.execute(found).scalar_one(), **chosen})

    def _known(self, person: Person, chat: int) -> Athlete | None:
        row = self._connection.execute(KNOWN, {"person": person.id, "in_chat": chat}).one_or_none()
        if row is None:
            return None
        number, telegram_id, name, unit, unit_chosen, zone, zone_chosen, linked, gone_at = row
        if linked is None:
            self._connection.execute(LINK[self._connection.dialect.name], {"chat": chat, "athlete_id": number})
        elif gone_at is not None:
            presence.of_athlete(self._connection, number, None)
        if name != person.name:
            name = storable(person.name)
            self._connection.execute(RENAME, {"athlete": number, "new_name": name})
        return Athlete(number, telegram_id, name, unit, unit_chosen, zone, zone_chosen)

    def choose_unit(self, athlete: int, unit: Unit) -> None:
        self._connection.execute(UNIT, {"athlete": athlete, "chosen": unit})

    def choose_zone(self, athlete: int, zone: str) -> None:
        self._connection.execute(ZONE, {"athlete": athlete, "chosen": zone})

    def present(self, athlete: int, *, here: bool, now: datetime) -> None:
        presence.of_athlete(self._connection, athlete, None if here else now)

    def forget(self, athlete: int) -> None:
        forget(self._connection, athlete)

    def everything(self, athlete: int) -> Mapping[str, object]:
        return everything(self._connection, athlete)
