"""How does a bot start again and again in a tenth of the time? Born of a process that has read all it needs.

Imports and the knowledge left out, the start is that of `python -m bot run`. Short trials take it; the long ones start
each bot whole.
"""

import os
import runpy
import subprocess
import sys
from collections.abc import Mapping, Sequence
from multiprocessing import get_context
from typing import IO

from tests.chaos.trial import Start
from tests.processes import TOKEN, Telegram, environment

FORKS = get_context("forkserver")
FORKS.set_forkserver_preload(["tests.chaos.ready"])


class Born:
    """As far as trials need it, a `subprocess.Popen`."""

    def __init__(self, module: Sequence[str], settings: Mapping[str, str], log: str | None) -> None:
        self._process = FORKS.Process(target=_live, args=(module, settings, log), daemon=True)
        self._process.start()
        self.pid = self._process.pid or 0

    @property
    def returncode(self) -> int | None:
        return self._process.exitcode

    def poll(self) -> int | None:
        return self._process.exitcode

    def wait(self, timeout: float | None = None) -> int:
        self._process.join(timeout)
        ended = self._process.exitcode
        if ended is None:
            raise subprocess.TimeoutExpired("a bot", timeout or 0.0)
        return ended

    def kill(self) -> None:
        self._process.kill()

    def terminate(self) -> None:
        self._process.terminate()


def _bear(
    telegram: Telegram,
    database_url: str,
    module: Sequence[str],
    log: IO[bytes] | None,
    settings: Mapping[str, object],
) -> Born:
    """As `tests.processes.start_logged_bot`; the log must be a file with a name."""
    wanted = environment(TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_API_URL=telegram.url, DATABASE_URL=database_url, **settings)
    return Born(module, wanted, None if log is None else str(log.name))


BORN = Start(_bear, 0.4)


def _live(module: Sequence[str], settings: Mapping[str, str], log: str | None) -> None:
    from bot import app
    from tests.chaos import ready  # the process that this one is born of has read it

    os.environ.clear()  # noqa: TID251 - what it is started with
    os.environ.update(settings)  # noqa: TID251
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    if log is not None:
        os.dup2(os.open(log, os.O_WRONLY | os.O_APPEND), 2)
    app.build_coach = lambda settings: ready.COACH  # noqa: ARG005 - by that name
    sys.argv = list(module)
    runpy.run_module(module[0], run_name="__main__")
