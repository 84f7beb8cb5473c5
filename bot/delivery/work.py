"""How is an accepted update handled? In a turn: its rows, its replies and 'done' are one transaction, or nothing.

Many turns share one commit. When one of them raises, all are undone and run again one at a time, and the one that
raises becomes a dead letter. `Application` of python-telegram-bot is not used: its queue is memory, and Telegram is
told that an update arrived before anything handled it.
"""

import asyncio
import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from enum import StrEnum
from time import perf_counter

from bot.delivery.incoming import MalformedUpdate, read_body
from bot.delivery.limit import TurnTooLong, Watch
from bot.delivery.outage import Outage, wait_for
from bot.domain.errors import StorageUnavailable
from bot.services.counts import Counts
from bot.services.failure import trace
from bot.services.mail import InboxRow
from bot.services.messages import Incoming, Outgoing
from bot.services.ports import Database, Work

logger = logging.getLogger(__name__)

Respond = Callable[[Work, Incoming], Sequence[Outgoing]]
Clock = Callable[[], datetime]

BATCH = 96
"""Turns that share a commit: with more of them it costs each less, and a reply waits longer for the others (60 ms)."""
BATCH_MEANWHILE = 4
"""While more waits at Telegram: what comes in goes first, or who wrote behind a flood would wait for all of it."""
TRIES = 4
QUIET_TRIES = 2
"""The last so many tries of a row come after a pause: a process that is ended from outside soon after each start (a
deployment, a machine short of memory) ends in the pause, and what it happened to be at is not blamed for it."""
QUIET_SECONDS = 2.0
MOST_BEFORE = 1000
IDLE_SECONDS = 5.0
"""How often to look without being woken: for rows that another process accepted and did not live to handle."""


class Trouble(StrEnum):
    """Why a message led to nothing; `Apologise` words it for the chat."""

    UNREADABLE = "unreadable"
    FAILED = "failed"
    TOO_LONG = "too long"
    PUT_ASIDE = "put aside"


Apologise = Callable[[int, Trouble], Outgoing]


class TurnFailed(Exception):
    """A turn raised what is not an Exception (an exit, a cancellation): it must not take the thread with it."""


class TurnTimedOut(Exception):
    """A turn was ended because its time was up."""


class Turns:
    """Claimed rows handled in one transaction. After a failure `current` is the row that raised."""

    def __init__(self, respond: Respond, apologise: Apologise, watch: Watch, now: datetime, limit: int) -> None:
        self._respond = respond
        self._apologise = apologise
        self._watch = watch
        self._now = now
        self._limit = limit
        self.rows: Sequence[InboxRow] = ()
        self.took: list[tuple[InboxRow, float]] = []
        """Handled, with the seconds it took."""
        self.dead = 0
        self.current: InboxRow | None = None

    def __call__(self, work: Work) -> None:
        self.rows = work.inbox.claim(self._limit)
        outgoing: list[Outgoing] = []
        for row in self.rows:
            self.current = row
            began = perf_counter()
            try:
                outgoing += self._turn(work, row)
                self.took.append((row, perf_counter() - began))
            except MalformedUpdate as fault:
                logger.warning(
                    "update %(update)s of chat %(chat)s cannot be read and is put aside (%(fault)s)", ids(row, fault)
                )
                told = put_aside(work, row, str(fault), Trouble.UNREADABLE, self._apologise, self._now)
                outgoing += told or ()
                self.dead += told is not None
        self.current = None
        if outgoing:
            work.outbox.put(outgoing, self._now)
        if self.took:
            work.inbox.done([row.update for row, _ in self.took], self._now)

    def _turn(self, work: Work, row: InboxRow) -> Sequence[Outgoing]:
        try:
            with self._watch:
                incoming = read_body(row.body, row.received_at)
                return () if incoming is None else self._respond(work, incoming)
        except Exception:
            raise
        except TurnTooLong as fault:
            self._watch.end()
            raise TurnTimedOut from fault
        except BaseException as fault:
            raise TurnFailed(type(fault).__name__) from fault


def put_aside(
    work: Work, row: InboxRow, fault: str, trouble: Trouble, apologise: Apologise, now: datetime
) -> Sequence[Outgoing] | None:
    """Make a row a dead letter; what to tell its sender (groups and channels are not told). None where another worker
    was done with it in between."""
    if not work.inbox.set_aside(row.update, fault, now):
        return None
    return [apologise(row.chat, trouble)] if row.chat > 0 else []


