"""Which picture was asked for? What is written down of it, so that it can be drawn later from the log as it is then."""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.domain.athlete import Athlete
from bot.services.messages import Outgoing, Priority
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
    place: int = 0
    """The message whose picture it takes the place of; 0 for none."""
    words: str = ""
    """MUSCLES: what stands above it was worded in the turn ..."""
    keyboard: Mapping[str, object] | None = None
    """... and so were its buttons."""
    follows: bool = False
    """MUSCLES: the answer went before it, and these words only name what is seen."""
    dark: bool = False
    """MUSCLES: as the lifter had it at the time."""

    def as_json(self) -> dict[str, object]:
        said = {"shows": self.shows.value, "week": self.week.isoformat()}
        return {**said, **{name: getattr(self, name) for name in PLAIN if getattr(self, name)}}


PLAIN = ("exercise", "session", "asks_dark", "pushed", "place", "words", "keyboard", "follows", "dark")
DARK, LIGHT = "dark", "light"


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
    return work.orders.ask(_order(athlete.telegram_id, chat, picture, priority, until), now)


def _order(telegram_id: int, chat: int, picture: PictureOf, priority: Priority, until: datetime | None) -> Order:
    about = picture.as_json()
    return Order(telegram_id, chat, Lane.PICTURES, _name(picture), about, priority=priority, until=until)


def order_again(call: Outgoing) -> Order:
    """A map that Telegram had, and has no more, under the same words."""
    _, exercise, shade, _ = str(call.picture).split()
    keyboard = call.payload.get("reply_markup")
    picture = PictureOf(
        Shows.MUSCLES,
        exercise,
        words=str(call.payload["caption"]),
        keyboard=keyboard if isinstance(keyboard, Mapping) else None,
        follows="show_caption_above_media" not in call.payload,
        dark=shade == DARK,
    )
    return _order(call.chat, call.chat, picture, call.priority, call.until)


def map_name(exercise: str, drawing: str, *, dark: bool) -> str:
    """Of a map among the pictures that Telegram has: what is on it, and how it is drawn."""
    return f"{Shows.MUSCLES} {exercise} {DARK if dark else LIGHT} {drawing}"


def _name(picture: PictureOf) -> str:
    """Of its file; a lifter's own lift may be called anything, so its letters are left out of it. Each question has an
    answer of its own: its number is in its buttons."""
    seen = f"{picture.exercise} {picture.session} {picture.week} {picture.place} {picture.words} {picture.keyboard}"
    of = zlib.crc32(seen.encode("utf-8", "replace"))
    return f"{picture.shows}-{of:08x}.png"
