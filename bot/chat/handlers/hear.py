"""What happens with a text that is no command? What the coach waits for first, then sets, then a question."""

import re
from collections.abc import Iterable
from datetime import timedelta
from decimal import Decimal, InvalidOperation

from bot.chat.handlers.ask import hear_question
from bot.chat.handlers.edit import hear_edit, is_log, would_be_kept
from bot.chat.handlers.edit_set import WAITING as OF_SET
from bot.chat.handlers.edit_set import hear_load
from bot.chat.handlers.gym import hear_gym
from bot.chat.handlers.help import cancel_waiting, refuse_forward
from bot.chat.handlers.hurts import hear_back, hear_off
from bot.chat.handlers.ill import hear_ill
from bot.chat.handlers.import_words import hear_file
from bot.chat.handlers.log_text import hear_answer, hear_done, hear_log, hear_wrong
from bot.chat.handlers.logbook import hear_logbook
from bot.chat.handlers.plain_words import hear_best, hear_finish, hear_plain, hear_plan, hear_progress
from bot.chat.handlers.progress import show_progress
from bot.chat.handlers.remind import PAUSE, TIME, hear_pause, hear_time
from bot.chat.handlers.session_words import hear_session_words
from bot.chat.handlers.settings import TOWN, hear_near, hear_town, hear_unit, hear_where
from bot.chat.handlers.spoken import OVER, hear_over, hear_spoken
from bot.chat.handlers.undo import undo_said
from bot.chat.handlers.week import show_week
from bot.chat.handlers.what_if import hear_absence, hear_if_short, hear_only, hear_what_if
from bot.chat.handlers.workout import waiting_for_weight
from bot.chat.reply import Said
from bot.chat.turn import Turn
from bot.chat.views.card import card
from bot.chat.views.logged import not_logged
from bot.coaching.language.deeds import Deed, plain
from bot.coaching.language.intents import Intent, Outcome
from bot.coaching.reminding.place_words import read_place
from bot.domain.errors import BadLoad, BadPause, BadRhythm, UnknownZone
from bot.domain.units import Load, Unit
from bot.services.change_session import choose_weight
from bot.services.file_question import OF_FILE
from bot.services.messages import Text

BUTTONS = (Deed.UNDO, Deed.DONE, Deed.CANCEL, Deed.FINISH)
LONGEST_NUMBER = 10
LOAD_AND_COUNT = re.compile(r"(?P<load>.+?) ?[x×*] ?(?P<count>[1-9]\d?)", re.IGNORECASE | re.ASCII)
PATIENCE = timedelta(minutes=10)
"""How long a town or a weight is waited for."""
LONGEST_TOWN = 3
"""Words; what is longer and no town is taken for a question, as are days and times that cannot be read."""


AT_FIRST = (
    hear_logbook,
    hear_plain,
    hear_where,
    hear_progress,
    hear_best,
    hear_plan,
    hear_gym,
    hear_session_words,
    hear_back,
)
"""What is meant whatever the coach waits for."""


def hear(turn: Turn, said: Text) -> Iterable[Said]:
    if said.edited:
        return hear_edit(turn, said.text)
    if said.forwarded:
        to_log = would_be_kept(turn, said.text) or turn.coach.deeds.get(plain(said.text)) in BUTTONS
        return refuse_forward() if to_log else hear_question(turn, said.text, own=False)
    for meant in (
        _do,
        *AT_FIRST,
        _hear_waited,
        hear_answer,
        hear_wrong,
        hear_unit,
        hear_off,
        hear_ill,
        hear_spoken,
        hear_if_short,
    ):
        answer = meant(turn, said.text)
        if answer is not None:
            return answer
    logged = hear_log(turn, said.text)
    if logged:
        return logged
    otherwise = hear_only(turn, said.text) or hear_absence(turn, said.text)
    if otherwise is not None:
        return otherwise
    planned = hear_what_if(turn, said.text)
    if planned is not None and not _is_question(turn, said.text):
        return planned
    at_it = turn.visit.open_exercise is not None and turn.coach.understander.pain_in(said.text) is not None
    told = turn.coach.log_reader.tells_of_a_set(said.text, card=at_it)
    return [*hear_question(turn, said.text), *([not_logged()] if told else [])]


