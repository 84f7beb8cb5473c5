"""What happens at /undo and at an undo button? One entry is taken back, and the card follows."""

from collections.abc import Iterable
from dataclasses import replace

from bot.chat.buttons import UndoEntry
from bot.chat.handlers.log_text import open_card
from bot.chat.reply import Place, Reply, Said
from bot.chat.turn import Turn
from bot.chat.views.dates import day_text
from bot.chat.views.logged import edit_undone, taken_back
from bot.services.undo import Undone, undo, undo_lately


def undo_last(turn: Turn, _: str) -> Iterable[Said]:
    yield _said(turn, undo(turn.work, turn.athlete, turn.now))
    yield from open_card(turn)


def undo_said(turn: Turn) -> Iterable[Said]:
    """ "oops", "undo": only what was kept lately."""
    yield _said(turn, undo_lately(turn.work, turn.athlete, turn.now))
    yield from open_card(turn)


def undo_entry(turn: Turn, pressed: UndoEntry) -> Iterable[Said]:
    undone = undo(turn.work, turn.athlete, turn.now, pressed.entry)
    yield replace(_said(turn, undone), place=Place.PRESSED)
    yield from open_card(turn)


def _said(turn: Turn, undone: Undone) -> Reply:
    entry = undone.before or undone.entry
    sets, day = [kept.done for kept in entry.sets], day_text(entry.sets[0].day, turn.today)
    word = edit_undone if undone.before is not None else taken_back
    return word(sets, turn.knowledge, day)
