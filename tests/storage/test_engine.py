"""Does a URL lead to the right database, set up as promised, without its password showing?"""

import stat
import traceback
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.domain.errors import StorageUnavailable
from bot.storage.database import SqlDatabase, open_database
from bot.storage.engine import DatabaseRefused, parse

PASSWORD = "hunter2-hunter2"


@pytest.mark.parametrize(
    ("url", "driver"),
    [
        ("sqlite:///data/coach.db", "sqlite"),
        ("sqlite+pysqlite:///data/coach.db", "sqlite"),
        ("postgresql://ann@host/coach", "postgresql+psycopg"),
        ("postgres://ann@host/coach", "postgresql+psycopg"),
        ("postgresql+psycopg2://ann@host/coach", "postgresql+psycopg"),
    ],
)
def test_every_spelling_leads_to_the_driver_there_is(url: str, driver: str) -> None:
    assert parse(url).drivername == driver


@pytest.mark.parametrize(
    "url", ["mysql://ann:{0}@host/coach", "{0}", "postgresql://ann:{0}@host:port/coach", "", "sqlite:/{0}"]
)
def test_another_url_is_refused_in_words_that_do_not_repeat_it(url: str) -> None:
    with pytest.raises(DatabaseRefused) as refusal:
        parse(url.format(PASSWORD))
    assert PASSWORD not in "".join(traceback.format_exception(refusal.value))


def test_a_password_shows_nowhere(tmp_path: Path) -> None:
    database = open_database(f"postgresql://ann:{PASSWORD}@/coach?host={tmp_path}&password={PASSWORD}")
    with pytest.raises(StorageUnavailable) as trouble:
        database.run_now(lambda work: work.inbox.waiting())
    said = "".join(traceback.format_exception(trouble.value))
    assert str(tmp_path) in str(trouble.value), "the operator is told where it looked"
    database.close()
    assert PASSWORD not in said + repr(database) + repr(database.engine) + str(vars(database))


def test_the_folder_of_a_sqlite_file_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "new" / "data" / "coach.db"
    database = open_database(f"sqlite:///{file}")
    database.migrate()
    database.close()
    assert file.exists()
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DatabaseRefused, match=r"the folder .*file/data of the database cannot be made"):
        open_database(f"sqlite:///{tmp_path}/file/data/coach.db")


def test_a_database_in_memory_needs_no_folder() -> None:
    database = open_database("sqlite:///:memory:")
    database.migrate()
    assert database.run_now(lambda work: work.inbox.waiting()) == 0
    database.close()


def test_sqlite_keeps_what_it_confirms(sqlite_database: SqlDatabase) -> None:
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
    with sqlite_database.engine.connect() as connection:
        found = {name: connection.execute(text(f"PRAGMA {name}")).scalar_one() for name in wanted}
    assert found == wanted


def test_postgresql_speaks_utc_and_plans_by_indexes(postgres_database: SqlDatabase) -> None:
    wanted = {"timezone": "UTC", "enable_seqscan": "off", "jit": "off"}
    with postgres_database.engine.connect() as connection:
        found = {name: connection.execute(text(f"SHOW {name}")).scalar_one() for name in wanted}
    assert found == wanted
