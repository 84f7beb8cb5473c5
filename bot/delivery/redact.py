"""How do secrets stay out of the log? A filter on every handler, over message, arguments and tracebacks."""

import logging
from collections.abc import Iterable

HIDDEN = "[hidden]"


class Redact(logging.Filter):
    """Replaces secrets wherever a record carries them (an address with the token sits in `record.args`)."""

    def __init__(self, secrets: Iterable[str]) -> None:
        super().__init__()
        self._secrets = tuple(sorted((secret for secret in secrets if secret), key=len, reverse=True))

    def filter(self, record: logging.LogRecord) -> bool:
        said = record.getMessage()
        clean = self.clean(said)
        if clean != said:
            record.msg, record.args = clean, None
        if record.exc_info and not record.exc_text:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        if record.exc_text:
            record.exc_text = self.clean(record.exc_text)
        if record.stack_info:
            record.stack_info = self.clean(record.stack_info)
        return True

    def clean(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, HIDDEN)
        return text


def redact_logs(secrets: Iterable[str], root: logging.Logger | None = None) -> Redact:
    """Put the filter on every handler of the root logger; httpx, which logs addresses, is told to be quiet."""
    redact = Redact(secrets)
    for handler in (root or logging.getLogger()).handlers:
        handler.addFilter(redact)
    logging.getLogger("httpx").setLevel(logging.WARNING)
    return redact
