"""How does a lifter take everything along? As JSON, a row a line, written as it is read."""

from collections.abc import Iterator

import orjson

from bot.domain.athlete import Athlete
from bot.services.ports import Work


def export_all(work: Work, athlete: Athlete) -> Iterator[bytes]:
    """The pieces of one JSON object: under the name of each table a list of its rows."""
    before = b"{"
    for table, rows in work.athletes.everything(athlete.id):
        yield before + b"\n" + orjson.dumps(table) + b": ["
        between = b"\n"
        for row in rows:
            yield between + orjson.dumps(row)
            between = b",\n"
        yield b"]"
        before = b","
    yield b"\n}\n"
