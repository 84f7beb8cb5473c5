"""What was a chat about?"""

from dataclasses import astuple
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, select

from bot.services.heard import Heard
from bot.services.ports import Talk
from bot.storage.conflicts import insert_or_replace
from bot.storage.tables import talks

GET = select(talks.c.talk).where(talks.c.chat == bindparam("of"))
PUT = insert_or_replace(talks)
EMPTY = Talk()
TIMES = ("at", "hurt_at", "asked_at")


class SqlTalks:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, chat: int) -> Talk:
        return heard(self._connection.execute(GET, {"of": chat}).scalar_one_or_none())

    def put(self, chat: int, talk: Talk) -> None:
        self._connection.execute(PUT[self._connection.dialect.name], {"chat": chat, "talk": _said(talk)})


def heard(kept: dict[str, Any] | None) -> Talk:
    """A talk as it was put; an empty one where there is none."""
    if kept is None:
        return EMPTY
    times: dict[str, Any] = {
        name: None if (at := kept.pop(name, None)) is None else datetime.fromisoformat(at) for name in TIMES
    }
    offered = tuple((intent, tuple(ids)) for intent, ids in kept.pop("offered", ()))
    asked = tuple(Heard(*one) for one in kept.pop("asked", ()))
    lists: dict[str, Any] = {name: tuple(kept.pop(name, ())) for name in ("exercises", "muscles")}
    kept = {name: value for name, value in kept.items() if name in Talk.__slots__}
    return Talk(**kept, **lists, **times, offered=offered, asked=asked)


def _said(talk: Talk) -> dict[str, object]:
    """Only what differs from an empty talk: most fields are empty most of the time."""
    said = {name: value for name in Talk.__slots__ if (value := getattr(talk, name)) != getattr(EMPTY, name)}
    if talk.asked:
        said["asked"] = [astuple(one) for one in talk.asked]
    return said | {name: at.isoformat() for name in TIMES if (at := getattr(talk, name)) is not None}