class Worker:
    """Handles accepted updates until told to stop. Several run side by side on PostgreSQL, one on SQLite."""

    def __init__(
        self,
        database: Database,
        respond: Respond,
        apologise: Apologise,
        clock: Clock,
        *,
        turn_limit: float,
        counts: Counts,
        recovered: asyncio.Event | None = None,
        recovers: bool = True,
    ) -> None:
        """`recovered` is shared by the workers of a process: one of them `recovers`, the others begin after it."""
        self._database = database
        self._respond = respond
        self._apologise = apologise
        self._clock = clock
        self._counts = counts
        self.watch = Watch(turn_limit)
        self.wake = asyncio.Event()
        self.on_commit: Callable[[], None] = lambda: None
        self.more_waits: Callable[[], bool] = lambda: False
        self._recovered = recovered or asyncio.Event()
        self._recovers = recovers
        self._waited_for: int | None = None
        self._stop = asyncio.Event()
        self._outage = Outage("the database", longest=5.0)

    async def run(self) -> None:
        """Until `stop` was called and nothing accepted is left."""
        if self._recovers:
            await self._recover()
            self._recovered.set()
        await self._recovered.wait()
        while True:
            self.wake.clear()
            if await self._handle(BATCH_MEANWHILE if self.more_waits() else BATCH) != []:
                continue
            if self._stop.is_set():
                return
            await wait_for(self.wake, IDLE_SECONDS)

    def stop(self) -> None:
        self._stop.set()
        self.wake.set()

    async def _recover(self) -> None:
        """Run what an earlier process left, one row at a time, each try counted before it: one of them may have
        been the end of that process."""
        left: int | None = None
        while left != 0:
            try:
                if left is None:
                    left = await self._database.run(lambda work: work.inbox.waiting())
                    continue
                row = await self._database.run(self._count_try)
            except StorageUnavailable as away:
                await self._wait(str(away))
                continue
            if row is None:
                return
            if self._is_early(row):
                self._waited_for = row.update
                logger.warning(
                    "update %(update)s was left %(tries)d times; it is run after a pause",
                    {"update": row.update, "tries": row.tries},
                )
                await wait_for(self._stop, QUIET_SECONDS)
                if self._stop.is_set():
                    return  # it is finished with the others, uncounted
                continue
            self.on_commit()
            if row.tries < TRIES:
                await self._run_counted(row)
            else:
                self._counts.dead += 1
            left -= 1

    def _is_early(self, row: InboxRow) -> bool:
        return TRIES - QUIET_TRIES <= row.tries < TRIES and row.update != self._waited_for

    async def _run_counted(self, row: InboxRow) -> None:
        """Until it was this row's turn: what came in since may be claimed before it."""
        for _ in range(MOST_BEFORE):
            handled = await self._handle(1)
            if handled is not None and (row.update in handled or not handled):
                return

    def _count_try(self, work: Work) -> InboxRow | None:
        """Count a try of the next row, unless a pause is due before it; put it aside when it had all its tries."""
        rows = work.inbox.claim(1)
        if not rows:
            return None
        row = rows[0]
        if self._is_early(row):
            return row
        if row.tries < TRIES:
            work.inbox.count_try([row.update])
        else:
            logger.error(
                "update %(update)s of chat %(chat)s is put aside: it did not end in %(tries)d runs",
                {**ids(row), "tries": TRIES},
            )
            self._put_aside(work, row, f"did not end in {TRIES} runs", Trouble.PUT_ASIDE)
        return row

    async def _handle(self, limit: int) -> list[int] | None:
        """Handle up to `limit` rows; which, or None when storage was away."""
        turns = Turns(self._respond, self._apologise, self.watch, self._clock(), limit)
        try:
            await self._database.run(turns)
        except StorageUnavailable as fault:
            await self._wait(str(fault))
            return None
        # The border to everything a lifter can do: one failing turn must not stop the others.
        except Exception as fault:  # noqa: BLE001
            await self._failed(turns, fault, limit)
        else:
            self._outage.over()
            if turns.rows:
                self._count(turns)
                self.on_commit()
        return [row.update for row in turns.rows]

    def _count(self, turns: Turns) -> None:
        self._counts.handled += len(turns.took)
        self._counts.dead += turns.dead
        for row, seconds in turns.took:
            self._counts.turns.note(seconds)
            if logger.isEnabledFor(logging.DEBUG):
                told = {**ids(row), "ms": round(seconds * 1000, 2)}
                logger.debug("update %(update)s of chat %(chat)s is handled in %(ms)s ms", told)

    async def _failed(self, turns: Turns, fault: Exception, limit: int) -> None:
        row = turns.current or (turns.rows[0] if limit == 1 and turns.rows else None)
        if row is None and turns.rows:  # no turn failed, but what one of them left to keep cannot be kept
            for _ in turns.rows:
                await self._handle(1)
        elif row is None:  # claiming failed
            logger.error(
                "storage failed (%(fault)s): %(where)s", {"fault": type(fault).__name__, "where": trace(fault)}
            )
            await self._wait(type(fault).__name__)
        elif limit == 1:
            await self._dead_letter(row, fault)
        elif isinstance(fault, TurnTimedOut):  # it had its time and gets no second one
            for _ in turns.rows[: turns.rows.index(row)]:
                await self._handle(1)
            await self._dead_letter(row, fault)
        else:
            for _ in turns.rows:
                await self._handle(1)

    async def _dead_letter(self, row: InboxRow, fault: Exception) -> None:
        logger.error(
            "update %(update)s of chat %(chat)s failed and is put aside (%(fault)s): %(where)s",
            {**ids(row, type(fault).__name__), "where": trace(fault)},
        )
        trouble = Trouble.TOO_LONG if isinstance(fault, TurnTimedOut) else Trouble.FAILED
        try:
            dead = await self._database.run(lambda work: self._put_aside(work, row, type(fault).__name__, trouble))
        except StorageUnavailable as away:
            await self._wait(str(away))
        else:
            self._counts.dead += dead
            self.on_commit()

    def _put_aside(self, work: Work, row: InboxRow, fault: str, trouble: Trouble) -> bool:
        """Whether it was not done by another in between."""
        now = self._clock()
        told = put_aside(work, row, fault, trouble, self._apologise, now)
        work.outbox.put(told or (), now)
        return told is not None

    async def _wait(self, why: str) -> None:
        await asyncio.sleep(self._outage.failed(why))


def ids(row: InboxRow, fault: object = None) -> dict[str, object]:
    """What a line of the log tells of an update."""
    told: dict[str, object] = {"update": row.update, "chat": row.chat}
    return told if fault is None else {**told, "fault": str(fault)}
