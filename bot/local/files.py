"""Which files has this bot seen? Bytes in memory, under a file_id to send again and a path to fetch."""

import hashlib
import mimetypes
import struct
from dataclasses import dataclass, field

from bot.local import limits
from bot.local.errors import Json, bad_request
from bot.local.parameters import Upload

_PREFIX = {
    "photo": "AgACAgIAAxkB",
    "document": "BQACAgIAAxkB",
    "sticker": "CAACAgIAAxkB",
    "voice": "AwACAgIAAxkB",
    "video": "BAACAgIAAxkB",
    "audio": "CQACAgIAAxkB",
    "animation": "CgACAgIAAxkB",
    "video_note": "DQACAgIAAxkB",
}
_PNG = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True, slots=True)
class StoredFile:
    """One file as Telegram keeps it."""

    file_id: str
    unique_id: str
    kind: str
    path: str
    name: str
    mime_type: str
    body: bytes

    def reference(self) -> Json:
        """The fields that every object about a file has."""
        return {"file_id": self.file_id, "file_unique_id": self.unique_id, "file_size": len(self.body)}

    def content(self) -> Json | list[Json]:
        """What a message holds for this file: a Document, a list of PhotoSize, ..."""
        if self.kind == "photo":
            width, height = image_size(self.body) or (0, 0)
            return [{**self.reference(), "width": width, "height": height}]
        if self.kind == "sticker":
            looks = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
            return {**self.reference(), **looks, "emoji": "💪"}
        described: Json = {**self.reference(), "mime_type": self.mime_type}
        if self.kind in ("document", "audio", "video", "animation"):
            described["file_name"] = self.name
        if self.kind in ("audio", "video", "voice", "animation", "video_note"):
            described["duration"] = 1
        if self.kind in ("video", "animation"):
            described |= {"width": 640, "height": 360}
        if self.kind == "video_note":
            del described["mime_type"]
            described["length"] = 240
        return described


@dataclass(slots=True)
class Files:
    """All files of one bot."""

    by_id: dict[str, StoredFile] = field(default_factory=dict)
    by_path: dict[str, StoredFile] = field(default_factory=dict)

    def keep(self, kind: str, upload: Upload) -> StoredFile:
        """Store what was uploaded, or refuse it as Telegram would."""
        if not upload.body:
            raise bad_request("file must be non-empty")
        if kind == "photo":
            _check_photo(upload.body)
        number = len(self.by_id) + 1
        digest = hashlib.sha256(upload.body).hexdigest()
        suffix = _suffix(upload)
        stored = StoredFile(
            file_id=f"{_PREFIX[kind]}{digest[:24]}{number:06d}",
            unique_id=f"AQAD{digest[24:36]}",
            kind=kind,
            path=f"{kind}s/file_{number}{suffix}",
            name=upload.name or f"file_{number}{suffix}",
            mime_type=_mime_type(upload),
            body=upload.body,
        )
        self.by_id[stored.file_id] = self.by_path[stored.path] = stored
        return stored

    def again(self, kind: str, file_id: str) -> StoredFile:
        """A file that is sent once more by its id."""
        stored = self.by_id.get(file_id)
        if stored is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        if stored.kind != kind:
            raise bad_request(f"can't use file of type {stored.kind.title()} as {kind.title()}")
        return stored


def image_size(body: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG, JPEG, GIF or WebP, read from its header; None for anything else."""
    if body.startswith(_PNG) and len(body) >= 24:
        return struct.unpack(">II", body[16:24])
    if body[:6] in (b"GIF87a", b"GIF89a") and len(body) >= 10:
        return struct.unpack("<HH", body[6:10])
    if body[:4] == b"RIFF" and body[8:12] == b"WEBP" and len(body) >= 30:
        return _webp_size(body)
    if body[:2] == b"\xff\xd8":
        return _jpeg_size(body)
    return None


def _webp_size(body: bytes) -> tuple[int, int] | None:
    match body[12:16]:
        case b"VP8X":
            return int.from_bytes(body[24:27], "little") + 1, int.from_bytes(body[27:30], "little") + 1
        case b"VP8 ":
            width, height = struct.unpack("<HH", body[26:30])
            return width & 0x3FFF, height & 0x3FFF
        case b"VP8L":
            bits = int.from_bytes(body[21:25], "little")
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return None


def _jpeg_size(body: bytes) -> tuple[int, int] | None:
    position = 2
    while position + 9 <= len(body) and body[position] == 0xFF:
        marker = body[position + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", body[position + 5 : position + 9])
            return width, height
        position += 2 + int.from_bytes(body[position + 2 : position + 4], "big")
    return None


def _check_photo(body: bytes) -> None:
    if len(body) > limits.PHOTO_BYTES:
        raise bad_request(
            f"file of size {len(body)} bytes is too big for a photo; the maximum size is {limits.PHOTO_BYTES} bytes"
        )
    size = image_size(body)
    if size is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    narrow, wide = sorted(size)
    if narrow == 0 or wide / narrow > limits.PHOTO_RATIO or narrow + wide > limits.PHOTO_SIDES:
        raise bad_request("PHOTO_INVALID_DIMENSIONS")


def _suffix(upload: Upload) -> str:
    _, dot, ending = upload.name.rpartition(".")
    if dot and ending.isalnum() and ending.isascii() and len(ending) <= 8:
        return f".{ending.lower()}"
    return mimetypes.guess_extension(upload.content_type) or ""


def _mime_type(upload: Upload) -> str:
    if upload.content_type and upload.content_type not in ("application/octet-stream", "application/unknown"):
        return upload.content_type
    return mimetypes.guess_type(upload.name)[0] or "application/octet-stream"
