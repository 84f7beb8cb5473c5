"""How does a long-running command run and end? Logs set up, and trouble an operator can mend told in a sentence."""

import argparse
import asyncio
import gc
import logging
import sys
from collections.abc import Coroutine
from typing import Any, TypeAlias

from bot.coaching.knowledge.faults import KnowledgeFault
from bot.settings import SettingFault, Settings

logger = logging.getLogger(__name__)

SWITCH_SECONDS = 0.002
"""How soon the database thread hands over to the loop, which has a reply to send: under half of Python's own interval,
and a third more replies a second (`make bench`)."""

MAY_PASS = 1
MENDED_BY_HAND = 2
"""Starting again would change nothing: a service manager should leave it (as for a wrong setting)."""

Subparsers: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def until_stopped(settings: Settings, token: str, main: Coroutine[Any, Any, None]) -> int:
    """Run to the end, with the fast loop where there is one; the exit code."""
    # Nearly all that is made while code and knowledge are read stays: to look for what does not is a quarter of the
    # start. bot.app.serve has it looked for again.
    gc.disable()
    from bot.app import set_up_logs

    set_up_logs(settings, *secrets(settings, token))
    try:
        return _run(main)
    except SettingFault:
        raise
    # The border to the system: the last words of a process must not be those of an error, which may be somebody's.
    except Exception:
        logger.critical("the coach ends by an error", exc_info=True)
        return MAY_PASS
    finally:
        gc.enable()


def _run(main: Coroutine[Any, Any, None]) -> int:
    from bot.delivery.refusals import CannotListen, TokenRefused
    from bot.domain.errors import StorageUnavailable
    from bot.storage.engine import DatabaseRefused

    try:
        with asyncio.Runner(loop_factory=_fast_loop()) as runner:
            sys.setswitchinterval(SWITCH_SECONDS)
            runner.run(main)
    except KnowledgeFault as fault:
        print(f"The knowledge base has faults, so the coach does not start:\n{fault}", file=sys.stderr)
        return MENDED_BY_HAND
    except StorageUnavailable as away:
        print(f"The database cannot be used: {away}. Check DATABASE_URL and start again.", file=sys.stderr)
    except DatabaseRefused as refused:
        print(f"The database cannot be used: {refused}.", file=sys.stderr)
        return MENDED_BY_HAND
    except TokenRefused as refused:
        print(f"{refused}.", file=sys.stderr)
        return MENDED_BY_HAND
    except CannotListen as taken:
        print(f"{taken}.", file=sys.stderr)
    except OSError as fault:
        print(f"The coach cannot listen or write where it is told to: {fault.strerror or fault}.", file=sys.stderr)
    else:
        return 0
    return MAY_PASS


def secrets(settings: Settings, token: str) -> list[str]:
    """What must never be seen in a log."""
    account = settings.database_url.get_secret_value().partition("://")[2].rpartition("@")[0]
    hook = settings.webhook_secret.get_secret_value() if settings.webhook_secret else ""
    return [token, hook, account.partition(":")[2]]


def _fast_loop() -> Any:
    if sys.platform == "win32":
        return None
    from uvloop import new_event_loop

    return new_event_loop
