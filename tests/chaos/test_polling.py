"""Does a bot that polls lose, double or reorder a set when it is killed 20 times?"""

from tests.chaos.nursery import BORN
from tests.chaos.trial import Plan, run


def test_twenty_kills_by_polling(sqlite_url: str) -> None:
    report = run(Plan(sqlite_url, "polling", kills=20, sets_per_kill=30, seed=7, start=BORN))
    assert report.good, report
    assert report.kills == 20
    assert report.reported == 601
