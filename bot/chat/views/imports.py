"""What is said of a file from another tracker: what is in it, what is left out and why, and what became of it?"""

from collections.abc import Iterator, Sequence

from bot.chat.views.sets import exercise_name
from bot.coaching.importing.shapes import Reason
from bot.coaching.knowledge.catalog import Knowledge
from bot.services.import_sets import Preview

NAMED = 6
"""Exercises that are named; of the others it is said how many they are."""


def counted(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def contents(shown: Preview, knowledge: Knowledge) -> Iterator[str]:
    """The numbers first, then the exercises."""
    days = f"{shown.first:%d %b %Y} to {shown.last:%d %b %Y}"
    yield f"{shown.app}: {counted(shown.sets, 'new set')} in {counted(shown.workouts, 'session')}, {days}"
    if shown.known:
        yield f"{counted(shown.known, 'set')} you have already"
    if shown.matched:
        yield f"{counted(len(shown.matched), 'lift')} I coach: {_some(shown.matched, knowledge)}"
    if shown.own:
        yield f"{len(shown.own):,} I don't coach, kept as your own: {_some(shown.own, knowledge)}"


def left_out(shown: Preview) -> Iterator[str]:
    for reason, found in shown.left_out.items():
        yield f"Left out: {counted(len(found), 'row')}, {reason.value}{_where(reason, found)}"


def _where(reason: Reason, found: Sequence[int]) -> str:
    """Which lines to look at; of pauses nobody wants to know."""
    if reason in (Reason.REST_TIMER, Reason.HEADINGS):
        return ""
    first = ", ".join(map(str, sorted(found)[:3]))
    return f" (line{'s' if len(found) > 1 else ''} {first}{' …' if len(found) > len('123') else ''})"


def _some(names: Sequence[str], knowledge: Knowledge) -> str:
    said = ", ".join(exercise_name(knowledge, name) for name in names[:NAMED])
    return f"{said} and {len(names) - NAMED} more" if len(names) > NAMED else said
