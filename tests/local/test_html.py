"""Is HTML read as Telegram reads it, down to the byte an error names?"""

import contextlib
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.local.entities import finished, utf16_length, utf16_slice
from bot.local.errors import ApiError
from bot.local.html import parse_html

GOOD = [
    ("plain", "plain", []),
    ("<b>a</b>", "a", [("bold", 0, 1)]),
    ("<STRONG>a</strong>", "a", [("bold", 0, 1)]),
    ("<i>a</i><em>b</em>", "ab", [("italic", 0, 1), ("italic", 1, 1)]),
    ("<s>a</s><strike>b</strike><del>c</del>", "abc", [("strikethrough", n, 1) for n in range(3)]),
    ("<u>a</u><ins>b</ins>", "ab", [("underline", 0, 1), ("underline", 1, 1)]),
    ("<tg-spoiler>a</tg-spoiler>", "a", [("spoiler", 0, 1)]),
    ('<span class="tg-spoiler">a</span>', "a", [("spoiler", 0, 1)]),
    ("<code>a</code>", "a", [("code", 0, 1)]),
    ("<pre>a</pre>", "a", [("pre", 0, 1)]),
    ("<blockquote>a</blockquote>", "a", [("blockquote", 0, 1)]),
    ("<blockquote expandable>a</blockquote>", "a", [("expandable_blockquote", 0, 1)]),
    ("<b>💪</b> <i>é</i>", "💪 é", [("bold", 0, 2), ("italic", 3, 1)]),
    ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
    ("<b></b>a", "a", []),
    ("<b>a</>b", "ab", [("bold", 0, 1)]),
    ("1 &lt; 2 &gt; 1 &amp; &quot;x&quot;", '1 < 2 > 1 & "x"', []),
    ("&#39;&#x1F4AA;", "'💪", []),
    ("&nbsp; &copy; & &;", "&nbsp; &copy; & &;", []),
    ("&ltx", "&ltx", []),
    ("  <b> a </b>  ", "a", [("bold", 0, 1)]),
    ("<b> </b>a", "a", []),
    ("<code><b>a</b></code>", "a", [("code", 0, 1)]),
]


def kinds(entities: list[dict[str, Any]]) -> list[tuple[str, int, int]]:
    return [(entity["type"], entity["offset"], entity["length"]) for entity in entities]


@pytest.mark.parametrize(("source", "text", "entities"), GOOD)
def test_markup_becomes_entities(source: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    found = finished(parse_html(source))
    assert (found.text, kinds(found.entities)) == (text, entities)


@pytest.mark.parametrize(
    ("source", "extra"),
    [
        (
            '<a href="https://example.org/?a=1&amp;b=2">x</a>',
            {"type": "text_link", "url": "https://example.org/?a=1&b=2"},
        ),
        ("<a href='tg://user?id=7'>x</a>", {"type": "text_mention"}),
        ('<pre><code class="language-py">x</code></pre>', {"type": "pre", "language": "py"}),
        ('<code class="language-py"><pre>x</pre></code>', {"type": "pre", "language": "py"}),
        ('<tg-emoji emoji-id="5368">👍</tg-emoji>', {"type": "custom_emoji", "custom_emoji_id": "5368"}),
    ],
)
def test_an_argument_is_kept(source: str, extra: dict[str, str]) -> None:
    (entity,) = finished(parse_html(source)).entities
    assert entity.items() >= extra.items()


def test_code_alone_has_no_language() -> None:
    (entity,) = parse_html('<code class="language-py">x</code>').entities
    assert entity == {"type": "code", "offset": 0, "length": 1}


def test_a_link_to_nowhere_leaves_the_text() -> None:
    assert parse_html('<a href="not a link">x</a>').entities == []


@pytest.mark.parametrize(
    ("source", "error"),
    [
        ("<h1>x</h1>", 'Unsupported start tag "h1" at byte offset 0'),
        ("é<br>", 'Unsupported start tag "br" at byte offset 2'),
        ("💪 a < b", 'Unsupported start tag "" at byte offset 7'),
        ("<3 rows", 'Unsupported start tag "3" at byte offset 0'),
        ("a <b", "Unclosed start tag at byte offset 2"),
        ("<b>", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<a =x>y</a>", 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href=!>y</a>", "Unexpected end of name token at byte offset 8"),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<a href=", 'Unclosed start tag "a" at byte offset 0'),
    ],
)
def test_broken_markup_is_refused_in_telegrams_words(source: str, error: str) -> None:
    with pytest.raises(ApiError, match=re.escape(f"Bad Request: can't parse entities: {error}")):
        parse_html(source)


TAGS = ("b", "i", "u", "s", "code", "pre", "tg-spoiler", "blockquote")
WORDS = st.text(st.characters(exclude_characters="<&", exclude_categories=["Cs"]), min_size=1, max_size=8)
MARKED = st.recursive(
    WORDS,
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>", st.sampled_from(TAGS), st.lists(inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.lists(MARKED, max_size=4).map("".join))
def test_good_markup_is_read_and_every_entity_lies_in_the_text(source: str) -> None:
    found = finished(parse_html(source))
    length = utf16_length(found.text)
    assert "<" not in found.text
    for entity in found.entities:
        start, stop = entity["offset"], entity["offset"] + entity["length"]
        assert 0 <= start < stop <= length
        assert utf16_slice(found.text, start, stop)


@given(st.text(alphabet=st.sampled_from("<>/=\"' &;#xab1!-💪é\0\n"), max_size=60))
def test_no_markup_breaks_the_reader(source: str) -> None:
    with contextlib.suppress(ApiError):
        found = finished(parse_html(source))
        assert found.text == found.text.strip(" \n\0")


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=80), st.sampled_from(["b", "i", "s"]))
def test_escaped_text_comes_back_as_it_was(text: str, tag: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    found = parse_html(f"<{tag}>{escaped}</{tag}>")
    assert found.text == text
    assert [entity["length"] for entity in found.entities] == ([utf16_length(text)] if text else [])
