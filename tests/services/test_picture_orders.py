"""Does what is written down of a picture say again which one it was?"""

from dataclasses import replace
from datetime import date

import orjson
import pytest

from bot.chat.send import with_map
from bot.services.messages import Priority
from bot.services.picture_orders import PictureOf, Shows, map_name, order_again, read_picture

KEYBOARD = {"inline_keyboard": [[{"text": "More", "callback_data": "q:h"}]]}
MAP = PictureOf(Shows.MUSCLES, "deadlift", words="<b>Deadlift</b>", keyboard=KEYBOARD, dark=True)


@pytest.mark.parametrize(
    "picture", [MAP, PictureOf(Shows.WEEK, week=date(2026, 11, 16), pushed=True), PictureOf(Shows.SESSION, session=3)]
)
def test_it_is_read_as_it_was_written(picture: PictureOf) -> None:
    assert read_picture(orjson.loads(orjson.dumps(picture.as_json()))) == picture


def test_an_order_of_the_version_before_is_read() -> None:
    about = {"shows": "muscles", "week": "0001-01-01", "exercise": "deadlift", "words": "x", "keyboard": KEYBOARD}
    assert read_picture(about) == PictureOf(Shows.MUSCLES, "deadlift", words="x", keyboard=KEYBOARD)


@pytest.mark.parametrize(
    ("picture", "above"),
    [(MAP, True), (replace(MAP, dark=False), True), (replace(MAP, keyboard=None, follows=True), False)],
)
def test_a_call_that_is_refused_says_what_to_order(picture: PictureOf, above: bool) -> None:
    name = map_name(picture.exercise, "0f", dark=picture.dark)
    call = with_map(7, name, "FILE", picture.words, picture.keyboard, Priority.BULK, above=above)
    again = order_again(call)
    assert read_picture(again.about) == picture
    assert (again.chat, again.priority) == (7, Priority.BULK)


def test_two_answers_about_one_exercise_are_two_pictures_on_order() -> None:
    calls = [with_map(7, map_name("deadlift", "0f", dark=False), "FILE", words, None, above=True) for words in "ab"]
    assert len({order_again(call).name for call in calls}) == 2
