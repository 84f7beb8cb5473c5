"""How do tests run the stand-in for Telegram and the bot as processes of their own?"""

import json
import os
import socket
import subprocess
import sys
import urllib.parse
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import IO, Any, Protocol

TOKEN = "4000000001:a-token-for-processes-of-tests"
SECRET = "a-secret-for-processes-of-tests"


class Running(Protocol):
    """A bot's process, as far as trials move it."""

    @property
    def pid(self) -> int: ...

    @property
    def returncode(self) -> int | None: ...

    def poll(self) -> int | None: ...

    def wait(self, timeout: float | None = None) -> int: ...

    def kill(self) -> None: ...

    def terminate(self) -> None: ...


class Telegram:
    """The stand-in, moved over its control API."""

    def __init__(self, process: subprocess.Popen[str], url: str) -> None:
        self.process = process
        self.url = url

    def do(self, deed: str, **given: object) -> Any:
        request = urllib.request.Request(
            f"{self.url}/control/{deed}", json.dumps(given).encode(), {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)

    def show(self, view: str, **asked: object) -> Any:
        with urllib.request.urlopen(
            f"{self.url}/control/{view}?{urllib.parse.urlencode(asked)}", timeout=300
        ) as answer:
            return json.load(answer)

    def sent(self) -> int:
        """How many messages the bot has sent."""
        return sum(count for method, count in self.show("wait")["done"].items() if method.startswith("send"))


@contextmanager
def stand_in(module: str = "bot.local") -> Iterator[Telegram]:
    process = subprocess.Popen(
        [sys.executable, "-m", module, "--token", TOKEN], stdout=subprocess.PIPE, text=True, env=environment()
    )
    assert process.stdout is not None
    try:
        yield Telegram(process, process.stdout.readline().strip())
    finally:
        process.terminate()
        process.wait()
        process.stdout.close()


def environment(**settings: object) -> dict[str, str]:
    """What a process needs, and no setting from outside."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "PYTHONPATH") if name in os.environ}  # noqa: TID251
    return kept | {name: str(value) for name, value in settings.items()}


def start_bot(
    telegram: Telegram, database_url: str, *, module: Sequence[str] = ("bot", "run"), **settings: object
) -> subprocess.Popen[bytes]:
    """`python -m bot run`, quiet unless something is wrong."""
    return start_logged_bot(telegram, database_url, module, None, {"LOG_LEVEL": "ERROR", **settings})


def start_logged_bot(
    telegram: Telegram,
    database_url: str,
    module: Sequence[str],
    log: IO[bytes] | None,
    settings: Mapping[str, object],
) -> subprocess.Popen[bytes]:
    """The same, with its log in a file; None: on the standard error of the tests."""
    settings = {
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": telegram.url,
        "DATABASE_URL": database_url,
        **settings,
    }
    return subprocess.Popen(
        [sys.executable, "-m", *module],
        env=environment(**settings),
        stdout=subprocess.DEVNULL,
        stderr=log,
        stdin=subprocess.DEVNULL,
    )


def webhook_settings(port: int) -> Mapping[str, str]:
    return {
        "WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram",
        "WEBHOOK_SECRET": SECRET,
        "WEBHOOK_LISTEN": f"127.0.0.1:{port}",
    }


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])
