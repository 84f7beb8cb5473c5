"""Is the coach in this container well? Its database answers; by webhook, it also says itself that it takes updates.

By polling nothing listens, so a Telegram that cannot be reached shows in the log and not here.
"""

import sys
from http.client import HTTPConnection, HTTPException
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bot.__main__ import main
from bot.settings import SettingFault, load_settings

PATIENCE = 5
EVERYWHERE = {"0.0.0.0": "127.0.0.1", "[::]": "::1"}


def webhook_answers(listen: str) -> bool:
    host, _, port = listen.rpartition(":")
    connection = HTTPConnection(EVERYWHERE.get(host, host), int(port), timeout=PATIENCE)
    try:
        connection.request("GET", "/health")
        return connection.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def health() -> int:
    try:
        settings = load_settings()
    except SettingFault as fault:
        sys.exit(str(fault))
    if settings.webhook_url and not webhook_answers(settings.webhook_listen):
        sys.exit(f"nothing answers on {settings.webhook_listen}/health that it takes updates")
    return main(["db", "current"])


if __name__ == "__main__":
    sys.exit(health())
