"""Does every reply get out, once at least, in order, whatever the wire does?"""

import asyncio
import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest

from bot.delivery.pace import Rates
from bot.delivery.run import Options
from bot.local.faults import KINDS, Fault
from bot.local.people import Person
from bot.local.server import LocalTelegram
from bot.services.messages import Outgoing, Priority
from bot.storage.database import SqlDatabase
from tests.delivery.rig import answering, bulk, clock, delivering, hear, hear_of, heard, put, say, waiting

FINAL = {"400", "403"}


def started(telegram: LocalTelegram, name: str = "Alex") -> Person:
    """Somebody a bot may write to."""
    person = telegram.person(name)
    person.chat.started = True
    return person


async def test_no_reply_is_missing_whatever_the_wire_does(
    telegram: LocalTelegram, sqlite_database: SqlDatabase
) -> None:
    """One person for each thing that can happen, twice, to what is sent to them."""
    people = {kind: telegram.person(kind) for kind in sorted(set(KINDS) - FINAL)}
    for kind, person in people.items():
        telegram.world.faults.rules.append(Fault(kind, "sendMessage", count=2, chat_id=person.id, seconds=0.2))
        for number in range(5):
            person.say(str(number))
    async with delivering(telegram, sqlite_database):
        for kind, person in people.items():
            await hear_of(person, "echo 4")
            said = heard(person)
            in_order = [text for place, text in enumerate(said) if text not in said[:place]]
            assert in_order == [f"echo {number}" for number in range(5)], kind
    assert await waiting(sqlite_database) == (0, 0)
    assert not telegram.world.faults.rules or all(rule.count == 0 for rule in telegram.world.faults.rules)


async def test_who_waited_behind_others_failures_is_tried_again_at_once(
    telegram: LocalTelegram, sqlite_database: SqlDatabase
) -> None:
    """Six replies in one chat, each of whose first try fails: half a second each, and not ever longer."""
    alex = started(telegram)
    said = [str(number) for number in range(6)]
    telegram.world.faults.rules += [Fault("500", "sendMessage", count=1, skip=number) for number in range(6)]
    async with delivering(telegram, sqlite_database) as delivery:
        began = telegram.world.now()
        await put(delivery, sqlite_database, *(say(alex.id, text) for text in said))
        assert await hear(alex, 6, seconds=60) == said
    assert [call.status for call in telegram.world.calls if call.method == "sendMessage"] == [500, 200] * 6
    assert telegram.world.now() - began < 12


async def test_a_chat_waits_as_long_as_429_says_and_others_do_not(
    telegram: LocalTelegram, sqlite_database: SqlDatabase
) -> None:
    alex, sam = started(telegram), started(telegram, "Sam")
    telegram.world.faults.rules.append(Fault("429", "sendMessage", count=1, chat_id=alex.id, retry_after=2))
    async with delivering(telegram, sqlite_database) as delivery:
        await put(delivery, sqlite_database, say(alex.id, "a"), say(alex.id, "b"), say(sam.id, "c"))
        await hear(sam, 1)
        assert heard(alex) == []
        assert await hear(alex, 2) == ["a", "b"]
    refused, went = (call.at for call in telegram.world.calls if call.parameters.get("text") == "a")
    assert went - refused >= 2


async def test_two_chats_that_are_told_to_wait_mean_everybody(
    telegram: LocalTelegram, sqlite_database: SqlDatabase
) -> None:
    alex, sam, robin = (started(telegram, name) for name in ("Alex", "Sam", "Robin"))
    for person in (alex, sam):
        rule = Fault("429", "sendMessage", count=1, chat_id=person.id, retry_after=1)
        telegram.world.faults.rules.append(rule)
    async with delivering(telegram, sqlite_database) as delivery:
        await put(delivery, sqlite_database, say(alex.id, "a"), say(sam.id, "b"))
        await telegram.world.until(lambda: sum(call.status == 429 for call in telegram.world.calls) == 2)
        flooded = telegram.world.now()
        await asyncio.sleep(0)  # the sender reads the second 429
        await put(delivery, sqlite_database, say(robin.id, "c"))
        await hear(robin, 1)
    assert telegram.world.now() - flooded >= 0.9


