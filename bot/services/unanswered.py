"""What becomes of a question without a right answer? It is kept, shown to the maintainer, and answered late."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.coaching.answers import Answer, answer
from bot.coaching.language.clusters import Cluster, clusters
from bot.coaching.language.intents import Option, Outcome, Understanding
from bot.services.coach import Coach
from bot.services.messages import Outgoing
from bot.services.open_questions import OpenQuestion, Why
from bot.services.ports import Talk, Work


@dataclass(frozen=True, slots=True)
class Doubt:
    """A report of a wrong answer: whether it was `new`, and what else the question may have meant."""

    text: str
    new: bool
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class LateAnswer:
    """An answer to a question asked when there was none."""

    chat: int
    question: str
    answer: Answer
    number: int
    """The question's own in its chat."""


def keep_unknown(work: Work, athlete: int, chat: int, text: str, now: datetime) -> bool:
    """Keep a question that the coach does not know for the maintainer."""
    return work.open_questions.keep(athlete, chat, text, Why.UNKNOWN, "", now)


def doubt(work: Work, coach: Coach, talk: Talk, athlete: int, chat: int, number: int, now: datetime) -> Doubt | None:
    """The lifter says that an answer is wrong; None where the question behind it is no longer remembered."""
    text = dict(talk.asked).get(number)
    if text is None:
        return None
    understood, options = coach.understander.second_thoughts(text, asked_before(talk, number))
    new = work.open_questions.keep(athlete, chat, text, Why.WRONG, reading(understood), now)
    return Doubt(text, new, options)


def asked_before(talk: Talk, number: int) -> str | None:
    """The question before that one, which it may refer to."""
    return dict(talk.asked).get(number - 1)


def reading(understood: Understanding) -> str:
    """What it was taken for, in a word or two: `how_to bent-over-row`; empty for what was not understood."""
    intent = understood.intent.value if understood.intent and understood.outcome is not Outcome.UNKNOWN else ""
    return " ".join((intent, *understood.subject.ids)) if intent else ""


def unanswered(work: Work) -> Sequence[tuple[Cluster, Sequence[OpenQuestion]]]:
    """The open questions, those alike together, the most asked first."""
    found = work.open_questions.open()
    return [(cluster, [found[at] for at in cluster.members]) for cluster in clusters([one.text for one in found])]


def tell_askers(
    work: Work, coach: Coach, word: Callable[[LateAnswer], Sequence[Outgoing]], now: datetime
) -> Sequence[LateAnswer]:
    """Answer every open question that can be answered by now, behind all other messages, and close it."""
    told: list[LateAnswer] = []
    closed: list[int] = []
    for one in work.open_questions.open():
        understood = coach.understander.understand(one.text)
        if understood.outcome not in (Outcome.ANSWER, Outcome.SAFETY) or reading(understood) == one.reading:
            continue
        talk, number = work.talks.get(one.chat).heard(one.text)
        work.talks.put(one.chat, talk)
        late = LateAnswer(one.chat, one.text, answer(understood, coach.knowledge, coach.language), number)
        work.outbox.put(word(late), now)
        told.append(late)
        closed.append(one.id)
    work.open_questions.close(closed)
    return told
