"""Which plain messages are about reminders or the rest timer, without a slash? "remind me on mondays at 6".

A message that only begins so, as "remind me how to deadlift", is none of them.
"""

import re
from enum import Enum, auto

from bot.coaching.reminding.rhythm_words import read_rhythm

PLEASE = re.compile(r"(?:please,? |(?:can|could|will|would) you (?:please )?|i want to |let's )")
MINE = r"(?:(?:all|the|my|of|daily) )*"
ONES = rf"{MINE}(?:reminders?|push(?:es)?|notifications?)"
OFF = r"(?:stop|turn off|switch off|cancel|delete|drop|remove|disable|no more)"
ON = r"(?:turn on|switch on|resume|continue|unpause|enable)"
REMIND_ME = re.compile(r"remind me (?:to (?:train|lift|work ?out) )?(?P<said>.+)")
SAID = (
    (re.compile(rf"{OFF} all {ONES}"), "off all"),
    (re.compile(rf"{OFF} {ONES}"), "off"),
    (re.compile(rf"(?:turn |switch )?{ONES} off"), "off"),
    (re.compile(r"(?:stop reminding me|do not remind me|don't remind me)(?: any ?more)?"), "off"),
    (re.compile(rf"{ON} {ONES}|(?:turn |switch )?{ONES} on"), "resume"),
    (
        re.compile(
            rf"(?:show|list|what are|when (?:is|are)) (?:me )?{MINE}(?:next )?{ONES}|{MINE}(?:next )?reminders?"
        ),
        "",
    ),
)
PAUSE = re.compile(rf"pause {ONES}(?: (?P<said>.+))?")
CHANGE = re.compile(rf"(?:change|move|shift|set) {ONES} to (?P<said>.+)")
TIMER = r"(?:(?:the|my) )?(?:rest )?timers?"
TIMER_OFF = re.compile(rf"{TIMER} off|(?:turn|switch) {TIMER} off|{OFF} {TIMER}|no (?:rest )?timers?")
TIMER_ON = re.compile(rf"{TIMER} on|(?:turn|switch) {TIMER} on|{ON} {TIMER}")
SKIP = re.compile(r"skip (?:training |the session |it )?(?:for )?today|no training today|skip today'?s session")


class Plain(Enum):
    TIMER_ON = auto()
    TIMER_OFF = auto()
    SKIP_TODAY = auto()


def read_plain(text: str) -> Plain | str | None:
    """What is asked for: what would stand behind /remind, or one of the others. None for any other message."""
    said = " ".join(text.lower().replace("’", "'").split()).strip(" .!?")
    said = PLEASE.sub("", said, count=1) if PLEASE.match(said) else said
    said = said.removesuffix(" please")
    for pattern, plain in ((TIMER_OFF, Plain.TIMER_OFF), (TIMER_ON, Plain.TIMER_ON), (SKIP, Plain.SKIP_TODAY)):
        if pattern.fullmatch(said):
            return plain
    return _reminders(said)


def _reminders(said: str) -> str | None:
    found = REMIND_ME.fullmatch(said)
    if found is not None:
        return found["said"] if read_rhythm(found["said"]) is not None else None
    found = PAUSE.fullmatch(said)
    if found is not None:
        return f"pause {found['said'] or ''}".strip()
    found = CHANGE.fullmatch(said)
    if found is not None:
        return f"change to {found['said']}"
    return next((behind for pattern, behind in SAID if pattern.fullmatch(said)), None)
