"""Does the database itself refuse what must not be, whoever writes it?"""

from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import Connection, insert
from sqlalchemy.exc import IntegrityError

from bot.domain.session import SessionState
from bot.domain.units import Unit
from bot.storage.done_sets import columns_of
from bot.storage.tables import done_sets, entries, inbox, outbox, session_items, sessions, settings
from tests.builders import NOW, TODAY, deadlift

SET = {"entry_id": 1, "athlete_id": 1, "performed_at": NOW, "day": TODAY, **columns_of(deadlift())}
SESSION: dict[str, Any] = {"athlete_id": 1, "program": "back", "state": SessionState.OPEN, "position": 0}
SESSION |= {"started_at": NOW, "day": TODAY}
ITEM = {"session_id": 1, "position": 0, "exercise": "row", "sets": 3, "reps_low": 5, "reps_high": 8, "rest": 60}
CALL = {"chat": 1, "method": "x", "payload": {}, "priority": 0, "put_at": NOW, "ready_at": NOW}


@pytest.fixture
def filled(connection: Connection, ann: int) -> Connection:
    connection.execute(insert(entries), {"id": 1, "athlete_id": ann, "kept_at": NOW})
    connection.execute(insert(sessions), {**SESSION, "id": 1, "athlete_id": ann})
    return connection


@pytest.mark.parametrize(
    ("table", "row", "wrong"),
    [
        (done_sets, SET, {"reps": 0}),
        (done_sets, SET, {"reps": None, "seconds": None}),
        (done_sets, SET, {"seconds": 0}),
        (done_sets, SET, {"load": None}),
        (done_sets, SET, {"load_unit": None}),
        (done_sets, SET, {"load": Decimal("2000.001")}),
        (done_sets, SET, {"rpe": Decimal("0.5")}),
        (done_sets, SET, {"rpe": Decimal("8.25")}),
        (done_sets, SET, {"position": 0}),
        (done_sets, SET, {"entry_id": 404}),
        (done_sets, SET, {"athlete_id": 404}),
        (done_sets, SET, {"day": None}),
        (sessions, SESSION, {"finished_at": NOW}),
        (sessions, SESSION, {"state": SessionState.FINISHED}),
        (sessions, SESSION, {"position": -1}),
        (sessions, SESSION, {}),
        (session_items, ITEM, {"sets": 0}),
        (session_items, ITEM, {"reps_low": 9}),
        (session_items, ITEM, {"rest": -1}),
        (session_items, ITEM, {"session_id": 404}),
        (settings, {"athlete_id": 1, "zone": "UTC"}, {"unit": Unit.KG}),
        (inbox, {"update_id": 1, "received_at": NOW, "lap": 0}, {"chat": 1, "body": None}),
        (outbox, CALL, {"priority": 2}),
        (outbox, CALL, {"file": b"x"}),
    ],
)
def test_a_wrong_row_is_refused(filled: Connection, table: Any, row: dict[str, Any], wrong: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError):
        filled.execute(insert(table), {**row, **wrong})


@pytest.mark.parametrize(("table", "row"), [(done_sets, SET), (session_items, ITEM), (outbox, CALL)])
def test_the_right_row_beside_it_is_taken(filled: Connection, table: Any, row: dict[str, Any]) -> None:
    filled.execute(insert(table), row)


def test_an_imported_set_stands_once(filled: Connection) -> None:
    filled.execute(insert(done_sets), [{**SET, "fingerprint": 7, "undone_at": NOW}] * 2)
    filled.execute(insert(done_sets), [{**SET, "fingerprint": None}] * 2)
    filled.execute(insert(done_sets), {**SET, "fingerprint": 7})
    with pytest.raises(IntegrityError):
        filled.execute(insert(done_sets), {**SET, "fingerprint": 7})
