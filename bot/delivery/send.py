"""How do replies get out? Leased from the outbox, sent with no transaction open, noted with the next lease.

At least once: when the process ends between Telegram's answer and the note, a message can come twice, one answer in a
chat at most, since the next begins only once it is noted. Nothing that was kept is kept twice by that. Answers go as
they come, in order within a chat and side by side across chats; what is BULK (reminders) goes at a steady rate beside
them, with slots of its own, and gets what answers leave of Telegram's rate; an answer waits for none of it, not even in
the same chat or after a 429.
"""

import asyncio
import heapq
import logging
import math
from collections import OrderedDict, deque
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from telegram.error import TelegramError

from bot.delivery.attempt import Made, deliver
from bot.delivery.client import Client
from bot.delivery.outage import Outage, wait_for
from bot.delivery.outcome import ids, kind_of, outcome
from bot.delivery.pace import Floods, Pace, Rates
from bot.delivery.request import Flood
from bot.delivery.work import Clock
from bot.domain.errors import StorageUnavailable
from bot.services.counts import Counts
from bot.services.mail import OutboxRow, Sent
from bot.services.messages import DELETE, Outgoing, Priority
from bot.services.ports import Database, Work
from bot.services.sent_pictures import SentPicture

logger = logging.getLogger(__name__)

MOST_HELD = 400
SIDE_BY_SIDE = 96
BULK_SIDE_BY_SIDE = 32
"""Calls under way: when Telegram is slow a wave must not take the places of answers."""
LEASE = timedelta(seconds=40)
"""How long replies wait on PostgreSQL when the process that leased them dies (on SQLite the next start frees them)."""

BEGIN_WITHIN = timedelta(seconds=15)
"""A call begun within this ends (or times out) within the lease; one that could not be begun is given back."""

NOTE_SECONDS = 0.05
"""Results are noted together: at most so long after the first, or with the next lease."""

FEW = 3
"""Messages that a chat takes together, now and then."""

IDLE_SECONDS = 5.0
REMEMBERED_SCREENS = 4096
ANSWER_TAP = "answerCallbackQuery"
UNCOUNTED = frozenset({ANSWER_TAP, DELETE})
"""Calls that make no message and so count for no rate."""

Lane = tuple[int, int]


