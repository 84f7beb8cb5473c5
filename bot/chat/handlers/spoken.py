"""What happens with words between sets? Too light, skip this, how many left: what the card, or the log, answers."""

from collections.abc import Iterable
from dataclasses import replace

from bot.chat.buttons.of_timers import KeepOpen
from bot.chat.handlers.flags import flag_of, said_again
from bot.chat.handlers.history import show_history
from bot.chat.handlers.timers import finish_below, go_on
from bot.chat.markup import lines
from bot.chat.reply import Place, Said
from bot.chat.turn import Turn
from bot.chat.views import spoken
from bot.chat.views.card import card
from bot.chat.views.card_menus import has_lighter, swap_menu, weight_menu
from bot.chat.views.reasons import with_band
from bot.chat.views.sets import program_name, session_name
from bot.coaching.language.intents import Intent
from bot.coaching.language.names import Kind
from bot.coaching.language.reader import Read
from bot.coaching.language.spoken import LONGEST, Spoken
from bot.domain.errors import NoOpenSession
from bot.domain.session import Session
from bot.services.change_session import go_to, leave_out
from bot.services.pain import pain_in_mind
from bot.services.plan import plan_in_force
from bot.services.swap import swap_exercise, swaps
from bot.services.taps_back import Tapped
from bot.services.workout import Card, card_of

OVER = "over:"
"""What the chat waits for after "finish for today?", and the number of the session."""
OF_TRAINING = frozenset({Spoken.WHAT_NEXT, Spoken.REST, Spoken.BACK, Spoken.ON})
"""Said right after a red flag, these are answered by that."""
LEADS_NOWHERE = frozenset({Spoken.STOP, Spoken.NOT_TODAY, Spoken.LAST_TIME})
"""Answered as ever while a red flag stands; all else leads on in a session, and is answered with the flag first."""
LETTERS = 80
"""Of a message that is looked at."""


def hear_spoken(turn: Turn, text: str) -> Iterable[Said] | None:
    """None for any other message, and where there is nothing that it could be said of."""
    if len(text) > LETTERS or "\n" in text or len(text.split()) > LONGEST or set(text) & set("123456789"):
        return None
    read = turn.coach.understander.reader.read(text)
    said = turn.coach.spoken.read(read.masked)
    if said is None or (said in OF_TRAINING and _of_pain(turn)):
        return None
    session = turn.work.sessions.open(turn.athlete.id)
    if said not in LEADS_NOWHERE and flag_of(turn) is not None:
        return _flagged(turn, session, said, read)
    return _outside(turn, said, read) if session is None else _within(turn, session, said, read)


def _flagged(turn: Turn, session: Session | None, said: Spoken, read: Read) -> Iterable[Said] | None:
    """The flag, and below it the card where that was asked for, as at /workout."""
    if session is None and said not in (Spoken.NEXT_SESSION, Spoken.WHAT_NEXT):
        return _outside(turn, said, read)
    again: list[Said] = list(said_again(turn))
    if session is not None and said is Spoken.CARD:
        again += _card(turn, card_of(turn.work, turn.athlete, session, turn.now))
    return again


def _of_pain(turn: Turn) -> bool:
    """Whether pain is what was spoken of last."""
    return turn.talk.intent == Intent.PAIN_OR_INJURY and pain_in_mind(turn.talk, turn.now) is not None


def _outside(turn: Turn, said: Spoken, read: Read) -> Iterable[Said] | None:
    """Raises NoOpenSession where it is said of a card."""
    match said:
        case Spoken.CARD | Spoken.STOP:
            raise NoOpenSession
        case Spoken.NOT_TODAY:
            return [spoken.not_today()]
        case Spoken.NEXT_SESSION:
            return [_next_day(turn)]
        case Spoken.LAST_TIME if not read.mentions:
            return show_history(turn, "")
        case _:
            return None


def _within(turn: Turn, session: Session, said: Spoken, read: Read) -> Iterable[Said] | None:
    shown = card_of(turn.work, turn.athlete, session, turn.now)
    match said:
        case Spoken.CARD | Spoken.BACK:
            return _card(turn, shown)
        case Spoken.ON:
            turn.back_to_card()
            turn.stop_waiting()
            return go_on(turn, KeepOpen(session.id))
        case Spoken.STOP | Spoken.NOT_TODAY:
            return _stop(turn, session)
        case Spoken.SKIP:
            return _skip(turn, shown, read)
        case Spoken.SWAP | Spoken.SWAP_TO:
            return _swap(turn, shown, read, to=said is Spoken.SWAP_TO)
        case Spoken.LAST_TIME:
            return _last_time(turn, shown, read)
        case Spoken.LIGHTER | Spoken.HEAVIER | Spoken.NONE | Spoken.REST:
            return _of_the_set(turn, shown, said)
        case _:
            return _told(turn, shown, said)


def _told(turn: Turn, shown: Card, said: Spoken) -> Iterable[Said] | None:
    match said:
        case Spoken.SETS_LEFT:
            return [spoken.sets_left(shown.session, turn.knowledge)]
        case Spoken.WHAT_NEXT:
            return [spoken.what_next(shown, turn.knowledge)]
        case Spoken.NEXT_SESSION:
            return [spoken.is_open(session_name(turn.knowledge, shown.session), shown.session)]
        case _:
            return None


