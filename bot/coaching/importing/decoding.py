"""Which text is in the bytes of a file? UTF-8, UTF-16 or Windows letters; nothing that is no text at all."""

import codecs
import re
from typing import BinaryIO

from bot.coaching.importing.shapes import FileRefused

MOST_BYTES = 12 * 1024 * 1024
"""Ten years of training at two hundred letters a set, twice over."""

NO_TEXT = (
    (b"PK\x03\x04", "That is a zip archive (or an Excel file). Unpack it, or save it as CSV, and send the .csv file."),
    (b"PK\x05\x06", "That is an empty zip archive. Send the .csv file itself."),
    (b"\x1f\x8b", "That is a gzip archive. Unpack it and send the .csv file inside."),
    (b"7z\xbc\xaf", "That is a 7z archive. Unpack it and send the .csv file inside."),
    (b"Rar!", "That is a rar archive. Unpack it and send the .csv file inside."),
    (b"%PDF", "That is a PDF. I need the .csv file that your app exports."),
    (b"SQLite format 3", "That is a backup of an app, not an export. In the app choose “export” and “CSV”."),
)
NOT_CSV = "That is not a text file. I need the .csv file that Strong, Hevy or FitNotes exports."
MIXED = "That file mixes two encodings, so names would come out wrong. Export it again, as UTF-8."
OPEN_QUOTE = "A quotation mark in that file is never closed, so I can't tell where a row ends. Export it again."
EMPTY = "That file is empty."
TOO_BIG = f"That file is too big: I read up to {MOST_BYTES // 1024 // 1024} MB. Export a shorter period."

_TWO_BYTES = re.compile(rb"[\xc3-\xf4][\x80-\xbf]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")


def read_at_most(file: BinaryIO) -> bytes:
    """The bytes of a file, of one that is too big only so many as show it."""
    return file.read(MOST_BYTES + 1)


def decode(body: bytes) -> str:
    """The text, without a byte order mark. Raises FileRefused."""
    if len(body) > MOST_BYTES:
        raise FileRefused(TOO_BIG)
    for opening, sentence in NO_TEXT:
        if body.startswith(opening):
            raise FileRefused(sentence)
    text = _decoded(body)
    if _CONTROLS.search(text):
        raise FileRefused(NOT_CSV)
    if not text.strip():
        raise FileRefused(EMPTY)
    return text


def _decoded(body: bytes) -> str:
    wide = _wide(body)
    if wide is not None:
        try:
            return body.decode(wide).removeprefix("\ufeff")
        except UnicodeDecodeError:
            raise FileRefused(NOT_CSV) from None
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _of_windows(body)


def _wide(body: bytes) -> str | None:
    """UTF-16, by its mark or by the zeros in its first letters."""
    if body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    odd, even = body[1:200:2], body[0:200:2]
    if len(odd) > 4 and odd.count(0) > len(odd) * 0.8:
        return "utf-16-le"
    if len(even) > 4 and even.count(0) > len(even) * 0.8:
        return "utf-16-be"
    return None


def _of_windows(body: bytes) -> str:
    if _TWO_BYTES.search(body):
        raise FileRefused(MIXED)
    try:
        return body.decode("cp1252")
    except UnicodeDecodeError:
        return body.decode("latin-1")
