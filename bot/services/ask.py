"""What is the answer to a question in plain words? Understood in the context of the chat, which then moves on to it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.coaching.answers import Answer, answer, answer_for, talk_context
from bot.coaching.language.intents import Intent, Outcome, Reading, Subject, TalkContext, Understanding
from bot.domain.athlete import Athlete
from bot.services.coach import Coach
from bot.services.heard import Heard
from bot.services.messages import Incoming
from bot.services.open_questions import Why
from bot.services.pain import pain_in_mind, remember_pain
from bot.services.ports import Talk, Work
from bot.services.session_asked import Meant, session_meant, told_of

FRESH = timedelta(minutes=30)
"""How long "and the grip?" is taken to be about what was asked before."""

MOST_AT_ONCE = 4
"""Numbers that one update has for its questions."""


@dataclass(frozen=True, slots=True)
class Asked:
    """`number` is the question's own; a button below the answer carries it. `kept`: for whoever writes the answer."""

    understanding: Understanding
    answer: Answer
    number: int | None
    kept: bool = False
    meant: Meant | None = None
    """The session that was asked for, where it is their own and not the sample session."""


def ask(
    work: Work, coach: Coach, talk: Talk, athlete: Athlete, said: Incoming, text: str, *, own: bool = True
) -> Sequence[Asked]:
    """Every question of a message with its answer, in order; most messages hold one. Of words that are not their
    `own` nothing is kept."""
    asked: list[Asked] = []
    for place, one in enumerate(coach.understander.understand_all(text, context_of(talk, said.at))):
        question = Heard.of(said.update * MOST_AT_ONCE + place, one.said or text, one)
        given = answer(one, coach.knowledge, coach.language)
        meant = _meant(work, coach, athlete, given, said.at)
        given = told_of(given, meant, coach) if meant is not None else given
        kept = own and one.is_open and work.open_questions.keep(athlete.id, said.chat, question, Why.UNKNOWN, said.at)
        asked.append(Asked(one, given, question.number if own else None, kept, meant))
        talk = talk.heard(question) if own else talk
        talk = remember_pain(talk, one.advice if own else None, coach.knowledge.pain, said.at, over=one.over)
        if _moves_on(one):
            talk = replace(_about(talk, talk_context(one, given)), at=said.at, asked_at=said.at)
    work.talks.put(said.chat, talk)
    return asked


def _meant(work: Work, coach: Coach, athlete: Athlete, given: Answer, now: datetime) -> Meant | None:
    """None for any answer but the session itself."""
    return session_meant(work, coach, athlete, now) if given.entry in coach.knowledge.programs else None


def ask_again(
    work: Work, coach: Coach, talk: Talk, athlete: Athlete, said: Incoming, intent: Intent, subject: Subject, part: str
) -> Asked:
    """The answer behind a button: no words to understand."""
    given = answer_for(intent, subject, coach.knowledge, coach.language, part or "short")
    meant = _meant(work, coach, athlete, given, said.at) if part != "more" else None
    given = told_of(given, meant, coach) if meant is not None else given
    understood = Understanding(Outcome.ANSWER, intent, subject)
    question = Heard.of(said.update * MOST_AT_ONCE, given.title or intent.value, understood)
    about = TalkContext(intent, subject, tuple(one.reading for one in given.listed))
    work.talks.put(said.chat, replace(_about(talk.heard(question), about), at=said.at, asked_at=said.at))
    return Asked(understood, given, question.number, meant=meant)


def context_of(talk: Talk, now: datetime) -> TalkContext | None:
    """What the chat is about, while that is fresh."""
    advice = pain_in_mind(talk, now)
    if talk.at is None or now - talk.at > FRESH:
        return TalkContext(advice=advice) if advice else None
    offered = tuple(Reading(Intent(intent), Subject(exercises=ids)) for intent, ids in talk.offered)
    intent = Intent(talk.intent) if talk.intent else None
    return TalkContext(intent, Subject(talk.exercises, talk.muscles), offered, advice)


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
