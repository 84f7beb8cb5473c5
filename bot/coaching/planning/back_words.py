"""Do words say that a lift, or a place, is fine again? "put the deadlift back", "my elbow is fine again"."""

import re
from dataclasses import dataclass

from bot.coaching.planning.wish_hurts import only_sites
from bot.domain.planning import Site

_THING = r"(?:(?:the|my)\s+)?([a-z][a-z \-]{0,40}?)"
_FINE = r"(?:fine|ok|okay|good|all right|alright|better|healed|pain free)"
_PUT = re.compile(
    rf"(?:please )?(?:put|bring|take|get|add|give me) {_THING} back(?: in| on| again| please| now)*"
    rf"|(?:please )?(?:put|bring) back {_THING}(?: again| please| now)*"
)
_AGAIN = re.compile(
    rf"{_THING}(?:'s| (?:is|am|are|feels?|s)) (?:all |much |totally |completely )?{_FINE} (?:again|now)"
    rf"|{_THING} (?:does not|doesn't|doesnt|do not|don't|dont|no longer) hurts? ?(?:any ?more|again|now)?"
)
_SHORTLY = re.compile(rf"{_THING} (?:all |much |totally |completely )?{_FINE} (?:again|now)")
"""Without a verb it is of a place and nothing else: `elbow not ok now` is the contrary."""
_UNSURE = re.compile(r"\b(?:hope|hopefully|wish|if|when|until|till|once|not|never|is|are|think|maybe|almost|nearly)\b")
"""With these nobody said that it is fine."""
_MAY = re.compile(rf"(?:can|may|should|could) i (?:do |lift |pull |train )?{_THING}(?: today| again| now| yet)*\??")
_SAID_FINE = re.compile(rf"{_THING} (?:(?:is|are|was|were|feels?|felt) )?(?:all |totally |completely )?{_FINE}")
_WHICH = re.compile(
    r"(?:what|which)(?: (?:lifts?|exercises?|ones?))?(?:'s| is| are|s) off(?: now| for me)?\??|what is off"
)
_NO_PAIN = re.compile(
    r"(?:the )?pain(?:'s| is| has)? (?:all |now )?(?:gone|over|gone away)(?: now| again)?"
    r"|(?:i have |there is )?no (?:more )?pain(?: any ?more| now| today| at all)*"
)
_POINTING = frozenset({"it", "them", "that", "this", "that lift", "the lift", "lift"})


@dataclass(frozen=True, slots=True)
class IsOff:
    """What `thing` names is said to be fine, or asked for (`asks`); empty: which lifts are off; and asked for, they all
    are, since nothing hurts any more."""

    thing: str = ""
    asks: bool = False


def read_off_words(said: str) -> IsOff | None:
    """ "Can I deadlift", "the deadlift is fine", "which lifts are off", "no pain now"; None for whatever says more."""
    text = " ".join(said.lower().replace("’", "'").split()).strip(" .!")
    if _WHICH.fullmatch(text):
        return IsOff()
    if _NO_PAIN.fullmatch(text):
        return IsOff(asks=True)
    asked, fine = _MAY.fullmatch(text), _SAID_FINE.fullmatch(text)
    if asked is not None:
        return IsOff(asked[1], asks=True)
    return None if fine is None else IsOff(fine[1])


@dataclass(frozen=True, slots=True)
class Back:
    """`thing` names a lift, or is empty where the only one that is off is meant; `sites` a place. `put`: it is asked
    to be put back, not only said to be fine."""

    thing: str
    sites: frozenset[Site]
    put: bool


def read_back_words(said: str) -> Back | None:
    """None for whatever says more, or something else."""
    text = " ".join(said.lower().replace("’", "'").split()).strip(" .!")
    for pattern, put in ((_PUT, True), (_AGAIN, False)):
        found = pattern.fullmatch(text)
        if found is not None:
            thing = next(one for one in found.groups() if one is not None)
            if not put and _UNSURE.search(thing):
                return None
            return Back("" if thing in _POINTING else thing, only_sites(f"my {thing}"), put)
    shortly = _SHORTLY.fullmatch(text)
    place = only_sites(f"my {shortly[1]}") if shortly is not None else None
    return Back(shortly[1], place, put=False) if shortly is not None and place else None
