"""Is all kept once when the process ends at a commit of each deed? At some of them; every one is `make chaos`."""

import shutil
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from tests.chaos.commits import run
from tests.chaos.talk import TALK

SOME = [(2, "after"), (4, "before")]
"""A turn is kept and nothing sent; a reply is sent and not noted."""


@pytest.fixture
def new_url(sqlite_template: Path, tmp_path: Path) -> Callable[[], str]:
    numbers = count()
    return lambda: f"sqlite:///{shutil.copy(sqlite_template, tmp_path / f'{next(numbers)}.db')}"


def test_an_end_in_every_deed(new_url: Callable[[], str]) -> None:
    report = run(new_url, SOME)
    assert report.good, report
    assert report.talks == len(SOME)
    assert report.ends > len(TALK)
