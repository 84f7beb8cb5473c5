"""What is said to the bots? Questions, sets, cards: many people, no message the same as the one before."""

from collections.abc import Callable, Sequence
from functools import cache

from tests.bench.understanding import sentences

QUESTIONS = (
    "how do I do a bent-over row",
    "what does the deadlift work?",
    "common mistakes on pull-ups",
    "how many sets of lat pulldowns should i do",
    "which grip for the seated cable row",
    "what are the rhomboids",
    "is there an easier way to do pullups",
    "what can I do instead of a one arm dumbbell row",
    "why should I train my back",
    "how do i breathe in the deadlft",
)

Says = Sequence[tuple[int, str]]
Load = Callable[[int, Sequence[int], int], Says]
"""(how many, who, which round) -> messages."""


def _turns(count: int, people: Sequence[int], word: Callable[[int], str]) -> Says:
    return [(people[number % len(people)], word(number)) for number in range(count)]


def echoes(count: int, people: Sequence[int], turn: int) -> Says:
    return _turns(count, people, lambda number: f"message {turn}.{number}")


def questions(count: int, people: Sequence[int], turn: int) -> Says:
    return _turns(count, people, lambda number: QUESTIONS[(number + turn) % len(QUESTIONS)])


@cache
def _sentences() -> Sequence[str]:
    return tuple(dict.fromkeys(sentences()))


def new_questions(count: int, people: Sequence[int], turn: int) -> Says:
    """The sentences of the tests, one after the other: none was asked of this process before, or long ago."""
    said = _sentences()
    return _turns(count, people, lambda number: said[(number + turn * count) % len(said)])


def sets(count: int, people: Sequence[int], turn: int) -> Says:
    return _turns(count, people, lambda number: f"lat pulldown {40 + (number + turn) % 40} kg x {6 + number % 7}")


def sets_in_a_session(count: int, people: Sequence[int], turn: int) -> Says:
    """The first round opens a session for everybody."""
    return sets(count, people, turn) if turn else _turns(len(people), people, lambda _: "/workout")


def cards(count: int, people: Sequence[int], _: int) -> Says:
    return _turns(count, people, lambda _: "/workout")
