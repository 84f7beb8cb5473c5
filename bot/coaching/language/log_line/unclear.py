"""What is asked when a line has more than one reading?"""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: what the button says and what the grammar then does. An empty label: the sets say it."""

    value: str
    label: str = ""


@dataclass
class Unclear(Exception):
    """Raised where a rule cannot decide; `key` names the decision, so the line can be read again with an answer."""

    question: str
    key: str = ""
    choices: tuple[Choice, ...] = ()


@dataclass(slots=True)
class Decisions:
    """Answers taken so far, and the trace of what was decided and why."""

    chosen: dict[str, str] = field(default_factory=dict)
    trace: list[str] = field(default_factory=list)

    def decide(self, key: str, question: str, *choices: Choice) -> str:
        if key in self.chosen:
            return self.chosen[key]
        raise Unclear(question, key, choices)

    def note(self, said: str) -> None:
        self.trace.append(said)
