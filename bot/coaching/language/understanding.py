"""What does a lifter ask? Names are linked and masked, the rest is judged, and what is not sure is asked or left."""

from collections.abc import Sequence
from copy import copy
from dataclasses import replace

from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.knowledge.faults import KnowledgeFault
from bot.coaching.language.deciding import Decider
from bot.coaching.language.follow_up import SHORT, FollowUps
from bot.coaching.language.hurt import Hurt, Hurts
from bot.coaching.language.intents import Intent, Option, Outcome, Reading, Subject, TalkContext, Understanding
from bot.coaching.language.judging import Judge, Judgement
from bot.coaching.language.language import Language
from bot.coaching.language.names import Kind
from bot.coaching.language.pain import PainWords, Signs, hurting
from bot.coaching.language.reader import Read, Reader, known_names, known_words, names_words, pain_words, words_at_home
from bot.coaching.language.remembering import remember
from bot.coaching.language.rows import Rows
from bot.coaching.language.scope import Scope
from bot.coaching.language.several import Parting
from bot.coaching.language.shapes import Thresholds
from bot.coaching.language.spelling import Speller
from bot.coaching.language.subjects import Topics, subject_of
from bot.coaching.language.words import sentences
from bot.domain.planning import Site

__all__ = ["Intent", "Option", "Outcome", "Reading", "Subject", "TalkContext", "Understander", "Understanding"]

NOTHING = TalkContext()
MOSTLY = 0.5
"""With this share of words from elsewhere no choice is offered, even where a lift is named."""
SURELY = 0.85
"""A text that points at what was spoken of is about something else only when that is this likely."""

TO_TRAIN = frozenset({Intent.SETS_REPS, Intent.PROGRESSION, Intent.FREQUENCY, Intent.WARMUP, Intent.HARDER})
"""What is prescribed: after a red flag it is said again instead, where it is asked despite it."""
LESS = frozenset({Intent.EASIER, Intent.ALTERNATIVES})
"""What spares something: so is this, as long as nothing else was spoken of."""
BESIDE = frozenset(
    {
        Intent.SETS_REPS,
        Intent.GRIP,
        Intent.TECHNIQUE_TIP,
        Intent.EQUIPMENT,
        Intent.BREATHING,
        Intent.MISTAKES,
        Intent.MUSCLES_WORKED,
        Intent.MUSCLE_INFO,
    }
)
"""What a mere "should I" is about where it is surely that: `should i pull with my elbows`."""
A_WORD = 5
"""Letters below which a misspelt word may be anything."""
LONG = 16
"""Words up to which a text may go on about pain that was spoken of; a longer one says itself what it is about."""


