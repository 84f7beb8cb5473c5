"""How does a value become markup that Telegram takes? The one place that escapes and the one that writes tags."""

import re
from html import escape, unescape

PLAIN = re.compile(r"[^&<>\0]*")
"""What stands for itself: nearly everything that is said."""


TAG = re.compile("<[^<>]*>")


class Html(str):
    """Text that is markup already. Everything else is escaped where it meets markup."""

    __slots__ = ()


def html(value: object) -> Html:
    """Any value as markup: escaped, unless it is markup already. NUL cannot be sent and is dropped."""
    if isinstance(value, Html):
        return value
    text = str(value)
    return Html(text) if PLAIN.fullmatch(text) else Html(escape(text.replace("\0", ""), quote=False))


def bold(value: object) -> Html:
    return Html(f"<b>{html(value)}</b>")


def italic(value: object) -> Html:
    return Html(f"<i>{html(value)}</i>")


def code(value: object) -> Html:
    return Html(f"<code>{html(value)}</code>")


def length(markup: str) -> int:
    """How much is read of it: Telegram measures what is left once tags and entities are read."""
    return len(unescape(TAG.sub("", markup)))


def join(separator: str, *values: object) -> Html:
    return Html(html(separator).join(html(value) for value in values))


def line(*values: object) -> Html:
    """Values side by side."""
    return join("", *values)


def lines(*values: object | None) -> Html:
    """Values below each other; None leaves a line out, "" an empty one."""
    return join("\n", *(value for value in values if value is not None))
