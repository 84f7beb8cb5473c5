"""What happens at /undo and at an undo button? One entry is taken back, and the card follows."""

from collections.abc import Iterable
from dataclasses import replace

from bot.chat.buttons.of_files import UndoImport
from bot.chat.buttons.of_log import TakeBack, UndoEntry
from bot.chat.handlers.log_text import open_card
from bot.chat.reply import Place, Reply, Said
from bot.chat.turn import Turn
from bot.chat.views.imports import import_undone
from bot.chat.views.logged import undone
from bot.services.advise_anew import renew_waiting
from bot.services.undo import RECENT, Undone, undo, undo_lately
from bot.services.undo_import import newest_import, undo_import


def undo_last(turn: Turn, _: str) -> Iterable[Said]:
    brought = newest_import(turn.work, turn.athlete)
    if brought is not None:
        yield _import_undone(turn, brought.entry)
        yield from open_card(turn)
        return
    yield _said(turn, undo(turn.work, turn.athlete, turn.now))
    yield from open_card(turn)


def undo_said(turn: Turn) -> Iterable[Said]:
    """ "oops", "undo": only what was kept lately."""
    brought = newest_import(turn.work, turn.athlete)
    if brought is not None and turn.now - brought.at <= RECENT:
        yield _import_undone(turn, brought.entry)
        yield from open_card(turn)
        return
    yield _said(turn, undo_lately(turn.work, turn.athlete, turn.now))
    yield from open_card(turn)


def undo_import_pressed(turn: Turn, pressed: UndoImport) -> Iterable[Said]:
    yield replace(_import_undone(turn, pressed.entry), place=Place.PRESSED)
    yield from open_card(turn)


def _import_undone(turn: Turn, entry: int) -> Reply:
    done = undo_import(turn.work, turn.athlete, entry, turn.now)
    renew_waiting(turn.work, turn.coach, turn.athlete, turn.now)
    return import_undone(done, turn.work.imports.warmups(done.entry))


def undo_entry(turn: Turn, pressed: UndoEntry) -> Iterable[Said]:
    done = undo(turn.work, turn.athlete, turn.now, pressed.entry)
    yield replace(_said(turn, done), place=Place.PRESSED)
    yield from open_card(turn)


def take_back(turn: Turn, pressed: TakeBack) -> Iterable[Said]:
    done = undo(turn.work, turn.athlete, turn.now, pressed.entry, wholly=True)
    yield replace(_said(turn, done), place=Place.PRESSED)
    yield from open_card(turn)


def _said(turn: Turn, done: Undone) -> Reply:
    sets = (*done.entry.sets, *done.entry.changed)
    if done.session is not None and any(one.session != done.session.id for one in sets):
        renew_waiting(turn.work, turn.coach, turn.athlete, turn.now)
    return undone(done, turn.knowledge, turn.today)
