"""Do the systemd units say what systemd understands, shut in, and with time to stop?"""

import shlex
import shutil
import subprocess
import sys
from configparser import ConfigParser, SectionProxy
from pathlib import Path

import pytest

from bot.__main__ import parser
from bot.settings import Settings
from tests.deploy.project import DEPLOY, ROOT

UNITS = ("backcoach.service", "backcoach-backup.service", "backcoach-backup.timer")
needs_systemd = pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not here")


def section(unit: str, name: str) -> SectionProxy:
    read = ConfigParser(strict=False, interpolation=None)
    read.optionxform = str  # type: ignore[assignment,method-assign]
    read.read(DEPLOY / unit)
    return read[name]


def test_the_unit_starts_the_coach_with_its_settings() -> None:
    service = section("backcoach.service", "Service")
    _, module, name, *words = shlex.split(service["ExecStart"])
    assert (module, name) == ("-m", "bot")
    assert parser().parse_args(words).command == "run"
    assert service["EnvironmentFile"] == service["WorkingDirectory"] + "/.env"
    assert service["User"] != "root"


def test_the_coach_may_take_longer_to_stop_than_it_asks_for_and_comes_back_when_it_fails() -> None:
    service = section("backcoach.service", "Service")
    assert int(service["TimeoutStopSec"]) > Settings.model_fields["stop_grace"].default * 2
    assert service["Restart"] == "on-failure"
    # What `python -m bot` ends with when a setting is wrong.
    assert service["RestartPreventExitStatus"] == "2"


@pytest.mark.parametrize("unit", [unit for unit in UNITS if unit.endswith(".service")])
def test_it_writes_only_to_its_state(unit: str) -> None:
    service = section(unit, "Service")
    assert service["ProtectSystem"] == "strict"
    assert service["StateDirectory"] == "backcoach"
    assert "ReadWritePaths" not in service
    assert service["NoNewPrivileges"] == "yes"
    assert service["CapabilityBoundingSet"] == ""


def test_the_backup_unit_runs_the_script_into_the_state() -> None:
    service = section("backcoach-backup.service", "Service")
    shell, script, folder, keep = shlex.split(service["ExecStart"])
    assert shell == "/bin/sh"
    assert (ROOT / script).is_file()
    assert folder.startswith("/var/lib/backcoach/")
    assert int(keep) > 0


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """The units as they are once installed, but here."""
    for unit in UNITS:
        text = (DEPLOY / unit).read_text()
        here = text.replace("/opt/backcoach/.venv/bin/python", sys.executable).replace("/opt/backcoach", str(ROOT))
        (tmp_path / unit).write_text(here)
    return tmp_path


@needs_systemd
@pytest.mark.parametrize("unit", UNITS)
def test_systemd_finds_no_fault_in_it(unit: str, installed: Path) -> None:
    found = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", installed / unit], capture_output=True, text=True, check=False
    )
    assert (found.returncode, found.stderr) == (0, "")
