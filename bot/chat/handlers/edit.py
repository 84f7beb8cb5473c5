"""What happens when a lifter edits a message? The set that it said changes with it."""

from collections.abc import Iterable

from bot.chat.handlers.help import refuse_edit
from bot.chat.handlers.log_text import line_of, said_of
from bot.chat.reply import Said
from bot.chat.turn import Turn
from bot.chat.views.logged import edit_unread, log_asked
from bot.coaching.language.log_line import Action, LogContext
from bot.services.edit_text import Unchanged, Unread, edit_text
from bot.services.log_text import Asked

COMMAND = "/log"


def hear_edit(turn: Turn, text: str) -> Iterable[Said]:
    """An edit of anything else is left alone, unless it looks as if it were meant for the log."""
    text = text.removeprefix(COMMAND).strip() if text.startswith(COMMAND) else text
    changed = edit_text(turn.work, turn.coach, turn.visit, line_of(turn, text), turn.now)
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


def is_log(turn: Turn, text: str) -> bool:
    context = LogContext(turn.athlete.unit, turn.today)
    return turn.coach.log_reader.read(text, context).action is not Action.NONE


def would_be_kept(turn: Turn, text: str) -> bool:
    """A set, a body weight or a note."""
    logbook = turn.coach.logbook
    beside = logbook.weight(text, turn.athlete.unit) or logbook.note(text)
    return beside is not None or is_log(turn, text)
