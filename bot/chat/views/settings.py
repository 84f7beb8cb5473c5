"""What can a lifter set? Unit, time zone, when the day turns, the daily push, the rest timer, the report, pictures."""

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.chat.buttons.of_pictures import SwitchDark, SwitchWeekly
from bot.chat.buttons.of_reminders import RemindMenu
from bot.chat.buttons.of_settings import (
    ChooseZone,
    DayMenu,
    DayTurns,
    ShowGym,
    ShowPrivacy,
    ShowSettings,
    TypeCity,
    ZoneMenu,
)
from bot.chat.buttons.of_timers import SwitchRest
from bot.chat.markup import bold, line, lines
from bot.chat.reply import Button, Place, Reply, row, rows
from bot.chat.views.remind import due_text, paused_line
from bot.chat.views.welcome import town_of, unit_button
from bot.coaching.reminding.rhythm_words import rhythm_text
from bot.domain.athlete import Athlete
from bot.domain.units import Unit
from bot.services.places import Town
from bot.services.reminders import Reminder

SETTINGS = "settings"
ZONE = "zone"
"""The name under which a chat remembers that it was asked for its place."""
USUAL_ZONES = (
    "America/Los_Angeles",
    "America/New_York",
    "America/Sao_Paulo",
    "Europe/London",
    "Europe/Berlin",
    "Europe/Kyiv",
    "Asia/Kolkata",
    "Asia/Singapore",
    "Australia/Sydney",
)
MOST_PLACES = 6
USUAL_TURNS = (0, 2, 3, 4, 5, 6)


def settings(
    athlete: Athlete, reminders: Sequence[Reminder], paused: date | None, now: datetime, *, place: Place
) -> Reply:
    local = now.astimezone(ZoneInfo(athlete.zone))
    assumed = "" if athlete.zone_chosen else " (assumed; set it and my days match yours)"
    text = lines(
        bold("Settings"),
        f"Unit: {athlete.unit}",
        f"Time zone: {town_of(athlete.zone)}, {local:%H:%M} now{assumed}",
        f"New day: at {_hour(athlete.day_turns)}",
        f"Reminders: {', '.join(rhythm_text(one.rhythm) for one in reminders) or 'none'}",
        paused_line(paused, athlete, now) if reminders else None,
        "Rest timer: on, I ring when a rest is over" if athlete.rest_timer else "Rest timer: off",
        "Sunday report: at 18:00, your week as a picture" if athlete.weekly_report else "Sunday report: off",
        f"Pictures: {'dark' if athlete.dark_pictures else 'light'}",
    )
    return Reply(
        text,
        rows(
            row(*(unit_button(athlete, unit, SETTINGS) for unit in Unit)),
            row(_weekly_button(athlete), _dark_button(athlete)),
            row(Button("What I keep about you", ShowPrivacy())),
            row(_rest_button(athlete)),
            row(Button("Time zone", ZoneMenu()), Button("New day", DayMenu())),
            row(Button("Reminders", RemindMenu()), Button("Gym", ShowGym())),
        ),
        place,
    )


def _rest_button(athlete: Athlete) -> Button:
    return (
        Button("Turn the rest timer off", SwitchRest(0))
        if athlete.rest_timer
        else Button("Turn the rest timer on", SwitchRest(1))
    )


def _weekly_button(athlete: Athlete) -> Button:
    return Button("Report off", SwitchWeekly(0)) if athlete.weekly_report else Button("Report on", SwitchWeekly(1))


def _dark_button(athlete: Athlete) -> Button:
    return Button("Light pictures", SwitchDark(0)) if athlete.dark_pictures else Button("Dark pictures", SwitchDark(1))


def _hour(hour: int) -> str:
    return f"{hour:02}:00"


def day_menu(athlete: Athlete, *, place: Place) -> Reply:
    """A session that ends past midnight belongs to the evening, until this hour."""
    text = lines(
        line("A new day begins at ", bold(_hour(athlete.day_turns)), "."),
        "Sets before that are the evening's: train until 00:40, and they stay on the day you started.",
    )
    hours = [
        Button(f"{_hour(hour)}{' ✓' if hour == athlete.day_turns else ''}", DayTurns(hour)) for hour in USUAL_TURNS
    ]
    return Reply(text, (tuple(hours[:3]), tuple(hours[3:]), row(Button("‹ Settings", ShowSettings()))), place)


def zone_menu(*, place: Place) -> Reply:
    text = lines(bold("Where do you train?"), "Pick a place with your time, write your town, or send your location.")
    choices = [Button(town_of(zone), ChooseZone(zone)) for zone in USUAL_ZONES]
    by_three = tuple(tuple(choices[index : index + 3]) for index in range(0, len(choices), 3))
    last = rows(row(Button("‹ Settings", ShowSettings()), Button("Write my town", TypeCity())))
    return Reply(text, (*by_three, *last), place, screen=ZONE)


def ask_town() -> Reply:
    return Reply(lines("Which town? Write its name, or send your location.", "/cancel leaves it as it is."))


def which_town(said: str, towns: Sequence[Town]) -> Reply:
    """Several of one name, all of a country, or the one that is most like it."""
    names = {town.name for town in towns}
    asked = "is it this one?" if len(towns) == 1 else "which one?" if len(names) == 1 else "which is nearest?"
    return Reply(line(bold(said[:60]), f": {asked}"), tuple(row(_town_button(town)) for town in towns))


def where_it_is(towns: Sequence[Town]) -> Reply:
    """Where it is that time: the best known first, and a town to be written, for zones differ in their summer time."""
    known_first = sorted(towns, key=lambda town: town.zone not in USUAL_ZONES)[:MOST_PLACES]
    text = lines(bold("Where is it that time now?"), "Pick one, or write your town.")
    return Reply(text, tuple(row(_town_button(town)) for town in known_first))


def _town_button(town: Town) -> Button:
    zone = town_of(town.zone)
    place = f"{town.name}, {town.country}" if town.country else town.name
    return Button(place if town.name == zone else f"{place} ({zone} time)", ChooseZone(town.zone))


def zone_chosen(athlete: Athlete, reminders: Sequence[Reminder], now: datetime, *, place: Place) -> Reply:
    local = now.astimezone(ZoneInfo(athlete.zone))
    text = lines(
        line("It is ", bold(f"{local:%H:%M}"), f" where you train ({town_of(athlete.zone)})."),
        *(
            f"{rhythm_text(one.rhythm)} · next {due_text(one.due, one.rhythm, athlete, now, brief=True)}"
            for one in reminders
        ),
    )
    return Reply(text, rows(row(Button("Settings", ShowSettings()), Button("Other place", ZoneMenu()))), place)
