"""What happens at /settings? What is set, when the day turns, the time zone by a button, a town or a location."""

from collections.abc import Iterable
from dataclasses import replace

from bot.chat.buttons.of_settings import ChooseZone, DayMenu, DayTurns, ShowSettings, TypeCity, ZoneMenu
from bot.chat.markup import html
from bot.chat.reply import Place, Reply, Said
from bot.chat.turn import Turn
from bot.chat.views.settings import ask_town, day_menu, settings, where_it_is, which_town, zone_chosen, zone_menu
from bot.coaching.language.deeds import Deed, plain
from bot.coaching.language.logbook import UNITS
from bot.coaching.reminding.place_words import Where, read_near, read_place, read_where
from bot.domain.units import Unit
from bot.services.choose_zone import choose_zone, towns, towns_at, zone_at
from bot.services.messages import Place as Location
from bot.services.remind import paused_until
from bot.services.turn_day import turn_day

TOWN = "town"
"""What the chat waits for after the zone menu."""


def show_settings(turn: Turn, said: str) -> Iterable[Said]:
    """A unit behind it is the new one, a town the new place. Raises UnknownZone."""
    unit = UNITS.get(said.strip().lower())
    if unit is not None:
        set_unit(turn, unit)
    return hear_town(turn, said) if said and unit is None else [the_settings(turn, Place.NEW)]


def hear_unit(turn: Turn, text: str) -> Iterable[Said] | None:
    """ "lb", "use pounds"; None for anything else."""
    deed = turn.coach.deeds.get(plain(text))
    if deed not in (Deed.KG, Deed.LB):
        return None
    unit = Unit.KG if deed is Deed.KG else Unit.LB
    set_unit(turn, unit)
    return [Reply(html(f"Loads without a unit now count as {unit}."))]


def set_unit(turn: Turn, unit: Unit) -> None:
    turn.work.athletes.choose_unit(turn.athlete.id, unit)
    turn.athlete = replace(turn.athlete, unit=unit, unit_chosen=True)


def the_settings(turn: Turn, place: Place) -> Said:
    paused = paused_until(turn.work, turn.athlete, turn.now)
    return settings(turn.athlete, turn.work.reminders.all(turn.athlete.id), paused, turn.now, place=place)


def back_to_settings(turn: Turn, _: ShowSettings) -> Iterable[Said]:
    turn.wait_for(None)
    yield the_settings(turn, Place.PRESSED)


def show_turns(turn: Turn, _: DayMenu) -> Iterable[Said]:
    yield day_menu(turn.athlete, place=Place.PRESSED)


def pick_turn(turn: Turn, pressed: DayTurns) -> Iterable[Said]:
    turn.athlete = turn_day(turn.work, turn.athlete, pressed.hour)
    yield the_settings(turn, Place.PRESSED)


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
    """A town by its very name is taken; several, or one that is only like it, are offered, as are those where it is
    the time that is said. Raises UnknownZone."""
    yield _placed(turn, read_place(text))


def hear_where(turn: Turn, text: str) -> Iterable[Said] | None:
    """What their clock shows or where they live, told unasked; None for any other message.
    Raises UnknownZone, UnknownTime."""
    where = read_where(text)
    if where is None:
        return None
    if where.town and "zone" not in text.lower():
        return _by_name(turn, where.town)
    return [_placed(turn, where)]


def hear_near(turn: Turn, text: str) -> Iterable[Said] | None:
    """`I'm in Tokyo`, asked where they train; None where there is no town of that very name: it may be pain."""
    said = read_near(text)
    return _by_name(turn, said) if said else None


def _by_name(turn: Turn, said: str) -> Iterable[Said] | None:
    found = turn.coach.places.towns(said)
    return [_placed(turn, Where(town=said))] if any(town.name.lower() == said for town in found) else None


def _placed(turn: Turn, where: Where) -> Said:
    if where == Where():
        turn.wait_for(TOWN)
        return zone_menu(place=Place.NEW)
    if not where.town:
        turn.wait_for(TOWN)
        return where_it_is(towns_at(turn.coach, where, turn.now))
    found = towns(turn.coach, where.town)
    if len(found) == 1 and found[0].name.lower() == " ".join(where.town.lower().split()):
        return _chosen(turn, found[0].zone, Place.NEW)
    return which_town(where.town, found)


def hear_location(turn: Turn, place: Location) -> Iterable[Said]:
    yield _chosen(turn, zone_at(turn.coach, place.latitude, place.longitude), Place.NEW)


def _chosen(turn: Turn, zone: str, place: Place) -> Said:
    turn.athlete = choose_zone(turn.work, turn.athlete, zone, turn.now)
    turn.wait_for(None)
    return zone_chosen(turn.athlete, turn.work.reminders.all(turn.athlete.id), turn.now, place=place)