def _of_the_set(turn: Turn, shown: Card, said: Spoken) -> Iterable[Said] | None:
    """What is said of the exercise on the card."""
    item = shown.item
    if item is None or shown.offer is None:
        return [spoken.all_done(shown.session)]
    if said is Spoken.REST:
        return [spoken.rest_of(shown, item, turn.knowledge)]
    head = spoken.no_rep(shown, item, turn.knowledge) if said is Spoken.NONE else None
    if with_band(item.plan.exercise, shown.offer.load, turn.knowledge):
        return [spoken.other_band(shown, head)]
    if said is not Spoken.HEAVIER and not has_lighter(shown, item, turn.knowledge):
        return [spoken.nothing_lighter(shown, item, turn.knowledge, head)]
    menu = weight_menu(shown, item, turn.knowledge, near=said is not Spoken.HEAVIER)
    return [replace(menu, text=lines(head, menu.text), place=Place.NEW)]


def _card(turn: Turn, shown: Card) -> Iterable[Said]:
    turn.back_to_card()
    return [card(shown, turn.knowledge)]


def _skip(turn: Turn, shown: Card, read: Read) -> Iterable[Said]:
    """The exercise that is named, else the one on the card."""
    named, session = read.ids(Kind.EXERCISE), shown.session
    items = [one for one in session.items if one.plan.exercise in named] if named else [shown.item]
    item = next((one for one in items if one is not None and not one.complete), items[0] if items else None)
    if item is None:
        return [spoken.not_in_it(named[0], session, turn.knowledge) if named else spoken.all_done(session)]
    if item.complete:
        return [spoken.nothing_to_leave_out(item, session, turn.knowledge)]
    after = leave_out(turn.work, turn.athlete, session.id, item.position, turn.now)
    turn.remember_tap(Tapped.SKIP, session.id, item.position)
    return [spoken.left_out(item.plan.exercise, turn.knowledge), *_card(turn, after)]


def _swap(turn: Turn, shown: Card, read: Read, *, to: bool) -> Iterable[Said]:
    """What could stand in; or the lift that is named does at once, where it could. Of two that are named the first is
    the one that goes."""
    session = shown.session
    lifts = [one.ids for one in read.mentions if one.kind is Kind.EXERCISE]
    named = read.ids(Kind.EXERCISE) if len(lifts) < 2 else lifts[0]
    items = [one for one in session.items if one.plan.exercise in named]
    inside = next((one for one in items if not one.complete), None)
    if inside is None and len(lifts) > 1:
        done = items[0] if items else None
        return [
            spoken.nothing_to_leave_out(done, session, turn.knowledge)
            if done is not None
            else spoken.not_in_it(named[0], session, turn.knowledge)
        ]
    if inside is not None and inside.position != session.position:
        shown = go_to(turn.work, turn.athlete, session.id, inside.position, turn.now)
        if to and len(lifts) == 1:
            return _card(turn, shown)
    item = shown.item
    if item is None:
        return [spoken.all_done(session)]
    found = swaps(turn.work, turn.coach, turn.athlete, session.id, item.position, turn.now)
    wanted = lifts[-1] if to and lifts else ()
    meant = next((one.plan.exercise for one in found.exercises if one.plan.exercise in wanted), None)
    if meant is None:
        return [swap_menu(found, item, turn.knowledge, place=Place.NEW)]
    after = swap_exercise(turn.work, turn.coach, turn.athlete, session.id, item.position, meant, turn.now)
    return _card(turn, after)


def _last_time(turn: Turn, shown: Card, read: Read) -> Iterable[Said] | None:
    """Of the exercise on the card, or the one that is named; with all done it is the history that tells."""
    named = read.ids(Kind.EXERCISE)
    exercise = shown.item.plan.exercise if shown.item else None
    if exercise is None and not named:
        return show_history(turn, "")
    if named and exercise not in named:
        exercise = named[0]
    if exercise is None:
        return None
    last = turn.work.history.last_time(turn.athlete.id, [exercise], before_session=shown.session.id).get(exercise, ())
    return [spoken.last_time(exercise, replace(shown, last_time=tuple(last)), turn.knowledge)]


def _stop(turn: Turn, session: Session) -> Iterable[Said]:
    """Asked once where sets are left; said again it holds."""
    left = any(not item.complete for item in session.items)
    if not left or not session.sets or turn.talk.waiting_for == f"{OVER}{session.id}":
        turn.stop_waiting()
        return finish_below(turn, session.id)
    turn.wait_for(f"{OVER}{session.id}")
    return [spoken.over(session)]


def hear_over(turn: Turn, text: str, waiting: str) -> Iterable[Said] | None:
    """A yes or a no to "finish for today?"."""
    session = turn.work.sessions.open(turn.athlete.id)
    if session is None or waiting != f"{OVER}{session.id}":
        return None
    answers = turn.coach.log_reader.answers
    if answers.agrees(text):
        turn.stop_waiting()
        return finish_below(turn, session.id)
    if answers.declines(text):
        turn.stop_waiting()
        if flag_of(turn) is not None:
            return said_again(turn)
        return _card(turn, card_of(turn.work, turn.athlete, session, turn.now))
    return None


def _next_day(turn: Turn) -> Said:
    found = plan_in_force(turn.work, turn.coach, turn.athlete)
    if found is None:
        name = program_name(turn.knowledge, turn.coach.program.id)
    else:
        name = found.kept.plan.sessions[found.part].name
    due = min(turn.work.reminders.all(turn.athlete.id), key=lambda one: one.due.at, default=None)
    return spoken.next_day(name, due, turn.athlete, turn.now)
