"""Given how likely each reading is, what is done: answer, ask back, decline, or keep the lifter safe?

The order of the decisions is the order of what a mistake costs: pain first, then what is not coached, then the
likeliest reading, then a choice of readings, and at last an honest "I don't know".
"""

from collections.abc import Iterable, Sequence
from copy import copy
from itertools import islice

from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.language.advice import Advices
from bot.coaching.language.intents import Intent, Option, Outcome, Reading, Step, Subject, Understanding
from bot.coaching.language.judging import Judgement
from bot.coaching.language.language import Language
from bot.coaching.language.names import Kind
from bot.coaching.language.pain import Signs
from bot.coaching.language.reader import Read
from bot.coaching.language.shapes import Thresholds
from bot.coaching.language.subjects import Topics

NEEDS_A_LIFT = frozenset(
    {Intent.HOW_TO, Intent.MUSCLES_WORKED, Intent.ALTERNATIVES, Intent.EASIER, Intent.HARDER, Intent.COMPARE}
)
ONE_LIFT_AT_A_TIME = frozenset(
    {Intent.HOW_TO, Intent.MISTAKES, Intent.ALTERNATIVES, Intent.EASIER, Intent.HARDER, Intent.TECHNIQUE_TIP}
)
"""Asked of `rows`, these are asked back: which row?"""
ASKED_ABOUT_MUSCLES = frozenset({Intent.MUSCLE_INFO, Intent.EXERCISES_FOR_MUSCLE})
Steps = tuple[Step, ...]
OPTIONS = 3
NAMED, NAMED_IN_WORDS = 1.5, 2.0
"""How much likelier a reading is when a topic of it is named, by a word or by several."""
SURELY_ELSEWHERE = 0.97
CLEARLY, HARDLY = 0.9, 0.01
"""A word that may be a misspelt word of pain is none where the text is this likely something else, and pain this
unlikely: `tere` in "is tere a dumbbell version"."""
WHAT_FOR = frozenset({Intent.WHY, Intent.BENEFITS})
"""Of a lift these are one question."""
NOT_COACHED = frozenset({Intent.SMALL_TALK, Intent.OUT_OF_SCOPE})


