"""What does the webhook cost when it is abused: wrong secrets, bodies far too long, bad JSON, clients that dawdle?"""

import http.client
import socket
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import psutil  # type: ignore[import-untyped]

from tests.processes import SECRET, Telegram, free_port, stand_in, start_bot, webhook_settings

HUGE = 90_000_000
PIECE = b"x" * 65_536
MOST_GROWTH = 20.0
"""MB."""
MOST_WAIT = 2.0
PERSON = 40_001
SET = "lat pulldown 50 kg x 8"
DAWDLED = 30.0
WARM = 300
"""Messages before memory is looked at."""
HUGE_POSTS = (("a wrong secret", "x" * 20, True), ("90 MB", SECRET, True), ("90 MB of no said length", SECRET, False))


@dataclass(frozen=True, slots=True)
class Report:
    answers: Counter[tuple[str, int]]
    """(what was done, the status answered); 0 where the connection ended without one."""
    grown: float
    longest: float
    """Seconds that somebody who wrote meanwhile waited at most."""
    served: int

    @property
    def good(self) -> bool:
        refused = all(status == 0 or 400 <= status < 500 for _, status in self.answers)
        return refused and self.grown <= MOST_GROWTH and self.longest < MOST_WAIT and self.served > 0


def run(file: Path, *, huge: int = 4, bad: int = 500, slow: int = 200) -> Report:
    """`huge` posts of 90 MB side by side of each kind, `bad` bodies, `slow` connections of each kind."""
    port = free_port()
    with stand_in() as telegram:
        bot = start_bot(telegram, f"sqlite:///{file}", **webhook_settings(port))
        try:
            return _abused(telegram, psutil.Process(bot.pid), port, huge=huge, bad=bad, slow=slow)
        finally:
            bot.terminate()
            bot.wait(30)


def _abused(telegram: Telegram, bot: psutil.Process, port: int, *, huge: int, bad: int, slow: int) -> Report:
    answers = Counter[tuple[str, int]]()
    with _Meanwhile(telegram, bot) as others:
        heads, bodies = ([_dawdling(port, whole) for _ in range(slow)] for whole in (False, True))
        for what, secret, length in HUGE_POSTS:
            with ThreadPoolExecutor(huge) as together:
                posts = [together.submit(_huge, port, secret, length=length) for _ in range(huge)]
            answers.update((what, post.result()) for post in posts)
        answers.update(("bad JSON", _post(port, body)) for body in _bad(bad))
        answers.update(("a head that never ends", _status_of(one)) for one in heads[:1])
        answers.update(("a body that never ends", _status_of(one)) for one in bodies)
        for one in (*heads, *bodies):
            one.close()
    return Report(answers, others.grown, max(others.waited, default=0.0), len(others.waited))


class _Meanwhile:
    """Somebody writes, and waits for the answer, again and again; and the memory is watched."""

    def __init__(self, telegram: Telegram, bot: psutil.Process) -> None:
        self._telegram, self._bot = telegram, bot
        self._over = threading.Event()
        self._threads = [threading.Thread(target=self._watch), threading.Thread(target=self._write)]
        self._heard = 0
        self.waited: list[float] = []
        self.grown = 0.0

    def __enter__(self) -> "_Meanwhile":
        for _ in range(WARM):
            self._heard = _served(self._telegram, self._heard)[1]
        self._before = self._bot.memory_info().rss
        for one in self._threads:
            one.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        for one in self._threads:
            one.join()

    def _watch(self) -> None:
        while not self._over.wait(0.05):
            self.grown = max(self.grown, (self._bot.memory_info().rss - self._before) / 2**20)

    def _write(self) -> None:
        while not self._over.is_set():
            took, self._heard = _served(self._telegram, self._heard)
            self.waited.append(took)


def _served(telegram: Telegram, after: int) -> tuple[float, int]:
    began = time.perf_counter()
    telegram.do("feed", says=[[PERSON, SET]])
    asked = {"chat": PERSON, "after": after, "contains": "Lat pulldown", "timeout": 60}
    newest = int(telegram.show("message", **asked)["message_id"])
    return time.perf_counter() - began, newest


def _head(secret: str, length: int | None) -> bytes:
    size = "Transfer-Encoding: chunked" if length is None else f"Content-Length: {length}"
    return f"POST /telegram HTTP/1.1\r\nHost: x\r\nX-Telegram-Bot-Api-Secret-Token: {secret}\r\n{size}\r\n\r\n".encode()


def _huge(port: int, secret: str, *, length: bool) -> int:
    with socket.create_connection(("127.0.0.1", port), timeout=DAWDLED) as connection:
        try:
            connection.sendall(_head(secret, HUGE if length else None))
            for _ in range(HUGE // len(PIECE)):
                connection.sendall(PIECE if length else b"%x\r\n%s\r\n" % (len(PIECE), PIECE))
        except OSError:  # it hung up: what it said may still be there
            return _status_of(connection)
        return _status_of(connection)


def _dawdling(port: int, whole_head: bool) -> socket.socket:
    connection = socket.create_connection(("127.0.0.1", port), timeout=DAWDLED)
    head = _head(SECRET, 1000)
    connection.sendall(head + b"{" if whole_head else head[:40])
    return connection


def _bad(count: int) -> Iterator[bytes]:
    kinds = (
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"update_id":',
        b"\xff\xfe",
        b'{"update_id":"1"}',
        b"[" * 100_000,
        b'{"update_id":-1}',
        b"nan",
    )
    return (kinds[number % len(kinds)] for number in range(count))


def _post(port: int, body: bytes) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=DAWDLED)
    try:
        connection.request("POST", "/telegram", body, {"X-Telegram-Bot-Api-Secret-Token": SECRET})
        return connection.getresponse().status
    finally:
        connection.close()


def _status_of(connection: socket.socket) -> int:
    try:
        answer = connection.recv(100)
    except OSError:
        return 0
    parts = answer.split()
    return int(parts[1]) if len(parts) > 1 else 0


def told(report: Report) -> str:
    counted = ", ".join(
        f"{what}: {many} × {status or 'hung up'}" for (what, status), many in sorted(report.answers.items())
    )
    return (
        f"webhook abused: {counted}; memory +{report.grown:.1f} MB at most; {report.served} messages of others "
        f"meanwhile, answered in {report.longest:.2f} s at most"
    )
