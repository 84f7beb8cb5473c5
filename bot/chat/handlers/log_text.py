"""What happens with a line that says what was lifted? It is kept and said back, or asked about."""

from collections.abc import Iterable
from dataclasses import replace

from bot.chat.buttons.of_log import AnswerLog
from bot.chat.handlers.advise import hear_pain
from bot.chat.handlers.flags import card_put_aside, flag_of, said_again, without_rest
from bot.chat.reply import CARD, Place, Reply, Said
from bot.chat.turn import Turn
from bot.chat.views.card import card
from bot.chat.views.finished import session_closed
from bot.chat.views.help import log_help
from bot.chat.views.logged import corrected, edited, log_asked, log_dropped, set_logged, what_changes
from bot.coaching.language.deeds import Deed, plain
from bot.coaching.prescribing import mark
from bot.services.advise_anew import renew_waiting
from bot.services.answer_log import Dropped, answer_log
from bot.services.answer_words import answer_words
from bot.services.correct import Corrected
from bot.services.edit_text import Edited
from bot.services.hurts import hurting
from bot.services.log_set import Logged, log_set
from bot.services.log_text import Asked, Line, log_text
from bot.services.second_thoughts import kept_last
from bot.services.undo import RECENT
from bot.services.workout import card_of


def hear_log(turn: Turn, text: str) -> list[Said] | None:
    """None when the text is no log line. With the words of what hurts, where the line tells of it too, and with the red
    flag that stands, once."""
    _quiet_in_pain(turn, text)
    heard = log_text(turn.work, turn.coach, turn.visit, line_of(turn, text), turn.now)
    if heard is None:
        return None
    told = hear_pain(turn, text, _done_in(heard))
    again = [one for one in said_again(turn) if not any(_is_of(one, other) for other in told)]
    return [*said_of(turn, heard, hurts=bool(told)), *told, *again]


def _is_of(flag: Reply, said: Said) -> bool:
    """Whether what is said begins as the flag does, with its name."""
    return isinstance(said, Reply) and str(said.text).startswith(str(flag.text).partition("\n")[0])


def _quiet_in_pain(turn: Turn, text: str) -> None:
    """A set that hurts, or one after a red flag, starts no rest: nobody is called to the next one."""
    if turn.visit.open_session is None:
        return
    if flag_of(turn) is not None or turn.coach.understander.pain_in(text) is not None:
        turn.visit = replace(turn.visit, athlete=replace(turn.visit.athlete, rest_timer=False))


def _done_in(heard: Logged | Asked | Corrected) -> str | None:
    """The lift of the sets that were kept, or put right."""
    match heard:
        case Logged(entry):
            return entry.sets[-1].done.exercise
        case Corrected(_, after) if after:
            return after[-1].exercise
        case _:
            return None


def line_of(turn: Turn, text: str) -> Line:
    return Line(text, turn.incoming.update, turn.chat, turn.incoming.message_id)


def hear_answer(turn: Turn, text: str) -> list[Said] | None:
    """None where the text answers no question of the coach."""
    turn.visit = replace(turn.visit, athlete=without_rest(turn))
    answered = answer_words(turn.work, turn.coach, turn.visit, line_of(turn, text), turn.now)
    return None if answered is None else [*said_of(turn, answered), *said_again(turn)]


def said_of(turn: Turn, heard: Logged | Asked | Corrected | Edited | Dropped, *, hurts: bool = False) -> list[Said]:
    """`hurts`: it was told of pain with the sets."""
    before = _of_before(turn, heard)
    if before:
        renew_waiting(turn.work, turn.coach, turn.athlete, turn.now)
    match heard:
        case Dropped(kept):
            return [log_dropped(kept=kept)]
        case Edited():
            return [edited(heard, turn.knowledge, turn.today), *open_card(turn)]
        case Asked(question, labels):
            return [log_asked(question, labels, turn.incoming.update, kept=heard.kept)]
        case Corrected():
            return [corrected(heard, turn.knowledge, turn.today), *open_card(turn)]
        case Logged() if flag_of(turn) is not None:
            return [set_logged(replace(heard, card=None), turn.knowledge, turn.today), *_card(turn, heard)]
        case Logged():
            again = hurts and _leads_on(turn, heard)
            follows = open_card(turn) if before or again else _card(turn, heard)
            alone = replace(heard, card=None) if again else heard
            return [set_logged(alone, turn.knowledge, turn.today), *follows]


