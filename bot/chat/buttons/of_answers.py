"""What can be pressed under an answer?"""

from dataclasses import dataclass

from bot.chat.press import Press
from bot.domain.errors import ScreenOutdated

INTENT_CODES = {
    "how_to": "h",
    "why": "w",
    "muscles_worked": "mw",
    "mistakes": "mi",
    "grip": "g",
    "sets_reps": "sr",
    "rest": "r",
    "alternatives": "a",
    "easier": "e",
    "harder": "hd",
    "compare": "c",
    "exercises_for_muscle": "xm",
    "muscle_info": "m",
    "benefits": "b",
    "technique_tip": "t",
    "warmup": "wu",
    "frequency": "f",
    "recovery": "rc",
    "progression": "p",
    "equipment": "q",
    "breathing": "br",
    "session_today": "s",
    "pain_or_injury": "pi",
    "small_talk": "st",
    "out_of_scope": "o",
}
"""As tags, a wire format: two long names of exercises leave no room for the words."""


INTENTS = {code: intent for intent, code in INTENT_CODES.items()}


MORE = "m"


@dataclass(frozen=True)
class Ask(Press, tag="q"):
    """A question as a button: an intent's code and up to two subjects; `part` is MORE for the rest of an answer."""

    code: str
    first: str = ""
    second: str = ""
    part: str = ""

    @classmethod
    def about(cls, intent: str, first: str = "", second: str = "", *, more: bool = False) -> "Ask":
        return cls(INTENT_CODES[intent], first, second, MORE if more else "")

    @property
    def intent(self) -> str:
        """Raises ScreenOutdated for a code that was never given out."""
        if self.code not in INTENTS:
            raise ScreenOutdated
        return INTENTS[self.code]


@dataclass(frozen=True)
class Wrong(Press, tag="wr"):
    """The answer to question `number` of this chat is wrong."""

    number: int


@dataclass(frozen=True)
class Advise(Press, tag="pn"):
    """The next step about pain: an entry of the tree, or a `part` of it."""

    advice: str
    part: str = ""


@dataclass(frozen=True)
class ListExercises(Press, tag="lx"):
    """A group of them; the groups where it is empty, or one of an older list."""

    group: str = ""


@dataclass(frozen=True)
class ListMuscles(Press, tag="lm"):
    """The four muscles and their helpers."""
