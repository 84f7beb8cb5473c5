"""Do the tables get to each revision and back, once, whoever starts at the same time?"""

import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import time

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Date, bindparam, inspect, text

from bot.domain.reminding import Due, Rhythm
from bot.services.ports import Work
from bot.storage.database import SqlDatabase, open_database
from bot.storage.engine import DatabaseRefused
from bot.storage.migrate import HEAD, LOCK, MIGRATIONS, REVISIONS, upgrade
from bot.storage.tables import metadata
from tests.builders import NOW, TODAY
from tests.fixtures import BOTH
from tests.storage.people import ANN

BEFORE_RHYTHMS = REVISIONS[REVISIONS.index("0010") - 1]


@pytest.fixture(params=BOTH)
def empty_url(request: pytest.FixtureRequest) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{request.getfixturevalue('tmp_path')}/empty.db"
    url: str = request.getfixturevalue("empty_postgres_url")
    return url


@pytest.fixture
def empty(empty_url: str) -> Iterator[SqlDatabase]:
    database = open_database(empty_url)
    yield database
    database.close()


def tables(database: SqlDatabase) -> set[str]:
    with database.engine.connect() as connection:
        return set(inspect(connection).get_table_names()) - {"alembic_version"}


def differences(database: SqlDatabase) -> list[object]:
    options = {"compare_type": True, "compare_server_default": True}
    with database.engine.connect() as connection:
        found: list[object] = compare_metadata(MigrationContext.configure(connection, opts=options), metadata)
        return found


def test_up_down_up(empty: SqlDatabase) -> None:
    assert empty.revision() is None
    empty.migrate()
    assert empty.revision() == HEAD
    assert tables(empty) == {table.name for table in metadata.sorted_tables}
    for revision in (*reversed(REVISIONS[:-1]), "base"):
        empty.downgrade(revision)
        assert empty.revision() == (None if revision == "base" else revision)
    assert tables(empty) == set()
    empty.migrate()
    assert differences(empty) == []
    empty.run_now(lambda work: work.athletes.meet(ANN, ANN.id, NOW))


def test_migrations_make_the_tables_that_the_code_uses(empty: SqlDatabase) -> None:
    empty.migrate()
    assert differences(empty) == []


def test_a_reminder_goes_along_up_and_down(empty: SqlDatabase) -> None:
    """Down, only the first of several can go; up, the one there was becomes a daily one."""
    empty.migrate()

    def several(work: Work) -> None:
        ann, _ = work.athletes.meet(ANN, ANN.id, NOW)
        for hour in (18, 7):
            reminder = work.reminders.add(ann.id, ANN.id, Rhythm(time(hour), frozenset({0})), Due(TODAY, NOW), NOW)
            work.reminders.claim(reminder.id, TODAY, NOW)

    empty.run_now(several)
    empty.downgrade(BEFORE_RHYTHMS)
    with empty.engine.begin() as connection:
        insert = "INSERT INTO reminder_runs (athlete_id, day, at) SELECT athlete_id, :day, set_at FROM reminders"
        connection.execute(text(insert).bindparams(bindparam("day", type_=Date())), {"day": TODAY})
    empty.migrate()
    [kept] = empty.run_now(lambda work: work.reminders.all(1))
    assert (kept.rhythm, kept.due, kept.set_at, kept.since) == (Rhythm(time(18)), Due(TODAY, NOW), NOW, NOW)
    assert not empty.run_now(lambda work: work.reminders.claim(kept.id, TODAY, NOW)), "served before"


def described(database: SqlDatabase) -> dict[str, list[str]]:
    """What the database says it made, checks and conditions of indexes included, word by word."""
    asked = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"
    if database.engine.dialect.name == "postgresql":
        asked = """
            SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
            UNION ALL SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
        """
    with database.engine.connect() as connection:
        found = {
            name: sorted(re.findall(r"[\w']+", definition)) for name, definition in connection.execute(text(asked))
        }
    return {name: words for name, words in found.items() if "alembic" not in name}


def test_checks_and_conditions_are_the_same_too(empty: SqlDatabase) -> None:
    empty.migrate()
    by_migrations = described(empty)
    empty.downgrade("base")
    metadata.create_all(empty.engine)
    assert by_migrations == described(empty)


