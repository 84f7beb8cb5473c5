"""Does .env.example explain every setting, in the order of Settings, with the value that it has by default?"""

import re

import pytest

from bot.settings import Settings
from tests.deploy.project import ROOT

EXAMPLE = ROOT / ".env.example"
SETTING = re.compile(r"(?:# )?([A-Z][A-Z_]*)=(.*)")


def test_it_names_every_setting_once_and_in_order() -> None:
    named = [found[1] for line in EXAMPLE.read_text().splitlines() if (found := SETTING.fullmatch(line))]
    assert named == [name.upper() for name in Settings.model_fields]


def test_a_line_of_explanation_stands_above_each() -> None:
    lines = EXAMPLE.read_text().splitlines()
    for above, line in zip(["", *lines], lines, strict=False):
        if SETTING.fullmatch(line):
            assert re.match(r"# \w.{15,}\.|# \w.{15,}_ -$", above), f"nothing explains {line}"
            assert not SETTING.fullmatch(above), f"the line above {line} is another setting"


def test_copied_as_it_is_it_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    assert Settings(_env_file=EXAMPLE) == Settings(_env_file=None)
