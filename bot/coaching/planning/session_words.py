"""What do words say of the session that runs? "taken", "the rack is busy", "no cable", "only 30 minutes"."""

import re
from dataclasses import dataclass

from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.planning.shortening import SHORT_MINUTES
from bot.coaching.planning.wish_words import named_pieces
from bot.domain.planning import MINUTES

_BUSY = r"(?:taken|busy|occupied|in use|being used|full|broken|out of order|not free|gone|missing)"
_STATE = rf"(?:(?:is|are|was|'?s|all|still|currently)\s+)*{_BUSY}"
_THING = r"(?:(?:the|that|this|my|all|every)\s+)?(?P<thing>[a-z][a-z \-]{1,40}?)"
_TAKEN = re.compile(rf"(?:it(?:'s| is)?|that(?:'s| is)?)?\s*(?:all\s+)?{_BUSY}(?: right now| now| today)?")
_THING_TAKEN = re.compile(rf"{_THING}(?:\s+|(?='s)){_STATE}(?: right now| now| today)?")
_SOMEONE = re.compile(rf"(?:someone|somebody)(?:'s| is) (?:on|using|at) (?:it|{_THING})")
_NONE_HERE = re.compile(rf"(?:there(?:'s| is) |i have |we have )?no {_THING}(?: here| today| free| left)?")
_SHORT = re.compile(
    r"(?:i'?m )?(?:short on time|in a hurry|no time(?: today)?|(?:make it |the )?short(?:er)?(?: version| one)?)"
)
_MINUTES = re.compile(
    r"(?:i(?:'ve| have)? (?:only )?(?:have |got )?|only |just |the )?(?P<minutes>\d{2}) ?(?:min|mins|minutes?)"
    r"(?: left| today| version| session| only| to go)*"
)
_WHATEVER = frozenset({"it", "bar", "machine", "station", "spot", "place", "equipment", "weights"})
"""What is on the card, whatever it is."""


@dataclass(frozen=True, slots=True)
class Taken:
    """`pieces` are equipment that is busy or not there; empty: what the exercise on the card needs."""

    pieces: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Short:
    minutes: int


def read_session_words(said: str, knowledge: Knowledge) -> Taken | Short | None:
    """None for whatever says nothing of that, wholly and alone."""
    text = " ".join(said.lower().replace("’", "'").split()).strip(" .!")
    if _SHORT.fullmatch(text):
        return Short(SHORT_MINUTES)
    minutes = _MINUTES.fullmatch(text)
    if minutes is not None:
        return Short(min(max(int(minutes["minutes"]), MINUTES.start // 2), MINUTES.stop - 1))
    if _TAKEN.fullmatch(text):
        return Taken()
    for pattern in (_THING_TAKEN, _SOMEONE, _NONE_HERE):
        found = pattern.fullmatch(text)
        if found is not None:
            return _of_thing(found.groupdict().get("thing"), knowledge)
    return None


def _of_thing(thing: str | None, knowledge: Knowledge) -> Taken | None:
    """A piece by its name, a lift by its, or a word such as "machine" for what the card needs."""
    if thing is None or thing in _WHATEVER:
        return Taken()
    pieces = named_pieces(thing, knowledge)
    return Taken(pieces) if pieces else None
