"""Is all kept once when the process ends at a commit? Some of them; every one is `make chaos`."""

import shutil
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from tests.chaos.commits import run

SOME = range(4, 1000, 29)


@pytest.fixture
def new_url(sqlite_template: Path, tmp_path: Path) -> Callable[[], str]:
    numbers = count()
    return lambda: f"sqlite:///{shutil.copy(sqlite_template, tmp_path / f'{next(numbers)}.db')}"


def test_ends_before_and_after_some_commits(new_url: Callable[[], str]) -> None:
    report = run(new_url, SOME)
    assert report.differences == []
    assert report.ends >= 8
    assert report.repeats <= report.ends * 2
