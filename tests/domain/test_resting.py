"""Which set gives how long a rest, and when is nobody asked?"""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.athlete import Athlete
from bot.domain.resting import is_night, rest_after, waking
from bot.domain.training import DoneSet
from tests.builders import deadlift, item, kept, planned, pull_up, session

TWO = (planned("deadlift", sets=2), planned("pull-up", sets=2))


@pytest.mark.parametrize(
    ("why", "done_before", "sets", "positions", "seconds"),
    [
        ("a set of the lift on the card", (1, 0), [deadlift()], [0], 180),
        ("its last one, with another lift to come", (2, 0), [deadlift()], [0], 180),
        ("several at once count as the last", (1, 1), [deadlift(), pull_up()], [0, 1], 180),
        ("a warm-up", (0, 0), [deadlift(warmup=True)], [0], None),
        ("a warm-up, then a set", (1, 0), [deadlift(warmup=True), deadlift()], [0, 0], 180),
        ("a lift that the session does not ask for", (0, 0), [DoneSet("face-pull", reps=12)], [None], None),
        ("a set, then such a lift", (1, 0), [deadlift(), DoneSet("face-pull", reps=12)], [0, None], None),
        ("the last set of all", (2, 2), [pull_up()], [1], None),
    ],
)
def test_which_set_gives_a_rest(
    why: str, done_before: tuple[int, int], sets: list[DoneSet], positions: list[int | None], seconds: int | None
) -> None:
    items = [
        item(place, *[deadlift() if place == 0 else pull_up()] * count, plan=plan)
        for place, (plan, count) in enumerate(zip(TWO, done_before, strict=True))
    ]
    now = session(*items)
    now = now.at(now.next_position())
    assert rest_after(now, [kept(one) for one in sets], positions) == seconds, why


@pytest.mark.parametrize(
    ("zone", "chosen", "hour", "minute", "night"),
    [
        ("UTC", True, 22, 59, False),
        ("UTC", True, 23, 0, True),
        ("UTC", True, 3, 0, True),
        ("UTC", True, 6, 59, True),
        ("UTC", True, 7, 0, False),
        ("UTC", False, 3, 0, False),
        ("Asia/Kolkata", True, 17, 30, True),
        ("America/New_York", True, 11, 59, True),
        ("America/New_York", True, 12, 0, False),
    ],
)
def test_when_it_is_night(zone: str, chosen: bool, hour: int, minute: int, night: bool) -> None:
    athlete = Athlete(1, 1, "Ann", zone=zone, zone_chosen=chosen)
    assert is_night(athlete, datetime(2026, 11, 22, hour, minute, tzinfo=UTC)) is night


@pytest.mark.parametrize(
    ("zone", "chosen", "hour", "minutes"),
    [
        ("UTC", True, 22, 0),
        ("UTC", True, 23, 8 * 60),
        ("UTC", True, 0, 7 * 60),
        ("UTC", True, 6, 60),
        ("UTC", True, 7, 0),
        ("UTC", False, 3, 0),
        ("Asia/Kolkata", True, 18, 7 * 60 + 30),
        ("America/New_York", True, 4, 8 * 60),
    ],
)
def test_when_nobody_is_woken_any_more(zone: str, chosen: bool, hour: int, minutes: int) -> None:
    athlete = Athlete(1, 1, "Ann", zone=zone, zone_chosen=chosen)
    at = datetime(2026, 11, 22, hour, tzinfo=UTC)
    assert waking(athlete, at) == at + timedelta(minutes=minutes)
