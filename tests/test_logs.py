"""Is a line of the log one event, with ids, and never a word of a lifter, nor a token, nor a secret?

The whole coach runs at DEBUG through everything that goes wrong on the wire and in turns; what it wrote is searched.
"""

import io
import json
import logging
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from bot.app import clock, set_up_logs
from bot.delivery.redact import HIDDEN
from bot.delivery.run import Options
from bot.local import LocalTelegram
from bot.local.faults import KINDS, Fault
from bot.logs import JsonLines, PlainLines, trace, write_logs
from bot.services.messages import Incoming, Outgoing
from bot.services.ports import Work
from bot.storage.database import SqlDatabase
from tests.delivery.rig import bulk, delivering, hear_of, say
from tests.journeys.people import local_settings
from tests.processes import SECRET, TOKEN, Telegram, environment, free_port, stand_in, webhook_settings

WORDS = "xyzzyplugh"
"""In everything that a lifter says, is called, or sends."""
ANN = 4711
HEAD = {"at", "level", "logger", "event"}


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What the process would write, as JSON at DEBUG; pytest's own handlers are left alone."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(JsonLines())
    root, ours = logging.getLogger(), logging.getLogger("bot")
    before = root.level, ours.level
    root.addHandler(handler)
    write_logs("DEBUG", "json")
    yield written
    root.removeHandler(handler)
    root.setLevel(before[0])
    ours.setLevel(before[1])


@pytest.fixture
async def telegram() -> AsyncIterator[LocalTelegram]:
    local = LocalTelegram()
    await local.start()
    yield local
    await local.stop()


def events(written: str) -> list[dict[str, Any]]:
    """Each line is an object, or this raises."""
    return [json.loads(line) for line in written.splitlines()]


def failing(_: Work, incoming: Incoming) -> Sequence[Outgoing]:
    """Raises with the lifter's words, in every way that an error can carry them."""
    said = getattr(incoming.content, "text", "")
    if "chained" in said:
        try:
            raise KeyError(said)
        except KeyError as first:
            raise ValueError(f"cannot keep {said}") from first
    if "exit" in said:
        raise SystemExit(said)
    if "hang" in said:
        while True:
            pass
    if "unsendable" in said:
        return [say(incoming.chat, said, reply_markup=object())]
    if "lines" in said:
        raise ValueError(f"{said}\nand another line")
    return [say(incoming.chat, f"<b>{said}"), bulk(incoming.chat, said)]


async def test_no_word_of_a_lifter_is_in_it_whatever_fails(
    telegram: LocalTelegram, sqlite_database: SqlDatabase, log: io.StringIO
) -> None:
    ann = telegram.person("Ann")
    for what in ("chained", "exit", "unsendable", "lines", "hang"):
        ann.say(f"{what} {WORDS}")
    for kind in sorted(set(KINDS) - {"401"}):
        other = telegram.person(kind)
        telegram.world.faults.rules.append(Fault(kind, "sendMessage", count=1, chat_id=other.id, seconds=0.05))
        other.say(WORDS)
    refused = f'Bad Request: can\'t parse entities: Unsupported start tag "{WORDS}"'
    ben = telegram.person("Ben")
    telegram.world.faults.rules.append(Fault("400", "sendMessage", chat_id=ben.id, description=refused))
    ben.say(f"refused {WORDS}")
    broken = json.dumps({"update_id": 1, "message": WORDS}).encode()
    await sqlite_database.run(lambda work: work.inbox.accept([(1, ann.id, broken)], clock()))
    options = Options(turn_limit=0.5, hard_limit=None, grace=5.0)
    async with delivering(telegram, sqlite_database, failing, options=options):
        ann.say(f"the end {WORDS}")
        await hear_of(ann, "the end", 30)
    said = log.getvalue()
    assert WORDS not in said
    assert telegram.token not in said
    told = events(said)
    assert all(set(line) >= HEAD for line in told)
    dead = [line for line in told if "put aside" in line["event"]]
    assert {line["fault"] for line in dead} >= {"ValueError", "TurnFailed", "TurnTimedOut"}
    assert all(isinstance(line["update"], int) and line["chat"] == ann.id for line in dead)
    assert any("is handled in" in line["event"] and line["ms"] >= 0 for line in told)
    assert any(line["level"] == "DEBUG" and "is sent" in line["event"] and line["call"] for line in told)


@contextmanager
def logged(
    telegram: Telegram, database_url: str, folder: Path, form: str
) -> Iterator[tuple[subprocess.Popen[bytes], Path]]:
    """The coach as a process, by webhook; the file that its standard error goes to."""
    settings = {
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": telegram.url,
        "DATABASE_URL": database_url,
        "LOG_LEVEL": "DEBUG",
        "LOG_FORMAT": form,
        **webhook_settings(free_port()),
    }
    file = folder / "log"
    with file.open("wb") as errors:
        command = [sys.executable, "-X", "dev", "-W", "ignore", "-m", "bot", "run"]
        process = subprocess.Popen(
            command, env=environment(**settings), stdout=subprocess.DEVNULL, stderr=errors, stdin=subprocess.DEVNULL
        )
        try:
            yield process, file
            process.terminate()
            assert process.wait(30) == 0
        finally:
            process.kill()
            process.wait()


