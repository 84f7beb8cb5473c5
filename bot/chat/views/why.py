"""Why was that the answer? What the question was taken for, from its words; to a maintainer every step of it."""

from collections.abc import Sequence

from bot.chat.buttons import Wrong
from bot.chat.markup import Html, bold, code, line, lines
from bot.chat.reply import Button, Reply, row, rows
from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.language.intents import Intent, Option, Reading
from bot.services.heard import Heard

LONGEST_STEP = 300


def why(
    asked: Heard, taken: Reading | None, options: Sequence[Option], knowledge: Knowledge, *, trace: Sequence[str]
) -> Reply:
    steps = [code(step[:LONGEST_STEP]) for step in trace]
    next_best = f"Next best: {options[0].label}." if options and taken else None
    quoted = line("“", bold(asked.text), "”")
    said = lines(quoted, _taken(taken, knowledge), next_best, *(["", *steps] if steps else ()))
    return Reply(said, rows(row(Button("Wrong?", Wrong(asked.number)))))


def nothing_asked() -> Reply:
    return Reply(Html("Ask me something first; then /why tells how I took it."))


def _taken(taken: Reading | None, knowledge: Knowledge) -> str:
    if taken is None:
        return "I was not sure what it asks, or it is outside what I coach."
    lifts = [knowledge.exercises[id].name for id in taken.subject.exercises if id in knowledge.exercises]
    muscles = [knowledge.muscles[id].name for id in taken.subject.muscles if id in knowledge.muscles]
    names = (lifts + muscles)[:3]
    about = f", about: {', '.join(names)}" if names else ""
    if taken.intent is Intent.PAIN_OR_INJURY:
        return f"I read pain in it, and then safety comes first{about}."
    return f"I took it as: {taken.intent.value.replace('_', ' ')}{about}."
