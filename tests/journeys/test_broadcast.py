"""Does a message to everybody come to each once, from a maintainer alone, through restarts, and can it be stopped?"""

import asyncio
from collections.abc import Sequence

import pytest

from bot.app import clock
from bot.local import LocalTelegram
from bot.local.faults import Fault
from bot.services.broadcasts import State
from bot.services.messages import Person
from bot.services.ports import Work
from bot.storage.database import SqlDatabase
from tests.journeys.maintainer import everybody, maintained, watching
from tests.journeys.people import Lifter, buttons, settled

NEWS = "New: <b>bands</b> & a second week.\nTry /workout."
SHOWN = "New: <b>bands</b> & a second week.\nTry /workout."


def got(lifter: Lifter) -> int:
    return sum(one.get("text") == SHOWN and not buttons(one) for one in lifter.messages)


async def over(lifter: Lifter) -> str:
    """The last state of the bar, once nothing goes out any more."""
    await lifter.telegram.world.until(lambda: bar(lifter).startswith(("Sent:", "Stopped:")), seconds=30)
    await settled(lifter.telegram, lifter.watcher)
    return bar(lifter)


def bar(lifter: Lifter) -> str:
    marks = ("On its way:", "Sent:", "Stopped:", "Stopping:")
    return next((one["text"] for one in reversed(lifter.messages) if one.get("text", "").startswith(marks)), "")


async def test_it_is_shown_then_sent_once_and_the_bar_tells_how_it_ended(
    telegram: LocalTelegram, database_url: str
) -> None:
    with watching(database_url) as watcher:
        async with maintained(telegram, database_url):
            alex, sam, kim, joe = await everybody(telegram, watcher, "Alex", "Sam", "Kim", "Joe")
            await joe.does(lambda person: person.block())
            [preview] = await alex.says(f"/broadcast {NEWS}")
            assert preview == SHOWN
            assert buttons(alex.last) == [["Send this to 2 people"], ["Drop it"]]
            assert got(sam) == 0
            await alex.taps("Send this", times=5)
            assert await over(alex) == "Sent: 2 of 2 have it.\n“New: <b>bands</b> & a second week.…”"
            assert sum("nothing is sent twice" in toast for toast in alex.toasts) == 4
            assert [got(one) for one in (alex, sam, kim, joe)] == [0, 1, 1, 0]
            assert buttons(alex.last) == []
        with watcher.engine.begin() as connection:
            left = connection.exec_driver_sql("SELECT count(*) FROM screens WHERE name LIKE 'broadcast-%%'").scalar()
        assert left == 0


