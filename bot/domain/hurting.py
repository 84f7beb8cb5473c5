"""Which lift is off because it hurts, and which comes back after it did?"""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.planning import Site


@dataclass(frozen=True, slots=True)
class Off:
    """One lift set aside. `sites` is where it hurts, as far as that is known; `since` is when it was said last.

    `back_at`: it was put back then, and stays lighter until it is done again. `asked_at`: when it was asked whether it
    still hurts. `question` is the number of the question that it was said in, where "Wrong?" can take it back.
    """

    exercise: str
    sites: frozenset[Site]
    since: datetime
    back_at: datetime | None = None
    asked_at: datetime | None = None
    question: int | None = None
