"""How do replies get out? Leased from the outbox, sent with no transaction open, noted with the next lease.

At least once: when the process ends between Telegram's answer and the note, a message can come twice. Nothing that
was kept is kept twice by that. Answers go as they come, in order within a chat and side by side across chats; what
is BULK (reminders) goes at a steady rate beside them.
"""

import asyncio
import heapq
import logging
import math
from collections import OrderedDict, deque
from collections.abc import Sequence
from datetime import datetime, timedelta

from telegram.error import TelegramError

from bot.delivery.attempt import deliver
from bot.delivery.client import Client
from bot.delivery.outage import Outage, wait_for
from bot.delivery.outcome import ids, kind_of, outcome
from bot.delivery.pace import Floods, Pace
from bot.delivery.request import Flood
from bot.delivery.work import Clock
from bot.domain.errors import StorageUnavailable
from bot.services.counts import Counts
from bot.services.mail import OutboxRow, Sent
from bot.services.messages import Priority
from bot.services.ports import Database, Work

logger = logging.getLogger(__name__)

MOST_HELD = 400
SIDE_BY_SIDE = 96
LEASE = timedelta(seconds=40)
"""How long replies wait on PostgreSQL when the process that leased them dies (on SQLite the next start frees them)."""

BEGIN_WITHIN = timedelta(seconds=15)
"""A call begun within this ends (or times out) within the lease; one that could not be begun is given back."""

NOTE_SECONDS = 0.05
"""Results are noted together: at most so long after the first, or with the next lease."""

IDLE_SECONDS = 5.0
REMEMBERED_SCREENS = 4096
ANSWER_TAP = "answerCallbackQuery"

Lane = tuple[int, int]


