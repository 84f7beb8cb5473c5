"""Is a file left out, row by row or whole, as far as it would make one log slow for everybody, and is that said?"""

from datetime import date, timedelta

import pytest

from bot.coaching.importing.shapes import FileRefused, Reason
from bot.services import room
from bot.services.import_sets import import_sets, preview
from bot.services.room import FULL, MOST_EXERCISES, MOST_OF_DAY, MOST_SETS
from bot.storage.database import SqlDatabase
from bot.storage.work import SqlWork
from tests.builders import NOW, deadlift
from tests.coaching.importing.files import STRONG_UNITS, file, strong_units
from tests.services.importing import added, met, ready

DAY = date(2025, 3, 4)


def test_a_day_has_an_end(database: SqlDatabase) -> None:
    body = file(STRONG_UNITS, *(strong_units(number) for number in range(MOST_OF_DAY + 5)))

    def go(work: SqlWork) -> None:
        ann = met(work)
        work.log.keep(ann.id, [deadlift(3)], at=NOW, day=DAY)
        shown = preview(work, ann, ready(body))
        assert (shown.sets, shown.left_out) == (MOST_OF_DAY - 1, {Reason.CROWDED: [301, 302, 303, 304, 305, 306]})
        assert added(work, ann, body) == MOST_OF_DAY - 1
        assert added(work, ann, body) == 0
        assert work.history.count(ann.id) == MOST_OF_DAY
        assert added(work, ann, body.replace(b"2025-03-04", b"2025-03-06")) == MOST_OF_DAY, "another day has its own"

    database.run_now(go)  # type: ignore[arg-type]
    assert str(MOST_OF_DAY) in Reason.CROWDED.value


def test_exercises_have_an_end(database: SqlDatabase) -> None:
    days = (str(DAY + timedelta(days=number)) for number in range(MOST_EXERCISES + 20))
    rows = [strong_units().replace("2025-03-04", day).replace("Deadlift (Barbell)", f"Lift of {day}") for day in days]
    body = file(STRONG_UNITS, *rows)

    def go(work: SqlWork) -> None:
        ann = met(work)
        shown, _ = import_sets(work, ann, ready(body), NOW)
        assert (shown.sets, len(shown.left_out[Reason.EXERCISES])) == (MOST_EXERCISES, 20)
        assert added(work, ann, body) == 0
        known = file(STRONG_UNITS, rows[0].replace("2025-03-04 18", "2025-02-04 18"), strong_units())
        assert added(work, ann, known) == 1, "of what is in the log already there may be more"

    database.run_now(go)  # type: ignore[arg-type]
    assert str(MOST_EXERCISES) in Reason.EXERCISES.value


def test_a_log_has_an_end(database: SqlDatabase, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MOST_SETS", 3)
    body = file(STRONG_UNITS, *(strong_units(number) for number in range(3)))

    def go(work: SqlWork) -> None:
        ann = met(work)
        work.log.keep(ann.id, [deadlift(3)], at=NOW, day=DAY)
        with pytest.raises(FileRefused, match=FULL):
            preview(work, ann, ready(body))
        with pytest.raises(FileRefused, match=FULL):
            import_sets(work, ann, ready(body), NOW)
        assert work.history.count(ann.id) == 1
        assert added(work, ann, file(STRONG_UNITS, strong_units(1), strong_units(2))) == 2

    database.run_now(go)  # type: ignore[arg-type]
    assert f"{MOST_SETS:,}" in FULL
