"""Can anything a person is called, or writes, break the markup?"""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from bot.chat.markup import Html, bold, code, html, italic, join, line, lines


class Reader(HTMLParser):
    """Collects what a reader sees, and which tags stand around it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.seen = ""
        self.tags: list[str] = []

    def handle_data(self, data: str) -> None:
        self.seen += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)


def read(markup: Html) -> Reader:
    reader = Reader()
    reader.feed(markup)
    reader.close()
    return reader


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0\r")))
def test_a_value_is_read_as_it_was_written(said: str) -> None:
    shown = read(lines(bold(said), line("by ", said)))
    assert shown.seen == f"{said}\nby {said}"
    assert shown.tags == ["b"]


def test_nul_is_dropped_since_it_cannot_be_sent() -> None:
    assert html("a\0b") == "ab"


def test_markup_is_not_escaped_twice() -> None:
    assert line(bold("<3"), italic(code("&"))) == "<b>&lt;3</b><i><code>&amp;</code></i>"


def test_a_line_that_is_none_is_left_out_and_an_empty_one_stays() -> None:
    assert lines("a", None, "", "b") == "a\n\nb"
    assert join(" · ", "a", "b") == "a · b"
