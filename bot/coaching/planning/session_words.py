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
_LONGER = re.compile(
    r"(?:(?:i|we)(?:'?ve| have)? (?:got )?|there(?:'s| is) )?(?:some |a bit )?more time(?: after all| now| today)+"
)
_ONE_HOUR = r"(?:an? |one |1 ?)?(?:h|hr|hour)"
_TIME = (
    r"(?:(?P<minutes>\d{1,3}) ?(?:min|mins|minutes?)"
    r"|(?P<hours>\d(?:\.\d)?|one|two) ?(?:h|hrs?|hours?)"
    r"|(?P<quarter>(?:a )?quarter of an hour)|(?P<half>half an? hour|(?:a )?half hour)"
    r"|(?P<three>(?:a )?three quarters of an hour)"
    rf"|(?P<long>{_ONE_HOUR} and a half)"
    rf"|(?P<and>{_ONE_HOUR}) ?(?:and )?(?P<more>\d{{1,2}})(?: ?(?:m|min|mins|minutes?))?"
    r"|(?P<hour>an? hour|hour))"
)
_HAVING = re.compile(
    r"(?P<before>(?:i(?:'?ve| have)?|we(?:'ve| have)?) (?:only |just )?(?:have |had |got )?|there(?:'s| is) )?"
    rf"(?P<little>only |just |the )?(?:about |around )?(?:an? )?(?=\S){_TIME}"
    r"(?P<behind>(?: left| today| version| session| only| to go| max| tops| now| to train| for this| after all| more)*)"
)
_PARTS = {"quarter": 15, "half": 30, "three": 45, "hour": 60, "long": 90}
_NUMBERS = {"one": 1.0, "two": 2.0}
_WHATEVER = frozenset({"it", "bar", "machine", "station", "spot", "place", "equipment", "weights"})
"""What is on the card, whatever it is."""


@dataclass(frozen=True, slots=True)
class Taken:
    """`pieces` are equipment that is busy or not there; empty: what the exercise on the card needs."""

    pieces: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Short:
    """`told`: that it is all the time there is, and not only a time."""

    minutes: int
    told: bool = True


def read_session_words(said: str, knowledge: Knowledge) -> Taken | Short | None:
    """None for whatever says nothing of that, wholly and alone."""
    text = " ".join(said.lower().replace("’", "'").split()).strip(" .!")
    if _SHORT.fullmatch(text):
        return Short(SHORT_MINUTES, told=not text.startswith("no time"))
    if _LONGER.fullmatch(text):
        return Short(MINUTES.stop - 1, told=False)
    found = _HAVING.fullmatch(text)
    minutes = _minutes_left(found) if found is not None else None
    if found is not None and minutes is not None:
        told = minutes >= MINUTES.start // 2 and any(found[part] for part in ("before", "little", "behind"))
        return Short(min(max(minutes, MINUTES.start // 2), MINUTES.stop - 1), told=told)
    if _TAKEN.fullmatch(text):
        return Taken()
    for pattern in (_THING_TAKEN, _SOMEONE, _NONE_HERE):
        found = pattern.fullmatch(text)
        if found is not None:
            return _of_thing(found.groupdict().get("thing"), knowledge)
    return None


def _minutes_left(found: re.Match[str]) -> int | None:
    """ "45 min", "an hour", "I have an hour and a half"; a bare "2 min" may be a hold, and is none."""
    if found["minutes"]:
        told = len(found["minutes"]) > 1 or found["before"] or found["little"] or found["behind"]
        return int(found["minutes"]) if told else None
    if found["hours"]:
        return round(60 * (_NUMBERS.get(found["hours"]) or float(found["hours"])))
    if found["and"]:
        return 60 + int(found["more"])
    return next(minutes for part, minutes in _PARTS.items() if found[part])


def _of_thing(thing: str | None, knowledge: Knowledge) -> Taken | None:
    """A piece by its name, a lift by its, or a word such as "machine" for what the card needs."""
    if thing is None or thing in _WHATEVER:
        return Taken()
    pieces = named_pieces(thing, knowledge)
    return Taken(pieces) if pieces else None