async def test_the_button_of_a_preview_works_once_for_good(telegram: LocalTelegram, sqlite_url: str) -> None:
    with watching(sqlite_url) as watcher:
        async with maintained(telegram, sqlite_url):
            alex, sam = await everybody(telegram, watcher, "Alex", "Sam")
            await alex.says(f"/broadcast {NEWS}")
            preview = alex.last
            data = preview["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
            await alex.taps("Send this")
            await over(alex)
        async with maintained(telegram, sqlite_url):
            await alex.forges(preview["message_id"], data)
            await settled(telegram, watcher)
            assert alex.toasts == ["That was pressed already; nothing is sent twice."]
            assert got(sam) == 1


async def test_a_newer_draft_takes_the_place_of_the_older(telegram: LocalTelegram, sqlite_url: str) -> None:
    with watching(sqlite_url) as watcher:
        async with maintained(telegram, sqlite_url):
            alex, sam = await everybody(telegram, watcher, "Alex", "Sam")
            await alex.says("/broadcast with a tpyo")
            old = alex.last
            await alex.says(f"/broadcast {NEWS}")
            await alex.taps("Send this", old)
            assert alex.toasts == ["That was pressed already; nothing is sent twice."]
            await alex.taps("Drop it")
            assert alex.last["text"] == "Dropped. Nobody got it."
            assert [one["text"] for one in sam.messages][1:] == []


async def test_a_restart_in_the_middle_goes_on_where_it_was(telegram: LocalTelegram, database_url: str) -> None:
    names = [f"Person {number}" for number in range(40)]
    with watching(database_url) as watcher:
        async with maintained(telegram, database_url):
            alex, *others = await everybody(telegram, watcher, "Alex", *names)
        async with maintained(telegram, database_url, bulk_rate=5.0):
            alex.person.say(f"/broadcast {NEWS}")
            await press(alex, "Send this")
            await telegram.world.until(lambda: sum(map(got, others)) >= 3, seconds=20)
        before = sum(map(got, others))
        assert before < len(others)
        async with maintained(telegram, database_url, bulk_rate=200.0):
            await asyncio.wait_for(over(alex), 60)
        assert [got(one) for one in others] == [1] * len(others)
        assert bar(alex).startswith("Sent: 40 of 40 have it.")


async def test_it_can_be_stopped(telegram: LocalTelegram, database_url: str) -> None:
    names = [f"Person {number}" for number in range(30)]
    with watching(database_url) as watcher:
        async with maintained(telegram, database_url):
            alex, *others = await everybody(telegram, watcher, "Alex", *names)
        async with maintained(telegram, database_url, bulk_rate=4.0):
            alex.person.say(f"/broadcast {NEWS}")
            await press(alex, "Send this")
            await telegram.world.until(lambda: bar(alex).startswith("On its way: 2 of 30"), seconds=20)
            assert "░" in bar(alex)
            await press(alex, "Stop")
            said = await over(alex)
            had_it = sum(map(got, others))
            assert 2 <= had_it < 30
            assert said.startswith(f"Stopped: {had_it} of 30 have it.")
            await alex.says("hello")
            assert sum(map(got, others)) == had_it


async def press(lifter: Lifter, label: str) -> None:
    """As soon as there is such a button, and without waiting for what comes of it."""

    def found() -> tuple[int, str] | None:
        for one in reversed(lifter.messages):
            for row in one.get("reply_markup", {}).get("inline_keyboard", []):
                for key in row:
                    if key["text"].startswith(label):
                        return one["message_id"], key["callback_data"]
        return None

    there = await lifter.telegram.world.until(found, 10)
    assert there is not None
    message, data = there
    lifter.person.tap(message, data)


async def test_who_blocked_in_between_or_cannot_get_it_is_told_of(telegram: LocalTelegram, sqlite_url: str) -> None:
    with watching(sqlite_url) as watcher:
        async with maintained(telegram, sqlite_url):
            alex, sam, kim, joe = await everybody(telegram, watcher, "Alex", "Sam", "Kim", "Joe")
            telegram.world.faults.rules += [
                Fault("403", "sendMessage", count=1, chat_id=kim.person.id),
                Fault("400", "sendMessage", count=1, chat_id=joe.person.id, description="Bad Request: not today"),
            ]
            await alex.says(f"/broadcast {NEWS}")
            await alex.taps("Send this")
            said = await over(alex)
    assert said.splitlines()[:2] == ["Sent: 1 of 3 have it.", "1 had blocked me, 1 could not get it."]
    assert got(sam) == 1


@pytest.mark.parametrize("words", ["/stats", "/broadcast hello all", "/Broadcast@bot x"])
async def test_for_anybody_else_there_is_no_such_command(telegram: LocalTelegram, sqlite_url: str, words: str) -> None:
    with watching(sqlite_url) as watcher:
        async with maintained(telegram, sqlite_url):
            alex, sam = await everybody(telegram, watcher, "Alex", "Sam")
            [refused] = await sam.says(words)
            assert refused.startswith(f"I don't know {words.split()[0]}. ")
            assert refused.endswith("/help shows what I do.")
            [near] = await sam.says("/broadcasts")
            assert "Did you mean /broadcast" not in near
            assert "/stats" not in (await sam.says("/help"))[0]
            assert "/stats" in (await alex.says("/help"))[0]
    assert not any("stats" in str(one) or "broadcast" in str(one) for one in telegram.world.profile.values())


@pytest.mark.parametrize("data", ["bcs:1", "bcd:1", "bcx:1", "sts"])
async def test_nobody_else_presses_its_buttons(telegram: LocalTelegram, sqlite_url: str, data: str) -> None:
    with watching(sqlite_url) as watcher:
        async with maintained(telegram, sqlite_url):
            alex, sam = await everybody(telegram, watcher, "Alex", "Sam")
            await alex.says(f"/broadcast {NEWS}")
            await sam.forges(sam.last["message_id"], data)
            assert sam.toasts == ["An old button. This is how it stands."] or "earlier session" in sam.last["text"]
            assert got(sam) == 0
            await alex.taps("Send this")
            await over(alex)
            assert got(sam) == 1, "and it did not spoil the draft"


async def test_a_maintainer_does_not_send_what_another_wrote(telegram: LocalTelegram, sqlite_url: str) -> None:
    with watching(sqlite_url) as watcher:
        async with maintained(telegram, sqlite_url):
            alex, sam = await everybody(telegram, watcher, "Alex", "Sam")

            def of_sam(work: Work) -> int:
                athlete, _ = work.athletes.meet(Person(sam.person.id, "Sam"), sam.person.id, clock())
                return work.broadcasts.draft(athlete.id, sam.person.id, "psst", clock())

            number = await watcher.run(of_sam)
            for tag in ("bcs", "bcd", "bcx"):
                await alex.forges(alex.last["message_id"], f"{tag}:{number}")
            await settled(telegram, watcher)
            assert not [one for one in alex.messages if one.get("text") == "psst"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("/broadcast", "What is it to say? Write /broadcast and your message behind it."),
        ("/broadcast " + "x" * 3501, "That message has 3,501 letters; 3,500 fit. Nothing is sent: shorten it."),
        ("/broadcast to nobody", "Nobody else is here yet, so there is no one to send it to."),
    ],
)
async def test_what_cannot_be_sent_is_said(telegram: LocalTelegram, sqlite_url: str, words: str, said: str) -> None:
    with watching(sqlite_url) as watcher:
        async with maintained(telegram, sqlite_url):
            [alex] = await everybody(telegram, watcher, "Alex")
            assert await alex.says(words) == [said]


