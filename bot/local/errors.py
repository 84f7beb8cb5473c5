"""How does the Bot API say no? An error code, Telegram's sentence, and for floods how long to wait."""

from typing import Any

Json = dict[str, Any]


class ApiError(Exception):
    """An answer with `ok: false`, in the words Telegram uses."""

    def __init__(self, code: int, description: str, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after = retry_after

    def answer(self) -> Json:
        """The body Telegram sends with this error."""
        body: Json = {"ok": False, "error_code": self.code, "description": self.description}
        if self.retry_after is not None:
            body["parameters"] = {"retry_after": self.retry_after}
        return body


def bad_request(what: str) -> ApiError:
    """400, the answer to most mistakes."""
    return ApiError(400, f"Bad Request: {what}")


def forbidden(what: str) -> ApiError:
    """403: the person or the chat does not want to hear from this bot."""
    return ApiError(403, f"Forbidden: {what}")


def conflict(what: str) -> ApiError:
    """409: two readers for one queue of updates."""
    return ApiError(409, f"Conflict: {what}")


def too_many(seconds: int) -> ApiError:
    """429: wait, then ask again."""
    return ApiError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


def cannot_parse(what: str) -> ApiError:
    """400 for text whose markup is broken."""
    return bad_request(f"can't parse entities: {what}")