def until_said(process: "subprocess.Popen[bytes]", file: Path, words: str) -> None:
    until = time.monotonic() + 60
    while words not in file.read_text():
        assert time.monotonic() < until, file.read_text()[-2000:]
        with suppress(subprocess.TimeoutExpired):
            pytest.fail(f"it ended with {process.wait(0.05)}: {file.read_text()[-2000:]}")


@pytest.mark.parametrize("form", ["plain", "json"])
def test_a_whole_run_at_debug_tells_events_and_no_words(sqlite_url: str, tmp_path: Path, form: str) -> None:
    with stand_in() as telegram:
        telegram.do("people", id=ANN, first_name=f"Ann {WORDS}")
        passing = dict(enumerate((kind for kind in KINDS if kind != "401"), start=ANN + 1))
        once = {"method": "sendMessage", "count": 1, "seconds": 0.05}
        telegram.do("faults", rules=[{"kind": kind, "chat_id": number, **once} for number, kind in passing.items()])
        telegram.do("faults", rules=[{"kind": "502", "method": "setWebhook", "count": 2}])
        with logged(telegram, sqlite_url, tmp_path, form) as (process, file):
            until_said(process, file, "the coach is up")
            for said in ("deadlift 100x8", "note deadlift:", "what about", "/remind", "/workout"):
                telegram.do("say", person=ANN, text=f"{said} {WORDS}")
            telegram.do("say", person=ANN, text=WORDS)
            telegram.do("feed", says=[[number, WORDS] for number in passing])
            telegram.do("file", person=ANN, kind="document", name=f"{WORDS}.csv", content="bm90IGEgY3N2")
            telegram.do("feed", raw=[{"update_id": 900_000_000, "message": {"text": WORDS, "chat": {"id": ANN}}}])
            telegram.do("feed", raw=[{"update_id": "x", "message": WORDS}])
            until_said(process, file, "900000000")
            telegram.do("say", person=ANN, text="/help")
            telegram.show("wait", method="send*", count=6, timeout=60)
        said = file.read_text()
    for hidden in (WORDS, TOKEN, TOKEN.partition(":")[2], SECRET):
        assert hidden not in said
    if form == "json":
        assert {line["logger"].partition(".")[0] for line in events(said)} <= {"bot", "asyncio"}
        assert any(line.get("update") == 900_000_000 for line in events(said))
    else:
        begins = [line[:4].isdigit() and line[4] == "-" for line in said.splitlines()]
        assert all(begins), [line for line, good in zip(said.splitlines(), begins, strict=True) if not good][:5]


def record(name: str, words: str, *args: Any, fault: BaseException | None = None) -> logging.LogRecord:
    info = (type(fault), fault, fault.__traceback__) if fault else None
    return logging.LogRecord(name, logging.ERROR, __file__, 1, words, args, info)


def test_an_event_is_one_line_whatever_is_in_it() -> None:
    several = record("bot.x", "first %s", "a\nb\r\nc")
    assert "\n" not in PlainLines().format(several)
    assert PlainLines().format(several).endswith("ERROR bot.x: first a | b | c")
    assert len(JsonLines().format(several).splitlines()) == 1


def test_of_a_library_only_its_first_line_is_told() -> None:
    shown = record("asyncio", f"Task exception was never retrieved\nfuture: <Task exception=ValueError('{WORDS}')>")
    for lines in (PlainLines(), JsonLines()):
        assert WORDS not in lines.format(shown)
        assert "never retrieved" in lines.format(shown)


def test_fields_never_take_the_place_of_the_head() -> None:
    line = json.loads(JsonLines().format(record("bot.x", "%(level)s of %(update)d", {"level": "high", "update": 7})))
    assert (line["level"], line["update"], line["event"]) == ("ERROR", 7, "high of 7")


def test_a_trace_tells_kinds_and_places_of_every_error_in_the_chain() -> None:
    try:
        try:
            raise KeyError(WORDS)
        except KeyError as first:
            raise ValueError(WORDS) from first
    except ValueError as last:
        told = trace(last)
        shown = PlainLines().format(record("bot.x", "failed", fault=last))
    assert WORDS not in told + shown
    assert [part.partition(" ")[0] for part in told.split(" | ")] == ["ValueError", "KeyError"]
    assert "test_logs.py:" in told
    assert told in shown


def test_an_error_that_is_its_own_cause_ends_the_trace() -> None:
    fault = ValueError(WORDS)
    fault.__cause__ = fault
    assert trace(fault) == "ValueError"
    assert trace(None) == ""


def test_libraries_are_held_to_warnings() -> None:
    code = (
        "import logging, sys; from bot.logs import write_logs; write_logs('DEBUG', 'plain');"
        f"logging.getLogger('telegram.Bot').debug('{WORDS}'); logging.getLogger('sqlalchemy.engine').info('{WORDS}');"
        "logging.getLogger('bot.x').debug('ours'); logging.getLogger('telegram').warning('theirs');"
        "logging.getLogger('psycopg').warning('error ignored terminating: pipeline aborted')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert [line.rpartition(": ")[2] for line in done.stderr.splitlines()] == ["ours", "theirs"]


def test_a_secret_is_hidden_in_fields_too(log: io.StringIO) -> None:
    set_up_logs(local_settings("sqlite:///x.db", log_level="DEBUG"), SECRET)
    logging.getLogger("bot.x").error("calling %(address)s", {"address": f"https://x/bot{SECRET}/"})
    assert SECRET not in log.getvalue()
    assert HIDDEN in log.getvalue()
