"""What is a reply? Markup, rows of buttons, and where it goes; plain data that `send.py` turns into calls."""

from dataclasses import dataclass
from enum import Enum

from bot.chat.markup import Html
from bot.chat.press import Press

CARD = "card"
"""The name under which a chat's session card is remembered."""


class Place(Enum):
    NEW = "new"
    """A new message."""
    PRESSED = "pressed"
    """In place of the message whose button was pressed."""
    SCREEN = "screen"
    """In place of the message remembered under the reply's screen, or new where there is none."""


@dataclass(frozen=True, slots=True)
class Button:
    label: str
    press: Press


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """One message. With `screen` the chat remembers it by that name."""

    text: Html
    rows: Rows = ()
    place: Place = Place.NEW
    screen: str | None = None


@dataclass(frozen=True, slots=True)
class Toast:
    """The short answer to a tap that shows over the chat; with `alert` it waits to be dismissed."""

    text: str
    alert: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """`content` is packed (`packing`); it is unpacked when it is sent."""

    name: str
    content: bytes
    caption: Html


@dataclass(frozen=True, slots=True)
class Photo:
    """A PNG with words and buttons under it. Only a picture can take its place: all else that its buttons lead to comes
    below it. `place`: the message in whose place it comes; 0 for a new one."""

    name: str
    content: bytes
    caption: Html
    rows: Rows = ()
    place: int = 0


@dataclass(frozen=True, slots=True)
class SentMap:
    """A map that Telegram has already, by its name and id; its words `above` it, or it follows them."""

    name: str
    file_id: str
    caption: Html
    rows: Rows = ()
    above: bool = True


Said = Reply | Toast | Document | Photo | SentMap


def row(*buttons: Button | None) -> tuple[Button, ...]:
    return tuple(button for button in buttons if button is not None)


def rows(*several: tuple[Button, ...] | None) -> Rows:
    return tuple(one for one in several if one)
