"""What of whoever says that they are ill? What the notes say of training with it, not what is said to the weary."""

import re
from collections.abc import Iterable

from bot.chat.handlers.ask import hear_question
from bot.chat.reply import Said
from bot.chat.turn import Turn

_MUCH = r"(?:really |very |so |quite |pretty |a bit |a little |kind of |kinda |still |rather )?"
_SORT = r"(?:bad |nasty |slight |mild |little |light |high |stomach )?"
_WHAT = r"(?:cold|flu|fever|covid|bug|virus|sore throat|cough|runny nose|temperature|infection)"
ILL = re.compile(
    r"(?:sorry,? |hey,? |hi,? |ugh,? )?(?:i think )?(?:i(?:'m| am|m)? |i've |i have )?"
    r"(?:"
    rf"(?:(?:am |feel |feeling |been |got )?{_MUCH}(?:sick|ill|unwell|feverish|under the weather))"
    rf"|(?:have |having |got |caught |down with |coming down with |with |)(?:a |the |)?{_SORT}{_WHAT}"
    r")"
    r"(?: today| now| right now| at the moment| again| this week| since yesterday)?"
    r"(?:,? (?:so )?(?:can|should) i (?:still )?(?:train|lift|work ?out)(?: today)?)?",
    re.IGNORECASE,
)
AS_ASKED = "i have a cold"
"""The phrasing that the notes on illness answer for sure."""


def hear_ill(turn: Turn, text: str) -> Iterable[Said] | None:
    """None where anything else is said with it: pain, or how long they are away."""
    said = " ".join(text.replace("’", "'").split()).rstrip(" ?.!")
    return hear_question(turn, AS_ASKED) if ILL.fullmatch(said) else None
