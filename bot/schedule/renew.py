"""When are instants set anew after the rules of time zones changed? At the start, a few hundred in one transaction."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from bot.services.ports import Database, Work
from bot.services.renew import renew_some


async def renew(database: Database, rules: str, clock: Callable[[], datetime]) -> None:
    """Raises StorageUnavailable; the next start goes on with what is left."""

    def some(after: int, work: Work) -> int | None:
        return renew_some(work, rules, after, clock())

    after: int | None = 0
    while after is not None:
        after = await database.run(partial(some, after))
