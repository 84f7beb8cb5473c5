"""Which row does a raw update become, and in whose turn?"""

from typing import Any

import orjson
import pytest

from bot.delivery.intake import NO_CHAT, chat_of, rows_of
from tests.delivery.updates import membership, message, press


@pytest.mark.parametrize(
    ("update", "chat"),
    [
        (message(1, text="x"), 7),
        (message(1, to=-5, kind="group", text="x"), -5),
        (press(1, "x", to=9), 9),
        (membership("kicked"), 7),
        ({"update_id": 1, "edited_message": {"chat": {"id": 3}}}, 3),
        ({"update_id": 1, "poll": {}}, NO_CHAT),
        ({"update_id": 1, "message": 5}, NO_CHAT),
        ({"update_id": 1, "message": {"chat": {"id": "7"}}}, NO_CHAT),
        ({"update_id": 1, "message": {"chat": {"id": True}}}, NO_CHAT),
        ({"update_id": 1, "message": {"chat": {"id": 2**70}}}, NO_CHAT),
        ({"update_id": 1, "callback_query": {"message": None}}, NO_CHAT),
    ],
    ids=str,
)
def test_the_chat_of_an_update(update: dict[str, Any], chat: int) -> None:
    assert chat_of(update) == chat


def test_rows_keep_the_update_as_it_came() -> None:
    update = message(4, text="ü")
    [(number, chat, body)] = rows_of([update])
    assert (number, chat, orjson.loads(body)) == (4, 7, update)


@pytest.mark.parametrize(
    "update", [5, None, [], {}, {"update_id": "4"}, {"update_id": -1}, {"update_id": True}], ids=str
)
def test_an_update_without_a_number_is_left_out_and_named(update: object, caplog: pytest.LogCaptureFixture) -> None:
    assert [number for number, _, _ in rows_of([update, message(2, text="x")])] == [2]
    assert "without a number" in caplog.text


def test_half_a_surrogate_pair_is_kept_for_the_worker_to_judge() -> None:
    [(_, _, body)] = rows_of([message(1, text="\ud83d")])
    assert b"\\ud83d" in body
