"""Does the image hold what the coach needs, and does the coach run from that alone, without writing to it?"""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.deploy.project import DEPLOY, ROOT
from tests.processes import TOKEN, free_port, stand_in

LINES = [
    line.split(maxsplit=1)
    for line in re.sub(r"\\\n", " ", (DEPLOY / "Dockerfile").read_text()).splitlines()
    if line and not line.startswith("#")
]
COPIES = [rest.split() for word, rest in LINES if word == "COPY" and not rest.startswith("--from=")]
SOURCES = sorted({source for *sources, _ in COPIES for source in sources})
ENVIRONMENT = dict(pair.split("=", 1) for word, rest in LINES if word == "ENV" for pair in rest.split())


def last(instruction: str) -> str:
    return [rest for word, rest in LINES if word == instruction][-1]


def test_everything_it_copies_is_there_and_may_be_seen_by_the_build() -> None:
    seen = {line[1:] for line in (DEPLOY / "Dockerfile.dockerignore").read_text().splitlines() if line[:1] == "!"}
    for source in SOURCES:
        assert (ROOT / source).exists()
        assert source in seen
    assert seen == set(SOURCES)


def test_it_installs_by_hash_and_runs_as_nobody_in_particular() -> None:
    installs = [rest for word, rest in LINES if word == "RUN" and "pip" in rest]
    assert len(installs) == 1
    assert "--require-hashes" in installs[0]
    assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", last("USER"))
    assert [rest for word, rest in LINES if word == "VOLUME"] == ['["/data"]']


def test_signals_reach_the_coach_itself() -> None:
    assert [*json.loads(last("ENTRYPOINT")), *json.loads(last("CMD"))] == ["python", "-m", "bot", "run"]
    assert last("STOPSIGNAL") == "SIGTERM"


@pytest.fixture
def app(tmp_path: Path) -> Path:
    """The image's /app, from what the Dockerfile copies."""
    app = tmp_path / "app"
    for *sources, target in COPIES:
        for source in sources:
            place = app / target / Path(source).name if target.endswith("/") else app / target
            place.parent.mkdir(parents=True, exist_ok=True)
            if (ROOT / source).is_dir():
                shutil.copytree(ROOT / source, place, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(ROOT / source, place)
    return app


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    (tmp_path / "data").mkdir()
    own = {"PATH": os.defpath, "HOME": str(tmp_path / "data")}
    return {**ENVIRONMENT, **own, "DATABASE_URL": ENVIRONMENT["DATABASE_URL"].replace("/data/", f"{tmp_path}/data/")}


def files(folder: Path) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in sorted(folder.rglob("*"))}


def ask(app: Path, environment: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *words]
    return subprocess.run(command, cwd=app, env=environment, capture_output=True, text=True, check=False)


def health(app: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return ask(app, environment, *json.loads(last("HEALTHCHECK").partition("CMD")[2])[1:])


@pytest.fixture
def by_webhook(environment: dict[str, str]) -> Iterator[dict[str, str]]:
    """With a Telegram that takes the address in."""
    port, health_port = free_port(), free_port()
    with stand_in() as telegram:
        yield {
            **environment,
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": telegram.url,
            "HEALTH_LISTEN": f"0.0.0.0:{health_port}",
            "WEBHOOK_URL": "https://coach.example.org/telegram",
            "WEBHOOK_SECRET": "abcdefgh",
            "WEBHOOK_LISTEN": f"0.0.0.0:{port}",
        }


@contextmanager
def running(app: Path, environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    """The coach, as the image starts it, once it is up."""
    command = [sys.executable, *json.loads(last("ENTRYPOINT"))[1:], *json.loads(last("CMD"))]
    process = subprocess.Popen(
        command, cwd=app, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    assert process.stdout is not None
    try:
        said: list[str] = []
        while "the coach is up" not in "".join(said[-1:]):
            said.append(process.stdout.readline())
            assert said[-1], "".join(said)
        yield process
    finally:
        process.kill()
        process.communicate()


def test_the_coach_runs_from_it_is_well_and_stops_when_told_writing_nothing_beside_its_data(
    app: Path, by_webhook: dict[str, str], tmp_path: Path
) -> None:
    before = files(app)
    with running(app, by_webhook) as coach:
        until = time.monotonic() + 20
        while (well := health(app, by_webhook)).returncode:
            assert time.monotonic() < until, well.stderr
        coach.send_signal(signal.SIGTERM)
        said = coach.communicate(timeout=20)[0]
    assert coach.returncode == 0, said
    assert "Traceback" not in said
    assert files(app) == before
    assert (tmp_path / "data" / "backcoach.db").exists()


def test_it_is_not_well_where_nothing_answers(app: Path, environment: dict[str, str]) -> None:
    found = health(app, {**environment, "HEALTH_LISTEN": "127.0.0.1:1"})
    assert found.returncode == 1
    assert found.stderr.strip() == "nothing answers on 127.0.0.1:1/ready"


def test_it_is_not_well_where_telegram_is_away(app: Path, by_webhook: dict[str, str]) -> None:
    away = {**by_webhook, "TELEGRAM_API_URL": "http://127.0.0.1:1"}
    with running(app, away):
        found = health(app, away)
    assert found.returncode == 1
    assert json.loads(found.stderr) == {"ready": False, "database": True, "tables": True, "updates": False}


def test_unwatched_its_database_is_what_is_looked_at(app: Path, environment: dict[str, str], tmp_path: Path) -> None:
    environment["HEALTH_LISTEN"] = ""
    assert health(app, environment).returncode == 0
    (tmp_path / "data" / "backcoach.db").write_bytes(b"not a database " * 300)
    found = health(app, environment)
    assert found.returncode != 0
    assert "Traceback" not in found.stderr