def _do(turn: Turn, text: str) -> Iterable[Said] | None:
    """What a whole message such as "undo" or "done" does; None for any other."""
    match turn.coach.deeds.get(plain(text)):
        case Deed.UNDO:
            return undo_said(turn)
        case Deed.CANCEL:
            return cancel_waiting(turn, "")
        case Deed.DONE:
            return hear_done(turn)
        case Deed.FINISH:
            return hear_finish(turn)
        case Deed.PROGRESS:
            return show_progress(turn, "")
        case Deed.WEEK:
            return show_week(turn, "")
        case _:
            return None


def _hear_waited(turn: Turn, text: str) -> Iterable[Said] | None:
    """The answer to what the coach waits for; None when the text is about something else, or comes too late."""
    waiting, since = turn.talk.waiting_for, turn.talk.at
    if waiting is None or since is None or turn.now - since > PATIENCE:
        return None
    if waiting == TOWN:
        return _hear_town(turn, text)
    if waiting == PAUSE or waiting.startswith(TIME):
        return _hear_when(turn, text, waiting)
    if OF_FILE in waiting:
        return hear_file(turn, text, waiting)
    if waiting.startswith(OF_SET):
        return _hear_set(turn, text, waiting)
    if waiting.startswith(OVER):
        return hear_over(turn, text, waiting)
    load = read_load(text, turn.athlete.unit)
    return None if load is None else _hear_weight(turn, load, waiting)


def _hear_set(turn: Turn, text: str, waiting: str) -> Iterable[Said] | None:
    """A weight for a set that is in the log, or both its numbers: `95x5` is no new set there."""
    both = LOAD_AND_COUNT.fullmatch(text.strip())
    load = read_load(both["load"] if both else text, turn.athlete.unit)
    return None if load is None else hear_load(turn, load, waiting, int(both["count"]) if both else None)


def _hear_town(turn: Turn, text: str) -> Iterable[Said] | None:
    """A question or a set written meanwhile is no town; a name that nobody knows is said so, and asked again."""
    there = hear_near(turn, text)
    if there is not None:
        return there
    if _is_else(turn, text) and not read_place(text).clock:
        return None
    try:
        return list(hear_town(turn, text))
    except UnknownZone:
        if len(text.split()) > LONGEST_TOWN:
            return None
        raise


def _hear_when(turn: Turn, text: str, waiting: str) -> Iterable[Said] | None:
    """Days, a time, or a day ahead; what cannot be read is said so where it is neither a set nor a question."""
    try:
        return list(hear_pause(turn, text) if waiting == PAUSE else hear_time(turn, text, waiting))
    except (BadRhythm, BadPause):
        if len(text.split()) > LONGEST_TOWN or _is_else(turn, text):
            return None
        raise


def _is_else(turn: Turn, text: str) -> bool:
    """A set, or a question."""
    return is_log(turn, text) or text.rstrip().endswith("?") or _is_question(turn, text)


def _is_question(turn: Turn, text: str) -> bool:
    understood = turn.coach.understander.understand(text)
    return understood.outcome is not Outcome.UNKNOWN and understood.intent is not Intent.SMALL_TALK


def _hear_weight(turn: Turn, load: Load, waiting: str) -> Iterable[Said] | None:
    """A bare number, with or without its unit, for the exercise it was asked for; anything else is something else."""
    session = turn.work.sessions.open(turn.athlete.id)
    if session is None or session.current is None:
        return None
    if waiting != waiting_for_weight(session.id, session.position):
        return None
    shown = choose_weight(turn.work, turn.athlete, session.id, session.position, load, turn.now)
    turn.wait_for(None)
    return [card(shown, turn.knowledge)]


UNITS = {"kg": Unit.KG, "kgs": Unit.KG, "k": Unit.KG, "lb": Unit.LB, "lbs": Unit.LB, "#": Unit.LB}


def read_load(text: str, unit: Unit) -> Load | None:
    """62.5, 62,5 kg, 135lb; None for anything else. Raises BadLoad for a number that no weight has."""
    number = text.strip().lower().replace(",", ".")
    for name, said in UNITS.items():
        if number.endswith(name):
            number, unit = number.removesuffix(name).strip(), said
            break
    if not number.isascii() or len(number) > LONGEST_NUMBER or "_" in number:
        return None
    try:
        amount = Decimal(number)
    except InvalidOperation:
        return None
    try:
        return Load(amount, unit)
    except ValueError:
        raise BadLoad(text.strip()) from None
