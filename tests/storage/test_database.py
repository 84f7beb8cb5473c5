"""Is a job one transaction, in its turn, and is trouble of the database told apart from trouble of the job?"""

import asyncio
import sqlite3
import threading
from contextlib import closing
from functools import partial
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import event, insert
from sqlalchemy.exc import IntegrityError, InternalError

from bot.domain.errors import StorageUnavailable
from bot.services.messages import Person
from bot.services.ports import Work
from bot.storage.database import SqlDatabase, open_database
from bot.storage.tables import athletes
from tests.builders import NOW, TODAY, planned, todays
from tests.storage.people import ANN


def meet(work: Work) -> int:
    return work.athletes.meet(ANN, ANN.id, NOW)[0].id


def known(database: SqlDatabase) -> bool:
    return database.run_now(lambda work: work.athletes.find(ANN.id)) is not None


async def test_a_job_that_returned_is_kept(database: SqlDatabase, database_url: str) -> None:
    athlete = await database.run(meet)
    other = open_database(database_url)
    found = other.run_now(lambda work: work.athletes.find(ANN.id))
    other.close()
    assert found is not None
    assert found.id == athlete


async def test_of_a_job_that_raised_nothing_is_kept(database: SqlDatabase) -> None:
    def fail(work: Work) -> None:
        meet(work)
        raise LookupError("its own trouble")

    with pytest.raises(LookupError, match="its own trouble"):
        await database.run(fail)
    assert not known(database)
    await database.run(meet)
    assert known(database)


def test_a_broken_rule_is_the_jobs_own_trouble(database: SqlDatabase) -> None:
    def plan_nothing(work: Work) -> None:
        work.sessions.start(meet(work), todays("back", [planned(sets=0)]), now=NOW, day=TODAY)

    with pytest.raises(IntegrityError):
        database.run_now(plan_nothing)
    assert not known(database)


async def test_sqlite_runs_jobs_one_after_another_in_the_order_they_came(sqlite_database: SqlDatabase) -> None:
    order: list[int] = []
    threads: set[str] = set()

    def note(number: int, work: Work) -> None:
        threads.add(threading.current_thread().name)
        order.append(number)

    await asyncio.gather(*(sqlite_database.run(partial(note, number)) for number in range(50)))
    assert order == list(range(50))
    assert len(threads) == 1


async def test_postgresql_runs_jobs_side_by_side(postgres_database: SqlDatabase) -> None:
    together = threading.Barrier(4, timeout=30)
    await asyncio.gather(*(postgres_database.run(lambda _: together.wait()) for _ in range(4)))


async def test_a_job_whose_caller_gave_up_is_done_or_not_but_never_by_halves(sqlite_database: SqlDatabase) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slow(work: Work) -> None:
        meet(work)
        begun.set()
        assert go_on.wait(30)

    task = asyncio.create_task(sqlite_database.run(slow))
    await asyncio.to_thread(begun.wait, 30)
    task.cancel()
    go_on.set()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert known(sqlite_database)


def test_what_is_queued_is_done_before_the_end(sqlite_url: str) -> None:
    database = open_database(sqlite_url)
    jobs = [database._threads.submit(database._transact, meet) for _ in range(20)]
    database.close()
    assert all(job.done() and not job.exception() for job in jobs)


def test_a_locked_database_is_unavailable_and_works_again_when_it_is_free(sqlite_url: str) -> None:
    file = sqlite_url.removeprefix("sqlite:///")
    database = open_database(sqlite_url)
    event.listen(database.engine, "connect", lambda connection, _: connection.execute("PRAGMA busy_timeout = 1"))
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StorageUnavailable, match="database is locked"):
            database.run_now(meet)
        other.execute("ROLLBACK")
    database.run_now(meet)
    assert known(database)
    database.close()


def test_a_full_disk_is_unavailable_and_nothing_is_kept_by_halves(sqlite_database: SqlDatabase) -> None:
    def limit(pages: int) -> None:
        with sqlite_database.engine.connect() as connection:
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    def much(work: Work) -> None:
        for number in range(1, 20_000):
            work.athletes.meet(Person(number, "x" * 200), number, NOW)

    limit(100)
    with pytest.raises(StorageUnavailable, match="full"):
        sqlite_database.run_now(much)
    limit(1_000_000)
    assert sqlite_database.run_now(lambda work: work.athletes.find(1)) is None
    sqlite_database.run_now(meet)


def test_a_file_that_is_no_database_is_unavailable(tmp_path: Path) -> None:
    file = tmp_path / "coach.db"
    file.write_text("This is a shopping list. " * 100)
    database = open_database(f"sqlite:///{file}")
    with pytest.raises(StorageUnavailable, match="file is not a database"):
        database.migrate()
    database.close()


def test_a_dropped_connection_costs_one_job_at_most(postgres_database: SqlDatabase, postgres_url: str) -> None:
    def drop_everybody() -> None:
        with psycopg.connect(postgres_url, autocommit=True) as admin:
            admin.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )

    def lose_the_line(work: Work) -> None:
        meet(work)
        drop_everybody()
        work.inbox.waiting()

    with pytest.raises(StorageUnavailable):
        postgres_database.run_now(lose_the_line)
    assert not known(postgres_database)
    postgres_database.run_now(meet)
    drop_everybody()
    assert known(postgres_database), "a line that was cut while idle is not noticed"


def test_what_somebody_wrote_is_in_no_error(database: SqlDatabase) -> None:
    somebody = {"telegram_id": 1, "name": "a secret name", "met_at": NOW}
    with database.engine.connect() as connection:
        connection.execute(insert(athletes), somebody)
        with pytest.raises(IntegrityError) as broken:
            connection.execute(insert(athletes), somebody)
    assert "secret" not in str(broken.value)


async def test_what_reads_for_long_sees_one_moment_and_holds_no_writer_up(database: SqlDatabase) -> None:
    began, written = threading.Event(), threading.Event()

    def look(work: Work) -> tuple[bool, bool]:
        before = work.athletes.find(ANN.id) is not None
        began.set()
        assert written.wait(20)
        return before, work.athletes.find(ANN.id) is not None

    looking = asyncio.create_task(database.read(look))
    assert await asyncio.to_thread(began.wait, 20)
    await asyncio.wait_for(database.run(meet), 20)
    written.set()
    assert await looking == (False, False)
    assert await database.read(lambda work: work.athletes.find(ANN.id) is not None)


async def test_what_reads_changes_nothing(database: SqlDatabase) -> None:
    with pytest.raises((StorageUnavailable, InternalError)):
        await database.read(meet)
    assert not known(database)


def test_a_database_in_memory_is_read_where_it_is() -> None:
    with closing(open_database("sqlite:///:memory:")) as database:
        database.migrate()
        database.run_now(meet)
        assert database.read_now(lambda work: work.athletes.find(ANN.id)) is not None
