"""Do fuzzed updates, a stranger, hostile names, a flood and an abused webhook do no harm? Short; long: `make chaos`."""

import random
from pathlib import Path
from shutil import copy

from bot.chat.press import Press
from bot.delivery.work import BATCH
from bot.storage.database import SqlDatabase
from tests.chaos import abuse, flood, fuzz, hostile, strangers
from tests.chaos.fuzz_updates import Fuzz
from tests.journeys.people import coach

OPENS_SOMETHING = {"LogReps", "EditEntry", "DeleteSet", "DeleteNote", "DropReminder", "UndoImport", "ForgetMeYes"}
"""Presses that carry a number and must do something for whom it belongs to."""


async def test_fuzzed_updates(sqlite_database: SqlDatabase) -> None:
    report = await fuzz.run(sqlite_database, coach(), 1200, seed=5)
    assert report.good, report
    assert report.put_aside > 60
    assert report.handled > 600


def test_every_type_of_press_is_fuzzed() -> None:
    made = Fuzz(random.Random(1), now=1_700_000_000)
    bodies = b" ".join(made.bodies(6000)).decode()
    assert [
        kind.__name__
        for kind in Press.BY_TAG.values()
        if f'"{kind.TAG}:' not in bodies and f'"{kind.TAG}"' not in bodies
    ] == []


async def test_a_stranger_reads_and_changes_nothing(sqlite_database: SqlDatabase) -> None:
    report = await strangers.run(sqlite_database, coach(), seed=3, most=12)
    assert report.good, report
    assert report.kinds == len(Press.BY_TAG)
    assert report.numbers > 50


async def test_the_numbers_of_that_trial_are_live(sqlite_template: Path, tmp_path: Path) -> None:
    """Else it would prove nothing: pressed by whom they belong to, they show or change something."""
    lived_in = Path(copy(sqlite_template, tmp_path / "lived.db"))
    live = await strangers.pressed_by_its_owner(lived_in, coach(), seed=3, kinds=OPENS_SOMETHING)
    assert live == OPENS_SOMETHING


async def test_hostile_names_are_shown_and_harm_nothing(sqlite_database: SqlDatabase) -> None:
    report = await hostile.run(sqlite_database, coach(), words=hostile.WORDS[::12], most=25)
    assert report.good, report
    assert report.presses > 100


async def test_a_flood_of_one_holds_up_nobody(sqlite_database: SqlDatabase) -> None:
    before = await flood.passed_by(sqlite_database, coach(), 1000)
    assert before.pop(flood.FLOODER) == 1000
    assert len(before) == len(flood.OTHERS)
    assert max(before.values()) < 2 * BATCH, "who writes is answered with the next batches, whatever waits"


def test_a_webhook_that_is_abused_serves_others(tmp_path: Path) -> None:
    report = abuse.run(tmp_path, huge=1, bad=60, slow=20, warm=50)
    assert report.harmless, report
    assert len(report.answers) >= 7, report
