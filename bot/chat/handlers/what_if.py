"""What happens at /whatif? The planner runs twice, by words or a tap, and shows the difference."""

import re
from collections.abc import Iterable
from dataclasses import replace

from bot.chat.buttons.of_plans import WhatIf
from bot.chat.handlers.advise import tells_flag
from bot.chat.handlers.session_words import offer_in_short
from bot.chat.reply import Place, Reply, Said
from bot.chat.turn import Turn
from bot.chat.views.absence import SKIP, skipped, time_off
from bot.chat.views.in_short import would_cut
from bot.chat.views.plan import unmet
from bot.chat.views.what_if import not_a_what_if, what_if_menu
from bot.chat.views.what_if import what_if as shown
from bot.chat.views.wish_rest import above, rest_of_wish
from bot.coaching.planning.absence_words import Away, Skipped, read_absence
from bot.coaching.planning.session_words import Short, read_session_words
from bot.coaching.planning.wish_rest import not_understood, went_along
from bot.coaching.planning.wish_words import beyond, of_days
from bot.domain.errors import ScreenOutdated
from bot.domain.planning import MINUTES
from bot.services import absence, what_if
from bot.services.hurts import hurting
from bot.services.road import stage_now
from bot.services.what_if import NotThen, Otherwise
from bot.services.wish_text import meant

ASKED = re.compile(r"(?:and )?what (?:if|about if|happens (?:if|when)|would happen if)\b", re.IGNORECASE)
TOLD = re.compile(
    r"(?:sorry,? )?(?:skip(?:ping)?|no (?:training|gym)|(?:i )?(?:can['’]?t|can ?not|won['’]?t)"
    r"|i(?:['’]m| am|['’]ll| will| have to| must| might))\b",
    re.IGNORECASE,
)
"""With these begins a day off that is told, and not only asked of."""
MOST_TOLD = 8
"""Words of it."""
OF_OURS = re.compile(r"what if (?:i|we)\b", re.IGNORECASE)
IF_WE = re.compile(r"(?:(?:and|so|but) )?what if (?P<what>(?:i|we)\b.+)", re.IGNORECASE)
EACH = re.compile(r" (?:a|per|each|every) (?:session|workout|time|day)$", re.IGNORECASE)
ONLY = re.compile(
    r"(?:what if )?(?:i|we)(?: only| just)?(?: have| had|'ve|’ve| got)+(?: only| just)? .+", re.IGNORECASE
)
ON_THE_ROAD = re.compile(
    r"(?:i['’]?m |i am |we['’]?re |we are )?"
    r"(?:travell?ing|on (?:the road|an? (?:business |work )?trip|holidays?|vacation)|away|(?:in|at) (?:a|the|my) hotel)"
    r"\b[^,;:.]{0,40}?(?:[,;:.]| and| with| so| but)\s*(?:so |and |but )?(?:(?:i|we)(?: have|['’]ve(?: got)?| got)? )?"
    r"(?P<only>only|just|nothing but) (?:have |got )?(?P<what>.+)",
    re.IGNORECASE,
)
"""What is there away from home; how long they are away changes nothing of the plan that it makes."""
IS_ONLY = re.compile(r"\b(?:only|just|nothing but)\b", re.IGNORECASE)
OF_DAYS = ("fewer", "more")


def what_if_command(turn: Turn, said: str) -> Iterable[Said]:
    if not said.strip():
        yield what_if_menu(place=Place.NEW)
        return
    absent = _absent(turn, read_absence(said), Place.NEW)
    if absent is not None:
        yield absent
        return
    said = meant(turn.coach, said)
    found = what_if.what_if_said(turn.work, turn.coach, turn.athlete, said, turn.today)
    if found is None:
        yield not_a_what_if()
        return
    left, along = not_understood(said, turn.knowledge), went_along(said, turn.knowledge)
    told = rest_of_wish(left, along, turn.knowledge, read=True)
    yield above(told, _told(turn, found, Place.NEW, beyond=beyond(said), of_days=of_days(said)))


