"""Which buttons follow an answer to pain? Each choice a row of its own, the likeliest lowest; its parts above them."""

from bot.chat.buttons import Advise
from bot.chat.reply import Button, Rows, row
from bot.coaching.answers import Answer


def choices(found: Answer) -> Rows:
    return tuple(row(Button(one.label, Advise(one.advice))) for one in found.follow_ups if one.advice and not one.part)


def parts(found: Answer) -> list[Button]:
    """What is told at the doctor's, how training comes back, and the rest."""
    return [Button(one.label, Advise(one.advice, one.part)) for one in found.follow_ups if one.advice and one.part]
