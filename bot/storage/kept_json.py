"""How is JSON kept that another version of the coach may read or have written? It is read whole, or not at all.

A field that this version does not know, and one that is missing, may be what hurts: neither is guessed. A field that
comes later is named in `later`. It is left out of what is written as long as it says what was so before there was one,
so that an older version, which runs beside this one while replicas are restarted, reads every row that does not need
it; and where it is missing, what was so before is so.
"""

import logging
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Any, Generic, TypeVar

import orjson
from pydantic import TypeAdapter, ValidationError

logger = logging.getLogger(__name__)

T = TypeVar("T")
MOST_NAMED = 3
REMEMBERED = 128
"""Values that were read last: a turn reads the same plan several times, and each set of a session all its advice."""


class _Strange(Exception):
    """Of another version. Its arguments are the places."""


class Kept(Generic[T]):
    """Values of one shape as JSON. `later`: the places of fields that came later ("wishes.loved"); each has a default,
    which is what was so before it came. Places in lists have no number in them."""

    def __init__(self, shape: type[T], later: Collection[str] = ()) -> None:
        self._shape = TypeAdapter(shape)
        self._later = frozenset(later)
        self._known = lru_cache(maxsize=REMEMBERED)(self._whole)

    def write(self, value: T) -> Any:
        body = self._shape.dump_python(value, mode="json")
        short = self._shape.dump_python(value, mode="json", exclude_defaults=True)
        return self._without(body, short) if self._later else body

    def read(self, body: Any, what: str) -> T | None:
        """None for what this version does not understand: whoever asks goes on without it, and the row stays as it is.
        `what` names the row in the log."""
        try:
            return self._known(orjson.dumps(body))
        except _Strange as strange:
            named = ", ".join(strange.args[:MOST_NAMED])
        logger.warning(
            "%(what)s is of another version and is passed over (%(places)s)", {"what": what, "places": named}
        )
        return None

    def _whole(self, said: bytes) -> T:
        """Raises _Strange."""
        body = orjson.loads(said)
        try:
            value = self._shape.validate_python(body)
        except ValidationError as fault:
            raise _Strange(
                *(".".join(map(str, error["loc"])) for error in fault.errors(include_input=False))
            ) from fault
        places = list(self._strange(body, self._shape.dump_python(value, mode="json")))
        if places:
            raise _Strange(*places)
        return value

    def _without(self, body: Any, short: Any, at: str = "") -> Any:
        """The body without later fields that `short`, which has no defaults, does not have."""
        if isinstance(body, dict):
            said = short if isinstance(short, dict) else {}
            return {
                key: self._without(one, said.get(key), f"{at}{key}.")
                for key, one in body.items()
                if key in said or f"{at}{key}" not in self._later
            }
        if isinstance(body, list):
            others = short if isinstance(short, list) else [None] * len(body)
            return [self._without(one, other, at) for one, other in zip(body, others, strict=True)]
        return body

    def _strange(self, body: Any, whole: Any, at: str = "") -> Iterator[str]:
        """Where a body has a field too many, or too few, beside the same written by this version."""
        if isinstance(body, dict) and isinstance(whole, dict):
            yield from (
                f"{at}{key}" for key in body.keys() ^ whole.keys() if key in body or f"{at}{key}" not in self._later
            )
            for key in body.keys() & whole.keys():
                yield from self._strange(body[key], whole[key], f"{at}{key}.")
        elif isinstance(body, list) and isinstance(whole, list):
            for one, other in zip(body, whole, strict=False):
                yield from self._strange(one, other, at)
