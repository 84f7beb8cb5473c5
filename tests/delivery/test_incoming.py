"""Is every shape of update read, ignored on purpose, or refused as one class?"""

from datetime import UTC, datetime
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import Update

from bot.delivery.incoming import MalformedUpdate, read_body, read_update
from bot.delivery.quick import read_quickly
from bot.services.messages import ChatKind, Content, File, Incoming, Membership, Other, Person, Place, Press, Text
from tests.delivery.updates import SENT, bare, membership, message, press

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
WRITTEN = datetime.fromtimestamp(SENT, UTC)
ANN = Person(7, "Ann", "en")
"""Whom tests.delivery.updates names Ann Lee: the last name is not read."""

FORWARD = {"type": "hidden_user", "date": SENT, "sender_user_name": "Bo"}
DOCUMENT = {"file_id": "F", "file_unique_id": "U", "file_name": "log.csv", "file_size": 12}
PHOTO = [{"file_id": "F", "file_unique_id": "U", "width": 1, "height": 1}]
STICKER = {
    "file_id": "F", "file_unique_id": "U", "type": "regular", "width": 1, "height": 1, "is_animated": False,
    "is_video": False,
}  # fmt: skip
VOICE = {"file_id": "F", "file_unique_id": "U", "duration": 3}
ANIMATION = {"file_id": "F", "file_unique_id": "U", "width": 1, "height": 1, "duration": 1}
POLL = {
    "id": "1", "question": "?", "options": [], "total_voter_count": 0, "is_closed": False, "is_anonymous": True,
    "type": "regular", "allows_multiple_answers": False, "allows_revoting": False, "members_only": False,
}  # fmt: skip


def read(update: object) -> Incoming | None:
    return read_body(orjson.dumps(update), NOW)


@pytest.mark.parametrize(
    ("sent", "content"),
    [
        ({"text": "80x5"}, Text("80x5")),
        ({"text": "80x5", "forward_origin": FORWARD}, Text("80x5", forwarded=True)),
        ({"text": ""}, Text("")),
        ({"location": {"latitude": 52.5, "longitude": 13.4}}, Place(52.5, 13.4)),
        ({"document": DOCUMENT}, File("F", "log.csv", 12)),
        ({"document": {"file_id": "F", "file_unique_id": "U"}}, File("F", "", 0)),
        ({"document": DOCUMENT, "animation": ANIMATION}, Other("animation")),
        ({"photo": PHOTO, "caption": "me"}, Other("photo")),
        ({"sticker": STICKER}, Other("sticker")),
        ({"voice": VOICE, "forward_origin": FORWARD}, Other("voice", forwarded=True)),
        ({"contact": {"phone_number": "1", "first_name": "A"}}, Other("contact")),
        ({"poll": POLL}, Other("poll")),
        ({"dice": {"emoji": "🎲", "value": 3}}, Other("dice")),
    ],
    ids=str,
)
def test_what_a_message_holds(sent: dict[str, Any], content: Content) -> None:
    assert read(message(9, **sent)) == Incoming(9, 7, ChatKind.PRIVATE, ANN, WRITTEN, 109, content)


@pytest.mark.parametrize(
    ("sent", "content"),
    [
        ({"text": "80x6"}, Text("80x6", edited=True)),
        ({"document": DOCUMENT}, Other("document", edited=True)),
        ({"photo": PHOTO}, Other("photo", edited=True)),
    ],
    ids=str,
)
def test_what_an_edited_message_holds(sent: dict[str, Any], content: Content) -> None:
    incoming = read({"update_id": 9, "edited_message": bare(9, edit_date=SENT + 5, **sent)})
    assert incoming == Incoming(9, 7, ChatKind.PRIVATE, ANN, WRITTEN, 109, content)


@pytest.mark.parametrize(
    ("kind", "read_as"),
    [("group", ChatKind.GROUP), ("supergroup", ChatKind.GROUP), ("channel", ChatKind.CHANNEL)],
)
def test_chats_that_are_not_private(kind: str, read_as: ChatKind) -> None:
    incoming = read(message(1, to=-100, kind=kind, text="hi"))
    assert incoming is not None
    assert (incoming.chat, incoming.kind) == (-100, read_as)


def test_a_channel_post_has_no_person() -> None:
    post = bare(1, to=-100, kind="channel", text="news")
    del post["from"]
    incoming = read({"update_id": 1, "channel_post": post})
    assert incoming is not None
    assert (incoming.person, incoming.kind) == (None, ChatKind.CHANNEL)


def test_a_press_carries_when_it_was_accepted() -> None:
    assert read(press(3, "log:1")) == Incoming(3, 7, ChatKind.PRIVATE, ANN, NOW, 105, Press("q3", "log:1", 105))


def test_a_press_on_a_message_that_telegram_no_longer_shows() -> None:
    update = press(3, "log:1")
    update["callback_query"]["message"] = {"chat": {"id": 7, "type": "private"}, "message_id": 5, "date": 0}
    incoming = read(update)
    assert incoming is not None
    assert incoming.content == Press("q3", "log:1", 5)


@pytest.mark.parametrize(("status", "here"), [("kicked", False), ("left", False), ("member", True)])
def test_blocking_and_coming_back(status: str, here: bool) -> None:
    incoming = read(membership(status))
    assert incoming is not None
    assert incoming.content == Membership(here=here)