DOUBLED = """
INSERT INTO entries (id, athlete_id, kept_at) VALUES (1, 1, :now);
INSERT INTO done_sets (id, entry_id, athlete_id, exercise, reps, effort, performed_at, day, fingerprint, undone_at)
VALUES (1, 1, 1, 'deadlift', 8, 8, :now, '2026-11-22', 7, :now),
(2, 1, 1, 'deadlift', 8, 8, :now, '2026-11-22', 7, NULL),
(3, 1, 1, 'deadlift', 8, 8, :now, '2026-11-22', 7, NULL), (4, 1, 1, 'deadlift', 8, 8, :now, '2026-11-22', 8, NULL)
"""


def test_a_set_that_was_imported_twice_stays_twice_and_is_known_once(empty: SqlDatabase) -> None:
    empty.migrate()
    empty.run_now(lambda work: work.athletes.meet(ANN, ANN.id, NOW))
    empty.downgrade("0008")
    now = "0" if empty.engine.dialect.name == "sqlite" else "'2026-11-22'"
    with empty.engine.begin() as connection:
        for statement in DOUBLED.replace(":now", now).split(";"):
            connection.execute(text(statement))
    empty.migrate()
    with empty.engine.connect() as connection:
        found = connection.execute(text("SELECT id, fingerprint FROM done_sets ORDER BY id")).all()
    assert [tuple(row) for row in found] == [(1, 7), (2, 7), (3, None), (4, 8)]


def test_a_forgotten_migration_would_be_noticed(empty: SqlDatabase) -> None:
    empty.migrate()
    with empty.engine.begin() as connection:
        connection.execute(text("DROP INDEX ix_inbox_waiting"))
        connection.execute(text("ALTER TABLE athletes DROP COLUMN name"))
    assert len(differences(empty)) == 2


def test_the_head_is_the_last_file_and_the_chain_is_whole() -> None:
    script = ScriptDirectory(str(MIGRATIONS))
    assert script.get_heads() == [HEAD]
    assert tuple(reversed([step.revision for step in script.walk_revisions()])) == REVISIONS


def test_a_revision_from_the_future_stops_the_start_in_one_sentence(empty: SqlDatabase) -> None:
    empty.migrate()
    with empty.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(DatabaseRefused, match="at revision 9999, which this version does not know") as refusal:
        empty.migrate()
    assert "\n" not in str(refusal.value)
    with pytest.raises(DatabaseRefused, match="9999"):
        empty.downgrade("base")


def test_a_revision_that_never_was_cannot_be_gone_back_to(empty: SqlDatabase) -> None:
    empty.migrate()
    with pytest.raises(DatabaseRefused, match="there is no revision 0000"):
        empty.downgrade("0000")


START = """
import sys
from bot.domain.reminding import Due, Rhythm
from bot.services.ports import Work
from bot.storage.database import open_database
database = open_database(sys.argv[1])
sys.stdin.readline()
database.migrate()
print(database.revision(), "alembic" in sys.modules)
database.close()
"""


def start(url: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", START, url],
        cwd=MIGRATIONS.parents[2],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_two_that_start_at_once_make_the_tables_once(empty_url: str) -> None:
    with start(empty_url) as one, start(empty_url) as two:
        for process in (one, two):
            assert process.stdin is not None
            process.stdin.write("go\n")
            process.stdin.flush()
        said = [process.communicate()[0] for process in (one, two)]
    assert [process.returncode for process in (one, two)] == [0, 0]
    assert all(line.startswith(HEAD) for line in said)


WAITED_FOR = """
SELECT 1 FROM pg_locks JOIN pg_database ON pg_database.oid = database
WHERE datname = current_database() AND objid = :lock AND NOT granted
"""


def test_who_waited_for_another_start_finds_the_tables_made(empty_postgres_url: str) -> None:
    first, second = open_database(empty_postgres_url), open_database(empty_postgres_url)
    with ThreadPoolExecutor() as pool, first.engine.begin() as holder, first.engine.connect() as watcher:
        holder.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
        waiting = pool.submit(second.migrate)
        while not watcher.execute(text(WAITED_FOR), {"lock": LOCK}).first():
            assert not waiting.done()
        upgrade(holder)
        holder.commit()
        waiting.result()
    assert second.revision() == HEAD
    first.close()
    second.close()


def test_a_start_with_tables_in_order_does_not_load_alembic(database_url: str) -> None:
    with start(database_url) as process:
        assert process.communicate("go\n")[0].split() == [HEAD, "False"]
