"""Does the command menu keep to what Telegram takes?"""

import re

from bot.chat.routes import COMMANDS, DESCRIPTION, MENU, SHORT_DESCRIPTION


def test_the_menu_fits() -> None:
    assert len(MENU) == len(COMMANDS) <= 100
    for entry in MENU:
        assert re.fullmatch(r"[a-z0-9_]{1,32}", entry["command"])
        assert 1 <= len(entry["description"]) <= 256
    assert len(DESCRIPTION) <= 512
    assert len(SHORT_DESCRIPTION) <= 120


def test_every_command_of_the_first_days_is_there() -> None:
    names = {command.name for command in COMMANDS}
    assert names >= {"start", "help", "workout", "log", "undo", "history", "exercises", "muscles", "settings", "cancel"}
    assert names >= {"privacy", "remind"}
