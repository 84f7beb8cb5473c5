"""What becomes of a question without a right answer? It is kept, shown to the maintainer, and answered late."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.coaching.answers import Answer, answer
from bot.coaching.language.clusters import Cluster, clusters
from bot.coaching.language.intents import Intent, Option, Outcome
from bot.services.coach import Coach
from bot.services.heard import Heard
from bot.services.hurts import take_back
from bot.services.messages import Outgoing
from bot.services.open_questions import OpenQuestion, Why
from bot.services.pain import flag_in_mind, forget_pain
from bot.services.ports import Talk, Work


@dataclass(frozen=True, slots=True)
class Doubt:
    """A report of a wrong answer: whether it was `new`, and what else the question may have meant."""

    text: str
    new: bool
    options: tuple[Option, ...]
    back: tuple[str, ...] = ()
    """Lifts that the answer took off, and that are in again."""


@dataclass(frozen=True, slots=True)
class LateAnswer:
    """An answer to a question asked when there was none."""

    question: OpenQuestion
    answer: Answer


@dataclass(frozen=True, slots=True)
class Asked:
    """Questions that ask the same. `id` names them: the oldest question's, which no later one changes."""

    cluster: Cluster
    questions: Sequence[OpenQuestion]

    @property
    def id(self) -> int:
        return min(one.id for one in self.questions)


def doubt(work: Work, coach: Coach, talk: Talk, athlete: int, chat: int, number: int, now: datetime) -> Doubt | None:
    """The lifter says that an answer is wrong; None where the question behind it is no longer remembered. Was it one to
    pain, it no longer counts, and what it took off the next sessions is in again; but a red flag that was told in
    another question stands, and while it does no lift comes back."""
    asked = heard(talk, number)
    if asked is None:
        return None
    new = work.open_questions.keep(athlete, chat, asked, Why.WRONG, now)
    taken = asked.taken(coach.lifts)
    back: tuple[str, ...] = ()
    if taken and taken.intent is Intent.PAIN_OR_INJURY and not _another_holds(coach, talk, asked, now):
        work.talks.put(chat, forget_pain(talk))
        back = take_back(work, athlete, number)
    return Doubt(asked.text, new, other_readings(coach, asked), back)


def _another_holds(coach: Coach, talk: Talk, asked: Heard, now: datetime) -> bool:
    """Whether a red flag stands that this question did not tell."""
    flag = flag_in_mind(talk, coach.knowledge.pain, now)
    if flag is None:
        return False
    return coach.understander.understand(asked.text, asked.context(coach.lifts)).advice != flag.id


def heard(talk: Talk, number: int) -> Heard | None:
    return next((one for one in talk.asked if one.number == number), None)


def other_readings(coach: Coach, asked: Heard) -> tuple[Option, ...]:
    return coach.understander.other_readings(asked.text, asked.context(coach.lifts), asked.taken(coach.lifts))


def alike(found: Sequence[OpenQuestion]) -> Sequence[Asked]:
    """Open questions, those that ask the same together, the most asked first. Needs no database; may take a while."""
    return [Asked(cluster, [found[at] for at in cluster.members]) for cluster in clusters([one.text for one in found])]


def answerable(coach: Coach, found: Sequence[OpenQuestion]) -> Sequence[LateAnswer]:
    """Those that are answered by now, and otherwise than they were. Needs no database either."""
    late: list[LateAnswer] = []
    for one in found:
        asked = Heard(0, one.text, one.within, one.reading)
        understood = coach.understander.understand(one.text, asked.context(coach.lifts))
        known = understood.outcome in (Outcome.ANSWER, Outcome.SAFETY)
        if known and Heard.of(0, one.text, understood).reading != one.reading:
            late.append(LateAnswer(one, answer(understood, coach.knowledge, coach.language)))
    return late


def tell_askers(
    work: Work, late: Sequence[LateAnswer], word: Callable[[LateAnswer], Sequence[Outgoing]], now: datetime
) -> int:
    """Put late answers behind all other messages, and close their questions; those closed meanwhile are left out."""
    still = {one.id for one in work.open_questions.open()}
    told = [one for one in late if one.question.id in still]
    for one in told:
        work.outbox.put(word(one), now)
    return work.open_questions.close([one.question.id for one in told])
