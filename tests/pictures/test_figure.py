"""Does the shade of a muscle follow what it did, on both sides, and nowhere else?"""

import pytest
from PIL import Image

from bot.pictures.anatomy import HALF, MUSCLES, POINTED
from bot.pictures.colours import DARK, LIGHT, Colour, Theme, shade
from bot.pictures.curves import smooth
from bot.pictures.figure import Figure
from bot.pictures.sheet import WIDTH, Sheet
from tests.pictures.test_draw import image

SCALE = 1.0
TOP = 20.0


def drawn(theme: Theme, shades: dict[str, float]) -> Image.Image:
    sheet = Sheet(1080, theme)
    Figure(sheet, WIDTH / 2, TOP, SCALE).draw(shades)
    return image(sheet.png())


def about(picture: Image.Image, muscle: str, side: int) -> float:
    """How light it is about the place a caption points to, from 0 to 255."""
    x, y = POINTED[muscle]
    left, top = round(WIDTH / 2 + side * x), round(TOP + y)
    area = bytes(picture.crop((left - 2, top - 2, left + 3, top + 3)).convert("L").tobytes())
    return sum(area) / len(area)


@pytest.mark.parametrize(("theme", "darker", "least"), [(LIGHT, True, 60), (DARK, False, 50)])
def test_the_more_the_stronger(theme: Theme, darker: bool, least: float) -> None:
    steps = [drawn(theme, dict.fromkeys(MUSCLES, value / 6)) for value in range(7)]
    for muscle in MUSCLES:
        for side in (-1, 1):
            seen = [about(picture, muscle, side) for picture in steps]
            assert seen == sorted(set(seen), reverse=darker), muscle
            assert abs(seen[0] - seen[-1]) > least, muscle


@pytest.fixture(scope="module")
def rested() -> Image.Image:
    return drawn(LIGHT, {})


@pytest.mark.parametrize("muscle", MUSCLES)
def test_no_other_muscle_changes_with_it(muscle: str, rested: Image.Image) -> None:
    worked = drawn(LIGHT, {muscle: 1.0})
    for other in MUSCLES:
        for side in (-1, 1):
            assert (about(rested, other, side) == about(worked, other, side)) == (other != muscle)


def test_both_halves_are_alike() -> None:
    picture = drawn(LIGHT, dict.fromkeys(MUSCLES, 0.6))
    for muscle in MUSCLES:
        assert about(picture, muscle, -1) == pytest.approx(about(picture, muscle, 1), abs=6)


def test_every_muscle_lies_on_the_body() -> None:
    assert set(POINTED) == set(MUSCLES)
    for bellies in MUSCLES.values():
        for belly in bellies:
            assert all(0 <= x <= HALF and 0 <= y <= 1000 for x, y in belly.outline)
            assert belly.fibre(0)[0] == pytest.approx(belly.upper[0])
            assert belly.fibre(1)[-1] == pytest.approx(belly.lower[-1])


def test_an_edge_goes_through_its_points() -> None:
    spots = ((0, 0), (10, 20), (30, 20), (40, 0))
    for spot in spots:
        assert any(pytest.approx(spot) == one for one in smooth(spots, 31))
    assert smooth(((0, 0), (10, 10)), 3) == [(0, 0), (5, 5), (10, 10)]


def luminance(colour: Colour) -> float:
    red, green, blue = (float((part / 255) ** 2.2) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_words_stand_out_from_the_paper(theme: Theme) -> None:
    for colour, least in ((theme.ink, 12), (theme.soft, 4.5), (theme.accent, 3.5)):
        one, other = sorted((luminance(colour), luminance(theme.paper)))
        assert (other + 0.05) / (one + 0.05) >= least


@pytest.mark.parametrize(("value", "as_"), [(-1.0, 0.0), (2.0, 1.0), (float("nan"), 0.0)])
def test_a_shade_beyond_the_ends_is_the_end(value: float, as_: float) -> None:
    assert shade(LIGHT, value) == shade(LIGHT, as_)
