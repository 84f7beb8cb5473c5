"""What happens at /undo and at an undo button? One entry is taken back, and the card follows."""

from collections.abc import Iterable
from dataclasses import replace

from bot.chat.buttons import UndoEntry
from bot.chat.handlers.log_text import open_card
from bot.chat.reply import Place, Reply, Said
from bot.chat.turn import Turn
from bot.chat.views.logged import undone
from bot.services.ports import Entry
from bot.services.undo import undo, undo_lately


def undo_last(turn: Turn, _: str) -> Iterable[Said]:
    entry, _session = undo(turn.work, turn.athlete, turn.now)
    yield _said(turn, entry)
    yield from open_card(turn)


def undo_said(turn: Turn) -> Iterable[Said]:
    """ "oops", "undo": only what was kept lately."""
    entry, _session = undo_lately(turn.work, turn.athlete, turn.now)
    yield _said(turn, entry)
    yield from open_card(turn)


def undo_entry(turn: Turn, pressed: UndoEntry) -> Iterable[Said]:
    entry, _session = undo(turn.work, turn.athlete, turn.now, pressed.entry)
    yield replace(_said(turn, entry), place=Place.PRESSED)
    yield from open_card(turn)


def _said(turn: Turn, entry: Entry) -> Reply:
    return undone(entry, turn.knowledge, turn.today)
