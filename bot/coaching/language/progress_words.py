"""Which plain messages ask for a picture of progress, or a best, and of what? "my deadlift progress", "my best row".

Only a whole message of this form is one: "how do I progress in the deadlift" stays a question.
"""

import re
from enum import Enum, auto

PLEASE = r"(?:(?:please|can you|could you) )?"
SHOW = r"(?:(?:show|draw|see|plot|give)(?: me)? )?"
MINE = r"(?:(?:my|the|a|of) )*"
PICTURE = r"(?:progress|charts?|graphs?)"
BEFORE = re.compile(rf"{PLEASE}{SHOW}{MINE}(?P<said>.+?) (?:progress )?{PICTURE}(?: please)?")
BEHIND = re.compile(rf"{PLEASE}{SHOW}{MINE}{PICTURE} (?:of|for|on|in) {MINE}(?P<said>.+?)(?: please)?")
BEST = r"(?:(?:all time |personal )?(?:best|record|pr|pb|max)s?|1 ?rm|one rep max|heaviest)"
ASKED = r"(?:(?:what(?:'?s| is| was| are)|show(?: me)?|how (?:much|heavy) is) )?"
BEST_OF = re.compile(rf"{ASKED}(?:my|the) {BEST}(?: ever)?(?: (?:on|in|at|for|of))?(?: the| my)? (?P<said>.+?)")
OF_BEST = re.compile(rf"{ASKED}(?:my|the) (?P<said>.+?) {BEST}(?: ever)?")
EVERY_BEST = re.compile(rf"{ASKED}my {BEST}(?: ever)?")
LONGEST = 60


class Drawn(Enum):
    VOLUME = auto()
    WEIGHT = auto()
    CALENDAR = auto()
    ROAD = auto()


NAMED = {
    Drawn.VOLUME: ("sets", "weekly sets", "volume", "weekly volume", "hard sets", "sets a week", "sets per week"),
    Drawn.WEIGHT: ("weight", "body weight", "bodyweight", "bw"),
    Drawn.CALENDAR: ("calendar", "training days", "days", "training calendar"),
    Drawn.ROAD: (
        "road",
        "pull-up road",
        "pull up road",
        "pullup road",
        "road to the pull-up",
        "road to the pull up",
        "road to pull-ups",
        "first pull-up",
        "first pull up",
    ),
}
_BY_NAME = {name: drawn for drawn, names in NAMED.items() for name in names}


def read_drawn(said: str) -> Drawn | None:
    """Of what that is no lift."""
    return _BY_NAME.get(" ".join(said.lower().split()))


def read_progress(text: str) -> str | None:
    """What a picture is wanted of, in the words of the message; None for any other message."""
    said = " ".join(text.lower().replace("’", "'").split()).strip(" .!?")
    if len(said) > LONGEST:
        return None
    found = BEHIND.fullmatch(said) or BEFORE.fullmatch(said)
    return found["said"] if found else None


def read_best(text: str) -> str | None:
    """The lift whose best is asked for, in the words of the message, empty for all; None for any other message."""
    said = " ".join(text.lower().replace("’", "'").split()).strip(" .!?")
    if len(said) > LONGEST:
        return None
    if EVERY_BEST.fullmatch(said):
        return ""
    found = BEST_OF.fullmatch(said) or OF_BEST.fullmatch(said)
    return found["said"] if found else None
