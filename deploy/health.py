"""Is the coach in this container well? It says itself whether its database answers and updates come in.

Where HEALTH_LISTEN is emptied nobody can be asked, and what is looked at is the database alone.
"""

import sys
from http.client import HTTPConnection, HTTPException
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bot.__main__ import main
from bot.settings import SettingFault, load_settings

PATIENCE = 10
EVERYWHERE = {"0.0.0.0": "127.0.0.1", "[::]": "::1"}


def answer(listen: str) -> str | None:
    """What /ready says where it is not ready, or why it says nothing; None where all is well."""
    host, _, port = listen.rpartition(":")
    connection = HTTPConnection(EVERYWHERE.get(host, host).strip("[]"), int(port), timeout=PATIENCE)
    try:
        connection.request("GET", "/ready")
        response = connection.getresponse()
        said = response.read().decode("utf-8", "replace")
    except (OSError, HTTPException):
        return f"nothing answers on {listen}/ready"
    finally:
        connection.close()
    return None if response.status == 200 else said


def health() -> int:
    try:
        settings = load_settings()
    except SettingFault as fault:
        sys.exit(str(fault))
    if settings.health_listen is None:
        return main(["db", "current"])
    wrong = answer(settings.health_listen)
    if wrong is not None:
        sys.exit(wrong)
    return 0


if __name__ == "__main__":
    sys.exit(health())
