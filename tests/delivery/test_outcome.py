"""What follows from each refusal?"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, TelegramError, TimedOut

from bot.delivery.outcome import MOST_TRIES, outcome, wait_before
from bot.delivery.request import Flood, Unauthorized
from bot.services.mail import OutboxRow, Sent
from bot.services.messages import Outgoing

NOW = datetime(2026, 3, 1, tzinfo=UTC)
SOON = NOW + timedelta(seconds=0.5)


def row(tries: int = 0, *, best_effort: bool = False) -> OutboxRow:
    return OutboxRow(4, Outgoing(7, "sendMessage", {}, best_effort=best_effort), tries, None)


@pytest.mark.parametrize(
    ("error", "sent"),
    [
        (Forbidden("Forbidden: bot was blocked by the user"), Sent(4, gone=True)),
        (BadRequest("Bad Request: chat not found"), Sent(4, gone=True)),
        (BadRequest("Bad Request: message is too long"), Sent(4, fault="Message is too long")),
        (InvalidToken("Not Found: method not found"), Sent(4, fault="Not Found: method not found")),
        (Flood(9), Sent(4, again_at=NOW + timedelta(seconds=9))),
        (Unauthorized("Telegram does not know this token"), Sent(4, again_at=SOON)),
        (InvalidToken("Not Found"), Sent(4, again_at=SOON)),
        (TimedOut(), Sent(4, again_at=SOON)),
        (NetworkError("Bad Gateway (502)"), Sent(4, again_at=SOON)),
        (TelegramError("Invalid server response"), Sent(4, again_at=SOON)),
    ],
    ids=str,
)
def test_what_follows(error: TelegramError, sent: Sent) -> None:
    assert outcome(row(), error, NOW) == sent


KNOWN = Outgoing(7, "sendPhoto", {"photo": "A", "caption": "how"}, picture="muscles deadlift dark 0f")


@pytest.mark.parametrize(
    ("error", "anew"),
    [
        (BadRequest("Bad Request: wrong file identifier/HTTP URL specified"), True),
        (BadRequest("Bad Request: wrong remote file identifier specified: can't unserialize it"), True),
        (BadRequest("Bad Request: FILE_REFERENCE_EXPIRED"), True),
        (BadRequest("Bad Request: chat not found"), False),
        (Forbidden("Forbidden: bot was blocked by the user"), False),
        (Flood(9), False),
        (TimedOut(), False),
    ],
    ids=str,
)
def test_a_picture_that_telegram_has_no_more_is_made_anew(error: TelegramError, anew: bool) -> None:
    assert (outcome(OutboxRow(4, KNOWN, 0, None), error, NOW).instead is not None) == anew


def test_one_that_was_uploaded_and_refused_is_not_made_over_and_over() -> None:
    uploaded = OutboxRow(4, replace(KNOWN, file=("a.png", b"1")), 0, None)
    sent = outcome(uploaded, BadRequest("Bad Request: wrong file identifier/HTTP URL specified"), NOW)
    assert sent.instead is None
    assert sent.fault is not None


def test_an_answer_is_tried_for_a_day_and_no_longer() -> None:
    waited = sum(wait_before(tries) for tries in range(1, MOST_TRIES + 1))
    assert 24 * 3600 <= waited < 24 * 3600 + 60
    assert outcome(row(MOST_TRIES - 1), TimedOut(), NOW).again_at is not None
    assert outcome(row(MOST_TRIES), TimedOut(), NOW).fault is not None


def test_waits_grow_to_half_a_minute() -> None:
    assert [wait_before(tries) for tries in range(1, 9)] == [0.5, 1, 2, 4, 8, 16, 30, 30]


@pytest.mark.parametrize(
    ("error", "tries", "sent"),
    [
        (BadRequest("Bad Request: query is too old"), 0, Sent(4)),
        (TimedOut(), 0, Sent(4, again_at=SOON)),
        (TimedOut(), 2, Sent(4)),
        (Forbidden("Forbidden: bot was blocked by the user"), 0, Sent(4, gone=True)),
    ],
    ids=str,
)
def test_best_effort_is_silent_and_soon_over(
    error: TelegramError, tries: int, sent: Sent, caplog: pytest.LogCaptureFixture
) -> None:
    assert outcome(row(tries, best_effort=True), error, NOW) == sent
    assert caplog.text == ""
