"""How does an answer to pain look? What to do stands out; each choice is a row of its own, its parts above them."""

import re
from collections.abc import Sequence

from bot.chat.buttons.of_answers import Advise
from bot.chat.markup import Html, bold, html, line
from bot.chat.reply import Button, Rows, row
from bot.coaching.answers import Answer


def choices(found: Answer) -> Rows:
    return tuple(row(Button(one.label, Advise(one.advice))) for one in found.follow_ups if one.advice and not one.part)


def parts(found: Answer) -> list[Button]:
    """What is told at the doctor's, how training comes back, and the rest."""
    return [Button(one.label, Advise(one.advice, one.part)) for one in found.follow_ups if one.advice and one.part]


def stood_out(said: str, words: Sequence[str]) -> Html:
    """What is said, with the words bold that the eye must meet first."""
    if not words:
        return html(said)
    longest_first = sorted(map(re.escape, words), key=len, reverse=True)
    parts = re.split(rf"\b({'|'.join(longest_first)})", said)
    return line(*(bold(part) if at % 2 else part for at, part in enumerate(parts)))
