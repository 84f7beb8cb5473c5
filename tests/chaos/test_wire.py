"""Is a reply missing or repeated without a reason when the wire fails? Short; each fault for long is `make chaos`."""

import pytest

from tests.chaos.nursery import BORN
from tests.chaos.wire import MIXED, run


@pytest.mark.parametrize(("kind", "kills"), [("400", 0), ("403", 0), (MIXED, 2)])
def test_a_wire_that_fails(kind: str, kills: int, sqlite_url: str) -> None:
    report = run(sqlite_url, kind, sets=60, kills=kills, seed=4, start=BORN)
    assert report.good, report
