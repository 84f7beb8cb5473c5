"""What can be pressed? Each press is a type with a tag; old chats keep old buttons, so no tag is used again."""

from dataclasses import dataclass

from bot.chat.press import Press
from bot.domain.errors import ScreenOutdated


@dataclass(frozen=True)
class StartWorkout(Press, tag="w"):
    """Today's session, or the open one."""


@dataclass(frozen=True)
class StartOver(Press, tag="wo"):
    """Finish the session left open and start today's."""

    session: int


@dataclass(frozen=True)
class LogReps(Press, tag="l"):
    """Keep a set of `reps` (seconds for a hold) as set `number`; pressed twice, the number no longer fits."""

    session: int
    position: int
    number: int
    reps: int


@dataclass(frozen=True)
class ShowCard(Press, tag="c"):
    """Back to the card from one of its menus."""

    session: int


@dataclass(frozen=True)
class Resume(Press, tag="r"):
    """The card as a new message, from a message that is not the card."""

    session: int


@dataclass(frozen=True)
class WeightMenu(Press, tag="wm"):
    session: int
    position: int


@dataclass(frozen=True)
class ChooseWeight(Press, tag="cw"):
    """The load of the next set, in thousandths of `unit`."""

    session: int
    position: int
    thousandths: int
    unit: str


@dataclass(frozen=True)
class TypeWeight(Press, tag="tw"):
    session: int
    position: int


@dataclass(frozen=True)
class SkipExercise(Press, tag="sk"):
    session: int
    position: int


@dataclass(frozen=True)
class SwapMenu(Press, tag="sm"):
    session: int
    position: int


@dataclass(frozen=True)
class SwapExercise(Press, tag="sx"):
    session: int
    position: int
    exercise: str


@dataclass(frozen=True)
class ExerciseMenu(Press, tag="em"):
    """The session's exercises, to go to one of them."""

    session: int


@dataclass(frozen=True)
class GoTo(Press, tag="go"):
    session: int
    position: int


@dataclass(frozen=True)
class FinishWorkout(Press, tag="fi"):
    session: int


@dataclass(frozen=True)
class Reopen(Press, tag="ro"):
    session: int


@dataclass(frozen=True)
class UndoEntry(Press, tag="u"):
    """Take back the sets that one message or one tap kept."""

    entry: int


@dataclass(frozen=True)
class UndoSet(Press, tag="us"):
    """Take back the last set of a session, from its card."""

    session: int
    entry: int


@dataclass(frozen=True)
class AnswerLog(Press, tag="al"):
    """One of the readings offered for the unclear line of update `update`; -1 for none of them."""

    update: int
    index: int


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


@dataclass(frozen=True)
class ShowHistory(Press, tag="hi"):
    """The history as a new message."""


@dataclass(frozen=True)
class OlderDays(Press, tag="h"):
    """History from before a date, written 20261122; empty for the newest."""

    before: str = ""


@dataclass(frozen=True)
class ChooseUnit(Press, tag="un"):
    """`screen` is where the button stood: start or settings."""

    unit: str
    screen: str


@dataclass(frozen=True)
class ZoneMenu(Press, tag="zm"):
    """Where to train, and so what time it is there."""


@dataclass(frozen=True)
class ChooseZone(Press, tag="zo"):
    zone: str


@dataclass(frozen=True)
class TypeCity(Press, tag="tc"):
    """The next text names a city."""


@dataclass(frozen=True)
class ShowSettings(Press, tag="st"):
    """The settings, in place."""


@dataclass(frozen=True)
class DayMenu(Press, tag="dm"):
    """When the day turns."""


@dataclass(frozen=True)
class DayTurns(Press, tag="dt"):
    """A local hour."""

    hour: int


@dataclass(frozen=True)
class RemindMenu(Press, tag="rm"):
    """The reminders, or the days of a first one."""


@dataclass(frozen=True)
class RemindAt(Press, tag="ra"):
    """Every day at a time, written 1830: from when there was one reminder a person."""

    at: str


@dataclass(frozen=True)
class RemindOff(Press, tag="rx"):
    """No more pushes; with several reminders, asked of which."""


@dataclass(frozen=True)
class ExportMine(Press, tag="ex"):
    """Everything kept about me, as a file."""


@dataclass(frozen=True)
class ExportCsv(Press, tag="xc"):
    """My sets, as a CSV that other apps read."""


@dataclass(frozen=True)
class ImportFile(Press, tag="if"):
    """Keep the sets of a file that was looked at; `look` is which of the looks at it the button belongs to."""

    upload: int
    look: int


@dataclass(frozen=True)
class DropFile(Press, tag="ic"):
    upload: int


@dataclass(frozen=True)
class UnitOfFile(Press, tag="iu"):
    """What the weights of a file are."""

    upload: int
    unit: str


@dataclass(frozen=True)
class OrderOfFile(Press, tag="io"):
    """What the first number of a file's dates is."""

    upload: int
    order: str


@dataclass(frozen=True)
class UndoImport(Press, tag="ui"):
    """Take back all that one import kept."""

    entry: int


@dataclass(frozen=True)
class ForgetMe(Press, tag="fm"):
    """Asks once before everything is deleted."""


@dataclass(frozen=True)
class ForgetMeYes(Press, tag="fy"):
    """Deletes everything. `athlete` is who was asked; checked against who presses."""

    athlete: int


@dataclass(frozen=True)
class ShowPrivacy(Press, tag="pv"):
    """What is kept."""
