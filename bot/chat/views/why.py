"""Why was that the answer? What the question was taken for, from its words; to a maintainer every step of it."""

from collections.abc import Sequence

from bot.chat.buttons.of_answers import Wrong
from bot.chat.buttons.of_session import Resume
from bot.chat.markup import Html, bold, code, line, lines
from bot.chat.reply import Button, Reply, row, rows
from bot.chat.views.reasons import advice_text
from bot.chat.views.sets import exercise_name, load_text, told
from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.language.intents import Intent, Option, Reading
from bot.domain.training import Method
from bot.services.heard import Heard
from bot.services.workout import Card

LONGEST_STEP = 300


def why(
    asked: Heard, taken: Reading | None, options: Sequence[Option], knowledge: Knowledge, *, trace: Sequence[str]
) -> Reply:
    steps = [code(step[:LONGEST_STEP]) for step in trace]
    next_best = f"Next best: {options[0].label}." if options and taken else None
    quoted = line("“", bold(asked.text), "”")
    said = lines(quoted, _taken(taken, knowledge), next_best, *(["", *steps] if steps else ()))
    return Reply(said, rows(row(Button("Wrong?", Wrong(asked.number)))))


def why_this_load(shown: Card, knowledge: Knowledge) -> Reply:
    """The number, the rule behind it, what was done last time, and by which method it goes up."""
    item = shown.item
    assert item is not None
    assert item.advice is not None
    advice, plan = item.advice, item.plan
    load = load_text(advice.load, bodyweight=plan.bodyweight) or ("body weight" if plan.bodyweight else "your choice")
    counted = f"{advice.reps} s" if plan.timed else str(advice.reps)
    own = shown.offer is not None and shown.offer.load != advice.load
    text = lines(
        line(bold(exercise_name(knowledge, plan.exercise)), f"  {load} × {counted}"),
        advice_text(advice, plan, shown.gym.unit, knowledge),
        "You took another load today; the next advice goes by that." if own else None,
        line("Last time: ", told(kept.done for kept in shown.last_time)) if shown.last_time else None,
        METHODS[plan.method if advice.block is None else Method.DOUBLE],
        f"{advice.block} for some weeks in place of the plan's reps: it was stuck." if advice.block else None,
        "A guess, not your own number: change it freely." if advice.guess and not own else None,
    )
    return Reply(text, rows(row(Button("Session", Resume(shown.session.id)))))


METHODS = {
    Method.DOUBLE: "The rule: all sets at the top of the range, then the smallest step up and back to the bottom.",
    Method.LINEAR: "The rule: all repetitions done, a step up next time.",
    Method.RPE: "The rule: the load follows the effort you say (100x5 @8). Said none? Repetitions first, then load.",
    Method.PERCENT: "The rule: a part of your training maximum, nine tenths of the best you could do once. "
    "Three weeks made, and it goes up a step.",
    Method.ROAD: "The rule: one road from the hang to the weighted pull-up, a stage at a time.",
}


def nothing_asked() -> Reply:
    return Reply(
        Html("Nothing to explain yet. In a session /why tells why this load; after a question, how I took it.")
    )


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
