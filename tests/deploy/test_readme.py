"""Does deploy/README.md name only files, commands and settings that exist?"""

import re
import shlex

import pytest

from bot.__main__ import parser
from bot.settings import Settings
from tests.deploy.project import DEPLOY, ROOT

TEXT = (DEPLOY / "README.md").read_text()
COMMANDS = re.findall(r"-m bot ([a-z][\w .-]*)", TEXT) + re.findall(r"(?:/data backcoach|--rm bot) ([a-z ]+)", TEXT)


@pytest.mark.parametrize("words", sorted(set(COMMANDS)))
def test_a_command_is_understood(words: str) -> None:
    assert parser().parse_args(shlex.split(words)).command


def test_it_names_commands() -> None:
    assert len(COMMANDS) >= 6


def test_files_are_there() -> None:
    named = set(re.findall(r"\bdeploy/[\w.-]+\w", TEXT)) | {
        f"deploy/{name}" for name in re.findall(r"-f (compose\S+)", TEXT)
    }
    assert "deploy/backup.sh" in named
    made_by_the_operator = {"deploy/.env"}
    missing = [name for name in named - made_by_the_operator if not (ROOT / name).exists()]
    assert not missing


def test_settings_are_settings() -> None:
    named = set(re.findall(r"\b([A-Z]+_[A-Z_]+)\b", TEXT))
    assert "STOP_GRACE" in named
    assert named - {name.upper() for name in Settings.model_fields} == {"POSTGRES_PASSWORD"}


def test_what_it_says_about_ports_and_stopping_is_so() -> None:
    grace = re.search(r"wait (\d+) seconds", TEXT)
    assert grace is not None
    assert f"TimeoutStopSec={grace[1]}" in (DEPLOY / "backcoach.service").read_text()
    assert f"stop_grace_period: {grace[1]}s" in (DEPLOY / "compose.yaml").read_text()
    assert f"--stop-timeout {grace[1]}" in TEXT


def test_what_the_service_may_not_write_is_compiled_at_its_installation_and_at_each_upgrade() -> None:
    assert "PYTHONDONTWRITEBYTECODE=1" in (DEPLOY / "backcoach.service").read_text()
    upgrade = TEXT.index("## Upgrade")
    assert all("-m compileall -q bot" in part for part in (TEXT[:upgrade], TEXT[upgrade:]))
