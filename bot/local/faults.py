"""What goes wrong on the wire, on demand? Rules that make chosen calls fail in one of the ways networks fail."""

import random
from dataclasses import dataclass, field
from typing import Any, Self

from bot.local.errors import ApiError, Json, too_many

# kind -> is the call carried out although the bot sees a failure?
KINDS = {
    "429": False,
    "400": False,
    "401": False,
    "403": False,
    "409": False,
    "500": False,
    "502": False,
    "reset_before": False,
    "reset_after": True,
    "timeout": False,
    "timeout_after": True,
    "truncated": True,
    "bad_json": True,
    "slow": True,
}
_SENTENCES = {
    "400": (400, "Bad Request: chat not found"),
    "401": (401, "Unauthorized"),
    "403": (403, "Forbidden: bot was blocked by the user"),
    "409": (
        409,
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    ),
    "500": (500, "Internal Server Error"),
}


@dataclass(slots=True, eq=False)
class Fault:
    """A rule: which calls fail, how, and how often."""

    kind: str
    method: str = "*"  # a method's name, "send*" for all that begin so, "*" for all but getUpdates
    count: int | None = None  # how many calls fail before the rule is used up; None: for ever
    skip: int = 0  # how many matching calls go well first
    share: float = 1.0  # of the matching calls
    chat_id: int | None = None
    retry_after: int = 1
    seconds: float = 1.0  # how long slow takes, and how long a time-out holds the line
    description: str = ""

    @classmethod
    def from_json(cls, given: Any) -> Self:
        if not isinstance(given, dict) or given.get("kind") not in KINDS:
            raise ValueError(f"a fault needs a kind, one of {', '.join(KINDS)}; this is {given!r}")
        return cls(**given)

    @property
    def carried_out(self) -> bool:
        return KINDS[self.kind]

    def refusal(self) -> ApiError | None:
        """The Bot API's own way to say this, for faults that are an orderly answer."""
        if self.kind == "429":
            return too_many(self.retry_after)
        if self.kind not in _SENTENCES:
            return None
        code, sentence = _SENTENCES[self.kind]
        return ApiError(code, self.description or sentence)

    def matches(self, method: str, chat_id: str) -> bool:
        if self.chat_id is not None and str(self.chat_id) != chat_id:
            return False
        if self.method == "*":
            return method != "getupdates"
        wanted = self.method.lower()
        return method.startswith(wanted[:-1]) if wanted.endswith("*") else method == wanted


@dataclass(slots=True)
class Faults:
    """The rules in force; the first that matches a call decides."""

    rules: list[Fault] = field(default_factory=list)
    chance: random.Random = field(default_factory=lambda: random.Random(1))

    def add(self, kind: str, method: str = "*", **how: Any) -> Fault:
        """Make matching calls fail from now on, as many as `count` says."""
        rule = Fault.from_json({"kind": kind, "method": method, **how})
        self.rules.append(rule)
        return rule

    def clear(self) -> None:
        self.rules.clear()

    def next(self, method: str, chat_id: str) -> Fault | None:
        """The fault this call meets, if any."""
        for rule in self.rules:
            if rule.matches(method, chat_id) and self._strikes(rule):
                return rule
        return None

    def _strikes(self, rule: Fault) -> bool:
        if rule.skip:
            rule.skip -= 1
            return False
        if rule.share < 1 and self.chance.random() >= rule.share:
            return False
        if rule.count is not None:
            rule.count -= 1
            if rule.count <= 0:
                self.rules.remove(rule)
        return True

    def records(self) -> list[Json]:
        """The rules as JSON."""
        return [{name: getattr(rule, name) for name in Fault.__slots__} for rule in self.rules]
