"""What follows from a refusal? Another try at a later time, or an end: for the call, or for all of the chat's."""

import logging
import re
from datetime import datetime, timedelta
from itertools import accumulate

from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, TelegramError, TimedOut

from bot.delivery.request import Flood, Unauthorized
from bot.services.mail import OutboxRow, Sent
from bot.services.picture_orders import order_again

logger = logging.getLogger(__name__)

FIRST_WAIT = 0.5
LONGEST_WAIT = 30.0
KEEP_TRYING_SECONDS = 24 * 3600.0
"""As long as Telegram itself keeps what a bot has not fetched."""

BEST_EFFORT_TRIES = 2
QUOTED = re.compile(r'"[^"]*"')
"""Telegram repeats a tag that it does not know: words of somebody's message."""
CHAT_IS_GONE = ("chat not found", "user is deactivated", "peer_id_invalid", "group chat was deactivated")


def wait_before(tries: int) -> float:
    """Seconds until the next try after `tries` without success (1 after the first)."""
    return min(FIRST_WAIT * 2.0 ** min(max(tries - 1, 0), 16), LONGEST_WAIT)


MOST_TRIES = next(
    tries
    for tries, waited in enumerate(accumulate(wait_before(tries) for tries in range(1, 10**6)), start=1)
    if waited >= KEEP_TRYING_SECONDS
)


def outcome(row: OutboxRow, error: TelegramError, now: datetime) -> Sent:
    """What to note about a call that raised."""
    if _is_gone(error):
        return Sent(row.id, gone=True)
    if row.outgoing.best_effort and (_is_final(error) or row.tries >= BEST_EFFORT_TRIES):
        return Sent(row.id)
    if _is_final(error) and row.outgoing.picture is not None and row.outgoing.file is None:
        # Whatever the words are: they differ by what is wrong with an id, and what is drawn anew is refused for good.
        logger.warning(
            "call %(call)s (%(method)s, chat %(chat)s) draws its picture anew: %(refusal)s", ids(row, str(error))
        )
        return Sent(row.id, instead=order_again(row.outgoing))
    if _is_final(error):
        logger.error("call %(call)s (%(method)s, chat %(chat)s) was refused: %(refusal)s", ids(row, str(error)))
        return Sent(row.id, fault=str(error))
    if isinstance(error, Flood):
        return Sent(row.id, again_at=now + timedelta(seconds=error.seconds))
    if row.tries >= MOST_TRIES:
        logger.error("call %(call)s (chat %(chat)s) is given up after a day: %(refusal)s", ids(row, str(error)))
        return Sent(row.id, fault=f"given up after a day: {error}")
    return Sent(row.id, again_at=now + timedelta(seconds=wait_before(row.tries + 1)))


def ids(row: OutboxRow, refusal: str | None = None) -> dict[str, object]:
    """What a line of the log tells of a call."""
    told = {"call": row.id, "method": row.outgoing.method, "chat": row.outgoing.chat}
    return told if refusal is None else {**told, "refusal": QUOTED.sub('"…"', refusal)}


def kind_of(error: TelegramError) -> str:
    """In a word, to be counted by."""
    if isinstance(error, Flood):
        return "flood"
    if _is_gone(error):
        return "gone"
    if _is_final(error):
        return "refused"
    if isinstance(error, TimedOut):
        return "timeout"
    return "network" if "no answer" in str(error) and isinstance(error, NetworkError) else "server"


def _is_gone(error: TelegramError) -> bool:
    return isinstance(error, Forbidden) or (
        isinstance(error, BadRequest) and any(words in str(error).lower() for words in CHAT_IS_GONE)
    )


def _is_final(error: TelegramError) -> bool:
    """400, and 404 for a method that the server does not have. (401 is not: the token may be put right.)"""
    if isinstance(error, InvalidToken):
        return not isinstance(error, Unauthorized) and "method not found" in str(error).lower()
    return isinstance(error, BadRequest)
