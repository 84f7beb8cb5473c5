"""When does the next part of a message to everybody go out? At every tick a little, while one is under way."""

from collections.abc import Callable
from datetime import datetime

from bot.services.ports import Database, Work

Step = Callable[[Work, datetime], bool]


class Broadcasts:
    """`step` puts what is next; `on_commit` is told that there is something to send."""

    def __init__(
        self, database: Database, step: Step, clock: Callable[[], datetime], *, on_commit: Callable[[], None]
    ) -> None:
        self._database = database
        self._step = step
        self._clock = clock
        self._on_commit = on_commit

    async def look(self) -> None:
        """Raises StorageUnavailable."""
        if await self._database.run(lambda work: self._step(work, self._clock())):
            self._on_commit()
