"""Does any call, however odd, get an answer? Every method is fed nonsense and must say 200 or a 4xx, never break."""

from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.local import LocalTelegram
from bot.local.methods.table import METHODS, NAMES
from bot.local.parameters import Parameters, Upload
from bot.local.wire import perform
from bot.local.world import Call, World

PARAMETERS = (
    "chat_id", "text", "parse_mode", "entities", "reply_markup", "reply_parameters", "message_id", "message_ids",
    "callback_query_id", "inline_query_id", "results", "caption", "photo", "document", "media", "commands", "scope",
    "language_code", "name", "description", "menu_button", "url", "secret_token", "allowed_updates", "action",
    "latitude", "longitude", "from_chat_id", "user_id", "file_id", "reaction", "show_alert", "max_connections",
    "drop_pending_updates", "show_caption_above_media", "protect_content", "allow_paid_broadcast",
)  # fmt: skip
KEYS = st.sampled_from(
    ["type", "text", "callback_data", "url", "inline_keyboard", "keyboard", "message_id", "offset", "length", "media",
     "id", "command", "description", "caption", "parse_mode", "x"]
)  # fmt: skip
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=5)
SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(-5, 5), st.integers(-(2**63), 2**63 - 1), st.floats(), WORDS,
    st.sampled_from(["HTML", "1001", "<b>x</b>", "bold", "photo", "attach://f", "[]", "{}", "[[1]]", "typing", "@x"]),
)  # fmt: skip
JSON = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=12
)


@pytest.fixture(scope="module")
def world() -> World:
    telegram = LocalTelegram("42:x")
    telegram.person("Alex").say("/start")
    return telegram.world


@pytest.mark.parametrize("method", METHODS)
@settings(max_examples=15, deadline=None)
@given(values=st.dictionaries(st.sampled_from(PARAMETERS), JSON, max_size=8), known=st.booleans(), text=st.booleans())
def test_every_call_is_answered(world: World, method: str, values: dict[str, Any], known: bool, text: bool) -> None:
    last = max(world.chats[1001].messages, default=1)
    given_values = {**values, **({"chat_id": 1001, "message_id": last} if known else {})}
    if text:  # as a form would bring them
        given_values = {
            name: value if isinstance(value, str) else orjson.dumps(value).decode()
            for name, value in given_values.items()
        }
    parameters = Parameters(given_values, {"f": Upload("f", "", b"x")})
    status, body = perform(world, method, parameters, Call(method, {}, 0))
    assert status in (200, 400, 403, 404)
    assert orjson.loads(body)["ok"] is (status == 200)
    world.chats[1001].blocked = False


def test_names_are_telegrams() -> None:
    assert {name.lower(): name for name in NAMES.values()} == NAMES
    assert set(NAMES) == {*METHODS, "getupdates"}
