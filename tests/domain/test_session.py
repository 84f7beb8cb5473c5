"""How long was a session, and is what was done of it the session?"""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.session import Session
from bot.domain.training import KeptSet
from tests.builders import NOW, deadlift, item, kept, planned, pull_up, session


def done(*minutes: int) -> Session:
    """With a set after so many minutes each."""
    sets = tuple(
        replace(kept(deadlift(), place), performed_at=NOW + timedelta(minutes=at)) for place, at in enumerate(minutes)
    )
    return session(replace(item(), done=sets))


@pytest.mark.parametrize(
    ("minutes", "trained"),
    [
        ((), 0),
        ((5,), 5),
        ((5, 9, 14), 14),
        ((5, 65), 65),
        ((5, 66), 5),
        ((4, 8, 22 * 60, 22 * 60 + 6), 14),
        ((-30, 4), 34),
    ],
)
def test_an_hour_without_a_set_was_not_training(minutes: tuple[int, ...], trained: int) -> None:
    assert done(*minutes).trained_for == timedelta(minutes=trained)


LIFTED, WARMED, SWAPPED = (kept(deadlift()),), (kept(deadlift(warmup=True)),), (kept(pull_up()),)


@pytest.mark.parametrize(
    ("of_items", "light", "covered"),
    [
        ([LIFTED, (), (), ()], False, False),
        ([LIFTED, SWAPPED, (), ()], False, True),
        ([LIFTED, WARMED, (), ()], False, False),
        ([LIFTED, (), None, None], False, False),
        ([LIFTED, (), None, None], True, True),
        ([WARMED, (), None, None], True, False),
        ([None, None], True, False),
        ([], False, False),
    ],
)
def test_half_of_what_was_asked_is_the_session(
    of_items: list[tuple[KeptSet, ...] | None], light: bool, covered: bool
) -> None:
    """None: left aside."""
    items = tuple(
        replace(item(place, plan=planned("deadlift")), done=sets or (), skipped=sets is None)
        for place, sets in enumerate(of_items)
    )
    assert replace(session(), items=items, light=light).covered is covered
