"""Do wishes come back from a button as they were, and is a forged one an old screen?"""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.buttons.of_plans import ALL, MOST_LETTERED, Step, WishPlan, wish_button, wishes_in
from bot.chat.press import Press
from bot.domain.errors import ScreenOutdated
from bot.domain.planning import DAYS, MINUTES, Aim, Level, Site, Wishes
from tests.knowledge import KNOWLEDGE

LIFTS = sorted(KNOWLEDGE.exercises)
tastes = st.lists(st.sampled_from(LIFTS), unique=True)
wishes = st.builds(
    Wishes,
    st.sampled_from(Aim),
    st.sampled_from(Level),
    st.sampled_from(DAYS),
    st.sampled_from(MINUTES),
    st.frozensets(st.sampled_from(sorted(KNOWLEDGE.equipment))),
    st.frozensets(st.sampled_from(Site)),
)


@given(wishes, tastes, st.integers(0, len(LIFTS)))
def test_wishes_come_back_from_a_button(wished: Wishes, tasted: list[str], loved: int) -> None:
    wished = replace(wished, loved=frozenset(tasted[:loved]), refused=frozenset(tasted[loved:]))
    pressed = Press.unpack(wish_button(Step.USE, wished, KNOWLEDGE).pack())
    assert isinstance(pressed, WishPlan)
    assert wishes_in(pressed, KNOWLEDGE) == wished


def test_the_longest_fits() -> None:
    most = Wishes(Aim.HEALTH, Level.ADVANCED, 6, 90, frozenset(KNOWLEDGE.equipment), frozenset(Site))
    for many in (MOST_LETTERED, MOST_LETTERED + 1, len(LIFTS)):
        wished = replace(most, refused=frozenset(LIFTS[-many:]))
        pressed = Press.unpack(wish_button(Step.USE, wished, KNOWLEDGE).pack())
        assert isinstance(pressed, WishPlan)
        assert wishes_in(pressed, KNOWLEDGE) == wished


@pytest.mark.parametrize("wished", [Wishes(refused=frozenset({"deadlift"})), Wishes(loved=frozenset({LIFTS[-1]}))])
@pytest.mark.parametrize("name", ["exercises", "equipment"])
def test_a_button_from_before_one_left_and_one_came_is_an_old_screen(wished: Wishes, name: str) -> None:
    """As many as before, each in another place."""
    first, *others = getattr(KNOWLEDGE, name).items()
    button = wish_button(
        Step.USE, wished, replace(KNOWLEDGE, **{name: dict([*others[:-1], ("new", others[-1][1]), first])})
    )
    with pytest.raises(ScreenOutdated):
        wishes_in(button, KNOWLEDGE)


def test_a_button_without_tastes_outlives_a_new_lift() -> None:
    wished = Wishes(equipment=frozenset({"barbell"}), hurts=frozenset({Site.ELBOW}))
    fewer = replace(KNOWLEDGE, exercises=dict(list(KNOWLEDGE.exercises.items())[1:]))
    assert wishes_in(wish_button(Step.USE, wished, fewer), KNOWLEDGE) == wished


@pytest.mark.parametrize("forged", ["2!", "zz", "zzzz", "²²", "-1", "", ALL, ALL + "!", ALL + "-1", ALL + "z" * 30])
def test_a_forged_taste_is_an_old_screen(forged: str) -> None:
    button = wish_button(Step.USE, Wishes(refused=frozenset({LIFTS[0]})), KNOWLEDGE)
    with pytest.raises(ScreenOutdated):
        wishes_in(replace(button, tastes=forged), KNOWLEDGE)


@pytest.mark.parametrize("shape", [-10260, 0, 199260, 102990, 100060])
def test_a_forged_shape_is_an_old_screen(shape: int) -> None:
    with pytest.raises(ScreenOutdated):
        wishes_in(replace(wish_button(Step.USE, Wishes(), KNOWLEDGE), shape=shape), KNOWLEDGE)


def test_a_lift_that_is_none_is_an_old_screen() -> None:
    button = wish_button(Step.USE, Wishes(refused=frozenset({LIFTS[0]})), KNOWLEDGE)
    with pytest.raises(ScreenOutdated):
        wishes_in(replace(button, tastes=button.tastes[:2] + "zz"), KNOWLEDGE)
