"""What was read a moment ago? Several readers look at one message, and most questions were asked before."""

from collections.abc import Callable, Hashable, Sized
from functools import lru_cache
from typing import Protocol, TypeVar, TypeVarTuple

MOST = 256
LONGEST = 160
"""Letters of a text, or words of a sentence; what is longer is rare, dear to keep, and read anew."""


class Said(Hashable, Sized, Protocol):
    """A text, or its words."""


S = TypeVar("S", bound=Said)
A = TypeVarTuple("A")
R = TypeVar("R")


def remember(read: Callable[[S, *A], R]) -> Callable[[S, *A], R]:
    """The same reading, kept for the last few. What it gives back must be unchangeable, and follow from what it is
    given alone."""
    kept = lru_cache(maxsize=MOST)(read)

    def reading(said: S, /, *args: *A) -> R:
        return kept(said, *args) if len(said) <= LONGEST else read(said, *args)

    return reading
