"""Does the server of the tests serve several processes, and leave nothing behind, not even after a kill?"""

import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import psutil  # type: ignore[import-untyped]
import psycopg
import pytest

from tests.postgres import Postgres, PostgresFailed, postgres

USER = """
import sys
from contextlib import closing
from pathlib import Path
from tests.postgres import postgres
server = postgres(Path(sys.argv[1]))
print(server.folder, flush=True)
sys.stdin.readline()
"""


def user(shared: Path) -> "tuple[subprocess.Popen[str], Path]":
    process = subprocess.Popen(
        [sys.executable, "-c", USER, str(shared)],
        cwd=Path(__file__).parents[1],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    return process, Path(process.stdout.readline().strip())


def keeper_of(folder: Path) -> psutil.Process:
    (found,) = [one for one in psutil.process_iter(["cmdline"]) if str(folder) in (one.info["cmdline"] or ())[2:3]]
    return found


def test_one_server_for_all_gone_when_the_last_of_them_is_even_killed(tmp_path: Path) -> None:
    first, folder = user(tmp_path)
    second, same = user(tmp_path)
    assert same == folder
    keeper = keeper_of(folder)
    server = psutil.Process(int((folder / "data" / "postmaster.pid").read_text().split()[0]))
    with first:
        first.communicate("done\n")
    with psycopg.connect(f"postgresql://postgres@/postgres?host={folder}") as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,), "the second still holds it"
    with second:
        second.send_signal(signal.SIGKILL)
    psutil.wait_procs([keeper, server], timeout=60)
    assert not server.is_running()
    assert not folder.exists()
    third, another = user(tmp_path)
    assert another != folder, "and who comes later gets a new one"
    with third:
        third.communicate("done\n")


def test_databases_are_made_from_others_and_dropped_in_use(postgres_server: Postgres) -> None:
    url = postgres_server.create("made_by_hand")
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE TABLE t (x int)")
    copied = postgres_server.create("copied_by_hand", template="made_by_hand")
    with closing(psycopg.connect(copied)) as connection:
        connection.execute("SELECT x FROM t")
        postgres_server.drop("copied_by_hand")
    assert not postgres_server.exists("copied_by_hand")
    postgres_server.drop("made_by_hand")


def test_a_server_that_cannot_start_says_why(tmp_path: Path) -> None:
    with pytest.raises(PostgresFailed, match="unrecognized configuration parameter"):
        postgres(tmp_path, settings={"no_such_setting": "1"})