@pytest.mark.parametrize(
    "update",
    [
        message(1, new_chat_members=[{"id": 3, "is_bot": False, "first_name": "C"}]),
        message(1, pinned_message=bare(2, text="x")),
        message(1),
        {"update_id": 1, "edited_message": bare(1, location={"latitude": 1.0, "longitude": 2.0})},
        {"update_id": 1, "callback_query": {"id": "q", "from": {"id": 7, "is_bot": False, "first_name": "A"},
         "chat_instance": "1", "data": "x", "inline_message_id": "i"}},
        membership("kicked", "group"),
        {"update_id": 1, "poll": POLL},
        {"update_id": 1, "something_new": {"a": 1}},
        {"update_id": 1},
    ],
    ids=lambda update: next((key for key in update if key != "update_id"), "empty"),
)  # fmt: skip
def test_what_is_ignored_on_purpose(update: dict[str, Any]) -> None:
    assert read(update) is None


@pytest.mark.parametrize(
    "update",
    [
        5,
        [],
        {},
        {"update_id": 1, "message": 5},
        {"update_id": 1, "message": {}},
        {"update_id": "1", "message": bare(1, text="hi")},
        {"update_id": 1, "message": bare(1, text=5)},
        {"update_id": 1, "message": bare(1, kind="assembly", text="hi")},
        {"update_id": 1, "message": {**bare(1, text="hi"), "date": "today"}},
        {"update_id": 1, "message": {**bare(1, text="hi"), "date": 10**18}},
        {"update_id": 1, "message": {**bare(1, text="hi"), "chat": {"id": "7", "type": "private"}}},
        {"update_id": 1, "message": {**bare(1, text="hi"), "from": {"id": 7}}},
        {"update_id": 1, "message": bare(1, location={"latitude": "north", "longitude": 1})},
        {"update_id": 1, "callback_query": {"id": "q"}},
        {"update_id": 1, "my_chat_member": membership("member")["my_chat_member"] | {"new_chat_member": 3}},
    ],
    ids=lambda update: str(update)[:60],
)
def test_what_cannot_be_read_is_one_error(update: object) -> None:
    with pytest.raises(MalformedUpdate):
        read(update)


def test_bytes_that_are_not_json() -> None:
    with pytest.raises(MalformedUpdate):
        read_body(b'{"update_id": 1, "mess', NOW)


def test_a_message_without_a_time_counts_from_when_it_was_accepted() -> None:
    incoming = read({"update_id": 1, "message": {**bare(1, text="hi"), "date": 0}})
    assert incoming is not None
    assert incoming.at == NOW


def by_the_library(update: dict[str, Any]) -> Incoming | None:
    return read_update(Update.de_json(update, None), NOW)


PERSON = {"id": 7, "is_bot": False, "first_name": "Ann"}


@pytest.mark.parametrize(
    "update",
    [
        message(9, text="80x5"),
        message(9, text="/start", entities=[{"type": "bot_command", "offset": 0, "length": 6}]),
        {"update_id": 9, "message": {**bare(9, text="x"), "date": 0}},
        {"update_id": 9, "message": {**bare(9, text="x"), "from": PERSON}},
        {"update_id": 9, "message": {**bare(9, text="x"), "from": {**PERSON, "last_name": "", "language_code": "de"}}},
        press(3, "log:1"),
    ],
)
def test_what_is_read_quickly_is_read_alike_by_the_library(update: dict[str, Any]) -> None:
    quickly = read_quickly(update, NOW)
    assert quickly is not None
    assert quickly == by_the_library(update)


@pytest.mark.parametrize(
    "update",
    [
        message(1, text=5),
        message(1, text="hi", forward_origin=FORWARD),
        message(1, to=-100, kind="group", text="hi"),
        {"update_id": "1", "message": bare(1, text="hi")},
        {"update_id": 1, "message": 5},
        {"update_id": 1, "message": {**bare(1, text="hi"), "date": 10**18}},
        {"update_id": 1, "message": {**bare(1, text="hi"), "from": None}},
        {"update_id": 1, "callback_query": {"id": "q"}},
        {"update_id": 1, "edited_message": bare(1, text="hi")},
        {**press(3, "x"), "message": bare(1, text="hi")},
    ],
    ids=lambda update: str(update)[:60],
)
def test_what_is_not_as_expected_is_left_to_the_library(update: dict[str, Any]) -> None:
    assert read_quickly(update, NOW) is None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(
    field=st.sampled_from(["message", "edited_message", "callback_query", "my_chat_member", "channel_post"]),
    inside=st.sampled_from(["text", "from", "chat", "date", "location", "document", "data", "id", "forward_origin"]),
    value=JSON,
)
def test_anything_at_all_is_read_ignored_or_refused(field: str, inside: str, value: object) -> None:
    update = {"update_id": 1, field: {**bare(1), inside: value}}
    quickly = read_quickly(update, NOW)
    assert quickly is None or quickly == by_the_library(update)
    try:
        incoming = read(update)
    except MalformedUpdate:
        return
    assert incoming is None or isinstance(incoming, Incoming)
