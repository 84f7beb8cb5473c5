"""Who is behind a Telegram person, what did they choose, and what is kept about them?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, bindparam, exists, insert, literal_column, or_, select, update

from bot.domain.athlete import Athlete
from bot.domain.units import Unit
from bot.services.messages import Person
from bot.services.ports import Visit
from bot.services.reminders import Missed
from bot.services.timers import TimerKind
from bot.storage import presence
from bot.storage.conflicts import insert_new
from bot.storage.erasure import forget
from bot.storage.hurts import SqlHurts
from bot.storage.portrait import everything
from bot.storage.tables import (
    ONE,
    OPEN,
    athletes,
    chats,
    hurts,
    push_states,
    screens,
    session_items,
    sessions,
    settings,
    talks,
    timers,
)
from bot.storage.talks import SqlTalks
from bot.storage.types import storable

DEFAULT = Athlete(id=0, telegram_id=0, name="")

ABOUT = (
    athletes.c.id,
    athletes.c.telegram_id,
    athletes.c.name,
    settings.c.unit,
    settings.c.unit_chosen,
    settings.c.zone,
    settings.c.zone_chosen,
    settings.c.day_turns,
    settings.c.rest_timer,
    settings.c.dark_pictures,
    settings.c.weekly_report,
)
FROM = athletes.join(settings, settings.c.athlete_id == athletes.c.id)
FIND = select(*ABOUT).select_from(FROM).where(athletes.c.telegram_id == bindparam("person"))
IN_CHAT = and_(chats.c.athlete_id == athletes.c.id, chats.c.chat == bindparam("in_chat"))
KNOWN = (
    select(chats.c.chat, chats.c.gone_at, *ABOUT)
    .select_from(FROM.outerjoin(chats, IN_CHAT))
    .where(athletes.c.telegram_id == bindparam("person"))
)
OF_TIMERS: list[ColumnElement[str]] = [literal_column(f"'{kind.value}'") for kind in TimerKind]
RUNG = or_(
    select(ONE).where(timers.c.athlete_id == athletes.c.id, timers.c.due.is_(None)).limit(ONE).scalar_subquery() == 1,
    exists().where(screens.c.chat == bindparam("in_chat"), or_(*(screens.c.name == kind for kind in OF_TIMERS))),
)
VISIT = (
    select(
        chats.c.chat,
        chats.c.gone_at,
        *ABOUT,
        talks.c.talk,
        sessions.c.id,
        session_items.c.exercise,
        push_states.c.missed,
        push_states.c.missed_from,
        RUNG,
        exists().where(hurts.c.athlete_id == athletes.c.id),
    )
    .select_from(
        FROM.outerjoin(chats, IN_CHAT)
        .outerjoin(push_states, push_states.c.athlete_id == athletes.c.id)
        .outerjoin(talks, talks.c.chat == bindparam("in_chat"))
        .outerjoin(sessions, and_(sessions.c.athlete_id == athletes.c.id, OPEN))
        .outerjoin(
            session_items,
            and_(session_items.c.session_id == sessions.c.id, session_items.c.position == sessions.c.position),
        )
    )
    .where(athletes.c.telegram_id == bindparam("person"))
)
RENAME = update(athletes).where(athletes.c.id == bindparam("athlete")).values(name=bindparam("new_name"))
SETTLE = insert(settings)
UNIT = update(settings).where(settings.c.athlete_id == bindparam("athlete")).values(unit_chosen=True)
UNIT = UNIT.values(unit=bindparam("chosen", type_=settings.c.unit.type))
ZONE = update(settings).where(settings.c.athlete_id == bindparam("athlete")).values(zone_chosen=True)
ZONE = ZONE.values(zone=bindparam("chosen"))

REST = update(settings).where(settings.c.athlete_id == bindparam("athlete")).values(rest_timer=bindparam("switched"))
DARK = update(settings).where(settings.c.athlete_id == bindparam("athlete"))
DARK = DARK.values(dark_pictures=bindparam("switched"))
WEEKLY = update(settings).where(settings.c.athlete_id == bindparam("athlete"))
WEEKLY = WEEKLY.values(weekly_report=bindparam("switched"))
TURN = update(settings).where(settings.c.athlete_id == bindparam("athlete")).values(day_turns=bindparam("hour"))

ARRIVE = {dialect: insert.returning(athletes.c.id) for dialect, insert in insert_new(athletes).items()}
LINK = insert_new(chats)


class SqlAthletes:
    def __init__(self, connection: Connection, talks: SqlTalks, hurts: SqlHurts) -> None:
        self._connection = connection
        self._talks = talks
        self._hurts = hurts

    def meet(self, person: Person, chat: int, now: datetime) -> tuple[Athlete, bool]:
        known, new = self._known(person, chat, now), False
        while known is None:
            new = self._arrive(person, now)
            known = self._known(person, chat, now)
        return known, new

    def visit(self, person: Person, chat: int, now: datetime) -> Visit:
        row = self._connection.execute(VISIT, {"person": person.id, "in_chat": chat}).one_or_none()
        if row is None:
            athlete, first = self.meet(person, chat, now)
            return Visit(athlete, first, self._talks.get(chat))
        *known, talk, session, exercise, missed, missed_from, rung, hurting = row
        untold = Missed(missed, missed_from) if missed else None
        athlete = self._settled(known, person, chat, now)
        if not hurting:
            self._hurts.none(athlete.id)
        return Visit(athlete, False, self._talks.found(chat, talk), session, exercise, untold, bool(rung))

    def _arrive(self, person: Person, now: datetime) -> bool:
        """False where another process met the same person, in another chat, at the same moment."""
        arrival = {"telegram_id": person.id, "name": person.name, "met_at": now}
        number = self._connection.execute(ARRIVE[self._connection.dialect.name], arrival).scalar_one_or_none()
        if number is None:
            return False
        self._connection.execute(SETTLE, {"athlete_id": number, "unit": DEFAULT.unit, "zone": DEFAULT.zone})
        return True

    def _known(self, person: Person, chat: int, now: datetime) -> Athlete | None:
        row = self._connection.execute(KNOWN, {"person": person.id, "in_chat": chat}).one_or_none()
        return None if row is None else self._settled(row, person, chat, now)

    def _settled(self, row: Sequence[Any], person: Person, chat: int, now: datetime) -> Athlete:
        """The athlete of a row of KNOWN; the chat linked to them, and their name as it is now."""
        linked, gone_at, *about = row
        athlete = Athlete(*about)
        if linked is None:
            self._connection.execute(LINK[self._connection.dialect.name], {"chat": chat, "athlete_id": athlete.id})
        elif gone_at is not None:
            presence.of_athlete(self._connection, athlete.id, here=True, now=now)
        name = storable(person.name)
        if athlete.name != name:
            self._connection.execute(RENAME, {"athlete": athlete.id, "new_name": name})
            athlete = replace(athlete, name=name)
        return athlete

    def find(self, telegram_id: int) -> Athlete | None:
        row = self._connection.execute(FIND, {"person": telegram_id}).one_or_none()
        return None if row is None else Athlete(*row)

    def choose_unit(self, athlete: int, unit: Unit) -> None:
        self._connection.execute(UNIT, {"athlete": athlete, "chosen": unit})

    def choose_zone(self, athlete: int, zone: str) -> None:
        self._connection.execute(ZONE, {"athlete": athlete, "chosen": zone})

    def turn_day(self, athlete: int, hour: int) -> None:
        self._connection.execute(TURN, {"athlete": athlete, "hour": hour})

    def set_rest_timer(self, athlete: int, *, on: bool) -> None:
        self._connection.execute(REST, {"athlete": athlete, "switched": on})

    def set_dark_pictures(self, athlete: int, *, on: bool) -> None:
        self._connection.execute(DARK, {"athlete": athlete, "switched": on})

    def set_weekly_report(self, athlete: int, *, on: bool) -> None:
        self._connection.execute(WEEKLY, {"athlete": athlete, "switched": on})

    def present(self, athlete: int, *, here: bool, now: datetime) -> None:
        presence.of_athlete(self._connection, athlete, here=here, now=now)

    def forget(self, athlete: int) -> None:
        forget(self._connection, athlete)
        self._talks.gone()
        self._hurts.gone()

    def everything(self, athlete: int) -> Iterator[tuple[str, Iterator[Mapping[str, object]]]]:
        return everything(self._connection, athlete)
