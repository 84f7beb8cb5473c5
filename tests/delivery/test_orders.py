"""Is a file made beside the turns, once for each request, also when making it fails or its process dies?"""

import asyncio
import base64
import threading
from collections.abc import AsyncIterator, Iterator, Sequence

import pytest

from bot.delivery.orders import TRIES, Making
from bot.delivery.run import Delivery
from bot.local import LocalTelegram
from bot.local.people import Person
from bot.services.export_files import Export
from bot.services.messages import Incoming, Outgoing, Text
from bot.services.orders import Lane, Order, Wanted
from bot.services.packing import packed
from bot.services.ports import Work
from bot.storage.database import SqlDatabase
from tests.delivery.rig import QUICK, apologise, clock, hear_of, heard, say

PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
BODY = b"Date;Workout Name\n" * 1000


class Maker:
    """Makes a file while it is `open`; fails as often as it is told to."""

    def __init__(self) -> None:
        self.failures = 0
        self.open = threading.Event()
        self.open.set()
        self.began = threading.Event()

    def __call__(self, work: Work, wanted: Wanted) -> Sequence[Outgoing]:
        if wanted.order.lane is Lane.PICTURES:
            return [Outgoing(wanted.order.chat, "sendPhoto", {"chat_id": wanted.order.chat}, file=("a.png", PICTURE))]
        self.began.set()
        assert self.open.wait(20)
        if self.failures:
            self.failures -= 1
            raise RuntimeError("a fault in making")
        found = work.athletes.find(wanted.order.telegram_id)
        name = f"{wanted.order.name}.csv"
        document = Outgoing(
            wanted.order.chat, "sendDocument", {"chat_id": wanted.order.chat}, file=(name, packed(BODY))
        )
        return [document] if found else []


def give_up(wanted: Wanted) -> Sequence[Outgoing]:
    return [say(wanted.order.chat, f"no {wanted.order.name}")]


def ask(work: Work, incoming: Incoming) -> Sequence[Outgoing]:
    person = incoming.person
    assert person is not None
    assert isinstance(incoming.content, Text)
    work.athletes.meet(person, incoming.chat, incoming.at)
    if incoming.content.text == "export":
        work.orders.ask(Order(person.id, incoming.chat, Lane.FILES, Export.SETS, {}), incoming.at)
    if incoming.content.text == "picture":
        work.orders.ask(Order(person.id, incoming.chat, Lane.PICTURES, "a.png", {}), incoming.at)
    return [say(incoming.chat, f"heard {incoming.content.text}")]


@pytest.fixture
def maker() -> Iterator[Maker]:
    made = Maker()
    yield made
    made.open.set()


def deliver(telegram: LocalTelegram, database: SqlDatabase, maker: Maker) -> Delivery:
    making = Making(database.read, dict.fromkeys(Lane, maker), give_up)
    wire = telegram.token, telegram.url, database
    return Delivery(*wire, respond=ask, apologise=apologise, clock=clock, making=making, options=QUICK)


@pytest.fixture
async def delivery(telegram: LocalTelegram, database: SqlDatabase, maker: Maker) -> AsyncIterator[Delivery]:
    made = deliver(telegram, database, maker)
    await made.start()
    yield made
    maker.open.set()
    await made.stop()


async def files(telegram: LocalTelegram, person: Person, count: int) -> list[bytes]:
    """What documents came, once there are so many."""

    def found() -> list[bytes]:
        sent = [one["document"]["file_id"] for one in person.heard() if "document" in one]
        return [telegram.world.files.by_id[one].body for one in sent]

    await telegram.world.until(lambda: len(found()) >= count, 15)
    return found()


async def rest(database: SqlDatabase) -> None:
    for _ in range(20_000):
        if not await database.run(lambda work: work.inbox.waiting() + work.outbox.waiting()):
            return
    raise AssertionError("it does not come to rest")


async def test_a_file_is_made_and_unpacked_on_the_way(telegram: LocalTelegram, delivery: Delivery) -> None:
    ann = telegram.person("Ann")
    ann.say("export")
    assert await files(telegram, ann, 1) == [BODY]


async def test_turns_and_replies_go_on_while_it_is_made(
    telegram: LocalTelegram, delivery: Delivery, maker: Maker
) -> None:
    maker.open.clear()
    ann, ben = telegram.person("Ann"), telegram.person("Ben")
    ann.say("export")
    assert await asyncio.to_thread(maker.began.wait, 15)
    ann.say("one more")
    ben.say("hello")
    await hear_of(ann, "heard one more")
    await hear_of(ben, "heard hello")
    assert await files(telegram, ann, 0) == []
    maker.open.set()
    assert await files(telegram, ann, 1) == [BODY]


async def test_a_picture_waits_for_no_file(telegram: LocalTelegram, delivery: Delivery, maker: Maker) -> None:
    """Each has a lane, and a thread to read on."""
    maker.open.clear()
    ann, ben = telegram.person("Ann"), telegram.person("Ben")
    ann.say("export")
    assert await asyncio.to_thread(maker.began.wait, 15)
    ben.say("picture")
    await telegram.world.until(lambda: any("photo" in one for one in ben.heard()), 15)
    assert await files(telegram, ann, 0) == []
    maker.open.set()
    assert await files(telegram, ann, 1) == [BODY]


async def test_a_fault_is_tried_again_and_one_file_comes(
    telegram: LocalTelegram, delivery: Delivery, database: SqlDatabase, maker: Maker
) -> None:
    maker.failures = 1
    ann = telegram.person("Ann")
    ann.say("export")
    assert await files(telegram, ann, 1) == [BODY]
    await rest(database)
    assert len(await files(telegram, ann, 1)) == 1


async def test_after_so_many_tries_it_is_given_up_in_a_sentence(
    telegram: LocalTelegram, database: SqlDatabase, maker: Maker
) -> None:
    ann = telegram.person("Ann")
    ann.say("hello")

    def fail(work: Work) -> None:
        work.orders.ask(Order(ann.id, ann.id, Lane.FILES, Export.SETS, {}), clock())
        for _ in range(TRIES):
            wanted = work.orders.claim(list(Lane), clock(), clock())
            assert wanted is not None
            work.orders.again(wanted.id, clock())

    database.run_now(fail)
    delivery = deliver(telegram, database, maker)
    await delivery.start()
    await hear_of(ann, f"no {Export.SETS}")
    await rest(database)
    await delivery.stop()
    assert len([one for one in heard(ann) if one.startswith("no ")]) == 1


async def test_what_another_process_began_is_made_once(
    telegram: LocalTelegram, sqlite_database: SqlDatabase, maker: Maker
) -> None:
    """It was claimed, and its process died; so for each of three requests."""
    people = [telegram.person(name) for name in ("Ann", "Ben", "Cat")]
    delivery = deliver(telegram, sqlite_database, maker)
    maker.open.clear()
    await delivery.start()
    for person in people:
        person.say("export")
        await hear_of(person, "heard export")
    assert await asyncio.to_thread(maker.began.wait, 15)
    for task in delivery._tasks:  # a kill: nothing of it ends as it should
        task.cancel()
    maker.open.set()
    again = deliver(telegram, sqlite_database, maker)
    await again.start()
    for person in people:
        assert await files(telegram, person, 1) == [BODY]
    await rest(sqlite_database)
    for person in people:
        assert len(await files(telegram, person, 1)) == 1
    await again.stop()
    await delivery.stop()
