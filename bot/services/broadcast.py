"""How does a maintainer write to everybody? A draft, confirmed once; then a few calls at a time, until all have it.

What is put into the outbox and how far it is are one transaction, so a restart goes on where it was, and nobody gets it
twice by that.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.athlete import Athlete
from bot.domain.errors import BadBroadcast
from bot.services.broadcasts import Broadcast, Progress, State
from bot.services.messages import Outgoing
from bot.services.ports import Work

LONGEST = 3500
"""Letters: Telegram takes 4096 in a message, its markup included."""


@dataclass(frozen=True, slots=True)
class Standing:
    broadcast: Broadcast
    progress: Progress


Word = Callable[[Broadcast, int], Outgoing]
"""The call that brings it to a chat."""
WordProgress = Callable[[Standing], Outgoing]
"""The call that shows its maintainer how far it is."""


def draft(work: Work, athlete: Athlete, chat: int, text: str, now: datetime) -> tuple[Broadcast, int]:
    """Keep one to be looked at, and how many would get it. Raises BadBroadcast."""
    said = text.replace("\0", "").strip()  # which no message can hold
    if not said or len(said) > LONGEST:
        raise BadBroadcast(len(said), LONGEST)
    number = work.broadcasts.draft(athlete.id, chat, said, now)
    written = work.broadcasts.get(athlete.id, number)
    if written is None:
        raise LookupError(f"broadcast {number} was not kept")
    return written, work.broadcasts.audience(athlete.id, now)


def confirm(work: Work, athlete: Athlete, number: int, now: datetime) -> Standing | None:
    """Let it go out; None where that was done before, or it is not there."""
    if work.broadcasts.get(athlete.id, number) is None:
        return None
    if not work.broadcasts.confirm(number, work.broadcasts.audience(athlete.id, now), now):
        return None
    return standing(work, athlete, number)


def stop(work: Work, athlete: Athlete, number: int) -> Standing | None:
    """Nobody new gets it; None where it does not go out any more."""
    if work.broadcasts.get(athlete.id, number) is None or not work.broadcasts.stop(number):
        return None
    return standing(work, athlete, number)


def standing(work: Work, athlete: Athlete, number: int) -> Standing | None:
    found = work.broadcasts.get(athlete.id, number)
    return None if found is None else Standing(found, work.broadcasts.progress(number))


@dataclass(slots=True)
class Feeder:
    """Brings what goes out on its way, a step at a time. `ahead` calls of it are in the outbox at most, so that what
    else has time (reminders) gets its turn in between."""

    word: Word
    word_progress: WordProgress
    ahead: int
    _shown: tuple[int, Progress] | None = None

    def step(self, work: Work, now: datetime) -> bool:
        """Whether there is something to send; False where nothing goes out, or nothing changed."""
        broadcast = work.broadcasts.under_way()
        if broadcast is None:
            return False
        progress = work.broadcasts.progress(broadcast.id)
        put = self._put(work, broadcast, progress, now) if broadcast.state is State.SENDING else 0
        if put == 0 and progress.waiting == 0:
            state = State.STOPPED if broadcast.state is State.STOPPING else State.DONE
            work.broadcasts.end(broadcast.id, state)
            return self._show(work, replace(broadcast, state=state), progress, now)
        if self._shown == (broadcast.id, progress):
            return put > 0
        self._shown = (broadcast.id, progress)
        return self._show(work, broadcast, progress, now)

    def _put(self, work: Work, broadcast: Broadcast, progress: Progress, now: datetime) -> int:
        room = self.ahead - progress.waiting
        chats = work.broadcasts.next_chats(broadcast, room) if room > 0 else ()
        if chats:
            work.outbox.put([self.word(broadcast, chat) for chat in chats], now)
            work.broadcasts.advance(broadcast.id, last_chat=chats[-1], count=len(chats))
        return len(chats)

    def _show(self, work: Work, broadcast: Broadcast, progress: Progress, now: datetime) -> bool:
        work.outbox.put([self.word_progress(Standing(broadcast, progress))], now)
        return True
