"""What does Telegram make of HTML? It knows few tags, wants each closed in order, and names the byte that broke it."""

import re
from dataclasses import dataclass, field

from bot.local.entities import Formatted, utf16_length
from bot.local.errors import Json, cannot_parse

_ENTITY_OF_TAG = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "u": "underline",
    "ins": "underline",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "tg-emoji": "custom_emoji",
    "a": "text_link",
    "pre": "pre",
    "code": "code",
    "blockquote": "blockquote",
}
_SPACE = " \t\r\n\v\0"
_NEXT_MARK = re.compile(r"[<&]")
_REFERENCE = re.compile(r"&(?:#[xX](?P<hex>[0-9a-fA-F]{1,6})|#(?P<decimal>[0-9]{1,7})|(?P<name>[a-zA-Z]+));?")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_TAG_NAME = re.compile(rf"[^{_SPACE}>]*")
_SPACES = re.compile(rf"[{_SPACE}]*")
_ATTRIBUTE = re.compile(rf"[^{_SPACE}=>/\"']*")
_NAME_TOKEN = re.compile(r"[0-9a-zA-Z.-]*")
_LAST_CODE_POINT = 0x10FFFF


@dataclass(slots=True)
class _Open:
    """A tag that waits for its end."""

    tag: str
    argument: str
    offset: int  # in UTF-16 units of the result
    part: int  # how many pieces of the result came before


@dataclass(slots=True)
class _Reader:
    source: str
    position: int = 0
    parts: list[str] = field(default_factory=list)
    offset: int = 0
    opened: list[_Open] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)

    def read(self) -> Formatted:
        while mark := _NEXT_MARK.search(self.source, self.position):
            self.emit(self.source[self.position : mark.start()])
            self.position = mark.start()
            if mark.group() == "&":
                self.reference()
            elif self.source.startswith("</", self.position):
                self.end_tag()
            else:
                self.start_tag()
        self.emit(self.source[self.position :])
        if self.opened:
            raise cannot_parse(f'Can\'t find end tag corresponding to start tag "{self.opened[-1].tag}"')
        for entity in self.entities:
            if entity["type"] == "code":
                entity.pop("language", None)
        return Formatted("".join(self.parts), self.entities)

    def emit(self, text: str) -> None:
        if text:
            self.parts.append(text)
            self.offset += utf16_length(text)

    def reference(self) -> None:
        character, self.position = _decoded(self.source, self.position)
        self.emit(character)

    def start_tag(self) -> None:
        begin = self.position
        name_end = _end(_TAG_NAME, self.source, begin + 1)
        if name_end == len(self.source):
            raise cannot_parse(f"Unclosed start tag at byte offset {self.byte(begin)}")
        tag = self.source[begin + 1 : name_end].lower()
        if tag not in _ENTITY_OF_TAG:
            raise cannot_parse(f'Unsupported start tag "{tag}" at byte offset {self.byte(begin)}')
        argument = self.attributes(tag, begin, name_end)
        if tag == "span" and argument != "spoiler":
            raise cannot_parse(f'Tag "span" must have class "tg-spoiler" at byte offset {self.byte(begin)}')
        self.opened.append(_Open(tag, argument, self.offset, len(self.parts)))

    def attributes(self, tag: str, begin: int, position: int) -> str:
        """Read up to the closing `>` and return the one attribute value that matters for this tag."""
        argument = ""
        while True:
            position = _end(_SPACES, self.source, position)
            if self.at(position) == ">":
                self.position = position + 1
                return argument
            name_end = _end(_ATTRIBUTE, self.source, position)
            name = self.source[position:name_end]
            if not name:
                raise cannot_parse(f'Empty attribute name in the tag "{tag}" at byte offset {self.byte(begin)}')
            position = _end(_SPACES, self.source, name_end)
            if self.at(position) == "=":
                value, position = self.value(tag, begin, _end(_SPACES, self.source, position + 1))
                argument = _argument(tag, name, value, argument)
            elif (tag, name) == ("blockquote", "expandable"):
                argument = "expandable"
            if position >= len(self.source):
                raise cannot_parse(f'Unclosed start tag "{tag}" at byte offset {self.byte(begin)}')

    def value(self, tag: str, begin: int, position: int) -> tuple[str, int]:
        quote = self.at(position)
        if not quote:
            raise cannot_parse(f'Unclosed start tag "{tag}" at byte offset {self.byte(begin)}')
        if quote in "'\"":
            return self.quoted(quote, begin, position + 1)
        end = _end(_NAME_TOKEN, self.source, position)
        if self.at(end) not in ("", ">", *_SPACE):
            raise cannot_parse(f"Unexpected end of name token at byte offset {self.byte(position)}")
        return self.source[position:end].lower(), end

    def quoted(self, quote: str, begin: int, position: int) -> tuple[str, int]:
        end = self.source.find(quote, position)
        if end < 0 or end + 1 == len(self.source):
            raise cannot_parse(f"Unclosed start tag at byte offset {self.byte(begin)}")
        return _dereferenced(self.source[position:end]), end + 1

    def end_tag(self) -> None:
        begin = self.position
        if not self.opened:
            raise cannot_parse(f"Unexpected end tag at byte offset {self.byte(begin)}")
        name_end = _end(_TAG_NAME, self.source, begin + 2)
        name = self.source[begin + 2 : name_end].lower()
        close = _end(_SPACES, self.source, name_end)
        if self.at(close) != ">":
            raise cannot_parse(f"Unclosed end tag at byte offset {self.byte(begin)}")
        expected = self.opened[-1].tag
        if name and name != expected:
            raise cannot_parse(
                f'Unmatched end tag at byte offset {self.byte(begin)}, expected "</{expected}>", found "</{name}>"'
            )
        self.position = close + 1
        self.close(self.opened.pop())

    def close(self, tag: _Open) -> None:
        if self.offset == tag.offset:
            return
        place = {"offset": tag.offset, "length": self.offset - tag.offset}
        within = [entity for entity in self.entities if entity["offset"] >= tag.offset]
        entity = _entity(tag, "".join(self.parts[tag.part :]), within, place)
        if entity is None:
            return
        if entity["type"] in ("pre", "code"):
            # Code is shown as it is: whatever was marked inside it is forgotten.
            del self.entities[len(self.entities) - len(within) :]
        self.entities.append({"type": entity.pop("type"), **place, **entity})

    def at(self, position: int) -> str:
        return self.source[position : position + 1]

    def byte(self, position: int) -> int:
        return len(self.source[:position].encode("utf-8", "surrogatepass"))


