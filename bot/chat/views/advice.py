"""How does an answer to pain look? What to do stands out; each choice is a row of its own, many of them a tap away."""

import re
from collections.abc import Sequence

from bot.chat.buttons.of_answers import Advise
from bot.chat.markup import Html, bold, html, line, lines
from bot.chat.reply import Button, Reply, Rows, row
from bot.coaching.answers import Answer

FEW = 4
"""Choices below what is said to a text. With more of them its first words would be scrolled off a phone."""
AFTER_A_TAP = 6
"""The same after a tap, which brings no other buttons with it."""
WHICH = "which"
"""In place of a part: the choices."""


def hidden(found: Answer, most: int) -> bool:
    """Whether its choices stand behind its question."""
    return len(choices(found)) > most


def question(found: Answer) -> list[Button]:
    """The question as one button."""
    return [Button(found.lines[-1], Advise(found.entry, WHICH))]


def which(found: Answer, at_once: Sequence[str]) -> Reply:
    """The question with every choice, and what is to be done `at_once` said again, as they push it off the phone."""
    urgent = (stood_out(one, found.stands_out) for one in at_once)
    return Reply(lines(line(bold(found.title or "")), *urgent, found.lines[-1]), choices(found))


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
