"""Can an operator list, read and replay what could not be handled, once, also while the coach is at work?"""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from bot.app import clock
from bot.local import LocalTelegram
from bot.services.dead_letters import Replay, kind_of
from bot.services.ports import Work
from bot.storage.database import SqlDatabase, open_database
from tests.delivery.updates import membership, message, press
from tests.journeys.people import Lifter, coach_at_work, settled, watch
from tests.process import ended

ALEX = 1001
WORDS = "deadlift 100x8 zyxwv"


def dead(database: SqlDatabase, *numbers: int, chat: int = ALEX, fault: str = "ValueError") -> None:
    def put(work: Work) -> None:
        for number in numbers:
            raw = message(number, to=chat, text=WORDS)
            raw["message"]["date"] = int(clock().timestamp())
            work.inbox.accept([(number, chat, json.dumps(raw).encode())], clock() - timedelta(hours=3))
            assert work.inbox.set_aside(number, fault, clock())

    database.run_now(put)


def test_an_empty_inbox_says_so(database_url: str) -> None:
    done = ended("inbox", DATABASE_URL=database_url)
    assert (done.returncode, done.stdout) == (0, "No dead letters: every message was handled, or waits to be.\n")


def test_they_are_listed_without_a_word_of_what_was_written(database: SqlDatabase, database_url: str) -> None:
    dead(database, 7, 9)
    listed = ended("inbox", DATABASE_URL=database_url)
    assert listed.stdout.splitlines() == [
        "7  chat 1001  3 h ago  message: text  ValueError",
        "9  chat 1001  3 h ago  message: text  ValueError",
    ]
    assert ended("inbox", "9", DATABASE_URL=database_url).stdout.startswith("9  chat 1001")
    shown = ended("inbox", "9", "--show", DATABASE_URL=database_url).stdout
    assert WORDS in shown
    assert not shown.startswith("7")


def test_what_is_none_is_said_to_be_none(database: SqlDatabase, database_url: str) -> None:
    dead(database, 7)
    done = ended("inbox", "7", "8", DATABASE_URL=database_url)
    assert (done.returncode, done.stderr) == (1, "8 is no dead letter.\n")
    assert done.stdout.startswith("7 ")
    nothing = ended("inbox", "--replay", DATABASE_URL=database_url)
    assert nothing.returncode == 2
    assert "Name the updates" in nothing.stderr


def test_what_is_written_in_one_does_not_move_the_cursor(database: SqlDatabase, database_url: str) -> None:
    body = b'{"message": {"text": "\\u001b[2J\\u009b gone"}}'
    database.run_now(lambda work: work.inbox.accept([(1, ALEX, body), (2, ALEX, b"\x1b[2J\xff")], clock()))
    database.run_now(lambda work: [work.inbox.set_aside(one, "x", clock()) for one in (1, 2)])
    shown = ended("inbox", "--show", DATABASE_URL=database_url).stdout
    assert "\x1b" not in shown
    assert "gone" in shown


async def test_one_is_replayed_once_by_the_coach_at_work(telegram: LocalTelegram, database_url: str) -> None:
    watcher = watch(database_url)
    async with coach_at_work(database_url, telegram):
        alex = Lifter(telegram, watcher)
        await alex.says("/start")
        assert alex.person.id == ALEX
        dead(watcher, 999_000_001)
        before = len(alex.messages)
        first = ended("inbox", "999000001", "--replay", DATABASE_URL=database_url)
        assert first.returncode == 0, first.stderr
        assert first.stdout == "999000001 is to run again; a coach at work takes it up within seconds.\n"
        await telegram.world.until(lambda: len(alex.messages) > before, 20)
        await settled(telegram, watcher)
        assert "100 kg × 8" in alex.last["text"]
        again = ended("inbox", "999000001", "--replay", DATABASE_URL=database_url)
        assert again.returncode == 1
        assert "was handled meanwhile" in again.stderr
        [history] = await alex.says("/history")
        assert "1 set" in history
    watcher.close()


async def test_one_that_fails_again_is_a_dead_letter_again(telegram: LocalTelegram, sqlite_url: str) -> None:
    watcher = watch(sqlite_url)
    await watcher.run(lambda work: work.inbox.accept([(5, ALEX, b'{"message": 7}')], clock()))
    await watcher.run(lambda work: work.inbox.set_aside(5, "old", clock()))
    assert (await watcher.run(lambda work: work.dead_letters.replay(5))) is Replay.WAITING
    async with coach_at_work(sqlite_url, telegram):
        await settled(telegram, watcher)
    [letter] = await watcher.run(lambda work: work.dead_letters.list(9))
    assert (letter.update, letter.fault) == (5, "AttributeError") or letter.fault != "old"
    watcher.close()


def test_of_many_who_ask_at_once_one_is_heard(database_url: str) -> None:
    databases = [open_database(database_url, connections=1) for _ in range(6)]
    dead(databases[0], 7)
    with ThreadPoolExecutor(len(databases)) as threads:
        became = list(threads.map(lambda one: one.run_now(lambda work: work.dead_letters.replay(7)), databases))
    assert sorted(became) == sorted([Replay.WAITING] + [Replay.WAITS_ALREADY] * 5)
    assert databases[0].run_now(lambda work: [row.update for row in work.inbox.claim(9)]) == [7]
    for one in databases:
        one.close()


def test_it_comes_before_what_its_chat_sent_later(database: SqlDatabase) -> None:
    dead(database, 3)
    database.run_now(lambda work: work.inbox.accept([(4, ALEX, b"{}"), (5, 8, b"{}"), (6, ALEX, b"{}")], clock()))
    assert database.run_now(lambda work: work.dead_letters.replay(3)) is Replay.WAITING

    def in_turn(work: Work) -> list[int]:
        handled: list[int] = []
        while rows := work.inbox.claim(1):
            handled += [row.update for row in rows]
            work.inbox.done([row.update for row in rows], clock())
        return handled

    of_alex = [number for number in database.run_now(in_turn) if number != 5]
    assert of_alex == [3, 4, 6]


def test_what_was_deleted_or_never_came_is_refused(database: SqlDatabase) -> None:
    dead(database, 3)
    database.run_now(lambda work: work.inbox.accept([(4, ALEX, b"{}")], clock()))
    database.run_now(lambda work: work.inbox.done([4], clock()))
    became = database.run_now(lambda work: [work.dead_letters.replay(number) for number in (4, 5)])
    assert became == [Replay.HANDLED, Replay.UNKNOWN]
    assert database.run_now(lambda work: work.dead_letters.get(4)) is None


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (message(1, text="x"), "message: text"),
        (message(1, document={}), "message: document"),
        (message(1), "message: something else"),
        ({"update_id": 1, "edited_message": {"text": "x"}}, "edited_message: text"),
        (press(1, "w"), "callback_query"),
        (membership("left"), "my_chat_member"),
        ({"update_id": 1, "poll": {}}, "another kind"),
        ({"update_id": 1, "message": "x"}, "message: something else"),
        ([1], "unreadable"),
    ],
)
def test_its_kind_is_told_and_no_word_of_it(body: object, kind: str) -> None:
    assert kind_of(json.dumps(body).encode()) == kind
    assert kind_of(b"\xff") == "unreadable"
