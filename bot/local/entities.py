"""What is text once the markup is gone? Plain characters and entities counted in UTF-16 units, as Telegram counts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.local import limits
from bot.local.errors import Json, bad_request

_NOT_WORD = r"(?<![\w/<>@#.])"
_FOUND = re.compile(
    rf"(?P<url>\bhttps?://[^\s<>\"]+[^\s<>\".,:;!?)\]}}'])"
    rf"|(?P<email>\b[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-zA-Z]{{2,}}\b)"
    rf"|{_NOT_WORD}(?P<bot_command>/[a-zA-Z0-9_]{{1,64}}(?:@[a-zA-Z0-9_]{{3,32}})?)(?![\w/<>@])"
    rf"|{_NOT_WORD}(?P<mention>@[a-zA-Z0-9_]{{2,32}})(?!\w)"
    rf"|{_NOT_WORD}(?P<hashtag>\#(?=\w*[^\W\d])\w{{1,256}})(?![\w\#])"
)
_WORTH_A_LOOK = re.compile(r"[/@#]")
_EDGES = " \n\t\r\v\f\0"
_UNTOUCHED = ("pre", "code", "text_link", "text_mention")


@dataclass(slots=True)
class Formatted:
    """A text and where in it something is bold, a link, a command."""

    text: str
    entities: list[Json] = field(default_factory=list)


def utf16_length(text: str) -> int:
    """How many UTF-16 units a text takes: two for anything beyond the basic plane."""
    if text.isascii():
        return len(text)
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def finished(formatted: Formatted) -> Formatted:
    """Trim the edges, drop entities over nothing, find commands, mentions, links, and put all in Telegram's order."""
    formatted = _trimmed(formatted)
    if _WORTH_A_LOOK.search(formatted.text):
        formatted.entities.extend(_detected(formatted))
    if len(formatted.entities) > 1:
        formatted.entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
    del formatted.entities[limits.ENTITIES :]
    return formatted


def _trimmed(formatted: Formatted) -> Formatted:
    text = formatted.text.strip(_EDGES)
    if not formatted.entities:
        return Formatted(text)
    skipped = utf16_length(formatted.text[: len(formatted.text) - len(formatted.text.lstrip(_EDGES))])
    end = utf16_length(text)
    kept = []
    for entity in formatted.entities:
        start = max(entity["offset"] - skipped, 0)
        stop = min(entity["offset"] + entity["length"] - skipped, end)
        if stop > start and utf16_slice(text, start, stop).strip(_EDGES):
            kept.append({**entity, "offset": start, "length": stop - start})
    return Formatted(text, kept)


def utf16_slice(text: str, start: int, stop: int) -> str:
    """The characters between two positions counted in UTF-16 units."""
    if text.isascii():
        return text[start:stop]
    return text.encode("utf-16-le", "surrogatepass")[2 * start : 2 * stop].decode("utf-16-le", "replace")


def _detected(formatted: Formatted) -> Iterator[Json]:
    taken = [
        (entity["offset"], entity["offset"] + entity["length"])
        for entity in formatted.entities
        if entity["type"] in _UNTOUCHED
    ]
    for match in _FOUND.finditer(formatted.text):
        kind = match.lastgroup
        start = utf16_length(formatted.text[: match.start()])
        length = utf16_length(match.group())
        if not any(begin < start + length and start < end for begin, end in taken):
            yield {"type": kind, "offset": start, "length": length}


def from_entities(text: str, given: object) -> Formatted:
    """Text whose entities came beside it (`entities` instead of `parse_mode`)."""
    if not isinstance(given, list):
        raise bad_request("can't parse entities JSON object")
    total = utf16_length(text)
    entities = []
    for entity in given:
        start, length = _place(entity)
        if start < 0 or length <= 0 or start + length > total:
            raise bad_request("can't parse MessageEntity: entity begins or ends outside of the text")
        entities.append({**entity, "offset": start, "length": length})
    return Formatted(text, entities)


def _place(entity: object) -> tuple[int, int]:
    match entity:
        case {"type": str(), "offset": int(start), "length": int(length)}:
            return start, length
        case dict():
            raise bad_request('can\'t parse MessageEntity: field "type", "offset" or "length" is missing')
        case _:
            raise bad_request("can't parse MessageEntity: expected an Object")
