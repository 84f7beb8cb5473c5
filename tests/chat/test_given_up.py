"""What is said of a picture that could not be drawn? Words, whatever was asked for."""

from collections.abc import Mapping

import pytest

from bot.chat.handlers.picture import give_up_picture
from bot.services.orders import Lane, Order, Wanted
from bot.services.picture_orders import PictureOf, Shows
from tests.builders import NOW


def said(about: Mapping[str, object]) -> str:
    [call] = give_up_picture(Wanted(1, Order(5, 5, Lane.PICTURES, "a.png", about), 5, NOW))
    return str(call.payload["text"])


def test_an_answer_comes_in_words() -> None:
    assert said(PictureOf(Shows.MUSCLES, "deadlift", words="The back.").as_json()) == "The back."


@pytest.mark.parametrize(
    "about",
    [
        PictureOf(Shows.VOLUME).as_json(),
        {"shows": "hologram", "week": "2026-11-16"},
        {"shows": "week", "week": "x"},
        {},
    ],
    ids=str,
)
def test_any_other_is_said_not_to_come(about: Mapping[str, object]) -> None:
    """One of another version of the coach, too: else it would be tried for ever."""
    assert "picture" in said(about).lower()
