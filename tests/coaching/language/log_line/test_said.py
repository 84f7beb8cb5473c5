"""Is what other people wrote down read as they meant it?

Each file of `said/` was written by somebody who had not seen the reader, labelled by the conventions, and scored once
before anybody read it; what was missed then was mended. `open` marks a line that is still asked about, or left alone.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.commands.parse import predictions
from tests.coaching.language.log_line.lines import READER, TODAY
from tests.knowledge import KNOWLEDGE

FILES = sorted((Path(__file__).parent / "said").glob("*.jsonl"))
RECORDS = [json.loads(line) for file in FILES for line in file.read_text("utf-8").splitlines()]
ACTION = {"log": "record", "not_a_log": "none", "ambiguous": "ask", "correction": "correct"}
MOST_OPEN = 0.04
WRITING = ("record", "correct")


def answered(record: dict[str, Any]) -> dict[str, Any]:
    asked = {"text": record["text"], "context": record["context"]}
    return next(predictions([json.dumps(asked)], READER, KNOWLEDGE, TODAY))


def plain(sets: list[dict[str, Any]]) -> list[str]:
    return sorted(json.dumps(one, sort_keys=True) for one in sets)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record["id"])
def test_what_was_said(record: dict[str, Any]) -> None:
    answer = answered(record)
    if "open" in record:
        assert answer["action"] == record["open"] not in WRITING, answer
        return
    assert answer["action"] == ACTION[record["kind"]], answer
    if answer["action"] in WRITING:
        assert (plain(answer["sets"]), answer["date"]) == (plain(record["sets"]), record.get("date")), answer["trace"]


def test_few_lines_are_still_open() -> None:
    assert len(RECORDS) >= 830
    assert sum("open" in record for record in RECORDS) <= MOST_OPEN * len(RECORDS)
    assert len({record["id"] for record in RECORDS}) == len(RECORDS)
