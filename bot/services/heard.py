"""What is remembered of a question: its words, what was spoken of before, and what it was taken for?"""

from dataclasses import dataclass

from bot.coaching.language.intents import Intent, Reading, Subject, TalkContext, Understanding

LONGEST = 300


@dataclass(frozen=True, slots=True)
class Heard:
    """A question and how it was taken. `number` stands in the button below its answer and is never given twice.

    `within` is what was spoken of before, `reading` what it was taken for: an intent and ids, in words. `pain` is the
    entry of the pain tree that was in mind.
    """

    number: int
    text: str
    within: str = ""
    reading: str = ""
    pain: str = ""

    @classmethod
    def of(cls, number: int, text: str, understood: Understanding) -> "Heard":
        taken = understood.intent if understood.is_answered else None
        words = in_words(taken, understood.subject) if taken else ""
        within = understood.within
        return cls(number, text[:LONGEST], in_words(within.intent, within.subject), words, within.advice or "")

    def context(self, known: frozenset[str]) -> TalkContext:
        """What was spoken of before; ids that are `known` exercises are lifts, the others muscles."""
        intent, subject = _read(self.within, known)
        return TalkContext(intent, subject, advice=self.pain or None)

    def taken(self, known: frozenset[str]) -> Reading | None:
        intent, subject = _read(self.reading, known)
        return Reading(intent, subject) if intent else None


def in_words(intent: Intent | None, subject: Subject) -> str:
    """`how_to bent-over-row`; empty for nothing."""
    return " ".join((intent.value if intent else "-", *subject.ids)) if intent or subject else ""


def _read(words: str, known: frozenset[str]) -> tuple[Intent | None, Subject]:
    name, *ids = words.split() or ["-"]
    lifts = tuple(id for id in ids if id in known)
    return None if name == "-" else Intent(name), Subject(lifts, tuple(id for id in ids if id not in known))