def hear_absence(turn: Turn, text: str) -> Iterable[Said] | None:
    """ "What if I am away for two weeks?", "what happens if I skip Thursday?", "I can't train tomorrow"; None for any
    other text, where nobody said for how long, and where it tells of a red flag."""
    said = text.strip()
    told = TOLD.match(said) is not None and len(said.split()) <= MOST_TOLD
    asked = read_absence(text) if told or ASKED.match(said) else None
    if told and isinstance(asked, Away) and asked.days is None:
        return None
    if asked is not None and tells_flag(turn, text):
        return None
    absent = _absent(turn, asked, Place.NEW)
    return None if absent is None else [absent]


def hear_if_short(turn: Turn, text: str) -> Iterable[Said] | None:
    """ "What if I only have 20 minutes?": the plan of such sessions; today's session where that is named. None for any
    other text."""
    said = IF_WE.fullmatch(text.strip().rstrip(" ?.!"))
    meant = read_session_words(EACH.sub("", said["what"]), turn.knowledge) if said else None
    if said is None or not isinstance(meant, Short) or not meant.told:
        return None
    if said["what"].lower().endswith((" today", " now", " left", " to go")):
        session = turn.work.sessions.open(turn.athlete.id)
        return [would_cut(meant.minutes)] if session is not None else offer_in_short(turn, meant.minutes)
    minutes = min(max(meant.minutes, MINUTES.start), MINUTES.stop - 1)
    found = what_if.what_if(
        turn.work, turn.coach, turn.athlete, lambda wishes: replace(wishes, minutes=minutes), turn.today
    )
    return [_told(turn, found, Place.NEW, beyond=minutes != meant.minutes)]


def hear_what_if(turn: Turn, text: str) -> Iterable[Said] | None:
    """ "What if I had no cable?" in plain words; None for any other text, and where it changes no wish."""
    asked = OF_OURS.match(text.strip())
    found = what_if.what_if_said(turn.work, turn.coach, turn.athlete, text, turn.today) if asked else None
    return None if found is None else [_told(turn, found, Place.NEW, beyond=beyond(text), of_days=of_days(text))]


def hear_only(turn: Turn, text: str) -> Iterable[Said] | None:
    """ "I only have dumbbells", "travelling, only bands", with a plan: what it would be then. None where more is said
    than what is there."""
    said = text.strip().rstrip(".!")
    away = ON_THE_ROAD.fullmatch(said)
    said = f"i only have {away['what']}" if away else said
    if not ONLY.fullmatch(said) or not IS_ONLY.search(said) or turn.work.plans.current(turn.athlete.id) is None:
        return None
    found = what_if.what_if_said(turn.work, turn.coach, turn.athlete, said, turn.today)
    if (
        found is None
        or not_understood(said, turn.knowledge)
        or not what_if.of_equipment(found, turn.work, turn.athlete)
    ):
        return None
    return [_told(turn, found, Place.NEW)]


def ask_what_if(turn: Turn, pressed: WhatIf) -> Iterable[Said]:
    if not pressed.what:
        yield what_if_menu(place=Place.PRESSED)
        return
    absent = _absent(turn, Skipped(), Place.PRESSED) if pressed.what == SKIP else None
    if absent is not None:
        yield absent
        return
    change = what_if.questions(turn.knowledge).get(pressed.what)
    if change is None:
        raise ScreenOutdated
    found = what_if.what_if(turn.work, turn.coach, turn.athlete, change, turn.today)
    yield _told(turn, found, Place.PRESSED, of_days=pressed.what in OF_DAYS)


def _absent(turn: Turn, asked: Away | Skipped | None, place: Place) -> Reply | None:
    """None where nobody asked of it, or nothing would be skipped."""
    match asked:
        case Away(days):
            return time_off(absence.time_off(turn.work, turn.coach, turn.athlete, days, turn.now), place=place)
        case Skipped():
            moved = absence.skip(turn.work, turn.coach, turn.athlete, asked, turn.now)
            return None if moved is None else skipped(moved, turn.knowledge, turn.today, place=place)
        case _:
            return None


def _told(
    turn: Turn, found: Otherwise | NotThen, place: Place, *, beyond: bool = False, of_days: bool = False
) -> Reply:
    if isinstance(found, NotThen):
        return unmet(found.why, found.wishes, turn.knowledge, place=place)
    road = stage_now(turn.work, turn.athlete, found.then, turn.today)
    road = road or stage_now(turn.work, turn.athlete, found.now, turn.today)
    off = hurting(turn.work, turn.athlete)
    return shown(found, turn.knowledge, place=place, beyond=beyond, of_days=of_days, road=road, off=off)
