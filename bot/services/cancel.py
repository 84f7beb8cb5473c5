"""What does /cancel take away? Whatever the coach is waiting for in this chat."""

from dataclasses import replace

from bot.services.ports import Work


def cancel(work: Work, chat: int) -> bool:
    """True when something was waiting."""
    talk = work.talks.get(chat)
    if talk.waiting_for is None and talk.pending is None:
        return False
    work.talks.put(chat, replace(talk, waiting_for=None, pending=None))
    return True
