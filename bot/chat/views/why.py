"""Why was that the answer? What the question was taken for, from its words; to a maintainer every step of it."""

from collections.abc import Sequence

from bot.chat.buttons import Wrong
from bot.chat.markup import Html, bold, code, line, lines
from bot.chat.reply import Button, Reply, Rows, row, rows
from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.language.intents import Option, Outcome, Understanding

LONGEST_STEP = 300


def why(
    text: str,
    understood: Understanding,
    options: Sequence[Option],
    number: int,
    knowledge: Knowledge,
    *,
    trace: Sequence[str],
) -> Reply:
    steps = [code(step[:LONGEST_STEP]) for step in trace]
    next_best = f"Next best: {options[0].label}." if options and understood.outcome is Outcome.ANSWER else None
    said = lines(line("“", bold(text), "”"), _taken(understood, knowledge), next_best, *(["", *steps] if steps else ()))
    return Reply(said, _buttons(understood, number))


def nothing_asked() -> Reply:
    return Reply(Html("Ask me something first; then /why tells how I took it."))


def _taken(understood: Understanding, knowledge: Knowledge) -> str:
    names = [(knowledge.exercises.get(id) or knowledge.muscles[id]).name for id in understood.subject.ids[:3]]
    about = f", about: {', '.join(names)}" if names else ""
    kind = understood.intent.value.replace("_", " ") if understood.intent else ""
    match understood.outcome:
        case Outcome.UNKNOWN:
            return "I did not understand it, or it is outside what I coach."
        case Outcome.CLARIFY:
            return f"It could mean two things, so I asked back{about}."
        case Outcome.SAFETY:
            return f"I read pain in it, and then safety comes first{about}."
        case Outcome.ANSWER:
            return f"I took it as: {kind}{about}."


def _buttons(understood: Understanding, number: int) -> Rows:
    return rows(row(Button("Wrong?", Wrong(number)))) if understood.outcome is Outcome.ANSWER else ()
