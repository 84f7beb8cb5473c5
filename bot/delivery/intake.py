"""Which rows does an update become? Both ways in keep the raw update first and acknowledge it afterwards."""

import json
import logging
from collections.abc import Iterable, Sequence
from typing import Any

import orjson

logger = logging.getLogger(__name__)

Row = tuple[int, int, bytes]
"""(update, chat, body) as `Inbox.accept` takes it."""

NO_CHAT = 0
LARGEST = 2**63 - 1

BEARERS = (
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "my_chat_member",
    "chat_member",
    "chat_join_request",
    "message_reaction",
    "business_message",
)


def chat_of(update: dict[str, Any]) -> int:
    """The chat whose turn an update takes, looked up in raw JSON; 0 where there is none to be found."""
    bearer: Any = None
    query = update.get("callback_query")
    if isinstance(query, dict):
        bearer = query.get("message")
    else:
        bearer = next((update[name] for name in BEARERS if name in update), None)
    chat = bearer.get("chat") if isinstance(bearer, dict) else None
    number = chat.get("id") if isinstance(chat, dict) else None
    return number if type(number) is int and abs(number) <= LARGEST else NO_CHAT


def rows_of(updates: Iterable[object]) -> Sequence[Row]:
    """Rows of raw updates. One without a number cannot be kept nor asked for again: it is logged and left."""
    rows = []
    for update in updates:
        number = update.get("update_id") if isinstance(update, dict) else None
        if not isinstance(update, dict) or type(number) is not int or not 0 <= number <= LARGEST:
            logger.error("an update without a number was left out: it can be neither kept nor asked for again")
            continue
        rows.append((number, chat_of(update), _body(update)))
    return rows


def _body(update: dict[str, Any]) -> bytes:
    try:
        return orjson.dumps(update)
    except TypeError:  # half a surrogate pair: kept as it came, for the worker to judge
        return json.dumps(update).encode()
