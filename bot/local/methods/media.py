"""What files can a bot send? Uploads, `attach://` parts, files known by id, albums, and the way back with getFile."""

import logging
import secrets
from collections.abc import Callable
from typing import Any

from bot.local import limits
from bot.local.chats import GROUPS
from bot.local.errors import Json, bad_request
from bot.local.files import StoredFile
from bot.local.methods.content import caption_content, place_of_caption, send
from bot.local.parameters import Parameters
from bot.local.world import World

_LOG = logging.getLogger(__name__)
_CAPTIONED = ("photo", "document", "audio", "video", "animation", "voice")
_IN_ALBUMS = ("photo", "video", "audio", "document")
_ALONE_IN_ALBUMS = ("audio", "document")


def send_media(kind: str) -> Callable[[World, Parameters], Json]:
    """The sendPhoto, sendDocument, ... of one kind of file."""

    def method(world: World, parameters: Parameters) -> Json:
        chat = world.chat_for_sending(parameters.text("chat_id"))
        caption = caption_content(parameters) if kind in _CAPTIONED else {}
        caption |= place_of_caption(parameters, kind)
        stored = given_file(world, parameters, kind, kind, f"there is no {kind.replace('_', ' ')} in the request")
        return send(world, parameters, {**shown(stored), **caption}, chat)

    return method


def shown(stored: StoredFile) -> Json:
    """A file as a message holds it; an animation is a document too, for old clients."""
    content = {stored.kind: stored.content()}
    if stored.kind == "animation":
        content["document"] = {**stored.reference(), "mime_type": stored.mime_type, "file_name": stored.name}
    return content


def given_file(world: World, parameters: Parameters, name: str, kind: str, missing: str) -> StoredFile:
    """The file a call names: uploaded under that name, attached, or known by its id."""
    upload = parameters.uploads.get(name)
    if upload is not None:
        return world.files.keep(kind, upload)
    text = parameters.text(name)
    if not text:
        raise bad_request(missing)
    return _named_file(world, parameters, text, kind)


def _named_file(world: World, parameters: Parameters, text: str, kind: str) -> StoredFile:
    if text.startswith("attach://"):
        upload = parameters.uploads.get(text.removeprefix("attach://"))
        if upload is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        return world.files.keep(kind, upload)
    if text.startswith(("http://", "https://")):
        _LOG.error("%s was to be fetched from an address; the stand-in fetches nothing", kind)
        raise bad_request("failed to get HTTP URL content")
    return world.files.again(kind, text)


def send_media_group(world: World, parameters: Parameters) -> list[Json]:
    chat = world.chat_for_sending(parameters.text("chat_id"))
    items = parameters.structure("media", "media")
    if not isinstance(items, list):
        raise bad_request("expected an Array of InputMedia")
    if len(items) < limits.ALBUM_LEAST:
        raise bad_request("there are no messages to send" if not items else "an album holds two files at least")
    if len(items) > limits.ALBUM_MOST:
        raise bad_request("too many messages to send as an album")
    contents = [media_content(world, parameters, item, _IN_ALBUMS) for item in items]
    kinds = {kind for content in contents for kind in content if kind in _IN_ALBUMS}
    if len(kinds) > 1 and kinds & set(_ALONE_IN_ALBUMS):
        raise bad_request("can't use the media of the specified type in the album")
    album = str(secrets.randbits(60))
    shared = Parameters({name: value for name, value in parameters.values.items() if name != "reply_markup"})
    for _ in contents[1:]:
        world.flood.check(chat.id, group=chat.kind in GROUPS)
    return [send(world, shared, {"media_group_id": album, **content}, chat) for content in contents]


def media_content(world: World, parameters: Parameters, item: Any, allowed: tuple[str, ...]) -> Json:
    """One InputMedia as a message holds it."""
    if not isinstance(item, dict):
        raise bad_request("can't parse InputMedia: expected an Object")
    kind = item.get("type")
    if kind not in allowed:
        raise bad_request("can't parse InputMedia: type must be one of " + ", ".join(allowed))
    if not isinstance(item.get("media"), str) or not item["media"]:
        raise bad_request("can't parse InputMedia: media not found")
    caption = caption_content(Parameters(item)) | place_of_caption(Parameters(item), kind)
    return {**shown(_named_file(world, parameters, item["media"], kind)), **caption}


def get_file(world: World, parameters: Parameters) -> Json:
    file_id = parameters.text("file_id")
    if not file_id:
        raise bad_request("file_id not specified")
    stored = world.files.by_id.get(file_id)
    if stored is None:
        raise bad_request("invalid file_id")
    if len(stored.body) > limits.DOWNLOAD_BYTES:
        raise bad_request("file is too big")
    return {**stored.reference(), "file_path": stored.path}
