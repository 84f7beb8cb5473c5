"""What does the webhook cost when it is abused: wrong secrets, bodies far too long, bad JSON, clients that dawdle?

Memory is that of the bot's process, beyond what it was when 300 messages were answered, looked at 20 times a second.
The log is written at DEBUG and searched for the secret, the token and errors nobody expected.
"""

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

from tests.chaos.house import NO_NUMBER
from tests.processes import SECRET, TOKEN, Telegram, free_port, stand_in, start_logged_bot, webhook_settings

HUGE = 90_000_000
PIECE = b"x" * 65_536
MOST_GROWTH = 20.0
"""MB."""
MOST_WAIT = 2.0
PERSON = 40_001
SET = "lat pulldown 50 kg x 8"
DAWDLED = 30.0
NO_HEADS = (
    b"\x16\x03\x01\x02\x00\r\n\r\n",
    b"GET / HTTP/9.9\r\n\r\n",
    b"POST /telegram HTTP/1.1\r\nContent-Length: -5\r\n\r\n",
    b"x" * 20_000,
    b"POST /telegram HTTP/1.1\r\n" + b"X-A: b\r\n" * 2500,
)
HUGE_POSTS = (("a wrong secret", "x" * 20, True), ("90 MB", SECRET, True), ("90 MB of no said length", SECRET, False))


@dataclass(frozen=True, slots=True)
class Report:
    answers: Counter[tuple[str, int]]
    """(what was done, the status answered); 0 where the connection ended without one."""
    grown: float
    longest: float
    """Seconds that somebody who wrote meanwhile waited at most."""
    served: int
    log: tuple[str, ...]
    """Lines that tell a secret, or of an error nobody expected."""

    @property
    def good(self) -> bool:
        return self.harmless and self.longest < MOST_WAIT

    @property
    def harmless(self) -> bool:
        """Good, on a machine of any speed."""
        refused = all(400 <= status < 500 for _, status in self.answers)
        return refused and self.served > 0 and self.grown <= MOST_GROWTH and not self.log


def run(folder: Path, *, huge: int = 4, bad: int = 500, slow: int = 200, warm: int = 300) -> Report:
    """`huge` posts of 90 MB side by side of each kind, `bad` bodies and heads, `slow` connections of each kind; memory
    is looked at after `warm` messages."""
    port, log = free_port(), folder / "abuse.log"
    with stand_in() as telegram, log.open("wb") as lines:
        settings = {**webhook_settings(port), "LOG_LEVEL": "DEBUG"}
        bot = start_logged_bot(telegram, f"sqlite:///{folder}/abuse.db", ("bot", "run"), lines, settings)
        try:
            meanwhile = _Meanwhile(telegram, psutil.Process(bot.pid), warm)
            answers = _abused(meanwhile, port, huge=huge, bad=bad, slow=slow)
        finally:
            bot.terminate()
            bot.wait(30)
    waited = meanwhile.waited
    return Report(answers, meanwhile.grown, max(waited, default=0.0), len(waited), tuple(_told_too_much(log)))


def _told_too_much(log: Path) -> Iterator[str]:
    for line in log.read_text("utf-8", "replace").splitlines():
        unexpected = (" ERROR " in line or " CRITICAL " in line) and NO_NUMBER not in line
        if unexpected or "Traceback" in line or SECRET in line or TOKEN in line:
            yield line[:500]


def _abused(meanwhile: "_Meanwhile", port: int, *, huge: int, bad: int, slow: int) -> Counter[tuple[str, int]]:
    answers = Counter[tuple[str, int]]()
    with meanwhile:
        heads, bodies = ([_dawdling(port, whole) for _ in range(slow)] for whole in (False, True))
        for what, secret, length in HUGE_POSTS:
            with ThreadPoolExecutor(huge) as together:
                posts = [together.submit(_huge, port, secret, length=length) for _ in range(huge)]
            answers.update((what, post.result()) for post in posts)
        answers.update(("bad JSON", _post(port, body)) for body in _bad(bad))
        answers.update(("no head", _said(port, NO_HEADS[number % len(NO_HEADS)])) for number in range(bad))
        answers.update(("a head that never ends", _status_of(one)) for one in heads)
        answers.update(("a body that never ends", _status_of(one)) for one in bodies)
        for one in (*heads, *bodies):
            one.close()
    return answers


class _Meanwhile:
    """Somebody writes, and waits for the answer, again and again; and the memory is watched."""

    def __init__(self, telegram: Telegram, bot: psutil.Process, warm: int) -> None:
        self._telegram, self._bot, self._warm = telegram, bot, warm
        self._over = threading.Event()
        self._threads = [threading.Thread(target=self._watch), threading.Thread(target=self._write)]
        self._heard = 0
        self.waited: list[float] = []
        self.grown = 0.0

    def __enter__(self) -> "_Meanwhile":
        for _ in range(self._warm):
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
        b"[" + b"{}," * 150_000 + b"{}]",
        b'{"update_id":-1}',
        b"nan",
    )
    return (kinds[number % len(kinds)] for number in range(count))


def _said(port: int, words: bytes) -> int:
    with socket.create_connection(("127.0.0.1", port), timeout=DAWDLED) as connection:
        connection.sendall(words)
        return _status_of(connection)


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
        f"meanwhile, answered in {report.longest:.2f} s at most; {len(report.log)} lines of the log tell too much"
    )
