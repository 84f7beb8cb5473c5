"""Does an answer go before a wave of reminders, whatever becomes of the wave?"""

from dataclasses import replace
from datetime import timedelta

from bot.delivery.pace import Rates
from bot.delivery.run import Options
from bot.delivery.send import BULK_SIDE_BY_SIDE
from bot.local.faults import Fault
from bot.local.people import Person
from bot.local.server import LocalTelegram
from bot.services.messages import DELETE, Outgoing
from bot.storage.database import SqlDatabase
from tests.delivery.rig import answering, bulk, clock, delivering, hear, hear_of, heard, put, say, waiting

ECHO = answering(lambda text, chat: [say(chat, f"echo {text}")])


def people(telegram: LocalTelegram, count: int) -> list[Person]:
    several = [telegram.person(f"Person {number}") for number in range(count)]
    for person in several:
        person.chat.started = True
    return several


def options(bulk_rate: float, **more: float) -> Options:
    return Options(hard_limit=None, grace=5.0, rates=Rates(bulk=bulk_rate, **more))


def begun(telegram: LocalTelegram, words: str) -> int:
    """How many calls with these words."""
    return sum(call.parameters.get("text") == words for call in telegram.world.calls)


def moment(telegram: LocalTelegram, words: str) -> float:
    return next(call.at for call in telegram.world.calls if call.parameters.get("text") == words)


async def test_a_wave_that_is_refused_holds_up_no_answer(telegram: LocalTelegram, sqlite_database: SqlDatabase) -> None:
    """Telegram says 429 to three chats, which a sender takes for everybody's; the lifter who writes is one of them."""
    alex, sam, robin = people(telegram, 3)
    for person in (alex, sam, robin):
        rule = Fault("429", "sendMessage", count=1, chat_id=person.id, retry_after=8)
        telegram.world.faults.rules.append(rule)
    async with delivering(telegram, sqlite_database, ECHO, options=options(20)) as delivery:
        await put(delivery, sqlite_database, *(bulk(one.id, "remember") for one in (alex, sam)))
        await telegram.world.until(lambda: sum(call.status == 429 for call in telegram.world.calls) >= 1)
        refused = telegram.world.now()
        telegram.world.faults.clear()
        alex.say("hello")
        assert await hear_of(alex, "echo hello") == "echo hello"
        assert telegram.world.now() - refused < 4
    assert heard(alex)[0] == "echo hello"


async def test_an_answer_does_not_wait_for_a_reminder_held_for_the_same_chat(
    telegram: LocalTelegram, sqlite_database: SqlDatabase
) -> None:
    many = people(telegram, 4)
    async with delivering(telegram, sqlite_database, ECHO, options=options(1)) as delivery:
        await put(delivery, sqlite_database, *(bulk(one.id, "remember") for one in many))
        await hear(many[0], 1)
        many[-1].say("hello")
        await hear_of(many[-1], "echo hello")
        assert heard(many[-1]) == ["echo hello"]


async def test_a_slow_telegram_gives_a_wave_only_some_of_the_places(
    telegram: LocalTelegram, sqlite_database: SqlDatabase
) -> None:
    several = people(telegram, BULK_SIDE_BY_SIDE + 12)
    telegram.world.faults.rules.append(Fault("timeout", "sendMessage", count=BULK_SIDE_BY_SIDE + 4, seconds=20))
    alex = telegram.person("Alex")
    async with delivering(telegram, sqlite_database, ECHO, options=options(1000, overall=1000)) as delivery:
        await put(delivery, sqlite_database, *(bulk(one.id, "remember") for one in several))
        await telegram.world.until(lambda: begun(telegram, "remember") >= BULK_SIDE_BY_SIDE, seconds=20)
        telegram.world.faults.clear()
        alex.say("hello")
        assert await hear(alex, 1, seconds=5) == ["echo hello"]
        assert begun(telegram, "remember") == BULK_SIDE_BY_SIDE


async def test_a_reminder_waits_its_second_in_a_chat_an_answer_does_not(
    telegram: LocalTelegram, sqlite_database: SqlDatabase
) -> None:
    (alex,) = people(telegram, 1)
    async with delivering(telegram, sqlite_database, ECHO, options=options(100)) as delivery:
        await put(delivery, sqlite_database, say(alex.id, "a"), say(alex.id, "b"), bulk(alex.id, "remember"))
        assert await hear(alex, 3) == ["a", "b", "remember"]
    assert moment(telegram, "b") - moment(telegram, "a") < 0.9
    assert moment(telegram, "remember") - moment(telegram, "b") >= 0.99


