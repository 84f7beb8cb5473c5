"""Do files get in and out: uploads, attach://, albums, ids used again, downloads, sizes?"""

import io
import struct
import zlib
from typing import Any

import aiohttp
import orjson
import pytest

from bot.local import LocalTelegram, Person
from bot.local.files import image_size
from bot.local.parameters import Upload
from tests.local.conftest import Ask


def png(width: int = 3, height: int = 2) -> bytes:
    """A real picture, as small as can be."""
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(b"\0" * (width + 1) * height)), (b"IEND", b""))
    body = b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + body


async def upload(
    telegram: LocalTelegram, http: aiohttp.ClientSession, method: str, files: dict[str, bytes], **fields: Any
) -> Any:
    form = aiohttp.FormData()
    for name, value in fields.items():
        form.add_field(name, value if isinstance(value, str) else orjson.dumps(value).decode())
    for name, body in files.items():
        form.add_field(name, io.BytesIO(body), filename=f"{name}.png")
    async with http.post(f"{telegram.url}/bot{telegram.token}/{method}", data=form) as response:
        answer = await response.json()
        return answer.get("result", answer)


async def test_a_photo_goes_up_comes_down_and_is_sent_again(
    ask: Ask, alex: Person, telegram: LocalTelegram, http: aiohttp.ClientSession
) -> None:
    body = png(30, 20)
    message = await upload(
        telegram, http, "sendPhoto", {"photo": body}, chat_id=alex.id, caption="<b>week</b>", parse_mode="HTML"
    )
    (size,) = message["photo"]
    assert (size["width"], size["height"], size["file_size"]) == (30, 20, len(body))
    assert (message["caption"], message["caption_entities"][0]["type"]) == ("week", "bold")
    found = await ask("getFile", file_id=size["file_id"])
    async with http.get(f"{telegram.url}/file/bot{telegram.token}/{found['file_path']}") as response:
        assert await response.read() == body
    again = await ask("sendPhoto", chat_id=alex.id, photo=size["file_id"])
    assert again["photo"] == message["photo"]
    as_document = await ask("sendDocument", chat_id=alex.id, document=size["file_id"])
    assert as_document["description"] == "Bad Request: can't use file of type Photo as Document"


async def test_an_album_by_attach(alex: Person, telegram: LocalTelegram, http: aiohttp.ClientSession) -> None:
    media = [{"type": "photo", "media": "attach://one", "caption": "a"}, {"type": "photo", "media": "attach://two"}]
    files = {"one": png(), "two": png(5, 5)}
    messages = await upload(telegram, http, "sendMediaGroup", files, chat_id=alex.id, media=media)
    assert len({message["media_group_id"] for message in messages}) == 1
    assert [message.get("caption") for message in messages] == ["a", None]
    missing = await upload(telegram, http, "sendMediaGroup", {"one": png()}, chat_id=alex.id, media=media)
    assert missing["description"] == "Bad Request: wrong file identifier/HTTP URL specified"


@pytest.mark.parametrize(
    ("count", "error"), [(0, "there are no messages to send"), (11, "too many messages to send as an album")]
)
async def test_album_sizes(ask: Ask, alex: Person, count: int, error: str) -> None:
    media = [{"type": "photo", "media": "x"}] * count
    assert (await ask("sendMediaGroup", chat_id=alex.id, media=media))["description"] == f"Bad Request: {error}"


async def test_media_and_caption_are_edited(
    ask: Ask, alex: Person, telegram: LocalTelegram, http: aiohttp.ClientSession
) -> None:
    message = await upload(telegram, http, "sendPhoto", {"photo": png()}, chat_id=alex.id)
    place = {"chat_id": alex.id, "message_id": message["message_id"]}
    assert (await ask("editMessageCaption", **place, caption="new"))["caption"] == "new"
    media = {"type": "document", "media": "attach://file", "caption": "csv"}
    edited = await upload(telegram, http, "editMessageMedia", {"file": b"a,b"}, media=media, **place)
    assert "photo" not in edited
    assert (edited["document"]["file_name"], edited["caption"]) == ("file.png", "csv")
    text = await ask("editMessageText", **place, text="x")
    assert text["description"] == "Bad Request: there is no text in the message to edit"


