"""Is a new edition of the time zones noticed, wherever a system keeps its own?"""

import zoneinfo
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pytest

from bot.places.rules import zone_rules


@pytest.fixture
def system(tmp_path: Path) -> Iterator[Path]:
    """The folder in which the system keeps its zones."""
    before = zoneinfo.TZPATH
    zoneinfo.reset_tzpath(to=[str(tmp_path / "nowhere"), str(tmp_path)])
    yield tmp_path
    zoneinfo.reset_tzpath(to=before)


def test_the_package_alone(system: Path) -> None:
    assert zone_rules() == f"/{version('tzdata')}"


def test_the_systems_own_comes_first(system: Path) -> None:
    (system / "tzdata.zi").write_text("# version 2026a\n# This zic input file is in the public domain.\n")
    assert zone_rules() == f"2026a/{version('tzdata')}"
    (system / "+VERSION").write_text("2026b\n")
    assert zone_rules() == f"2026b/{version('tzdata')}"


def test_a_strange_file_is_no_trouble(system: Path) -> None:
    (system / "+VERSION").write_bytes(b"\xff" * 1000)
    assert len(zone_rules()) <= 64
