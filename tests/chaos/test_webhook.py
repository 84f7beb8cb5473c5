"""Does a bot with a webhook, a tenth of whose answers get lost, lose, double or reorder a set when killed 20 times?"""

from tests.chaos.nursery import BORN
from tests.chaos.trial import Plan, run


def test_twenty_kills_by_webhook(postgres_url: str) -> None:
    report = run(Plan(postgres_url, "webhook", kills=20, sets_per_kill=30, seed=8, start=BORN))
    assert report.good, report
    assert report.kills == 20
    assert report.reported == 601
