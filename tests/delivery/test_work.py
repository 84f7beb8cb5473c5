"""Is every accepted update handled once, whatever one of them does?"""

import asyncio
from collections.abc import Callable, Sequence
from typing import TypeVar

import pytest

from bot.delivery.run import Options
from bot.delivery.work import QUIET_TRIES, TRIES, Worker
from bot.local.server import LocalTelegram
from bot.services.counts import Counts
from bot.services.messages import Incoming, Outgoing, Text
from bot.services.ports import Talk, Work
from bot.storage.database import SqlDatabase
from tests.delivery.rig import QUICK, apologise, clock, delivering, echo, hear, hear_of, heard, say, waiting
from tests.delivery.updates import message

T = TypeVar("T")


def raw(telegram: LocalTelegram, number: int, chat: int, text: str) -> None:
    """An update exactly as given, from somebody who has started the bot."""
    telegram.world.updates.put_raw(message(number, to=chat, text=text), chat)


async def test_each_message_is_answered_once_and_nothing_is_left(
    telegram: LocalTelegram, database: SqlDatabase
) -> None:
    alex = telegram.person("Alex")
    async with delivering(telegram, database):
        for number in range(20):
            alex.say(str(number))
        await hear(alex, 20)
    assert heard(alex) == [f"echo {number}" for number in range(20)]
    assert await waiting(database) == (0, 0)


async def test_order_within_each_chat(telegram: LocalTelegram, database: SqlDatabase) -> None:
    people = [telegram.person(f"Person {number}") for number in range(6)]
    for number in range(30):
        for person in people:
            person.say(str(number))
    async with delivering(telegram, database):
        for person in people:
            assert await hear(person, 30) == [f"echo {number}" for number in range(30)]


async def test_an_update_that_comes_again_is_not_handled_again(telegram: LocalTelegram, database: SqlDatabase) -> None:
    alex = telegram.person("Alex")
    alex.say("/start")
    async with delivering(telegram, database):
        await hear_of(alex, "/start")
        for _ in range(3):
            raw(telegram, 5_000_000_000, alex.id, text="once")
        alex.say("last")
        await hear_of(alex, "last")
    assert heard(alex) == ["echo /start", "echo once", "echo last"]


async def test_one_malformed_update_among_a_hundred(
    telegram: LocalTelegram, database: SqlDatabase, caplog: pytest.LogCaptureFixture
) -> None:
    alex, sam = telegram.person("Alex"), telegram.person("Sam")
    alex.say("/start")
    sam.say("/start")
    for number in range(99):
        if number == 50:
            telegram.world.updates.put_raw({"message": {"chat": {"id": sam.id}, "text": {"not": "text"}}}, sam.id)
        alex.say(str(number))
    async with delivering(telegram, database):
        await hear_of(sam, "sorry: unreadable")
        assert await hear(alex, 100) == ["echo /start", *(f"echo {number}" for number in range(99))]
    assert heard(sam) == ["echo /start", "sorry: unreadable"]
    assert "cannot be read and is put aside" in caplog.text


def keeping(work: Work, incoming: Incoming) -> Sequence[Outgoing]:
    """Keeps each text, then fails, hangs or leaves on demand."""
    assert isinstance(incoming.content, Text)
    text = incoming.content.text
    kept = work.talks.get(incoming.chat).intent or ""
    work.talks.put(incoming.chat, Talk(intent=f"{kept} {text}".strip()))
    match text:
        case "raise":
            raise ValueError(kept or "nothing", text * 3)
        case "cancel":
            raise asyncio.CancelledError
        case "exit":
            raise SystemExit
        case "unsendable":
            return [say(incoming.chat, text, reply_markup=object())]
        case "hang":
            while True:
                pass
    return [say(incoming.chat, f"kept {text}")]


@pytest.mark.parametrize(
    ("word", "trouble"),
    [("raise", "failed"), ("cancel", "failed"), ("exit", "failed"), ("unsendable", "failed"), ("hang", "too long")],
)
async def test_a_turn_that_fails_is_undone_alone_and_its_sender_is_told(
    telegram: LocalTelegram, database: SqlDatabase, word: str, trouble: str, caplog: pytest.LogCaptureFixture
) -> None:
    alex, sam = telegram.person("Alex"), telegram.person("Sam")
    for text in ("a", word, "b"):
        alex.say(text)
        sam.say(text.replace(word, "fine"))
    async with delivering(telegram, database, keeping, options=Options(turn_limit=0.5, hard_limit=None)):
        assert await hear(sam, 3) == ["kept a", "kept fine", "kept b"]
        assert await hear(alex, 3) == ["kept a", f"sorry: {trouble}", "kept b"]
    kept = await database.run(lambda work: [work.talks.get(person.id).intent for person in (alex, sam)])
    assert kept == ["a b", "a fine b"]
    assert "keeping" in caplog.text or word == "unsendable"
    assert "raiseraise" not in caplog.text


async def test_what_an_earlier_process_left_is_handled(telegram: LocalTelegram, database: SqlDatabase) -> None:
    alex = telegram.person("Alex")
    alex.say("/start")
    [update] = telegram.world.updates.pending
    await database.run(lambda work: work.inbox.accept([(update.update_id, alex.id, update.body)], clock()))
    async with delivering(telegram, database):
        assert await hear(alex, 1) == ["echo /start"]
    assert await waiting(database) == (0, 0)


