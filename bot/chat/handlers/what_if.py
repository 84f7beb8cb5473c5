"""What happens at /whatif? The planner runs twice, by words or a tap, and shows the difference."""

import re
from collections.abc import Iterable

from bot.chat.buttons.of_plans import WhatIf
from bot.chat.reply import Place, Reply, Said
from bot.chat.turn import Turn
from bot.chat.views.plan import unmet
from bot.chat.views.what_if import not_a_what_if, time_off, what_if_menu
from bot.chat.views.what_if import what_if as shown
from bot.chat.views.wish_rest import above, rest_of_wish
from bot.coaching.planning.wish_rest import not_understood, went_along
from bot.coaching.planning.wish_words import beyond, of_days, weeks_off
from bot.domain.errors import ScreenOutdated
from bot.domain.planning import Unmet
from bot.services import what_if
from bot.services.plan import first_wishes
from bot.services.what_if import Otherwise
from bot.services.wish_text import meant

ASKED = re.compile(r"what if (?:i|we)\b", re.IGNORECASE)

OF_DAYS = ("skip", "more")


def what_if_command(turn: Turn, said: str) -> Iterable[Said]:
    if not said.strip():
        yield what_if_menu(place=Place.NEW)
        return
    if weeks_off(said):
        yield time_off(turn.knowledge)
        return
    said = meant(turn.coach, said)
    found = what_if.what_if_said(turn.work, turn.coach, turn.athlete, said)
    if found is None:
        yield not_a_what_if()
        return
    left, along = not_understood(said, turn.knowledge), went_along(said, turn.knowledge)
    told = rest_of_wish(left, along, turn.knowledge, read=True)
    yield above(told, _told(turn, found, Place.NEW, beyond=beyond(said), of_days=of_days(said)))


def hear_what_if(turn: Turn, text: str) -> Iterable[Said] | None:
    """ "What if I skip Thursday?" in plain words; None for any other text, and where it changes no wish."""
    asked = ASKED.match(text.strip())
    found = what_if.what_if_said(turn.work, turn.coach, turn.athlete, text) if asked else None
    return None if found is None else [_told(turn, found, Place.NEW, beyond=beyond(text), of_days=of_days(text))]


def ask_what_if(turn: Turn, pressed: WhatIf) -> Iterable[Said]:
    if not pressed.what:
        yield what_if_menu(place=Place.PRESSED)
        return
    change = what_if.questions(turn.knowledge).get(pressed.what)
    if change is None:
        raise ScreenOutdated
    found = what_if.what_if(turn.work, turn.coach, turn.athlete, change)
    yield _told(turn, found, Place.PRESSED, of_days=pressed.what in OF_DAYS)


def _told(turn: Turn, found: Otherwise | Unmet, place: Place, *, beyond: bool = False, of_days: bool = False) -> Reply:
    if isinstance(found, Unmet):
        return unmet(found, first_wishes(turn.work, turn.coach, turn.athlete, turn.today), turn.knowledge, place=place)
    return shown(found, turn.knowledge, place=place, beyond=beyond, of_days=of_days)
