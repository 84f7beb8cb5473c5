"""Is a fault worded so that whoever wrote the line can mend it?"""

from collections.abc import Mapping

import pytest
from pydantic import ValidationError

from bot.coaching.knowledge.faults import close_to, spot, worded
from bot.coaching.knowledge.models import Shape


class Part(Shape):
    colour: str = ""
    parts: tuple["Part", ...] = ()


class Whole(Shape):
    part: Part | None = None
    by_name: Mapping[str, Part] = {}
    ratio: float = 0.5


def said(body: Mapping[str, object]) -> list[str]:
    with pytest.raises(ValidationError) as caught:
        Whole.model_validate(body)
    return [worded(error, Whole, "it") for error in caught.value.errors()]


def test_an_unknown_key_is_answered_with_the_nearest_one_of_its_place() -> None:
    assert said({"prat": {}}) == ["it.prat: there is no such key here; did you mean 'part'?"]
    deep = {"part": {"parts": [{}, {"color": "red"}]}}
    assert said(deep) == ["it.part.parts[1].color: there is no such key here; did you mean 'colour'?"]


def test_no_guess_is_made_where_the_keys_are_free() -> None:
    assert said({"by_name": {"one": {"color": "red"}}}) == ["it.by_name.one.color: there is no such key here"]


def test_a_reason_without_words_of_ours_keeps_its_own() -> None:
    assert said({"ratio": "much"}) == [
        "it.ratio: Input should be a valid number, unable to parse string as a number, not 'much'"
    ]


def test_a_place_is_written_as_a_path() -> None:
    assert spot("row", "guide", "easier", 1, "exercise") == "row.guide.easier[1].exercise"


def test_only_a_near_name_is_offered() -> None:
    assert close_to("pullup", ["pull-up", "deadlift"]) == "; did you mean 'pull-up'?"
    assert close_to("squat", ["pull-up", "deadlift"]) == ""
