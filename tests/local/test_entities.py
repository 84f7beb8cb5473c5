"""Are commands, mentions and links found in plain text, at the right UTF-16 place?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.local.entities import Formatted, finished, from_entities, utf16_length, utf16_slice
from bot.local.errors import ApiError


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/start", [("bot_command", "/start")]),
        ("/start@local_coach_bot now", [("bot_command", "/start@local_coach_bot")]),
        ("💪 /log 3x8", [("bot_command", "/log")]),
        ("3/4 and a//b", []),
        ("ask @coach or #back", [("mention", "@coach"), ("hashtag", "#back")]),
        ("#5 is a number", []),
        ("see https://example.org/a?b=1.", [("url", "https://example.org/a?b=1")]),
        ("mail a.b@example.org", [("email", "a.b@example.org")]),
        ("60kg @ 8", []),
    ],
)
def test_marks_in_plain_text(text: str, found: list[tuple[str, str]]) -> None:
    seen = [
        (entity["type"], utf16_slice(text, entity["offset"], entity["offset"] + entity["length"]))
        for entity in finished(Formatted(text)).entities
    ]
    assert seen == found


def test_nothing_is_found_inside_code() -> None:
    marked = finished(Formatted("/a /b", [{"type": "code", "offset": 0, "length": 2}]))
    assert [entity["offset"] for entity in marked.entities] == [0, 3]


@pytest.mark.parametrize("entities", ["x", [1], [{"type": "bold"}], [{"type": "bold", "offset": 1, "length": 9}]])
def test_impossible_entities_are_refused(entities: object) -> None:
    with pytest.raises(ApiError):
        from_entities("abc", entities)


@given(st.text(max_size=60))
def test_length_counts_utf16_units(text: str) -> None:
    assert utf16_length(text) == sum(1 + (ord(character) > 0xFFFF) for character in text)


@given(st.text(st.sampled_from("a/@#. \n💪"), max_size=40))
def test_found_entities_lie_in_the_text(text: str) -> None:
    formatted = finished(Formatted(text))
    for entity in formatted.entities:
        assert 0 <= entity["offset"] < entity["offset"] + entity["length"] <= utf16_length(formatted.text)
