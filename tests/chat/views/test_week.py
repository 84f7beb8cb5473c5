"""What is the one thing to do next, as the week stands?"""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bot.chat.views.week import next_text, week_caption, week_map
from bot.services.pictures import RegionWeek
from bot.services.week import Lack, Week
from tests.knowledge import KNOWLEDGE

TRAPS = RegionWeek("trapezius", "Traps", Decimal(4), 10, 18)
WEEK = Week(date(2026, 11, 23), 2, 2, 1, (TRAPS,), (), Lack(TRAPS, 2, 2, frozenset({"face-pull", "bent-over-row"})))
LIGHT = replace(WEEK, lack=None, light=date(2026, 11, 29))


def lacking(*lifts: str, more: int = 2, own: str | None = None) -> Week:
    return replace(WEEK, lack=Lack(TRAPS, more, 2, frozenset(lifts), own))


@pytest.mark.parametrize(
    ("week", "said"),
    [
        (replace(WEEK, done=0), "one session, whichever day suits you."),
        (WEEK, "2 more row or face pull sets in each session."),
        (lacking("face-pull", "shrug"), "2 more face pull sets in each session."),
        (lacking("bent-over-row", more=1), "one more row set in each session."),
        (lacking("shrug", "band-row", own="band-row"), "2 more band row sets in each session."),
        (lacking("shrug"), "2 more sets for your traps in each session."),
        (replace(WEEK, done=1), "the session that is left; its sets count most."),
        (replace(WEEK, done=1, planned=3), "the 2 sessions that are left."),
        (replace(WEEK, lack=None), "the same again, a little heavier."),
        (LIGHT, "the usual sets again."),
        (replace(LIGHT, done=1), "the session left, light as well."),
        (replace(LIGHT, done=1, planned=3), "the 2 sessions left, light as well."),
        (replace(LIGHT, light=date(2026, 12, 2)), "light until Wednesday, then the usual sets again."),
    ],
)
def test_what_is_next(week: Week, said: str) -> None:
    assert next_text(week, KNOWLEDGE).replace("two", "2") == said


def test_a_light_week_is_said_to_be_one_and_held_against_no_range() -> None:
    said = str(week_caption(LIGHT, KNOWLEDGE))
    assert "A light week, as planned: fewer sets on purpose." in said
    assert "Hard sets: Traps 4\n" in said
    drawn = week_map(LIGHT)
    assert drawn.captions == {"trapezius": "Traps\n4"}
    assert drawn.subtitle.endswith("light week")
