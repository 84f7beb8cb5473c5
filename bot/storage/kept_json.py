"""How is JSON read that another version of the coach may have written? Whole, or not at all."""

import logging
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

logger = logging.getLogger(__name__)

T = TypeVar("T")


def read_back(shape: TypeAdapter[T], body: Any, what: str) -> T | None:
    """None for what this version does not understand (a word that a newer one has, or an older one had): whoever asks
    goes on without it, and the row stays as it is. `what` names the row in the log."""
    try:
        return shape.validate_python(body)
    except ValidationError as fault:
        places = ", ".join(".".join(map(str, error["loc"])) for error in fault.errors(include_input=False)[:3])
        logger.warning(
            "%(what)s is of another version and is passed over (%(places)s)", {"what": what, "places": places}
        )
        return None
