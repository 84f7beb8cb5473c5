"""Is every picture a sound PNG, the same each time, with nothing written over an edge or over each other?"""

import subprocess
import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.chat.views.pictures import exercise_map
from bot.domain.units import Unit
from bot.pictures import draw as drawing
from bot.pictures.colours import DARK, LIGHT, Theme
from bot.pictures.draw import KEPT, draw
from bot.pictures.paint import sheet
from bot.pictures.sheet import SMALLEST, WIDTH, Sheet
from bot.services.pictures import (
    BodyChart,
    CalendarChart,
    ExerciseMap,
    LiftChart,
    MuscleMap,
    Picture,
    Point,
    RegionWeek,
    RoadChart,
    RoadStage,
    SessionPicture,
    VolumeChart,
)
from tests.knowledge import KNOWLEDGE
from tests.pictures.samples import LONG, SAMPLES, TODAY, WEEK, road, weeks

THEMES = {"light": LIGHT, "dark": DARK}
TALLEST = 1700


def image(png: bytes) -> Image.Image:
    opened = Image.open(BytesIO(png))
    opened.load()
    return opened


def sound(painted: Sheet) -> None:
    """Within the sheet, no words over each other."""
    assert 200 <= painted.height <= TALLEST
    for one in painted.written:
        assert one.left >= 0, one
        assert one.top >= 0, one
        assert one.right <= WIDTH, one
        assert one.bottom <= painted.height, one
    for one, other in combinations(painted.written, 2):
        apart = one.right <= other.left or other.right <= one.left or one.bottom <= other.top or other.bottom <= one.top
        assert apart, (one, other)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", SAMPLES)
def test_a_picture_of(name: str, theme: str) -> None:
    painted = sheet(SAMPLES[name], THEMES[theme])
    sound(painted)
    opened = image(painted.png())
    assert opened.format == "PNG"
    assert opened.size == (WIDTH, painted.height)
    assert {opened.getpixel(spot) for spot in ((0, 0), (WIDTH - 1, 0), (0, painted.height - 1))} == {
        THEMES[theme].paper
    }


days = st.dates()
numbers = st.decimals(-2000, 2000, places=3)
labels = st.text(max_size=60) | st.just(LONG)
points = st.lists(st.builds(Point, days, numbers, st.booleans(), labels), max_size=8).map(tuple)
units = st.sampled_from(Unit)
muscles = st.sampled_from(("latissimus-dorsi", "trapezius", "erector-spinae", "core", "biceps", "neck", "calves"))
shades = st.dictionaries(muscles, st.floats(0, 1))
shares = st.lists(st.builds(Point, days, st.decimals(0, 1, places=2), st.just(False), labels), max_size=8).map(tuple)
whole = st.integers(0, 10_000)


@st.composite
def volumes(pick: st.DrawFn) -> VolumeChart:
    mondays = sorted(pick(st.sets(days, max_size=6)))
    week = st.builds(RegionWeek, labels, labels, st.decimals(0, 300, places=1), st.integers(0, 20), st.integers(0, 40))
    row = st.lists(week, min_size=len(mondays), max_size=len(mondays)).map(tuple)
    return VolumeChart(tuple(mondays), tuple(pick(st.lists(row, max_size=8))))


pictures: st.SearchStrategy[Picture] = st.one_of(
    st.builds(LiftChart, labels, units, points, points, st.sampled_from(("", "reps", "seconds"))),
    volumes(),
    st.builds(BodyChart, units, points, points),
    st.builds(CalendarChart, days, st.dictionaries(days, st.integers(0, 99), max_size=9)),
    st.builds(MuscleMap, labels, shades, st.dictionaries(muscles, labels), labels),
    st.builds(ExerciseMap, labels, st.dictionaries(muscles, labels), st.dictionaries(muscles, labels)),
    st.builds(
        RoadChart, st.lists(st.builds(RoadStage, labels, labels, shares, labels), min_size=7, max_size=7).map(tuple),
        st.integers(0, 6), days,
    ),
    st.builds(
        SessionPicture, labels, days, whole, whole, labels, st.lists(st.tuples(labels, labels), max_size=10).map(tuple),
        st.lists(labels, max_size=5).map(tuple), shades,
    ),
)  # fmt: skip


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(pictures, st.sampled_from((LIGHT, DARK)))
def test_whatever_is_to_be_shown_is_drawn(picture: Picture, theme: Theme) -> None:
    painted = sheet(picture, theme)
    sound(painted)
    assert image(painted.png()).size == (WIDTH, painted.height)


@pytest.mark.parametrize("name", SAMPLES)
def test_no_type_is_smaller_than_a_phone_can_show(name: str) -> None:
    """1080 pixels are shown on 390 points; below ten and a half it is a guess."""
    assert all(one.size >= SMALLEST for one in sheet(SAMPLES[name], LIGHT).written)
    assert SMALLEST * 390 / WIDTH > 10.5


def test_the_same_picture_is_the_same_bytes() -> None:
    first = draw(WEEK, dark=False)
    drawing._kept.clear()
    assert draw(WEEK, dark=False) == first
    assert draw(WEEK, dark=True) != first


def test_the_last_pictures_are_kept_by_what_they_show() -> None:
    drawing._kept.clear()
    first = draw(WEEK, dark=False)
    assert draw(replace(WEEK, shades=dict(WEEK.shades)), dark=False) is first
    assert draw(replace(WEEK, shades={**WEEK.shades, "core": 0.4}), dark=False) != first
    for n in range(KEPT):
        draw(LiftChart(f"Lift {n}", Unit.KG, (), ()), dark=False)
    assert len(drawing._kept) == KEPT
    assert draw(WEEK, dark=False) is not first


