"""What is asked when a line has more than one reading?"""

from dataclasses import dataclass, field
from enum import StrEnum


class Wants(StrEnum):
    """What a question asks for, where it can be answered in words: it stands in place of what was not clear."""

    EXERCISE = "exercise"
    REPS = "reps"
    LOAD = "load"


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: what the button says and what the grammar then does. An empty label: the sets say it."""

    value: str
    label: str = ""


@dataclass
class Unclear(Exception):
    """Raised where a rule cannot decide; `key` names the decision, so the line can be read again with an answer.

    `said` is the part of the line that an answer replaces; empty: what it `wants` is missing, and can be added.
    """

    question: str
    key: str = ""
    choices: tuple[Choice, ...] = ()
    wants: Wants | None = None
    said: str = ""
    missed: int = 0
    """So many repetitions fewer than were asked for."""


@dataclass(slots=True)
class Decisions:
    """Answers taken so far, and the trace of what was decided and why."""

    chosen: dict[str, str] = field(default_factory=dict)
    trace: list[str] = field(default_factory=list)

    def decide(self, key: str, question: str, *choices: Choice, wants: Wants | None = None, said: str = "") -> str:
        if key in self.chosen:
            return self.chosen[key]
        raise Unclear(question, key, choices, wants, said)

    def note(self, said: str) -> None:
        self.trace.append(said)
