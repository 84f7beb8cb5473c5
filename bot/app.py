"""Where do the parts meet? The only wiring: settings in, a running coach out. Also the one clock."""

import asyncio
import gc
import logging
import math
import signal
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime

from telegram.error import InvalidToken, TelegramError

from bot.chat.errors import BROKEN, SLOW, UNREADABLE
from bot.chat.handlers.export import give_up_export, make_export
from bot.chat.handlers.import_file import read_upload
from bot.chat.handlers.picture import give_up_picture, make_picture
from bot.chat.respond import apology, respond, word_broadcast, word_progress, word_push, word_ring
from bot.chat.routes import DESCRIPTION, MENU, SHORT_DESCRIPTION
from bot.chat.views.pictures import exercise_map
from bot.coaching.importing.matching import ExerciseMatcher
from bot.coaching.knowledge.load import load
from bot.coaching.language.deeds import load_deeds
from bot.coaching.language.language import load_language
from bot.coaching.language.log_line import LogReader, load_words
from bot.coaching.language.logbook import load_logbook
from bot.coaching.language.spoken import load_spoken
from bot.coaching.language.understanding import Understander
from bot.delivery.client import number_in
from bot.delivery.orders import Make, Making
from bot.delivery.pace import Rates
from bot.delivery.redact import redact_logs
from bot.delivery.refusals import CannotListen
from bot.delivery.run import Delivery, Options, Webhook
from bot.delivery.uploads import Finish
from bot.delivery.work import Trouble
from bot.domain.athlete import Athlete
from bot.domain.errors import StorageUnavailable
from bot.domain.reminding import LATEST
from bot.logs import write_logs
from bot.monitor.readiness import Readiness
from bot.pictures.draw import draw
from bot.pictures.edition import edition
from bot.places import WorldPlaces
from bot.places.rules import zone_rules
from bot.schedule.alarm import Alarm
from bot.schedule.broadcasts import Broadcasts
from bot.schedule.pushes import AT_ONCE, Pushes
from bot.schedule.renew import renew
from bot.schedule.tick import Ticker
from bot.services import ring
from bot.services.broadcast import Feeder
from bot.services.coach import Coach
from bot.services.messages import Incoming, Outgoing
from bot.services.orders import Lane
from bot.services.ports import Work
from bot.services.push import Pushed, pass_over, send_due
from bot.services.reminders import Reminder
from bot.services.tell_week import Told, due_weeks, pass_over_week, tell_week
from bot.services.timers import Timer
from bot.services.uploads import Upload
from bot.services.wave import due_reminders, most_waiting
from bot.services.weekly_reports import WeeklyReport
from bot.settings import Settings
from bot.storage.database import SqlDatabase, open_database

logger = logging.getLogger(__name__)

DEFAULT_PROGRAM = "back-session"
BROADCAST_SECONDS = 2.0
"""Between two steps of a message to everybody: as often as its bar is edited, which Telegram takes."""
APOLOGIES = {
    Trouble.UNREADABLE: UNREADABLE,
    Trouble.FAILED: BROKEN,
    Trouble.TOO_LONG: SLOW,
    Trouble.PUT_ASIDE: BROKEN,
}


def clock() -> datetime:
    """The one reading of the time; everything below is told."""
    return datetime.now(UTC)  # noqa: TID251


def build_coach(settings: Settings) -> Coach:
    """Read the knowledge base and the language. Raises KnowledgeFault with every fault in them."""
    knowledge = load(settings.knowledge_dir)
    language = load_language(settings.language_folder, knowledge, phrasings=False)
    return Coach(
        knowledge=knowledge,
        language=language,
        understander=Understander(knowledge, language),
        log_reader=LogReader(knowledge, load_words(settings.language_folder)),
        deeds=load_deeds(settings.language_folder),
        spoken=load_spoken(settings.language_folder),
        matcher=ExerciseMatcher(knowledge, language.words.spellings),
        logbook=load_logbook(settings.language_folder),
        places=WorldPlaces(),
        program=knowledge.program(DEFAULT_PROGRAM),
        admins=settings.admin_ids,
    )


def at_telegram(coach: Coach, token: str) -> Coach:
    """Which bot it is there, and by which drawing it knows its pictures again."""
    known = coach.knowledge
    drawing = edition(exercise_map(exercise, known) for exercise in known.exercises)
    return replace(coach, bot=number_in(token), drawing=drawing)


def build_database(settings: Settings) -> SqlDatabase:
    """Open the database and bring its tables up to date."""
    database = open_database(settings.database_url.get_secret_value(), connections=settings.database_workers)
    try:
        database.migrate()
    except BaseException:
        database.close()
        raise
    return database


