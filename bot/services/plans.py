"""Which plan does a lifter train by, and what is there in their gym?"""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.gym import Gym
from bot.domain.planning import Plan


@dataclass(frozen=True, slots=True)
class KeptPlan:
    id: int
    plan: Plan
    made_at: datetime


@dataclass(frozen=True, slots=True)
class PlanSpan:
    """Of a plan that was made: how many sessions a week it has, and when they went back to the sample session."""

    made_at: datetime
    ended_at: datetime | None
    sessions: int


class Plans(Protocol):
    def current(self, athlete: int) -> KeptPlan | None:
        """The plan in force: the one made last, unless they went back to the sample session, or another version of the
        coach made it and this one cannot read it."""
        ...

    def spans(self, athlete: int) -> tuple[PlanSpan, ...]:
        """All that were made, the newest first: each is in force until the next one was made, or it ended."""
        ...

    def keep(self, athlete: int, plan: Plan, now: datetime) -> KeptPlan:
        """From now on this one is in force; those before stay, since sessions were done by them. What hurt and what was
        refused in their wishes is forgotten once no tap brings them back."""
        ...

    def end(self, athlete: int, now: datetime) -> bool:
        """No plan is in force any more; False where none was."""
        ...

    def revive(self, athlete: int, number: int) -> bool:
        """The plan that ended is in force again; False where it is not the one made last, or did not end."""
        ...

    def drop(self, athlete: int, number: int) -> bool:
        """The plan is as if it had never been made; False where it is not theirs, or a session is one of it."""
        ...


class Gyms(Protocol):
    def of(self, athlete: int) -> Gym | None:
        """What they said of it; None where they said nothing."""
        ...

    def put(self, athlete: int, gym: Gym) -> None: ...
