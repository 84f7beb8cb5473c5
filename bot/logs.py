"""What does a line of the log look like? One line an event, plain or JSON; ids, and never an error's own words.

A call names what it tells of: `logger.warning("update %(update)s is late", {"update": 7})`. Plain, that is the
sentence; as JSON, `update` is a field beside it.
"""

import json
import logging
import sys
from collections.abc import Mapping
from datetime import UTC, datetime

from bot.services.failure import BREAK, trace

__all__ = ["JsonLines", "PlainLines", "trace", "write_logs"]

OURS = "bot"


def _event(record: logging.LogRecord) -> str:
    """Its sentence. Of what libraries say only the first line: the others show objects, errors among them."""
    said = record.getMessage()
    if not record.name.startswith(OURS):
        return said.partition("\n")[0]
    return BREAK.join(said.splitlines())


def _trace_of(record: logging.LogRecord) -> str:
    return trace(record.exc_info[1]) if record.exc_info else ""


class PlainLines(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        told = f"{self.formatTime(record)} {record.levelname} {record.name}: {_event(record)}"
        where = _trace_of(record)
        return f"{told}{BREAK}{where}" if where else told


class JsonLines(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "event": _event(record),
        }
        if isinstance(record.args, Mapping):
            line = {**record.args, **line}
        where = _trace_of(record)
        if where:
            line["trace"] = where
        return json.dumps(line, default=str)


def write_logs(level: str, form: str) -> None:
    """To standard error, for the whole process. Libraries are held to warnings: at DEBUG they show what goes over the
    wire and into the database, with every word of it."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines() if form == "json" else PlainLines())
    root = logging.getLogger()
    if not root.handlers:
        root.addHandler(handler)
    root.setLevel(max(logging.WARNING, logging.getLevelNamesMapping()[level]))
    logging.getLogger(OURS).setLevel(level)
    # what fails in the wake of an error, once for each; the error itself is told of
    logging.getLogger("psycopg").setLevel(logging.ERROR)
    logging.getLogger("apscheduler.scheduler").setLevel(logging.ERROR)  # a look may take longer than a tick
