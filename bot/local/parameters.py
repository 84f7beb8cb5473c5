"""What did a call bring along? Query strings, forms, JSON and multipart become one set of values and files."""

import logging
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

import orjson
from tornado.httputil import HTTPFile, HTTPInputError, HTTPServerRequest, parse_body_arguments

from bot.local import limits
from bot.local.errors import ApiError, Json, bad_request

_LOG = logging.getLogger(__name__)
_TRUE = ("true", "yes", "1")


@dataclass(slots=True)
class Upload:
    """A file that came inside the request."""

    name: str
    content_type: str
    body: bytes


@dataclass(slots=True)
class Parameters:
    """The named values of one call: native when they came as JSON, text when they came as a form."""

    values: Json = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        return self.values.get(name) is not None or name in self.uploads

    def text(self, name: str, default: str = "") -> str:
        value = self.values.get(name)
        if value is None:
            return default
        if isinstance(value, str):
            return value
        return orjson.dumps(value).decode()

    def integer(self, name: str, default: int = 0, low: int | None = None, high: int | None = None) -> int:
        number = as_integer(self.values.get(name), default)
        if low is not None:
            number = max(number, low)
        return number if high is None else min(number, high)

    def flag(self, name: str) -> bool:
        value = self.values.get(name)
        return value if isinstance(value, bool) else str(value).lower() in _TRUE

    def structure(self, name: str, what: str) -> Any:
        """A value that is JSON: given as such, or as text that holds JSON."""
        value = self.values.get(name)
        if value is None or value == "":
            return None
        if not isinstance(value, str):
            return value
        try:
            return orjson.loads(value)
        except orjson.JSONDecodeError as broken:
            raise bad_request(f"can't parse {what} JSON object") from broken


def as_integer(value: object, default: int = 0) -> int:
    """A whole number the way the Bot API reads one: what it cannot read counts as nothing."""
    if isinstance(value, bool) or value is None or value == "":
        return default
    if isinstance(value, int):
        return value
    try:
        return int(str(value).strip())
    except ValueError:
        return default


def read_parameters(query: str, content_type: str, body: bytes) -> Parameters:
    """Values and files of one request; a body that cannot be read is the caller's 400."""
    found = Parameters(dict(parse_qsl(query, keep_blank_values=True)) if query else {})
    if not body:
        return found
    if len(body) > limits.UPLOAD_BYTES + limits.MEGABYTE:
        raise ApiError(413, "Request Entity Too Large")
    kind = content_type.partition(";")[0].strip().lower()
    if kind == "application/json":
        found.values.update(_read_json(body))
    elif kind == "multipart/form-data":
        _read_multipart(found, content_type, body)
    elif kind == "application/x-www-form-urlencoded":
        found.values.update(parse_qsl(body.decode(errors="replace"), keep_blank_values=True))
    else:
        # The real server reads a body of any other kind as no parameters at all; a test should hear about it.
        _LOG.error("a request body of type %r was ignored", content_type)
    return found


def _read_json(body: bytes) -> Json:
    try:
        values = orjson.loads(body)
    except orjson.JSONDecodeError as broken:
        raise bad_request("can't parse request: can't parse JSON object") from broken
    if not isinstance(values, dict):
        raise bad_request("can't parse request: expected an Object")
    return values


def _read_multipart(found: Parameters, content_type: str, body: bytes) -> None:
    arguments: dict[str, list[bytes]] = {}
    files: dict[str, list[HTTPFile]] = {}
    try:
        parse_body_arguments(content_type, body, arguments, files)
    except HTTPInputError as broken:
        raise bad_request("can't parse request: wrong multipart body") from broken
    for name, texts in arguments.items():
        found.values[name] = texts[-1].decode(errors="replace")
    for name, parts in files.items():
        part = parts[-1]
        found.uploads[name] = Upload(part.filename, part.content_type, part.body)


def upload_of(request: HTTPServerRequest, name: str) -> Upload | None:
    """One file of a form that a page posted."""
    parts = request.files.get(name)
    return Upload(parts[-1].filename, parts[-1].content_type, parts[-1].body) if parts else None