def apologise(chat: int, trouble: Trouble) -> Outgoing:
    return apology(chat, APOLOGIES[trouble])


def build_making(coach: Coach, database: SqlDatabase) -> Making:
    """Files and pictures, each in its lane."""
    make: Mapping[Lane, Make] = {
        Lane.FILES: lambda work, wanted: make_export(work, coach, wanted),
        Lane.PICTURES: lambda work, wanted: make_picture(work, coach, draw, wanted),
    }
    give_up = {Lane.FILES: give_up_export, Lane.PICTURES: give_up_picture}
    return Making(database.read, make, lambda wanted: give_up[wanted.order.lane](wanted))


def build_delivery(
    settings: Settings,
    token: str,
    api_url: str,
    coach: Coach,
    database: SqlDatabase,
    timer_put: Callable[[datetime], None],
) -> Delivery:
    def answer(work: Work, incoming: Incoming) -> list[Outgoing]:
        said = list(respond(work, coach, incoming))
        if work.timers.earliest is not None:
            timer_put(work.timers.earliest)
        return said

    def read(upload: Upload, body: bytes | None) -> Finish:
        return read_upload(coach, upload, body, clock())

    secret = settings.webhook_secret
    webhook = None
    if settings.webhook_url and secret is not None:
        webhook = Webhook(settings.webhook_url, secret.get_secret_value(), settings.webhook_listen)
    return Delivery(
        token,
        api_url,
        database,
        respond=answer,
        apologise=apologise,
        clock=clock,
        webhook=webhook,
        read=read,
        making=build_making(coach, database),
        options=Options(
            workers=1 if database.engine.dialect.name == "sqlite" else settings.database_workers,
            turn_limit=settings.turn_limit,
            rates=Rates(bulk=settings.bulk_rate, overall=settings.send_rate, chat=settings.chat_rate),
            grace=settings.stop_grace,
        ),
    )


AHEAD = 2.0
"""Reminders are written so much faster than they go out: ahead of the sender, and with time for answers between."""


def build_ticker(settings: Settings, coach: Coach, database: SqlDatabase, delivery: Delivery) -> Ticker:
    most = most_waiting(settings.bulk_rate, settings.reminder_tick)

    def find(work: Work, now: datetime, limit: int) -> Sequence[tuple[Reminder, Athlete]]:
        return due_reminders(work, most, now, limit)

    def push(work: Work, reminder: Reminder, athlete: Athlete, now: datetime) -> Pushed:
        return send_due(work, coach, lambda one: word_push(one, coach, one.due.at + LATEST), reminder, athlete, now)

    def count(pushed: Sequence[Pushed]) -> None:
        delivery.counts.reminders_due += len(pushed)
        delivery.counts.reminders_sent += pushed.count(Pushed.SENT)
        delivery.counts.reminders_late += pushed.count(Pushed.LATE)
        delivery.sender.wake()

    pause = AT_ONCE / (AHEAD * settings.bulk_rate)
    pushes = Pushes(database, find, push, pass_over, clock, on_commit=count, pause=pause)
    return Ticker(pushes.look, settings.reminder_tick)


def build_weeks(settings: Settings, database: SqlDatabase, delivery: Delivery) -> Ticker:
    most = most_waiting(settings.bulk_rate, settings.reminder_tick)

    def find(work: Work, now: datetime, limit: int) -> Sequence[tuple[WeeklyReport, Athlete]]:
        return due_weeks(work, most, now, limit)

    def tell(work: Work, report: WeeklyReport, athlete: Athlete, now: datetime) -> Told:
        return tell_week(work, report, athlete, now)

    def wake(_: Sequence[Told]) -> None:
        if delivery.orders is not None:
            delivery.orders.wake.set()

    pause = AT_ONCE / (AHEAD * settings.bulk_rate)
    pushes = Pushes(database, find, tell, pass_over_week, clock, on_commit=wake, pause=pause)
    return Ticker(pushes.look, settings.reminder_tick, what="weekly reports")


RINGS_AT_ONCE = 5
"""Rings go before reminders, so many that fall together are spread over time here."""


def build_alarm(settings: Settings, coach: Coach, database: SqlDatabase, delivery: Delivery) -> Alarm:
    def find(work: Work, now: datetime, limit: int) -> Sequence[tuple[Timer, Athlete]]:
        return work.timers.due(now, limit)

    def push(work: Work, timer: Timer, athlete: Athlete, now: datetime) -> None:
        ring.ring(work, lambda rung: word_ring(rung, coach), timer, athlete, now)

    async def next_due() -> datetime | None:
        return await database.run(lambda work: work.timers.next_due())

    pushes = Pushes(
        database,
        find,
        push,
        ring.pass_over,
        clock,
        on_commit=lambda _: delivery.sender.wake(),
        at_once=RINGS_AT_ONCE,
        pause=RINGS_AT_ONCE / settings.bulk_rate,
    )
    return Alarm(pushes.look, next_due, clock, settings.reminder_tick)


