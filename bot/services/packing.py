"""How does a long file wait to be sent? Packed with gzip as it is written: so it takes little memory, and little of the
database, until it is unpacked on the way to Telegram."""

import gzip
import zlib
from io import BytesIO

AT_ONCE = 65_536
"""Bytes that are packed together: a call for each line would take longer than the lines."""
QUICKLY = 3
GZIP = b"\x1f\x8b"


class Packer:
    def __init__(self) -> None:
        self._packer = zlib.compressobj(QUICKLY, wbits=zlib.MAX_WBITS | 16)
        self._waiting = BytesIO()
        self._packed = BytesIO()
        self._before = 0

    @property
    def size(self) -> int:
        """Of what was written, unpacked."""
        return self._before + self._waiting.tell()

    def write(self, piece: bytes) -> None:
        self._waiting.write(piece)
        if self._waiting.tell() >= AT_ONCE:
            self._pack()

    def packed(self) -> bytes:
        """All of it; nothing can be written any more."""
        self._pack()
        self._packed.write(self._packer.flush())
        return self._packed.getvalue()

    def _pack(self) -> None:
        self._before = self.size
        self._packed.write(self._packer.compress(self._waiting.getvalue()))
        self._waiting = BytesIO()


def packed(content: bytes) -> bytes:
    return gzip.compress(content, QUICKLY, mtime=0)


def unpacked(content: bytes) -> bytes:
    """What was packed; anything else as it is."""
    return gzip.decompress(content) if content.startswith(GZIP) else content
