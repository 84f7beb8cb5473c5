"""Does the bench of waves tell what came, how fast, and when a figure is missed?"""

from typing import Any

import pytest

from tests.bench.wave import Wave, _told, judged, told


def push(chat: int, at: float, status: int = 200) -> dict[str, Any]:
    return {"parameters": {"chat_id": chat, "text": "18:30 · Back session"}, "at": at, "status": status}


def reply(chat: int, at: float) -> dict[str, Any]:
    return {"parameters": {"chat_id": chat, "text": "✓ Lat pulldown"}, "at": at, "status": 200}


def wave(*calls: dict[str, Any], due: int = 40, waited: float = 0.02) -> Wave:
    return _told("SQLite", calls, due, 8.0, [waited] * 20, [0.01] * 20)


STEADY = [push(chat, chat / 8) for chat in range(40)]


def test_a_steady_wave_is_good() -> None:
    found = wave(*STEADY, reply(99, 1.0))
    assert (found.came, found.doubled, found.refused, found.most) == (40, 0, 0, 8)
    assert found.took == pytest.approx(39 / 8)
    assert found.p95 == pytest.approx(20)
    assert all(good for _, good in judged(found))
    assert "40 of 40 reminders due at once, 0 refused" in told(found)
    assert "2.00 and 2.00 x the 10 ms without a wave" in told(found)


@pytest.mark.parametrize(
    ("calls", "waited", "missed"),
    [
        (STEADY[1:], 0.02, "39 came"),
        ([*STEADY, push(3, 4.0)], 0.02, "1 twice"),
        ([*STEADY, push(3, 4.0, 429)], 0.02, "1 refused"),
        (STEADY, 0.3, "300 ms"),
        ([push(chat, chat / 4) for chat in range(40)], 0.02, "1.95 x the time"),
    ],
)
def test_what_is_missed_is_told(calls: list[dict[str, Any]], waited: float, missed: str) -> None:
    verdicts = judged(wave(*calls, waited=waited))
    assert [what for what, good in verdicts if not good] == [what for what, _ in verdicts if missed in what]
    assert any(missed in what for what, _ in verdicts)
