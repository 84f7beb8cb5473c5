"""What happens at the buttons under a push but start? It comes again later, or the day is left out."""

from collections.abc import Iterable
from datetime import date

from bot.chat.buttons.of_log import as_day
from bot.chat.buttons.of_reminders import PutOff, SkipDay
from bot.chat.reply import Said
from bot.chat.turn import Turn
from bot.chat.views.push import put_off, skipped
from bot.domain.errors import ScreenOutdated
from bot.services import put_off as services


def later(turn: Turn, pressed: PutOff) -> Iterable[Said]:
    day = _day(pressed.day)
    at = services.put_off(turn.work, turn.athlete, pressed.reminder, day, pressed.minutes, turn.now)
    yield put_off(at, pressed.reminder, day, turn.athlete, turn.now)


def skip(turn: Turn, pressed: SkipDay) -> Iterable[Said]:
    following = services.skip_day(turn.work, turn.athlete, pressed.reminder, _day(pressed.day), turn.now)
    yield skipped(following, turn.athlete, turn.now)


def _day(number: int) -> date:
    day = as_day(number)
    if day is None:
        raise ScreenOutdated
    return day
