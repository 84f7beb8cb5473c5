"""What happens at /settings? What is set, when the day turns, the time zone by a button, a town or a location."""

from collections.abc import Iterable

from bot.chat.buttons import ChooseZone, DayMenu, DayTurns, ShowSettings, TypeCity, ZoneMenu
from bot.chat.reply import Place, Said
from bot.chat.turn import Turn
from bot.chat.views.settings import ask_town, day_menu, settings, which_town, zone_chosen, zone_menu
from bot.services.choose_zone import choose_zone, towns, zone_at
from bot.services.messages import Place as Location
from bot.services.turn_day import turn_day

TOWN = "town"
"""What the chat waits for after the zone menu."""


def show_settings(turn: Turn, _: str) -> Iterable[Said]:
    yield settings(turn.athlete, turn.work.reminders.of(turn.athlete.id), turn.now)


def back_to_settings(turn: Turn, _: ShowSettings) -> Iterable[Said]:
    turn.wait_for(None)
    yield settings_as_set(turn)


def settings_as_set(turn: Turn) -> Said:
    """In place of the message whose button changed them."""
    return settings(turn.athlete, turn.work.reminders.of(turn.athlete.id), turn.now, place=Place.PRESSED)


def show_turns(turn: Turn, _: DayMenu) -> Iterable[Said]:
    yield day_menu(turn.athlete, place=Place.PRESSED)


def pick_turn(turn: Turn, pressed: DayTurns) -> Iterable[Said]:
    turn.athlete = turn_day(turn.work, turn.athlete, pressed.hour)
    yield settings_as_set(turn)


def show_zones(turn: Turn, _: ZoneMenu) -> Iterable[Said]:
    """A new message: the welcome keeps its buttons."""
    turn.wait_for(TOWN)
    yield zone_menu(place=Place.NEW)


def pick_zone(turn: Turn, pressed: ChooseZone) -> Iterable[Said]:
    yield _chosen(turn, pressed.zone, Place.PRESSED)


def type_town(turn: Turn, _: TypeCity) -> Iterable[Said]:
    turn.wait_for(TOWN)
    yield ask_town()


def hear_town(turn: Turn, text: str) -> Iterable[Said]:
    """A town by its very name is taken; several, or one that is only like it, are offered. Raises UnknownZone."""
    found = towns(turn.coach, text)
    if len(found) == 1 and found[0].name.lower() == " ".join(text.lower().split()):
        yield _chosen(turn, found[0].zone, Place.NEW)
    else:
        yield which_town(text, found)


def hear_location(turn: Turn, place: Location) -> Iterable[Said]:
    yield _chosen(turn, zone_at(turn.coach, place.latitude, place.longitude), Place.NEW)


def _chosen(turn: Turn, zone: str, place: Place) -> Said:
    turn.athlete = choose_zone(turn.work, turn.athlete, zone, turn.now)
    turn.wait_for(None)
    return zone_chosen(turn.athlete, turn.now, place=place)
