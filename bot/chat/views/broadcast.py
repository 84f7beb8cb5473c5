"""How does a message to everybody look: to who wrote it, to all, and while it goes out?"""

from bot.chat.buttons.of_maintainers import DropBroadcast, SendBroadcast, StopBroadcast
from bot.chat.markup import Html, bold, html, line, lines
from bot.chat.reply import Button, Place, Reply, row, rows
from bot.services.broadcast import Standing
from bot.services.broadcasts import Broadcast, State, progress_screen

CELLS = 10
FULL, EMPTY = "▓", "░"
QUOTED = 60
"""Letters of it that stay to be seen beside the bar."""


def as_sent(text: str, screen: str | None = None) -> Reply:
    return Reply(html(text), screen=screen)


def preview(written: Broadcast, people: int) -> Reply:
    """The message as all will see it; only the buttons below are not part of it."""
    if people == 0:
        return Reply(Html("Nobody else is here yet, so there is no one to send it to."))
    everybody = "1 person" if people == 1 else f"{people:,} people"
    return Reply(
        as_sent(written.text).text,
        rows(
            row(Button(f"Send this to {everybody}", SendBroadcast(written.id))),
            row(Button("Drop it", DropBroadcast(written.id))),
        ),
    )


def dropped() -> Reply:
    return Reply(Html("Dropped. Nobody got it."), place=Place.PRESSED)


def progress(standing: Standing, *, place: Place) -> Reply:
    broadcast, far = standing.broadcast, standing.progress
    goes_out = broadcast.state is State.SENDING
    text = lines(
        line(bold(_state(standing)), f" {far.reached:,} of {broadcast.total:,} have it."),
        _bar(far.reached + far.refused, broadcast.total) if goes_out else _left_out(standing),
        _quoted(broadcast.text),
    )
    buttons = rows(row(Button("Stop", StopBroadcast(broadcast.id)))) if goes_out else ()
    return Reply(text, buttons, place, progress_screen(broadcast.id))


def _state(standing: Standing) -> str:
    match standing.broadcast.state:
        case State.STOPPING:
            return "Stopping:"
        case State.STOPPED:
            return "Stopped:"
        case State.DONE:
            return "Sent:"
        case _:
            return "On its way:"


def _bar(done: int, total: int) -> str:
    cells = CELLS * min(done, total) // max(total, 1)
    return FULL * cells + EMPTY * (CELLS - cells)


def _left_out(standing: Standing) -> str | None:
    """Of those it was sent to: who turned out to have blocked the bot, and whom Telegram refused."""
    far = standing.progress
    blocked = standing.broadcast.put - far.reached - far.refused - far.waiting
    if standing.broadcast.state is State.STOPPING:
        return None
    told = [f"{blocked:,} had blocked me"] if blocked > 0 else []
    told += [f"{far.refused:,} could not get it"] if far.refused else []
    return f"{', '.join(told)}." if told else None


def _quoted(text: str) -> str:
    first = text.partition("\n")[0]
    return f"“{first}”" if first == text and len(text) <= QUOTED else f"“{first[:QUOTED]}…”"
