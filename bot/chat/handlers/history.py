"""What happens at /history? The log, page by page: day by day, or one exercise through the days."""

from collections.abc import Iterable
from datetime import date

from bot.chat.buttons.of_log import ListTrained, NewerDays, OlderDays, ShowDay, ShowTrained, as_day
from bot.chat.reply import Place, Said
from bot.chat.turn import Turn
from bot.chat.views.history import day, history, history_of, trained_list
from bot.domain.errors import ScreenOutdated
from bot.services import history as services


def show_history(turn: Turn, _: object) -> Iterable[Said]:
    yield _page(turn, None, None, Place.NEW)


def older(turn: Turn, pressed: OlderDays) -> Iterable[Said]:
    try:
        before = date.fromisoformat(pressed.before) if pressed.before else None
    except ValueError:
        raise ScreenOutdated from None
    yield _page(turn, before, None, Place.PRESSED)


def newer(turn: Turn, pressed: NewerDays) -> Iterable[Said]:
    yield _page(turn, None, as_day(pressed.after), Place.PRESSED)


def _page(turn: Turn, before: date | None, after: date | None, place: Place) -> Said:
    page = services.history(turn.work, turn.athlete, before=before, after=after)
    return history(page, turn.knowledge, turn.today, first=before is None and after is None, place=place)


def show_day(turn: Turn, pressed: ShowDay) -> Iterable[Said]:
    """Its sets to be changed; the history where none is left on it."""
    yield day_or_history(turn, as_day(pressed.day), pressed.page)


def day_or_history(turn: Turn, at: date | None, page: int = 0) -> Said:
    sets = turn.work.history.on(turn.athlete.id, at) if at else ()
    if at is None or not sets:
        return _page(turn, None, None, Place.PRESSED)
    return day(at, sets, turn.knowledge, turn.today, page=page)


def list_trained(turn: Turn, pressed: ListTrained) -> Iterable[Said]:
    yield trained_list(turn.work.bests.exercises(turn.athlete.id), turn.knowledge, turn.today, page=pressed.page)


def show_trained(turn: Turn, pressed: ShowTrained) -> Iterable[Said]:
    before, after = as_day(pressed.before), as_day(pressed.after)
    found = services.history_of(turn.work, turn.athlete, pressed.kept, before=before, after=after)
    yield history_of(found, turn.knowledge, turn.today)
