"""Is garbage left alone while the coach starts, and looked for again once it has, or could not?"""

import asyncio
import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.app import serve
from bot.commands.serving import until_stopped
from bot.local import LocalTelegram
from tests.journeys.people import local_settings
from tests.processes import TOKEN

PATIENCE = 20


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    yield
    gc.unfreeze()
    gc.enable()


def test_none_is_looked_for_while_code_and_knowledge_are_read(tmp_path: Path) -> None:
    seen = list[bool]()

    async def main() -> None:
        seen.append(gc.isenabled())
        raise OSError("no room")

    assert until_stopped(local_settings(f"sqlite:///{tmp_path}/coach.db"), TOKEN, main()) == 1
    assert seen == [False]
    assert gc.isenabled()


async def test_it_is_looked_for_when_the_coach_has_read_all(telegram: LocalTelegram, tmp_path: Path) -> None:
    gc.disable()
    running = asyncio.create_task(serve(local_settings(f"sqlite:///{tmp_path}/coach.db"), telegram.token, telegram.url))
    for _ in range(PATIENCE * 100):
        if gc.isenabled() or running.done():
            break
        await asyncio.sleep(0.01)
    assert gc.isenabled()
    assert gc.get_freeze_count() > 100_000
    running.cancel()
    await asyncio.wait([running])
