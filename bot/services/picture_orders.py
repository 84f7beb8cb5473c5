"""Which picture was asked for? What is written down of it, so that it can be drawn later from the log as it is then."""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.domain.athlete import Athlete
from bot.services.messages import Priority
from bot.services.orders import Lane, Order
from bot.services.ports import Work


class Shows(StrEnum):
    LIFT = "lift"
    VOLUME = "volume"
    BODY = "body"
    CALENDAR = "calendar"
    MUSCLES = "muscles"
    SESSION = "session"
    WEEK = "week"
    ROAD = "road"


@dataclass(frozen=True, slots=True)
class PictureOf:
    shows: Shows
    exercise: str = ""
    """LIFT and MUSCLES."""
    session: int = 0
    week: date = date.min
    """A Monday."""
    asks_dark: bool = False
    """It is the first one: there is a button for dark ones under it."""
    pushed: bool = False
    """The week came by itself."""
    words: str = ""
    """MUSCLES: what stands under it was worded in the turn ..."""
    keyboard: Mapping[str, object] | None = None
    """... and so were its buttons."""

    def as_json(self) -> dict[str, object]:
        said = {"shows": self.shows.value, "week": self.week.isoformat()}
        return {**said, **{name: getattr(self, name) for name in PLAIN if getattr(self, name)}}


PLAIN = ("exercise", "session", "asks_dark", "pushed", "words", "keyboard")


def read_picture(about: Mapping[str, object]) -> PictureOf:
    """What `as_json` wrote."""
    values = {name: about[name] for name in PLAIN if name in about}
    return PictureOf(Shows(about["shows"]), week=date.fromisoformat(str(about["week"])), **values)  # type: ignore[arg-type]


def order_picture(
    work: Work,
    athlete: Athlete,
    chat: int,
    picture: PictureOf,
    now: datetime,
    *,
    priority: Priority = Priority.ANSWER,
    until: datetime | None = None,
) -> bool:
    """Ask for it; False where the same is on its way already."""
    order = Order(
        athlete.telegram_id, chat, Lane.PICTURES, _name(picture), picture.as_json(), priority=priority, until=until
    )
    return work.orders.ask(order, now)


def _name(picture: PictureOf) -> str:
    """Of its file; a lifter's own lift may be called anything, so its letters are left out of it."""
    of = zlib.crc32(f"{picture.exercise} {picture.session} {picture.week}".encode("utf-8", "replace"))
    return f"{picture.shows}-{of:08x}.png"
