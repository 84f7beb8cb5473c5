"""Where did something fail? In a few words, without the error's own, which may hold what somebody wrote."""

import logging
import traceback
from pathlib import Path

from bot.domain.errors import StorageUnavailable

logger = logging.getLogger(__name__)

OURS = str(Path(__file__).parents[1])


def where(fault: BaseException) -> str:
    """As in `KeyError at remind.py:67`: the last place that is ours."""
    frames = traceback.extract_tb(fault.__traceback__)
    ours = [frame for frame in frames if frame.filename.startswith(OURS)] or frames
    return type(fault).__name__ + (f" at {Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else "")


class Failing:
    """Does something fail again and again? One line in the log for each change of why."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._why: str | None = None

    def failed(self, fault: Exception) -> None:
        why = str(fault) if isinstance(fault, StorageUnavailable) else where(fault)
        if why != self._why:
            logger.error(
                "%(what)s are not looked at (%(why)s); trying again until it works", {"what": self._what, "why": why}
            )
        self._why = why

    def works(self) -> None:
        if self._why is not None:
            logger.warning("%(what)s are looked at again", {"what": self._what})
        self._why = None
