"""What happens when a lifter edits a message? The set that it said changes with it, and pain is heard."""

from collections.abc import Iterable

from bot.chat.handlers.advise import hear_pain
from bot.chat.handlers.flags import flag_of
from bot.chat.handlers.help import refuse_edit
from bot.chat.handlers.log_text import line_of, open_card, said_of
from bot.chat.reply import Said
from bot.chat.turn import Turn
from bot.chat.views.logged import edit_unread, log_asked
from bot.coaching.language.log_line import Action, LogContext
from bot.services.correct import Corrected
from bot.services.edit_text import Edited, Unchanged, Unread, edit_text
from bot.services.log_set import Logged
from bot.services.log_text import Asked
from bot.services.pain import pain_in_mind

COMMAND = "/log"
Changed = Edited | Unread | Unchanged | Asked | Logged | Corrected | None


def hear_edit(turn: Turn, text: str) -> Iterable[Said]:
    """An edit of anything else is left alone, unless it looks as if it were meant for the log, or tells of pain."""
    text = text.removeprefix(COMMAND).strip() if text.startswith(COMMAND) else text
    changed = edit_text(turn.work, turn.coach, turn.visit, line_of(turn, text), turn.now)
    told = _new_pain(turn, text)
    stands = isinstance(changed, Unread | Unchanged | None) and bool(told) and flag_of(turn) is not None
    return [*_edited(turn, text, changed), *told, *(open_card(turn) if stands else ())]


def _edited(turn: Turn, text: str, changed: Changed) -> Iterable[Said]:
    match changed:
        case None:
            return refuse_edit() if would_be_kept(turn, text) else ()
        case Unchanged():
            return ()
        case Asked(question, labels):
            return [log_asked(question, labels, turn.incoming.update, kept=changed.kept)]
        case Unread(entry):
            return [edit_unread(entry, turn.knowledge)]
        case _:
            return said_of(turn, changed)


def _new_pain(turn: Turn, text: str) -> list[Said]:
    """What is said to pain that the edit tells of, unless that is what was spoken of."""
    understood = turn.coach.understander.pain_in(text)
    if understood is None or understood.advice == pain_in_mind(turn.work.talks.get(turn.chat), turn.now):
        return []
    message = turn.incoming.message_id
    entry = turn.work.log.said(turn.athlete.id, message) if message is not None else None
    return hear_pain(turn, text, entry.sets[-1].done.exercise if entry is not None and entry.sets else None)


def is_log(turn: Turn, text: str) -> bool:
    context = LogContext(turn.athlete.unit, turn.today)
    return turn.coach.log_reader.read(text, context).action is not Action.NONE


def would_be_kept(turn: Turn, text: str) -> bool:
    """A set, a body weight or a note."""
    logbook = turn.coach.logbook
    beside = logbook.weight(text, turn.athlete.unit) or logbook.note(text)
    return beside is not None or is_log(turn, text)
