"""What happens at /privacy? It is said what is kept; an export as a file, and deletion after one question."""

from collections.abc import Iterable

import orjson

from bot.chat.buttons import ExportCsv, ExportMine, ForgetMe, ForgetMeYes, ShowPrivacy
from bot.chat.reply import Document, Place, Said
from bot.chat.turn import Turn
from bot.chat.views.privacy import CSV_NAME, EXPORT_NAME, exported, exported_csv, forget_asked, forgotten, privacy
from bot.domain.errors import ScreenOutdated
from bot.services.export_sets import export_sets


def show_privacy(turn: Turn, _: str) -> Iterable[Said]:
    yield privacy(turn.work.history.count(turn.athlete.id), place=Place.NEW)


def back_to_privacy(turn: Turn, _: ShowPrivacy) -> Iterable[Said]:
    yield privacy(turn.work.history.count(turn.athlete.id), place=Place.PRESSED)


def export_mine(turn: Turn, _: ExportMine) -> Iterable[Said]:
    everything = orjson.dumps(turn.work.athletes.everything(turn.athlete.id), option=orjson.OPT_INDENT_2)
    yield Document(EXPORT_NAME, everything, exported(turn.work.history.count(turn.athlete.id)))


def export_csv(turn: Turn, _: ExportCsv) -> Iterable[Said]:
    coach = turn.coach
    sets = export_sets(turn.work, turn.athlete, coach.knowledge, coach.matcher)
    yield Document(CSV_NAME, sets, exported_csv(turn.work.history.count(turn.athlete.id)))


def export_both(turn: Turn, _: str) -> Iterable[Said]:
    yield from export_csv(turn, ExportCsv())
    yield from export_mine(turn, ExportMine())


def ask_forget(turn: Turn, _: ForgetMe) -> Iterable[Said]:
    yield forget_asked(turn.athlete, turn.work.history.count(turn.athlete.id))


def forget(turn: Turn, pressed: ForgetMeYes) -> Iterable[Said]:
    if pressed.athlete != turn.athlete.id:
        raise ScreenOutdated
    turn.work.athletes.forget(turn.athlete.id)
    yield forgotten()
