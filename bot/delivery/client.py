"""How is a method of the Bot API called? Any method by its name, with the answer as JSON comes."""

import asyncio
from collections.abc import Mapping
from typing import Any

from telegram import Bot, InputFile, InputMediaPhoto
from telegram.error import TelegramError

from bot.delivery.request import AiohttpRequest
from bot.services.packing import unpacked

MEDIA = "editMessageMedia"
DOWNLOAD_SECONDS = 60.0
LONGEST_NUMBER = 19
"""Digits of what a column of whole numbers holds."""
PARTS = {"sendPhoto": "photo", "sendDocument": "document", MEDIA: "media"}
"""Under which name a method takes its file."""
OF_MEDIA = ("caption", "parse_mode", "show_caption_above_media")
"""What is said of a picture in its place: these stand within the media there, and beside the photo when it is sent."""


class Client(Bot):
    """python-telegram-bot's `Bot` that shows no token, and calls by name without building objects of the answer.

    Its documented `do_api_request` warns for each method that the library also has, which is every one used here;
    `call` goes the same way without that. `initialize` is not needed: it would ask getMe and name the token in its
    error.
    """

    def __init__(self, token: str, api_url: str, *, connections: int = 136) -> None:
        requests = AiohttpRequest(connections=1), AiohttpRequest(connections=connections)
        server = api_url.rstrip("/")
        super().__init__(
            token,
            base_url=f"{server}/bot",
            base_file_url=f"{server}/file/bot",
            request=requests[1],
            get_updates_request=requests[0],
        )
        with self._unfrozen():
            self.requests = requests

    @property
    def number(self) -> int:
        """The bot's id."""
        return number_in(self.token)

    def __repr__(self) -> str:
        return "Client(token hidden)"

    async def connect(self) -> None:
        for request in self.requests:
            await request.initialize()

    async def disconnect(self) -> None:
        for request in self.requests:
            await request.shutdown()

    async def call(self, method: str, payload: Mapping[str, object], *, read_timeout: float | None = None) -> Any:
        """The `result` of a method. Raises telegram.error classes only."""
        try:
            if read_timeout is None:
                return await self._post(method, dict(payload))
            return await self._post(method, dict(payload), read_timeout=read_timeout)
        except (KeyError, TypeError, AttributeError):
            raise TelegramError("Invalid server response") from None

    async def download(self, path: str) -> bytes:
        """The bytes behind the `file_path` that getFile gave. Raises telegram.error classes only."""
        return await self.requests[1].retrieve(f"{self.base_file_url}/{path}", read_timeout=DOWNLOAD_SECONDS)

    async def send_file(self, method: str, payload: Mapping[str, object], file: tuple[str, bytes]) -> Any:
        """The same with a file, unpacked where it was packed."""
        name, content = file
        body = await asyncio.to_thread(unpacked, content)
        if method == MEDIA:
            within: dict[str, Any] = {one: payload[one] for one in OF_MEDIA if one in payload}
            media = InputMediaPhoto(body, filename=name, **within)
            beside = {one: value for one, value in payload.items() if one not in OF_MEDIA}
            return await self.call(method, {**beside, PARTS[method]: media})
        return await self.call(method, {**payload, PARTS[method]: InputFile(body, filename=name)})


def number_in(token: str) -> int:
    """The id of the bot whose token it is: what stands before the colon. It stays when a token is given anew."""
    number = token.partition(":")[0]
    return int(number) if number.isascii() and number.isdigit() and len(number) < LONGEST_NUMBER else 0