def build_broadcasts(settings: Settings, database: SqlDatabase, delivery: Delivery) -> Ticker:
    feeder = Feeder(word_broadcast, word_progress, ahead=math.ceil(settings.bulk_rate * BROADCAST_SECONDS * 2))
    broadcasts = Broadcasts(database, feeder.step, clock, on_commit=delivery.sender.wake)
    return Ticker(broadcasts.look, min(BROADCAST_SECONDS, settings.reminder_tick), what="broadcasts")


async def readiness(database: SqlDatabase, delivery: Delivery) -> Readiness:
    try:
        tables = await database.in_order()
    except StorageUnavailable:
        return Readiness(updates=delivery.takes_in)
    return Readiness(database=True, tables=tables, updates=delivery.takes_in)


@asynccontextmanager
async def monitored(listen: str | None, database: SqlDatabase, delivery: Delivery) -> AsyncIterator[int | None]:
    """/health, /ready and /metrics, where an operator wants them; their port. Raises CannotListen."""
    if listen is None:
        yield None
        return
    from bot.monitor.server import MonitorServer  # aiohttp's server and the metrics: 6 MB that others do without

    server = MonitorServer(
        listen,
        counts=delivery.counts,
        clock=clock,
        ready=lambda: readiness(database, delivery),
        depths=lambda: database.run(lambda work: work.figures.depths()),
    )
    try:
        port = await server.open()
    except OSError as refusal:
        raise CannotListen("HEALTH_LISTEN", listen, refusal) from None
    try:
        yield port
    finally:
        await server.close()


@asynccontextmanager
async def running(settings: Settings, token: str, api_url: str, coach: Coach | None = None) -> AsyncIterator[Delivery]:
    """The whole coach, started. On the way out, and where a start fails half-way, all that was begun is stopped. A
    coach that is read already may be given."""
    coach = at_telegram(coach or build_coach(settings), token)
    async with AsyncExitStack() as stack:
        database = build_database(settings)
        stack.callback(database.close)
        delivery = build_delivery(settings, token, api_url, coach, database, lambda due: alarm.put(due))
        alarm = build_alarm(settings, coach, database, delivery)
        await stack.enter_async_context(monitored(settings.health_listen, database, delivery))
        stack.push_async_callback(delivery.stop)
        await delivery.start()
        await renew(database, zone_rules(), clock)
        ticker = build_ticker(settings, coach, database, delivery)
        ticker.start()
        stack.callback(ticker.stop)
        weeks = build_weeks(settings, database, delivery)
        weeks.start()
        stack.callback(weeks.stop)
        alarm.start()
        stack.push_async_callback(alarm.stop)
        broadcasts = build_broadcasts(settings, database, delivery)
        broadcasts.start()
        stack.callback(broadcasts.stop)
        profile = asyncio.create_task(_introduce(delivery))
        stack.callback(profile.cancel)
        yield delivery


async def _introduce(delivery: Delivery) -> None:
    """Tell Telegram what to show about the bot: a convenience, without which every command still works."""
    try:
        await delivery.client.call("setMyCommands", {"commands": MENU})
        await delivery.client.call("setMyDescription", {"description": DESCRIPTION})
        await delivery.client.call("setMyShortDescription", {"short_description": SHORT_DESCRIPTION})
    except InvalidToken:
        return  # whoever takes updates in is told the same, and ends the start with it
    except TelegramError as refused:
        logger.warning("the command menu was not registered: %(refusal)s", {"refusal": str(refused)})


async def serve(settings: Settings, token: str, api_url: str) -> None:
    """Run until SIGTERM or SIGINT; what was accepted by then is finished."""
    coach = build_coach(settings)
    gc.freeze()  # what was read stays: a collection need not look at it again (100 ms each)
    gc.enable()
    async with running(settings, token, api_url, coach) as delivery:
        loop = asyncio.get_running_loop()
        stopping = set[asyncio.Task[None]]()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, lambda: stopping.add(asyncio.create_task(delivery.stop())))
        gc.freeze()
        logger.info("the coach is up")
        await delivery.ended()
        logger.info("the coach has stopped")


def set_up_logs(settings: Settings, *secrets: str) -> None:
    """One line an event, on standard error; secrets never in it."""
    write_logs(settings.log_level, settings.log_format)
    redact_logs(secrets)
