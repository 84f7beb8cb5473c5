"""What happens at /history? The log, day by day, in pages."""

from collections.abc import Iterable
from datetime import date

from bot.chat.buttons import OlderDays
from bot.chat.reply import Place, Said
from bot.chat.turn import Turn
from bot.chat.views.history import history
from bot.domain.errors import ScreenOutdated

PAGE = 4


def show_history(turn: Turn, _: object) -> Iterable[Said]:
    yield _page(turn, None, Place.NEW)


def older(turn: Turn, pressed: OlderDays) -> Iterable[Said]:
    try:
        before = date.fromisoformat(pressed.before) if pressed.before else None
    except ValueError:
        raise ScreenOutdated from None
    yield _page(turn, before, Place.PRESSED)


def _page(turn: Turn, before: date | None, place: Place) -> Said:
    days = turn.work.log.days(turn.athlete.id, before=before, limit=PAGE + 1)
    more = len(days) > PAGE
    return history(days[:PAGE], turn.knowledge, turn.today, more=more, newest=before is None, place=place)
