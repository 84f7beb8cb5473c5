"""What is the answer to a question in plain words? Understood in the context of the chat, which then moves on to it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.coaching.answers import Answer, answer, answer_for, talk_context
from bot.coaching.language.intents import Intent, Outcome, Reading, Subject, TalkContext, Understanding
from bot.services.coach import Coach
from bot.services.ports import Talk, Work
from bot.services.unanswered import keep_unknown

FRESH = timedelta(minutes=30)
"""How long "and the grip?" is taken to be about what was asked before."""


@dataclass(frozen=True, slots=True)
class Asked:
    """`number` is the question's own in its chat; a button below the answer carries it."""

    understanding: Understanding
    answer: Answer
    number: int


def ask(work: Work, coach: Coach, talk: Talk, athlete: int, chat: int, text: str, now: datetime) -> Sequence[Asked]:
    """Every question of a message with its answer, in order; most messages hold one."""
    talk, number = talk.heard(text)
    found = coach.understander.understand_all(text, context_of(talk, now))
    asked = [Asked(one, answer(one, coach.knowledge, coach.language), number) for one in found]
    about = [(one.understanding, one.answer) for one in asked if _moves_on(one.understanding)]
    if about:
        talk = _about(talk, talk_context(*about[-1]))
    work.talks.put(chat, replace(talk, at=now if about else talk.at))
    for one in found:
        if one.is_open:
            keep_unknown(work, athlete, chat, text, now)
    return asked


def ask_again(
    work: Work, coach: Coach, talk: Talk, chat: int, intent: Intent, subject: Subject, part: str, now: datetime
) -> Asked:
    """The answer behind a button: no words to understand."""
    given = answer_for(intent, subject, coach.knowledge, coach.language, part or "short")
    talk, number = talk.heard(given.title or intent.value)
    about = TalkContext(intent, subject, tuple(one.reading for one in given.listed))
    work.talks.put(chat, replace(_about(talk, about), at=now))
    return Asked(Understanding(Outcome.ANSWER, intent, subject), given, number)


def context_of(talk: Talk, now: datetime) -> TalkContext | None:
    """What the chat is about, while that is fresh."""
    if talk.at is None or now - talk.at > FRESH:
        return None
    offered = tuple(Reading(Intent(intent), Subject(exercises=ids)) for intent, ids in talk.offered)
    return TalkContext(Intent(talk.intent) if talk.intent else None, Subject(talk.exercises, talk.muscles), offered)


def _moves_on(understood: Understanding) -> bool:
    return understood.outcome is not Outcome.UNKNOWN and understood.intent is not Intent.SMALL_TALK


def _about(talk: Talk, about: TalkContext) -> Talk:
    return replace(
        talk,
        intent=about.intent.value if about.intent else None,
        exercises=about.subject.exercises,
        muscles=about.subject.muscles,
        offered=tuple((one.intent.value, one.subject.exercises) for one in about.offered),
    )
