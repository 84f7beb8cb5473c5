"""Are words told apart as people write them?"""

import pytest

from bot.coaching.language.words import LONGEST, plain, sentences, singular, tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("What's the Pull-Up?", ["whats", "the", "pull", "up"]),
        ("can’t do 3x12", ["cant", "do", "3", "x", "12"]),
        ("82,5 kg", ["82,5", "kg"]),
        ("sooooo hard!!!", ["soo", "hard"]),
        ("dé\u0301jà vu", ["deja", "vu"]),
        ("🏋️", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert tokens(plain(text)) == words


def test_of_a_very_long_text_the_beginning_and_the_end_are_read() -> None:
    read = plain("first " + "x" * 9000 + " last")
    assert len(read) <= LONGEST + 1
    assert read.startswith("first")
    assert read.endswith("last")


def test_sentences_know_whether_they_ask() -> None:
    assert sentences("i am new. how do i row? thanks") == [
        ("i am new.", False),
        ("how do i row?", True),
        ("thanks", False),
    ]


@pytest.mark.parametrize(("word", "one"), [("rows", "row"), ("ups", "up"), ("press", "press"), ("us", "us")])
def test_singular(word: str, one: str) -> None:
    assert singular(word) == one