async def test_who_blocked_the_bot_is_noted_and_stops_nobody(
    telegram: LocalTelegram, sqlite_database: SqlDatabase
) -> None:
    alex, sam = started(telegram), started(telegram, "Sam")
    alex.block()
    async with delivering(telegram, sqlite_database) as delivery:
        await put(delivery, sqlite_database, *(say(alex.id, str(number)) for number in range(5)), say(sam.id, "hi"))
        assert await hear(sam, 1) == ["hi"]
    assert await waiting(sqlite_database) == (0, 0)
    assert len([call for call in telegram.world.calls if call.status == 403]) == 1


async def test_a_refusal_is_final_and_logged_without_stopping_the_chat(
    telegram: LocalTelegram, sqlite_database: SqlDatabase, caplog: pytest.LogCaptureFixture
) -> None:
    alex = started(telegram)
    async with delivering(telegram, sqlite_database) as delivery:
        await put(delivery, sqlite_database, say(alex.id, "x" * 5000), say(alex.id, "next"))
        assert await hear(alex, 1) == ["next"]
    assert "was refused: Message is too long" in caplog.text
    assert await waiting(sqlite_database) == (0, 0)


async def test_best_effort_is_refused_in_silence(
    telegram: LocalTelegram, sqlite_database: SqlDatabase, caplog: pytest.LogCaptureFixture
) -> None:
    alex = started(telegram)
    late = Outgoing(alex.id, "answerCallbackQuery", {"callback_query_id": "1"}, best_effort=True)
    async with delivering(telegram, sqlite_database) as delivery:
        await put(delivery, sqlite_database, late, say(alex.id, "next"))
        await hear(alex, 1)
        await delivery.stop()
    assert await waiting(sqlite_database) == (0, 0)
    assert caplog.text == ""


async def test_markup_that_telegram_does_not_take_is_sent_plainly(
    telegram: LocalTelegram, sqlite_database: SqlDatabase
) -> None:
    alex = started(telegram)
    async with delivering(telegram, sqlite_database) as delivery:
        await put(delivery, sqlite_database, say(alex.id, "<b>3 x 5</i> &lt; <3 rows", parse_mode="HTML"))
        assert await hear(alex, 1) == ["3 x 5 < <3 rows"]


async def test_a_file_is_uploaded(telegram: LocalTelegram, sqlite_database: SqlDatabase) -> None:
    alex = started(telegram)
    content = b"{}\x00" * 999_999
    export = Outgoing(alex.id, "sendDocument", {"chat_id": alex.id, "caption": "all"}, file=("log.json", content))
    async with delivering(telegram, sqlite_database) as delivery:
        await put(delivery, sqlite_database, export)
        assert await hear(alex, 1) == ["all"]
    document = alex.heard()[0]["document"]
    assert document["file_name"] == "log.json"
    assert telegram.world.files.by_id[document["file_id"]].body == content


def card(chat: int, text: str) -> Outgoing:
    return say(chat, text, method="editMessageText", screen="card", edits_screen=True)


async def test_a_screen_is_made_then_edited_in_place(telegram: LocalTelegram, sqlite_database: SqlDatabase) -> None:
    alex = started(telegram)
    async with delivering(telegram, sqlite_database) as delivery:
        await put(delivery, sqlite_database, card(alex.id, "set 1"), card(alex.id, "set 2"), say(alex.id, "between"))
        assert await hear(alex, 2) == ["set 2", "between"]
        await put(delivery, sqlite_database, card(alex.id, "set 3"))
        await hear_of(alex, "set 3")
    assert heard(alex) == ["set 3", "between"]


async def test_a_screen_that_stands_as_it_should_is_left(
    telegram: LocalTelegram, sqlite_database: SqlDatabase, caplog: pytest.LogCaptureFixture
) -> None:
    alex = started(telegram)
    async with delivering(telegram, sqlite_database) as delivery:
        await put(delivery, sqlite_database, card(alex.id, "same"), card(alex.id, "same"), card(alex.id, "other"))
        await hear_of(alex, "other")
    assert heard(alex) == ["other"]
    assert caplog.text == ""