async def test_what_ended_the_process_again_and_again_is_put_aside(
    telegram: LocalTelegram, database: SqlDatabase, caplog: pytest.LogCaptureFixture
) -> None:
    alex, sam = telegram.person("Alex"), telegram.person("Sam")
    alex.say("the end")
    sam.say("hello")
    killer, harmless = telegram.world.updates.pending

    def accept(work: Work) -> None:
        rows = [(update.update_id, update.chat, update.body) for update in (killer, harmless)]
        work.inbox.accept(rows, clock())
        for _ in range(TRIES):
            work.inbox.count_try([killer.update_id])

    await database.run(accept)
    async with delivering(telegram, database):
        assert await hear(alex, 1) == ["sorry: put aside"]
        assert await hear(sam, 1) == ["echo hello"]
    assert f"did not end in {TRIES} runs" in caplog.text


async def test_the_last_tries_come_after_a_pause_that_is_not_counted(
    telegram: LocalTelegram, database: SqlDatabase
) -> None:
    alex = telegram.person("Alex")
    alex.say("x")
    [update] = telegram.world.updates.pending

    def accept(work: Work) -> None:
        work.inbox.accept([(update.update_id, alex.id, update.body)], clock())
        for _ in range(TRIES - QUIET_TRIES):
            work.inbox.count_try([update.update_id])

    def tries(work: Work) -> list[int]:
        return [row.tries for row in work.inbox.claim(1)]

    await database.run(accept)
    for _ in range(3):  # ended in the pause, again and again
        recovered = asyncio.Event()
        workers = [
            Worker(
                database,
                echo,
                apologise,
                clock,
                turn_limit=5.0,
                counts=Counts(),
                recovered=recovered,
                recovers=number == 0,
            )
            for number in range(2)
        ]
        running = [asyncio.create_task(worker.run()) for worker in workers]
        await asyncio.sleep(0.2)
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        assert await database.run(tries) == [TRIES - QUIET_TRIES]
    async with delivering(telegram, database):
        assert await hear(alex, 1) == ["echo x"]


async def test_a_try_is_counted_before_the_run(telegram: LocalTelegram, database: SqlDatabase) -> None:
    alex = telegram.person("Alex")
    alex.say("x")
    [update] = telegram.world.updates.pending
    await database.run(lambda work: work.inbox.accept([(update.update_id, alex.id, update.body)], clock()))
    tries: list[int] = []

    def look(work: Work, incoming: Incoming) -> Sequence[Outgoing]:
        tries.extend(row.tries for row in work.inbox.claim(1))
        return echo(work, incoming)

    async with delivering(telegram, database, look):
        await hear(alex, 1)
    assert tries == [1]


async def test_stopping_finishes_what_was_accepted(telegram: LocalTelegram, database: SqlDatabase) -> None:
    people = [telegram.person(f"Person {number}") for number in range(10)]
    async with delivering(telegram, database, options=QUICK) as delivery:
        for number in range(20):
            for person in people:
                person.say(str(number))
        await hear(people[0], 1)
        await delivery.stop()
        accepted = await database.run(lambda work: work.inbox.last_update())
    first = telegram.world.updates.next_id - 200
    answered = sum(len(heard(person)) for person in people)
    assert accepted is not None
    assert answered == accepted - first + 1
    assert await waiting(database) == (0, 0)


async def test_nobody_is_told_in_groups_or_channels(telegram: LocalTelegram, database: SqlDatabase) -> None:
    alex = telegram.person("Alex")
    alex.say("hello")
    telegram.world.updates.put_raw({"message": {"chat": {"id": -100}, "text": 5}}, -100)
    alex.say("bye")
    async with delivering(telegram, database):
        await hear(alex, 2)
    assert not [call for call in telegram.world.calls if call.parameters.get("chat_id") == "-100"]


class Meddling:
    """A database into which an update comes right after a try was counted, and is claimed before that row."""

    def __init__(self, real: SqlDatabase, row: tuple[int, int, bytes]) -> None:
        self._real = real
        self._row = row

    async def run(self, job: Callable[[Work], T]) -> T:
        result = await self._real.run(job)
        if getattr(job, "__name__", "") == "_count_try":
            await self._real.run(lambda work: work.inbox.accept([self._row], clock()))
        return result


async def test_a_row_has_one_try_counted_also_when_another_is_claimed_before_it(
    telegram: LocalTelegram, sqlite_database: SqlDatabase
) -> None:
    alex, sam = telegram.person("Alex"), telegram.person("Sam")
    for person in (sam, alex):
        person.say("x")
    early, late = telegram.world.updates.pending
    telegram.world.updates.pending.clear()
    await sqlite_database.run(lambda work: work.inbox.accept([(late.update_id, alex.id, late.body)], clock()))
    tries: dict[int, int] = {}

    def look(work: Work, incoming: Incoming) -> Sequence[Outgoing]:
        [row] = work.inbox.claim(1)
        tries[row.chat] = row.tries
        return echo(work, incoming)

    meddling = Meddling(sqlite_database, (early.update_id, sam.id, early.body))
    async with delivering(telegram, meddling, look):
        await hear(alex, 1)
        await hear(sam, 1)
    assert tries == {sam.id: 0, alex.id: 1}


async def test_workers_side_by_side_on_postgresql(telegram: LocalTelegram, postgres_database: SqlDatabase) -> None:
    """In order and once in each chat; a turn that hangs holds up one worker and its own chat, no others."""
    people = [telegram.person(f"Person {number}") for number in range(6)]
    hung = telegram.person("Robin")
    hung.say("hang")
    for number in range(30):
        for person in people:
            person.say(str(number))
    options = Options(workers=3, turn_limit=2.0, hard_limit=None)
    async with delivering(telegram, postgres_database, keeping, options=options):
        for person in people:
            assert await hear(person, 30) == [f"kept {number}" for number in range(30)]
        assert await hear(hung, 1) == ["sorry: too long"]
    assert await waiting(postgres_database) == (0, 0)
