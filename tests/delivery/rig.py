"""A delivery on real parts for tests: loopback Telegram, a real database, and a handler of the test's own."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

from bot.delivery.run import Delivery, Options, Webhook
from bot.delivery.work import Respond, Trouble
from bot.local.people import Person
from bot.local.server import LocalTelegram
from bot.services.messages import Incoming, Outgoing, Press, Priority, Text
from bot.services.ports import Database, Work

QUICK = Options(turn_limit=5.0, hard_limit=None, grace=5.0)


def clock() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 - stands where bot/app.py stands


def say(chat: int, text: str, **more: Any) -> Outgoing:
    """A plain message. Names that Outgoing has go there, others into the payload."""
    own = {name: more.pop(name) for name in tuple(more) if name in Outgoing.__dataclass_fields__}
    return Outgoing(chat, own.pop("method", "sendMessage"), {"chat_id": chat, "text": text, **more}, **own)


def bulk(chat: int, text: str) -> Outgoing:
    return say(chat, text, priority=Priority.BULK)


def echo(_: Work, incoming: Incoming) -> Sequence[Outgoing]:
    match incoming.content:
        case Text(text):
            return [say(incoming.chat, f"echo {text}")]
        case Press(query, data, _):
            answer = Outgoing(incoming.chat, "answerCallbackQuery", {"callback_query_id": query}, best_effort=True)
            return [answer, say(incoming.chat, f"pressed {data}")]
        case _:
            return []


def apologise(chat: int, trouble: Trouble) -> Outgoing:
    return say(chat, f"sorry: {trouble}")


@asynccontextmanager
async def delivering(
    telegram: LocalTelegram,
    database: Database,
    respond: Respond = echo,
    *,
    webhook: Webhook | None = None,
    options: Options = QUICK,
) -> AsyncIterator[Delivery]:
    delivery = Delivery(
        telegram.token,
        telegram.url,
        database,
        respond=respond,
        apologise=apologise,
        clock=clock,
        webhook=webhook,
        options=options,
    )
    await delivery.start()
    try:
        yield delivery
    finally:
        await delivery.stop()


def heard(person: Person) -> list[str]:
    """What the bot wrote to somebody, oldest first."""
    return [message.get("text") or message.get("caption", "") for message in person.heard()]


async def hear(person: Person, count: int, seconds: float = 15) -> list[str]:
    """The same, once there are so many."""
    await person.world.until(lambda: len(person.heard()) >= count, seconds)
    return heard(person)


async def hear_of(person: Person, words: str, seconds: float = 15) -> str:
    """The first message that holds these words."""
    return await person.world.until(lambda: next((text for text in heard(person) if words in text), ""), seconds)


async def waiting(database: Database) -> tuple[int, int]:
    """How many updates and how many replies are not done."""
    return await database.run(lambda work: (work.inbox.waiting(), work.outbox.waiting()))


async def put(delivery: Delivery, database: Database, *outgoing: Outgoing) -> None:
    """Replies from outside of a turn."""
    await database.run(lambda work: work.outbox.put(outgoing, clock()))
    delivery.sender.wake()


def answering(answers: Callable[[str, int], Sequence[Outgoing]]) -> Respond:
    """A handler that only looks at the text and the chat."""

    def respond(_: Work, incoming: Incoming) -> Sequence[Outgoing]:
        return answers(incoming.content.text, incoming.chat) if isinstance(incoming.content, Text) else []

    return respond
