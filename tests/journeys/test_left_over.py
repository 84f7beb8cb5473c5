"""A session left open on an earlier day: today's sets are today's, none is lost, and going on is said, not assumed."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from bot import app
from bot.domain.hurting import Off
from bot.local import LocalTelegram
from bot.services.ports import Work
from tests.journeys.people import Lifter, buttons, coach_at_work, watch


@pytest.fixture
async def sam(telegram: LocalTelegram, sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Lifter]:
    """A lifter before a coach whose own clock goes as the chat's."""
    monkeypatch.setattr(app, "clock", lambda: datetime.fromtimestamp(telegram.world.now(), UTC))
    watcher = watch(sqlite_url)
    async with coach_at_work(sqlite_url, telegram):
        lifter = Lifter(telegram, watcher)
        lifter.at(18)
        await lifter.says("/workout")
        await lifter.says("100x8")
        yield lifter
    watcher.close()


def later(lifter: Lifter, *, days: int = 0, hours: float = 0) -> None:
    lifter.telegram.world.clock_offset += 86_400 * days + 3600 * hours


def labels(message: dict[str, object]) -> list[str]:
    return [label for row in buttons(message) for label in row]


async def test_a_line_is_kept_today_beside_it_and_it_is_closed(sam: Lifter) -> None:
    later(sam, days=2)
    [said] = await sam.says("100x7")
    assert said.startswith("✓ Deadlift  100 kg × 7")
    assert "session was still open; it is closed, its sets stand." in said
    [history] = await sam.says("/history")
    assert "100 kg × 7" in history
    assert "100 kg × 8" in history
    assert "100 kg × 8 · 7" not in history
    [card] = await sam.says("/workout")
    assert "DEADLIFT   set 1 of 3" in card
    await sam.says("/undo")
    assert "100 kg × 7" not in (await sam.says("/history"))[0]


async def test_a_tap_on_its_card_is_a_set_of_todays_session(sam: Lifter) -> None:
    old = sam.card
    later(sam, days=2)
    await sam.taps("✓ Done", old, times=2)
    assert sam.toasts[0].startswith("✓ 100 kg × ")
    assert "DEADLIFT   set 2 of 3" in sam.card["text"]
    assert "Left open" not in sam.card["text"]
    [history] = await sam.says("/history")
    assert history.count("100 kg × ") == 2


async def test_going_on_is_one_tap_and_then_it_is_todays(sam: Lifter) -> None:
    later(sam, days=2)
    await sam.taps("Session")
    assert "Left open" in sam.last["text"], "a button of that day does not go on with it unasked"
    [asked] = await sam.says("/workout")
    assert "Left open" in asked
    assert labels(sam.last)[-2:] == ["Close it, start today's", "Go on with it"]
    assert not any(label.startswith("✓ Done") for label in labels(sam.last))
    await sam.taps("Go on with it", sam.last)
    assert "Left open" not in sam.last["text"]
    await sam.says("100x7")
    assert "100 kg × 8 · 7" in sam.card["text"]


async def test_past_midnight_it_is_the_same_evening(sam: Lifter) -> None:
    sam.at(23, 30)
    await sam.says("100x8")
    later(sam, hours=5)
    [card] = await sam.says("/workout")
    assert "Left open" in card
    await sam.taps("Go on with it", sam.last)
    await sam.says("100x8")
    later(sam, hours=2.5)
    assert "Left open" not in (await sam.says("/workout"))[0]


async def test_a_set_of_another_day_leaves_it_open(sam: Lifter) -> None:
    later(sam, days=2)
    [said] = await sam.says("yesterday lat pulldown 50x10")
    assert "still open" not in said
    assert "Left open" in (await sam.says("/workout"))[0]


async def test_it_is_closed_and_its_tap_kept_where_every_lift_of_today_is_off(sam: Lifter) -> None:
    old = sam.card
    await _off_with_all(sam)
    later(sam, days=2)
    await sam.taps("✓ Done", old)
    assert any(message.get("text", "").startswith("Every lift of this session is off") for message in sam.messages)
    [history] = await sam.says("/history")
    assert history.count("100 kg × ") == 2
    assert await sam.watcher.run(lambda work: work.sessions.open(1)) is None


async def _off_with_all(lifter: Lifter) -> None:
    """Without a place, so that nothing can stand in."""
    now = datetime.fromtimestamp(lifter.telegram.world.now(), UTC)

    def put(work: Work) -> None:
        session = work.sessions.open(1)
        assert session is not None
        for item in session.items:
            work.hurts.put(1, Off(item.plan.exercise, frozenset(), now))

    await lifter.watcher.run(put)