async def test_a_wave_of_it_lets_an_answer_pass(telegram: LocalTelegram, sqlite_url: str) -> None:
    names = [f"Person {number}" for number in range(30)]
    with watching(sqlite_url) as watcher:
        async with maintained(telegram, sqlite_url):
            alex, sam, *others = await everybody(telegram, watcher, "Alex", *names)
        async with maintained(telegram, sqlite_url, bulk_rate=2.0):
            alex.person.say(f"/broadcast {NEWS}")
            await press(alex, "Send this")
            await telegram.world.until(lambda: sum(map(got, others)) > 0, seconds=20)
            sam.person.say("why rows")
            await telegram.world.until(lambda: "Bent-over row" in sam.last.get("text", ""), seconds=2)
            assert sum(map(got, others)) < len(others)


def states(watcher: SqlDatabase) -> Sequence[str]:
    with watcher.engine.begin() as connection:
        return connection.exec_driver_sql("SELECT state FROM broadcasts ORDER BY id").scalars().all()


async def test_what_is_over_stays_known_by_its_state(telegram: LocalTelegram, sqlite_url: str) -> None:
    with watching(sqlite_url) as watcher:
        async with maintained(telegram, sqlite_url):
            alex, _ = await everybody(telegram, watcher, "Alex", "Sam")
            await alex.says("/broadcast one")
            await alex.taps("Send this")
            await over(alex)
            assert states(watcher) == [State.DONE]
            await alex.says("/privacy")
            await alex.taps("Delete everything")
            await alex.taps("Yes, delete")
            assert states(watcher) == []
