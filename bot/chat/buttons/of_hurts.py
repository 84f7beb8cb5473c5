"""What can be pressed about a lift that hurts? Sites travel as a letter each: as tags, a wire format."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.chat.press import Press
from bot.domain.errors import ScreenOutdated
from bot.domain.planning import Site

LETTERS = {
    Site.LOWER_BACK: "l",
    Site.SHOULDER: "s",
    Site.ELBOW: "e",
    Site.WRIST: "w",
    Site.HIP: "h",
    Site.KNEE: "k",
    Site.NECK: "n",
}
ELSEWHERE = "x"
"""At a place that no lift is known to spare. No letter at all: it is not known where."""


@dataclass(frozen=True)
class PutLiftBack(Press, tag="jb"):
    """Into the next sessions again, lighter."""

    exercise: str


@dataclass(frozen=True)
class NeverHurt(Press, tag="jn"):
    """It was no pain: with the old load."""

    exercise: str


@dataclass(frozen=True)
class LeaveOff(Press, tag="jl"):
    """The answer to whether it still hurts."""

    exercise: str


@dataclass(frozen=True)
class TakeLiftOff(Press, tag="jo"):
    """Off the next sessions; `sites` in letters."""

    exercise: str
    sites: str


@dataclass(frozen=True)
class SwapHurting(Press, tag="js"):
    """Another exercise in place of one of the open session, that spares these sites."""

    session: int
    position: int
    sites: str


@dataclass(frozen=True)
class HurtsMenu(Press, tag="jm"):
    """Where does the exercise on the card hurt?"""

    session: int
    position: int


@dataclass(frozen=True)
class HurtsAt(Press, tag="ja"):
    session: int
    position: int
    sites: str


@dataclass(frozen=True)
class ShowOff(Press, tag="jf"):
    """Which lifts are off."""


def letters(sites: Iterable[Site], *, elsewhere: bool = False) -> str:
    found = frozenset(sites)
    return "".join(letter for site, letter in LETTERS.items() if site in found) or (ELSEWHERE if elsewhere else "")


def sites_in(said: str) -> frozenset[Site]:
    """Raises ScreenOutdated for what no button says."""
    by_letter = {letter: site for site, letter in LETTERS.items()}
    if said == ELSEWHERE:
        return frozenset()
    if not set(said) <= by_letter.keys():
        raise ScreenOutdated
    return frozenset(by_letter[letter] for letter in said)
