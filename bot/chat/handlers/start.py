"""What happens at /start? A welcome; the unit and the zone can be set there, or never."""

from collections.abc import Iterable

from bot.chat.buttons.of_settings import ChooseUnit
from bot.chat.handlers.settings import set_unit, the_settings
from bot.chat.reply import Place, Said, Toast
from bot.chat.turn import Turn
from bot.chat.views.welcome import START, welcome
from bot.domain.errors import ScreenOutdated
from bot.domain.units import Unit


def start(turn: Turn, _: str) -> Iterable[Said]:
    yield welcome(turn.athlete, known=not turn.visit.first and turn.work.history.count(turn.athlete.id) > 0)


def choose_unit(turn: Turn, pressed: ChooseUnit) -> Iterable[Said]:
    if pressed.unit not in set(Unit):
        raise ScreenOutdated
    unit = Unit(pressed.unit)
    set_unit(turn, unit)
    yield Toast(f"Loads without a unit now count as {unit}.")
    if pressed.screen == START:
        yield welcome(turn.athlete, known=False, place=Place.PRESSED)
    else:
        yield the_settings(turn, Place.PRESSED)
