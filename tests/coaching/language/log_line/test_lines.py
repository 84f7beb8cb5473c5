"""Is each line of `lines.yaml` kept, asked about or left alone, as the conventions have it?"""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.coaching.language.log_line import Action
from tests.coaching.language.log_line.lines import read, written

SECTIONS: dict[str, list[dict[str, Any]]] = yaml.safe_load(Path(__file__).with_name("lines.yaml").read_text("utf-8"))
LINES = [(section, line) for section, lines in SECTIONS.items() for line in lines]
FIELDS = {"says", "card", "unit", "kept", "day", "asks", "none"}
LABELS = {"kept", "asks", "none"}


@pytest.mark.parametrize(("section", "line"), LINES)
def test_lines(section: str, line: dict[str, Any]) -> None:
    reading = read(line["says"], line.get("card"), line.get("unit", "kg"))
    day: date | None = line.get("day")
    expected = line.get("kept") or (Action.ASK if "asks" in line else Action.NONE).value
    assert (written(reading), reading.day) == (expected, day), (section, reading.question, reading.trace)
    assert (reading.action is Action.RECORD) == ("kept" in line)


def test_every_line_has_one_label_and_stands_once() -> None:
    assert [line for _, line in LINES if not line.keys() <= FIELDS or len(line.keys() & LABELS) != 1] == []
    said = [(line["says"], line.get("card"), line.get("unit")) for _, line in LINES]
    assert len(set(said)) == len(said) > 250
