"""What does a message hold? Text, a place, a file, or something the coach has no use for."""

from telegram import Document, Message

from bot.services.messages import Content, File, Other, Place, Text

UNUSED = (
    "animation",
    "audio",
    "checklist",
    "contact",
    "dice",
    "game",
    "invoice",
    "paid_media",
    "photo",
    "poll",
    "sticker",
    "story",
    "video",
    "video_note",
    "voice",
)
"""What a person can send and the coach cannot use. Whatever is not here nor read below is a note of Telegram's own
(somebody joined, a message was pinned) and is ignored."""


def read_content(message: Message, *, edited: bool) -> Content | None:
    forwarded = message.forward_origin is not None
    if message.text is not None:
        return Text(_checked(message.text, str), forwarded, edited)
    if message.location is not None:
        return _place(message, edited=edited)
    # An animation is a document too, for old clients.
    if message.document is not None and message.animation is None and not edited:
        return _file(message.document)
    kind = next((kind for kind in (*UNUSED, "document") if getattr(message, kind)), None)
    return Other(kind, forwarded, edited) if kind else None


def _place(message: Message, *, edited: bool) -> Place | None:
    if edited or message.location is None:
        return None  # a live location that moves says nothing new
    return Place(float(message.location.latitude), float(message.location.longitude))


def _file(document: Document) -> File:
    return File(
        _checked(document.file_id, str), _checked(document.file_name or "", str), _number(document.file_size or 0)
    )


def _number(value: object) -> int:
    if type(value) is not int:
        raise TypeError("a number is not a number")
    return value


def _checked(value: object, kind: type[str]) -> str:
    if not isinstance(value, kind):
        raise TypeError("a text is not a text")
    return value