def test_the_one_used_last_outlives_the_others() -> None:
    drawing._kept.clear()
    first = draw(WEEK, dark=False)
    for n in range(2 * KEPT):
        draw(LiftChart(f"Lift {n}", Unit.KG, (), ()), dark=False)
        assert draw(WEEK, dark=False) is first


def test_threads_draw_what_one_would() -> None:
    shown = [SAMPLES[name] for name in ("lift-quarter", "map-week", "session", "calendar-quarter")]
    alone = [draw(picture, dark=True) for picture in shown]
    drawing._kept.clear()
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda picture: draw(picture, dark=True), shown * 4))
    assert together == alone * 4


def test_the_libraries_are_read_at_the_first_picture() -> None:
    """The door alone is light: a coach starts without them."""
    code = "import sys, bot.pictures.draw; sys.exit('PIL' in sys.modules or 'aggdraw' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def words(picture: Picture) -> list[str]:
    return [one.text for one in sheet(picture, LIGHT).written]


TOLD: Mapping[str, tuple[Picture, list[str], list[str]]] = {
    "one session: a point with its set": (
        SAMPLES["lift-one"], ["116.5", "kg", "100 × 5", "18 Nov"], ["since"],
    ),
    "two: the way between them": (SAMPLES["lift-two"], ["120", "+3.5 since 15 Nov"], []),
    "pounds": (SAMPLES["lift-years"], ["lb", "350 lb"], ["kg"]),
    "repetitions have no unit of load": (SAMPLES["lift-reps"], ["reps", "best set"], ["kg", "estimated max"]),
    "a region that was missed": (SAMPLES["volume-eight"], ["0", "of 10–20"], []),
    "a trend over years, and what it is": (
        SAMPLES["lift-years"], ["best of each month", "estimated max · best of Nov 2026", "Jul ’25"], ["Jul 25"],
    ),
    "a trend over half a year": (SAMPLES["lift-half"], ["best of each week", "best of 16–22 Nov 2026"], []),
    "two weights stand on days of their own": (SAMPLES["body-two"], ["13 Nov", "18 Nov", "Jul ’26"], ["body weight"]),
    "a year and a half away": (SAMPLES["lift-gaps"], ["+30 since 14 Oct 2025"], []),
    "more days than fit": (SAMPLES["calendar-years"], ["9", "177 in 12 months · 400 in all"], []),
    "what is beyond a card": (SAMPLES["session-long"], ["and 7 more", "and 3 more records"], []),
    "a road not begun yet": (SAMPLES["road-none"], ["of 7", "begins with: Hang", "goal 3×30 s", "3×5–8"], ["best"]),
    "where they stand on the road": (
        SAMPLES["road-quarter"], ["3", "Lowering · after 3×5: With help", "best 4 · goal 3×5", "best 32 s"], [],
    ),
    "a step that was passed over": (road(1, (0, 0, ""), (9, 3, "6")), ["passed over"], []),
    "nothing moved is not said": (SAMPLES["session-small"], ["12", "minutes", "set"], ["moved"]),
    "what the shades of a week stand for": (WEEK, ["below", "in the range", "beyond it"], ["rested", "worked most"]),
    "a script the fonts lack": (LiftChart("硬拉 🏋️", Unit.KG, (), ()), ["Your lift"], []),
    "a muscle that is not on a back": (
        MuscleMap("Row", {}, {"neck": "Neck, a little"}), ["Neck, a little"], [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", TOLD)
def test_it_says(case: str) -> None:
    picture, said, unsaid = TOLD[case]
    text = words(picture)
    assert all(any(one in line for line in text) for one in said), text
    assert not any(one in line for one in unsaid for line in text), text


def test_the_future_is_not_counted() -> None:
    chart = CalendarChart(TODAY, {TODAY: 3, date(2026, 11, 30): 9})
    assert {"1", "day"} <= set(words(chart))


def test_every_muscle_the_coach_knows_is_on_the_map() -> None:
    known = KNOWLEDGE.muscles
    assert not [line for line in words(MuscleMap("Back", {}, dict.fromkeys(known, "here"))) if "more" in line]
    assert words(MuscleMap("Back", {}, dict.fromkeys(known, "here"))).count("here") == len(known)


def test_every_muscle_of_every_exercise_is_named_whole_on_its_map() -> None:
    for exercise in KNOWLEDGE.exercises.values():
        shown = exercise_map(exercise.id, KNOWLEDGE)
        assert {*shown.works.values(), *shown.helps.values()} <= set(words(shown)), exercise.id


def test_a_map_is_low_enough_to_stand_between_words_and_buttons() -> None:
    assert sheet(SAMPLES["exercise-all"], DARK).height * 2 <= WIDTH


def test_a_week_of_no_regions_says_so() -> None:
    assert "No hard sets yet." in words(VolumeChart((), ()))
    assert "and 2 more" in words(VolumeChart(weeks(1).weeks, weeks(1).regions * 2))


def test_a_body_weight_that_stays_has_not_changed() -> None:
    chart = BodyChart(Unit.KG, (Point(date(2026, 1, 1), Decimal(80)), Point(TODAY, Decimal(80))), ())
    assert not [line for line in words(chart) if "since" in line]