async def test_what_answers_take_is_left_out_of_the_wave(telegram: LocalTelegram, sqlite_database: SqlDatabase) -> None:
    several = people(telegram, 40)
    rates = options(20, overall=20, chat=1000)
    async with delivering(telegram, sqlite_database, ECHO, options=rates) as delivery:
        await put(delivery, sqlite_database, *(bulk(one.id, "remember") for one in several[:20]))
        await hear(several[0], 1)
        await put(delivery, sqlite_database, *(say(one.id, "news") for one in several[20:]))
        await hear(several[19], 1)
    times = sorted(call.at for call in telegram.world.calls if call.parameters.get("text") in ("remember", "news"))
    assert times[-1] - times[0] >= 39 / 20 * 0.9


async def test_however_many_answers_go_the_wave_goes_on(telegram: LocalTelegram, sqlite_database: SqlDatabase) -> None:
    alex, sam, robin = people(telegram, 3)
    rates = options(20, overall=2, chat=1000)
    async with delivering(telegram, sqlite_database, ECHO, options=rates) as delivery:
        await put(delivery, sqlite_database, *(bulk(one.id, "remember") for one in (alex, sam)))
        await hear(alex, 1)
        await put(delivery, sqlite_database, *(say(robin.id, str(number)) for number in range(20)))
        await hear(sam, 1)
    assert moment(telegram, "remember") < telegram.world.now()
    times = [call.at for call in telegram.world.calls if call.parameters.get("text") == "remember"]
    assert times[1] - times[0] < 3


async def test_what_came_too_late_is_not_sent(telegram: LocalTelegram, sqlite_database: SqlDatabase) -> None:
    (alex,) = people(telegram, 1)
    late = replace(bulk(alex.id, "too late"), until=clock() - timedelta(seconds=1))
    ring = replace(say(alex.id, "too late, too"), until=clock() - timedelta(seconds=1))
    in_time = replace(say(alex.id, "in time"), until=clock() + timedelta(minutes=1))
    async with delivering(telegram, sqlite_database) as delivery:
        await put(delivery, sqlite_database, late, ring, in_time)
        assert await hear(alex, 1) == ["in time"]
        while await waiting(sqlite_database) != (0, 0):
            pass
    assert heard(alex) == ["in time"]


async def test_what_is_held_of_a_wave_when_the_coach_stops_goes_out_after_the_next_start(
    telegram: LocalTelegram, sqlite_database: SqlDatabase
) -> None:
    several = people(telegram, 6)
    async with delivering(telegram, sqlite_database, options=options(1)) as delivery:
        await put(delivery, sqlite_database, *(bulk(one.id, "remember") for one in several))
        await hear(several[0], 1)
    assert telegram.world.done("sendMessage") < len(several)
    async with delivering(telegram, sqlite_database, options=options(100)):
        await telegram.world.until(lambda: all(heard(one) for one in several))
    assert [heard(one) for one in several] == [["remember"]] * len(several)


def ring(chat: int, text: str) -> Outgoing:
    return say(chat, text, screen="rest")


def removal(chat: int) -> Outgoing:
    return Outgoing(chat, DELETE, {"chat_id": chat}, screen="rest", edits_screen=True)


async def test_a_message_is_removed_by_its_name(telegram: LocalTelegram, sqlite_database: SqlDatabase) -> None:
    (alex,) = people(telegram, 1)
    async with delivering(telegram, sqlite_database) as delivery:
        await put(delivery, sqlite_database, removal(alex.id), ring(alex.id, "over"), say(alex.id, "other"))
        await hear_of(alex, "other")
        await put(delivery, sqlite_database, removal(alex.id), ring(alex.id, "over again"))
        await hear_of(alex, "over again")
        assert heard(alex) == ["other", "over again"]
        await put(delivery, sqlite_database, removal(alex.id), removal(alex.id), say(alex.id, "end"))
        await hear_of(alex, "end")
    assert heard(alex) == ["other", "end"]
    assert telegram.world.done(DELETE) == 2
    assert await waiting(sqlite_database) == (0, 0)


async def test_one_that_the_person_deleted_first_is_nothing_to_report(
    telegram: LocalTelegram, sqlite_database: SqlDatabase
) -> None:
    (alex,) = people(telegram, 1)
    async with delivering(telegram, sqlite_database) as delivery:
        await put(delivery, sqlite_database, ring(alex.id, "over"))
        await hear(alex, 1)
        alex.delete(alex.heard()[0]["message_id"])
        await put(delivery, sqlite_database, removal(alex.id), say(alex.id, "next"))
        assert await hear_of(alex, "next") == "next"
    assert await waiting(sqlite_database) == (0, 0)
    assert await sqlite_database.run(lambda work: work.outbox.screen(alex.id, "rest")) is None
