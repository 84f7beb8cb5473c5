"""What happens at /broadcast? A maintainer sees their message as all would, sends it once, and can stop it."""

from collections.abc import Iterable

from bot.chat.buttons.of_maintainers import DropBroadcast, SendBroadcast, StopBroadcast
from bot.chat.reply import Place, Said, Toast
from bot.chat.turn import Turn
from bot.chat.views.broadcast import dropped, preview, progress
from bot.domain.errors import ScreenOutdated
from bot.services.broadcast import confirm, draft, stop

ALREADY = "That was pressed already; nothing is sent twice."
OVER = "It is over already."


def write_broadcast(turn: Turn, text: str) -> Iterable[Said]:
    written, people = draft(turn.work, turn.athlete, turn.chat, text, turn.now)
    yield preview(written, people)


def send_broadcast(turn: Turn, pressed: SendBroadcast) -> Iterable[Said]:
    _only_for_maintainers(turn)
    begun = confirm(turn.work, turn.athlete, pressed.broadcast, turn.now)
    yield progress(begun, place=Place.PRESSED) if begun else Toast(ALREADY)


def drop_broadcast(turn: Turn, pressed: DropBroadcast) -> Iterable[Said]:
    _only_for_maintainers(turn)
    theirs = turn.work.broadcasts.get(turn.athlete.id, pressed.broadcast) is not None
    yield dropped() if theirs and turn.work.broadcasts.drop(pressed.broadcast) else Toast(ALREADY)


def stop_broadcast(turn: Turn, pressed: StopBroadcast) -> Iterable[Said]:
    _only_for_maintainers(turn)
    stopped = stop(turn.work, turn.athlete, pressed.broadcast)
    yield progress(stopped, place=Place.PRESSED) if stopped else Toast(OVER)


def _only_for_maintainers(turn: Turn) -> None:
    """To anybody else it is a button that never was."""
    if not turn.by_maintainer:
        raise ScreenOutdated
