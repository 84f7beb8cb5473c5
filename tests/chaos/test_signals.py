"""Does a bot lose, double or reorder a set when it is told to stop, told twice, or told and killed a second later?"""

import pytest

from tests.chaos.nursery import BORN
from tests.chaos.trial import SLOW, Ending, Plan, run


@pytest.mark.parametrize("ending", [Ending.TERM, Ending.TERM_TWICE, Ending.TERM_THEN_KILL])
def test_three_ends(ending: Ending, sqlite_url: str) -> None:
    report = run(
        Plan(sqlite_url, "polling", kills=3, sets_per_kill=16, seed=9, ending=ending, faults=[SLOW], start=BORN)
    )
    assert report.good, report
    assert (report.kills, report.reported) == (3, 49)
