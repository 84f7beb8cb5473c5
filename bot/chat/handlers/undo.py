"""What happens at /undo and at an undo button? One entry is taken back, and the card follows."""

from collections.abc import Iterable

from bot.chat.buttons import UndoEntry
from bot.chat.reply import Place, Reply, Said
from bot.chat.turn import Turn
from bot.chat.views.card import card
from bot.chat.views.dates import day_text
from bot.chat.views.logged import undone
from bot.domain.training import Session
from bot.services.ports import Entry
from bot.services.undo import undo, undo_lately
from bot.services.workout import card_of


def undo_last(turn: Turn, _: str) -> Iterable[Said]:
    entry, session = undo(turn.work, turn.athlete, turn.now)
    yield _said(turn, entry)
    yield from _card(turn, session)


def undo_said(turn: Turn) -> Iterable[Said]:
    """ "oops", "undo": only what was kept lately."""
    entry, session = undo_lately(turn.work, turn.athlete, turn.now)
    yield _said(turn, entry)
    yield from _card(turn, session)


def undo_entry(turn: Turn, pressed: UndoEntry) -> Iterable[Said]:
    entry, session = undo(turn.work, turn.athlete, turn.now, pressed.entry)
    said = _said(turn, entry)
    yield Reply(said.text, said.rows, Place.PRESSED)
    yield from _card(turn, session)


def _said(turn: Turn, entry: Entry) -> Reply:
    return undone([kept.done for kept in entry.sets], turn.knowledge, day_text(entry.sets[0].day, turn.today))


def _card(turn: Turn, session: Session | None) -> Iterable[Said]:
    if session is not None:
        yield card(card_of(turn.work, turn.athlete, session, turn.now), turn.knowledge, place=Place.SCREEN)
