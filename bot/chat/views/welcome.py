"""What does the first message show? What the coach does, and the one button to start; two settings for later."""

from bot.chat.buttons.of_answers import ListExercises
from bot.chat.buttons.of_settings import ChooseUnit, ZoneMenu
from bot.chat.errors import TODAY
from bot.chat.markup import bold, line, lines
from bot.chat.reply import Button, Place, Reply, row, rows
from bot.domain.athlete import Athlete
from bot.domain.units import Unit

START = "start"


def welcome(athlete: Athlete, *, known: bool, place: Place = Place.NEW) -> Reply:
    hello = f"Welcome back, {athlete.name}." if known else f"Hi {athlete.name}. I coach backs."
    text = lines(
        bold(hello),
        "Six lifts, one session, and a log that keeps every set.",
        "",
        line("Ask me anything: ", "“how do I do a bent-over row?”"),
        line("Write what you lifted: ", "“deadlift 100x8”"),
        "Or start:",
    )
    return Reply(
        text,
        rows(
            row(*(unit_button(athlete, unit, START) for unit in Unit), Button(zone_label(athlete), ZoneMenu())),
            row(Button("Exercises", ListExercises())),
            row(TODAY),
        ),
        place,
    )


def unit_button(athlete: Athlete, unit: Unit, screen: str) -> Button:
    return Button(f"{unit} ✓" if athlete.unit is unit else str(unit), ChooseUnit(unit, screen))


def zone_label(athlete: Athlete) -> str:
    return f"My time: {town_of(athlete.zone)}" if athlete.zone_chosen else "My time zone"


SPELT = {"America/Sao_Paulo": "São Paulo", "America/Asuncion": "Asunción", "America/Bogota": "Bogotá"}
"""Towns whose zone leaves an accent out."""


def town_of(zone: str) -> str:
    """The readable end of an IANA zone: America/New_York is New York."""
    return SPELT.get(zone) or zone.rpartition("/")[2].replace("_", " ")