async def test_a_screen_that_was_deleted_comes_anew(telegram: LocalTelegram, sqlite_database: SqlDatabase) -> None:
    alex = started(telegram)
    async with delivering(telegram, sqlite_database) as delivery:
        await put(delivery, sqlite_database, card(alex.id, "set 1"))
        await hear(alex, 1)
        alex.delete(alex.heard()[0]["message_id"])
        await put(delivery, sqlite_database, card(alex.id, "set 2"))
        await hear_of(alex, "set 2")
        await put(delivery, sqlite_database, card(alex.id, "set 3"))
        await hear_of(alex, "set 3")
    assert heard(alex) == ["set 3"]


async def test_a_screen_is_known_after_a_restart(telegram: LocalTelegram, sqlite_database: SqlDatabase) -> None:
    alex = started(telegram)
    for text in ("set 1", "set 2"):
        async with delivering(telegram, sqlite_database) as delivery:
            await put(delivery, sqlite_database, card(alex.id, text))
            await hear_of(alex, text)
    assert heard(alex) == ["set 2"]


async def test_a_wave_is_steady_and_an_answer_goes_before_it(
    telegram: LocalTelegram, sqlite_database: SqlDatabase
) -> None:
    people = [started(telegram, f"Person {number}") for number in range(30)]
    options = Options(hard_limit=None, rates=Rates(bulk=20.0))
    reply = answering(lambda text, chat: [say(chat, f"echo {text}")])
    async with delivering(telegram, sqlite_database, reply, options=options) as delivery:
        await put(delivery, sqlite_database, *(bulk(person.id, "remember") for person in people))
        await hear(people[0], 1)
        people[-1].say("hello")
        assert await hear(people[-1], 1) == ["echo hello"]
        await telegram.world.until(lambda: telegram.world.done("sendMessage") == 31)
    times = sorted(call.at for call in telegram.world.calls if call.parameters.get("text") == "remember")
    assert max(sum(at <= one < at + 1 for one in times) for at in times) <= 21
    assert times[-1] - times[0] < 29 / 20 * 1.5
    answer = next(call.at for call in telegram.world.calls if call.parameters.get("text") == "echo hello")
    assert answer - times[0] < 0.5


async def test_leases_of_an_earlier_run_are_taken_up_at_once(
    telegram: LocalTelegram, sqlite_database: SqlDatabase
) -> None:
    alex = started(telegram)

    def lease(work: object) -> None:
        work.outbox.put([say(alex.id, "left behind")], clock())  # type: ignore[attr-defined]
        assert work.outbox.exchange([], limit=9, now=clock(), until=clock() + timedelta(hours=1))  # type: ignore[attr-defined]

    await sqlite_database.run(lease)
    async with delivering(telegram, sqlite_database):
        assert await hear(alex, 1) == ["left behind"]


async def test_the_next_of_a_chat_goes_when_the_one_before_is_noted(
    telegram: LocalTelegram, sqlite_database: SqlDatabase
) -> None:
    """So that a process that is killed repeats one message of a chat, however many wait."""
    alex, sam = started(telegram), started(telegram, "Sam")
    telegram.world.faults.rules.append(Fault("slow", "sendMessage", count=2, seconds=1.0))
    async with delivering(telegram, sqlite_database) as delivery:
        said = [str(number) for number in range(5)]
        await put(delivery, sqlite_database, *(say(person.id, text) for text in said for person in (alex, sam)))
        await telegram.world.until(lambda: not telegram.world.faults.rules)
        with closing(sqlite3.connect(sqlite_database.engine.url.database or "", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")  # nothing can be noted
            assert (await hear(alex, 1), await hear(sam, 1)) == (["0"], ["0"])
            await asyncio.sleep(0.2)
            assert (heard(alex), heard(sam)) == (["0"], ["0"])
            other.execute("ROLLBACK")
        assert (await hear(alex, 5), await hear(sam, 5)) == (said, said)


async def test_what_cannot_even_be_built_stops_nothing(
    telegram: LocalTelegram, sqlite_database: SqlDatabase, caplog: pytest.LogCaptureFixture
) -> None:
    alex = started(telegram)
    odd = Outgoing(alex.id, "sendMessage", {"chat_id": alex.id, "text": "half \ud83d"}, Priority.ANSWER)
    async with delivering(telegram, sqlite_database) as delivery:
        try:
            await put(delivery, sqlite_database, odd)
        except (UnicodeEncodeError, TypeError, ValueError):
            return  # the outbox does not even keep it
        await put(delivery, sqlite_database, say(alex.id, "next"))
        await hear_of(alex, "next")
