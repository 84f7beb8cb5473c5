"""What is the one thing to do next, as the week stands?"""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bot.chat.views.week import next_text, quiet_week, sessions_text, streak_text, week_caption, week_map
from bot.domain.planning import Level
from bot.services.pictures import RegionWeek
from bot.services.week import Cause, Excess, Lack, Week
from tests.knowledge import KNOWLEDGE

TRAPS = RegionWeek("trapezius", "Traps", Decimal(4), 10, 18)
LATS = RegionWeek("latissimus-dorsi", "Lats", Decimal("16.5"), 6, 14)
MONDAY = date(2026, 11, 23)
LACK = Lack(TRAPS, 2, 2, frozenset({"face-pull", "bent-over-row"}))
WEEK = Week(MONDAY, date(2026, 11, 27), Level.NOVICE, 2, 2, 1, (TRAPS,), (), LACK)
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
        (replace(WEEK, lack=None, done=1, under_way=True), "the session you are in."),
        (
            replace(WEEK, done=0, planned=3, today=date(2026, 11, 29)),
            "one session, whichever day suits you.",
        ),
        (
            replace(WEEK, done=1, planned=3, today=date(2026, 11, 29)),
            "the 2 sessions left over: they wait for you.",
        ),
        (
            replace(WEEK, done=1, today=date(2026, 11, 30)),
            "the session left over: it waits for you.",
        ),
        (replace(WEEK, done=1, planned=2, lack=None), "the session that is left."),
        (replace(WEEK, done=1, planned=3, lack=None), "the 2 sessions that are left."),
        (
            replace(WEEK, done=0, rest_after=12),
            "a light week, half the sets with a tenth less weight: 12 weeks of hard training lie behind you.",
        ),
        (LIGHT, "the usual sets again."),
        (replace(LIGHT, done=1), "the session left, light until Sunday."),
        (replace(LIGHT, done=1, light=date(2026, 11, 26)), "the session left, with the usual sets again."),
        (replace(LIGHT, done=1, planned=3), "the 2 sessions left, light until Sunday."),
        (replace(LIGHT, light=date(2026, 12, 2)), "light until Wednesday, then the usual sets again."),
    ],
)
def test_what_is_next(week: Week, said: str) -> None:
    assert next_text(week, KNOWLEDGE).replace("two", "2") == said


@pytest.mark.parametrize(
    ("cause", "by_plan", "said", "why"),
    [
        (Cause.ASKED, False, "the same again, a little heavier.", "16.5 for lats is what my session asks for"),
        (Cause.ASKED, True, "the same again, a little heavier.", "because your plan asks for it"),
        (Cause.REPEATED, False, "my session once a week, which is plenty;", None),
        (Cause.REPEATED, True, "2 sessions a week, as planned: that is plenty for lats.", None),
        (Cause.ADDED, False, "less: 14 sets a week are plenty for lats.", None),
    ],
)
def test_nobody_is_blamed_for_what_the_coach_asked_for(cause: Cause, by_plan: bool, said: str, why: str | None) -> None:
    week = replace(WEEK, regions=(LATS,), lack=None, excess=Excess(LATS, cause), by_plan=by_plan)
    assert next_text(week, KNOWLEDGE).startswith(said)
    caption = str(week_caption(week, KNOWLEDGE))
    assert (why or "Next: ") in caption
    assert ("asks for" in caption) == (why is not None)
    assert ("less" in caption) == (cause is Cause.ADDED)


def test_a_session_that_goes_on_is_not_judged() -> None:
    assert sessions_text(replace(WEEK, done=1, under_way=True)) == "1 of 2 sessions, one under way"
    assert sessions_text(replace(WEEK, done=0, planned=None, under_way=True)) == "a session under way"


@pytest.mark.parametrize(
    ("today", "title", "has_next"),
    [
        (date(2026, 11, 29), "Your back this week", True),
        (date(2026, 11, 30), "Your back last week", True),
        (date(2026, 12, 7), "Your back that week", False),
    ],
)
def test_a_week_that_is_over_is_called_so(today: date, title: str, has_next: bool) -> None:
    week = replace(WEEK, today=today)
    assert week_map(week).title == title
    assert ("Next: " in str(week_caption(week, KNOWLEDGE))) == has_next


def test_an_empty_week_of_long_ago_is_given_no_advice() -> None:
    empty = replace(WEEK, done=0, lack=None)
    assert "Next: " in quiet_week(empty, KNOWLEDGE, of_today=True).text
    assert quiet_week(empty, KNOWLEDGE, of_today=False).text == "Nothing logged in the week of 23–29 Nov."


def test_weeks_before_there_was_a_plan_are_a_row_but_not_as_planned() -> None:
    assert streak_text(replace(WEEK, streak=4)) == "4 weeks in a row as planned"
    assert streak_text(replace(WEEK, streak=4, as_planned=False)) == "4 weeks in a row"


def test_a_light_week_is_said_to_be_one_and_held_against_no_range() -> None:
    said = str(week_caption(LIGHT, KNOWLEDGE))
    assert "A light week, as planned: fewer sets on purpose." in said
    assert "Hard sets: Traps 4\n" in said
    drawn = week_map(LIGHT)
    assert drawn.captions == {"trapezius": "Traps\n4"}
    assert drawn.subtitle.endswith("light week")
    partly = replace(LIGHT, partly=True)
    assert "Partly a light week, as planned: fewer sets on purpose then." in str(week_caption(partly, KNOWLEDGE))
    assert week_map(partly).subtitle.endswith("partly light")
    assert drawn.steps == ()


def test_the_shade_tells_below_in_and_beyond_the_range() -> None:
    sets = ("2", "9.5", "10", "10.5", "18", "18.5", "40")
    maps = [week_map(replace(WEEK, regions=(replace(TRAPS, sets=Decimal(one)),))) for one in sets]
    shades = [one.shades["trapezius"] for one in maps]
    assert shades == sorted(shades)
    below, inside, beyond = (value for _, value in maps[0].steps)
    assert [one <= below for one in shades] == [True] * 2 + [False] * 5
    assert shades[2:] == [inside] * 3 + [beyond] * 2
