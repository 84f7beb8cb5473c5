"""Which plain messages are about reminders or the rest timer, without a slash? "remind me on mondays at 6".

A message that only begins so, as "remind me how to deadlift", is none of them.
"""

import re
from datetime import date
from enum import Enum, auto

from bot.coaching.reminding.day_ahead import read_day_ahead
from bot.coaching.reminding.near_rhythms import read_near
from bot.coaching.reminding.rhythm_words import names_days, read_rhythm, rhythm_words
from bot.coaching.reminding.several_rhythms import read_rhythms

PLEASE = re.compile(r"(?:please,? |(?:can|could|will|would) you (?:please )?|i want to |let's )")
MINE = r"(?:(?:all|the|my|of|daily) )*"
ONES = rf"{MINE}(?:reminders?|push(?:es)?|notifications?)"
OFF = r"(?:stop|turn off|switch off|cancel|delete|drop|remove|disable|no more)"
ON = r"(?:turn on|switch on|resume|continue|unpause|enable)"
REMIND_ME = re.compile(
    r"(?:(?:remind|notify|ping|wake|push) me (?:to (?:train|lift|work ?out) )?|"
    r"(?:(?:set|add|make|create|new) )?(?:(?:a|an|another|new|me) )*reminders? (?:for |to )?)(?P<said>.+)"
)
ASKS = re.compile(r"(?:how|what|why|when|which|who|where|about|of|if|whether|that)\b")
"""`remind me what I did on monday` is about something else."""
WANTED = re.compile(
    r"(?:i want|i need|set(?: up)?|add|create|make|new|change|edit|"
    r"how (?:do|can) i (?:set|get|add|make|change)(?: up)?)(?: (?:a|an|another|new|my|the|some))* reminders?"
)
DROP_ONE = re.compile(
    rf"{OFF} (?:(?:the|my) )?(?:reminder (?:no\.? ?|number |#)?(?P<number>\d)|(?P<days>.+?) reminders?)"
)
SAID = (
    (re.compile(rf"{OFF} all {ONES}"), "off all"),
    (WANTED, ""),
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
HOLIDAY = re.compile(
    r"(?:(?:i'?m|i am|i'll be|i will be|i'?m going|we'?re|going) )?(?:on |away |off )?"
    r"(?:(?:a |my )?(?:holidays?|vacation|break)|away|travell?ing|pause) (?P<said>(?:for|until|till|til) .+)"
)
ANY_DAY = date(2026, 1, 1)
"""Whether it can be read is all that is asked here."""
CHANGE = re.compile(rf"(?:change|move|shift|set) {ONES} to (?P<said>.+)")
TIMER = r"(?:(?:the|my) )?(?:rest )?timers?"
TIMER_OFF = re.compile(rf"{TIMER} off|(?:turn|switch) {TIMER} off|{OFF} {TIMER}|no (?:rest )?timers?")
TIMER_ON = re.compile(rf"{TIMER} on|(?:turn|switch) {TIMER} on|{ON} {TIMER}")
SKIP = re.compile(
    r"skip (?:training |the session |it )?(?:for )?today|no (?:training|session) today|skip today'?s session|not today|"
    r"(?:i )?(?:can'?t|cannot|won'?t) (?:train|make it|lift|do it) today"
)
LATER = re.compile(
    r"(?:remind me )?(?:later|not now|snooze|(?P<tonight>tonight|this evening|in the evening)|(?:snooze )?(?:in |for )?"
    r"(?:(?P<quarter>(?:15|fifteen) ?(?:m|mins?|minutes)|a quarter of an hour)|(?:an|one|1) ?h(?:our|r)?))"
)
STOP = re.compile(r"stop|stop it|unsubscribe|mute|stop (?:writing|messaging|bothering|pushing) me")
BACK = re.compile(
    r"resume|unpause|(?:i'?m|i am) back(?: again)?|"
    r"(?:i'?m |i am )?back(?: again)? from (?:my |the )?(?:holidays?|vacation|break|trip)|"
    r"(?:my |the )?(?:holiday|vacation|break|pause) (?:is |'s )?over"
)


class Plain(Enum):
    TIMER_ON = auto()
    TIMER_OFF = auto()
    SKIP_TODAY = auto()
    IN_15_MINUTES = auto()
    IN_AN_HOUR = auto()
    TONIGHT = auto()
    STOP = auto()
    BACK = auto()


WHOLE = (
    (TIMER_OFF, Plain.TIMER_OFF),
    (TIMER_ON, Plain.TIMER_ON),
    (SKIP, Plain.SKIP_TODAY),
    (STOP, Plain.STOP),
    (BACK, Plain.BACK),
)


def read_plain(text: str) -> Plain | str | None:
    """What is asked for: what would stand behind /remind, or one of the others. None for any other message."""
    said = " ".join(text.lower().replace("’", "'").split()).strip(" .!?")
    said = PLEASE.sub("", said, count=1) if PLEASE.match(said) else said
    said = said.removesuffix(" please")
    found = next((plain for pattern, plain in WHOLE if pattern.fullmatch(said)), None)
    return found or _reminders(said)


def read_later(text: str) -> Plain | None:
    """An answer to a push: it is to come again. Without a push the words mean something else, or nothing."""
    found = LATER.fullmatch(" ".join(text.lower().replace("’", "'").split()).strip(" .!?").removesuffix(" please"))
    if found is None:
        return None
    if found["tonight"]:
        return Plain.TONIGHT
    return Plain.IN_15_MINUTES if found["quarter"] else Plain.IN_AN_HOUR


def _asked(rhythm: str, said: str) -> str | None:
    """What can be read, and what names a day and begins as a wish, so that it is said that it cannot be."""
    if read_rhythm(rhythm) or read_rhythms(rhythm) or read_near(rhythm):
        return rhythm
    wished = said.startswith("remind me ") and not ASKS.match(rhythm)
    return rhythm if wished and any(map(names_days, rhythm_words(rhythm))) else None


def _reminders(said: str) -> str | None:
    behind = next((behind for pattern, behind in SAID if pattern.fullmatch(said)), None)
    if behind is not None:
        return behind
    found = DROP_ONE.fullmatch(said)
    if found is not None and (found["number"] or read_rhythm(found["days"]) is not None):
        return f"off {found['number'] or found['days']}"
    found = PAUSE.fullmatch(said)
    if found is not None:
        return f"pause {found['said'] or ''}".strip()
    found = HOLIDAY.fullmatch(said)
    if found is not None and read_day_ahead(found["said"], ANY_DAY) is not None:
        return f"pause {found['said']}"
    found = CHANGE.fullmatch(said)
    if found is not None:
        return f"change to {found['said']}"
    found = REMIND_ME.fullmatch(said)
    return None if found is None else _asked(found["said"], said)