def _leads_on(turn: Turn, logged: Logged) -> bool:
    """Whether what is next is the lift that hurts: that stands on the card alone, which says so."""
    item = logged.card.item if logged.card is not None else None
    return item is not None and any(one.exercise == item.plan.exercise for one in hurting(turn.work, turn.athlete))


def _of_before(turn: Turn, heard: Logged | Asked | Corrected | Edited | Dropped) -> bool:
    """Whether an earlier day of the log was changed."""
    match heard:
        case Logged() | Corrected():
            return heard.day not in (None, turn.today)
        case Edited():
            return any(one.day != turn.today for one in (*heard.before.sets, *heard.after.sets))
        case _:
            return False


def hear_done(turn: Turn) -> list[Said] | None:
    """ "done" in a session is its Done button; None where no set is due."""
    session = turn.work.sessions.open(turn.athlete.id)
    if session is None or session.current is None or turn.now - session.last_deed > RECENT:
        return None
    shown = card_of(turn.work, turn.athlete, session, turn.now)
    if shown.item is None or shown.offer is None:
        return None
    at = (session.id, shown.item.position, shown.item.next_set)
    said = mark(shown.item.plan.exercise, shown.offer.load)
    logged = log_set(turn.work, without_rest(turn), *at, shown.offer.reps, said, turn.now)
    return [*said_of(turn, logged), *said_again(turn)]


def hear_wrong(turn: Turn, text: str) -> list[Said] | None:
    """ "that was a mistake", "no": which change would put it right? None where nothing was kept lately."""
    deed = turn.coach.deeds.get(plain(text))
    if deed not in (Deed.WRONG, Deed.NO):
        return None
    entry = kept_last(turn.work, turn.visit, turn.now, at_once=deed is Deed.NO)
    return None if entry is None else [what_changes(entry, turn.knowledge, turn.today)]


def log_command(turn: Turn, said: str) -> Iterable[Said]:
    """`/log deadlift 100x8` keeps it; what is no set gets the ways to write one."""
    logged = hear_log(turn, said) if said else None
    yield from logged or [log_help(), *hear_pain(turn, said)]


def answer_unclear(turn: Turn, pressed: AnswerLog) -> Iterable[Said]:
    answered = answer_log(
        turn.work, turn.coach, without_rest(turn), turn.talk, turn.chat, pressed.update, pressed.index, turn.now
    )
    said, *more = said_of(turn, answered)
    yield replace(said, place=Place.PRESSED) if isinstance(said, Reply) else said
    yield from more
    yield from said_again(turn)


def open_card(turn: Turn) -> list[Said]:
    """The card as it stands now, in its place; nothing where no session is open."""
    session = turn.work.sessions.open(turn.athlete.id)
    if session is None:
        return []
    if flag_of(turn) is not None:
        return list(card_put_aside(turn))
    return [card(card_of(turn.work, turn.athlete, session, turn.now), turn.knowledge, place=Place.SCREEN)]


def _card(turn: Turn, logged: Logged) -> list[Said]:
    """The card follows, wherever in the chat it is; that of a session left over says that it is closed."""
    if logged.closed is not None:
        return [replace(session_closed(), place=Place.SCREEN, screen=CARD)]
    if logged.card is None:
        return []
    if flag_of(turn) is not None:
        return list(card_put_aside(turn))
    return [card(logged.card, turn.knowledge, place=Place.SCREEN)]
