"""Is an update kept until it is confirmed, handed over in order, and to one poller only?"""

import asyncio

from bot.local import LocalTelegram, Person
from tests.local.clock import Clock
from tests.local.conftest import Ask


async def test_what_is_not_confirmed_comes_again(ask: Ask, alex: Person) -> None:
    for text in ("one", "two", "three"):
        alex.say(text)
    first = await ask("getUpdates")
    assert [update["message"]["text"] for update in first] == ["one", "two", "three"]
    assert await ask("getUpdates") == first
    assert await ask("getUpdates", offset=first[1]["update_id"]) == first[1:]
    assert await ask("getUpdates", offset=first[2]["update_id"] + 1) == []
    assert await ask("getUpdates") == []


async def test_a_limit_and_offsets_from_the_end_or_nowhere(ask: Ask, alex: Person) -> None:
    for number in range(5):
        alex.say(str(number))
    assert len(await ask("getUpdates", limit=2)) == 2
    assert len(await ask("getUpdates", offset=2_000_000_000)) == 5  # far ahead: a mistake, confirms nothing
    assert [update["message"]["text"] for update in await ask("getUpdates", offset=-1)] == ["4"]
    assert len(await ask("getUpdates")) == 1


async def test_a_long_poll_ends_with_the_first_news(ask: Ask, alex: Person) -> None:
    poll = asyncio.ensure_future(ask("getUpdates", timeout=30))
    await alex.world.until(lambda: alex.world.updates.polled)
    alex.say("news")
    assert [update["message"]["text"] for update in await poll] == ["news"]


async def test_of_two_pollers_the_older_gets_the_conflict(ask: Ask, alex: Person) -> None:
    older = asyncio.ensure_future(ask("getUpdates", timeout=30))
    await alex.world.until(lambda: alex.world.updates.polled)
    newer = asyncio.ensure_future(ask("getUpdates", timeout=30))
    answer = await older
    assert (answer["error_code"], answer["description"]) == (
        409,
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    )
    alex.say("for the newer")
    assert len(await newer) == 1


async def test_a_poller_that_hung_up_is_forgotten(ask: Ask, alex: Person) -> None:
    poll = asyncio.ensure_future(ask("getUpdates", timeout=30))
    await alex.world.until(lambda: alex.world.updates.polled)
    poll.cancel()
    await alex.world.until(lambda: not alex.world.updates.polled)
    alex.say("kept")
    assert len(await ask("getUpdates")) == 1


async def test_only_allowed_kinds_are_queued_and_the_choice_lasts(ask: Ask, alex: Person) -> None:
    await ask("getUpdates", allowed_updates=["callback_query"])
    alex.say("not wanted")
    await ask("getUpdates")
    alex.say("still not wanted")
    assert await ask("getUpdates") == []
    assert (await ask("getWebhookInfo"))["allowed_updates"] == ["callback_query"]
    await ask("getUpdates", allowed_updates=[])
    alex.say("wanted")
    assert len(await ask("getUpdates")) == 1


async def test_telegram_forgets_taps_after_minutes_and_messages_after_a_day(
    ask: Ask, alex: Person, clock: Clock
) -> None:
    markup = {"inline_keyboard": [[{"text": "x", "callback_data": "x"}]]}
    card = await ask("sendMessage", chat_id=alex.id, text="x", reply_markup=markup)
    query = alex.tap(card["message_id"], "x")
    alex.say("stays longer")
    clock.pass_(151)
    assert [set(update) for update in await ask("getUpdates")] == [{"update_id", "message"}]
    late = await ask("answerCallbackQuery", callback_query_id=query.id)
    assert "query is too old" in late["description"]
    clock.pass_(24 * 3600)
    assert await ask("getUpdates") == []


async def test_an_update_shows_the_message_as_it_was(ask: Ask, alex: Person) -> None:
    said = alex.say("8")
    alex.edit(said["message_id"], "9")
    first, second = await ask("getUpdates")
    assert (first["message"]["text"], second["edited_message"]["text"]) == ("8", "9")
    assert second["edited_message"]["edit_date"]


def test_numbers_grow_over_restarts(clock: Clock) -> None:
    first = LocalTelegram("42:x", clock=clock).person("Alex")
    update, message = first.world.updates.next_id, first.say("x")["message_id"]
    clock.pass_(5)
    second = LocalTelegram("42:x", clock=clock).person("Alex")
    assert second.world.updates.next_id > update + 1
    assert second.say("x")["message_id"] > message