class Sender:
    def __init__(self, client: Client, database: Database, clock: Clock, rates: Rates, counts: Counts) -> None:
        self._client = client
        self._counts = counts
        self._database = database
        self._clock = clock
        self._most_bulk = math.ceil(rates.bulk)
        self._pace = Pace(rates)
        self._floods = Floods()
        self._wake = asyncio.Event()
        self._slots = {
            Priority.ANSWER: asyncio.Semaphore(SIDE_BY_SIDE),
            Priority.BULK: asyncio.Semaphore(BULK_SIDE_BY_SIDE),
        }
        self._lanes: dict[Lane, deque[OutboxRow]] = {}
        self._bulk: asyncio.Queue[OutboxRow] = asyncio.Queue()
        self._held: dict[int, datetime] = {}
        self._bulk_held: set[int] = set()
        self._ended: list[Sent] = []
        self._noted = asyncio.Event()
        self._screens: OrderedDict[tuple[int, str], int] = OrderedDict()
        self._tasks: set[asyncio.Task[None]] = set()
        self._retries: list[datetime] = []
        self._looked_at = clock()
        self._stopping = False
        self._storage = Outage("the database (replies)", longest=5.0)
        self.on_order: Callable[[], None] = lambda: None

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
            self._bulk_held.discard(sent.id)
        if any(sent.instead is not None for sent in ended):
            self.on_order()
        noted, self._noted = self._noted, asyncio.Event()
        noted.set()
        for row in rows:
            if row.id not in self._held:
                self._take(row)
        return True

    def _note_and_lease(self, work: Work, ended: Sequence[Sent]) -> Sequence[OutboxRow]:
        now = self._looked_at = self._clock()
        over = {sent.id for sent in ended}
        bulk_held = len(self._bulk_held - over)
        room = max(MOST_HELD - (len(self._held.keys() - over) - bulk_held), 0)
        flooded = self._floods.everybody_until(now) is not None
        at_most = min(self._most_bulk - self._bulk.qsize(), self._most_bulk + BULK_SIDE_BY_SIDE - bulk_held)
        bulk = 0 if self._stopping or flooded else max(at_most, 0)
        limit = 0 if flooded else room + bulk
        return work.outbox.exchange(ended, limit=limit, now=now, until=now + LEASE, bulk=bulk)

    def _take(self, row: OutboxRow) -> None:
        self._held[row.id] = self._looked_at
        if row.outgoing.priority is Priority.BULK:
            self._bulk_held.add(row.id)
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
                row = lane[0]
                sent = await self._send(row)
                self._note(sent)
                lane.popleft()
                if sent.again_at is not None or sent.gone:
                    self._after(lane, row, sent)
                elif lane:
                    await self._until_noted(row)
        finally:
            del self._lanes[key]

    async def _until_noted(self, row: OutboxRow) -> None:
        """Else many in a chat go out before the first is noted, and a process that is killed early, again and again,
        sends the same ones each time and gets no further."""
        self._wake.set()
        while row.id in self._held:
            await self._noted.wait()

    def _after(self, lane: deque[OutboxRow], row: OutboxRow, sent: Sent) -> None:
        """What comes after a call waits with it, or goes with it; but an answer does not wait for a reminder. In a chat
        that is held back for its pace many do not become ready at once, to be leased and refused over and over: each
        waits for its turn."""
        answers = deque[OutboxRow]()
        flooded = sent.again_at is not None and self._floods.hold(row.outgoing.chat, self._clock())
        apart = timedelta(seconds=self._pace.of_a_chat if flooded else 0)
        waits = 1 - FEW
        while lane:
            later = lane.popleft()
            if sent.gone or later.outgoing.priority >= row.outgoing.priority:
                again_at = sent.again_at and sent.again_at + max(waits, 0) * apart
                self._note(Sent(later.id, again_at=again_at, gone=sent.gone, tried=False))
                waits += 1
            else:
                answers.append(later)
        lane.extend(answers)

    async def _send(self, row: OutboxRow) -> Sent:
        outgoing = row.outgoing
        try:
            async with self._slots[outgoing.priority]:
                instead = self._instead(row)
                if instead is not None:
                    return instead
                if outgoing.method not in UNCOUNTED:
                    self._pace.went(outgoing.chat, answer=outgoing.priority is Priority.ANSWER)
                made = await deliver(self._client, outgoing, self._screen_of(row))
        except TelegramError as error:
            return self._refused(row, error)
        # The border to the wire: one row that cannot be sent must not end the sending of all others.
        except Exception as error:
            logger.exception("call %(call)s (%(method)s, chat %(chat)s) cannot be made", ids(row))
            return Sent(row.id, fault=type(error).__name__)
        self._counts.sent += 1
        logger.debug("call %(call)s (%(method)s, chat %(chat)s) is sent", ids(row))
        if outgoing.screen is not None and made.message is not None:
            self._remember(outgoing.chat, outgoing.screen, 0 if outgoing.method == DELETE else made.message)
        return Sent(row.id, message_id=made.message, picture=self._taken(outgoing, made))

    def _taken(self, outgoing: Outgoing, made: Made) -> SentPicture | None:
        """A picture that was uploaded, and need not be a second time."""
        if outgoing.picture is None or outgoing.file is None or made.photo is None:
            return None
        return SentPicture(self._client.number, outgoing.picture, made.photo)

    def _instead(self, row: OutboxRow) -> Sent | None:
        """What to note instead of making the call now: it is of no use any more, its lease is nearly over, or
        everybody has to wait."""
        now = self._clock()
        if row.outgoing.until is not None and now > row.outgoing.until:
            logger.info("call %s (chat %s) came too late and is dropped", row.id, row.outgoing.chat)
            return Sent(row.id)
        if now - self._held[row.id] > BEGIN_WITHIN:
            return Sent(row.id, again_at=now, tried=False)
        flooded = self._floods.everybody_until(now)
        return None if flooded is None else Sent(row.id, again_at=flooded, tried=False)

    def _refused(self, row: OutboxRow, error: TelegramError) -> Sent:
        now = self._clock()
        sent = outcome(row, error, now)
        self._counts.send_errors[kind_of(error)] += 1
        if isinstance(error, Flood) and sent.again_at is not None:
            if row.outgoing.priority is Priority.ANSWER:
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
            if self._instead(row) is None and not self._stopping:
                await self._pace.turn()
            if self._stopping:
                self._note(Sent(row.id, again_at=self._clock(), tried=False))  # for the next start
            elif wait := self._pace.chat_wait(row.outgoing.chat):
                self._note(Sent(row.id, again_at=self._clock() + timedelta(seconds=wait), tried=False))
            else:
                self._enter(row)

    def _idle_seconds(self) -> float:
        """Until the next retry is due, or the next look for what nobody told of."""
        while self._retries and self._retries[0] <= self._looked_at:
            heapq.heappop(self._retries)
        if not self._retries:
            return IDLE_SECONDS
        return min(max((self._retries[0] - self._clock()).total_seconds(), 0.0), IDLE_SECONDS)