class Sender:
    def __init__(self, client: Client, database: Database, clock: Clock, *, bulk_rate: float, counts: Counts) -> None:
        self._client = client
        self._counts = counts
        self._database = database
        self._clock = clock
        self._bulk_held = max(1, math.ceil(bulk_rate))
        self._pace = Pace(bulk_rate)
        self._floods = Floods()
        self._wake = asyncio.Event()
        self._slots = asyncio.Semaphore(SIDE_BY_SIDE)
        self._lanes: dict[Lane, deque[OutboxRow]] = {}
        self._bulk: asyncio.Queue[OutboxRow] = asyncio.Queue()
        self._held: dict[int, datetime] = {}
        self._ended: list[Sent] = []
        self._screens: OrderedDict[tuple[int, str], int] = OrderedDict()
        self._tasks: set[asyncio.Task[None]] = set()
        self._retries: list[datetime] = []
        self._looked_at = clock()
        self._stopping = False
        self._storage = Outage("the database (replies)", longest=5.0)

    def wake(self) -> None:
        """There are new rows."""
        self._wake.set()

    def stop(self) -> None:
        """End `run` once all that is ready is sent."""
        self._stopping = True
        self._wake.set()

    async def run(self) -> None:
        wave = asyncio.create_task(self._send_wave())
        try:
            while True:
                self._wake.clear()
                if not await self._exchange():
                    continue
                if self._stopping and not (self._held or self._ended):
                    return
                await wait_for(self._wake, self._idle_seconds())
        finally:
            for task in (wave, *self._tasks):
                task.cancel()

    async def _exchange(self) -> bool:
        """Note what ended and take what is next; False when storage was away."""
        ended, self._ended = self._ended, []
        try:
            rows = await self._database.run(lambda work: self._note_and_lease(work, ended))
        except StorageUnavailable as away:
            self._ended = ended + self._ended
            await asyncio.sleep(self._storage.failed(str(away)))
            return False
        self._storage.over()
        for sent in ended:
            self._held.pop(sent.id, None)
        for row in rows:
            if row.id not in self._held:
                self._take(row)
        return True

    def _note_and_lease(self, work: Work, ended: Sequence[Sent]) -> Sequence[OutboxRow]:
        now = self._looked_at = self._clock()
        room = MOST_HELD - len(self._held) + len(ended)
        flooded = self._floods.everybody_until(now) is not None
        limit = 0 if flooded else max(room, 0)
        bulk = 0 if self._stopping else max(self._bulk_held - self._bulk.qsize(), 0)
        return work.outbox.exchange(ended, limit=limit, now=now, until=now + LEASE, bulk=bulk)

    def _take(self, row: OutboxRow) -> None:
        self._held[row.id] = self._looked_at
        if row.outgoing.priority is Priority.BULK:
            self._bulk.put_nowait(row)
        else:
            self._enter(row)

    def _enter(self, row: OutboxRow) -> None:
        """Into the lane of its chat, in which one call follows the other; an answer to a tap has no place in it."""
        key = (row.outgoing.chat, row.id if row.outgoing.method == ANSWER_TAP else 0)
        if key in self._lanes:
            self._lanes[key].append(row)
            return
        self._lanes[key] = deque([row])
        task = asyncio.create_task(self._run_lane(key))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _run_lane(self, key: Lane) -> None:
        lane = self._lanes[key]
        try:
            while lane:
                sent = await self._send(lane[0])
                self._note(sent)
                lane.popleft()
                if sent.again_at is not None or sent.gone:
                    while lane:  # what comes after it waits with it, or goes with it
                        self._note(Sent(lane.popleft().id, again_at=sent.again_at, gone=sent.gone))
        finally:
            del self._lanes[key]

    async def _send(self, row: OutboxRow) -> Sent:
        outgoing = row.outgoing
        try:
            async with self._slots:
                not_before = self._not_before(row)
                if not_before is not None:
                    return Sent(row.id, again_at=not_before)
                message = await deliver(self._client, outgoing, self._screen_of(row))
        except TelegramError as error:
            return self._refused(row, error)
        # The border to the wire: one row that cannot be sent must not end the sending of all others.
        except Exception as error:
            logger.exception("call %(call)s (%(method)s, chat %(chat)s) cannot be made", ids(row))
            return Sent(row.id, fault=type(error).__name__)
        self._counts.sent += 1
        logger.debug("call %(call)s (%(method)s, chat %(chat)s) is sent", ids(row))
        if outgoing.screen is not None and message is not None:
            self._remember(outgoing.chat, outgoing.screen, message)
        return Sent(row.id, message_id=message)

    def _not_before(self, row: OutboxRow) -> datetime | None:
        """When to try later instead of now: after a flood, or with a new lease."""
        now = self._clock()
        if now - self._held[row.id] > BEGIN_WITHIN:
            return now
        return self._floods.everybody_until(now)

    def _refused(self, row: OutboxRow, error: TelegramError) -> Sent:
        now = self._clock()
        sent = outcome(row, error, now)
        self._counts.send_errors[kind_of(error)] += 1
        if isinstance(error, Flood) and sent.again_at is not None:
            self._floods.note(row.outgoing.chat, sent.again_at, now)
            self._pace.hold(error.seconds)
        return sent

    def _screen_of(self, row: OutboxRow) -> int | None:
        """The newest message known under the row's screen: it may have been made after the row was leased."""
        if row.outgoing.screen is None:
            return None
        made = self._screens.get((row.outgoing.chat, row.outgoing.screen), 0)
        return max(made, row.screen_message or 0) or None

    def _remember(self, chat: int, screen: str, message: int) -> None:
        self._screens[chat, screen] = message
        self._screens.move_to_end((chat, screen))
        if len(self._screens) > REMEMBERED_SCREENS:
            self._screens.popitem(last=False)

    def _note(self, sent: Sent) -> None:
        self._ended.append(sent)
        if sent.again_at is not None:
            heapq.heappush(self._retries, sent.again_at)
        if len(self._ended) >= min(MOST_HELD // 4, len(self._held)):
            self._wake.set()  # much to note, or nothing else under way
        elif len(self._ended) == 1:
            asyncio.get_running_loop().call_later(NOTE_SECONDS, self._wake.set)

    async def _send_wave(self) -> None:
        while True:
            row = await self._bulk.get()
            await self._pace.turn()
            self._enter(row)

    def _idle_seconds(self) -> float:
        """Until the next retry is due, or the next look for what nobody told of."""
        while self._retries and self._retries[0] <= self._looked_at:
            heapq.heappop(self._retries)
        if not self._retries:
            return IDLE_SECONDS
        return min(max((self._retries[0] - self._clock()).total_seconds(), 0.0), IDLE_SECONDS)
