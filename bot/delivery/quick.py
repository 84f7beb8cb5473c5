"""How are the two kinds that nearly all updates are read cheaply? Plain texts and taps, straight from JSON.

The library's objects for one message cost a tenth of a whole reply. Whatever is not exactly as expected here is left
to the library (None), so that there is one judge of odd shapes; a test holds both readings to the same result.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

from bot.delivery.intake import LARGEST
from bot.services.messages import ChatKind, Content, Incoming, Person, Press, Text

OF_A_TEXT = frozenset({"message_id", "from", "chat", "date", "text", "entities", "link_preview_options"})

EPOCH = datetime.fromtimestamp(0, UTC)
AHEAD = timedelta(days=366)


def written_at(said: datetime, received_at: datetime) -> datetime:
    """When a message says it was written, where that can be: what has no date says 1970, and what says it comes from
    years ahead would wait until then."""
    return said if EPOCH < said < received_at + AHEAD else received_at


def read_quickly(raw: dict[str, Any], received_at: datetime) -> Incoming | None:
    """A text or a tap in a private chat; None for everything else, odd shapes included."""
    if len(raw) != 2:
        return None
    try:
        if "message" in raw:
            return _text(raw["update_id"], raw["message"], received_at)
        if "callback_query" in raw:
            return _press(raw["update_id"], raw["callback_query"], received_at)
    except (KeyError, TypeError, ValueError, OverflowError, OSError):
        return None
    return None


def _text(update: Any, message: dict[str, Any], received_at: datetime) -> Incoming | None:
    if not OF_A_TEXT.issuperset(message):
        return None
    date, text = message["date"], message["text"]
    if type(date) is not int or type(text) is not str:
        return None
    at = written_at(datetime.fromtimestamp(date, UTC), received_at)
    return _incoming(update, message["chat"], message["from"], at, message["message_id"], Text(text))


def _press(update: Any, query: dict[str, Any], received_at: datetime) -> Incoming | None:
    message, number, data = query["message"], query["id"], query["data"]
    if type(number) is not str or type(data) is not str or type(query["chat_instance"]) is not str:
        return None
    place = message["message_id"]
    return _incoming(update, message["chat"], query["from"], received_at, place, Press(number, data, place))


def _incoming(
    update: Any, chat: dict[str, Any], user: dict[str, Any], at: datetime, message: Any, content: Content
) -> Incoming | None:
    name, language = user["first_name"], user.get("language_code")
    numbers = all(
        type(number) is int and abs(number) <= LARGEST for number in (update, chat["id"], user["id"], message)
    )
    words = type(name) is str and (language is None or type(language) is str)
    if not (numbers and words and chat["type"] == "private" and type(user["is_bot"]) is bool):
        return None
    person = Person(user["id"], name, language)
    return Incoming(update, chat["id"], ChatKind.PRIVATE, person, at, message, content)