async def test_words_stand_above_where_a_call_says_so_each_time(
    ask: Ask, alex: Person, telegram: LocalTelegram, http: aiohttp.ClientSession
) -> None:
    words: dict[str, Any] = {"caption": "how", "show_caption_above_media": True}
    message = await upload(telegram, http, "sendPhoto", {"photo": png()}, chat_id=alex.id, **words)
    assert message["show_caption_above_media"] is True
    place = {"chat_id": alex.id, "message_id": message["message_id"]}
    assert "show_caption_above_media" not in await ask("editMessageCaption", **place, caption="how")
    again = await ask("editMessageCaption", **place, **words)
    assert (again["caption"], again["show_caption_above_media"]) == ("how", True)
    assert "not modified" in (await ask("editMessageCaption", **place, **words))["description"]
    kept = await ask("editMessageReplyMarkup", **place, reply_markup={"inline_keyboard": []})
    assert "not modified" in kept["description"]
    media = {"type": "photo", "media": message["photo"][0]["file_id"], **words}
    assert "not modified" in (await ask("editMessageMedia", **place, media=media))["description"]
    del media["show_caption_above_media"]
    assert "show_caption_above_media" not in await ask("editMessageMedia", **place, media=media)
    document = await upload(telegram, http, "sendDocument", {"document": b"a,b"}, chat_id=alex.id, **words)
    assert "show_caption_above_media" not in document, "nothing of it is seen"


@pytest.mark.parametrize(
    ("method", "body", "error"),
    [
        ("sendPhoto", b"no picture", "IMAGE_PROCESS_FAILED"),
        ("sendPhoto", png(1, 21), "PHOTO_INVALID_DIMENSIONS"),
        ("sendDocument", b"", "file must be non-empty"),
    ],
)
async def test_bad_files(
    alex: Person, telegram: LocalTelegram, http: aiohttp.ClientSession, method: str, body: bytes, error: str
) -> None:
    name = method.removeprefix("send").lower()
    answer = await upload(telegram, http, method, {name: body}, chat_id=alex.id)
    assert answer["description"] == f"Bad Request: {error}"


async def test_files_that_are_too_large(
    ask: Ask, alex: Person, telegram: LocalTelegram, http: aiohttp.ClientSession
) -> None:
    large = png() + bytes(10 << 20)
    photo = await upload(telegram, http, "sendPhoto", {"photo": large}, chat_id=alex.id)
    assert photo["description"].startswith(f"Bad Request: file of size {len(large)} bytes is too big for a photo")
    huge = await upload(telegram, http, "sendDocument", {"document": bytes(52 << 20)}, chat_id=alex.id)
    assert (huge["error_code"], huge["description"]) == (413, "Request Entity Too Large")
    message = alex.send_file("document", Upload("log.csv", "text/csv", bytes((20 << 20) + 1)))
    answer = await ask("getFile", file_id=message["document"]["file_id"])
    assert answer["description"] == "Bad Request: file is too big"


async def test_files_that_are_not_there(ask: Ask, alex: Person, caplog: pytest.LogCaptureFixture) -> None:
    assert (await ask("getFile", file_id="x"))["description"] == "Bad Request: invalid file_id"
    nothing = await ask("sendPhoto", chat_id=alex.id)
    assert nothing["description"] == "Bad Request: there is no photo in the request"
    unknown = await ask("sendPhoto", chat_id=alex.id, photo="x")
    assert unknown["description"] == "Bad Request: wrong file identifier/HTTP URL specified"
    await ask("sendPhoto", chat_id=alex.id, photo="https://example.org/x.png")
    assert "fetches nothing" in caplog.text


@pytest.mark.parametrize(
    ("body", "size"),
    [
        (png(7, 9), (7, 9)),
        (b"GIF89a" + struct.pack("<HH", 4, 5), (4, 5)),
        (b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08" + struct.pack(">HH", 6, 8) + bytes(9), (8, 6)),
        (b"RIFF\0\0\0\0WEBPVP8X" + bytes(8) + b"\x0f\0\0\x1f\0\0", (16, 32)),
        (b"RIFF\0\0\0\0WEBPVP8 " + bytes(10) + struct.pack("<HH", 10, 20), (10, 20)),
        (b"RIFF\0\0\0\0WEBPVP8L" + bytes(5) + (9 | 19 << 14).to_bytes(4, "little") + bytes(8), (10, 20)),
        (b"\xff\xd8\xff", None),
        (b"%PDF", None),
    ],
)
def test_sizes_are_read_from_headers(body: bytes, size: tuple[int, int] | None) -> None:
    assert image_size(body) == size
