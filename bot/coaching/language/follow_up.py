"""What does a short text mean after the last answer? `and the grip?`, `why?`, `and chin-ups?`, `the second one`."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.coaching.language.intents import Intent, Reading, Subject, TalkContext
from bot.coaching.language.names import MASKS, Kind
from bot.coaching.language.reader import Read
from bot.coaching.language.shapes import Words

SHORT = 10
"""Words up to which a text without a subject is taken to go on about the last one."""

LOOSE = frozenset({"one", "ones", "same", "there", "here", "then", "too"})
"""Words that point without standing for a name."""

OF_A_MUSCLE = frozenset({Intent.MUSCLE_INFO, Intent.EXERCISES_FOR_MUSCLE, Intent.TECHNIQUE_TIP, Intent.FREQUENCY})
NOT_OF_A_LIFT = frozenset(
    {
        Intent.MUSCLE_INFO,
        Intent.EXERCISES_FOR_MUSCLE,
        Intent.SMALL_TALK,
        Intent.OUT_OF_SCOPE,
        Intent.PAIN_OR_INJURY,
        Intent.SESSION_TODAY,
        Intent.COMPARE,
        Intent.BENEFITS,
    }
)


@dataclass(frozen=True, slots=True)
class FollowUps:
    words: Words

    def chosen(self, read: Read, context: TalkContext) -> Reading | None:
        """`the second one`, of the list that was shown."""
        if read.mentions or not context.offered or len(read.words) > 6:
            return None
        numbers = [self.words.ordinals[word] for word in read.words if self.words.ordinals.get(word)]
        others = [w for w in read.words if w not in self.words.ordinals and not self._is_idle(w)]
        if not numbers or others:
            return None
        place = len(context.offered) - 1 if numbers[0] < 0 else numbers[0] - 1
        return context.offered[place] if place < len(context.offered) else None

    def goes_on(self, read: Read) -> bool:
        """Whether a text that names no lift is about the last one."""
        rest = set(read.masked)
        if rest & set(self.words.pointing):
            return True
        return len(read.masked) <= SHORT and not rest & set(self.words.whole)

    def points(self, read: Read) -> bool:
        return any(word in self.words.pointing and word not in LOOSE for word in read.masked)

    def filled(self, masked: Sequence[str], subject: Subject) -> list[str]:
        """The text with the last subject put where it points, or after it."""
        mask = MASKS[Kind.EXERCISE if subject.exercises else Kind.MUSCLE]
        for place, word in enumerate(masked):
            if word in self.words.pointing and word not in LOOSE:
                after = place + 2 if masked[place + 1 : place + 2] in (["one"], ["ones"]) else place + 1
                return [*masked[:place], mask, *masked[after:]]
        return [*masked, mask]

    def is_bare(self, read: Read) -> bool:
        """Whether it names something and asks nothing: `and chin-ups?`"""
        return bool(read.mentions) and all(word.isupper() or word in self.words.fillers for word in read.masked)

    def _is_idle(self, word: str) -> bool:
        return word in self.words.fillers or word in self.words.pointing

    @staticmethod
    def keeps(intent: Intent | None, subject: Subject) -> bool:
        """Whether the last question can be asked about this."""
        if intent is None:
            return False
        return intent not in NOT_OF_A_LIFT if subject.exercises else intent in OF_A_MUSCLE
