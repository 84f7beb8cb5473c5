"""What was a chat about?"""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, select

from bot.services.heard import Heard
from bot.services.ports import Talk, Tap
from bot.storage.conflicts import insert_new, insert_or_replace
from bot.storage.tables import talks

GET = select(talks.c.talk).where(talks.c.chat == bindparam("of"))
BEGIN = insert_new(talks)
HOLD = GET.with_for_update()
PUT = insert_or_replace(talks)
EMPTY = Talk()
TIMES = ("at", "hurt_at", "asked_at")


class SqlTalks:
    """A talk is read once in a transaction: a turn looks at it many times, and what it put is what it finds."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[int, Talk] = {}

    def get(self, chat: int) -> Talk:
        if chat not in self._known:
            self.found(chat, self._connection.execute(GET, {"of": chat}).scalar_one_or_none())
        return self._known[chat]

    def found(self, chat: int, kept: dict[str, Any] | None) -> Talk:
        """As it stands in its row, read together with others."""
        self._known[chat] = heard(kept)
        return self._known[chat]

    def hold(self, chat: int) -> Talk:
        self._connection.execute(BEGIN[self._connection.dialect.name], {"chat": chat, "talk": _said(EMPTY)})
        return self.found(chat, self._connection.execute(HOLD, {"of": chat}).scalar_one())

    def put(self, chat: int, talk: Talk) -> None:
        self._connection.execute(PUT[self._connection.dialect.name], {"chat": chat, "talk": _said(talk)})
        self._known[chat] = talk

    def gone(self) -> None:
        """Rows were deleted."""
        self._known.clear()


def heard(kept: dict[str, Any] | None) -> Talk:
    """A talk as it was put; an empty one where there is none."""
    if kept is None:
        return EMPTY
    times: dict[str, Any] = {
        name: None if (at := kept.pop(name, None)) is None else datetime.fromisoformat(at) for name in TIMES
    }
    offered = tuple((intent, tuple(ids)) for intent, ids in kept.pop("offered", ()))
    asked = tuple(Heard(*one) for one in kept.pop("asked", ()))
    tapped = tuple(Tap(*one) for one in kept.pop("tapped", ()))
    lists: dict[str, Any] = {name: tuple(kept.pop(name, ())) for name in ("exercises", "muscles")}
    kept = {name: value for name, value in kept.items() if name in Talk.__slots__}
    return Talk(**kept, **lists, **times, offered=offered, asked=asked, tapped=tapped)


def _said(talk: Talk) -> dict[str, object]:
    """Only what differs from an empty talk: most fields are empty most of the time."""
    said = {name: value for name in Talk.__slots__ if (value := getattr(talk, name)) != getattr(EMPTY, name)}
    if talk.asked:
        said["asked"] = [(one.number, one.text, one.within, one.reading, one.pain) for one in talk.asked]
    if talk.tapped:
        said["tapped"] = [(one.what, one.number, one.position, one.after) for one in talk.tapped]
    return said | {name: at.isoformat() for name in TIMES if (at := getattr(talk, name)) is not None}
