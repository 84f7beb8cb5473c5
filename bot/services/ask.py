"""What is the answer to a question in plain words? Understood in the context of the chat, which then moves on to it."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.coaching.answers import Answer, answer, answer_for, talk_context
from bot.coaching.language.intents import Intent, Outcome, Reading, Subject, TalkContext, Understanding
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
    given = answer(understood, coach.knowledge, coach.language)
    if understood.outcome is not Outcome.UNKNOWN and understood.intent is not Intent.SMALL_TALK:
        _remember(work, talk, chat, talk_context(understood, given), now)
    return Asked(understood, given)


def ask_again(
    work: Work, coach: Coach, talk: Talk, chat: int, intent: Intent, subject: Subject, part: str, now: datetime
) -> Answer:
    """The answer behind a button: no words to understand."""
    given = answer_for(intent, subject, coach.knowledge, coach.language, part or "short")
    _remember(work, talk, chat, TalkContext(intent, subject, tuple(one.reading for one in given.listed)), now)
    return given


def context_of(talk: Talk, now: datetime) -> TalkContext | None:
    """What the chat is about, while that is fresh."""
    if talk.at is None or now - talk.at > FRESH:
        return None
    offered = tuple(Reading(Intent(intent), Subject(exercises=ids)) for intent, ids in talk.offered)
    return TalkContext(Intent(talk.intent) if talk.intent else None, Subject(talk.exercises, talk.muscles), offered)


def _remember(work: Work, talk: Talk, chat: int, about: TalkContext, now: datetime) -> None:
    work.talks.put(
        chat,
        replace(
            talk,
            intent=about.intent.value if about.intent else None,
            exercises=about.subject.exercises,
            muscles=about.subject.muscles,
            offered=tuple((one.intent.value, one.subject.exercises) for one in about.offered),
            at=now,
        ),
    )