def parse_html(source: str) -> Formatted:
    """Text and entities of Telegram's HTML, or the error Telegram gives."""
    if "<" not in source and "&" not in source:
        return Formatted(source)
    return _Reader(source).read()


def _entity(tag: _Open, text: str, within: list[Json], place: Json) -> Json | None:
    kind = _ENTITY_OF_TAG[tag.tag]
    match kind:
        case "text_link":
            return _link(tag.argument or text)
        case "custom_emoji":
            return {"type": kind, "custom_emoji_id": tag.argument}
        case "blockquote" if tag.argument:
            return {"type": "expandable_blockquote"}
        case "code" if tag.argument and within and within[-1] == {"type": "pre", **place}:
            return {"type": "pre", "language": tag.argument}
        case "code" if tag.argument:
            # Kept until the tag closes around it: only <pre><code class="language-x"> has a language.
            return {"type": "code", "language": tag.argument}
        case "pre" if within and within[-1].get("language") and _same_place(within[-1], place):
            return {"type": "pre", "language": within[-1]["language"]}
        case _:
            return {"type": kind}


def _same_place(entity: Json, place: Json) -> bool:
    return bool(entity["offset"] == place["offset"] and entity["length"] == place["length"])


def _link(url: str) -> Json | None:
    """A link to a page or a person; one that leads nowhere leaves the bare text, as Telegram does."""
    if user := re.fullmatch(r"tg://user\?id=(\d+)", url):
        return {"type": "text_mention", "user": {"id": int(user[1]), "is_bot": False, "first_name": ""}}
    if re.fullmatch(r"(https?://|tg://|ton://)\S+", url, re.IGNORECASE):
        return {"type": "text_link", "url": url}
    if re.fullmatch(r"[\w-]+(\.[\w-]+)*\.[a-zA-Z]{2,}(:\d+)?([/?#]\S*)?", url):
        return {"type": "text_link", "url": f"http://{url}"}
    return None


def _argument(tag: str, name: str, value: str, so_far: str) -> str:
    match tag, name:
        case ("a", "href") | ("tg-emoji", "emoji-id"):
            return value
        case "code", "class":
            return value.removeprefix("language-") if value.startswith("language-") else so_far
        case "span", "class":
            return value.removeprefix("tg-") if value.startswith("tg-") else so_far
        case "blockquote", "expandable":
            return "expandable"
        case _:
            return so_far


def _decoded(source: str, position: int) -> tuple[str, int]:
    """The character a reference at this place stands for; a reference Telegram does not know is just an ampersand."""
    found = _REFERENCE.match(source, position)
    if found is None:
        return "&", position + 1
    if name := found["name"]:
        return (_NAMED[name], found.end()) if name in _NAMED else ("&", position + 1)
    code = int(found["hex"], 16) if found["hex"] else int(found["decimal"])
    if code == 0 or code >= _LAST_CODE_POINT or 0xD800 <= code < 0xE000:
        return "&", position + 1
    return chr(code), found.end()


def _dereferenced(text: str) -> str:
    parts, position = [], 0
    while position < len(text):
        if text[position] == "&":
            character, position = _decoded(text, position)
        else:
            character, position = text[position], position + 1
        parts.append(character)
    return "".join(parts)


def _end(pattern: re.Pattern[str], source: str, position: int) -> int:
    found = pattern.match(source, position)
    return found.end() if found else position
