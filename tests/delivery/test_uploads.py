"""Is a file fetched whatever the wire does, read beside the turns, and given up in a sentence?"""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable, Sequence

import pytest

from bot.delivery.run import Delivery
from bot.delivery.uploads import TRIES
from bot.local import LocalTelegram
from bot.local.parameters import Upload as Sent
from bot.services.messages import File, Incoming, Outgoing, Person
from bot.services.ports import Work
from bot.services.uploads import Upload
from bot.storage.database import SqlDatabase
from tests.delivery.rig import QUICK, apologise, clock, echo, hear_of, heard, say

BODY = b"any bytes \x00\xff"


class Reader:
    """Says how many bytes came; fails as often as it is told to."""

    def __init__(self) -> None:
        self.failures = 0
        self.begun = threading.Event()
        self.may_end = threading.Event()
        self.may_end.set()
        self.alone = False
        """Nothing else went on while a file was read."""

    def __call__(self, upload: Upload, body: bytes | None) -> Callable[[Work], Sequence[Outgoing]]:
        self.begun.set()
        if not self.may_end.wait(5):
            self.alone = True
        if self.failures:
            self.failures -= 1
            raise RuntimeError("a fault in reading")

        def finish(work: Work) -> Sequence[Outgoing]:
            assert work.uploads.drop(upload.athlete, upload.id)
            return [say(upload.chat, f"{upload.name}: {'none' if body is None else len(body)}")]

        return finish


def take(work: Work, incoming: Incoming) -> Sequence[Outgoing]:
    if isinstance(incoming.content, File) and isinstance(incoming.person, Person):
        athlete, _ = work.athletes.meet(incoming.person, incoming.chat, incoming.at)
        work.uploads.put(athlete.id, incoming.chat, incoming.content.file_id, incoming.content.name, incoming.at)
    return echo(work, incoming)


@pytest.fixture
def reader() -> Reader:
    return Reader()


@pytest.fixture
async def delivery(telegram: LocalTelegram, database: SqlDatabase, reader: Reader) -> AsyncIterator[Delivery]:
    made = Delivery(
        telegram.token,
        telegram.url,
        database,
        respond=take,
        apologise=apologise,
        clock=clock,
        read=reader,
        options=QUICK,
    )
    await made.start()
    yield made
    await made.stop()


async def test_a_file_is_fetched_and_told_of(telegram: LocalTelegram, delivery: Delivery) -> None:
    ann = telegram.person("Ann")
    ann.send_file("document", Sent("log.csv", "text/csv", BODY))
    await hear_of(ann, f"log.csv: {len(BODY)}")


async def test_others_are_answered_while_a_file_is_read(
    telegram: LocalTelegram, delivery: Delivery, reader: Reader
) -> None:
    ann, ben = telegram.person("Ann"), telegram.person("Ben")
    reader.may_end.clear()
    ann.send_file("document", Sent("log.csv", "text/csv", BODY))
    assert await asyncio.to_thread(reader.begun.wait, 5)
    ben.say("meanwhile")
    await hear_of(ben, "echo meanwhile", 4)
    assert not reader.alone
    assert not heard(ann)
    reader.may_end.set()
    await hear_of(ann, f"log.csv: {len(BODY)}")


async def test_a_fault_in_reading_is_tried_again(telegram: LocalTelegram, delivery: Delivery, reader: Reader) -> None:
    reader.failures = 1
    ann = telegram.person("Ann")
    ann.send_file("document", Sent("log.csv", "text/csv", BODY))
    await hear_of(ann, f"log.csv: {len(BODY)}")


async def test_a_file_that_cannot_be_had_is_given_up(
    telegram: LocalTelegram, delivery: Delivery, database: SqlDatabase
) -> None:
    ann = telegram.person("Ann")
    ann.say("hello")
    person = Person(ann.id, "Ann")

    def put(work: Work) -> None:
        athlete, _ = work.athletes.meet(person, ann.id, clock())
        work.uploads.put(athlete.id, ann.id, "no such file", "log.csv", clock())

    await database.run(put)
    await hear_of(ann, "log.csv: none")


async def test_after_so_many_tries_it_is_given_up(
    telegram: LocalTelegram, delivery: Delivery, database: SqlDatabase
) -> None:
    ann = telegram.person("Ann")
    ann.say("hello")
    stored = telegram.world.files.keep("document", Sent("log.csv", "text/csv", BODY))

    def put(work: Work) -> None:
        athlete, _ = work.athletes.meet(Person(ann.id, "Ann"), ann.id, clock())
        upload = work.uploads.put(athlete.id, ann.id, stored.file_id, "log.csv", clock())
        for _ in range(TRIES):
            assert work.uploads.claim(clock(), clock()) is not None
        work.uploads.again(upload, clock())

    await database.run(put)
    await hear_of(ann, "log.csv: none")
