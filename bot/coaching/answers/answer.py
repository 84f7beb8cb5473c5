"""What is an answer made of? Plain data: no markup, no wire. Also its plainest rendering, for the command line."""

from dataclasses import dataclass

from bot.coaching.language.intents import WHOLE_BACK, Intent, Reading, Subject


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A question that usually comes next. `part` is `more` for the rest of the same answer.

    `advice` is an entry of the pain tree: a choice there, or with `part` a part of it.
    """

    label: str
    intent: Intent
    subject: Subject = WHOLE_BACK
    part: str = ""
    advice: str = ""

    @property
    def reading(self) -> Reading:
        return Reading(self.intent, self.subject)


@dataclass(frozen=True, slots=True)
class Answer:
    """`lines` are what a lifter needs now, `more` the rest. `entry` says where in the knowledge base it is from."""

    title: str | None = None
    lines: tuple[str, ...] = ()
    numbered: bool = False
    note: str | None = None
    """What is said before the answer itself: that a name stands for the nearest lift."""
    closing: tuple[str, ...] = ()
    """What stands below numbered steps."""
    more: tuple[str, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    sources: tuple[str, ...] = ()
    entry: str = ""
    urgent: bool = False
    stands_out: tuple[str, ...] = ()
    """Words in the lines that the eye must meet first."""
    listed: tuple[FollowUp, ...] = ()
    """What the answer lists, in order: `the second one` means one of these."""

    @property
    def warns(self) -> bool:
        """Whether it is about pain, after which no training is offered."""
        return any(one.advice for one in self.follow_ups)


def render_plain(answer: Answer) -> str:
    lines = [f"{place}. {line}" for place, line in enumerate(answer.lines, 1)] if answer.numbered else answer.lines
    asks = " | ".join(one.label for one in answer.follow_ups)
    receipt = f"source: {'; '.join(answer.sources)} (entry {answer.entry})" if answer.sources else ""
    shown = (answer.title or "", answer.note or "", *lines, *answer.closing, f"[ {asks} ]" if asks else "", receipt)
    return "\n".join(line for line in shown if line)
