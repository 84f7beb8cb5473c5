"""Who is let in at the webhook, and for how long? So many connections at once, each with a time to say what it wants.

Stands between the sockets and aiohttp, which takes in as many connections as come and waits for a head as long as for
the next post. Where all places are taken, a newcomer gets the place of whoever is least likely to be Telegram.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import cast

END_OF_HEAD = b"\r\n\r\n"


@dataclass(frozen=True, slots=True)
class Limits:
    """`connections`: three times what Telegram opens, which is told how many it may. `head` in bytes."""

    connections: int = 120
    head: int = 16 * 1024
    head_seconds: float = 10.0
    body_seconds: float = 10.0


class Visit(asyncio.Protocol):
    """One connection, all of whose bytes go on to `inner`. It waits for a head, reads a body, or is being answered."""

    def __init__(self, door: "Door", inner: asyncio.Protocol) -> None:
        self._door = door
        self._inner = inner
        self._transport: asyncio.Transport | None = None
        self._late: asyncio.TimerHandle | None = None
        self._size = 0
        self._end = b""
        self._head_came = False
        self.waits = True
        self.reads = False
        self.known = False
        """It has shown the secret."""
        self.since = asyncio.get_running_loop().time()
        """It is as it is; of the loop's clock."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)  # uvloop's are no subclass
        self._inner.connection_made(transport)
        self._door.came(self)
        self._hurry()

    def connection_lost(self, fault: Exception | None) -> None:
        self._over()
        self._inner.connection_lost(fault)

    def data_received(self, data: bytes) -> None:
        if self._transport is None:
            return
        if self.waits and not self._head_came and not self._fits(data):
            self.turn_away(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)
        else:
            self._inner.data_received(data)

    def eof_received(self) -> bool | None:
        return self._inner.eof_received()

    def pause_writing(self) -> None:
        self._inner.pause_writing()

    def resume_writing(self) -> None:
        self._inner.resume_writing()

    def _fits(self, data: bytes) -> bool:
        """Whether the head is not too long up to here; where it ends a body may follow in the same piece."""
        if not self._size:
            data = data.lstrip(b"\r\n")  # a head may begin with empty lines
        seen = self._end + data
        end = seen.find(END_OF_HEAD)
        self._head_came = end >= 0
        self._size += end if self._head_came else len(data)
        self._end = seen[1 - len(END_OF_HEAD) :]
        if self._late is None:
            self._hurry()
        return self._size <= self._door.limits.head

    def _hurry(self) -> None:
        if self._transport is not None:
            seconds = self._door.limits.head_seconds
            self._late = asyncio.get_running_loop().call_later(seconds, self.turn_away, HTTPStatus.REQUEST_TIMEOUT)

    def _calm(self) -> None:
        if self._late is not None:
            self._late.cancel()
            self._late = None

    def begins(self) -> None:
        """Its head is read and understood."""
        self._calm()
        self.waits = False
        self.since = asyncio.get_running_loop().time()

    def ends(self, *, stays: bool) -> None:
        """It is answered, and may ask for the next; whom nobody knows is not left waiting as long as Telegram."""
        self.reads = False
        if not stays:
            return
        self._size, self._end, self._head_came = 0, b"", False
        self.waits = True
        self.since = asyncio.get_running_loop().time()
        if not self.known:
            self._hurry()

    def turn_away(self, status: HTTPStatus | None = None) -> None:
        """Hang up at once; None: without a word."""
        transport = self._transport
        self._over()
        if transport is None or transport.is_closing():
            return
        if status is not None:
            head = f"HTTP/1.1 {status.value} {status.phrase}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            transport.write(head.encode())
        transport.close()

    def _over(self) -> None:
        self._calm()
        self._transport = None
        self._door.left(self, self._inner)


class Door:
    """Makes a protocol for each connection, as a server asks for it."""

    def __init__(self, inner: Callable[[], asyncio.Protocol], limits: Limits) -> None:
        self._inner = inner
        self.limits = limits
        self._inside: dict[object, Visit] = {}

    def __call__(self) -> Visit:
        inner = self._inner()
        visit = self._inside[inner] = Visit(self, inner)
        return visit

    def __len__(self) -> int:
        return len(self._inside)

    def came(self, newcomer: Visit) -> None:
        if len(self._inside) <= self.limits.connections:
            return
        least = self._least_welcome(newcomer)
        if least is newcomer:
            newcomer.turn_away(HTTPStatus.SERVICE_UNAVAILABLE)
        else:
            least.turn_away(None if least.known and least.waits else HTTPStatus.REQUEST_TIMEOUT)

    def _least_welcome(self, newcomer: Visit) -> Visit:
        """Whose words have been waited for longest: a head of whom nobody knows, or a body. Then the idle."""
        others = [visit for visit in self._inside.values() if visit is not newcomer]
        dawdling = [visit for visit in others if visit.reads or (visit.waits and not visit.known)]
        idle = [visit for visit in others if visit.waits]
        return min(dawdling or idle or [newcomer], key=lambda visit: visit.since)

    def left(self, visit: Visit, inner: asyncio.Protocol) -> None:
        if self._inside.get(inner) is visit:
            del self._inside[inner]

    def visit_of(self, inner: object) -> Visit | None:
        """None: it is over."""
        return self._inside.get(inner)

    def close(self) -> None:
        """Nobody is waited for any more; who is being answered still is."""
        for visit in list(self._inside.values()):
            if visit.reads:
                visit.turn_away(HTTPStatus.SERVICE_UNAVAILABLE)
            elif visit.waits:
                visit.turn_away()
