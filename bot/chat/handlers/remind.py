"""What happens at /remind? The daily push is set, shown or dropped."""

from collections.abc import Iterable

from bot.chat.buttons import RemindAt, RemindMenu, RemindOff
from bot.chat.reply import Place, Said
from bot.chat.turn import Turn
from bot.chat.views.settings import remind_menu, remind_off, reminded
from bot.services.remind import remind

OFF = frozenset({"off", "stop", "no", "never", "none"})


def remind_command(turn: Turn, said: str) -> Iterable[Said]:
    if not said:
        yield remind_menu(turn.work.reminders.of(turn.athlete.id), turn.athlete, place=Place.NEW)
    elif said.lower() in OFF:
        yield remind_off(was_on=turn.work.reminders.off(turn.athlete.id), place=Place.NEW)
    else:
        yield reminded(
            remind(turn.work, turn.athlete, turn.chat, said, turn.now), turn.athlete, turn.now, place=Place.NEW
        )


def show_times(turn: Turn, _: RemindMenu) -> Iterable[Said]:
    yield remind_menu(turn.work.reminders.of(turn.athlete.id), turn.athlete, place=Place.PRESSED)


def pick_time(turn: Turn, pressed: RemindAt) -> Iterable[Said]:
    reminder = remind(turn.work, turn.athlete, turn.chat, pressed.at, turn.now)
    yield reminded(reminder, turn.athlete, turn.now, place=Place.PRESSED)


def turn_off(turn: Turn, _: RemindOff) -> Iterable[Said]:
    yield remind_off(was_on=turn.work.reminders.off(turn.athlete.id), place=Place.PRESSED)