class Decider:
    def __init__(self, knowledge: Knowledge, language: Language, topics: Topics) -> None:
        self._knowledge = knowledge
        self._thresholds = language.thresholds
        self._wording = language.wording
        self._groups = language.not_covered.groups
        self._topics = topics
        self._advices = Advices(knowledge.pain, language.pain.no_place)
        self._coached = frozenset(language.words.coached)
        programs = iter(knowledge.programs.values())
        self._usual = tuple(slot.exercise for slot in next(programs).slots[:OPTIONS]) if knowledge.programs else ()

    def with_thresholds(self, thresholds: Thresholds) -> "Decider":
        other = copy(self)
        other._thresholds = thresholds
        return other

    def decide(
        self,
        judged: Judgement,
        subject: Subject,
        choice: Sequence[str],
        read: Read,
        signs: Signs,
        why: Steps,
        *,
        last_advice: str | None = None,
    ) -> Understanding:
        judged = judged.weighed(self._fitting(subject, read, signs))
        trace: Steps = (lambda: _told(read), *why, lambda: (_told_readings(judged),))
        intent, likely = judged.best
        if self._hurts(judged, read, signs):
            return self.safety(subject, signs, trace, last=last_advice)
        if self._elsewhere(judged, subject, read):
            return self._declined(judged, read, trace)
        if intent is Intent.SMALL_TALK and likely >= self._thresholds.answer:
            group = judged.groups.get(intent)
            return Understanding(Outcome.ANSWER, intent, Subject(), remark=group, steps=trace)
        no_answer = NOT_COACHED | {Intent.PAIN_OR_INJURY} if signs.excused else NOT_COACHED
        in_scope = [*islice((one for one in judged.ranked if one[0] not in no_answer), OPTIONS)]
        (first, top), (next_, second) = in_scope[:2]
        if subject.exercises and {first, next_} == WHAT_FOR:
            top, second = top + second, in_scope[2][1]
        if top >= self._thresholds.answer and top >= second * self._thresholds.ahead and first is judged.best[0]:
            answered = self._answer_about(first, subject, choice, read, trace)
            guessed = answered.options and not subject and not choice and top < self._thresholds.which
            return Understanding(Outcome.UNKNOWN, None, steps=(*trace, "no lift named")) if guessed else answered
        least = judged.by_intent.get(Intent.OUT_OF_SCOPE, 0.0)
        return self._offered(in_scope, subject, choice, read, trace, named=bool(subject) and top >= least)

    def _fitting(self, subject: Subject, read: Read, signs: Signs) -> dict[Intent, float]:
        """What speaks for and against a reading beside its words: the subject, and a topic of it that is named."""
        factors = _allowed(subject, read, signs)
        for intent, words in self._topics.named(read.words).items():
            factors[intent] = factors.get(intent, 1.0) * (NAMED_IN_WORDS if words > 1 else NAMED)
        return factors

    def _hurts(self, judged: Judgement, read: Read, signs: Signs) -> bool:
        likely = judged.by_intent.get(Intent.PAIN_OR_INJURY, 0.0)
        if not signs.found:
            return not signs.excused and likely >= self._thresholds.pain
        unlikely = likely < HARDLY and judged.best[1] >= CLEARLY
        if signs.guessed and unlikely and not self._advices.about(signs.readings).holds:
            return False
        if self._advices.names(signs.readings):
            return True
        elsewhere = judged.by_intent.get(Intent.OUT_OF_SCOPE, 0.0)
        return elsewhere < SURELY_ELSEWHERE or any(one.kind is not Kind.OTHER for one in read.mentions)

    def holds(self, advice: str) -> bool:
        """Whether what was said to pain stands, whatever is said of training next."""
        return self._advices.holds(advice)

    def names_a_place(self, signs: Signs) -> bool:
        """Whether a text without a word of pain may answer `where is it?`."""
        return self._advices.names(signs.readings)

    def safety(
        self, subject: Subject, signs: Signs, trace: Steps, *, last: str | None = None, goes_on: bool = False
    ) -> Understanding:
        """`last`: the entry given before it."""
        advice = self._advices.still(self._advices.about(signs.readings), last, goes_on=goes_on)
        return Understanding(
            Outcome.SAFETY,
            Intent.PAIN_OR_INJURY,
            subject,
            signs=signs.found,
            advice=advice.id,
            urgent=advice.is_pressing,
            steps=(*trace, f"signs: {', '.join(signs.found) or ('none' if goes_on else 'none, by its likelihood')}"),
        )

    def _elsewhere(self, judged: Judgement, subject: Subject, read: Read) -> bool:
        groups = read.groups
        if any(not self._groups[group].mixed for group in groups):
            return True
        intent, likely = judged.best
        if groups and not subject and self._coached.isdisjoint(read.words):
            return intent is not Intent.SMALL_TALK
        return intent is Intent.OUT_OF_SCOPE and likely >= self._thresholds.decline

    def _declined(self, judged: Judgement, read: Read, trace: Steps) -> Understanding:
        strict = (group for group in read.groups if not self._groups[group].mixed)
        judged_group = judged.groups.get(Intent.OUT_OF_SCOPE)
        named = next(strict, None) or next(iter(read.groups), None)
        group = named or (judged_group if judged_group in self._groups else None)
        return Understanding(Outcome.UNKNOWN, Intent.OUT_OF_SCOPE, not_covered=group, steps=(*trace, f"group {group}"))

    def bare(self, subject: Subject, choice: Sequence[str], read: Read, kept: Intent | None) -> Understanding:
        """A name and nothing else: the last question again, or the one that is asked most."""
        why = ("a bare name",)
        if kept:
            return self._answer_about(
                kept, subject, choice, read, (lambda: _told(read), *why, "the last question again")
            )
        usual = Intent.HOW_TO if subject.exercises else Intent.MUSCLE_INFO
        if subject.exercises and subject.muscles and not choice:
            usual = Intent.MUSCLES_WORKED  # "pullover chest or back"
        if len(subject.exercises) > 1 and not choice:
            usual = Intent.COMPARE
        return self._answer_about(usual, subject, choice, read, (lambda: _told(read), *why))

    def _answer_about(
        self, intent: Intent, subject: Subject, choice: Sequence[str], read: Read, trace: Steps
    ) -> Understanding:
        named = self._topics.names(intent, read.words)
        if choice and intent in ONE_LIFT_AT_A_TIME and not named:
            return self._which(intent, choice, subject, trace)
        if (intent in NEEDS_A_LIFT or intent is Intent.WHY) and not subject and not named:
            return self._which(intent, self._usual, subject, trace)
        return self.answer(intent, subject, read, trace)

    def answer(self, intent: Intent, subject: Subject, read: Read, trace: Steps) -> Understanding:
        general = (not subject and intent is not Intent.SESSION_TODAY) or intent is Intent.BENEFITS
        topic, item = self._topics.on(intent, read.words, general=general)
        if intent is Intent.MISTAKES and item is None and not subject.exercises:
            topic, item = self._tip(read) or (topic, item)
        return Understanding(Outcome.ANSWER, intent, subject, topic=topic, item=item, steps=trace)

    def _tip(self, read: Read) -> tuple[str, str] | None:
        """A fault that a tip of technique is about: `i cannot feel my lats`."""
        topic, item = self._topics.on(Intent.TECHNIQUE_TIP, read.words, general=False)
        return (topic, item) if topic and item else None

    def _which(self, intent: Intent, ids: Sequence[str], subject: Subject, trace: Steps) -> Understanding:
        options = tuple(
            Option(self._knowledge.exercise(id).name, intent, Subject((id,), subject.muscles)) for id in ids[:OPTIONS]
        )
        return Understanding(Outcome.CLARIFY, intent, Subject(), options=options, steps=(*trace, "which lift?"))

    def _offered(
        self,
        ranked: Sequence[tuple[Intent, float]],
        subject: Subject,
        choice: Sequence[str],
        read: Read,
        trace: Steps,
        *,
        named: bool,
    ) -> Understanding:
        """`named`: a lift or a muscle is, so what is asked of it can be asked back."""
        close = [(i, value) for i, value in ranked if value >= self._thresholds.offer]
        together = sum(value for _, value in close)
        fits = [intent for intent, _ in close if subject or intent not in NEEDS_A_LIFT]
        if len(close) == 1 and together >= self._thresholds.offered:
            return self._answer_about(close[0][0], subject, choice, read, trace)
        if together < self._thresholds.offered or len(fits) < 2:
            fits = [intent for intent, _ in ranked] if named and ranked[0][1] >= self._thresholds.named else []
        if not fits:
            return Understanding(Outcome.UNKNOWN, None, subject, steps=(*trace, "no reading is likely enough"))
        if choice:
            subject = Subject(tuple(choice[:1]), subject.muscles)
        options = tuple(Option(self._label(intent, subject), intent, subject) for intent in fits)
        return Understanding(Outcome.CLARIFY, None, subject, options=options, steps=(*trace, "close readings"))

    def others(self, judged: Judgement, subject: Subject, taken: Reading | None) -> tuple[Option, ...]:
        """What else a text may have meant, the likeliest first: for whoever says that it was taken wrong."""
        about = taken.subject if taken and not subject else subject
        no_guess = {*NOT_COACHED, Intent.PAIN_OR_INJURY, taken.intent if taken else None}
        ranked = (intent for intent, _ in judged.ranked if intent not in no_guess)
        fits = (intent for intent in ranked if about or intent not in NEEDS_A_LIFT)
        return tuple(Option(self._label(intent, about), intent, about) for intent in islice(fits, OPTIONS))

    def _label(self, intent: Intent, subject: Subject) -> str:
        asks = self._wording.asks[intent]
        names = [self._knowledge.exercise(id).name for id in subject.exercises[:1]]
        names += [] if names else [self._knowledge.muscle(id).name for id in subject.muscles[:1]]
        return f"{names[0]}: {asks[0].lower()}{asks[1:]}" if names else asks


def _allowed(subject: Subject, read: Read, signs: Signs) -> dict[Intent, float]:
    """Readings that the subject, or an expressed "no pain", does not allow are hardly meant."""
    factors: dict[Intent, float] = {}
    if signs.excused and not signs.found:
        factors[Intent.PAIN_OR_INJURY] = 0.02
    if len(subject.exercises) < 2 and read.ids(Kind.EXERCISE):
        factors[Intent.COMPARE] = 0.4
    if subject.exercises and not subject.muscles:
        factors |= dict.fromkeys(ASKED_ABOUT_MUSCLES, 0.3)
    if subject.muscles and not subject.exercises:
        factors |= dict.fromkeys(NEEDS_A_LIFT - {Intent.COMPARE}, 0.3)
    if subject:
        factors[Intent.SMALL_TALK] = 0.5
    return factors


def _told(read: Read) -> Iterable[str]:
    yield f"read: {' '.join(read.words)}"
    yield f"masked: {' '.join(read.masked)}"
    for one in read.mentions:
        yield f"{one.said!r} is {one.kind} {', '.join(one.ids)}"


def _told_readings(judged: Judgement) -> str:
    return "likely: " + ", ".join(f"{intent} {value:.2f}" for intent, value in judged.ranked[:3])
