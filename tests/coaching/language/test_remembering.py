"""Is a text read once, and the same as if it had been read anew?"""

from datetime import date

from bot.coaching.language.intents import Outcome
from bot.coaching.language.log_line import LogContext
from bot.coaching.language.remembering import LONGEST, MOST, remember
from bot.domain.units import Unit
from tests.journeys.people import coach

DAY = date(2026, 3, 2)


class Loud:
    """A reader that counts."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def __call__(self, text: str) -> str:
        self.read.append(text)
        return text.upper()


def test_what_was_read_is_not_read_again() -> None:
    loud = Loud()
    shout = remember(loud)
    assert [shout("a row"), shout("a row"), shout("a pull")] == ["A ROW", "A ROW", "A PULL"]
    assert loud.read == ["a row", "a pull"]


def test_what_is_long_or_was_long_ago_is() -> None:
    loud = Loud()
    shout = remember(loud)
    for text in ("x" * (LONGEST + 1), "first", *map(str, range(MOST)), "first", "x" * (LONGEST + 1)):
        shout(text)
    assert len(loud.read) == MOST + 4


def test_what_else_it_was_read_with_counts() -> None:
    def both(text: str, of: int) -> tuple[str, int]:
        return text, of

    again = remember(both)
    assert [again("it", 1), again("it", 2), again("it", 1)] == [("it", 1), ("it", 2), ("it", 1)]


def test_a_reader_that_takes_tokens_away_leaves_the_next_one_all() -> None:
    """The readers of a log line work on their own list."""
    reader, said = coach().log_reader, "row 80x8 yesterday"
    context = LogContext(Unit.KG, DAY)
    first = reader.read(said, context)
    assert reader.looking_back.without_date(said, DAY) == reader.looking_back.without_date(said, DAY)
    assert reader.read(said, context) == first


def test_one_that_is_surer_of_itself_does_not_say_what_the_other_did() -> None:
    understander, asked = coach().understander, "what does the deadlift work"
    taken = understander.understand(asked)
    never = {"answer": 0.9999, "ahead": 10**9, "offer": 0.9999, "named": 0.9999, "offered": 0.9999}
    wary = understander.with_thresholds(understander.language.thresholds.model_copy(update=never))
    assert (taken.outcome, wary.understand(asked).outcome) == (Outcome.ANSWER, Outcome.UNKNOWN)
    assert understander.understand(asked) == taken
