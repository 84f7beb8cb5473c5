"""How is each bot started, and how long until it first replies?"""

import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from tests.bench.measure import Subject
from tests.processes import TOKEN, Telegram, environment, stand_in, start_bot

HELLO = (5001, "/start")
AS_DEPLOYED = {"MALLOC_TRIM_THRESHOLD_": "131072"}
"""What deploy/backcoach.service and deploy/Dockerfile have the allocator do."""


@contextmanager
def start(name: str, database_url: str | None) -> Iterator[Subject]:
    """A bot beside a stand-in of its own, once it has answered a message that waited for it."""
    with stand_in() as telegram:
        telegram.do("feed", says=[HELLO])
        begun = time.perf_counter()
        if database_url and name != "delivery":
            process = start_bot(telegram, database_url, **AS_DEPLOYED)
        else:
            process = _start_echo(telegram, name, [database_url] if database_url else [])
        try:
            telegram.show("wait", method="send*", count=1, timeout=60)
            yield Subject(telegram, process, time.perf_counter() - begun)
        finally:
            process.terminate()
            process.wait()


def _start_echo(telegram: Telegram, name: str, more: Sequence[str]) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", f"tests.bench.{name}_echo", telegram.url, TOKEN, *more],
        env=environment(),
        stdin=subprocess.DEVNULL,
    )
