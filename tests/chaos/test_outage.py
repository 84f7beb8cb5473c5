"""Does the bot get over a database that is locked, full, broken or away? For 2 s each; 30 s are `make chaos`."""

from pathlib import Path

import pytest

from bot.storage.database import open_database
from tests.chaos.ailments import AILMENTS, Ward
from tests.chaos.nursery import BORN
from tests.chaos.outage import run
from tests.postgres import postgres

SECONDS = 2.0
ON_SQLITE = [name for name in AILMENTS if name.startswith("SQLite")]
ON_POSTGRESQL = [name for name in AILMENTS if name.startswith("PostgreSQL")]


@pytest.mark.parametrize("name", ON_SQLITE)
def test_sqlite(name: str, sqlite_url: str, tmp_path: Path) -> None:
    illness = run(name, Ward(sqlite_url, tmp_path / "full"), SECONDS, start=BORN)
    assert illness.good, illness


def test_postgresql_on_a_server_of_its_own(tmp_path: Path) -> None:
    server = postgres(tmp_path)
    try:
        for name in ON_POSTGRESQL:
            url = server.create(name.lower().replace(" ", "_"))
            made = open_database(url, connections=1)
            made.migrate()
            made.close()
            illness = run(name, Ward(url, tmp_path / "full", server, lease=0.5), SECONDS, webhook=True, start=BORN)
            assert illness.good, illness
    finally:
        server.let_go()
