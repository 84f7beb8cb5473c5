"""What is the answer to a question in plain words? Understood in the context of the chat, which then moves on to it."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.coaching.answers import Answer, answer, answer_for
from bot.coaching.language.understanding import Intent, Option, Subject, TalkContext, Understanding
from bot.services.coach import Coach
from bot.services.ports import Talk, Work

FRESH = timedelta(minutes=30)
"""How long "and the grip?" is taken to be about what was asked before."""


@dataclass(frozen=True, slots=True)
class Asked:
    understanding: Understanding
    answer: Answer


def ask(work: Work, coach: Coach, talk: Talk, chat: int, text: str, now: datetime) -> Asked:
    understood = coach.understander.understand(text, context_of(talk, now))
    _remember(work, talk, chat, understood.intent, understood.subject, understood.options, now)
    return Asked(understood, answer(understood, coach.knowledge))


def ask_again(
    work: Work, coach: Coach, talk: Talk, chat: int, intent: Intent, subject: Subject, part: str, now: datetime
) -> Answer:
    """The answer behind a button: no words to understand."""
    _remember(work, talk, chat, intent, subject, (), now)
    return answer_for(intent, subject, coach.knowledge, part=part or "short")


def context_of(talk: Talk, now: datetime) -> TalkContext | None:
    if talk.intent is None or talk.at is None or now - talk.at > FRESH:
        return None
    offered = tuple((Intent(intent), Subject(exercises=ids)) for intent, ids in talk.offered)
    return TalkContext(Intent(talk.intent), Subject(talk.exercises, talk.muscles), offered)


def _remember(
    work: Work,
    talk: Talk,
    chat: int,
    intent: Intent | None,
    subject: Subject,
    options: tuple[Option, ...],
    now: datetime,
) -> None:
    if intent is None and not options:
        return
    offered = tuple((one.intent.value, one.subject.exercises) for one in options)
    work.talks.put(
        chat,
        replace(
            talk,
            intent=intent.value if intent else talk.intent,
            exercises=subject.exercises,
            muscles=subject.muscles,
            offered=offered,
            waiting_for=None,
            at=now,
        ),
    )
