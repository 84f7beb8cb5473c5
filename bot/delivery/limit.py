"""What ends a turn that does not end? A watch over the thread it runs on.

Turns are synchronous code on a database thread. One that is over its time gets `TurnTooLong` raised inside it
(PyThreadState_SetAsyncExc), which ends any loop of Python code. What is stuck outside Python (a regular expression
that never ends, a read that never returns) cannot be reached like that: the process ends itself, whoever supervises
it starts it again, and the turn, whose tries are counted then, is put aside.
"""

import asyncio
import ctypes
import faulthandler
import logging
import os
import threading
from collections.abc import Sequence
from time import monotonic

logger = logging.getLogger(__name__)

EXIT_STUCK = 70
"""EX_SOFTWARE of sysexits.h."""

LOOK_EVERY = 0.25
AGAIN_SECONDS = 1.0


class TurnTooLong(BaseException):
    """Raised inside a turn whose time is up; a BaseException, so that `except Exception` does not swallow it."""


class Watch:
    """Times the turns of one worker: `with watch:` on a database thread, `look` on the loop's."""

    def __init__(self, limit: float) -> None:
        self._limit = limit
        self._lock = threading.Lock()
        self._thread = 0
        self._since: float | None = None
        self._shots = 0

    def __enter__(self) -> None:
        with self._lock:
            self._thread, self._since = threading.get_ident(), monotonic()

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if self.end() and kind is None:
            raise TurnTooLong

    def end(self) -> bool:
        """The turn is over; whether its time was up. Whoever catches TurnTooLong calls it again: the exception may
        have hit `__exit__` before this was through."""
        with self._lock:
            shot = self._shots > 0
            self._since, self._shots = None, 0
        if shot:
            _raise_in(threading.get_ident(), None)  # one that is still on its way must not hit what comes next
        return shot

    def running(self) -> float:
        """For how many seconds the present turn runs; 0 where there is none."""
        since = self._since
        return 0.0 if since is None else monotonic() - since

    def look(self) -> None:
        """End the present turn when it is over its time; once more for each second in which it did not end."""
        if not self._lock.acquire(blocking=False):
            return
        try:
            if self._since is not None and self.running() > self._limit + self._shots * AGAIN_SECONDS:
                self._shots += 1
                _raise_in(self._thread, TurnTooLong)
        finally:
            self._lock.release()


def _raise_in(thread: int, kind: type[BaseException] | None) -> None:
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(kind) if kind else None)


async def watch_over(watches: Sequence[Watch], *, hard_limit: float | None) -> None:
    """Look at every worker's turn until cancelled; end the process when one cannot be ended (None: never)."""
    alarm = None if hard_limit is None else Alarm(hard_limit)
    try:
        while True:
            for watch in watches:
                watch.look()
            if alarm is not None:
                alarm.look(max(watch.running() for watch in watches))
            await asyncio.sleep(LOOK_EVERY)
    finally:
        if alarm is not None:
            alarm.cancel()


class Alarm:
    """Ends the process when a turn runs for longer than the hard limit, or when nobody even looks for so long.

    The second is faulthandler's doing, on a thread outside Python: it goes off although a turn holds the interpreter.
    """

    def __init__(self, hard_limit: float) -> None:
        self._limit = hard_limit
        self._set_until = 0.0

    def look(self, running: float) -> None:
        if running > self._limit:
            logger.critical("a turn cannot be ended; the process ends, to be started again without it")
            faulthandler.dump_traceback()
            os._exit(EXIT_STUCK)
        if self._set_until - monotonic() < self._limit / 2:
            faulthandler.dump_traceback_later(self._limit, exit=True)
            self._set_until = monotonic() + self._limit

    def cancel(self) -> None:
        faulthandler.cancel_dump_traceback_later()