class Understander:
    def __init__(self, knowledge: Knowledge, language: Language) -> None:
        if language.table is None:
            raise KnowledgeFault(["this language has no table that can be read: run python -m bot ask --build"])
        self.language = language
        self._knowledge = knowledge
        names = known_names(language, knowledge)
        known = known_words(language, knowledge, language.table)
        guarded = (*language.words.guarded, *language.words.spellings, *pain_words(language, knowledge))
        self.reader = Reader(language, names, Speller(known, guarded, first=names_words(language, knowledge)))
        self._pain_speller = Speller(dict.fromkeys(hurting(language.pain), 1), (*known, *guarded))
        self._scope = Scope(words_at_home(language, knowledge, language.table))
        self._judge = Judge(language.table)
        self._pain = PainWords(language.pain, knowledge.pain)
        self._hurts = Hurts(language.pain, self.reader, self._pain, knowledge)
        self._follow = FollowUps(language.words)
        self._implied = Rows(language.words.implied.items())
        self._parting = Parting(language.words.asking, language.words.joining)
        self._decider = Decider(knowledge, language, Topics(knowledge, names))
        self._plainly, self._pain_of = remember(self._taken), remember(self._hurting)

    def with_thresholds(self, thresholds: Thresholds) -> "Understander":
        """The same, sure of itself otherwise."""
        other = copy(self)
        other.language = replace(self.language, thresholds=thresholds)
        other._decider = self._decider.with_thresholds(thresholds)
        other._plainly, other._pain_of = remember(other._taken), remember(other._hurting)
        return other

    def understand(self, text: str, context: TalkContext | None = None) -> Understanding:
        """A message as one question. Never raises: what makes no sense is unknown."""
        return self._plainly(self.reader.plain(text), context or NOTHING)

    def understand_all(self, text: str, context: TalkContext | None = None) -> Sequence[Understanding]:
        """Each question of a message, in order: two that are asked at once are both answered."""
        said = self.reader.plain(text)
        whole = self._plainly(said, context or NOTHING)
        parts = self._parting.parts(said)
        if len(parts) < 2 or whole.outcome is Outcome.SAFETY or whole.not_covered:
            return (whole,)
        each = [
            replace(one, said=part) for one, part in zip(self._in_turn(parts, context or NOTHING), parts, strict=True)
        ]
        apart = len({(one.intent, one.subject, one.topic, one.item) for one in each}) == len(each)
        return each if apart and all(_is_answer(one) for one in each) else (whole,)

    def pain_in(self, text: str, context: TalkContext | None = None) -> Understanding | None:
        """What the words of a text say of pain, whatever else it is: a set may end in `and my back hurts`."""
        return self._pain_of(text, context.advice if context else None)

    def _hurting(self, text: str, last: str | None) -> Understanding | None:
        """`last` is the entry of the pain tree that is in mind."""
        read = self.reader.read(text)
        signs = self._signs(read)
        if not signs.found:
            return None
        subject, _ = subject_of(read, self._knowledge, NOTHING.subject)
        return self._decider.safety(subject, signs, ("pain beside something else",), last=last)

    def hurt(self, text: str, understood: Understanding) -> Hurt:
        """What a text that was read as pain says of it: whether it is now, at which lift, and where."""
        if understood.advice is None or not understood.signs or understood.over:
            return Hurt()
        return self._hurts.read(text, self._knowledge.pain[understood.advice])

    def sites(self, text: str) -> frozenset[Site]:
        """Where on the body, as far as words name it."""
        return self._hurts.sites(text)

    def other_readings(self, text: str, context: TalkContext, taken: Reading | None) -> tuple[Option, ...]:
        """What a question may have meant beside what it was taken for."""
        said = self.reader.plain(text)
        read = self.reader.read_plain(said)
        subject, choice = self._subject(read, context)
        judged, subject, _ = self._judged(said, read, subject, context)
        return self._decider.others(judged, Subject(choice[:1], subject.muscles) if choice else subject, taken)

    def _in_turn(self, parts: Sequence[str], context: TalkContext) -> Sequence[Understanding]:
        """One question after the other; a lift named in one of them is what the others are about."""
        each = [self._plainly(part, context) for part in parts]
        read = [self.reader.read_plain(part) for part in parts]
        names = [bool(one.ids(Kind.EXERCISE) or one.ids(Kind.MUSCLE)) for one in read]
        if not any(names):
            return each
        named = each[names.index(True)].subject
        return [
            one if own else self._plainly(part, TalkContext(one.intent, named))
            for part, one, own in zip(parts, each, names, strict=True)
        ]

    def _taken(self, said: str, context: TalkContext) -> Understanding:
        read = self.reader.read_plain(said)
        if not read.words:
            return Understanding(Outcome.UNKNOWN, noise=True, steps=("no words in it",))
        understood = replace(self._understand(said, read, context), within=context)
        if self._is_elsewhere(understood, read, context):
            steps = (*understood.steps, "too many words from elsewhere")
            return Understanding(Outcome.UNKNOWN, within=context, steps=steps)
        near = tuple(dict.fromkeys(one.near for one in read.mentions if one.near))
        return replace(understood, near=near) if near else understood

    def _is_elsewhere(self, understood: Understanding, read: Read, context: TalkContext) -> bool:
        """Whether an answer about nothing in particular, or a choice that is a guess, would meet another subject."""
        if understood.outcome not in (Outcome.ANSWER, Outcome.CLARIFY) or context.subject:
            return False
        if understood.subject and understood.outcome is Outcome.ANSWER:
            return False
        most = MOSTLY if understood.subject else self.language.thresholds.elsewhere
        return self._scope.strangers(read) >= most

    def _understand(self, said: str, read: Read, context: TalkContext) -> Understanding:
        signs = self._signs(read)
        subject, choice = self._subject(read, context)
        strange = 1.0 if self.reader.is_scrap(read) and not self._is_phrasing(read) else self.reader.strangeness(read)
        if strange >= self.language.thresholds.strange and not self._pain.look(read.said).found:
            steps = (f"read: {' '.join(read.words)}", f"strange: {strange:.0%}")
            return Understanding(Outcome.UNKNOWN, noise=not self.reader.has_a_word(read), steps=steps)
        over = context.advice is not None and self._pain.is_over(read.said, read.words)
        if context.advice and (over or self._goes_on(read, context.advice)):
            after = self._decider.safety(subject, signs, ("after pain",), last=context.advice, goes_on=not signs.found)
            return replace(after, over=over)
        if not signs.found:
            if self._tells_where(read, signs, context):
                return self._decider.safety(subject, signs, ("where it hurts",))
            chosen = self._follow.chosen(read, context)
            if chosen:
                return self._decider.answer(chosen.intent, chosen.subject, read, ("one of the list shown last",))
            if self._follow.is_bare(read) and subject and not read.groups:
                kept = context.intent if self._follow.keeps(context.intent, subject) else None
                return self._decider.bare(subject, choice, read, kept)
        judged, subject, why = self._judged(said, read, subject, context)
        decided = self._decider.decide(judged, subject, choice, read, signs, (why,), last_advice=context.advice)
        if context.advice and self._decider.holds(context.advice) and self._is_despite(decided.intent, read, context):
            why = f"{decided.intent} after a red flag"
            return self._decider.safety(subject, signs, (why,), last=context.advice, goes_on=True)
        return decided

    def _subject(self, read: Read, context: TalkContext) -> tuple[Subject, tuple[str, ...]]:
        """What is named; where no lift is and none was spoken of, the one that the words imply."""
        subject, choice = subject_of(read, self._knowledge, context.subject)
        if not subject.exercises and not context.subject.exercises:
            implied = None if read.groups else next((one.meaning for one in self._implied.find(read.words)), None)
            return (Subject((implied,), subject.muscles), ()) if implied else (subject, choice)
        return subject, choice

    def _is_phrasing(self, read: Read) -> bool:
        """Whether a few misspelt letters are one of the shortest questions: `wamrup`."""
        return sum(map(len, read.said)) >= A_WORD and self._judge.knows(read.masked)

    def _signs(self, read: Read) -> Signs:
        mended = [self._pain_speller.mend(word) for word in read.said]
        return self._pain.look(read.said, read.words, guess=mended, named=read.places(Kind.EXERCISE))

    def _goes_on(self, read: Read, advice: str) -> bool:
        """Whether it is still about what was said to pain."""
        holds = self._decider.holds(advice)
        if not (holds or len(read.words) <= LONG) or not self._pain.goes_on(read.said, read.words, holds=holds):
            return False
        return not holds or not self._is_beside(read)

    def _is_beside(self, read: Read) -> bool:
        """After a red flag: whether "should I" is surely about something else."""
        if self._pain.asks_leave(read.said, read.words) or self._pain.is_despite(read.said, read.words):
            return False
        intent, likely = self._judge.of(read.masked).best
        return intent in BESIDE and likely >= self.language.thresholds.answer

    def _is_despite(self, intent: Intent | None, read: Read, context: TalkContext) -> bool:
        """After a red flag: whether what is asked is training despite it, in words that do not say so."""
        if intent in LESS:
            return context.intent is Intent.PAIN_OR_INJURY
        despite = self._pain.is_despite(read.said, read.words)
        return intent is Intent.SESSION_TODAY or (intent in TO_TRAIN and despite)

    def _tells_where(self, read: Read, signs: Signs, context: TalkContext) -> bool:
        """`in my left knee`, after `it hurts`: the answer to what was asked back."""
        if context.intent is not Intent.PAIN_OR_INJURY or len(read.words) > SHORT or read.ids(Kind.EXERCISE):
            return False
        return read.words[0] not in self.language.words.asking and self._decider.names_a_place(signs)

    def _judged(self, said: str, read: Read, subject: Subject, context: TalkContext) -> tuple[Judgement, Subject, str]:
        """The text alone, or with what was spoken of put in: whichever is surer."""
        alone = self._alone(said, read)
        last = context.subject
        named = bool(read.ids(Kind.EXERCISE))
        if not last or (named and not self._compares(alone, read)) or not self._follow.goes_on(read):
            return alone, subject, "judged alone"
        if named:
            both = Subject(tuple(dict.fromkeys((*last.exercises, *subject.exercises))), subject.muscles)
            return alone, both, "compared with what was spoken of"
        filled = self._judge.of(self._follow.filled(read.masked, last))
        joined = Subject(last.exercises, subject.muscles or last.muscles)
        elsewhere = alone.best[0] in (Intent.SMALL_TALK, Intent.OUT_OF_SCOPE)
        if elsewhere and alone.best[1] > (SURELY if self._follow.points(read) else filled.best[1]):
            return alone, subject, "judged alone"
        surer = filled if elsewhere or filled.best[1] >= alone.best[1] else alone
        return surer, joined, "about what was spoken of"

    @staticmethod
    def _compares(alone: Judgement, read: Read) -> bool:
        return alone.best[0] is Intent.COMPARE and len(read.ids(Kind.EXERCISE)) < 2

    def _alone(self, said: str, read: Read) -> Judgement:
        parts = sentences(said)
        if len(parts) < 2:
            return self._judge.of(read.masked)
        read_parts = [(self.reader.read_plain(part).masked, asked) for part, asked in parts]
        return self._judge.of_story(read.masked, read_parts)


def _is_answer(one: Understanding) -> bool:
    return one.outcome is Outcome.ANSWER and one.remark is None
