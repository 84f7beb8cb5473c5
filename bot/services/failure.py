"""Where did something fail? Kinds of error and the places that they came by, in one line.

Not what an error says: it may be what somebody wrote.
"""

import traceback
from collections.abc import Iterator
from pathlib import Path

BREAK = " | "
"""Stands for an end of line inside of an event."""
DEEPEST = 12
"""Places of one error that are told, the innermost."""


def trace(fault: BaseException | None) -> str:
    """Kinds of error and the places that they came by, outermost first. Not what they say: it may be what somebody
    wrote."""
    return BREAK.join(_links(fault))


def _links(fault: BaseException | None) -> Iterator[str]:
    seen: set[int] = set()
    while fault is not None and id(fault) not in seen:
        seen.add(id(fault))
        frames = traceback.extract_tb(fault.__traceback__)[-DEEPEST:]
        places = " > ".join(f"{Path(one.filename).name}:{one.lineno} {one.name}" for one in frames)
        yield f"{type(fault).__name__} at {places}" if places else type(fault).__name__
        fault = fault.__cause__ or (None if fault.__suppress_context__ else fault.__context__)
