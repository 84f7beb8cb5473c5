"""What does a lifter want of their reminders who writes behind /remind? One more, another time, none, a pause?"""

import re
from dataclasses import dataclass
from enum import Enum, auto


class Deed(Enum):
    SHOW = auto()
    SET = auto()
    CHANGE = auto()
    DROP = auto()
    PAUSE = auto()
    RESUME = auto()


@dataclass(frozen=True, slots=True)
class Wish:
    """`which` names one of them, or several, or none: the only one. `said` is the new rhythm, or the end of a pause."""

    deed: Deed
    said: str = ""
    which: str = ""


VERBS = {
    Deed.SHOW: "list show all help ? me",
    Deed.DROP: "off stop no never none drop delete remove cancel",
    Deed.PAUSE: "pause holiday vacation break",
    Deed.RESUME: "resume continue on unpause",
}
BY_WORD = {word: deed for deed, words in VERBS.items() for word in words.split()}
ALONE = frozenset(("change", "move", "shift", "edit", "change time", "change days", "change it", "time", "days"))
"""Said without what to: it is chosen by buttons."""
FOR_GOOD = frozenset(("forever", "for good", "please", "now", "completely"))
CHANGE = re.compile(r"(?:change|move|shift|set)? ?(?P<which>.+?) to (?P<said>.+)")
CHANGING = frozenset({"change", "move", "shift"})
NUMBERED = re.compile(r"(?:no\.? ?|number |#)?(?P<number>\d)")


def read_wish(said: str) -> Wish:
    text = " ".join(said.lower().split())
    verb, _, rest = text.partition(" ")
    rest = rest.strip()
    deed = BY_WORD.get(verb.strip(".!:"))
    if text in ALONE:
        return Wish(Deed.SHOW)
    if not text or (deed in (Deed.SHOW, Deed.RESUME) and not rest):
        return Wish(deed or Deed.SHOW)
    if deed is Deed.PAUSE:
        return Wish(Deed.PAUSE, rest)
    if deed is Deed.DROP:
        return Wish(Deed.DROP, which="" if rest in FOR_GOOD else rest)
    found = CHANGE.fullmatch(text)
    if found is not None and (verb in CHANGING or NUMBERED.fullmatch(found["which"])):
        return Wish(Deed.CHANGE, found["said"], "" if found["which"] in CHANGING else found["which"])
    if verb in CHANGING and rest and not NUMBERED.fullmatch(rest):
        return Wish(Deed.CHANGE, rest.removeprefix("to "))
    return Wish(Deed.SET, said)
