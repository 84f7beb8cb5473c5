"""What happens at /stats? A maintainer sees how many train, and what waits."""

from collections.abc import Iterable

from bot.chat.buttons.of_maintainers import ShowStats
from bot.chat.reply import Place, Said
from bot.chat.turn import Turn
from bot.chat.views.stats import stats
from bot.domain.errors import ScreenOutdated


def show_stats(turn: Turn, _: str) -> Iterable[Said]:
    yield stats(turn.work.figures.use(turn.now), turn.work.figures.depths(), turn.now, place=Place.NEW)


def stats_again(turn: Turn, _: ShowStats) -> Iterable[Said]:
    if not turn.by_maintainer:
        raise ScreenOutdated
    yield stats(turn.work.figures.use(turn.now), turn.work.figures.depths(), turn.now, place=Place.PRESSED)
