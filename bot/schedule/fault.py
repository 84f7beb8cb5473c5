"""Where did something fail? In a few words, without the error's own, which may hold what somebody wrote."""

import traceback
from pathlib import Path

OURS = str(Path(__file__).parents[1])


def where(fault: BaseException) -> str:
    """As in `KeyError at remind.py:67`: the last place that is ours."""
    frames = traceback.extract_tb(fault.__traceback__)
    ours = [frame for frame in frames if frame.filename.startswith(OURS)] or frames
    return type(fault).__name__ + (f" at {Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else "")
