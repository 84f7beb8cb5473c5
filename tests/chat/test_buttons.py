"""Does every button survive the wire: 64 bytes at most, back as it was, and anything forged refused?"""

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.buttons.of_answers import Advise, Ask
from bot.chat.buttons.of_plans import Step, WishPlan
from bot.chat.buttons.of_session import LogReps
from bot.chat.buttons.of_settings import PickGym
from bot.chat.press import LONGEST, Press
from bot.chat.routes import PRESSES
from bot.coaching.answers.of_pain import PARTS
from bot.coaching.language.understanding import Intent
from bot.domain.errors import ScreenOutdated
from tests.knowledge import KNOWLEDGE

BIG = st.integers(min_value=-1, max_value=2**31)
SLUGS = st.sampled_from(sorted({*KNOWLEDGE.exercises, *KNOWLEDGE.muscles, ""}))


def presses() -> st.SearchStrategy[Press]:
    def one(kind: type[Press]) -> st.SearchStrategy[Press]:
        parts = [BIG if field.type is int else SLUGS for field in fields(kind)]  # type: ignore[arg-type]
        if kind is WishPlan:
            parts[0] = st.sampled_from(Step)
        if kind is PickGym:
            parts = [st.sampled_from(["bar", "stack"]), st.sampled_from(["20", "1.25"]), st.sampled_from(["kg", "lb"])]
        return st.builds(kind, *parts)

    return st.one_of(*(one(kind) for kind in Press.BY_TAG.values() if kind is not Ask))


@given(presses())
def test_a_press_comes_back_as_it_was(press: Press) -> None:
    assert Press.unpack(press.pack()) == press


def test_every_question_that_can_be_a_button_fits() -> None:
    ids = [*KNOWLEDGE.exercises, *KNOWLEDGE.muscles]
    longest = max(ids, key=len)
    for intent in Intent:
        press = Ask.about(intent, longest, longest, more=True)
        assert len(press.pack().encode()) <= LONGEST
        assert press.intent == intent


def test_every_step_about_pain_that_can_be_a_button_fits() -> None:
    for id in KNOWLEDGE.pain:
        for part in ("", *PARTS):
            press = Advise(id, part)
            assert len(press.pack().encode()) <= LONGEST
            assert Press.unpack(press.pack()) == press


@given(st.text(max_size=80))
def test_anything_forged_is_outdated_and_never_a_crash(data: str) -> None:
    try:
        press = Press.unpack(data)
    except ScreenOutdated:
        return
    assert type(press) in PRESSES


@pytest.mark.parametrize(
    "data",
    ["", "l", "l:1:2:3:4", "l:1:2:3:4:5:6", "l:1:2:3:4:x", "nobody:1", "l:1:2:3:4:٣", "l:1:2:3:4:99999999999999999999"],
)
def test_a_press_with_the_wrong_parts_is_outdated(data: str) -> None:
    with pytest.raises(ScreenOutdated):
        Press.unpack(data)


def test_every_press_has_a_handler_and_every_handler_a_press() -> None:
    assert set(PRESSES) == set(Press.BY_TAG.values())


def test_a_tag_cannot_be_taken_twice() -> None:
    with pytest.raises(ValueError, match="taken by LogReps"):
        type("Another", (Press,), {}, tag=LogReps.TAG)


def test_a_press_that_would_not_fit_is_refused_at_once() -> None:
    with pytest.raises(ValueError, match="64 plain letters"):
        Ask("how_to", "x" * 60).pack()
