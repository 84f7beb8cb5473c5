"""Do fuzzed updates, a stranger, hostile names, a flood and an abused webhook do no harm? Long: `make chaos`."""

import random
from pathlib import Path
from shutil import copy

import pytest

from bot.chat.press import Press
from bot.storage.database import SqlDatabase
from tests.chaos import abuse, flood, fuzz, hostile, strangers
from tests.chaos.fuzz_updates import Fuzz
from tests.journeys.people import coach

OPENS_SOMETHING = {
    "LogReps", "UndoEntry", "EditEntry", "TakeBack", "ShowSet", "ChangeCount", "ChangeLoad", "DeleteSet", "ShowTrained",
    "ShowRecords", "DeleteNote", "ListNotes", "ListWeights", "DropReminder", "SetReminder", "DropFile", "UndoImport",
    "ForgetMeYes", "SendBroadcast", "FinishWorkout",
}  # fmt: skip
"""Presses that carry a number and must do something for whom it belongs to."""


async def test_two_thousand_fuzzed_updates(sqlite_database: SqlDatabase) -> None:
    report = await fuzz.run(sqlite_database, coach(), 2000, seed=5)
    assert report.good, report
    assert report.put_aside > 100
    assert report.handled > 1000


def test_every_type_of_press_is_fuzzed() -> None:
    made = Fuzz(random.Random(1), now=1_700_000_000)
    bodies = b" ".join(made.bodies(6000)).decode()
    assert [
        kind.__name__
        for kind in Press.BY_TAG.values()
        if f'"{kind.TAG}:' not in bodies and f'"{kind.TAG}"' not in bodies
    ] == []


async def test_a_stranger_reads_and_changes_nothing(sqlite_database: SqlDatabase) -> None:
    report = await strangers.run(sqlite_database, coach(), seed=3, most=40)
    assert report.good, report
    assert report.kinds == len(Press.BY_TAG)
    assert report.numbers > 50


async def test_the_numbers_of_that_trial_are_live(sqlite_template: Path, tmp_path: Path) -> None:
    """Else it would prove nothing: pressed by whom they belong to, they show or change something."""
    lived_in = Path(copy(sqlite_template, tmp_path / "lived.db"))
    live = await strangers.pressed_by_its_owner(lived_in, coach(), seed=3, kinds=OPENS_SOMETHING)
    assert live == OPENS_SOMETHING


async def test_hostile_names_are_shown_and_harm_nothing(sqlite_database: SqlDatabase) -> None:
    report = await hostile.run(sqlite_database, coach(), words=hostile.WORDS[::4], most=40)
    assert report.good, report
    assert report.presses > 500


@pytest.mark.parametrize("limits", [False, True])
def test_a_flood_of_one_holds_up_nobody(tmp_path: Path, limits: bool) -> None:
    report = flood.run(tmp_path / "flood.db", 1000, limits=limits)
    assert report.good, report


def test_a_webhook_that_is_abused_serves_others(tmp_path: Path) -> None:
    report = abuse.run(tmp_path / "abuse.db", huge=1, bad=50, slow=20)
    assert report.good, report
