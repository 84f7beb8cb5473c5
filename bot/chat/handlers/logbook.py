"""What happens with a body weight or a note? It is kept and said back; lists of both, and notes that go."""

from collections.abc import Iterable

from bot.chat.buttons.of_log import NONE, DeleteNote, ListNotes, ListWeights
from bot.chat.handlers.advise import hear_pain
from bot.chat.handlers.log_text import open_card
from bot.chat.reply import Place, Said, Toast
from bot.chat.turn import Turn
from bot.chat.views.logbook import noted, notes, weighed, weights
from bot.services.note import delete_note, note
from bot.services.weigh import reweigh, weigh

WEIGHTS = 10
NOTES = 6


def hear_logbook(turn: Turn, text: str) -> list[Said] | None:
    """None where the text is neither."""
    on_scale = weigh(turn.work, turn.coach, turn.visit, text, turn.now) or reweigh(
        turn.work, turn.coach, turn.visit, text, turn.now
    )
    if on_scale is not None:
        return [weighed(on_scale, turn.today)]
    kept = note(turn.work, turn.coach, turn.visit, text, turn.now)
    if kept is None:
        return None
    card = open_card(turn) if kept.exercise == turn.visit.open_exercise else []
    return [noted(kept, turn.knowledge), *card, *hear_pain(turn, text)]


def show_notes(turn: Turn, _: str) -> Iterable[Said]:
    yield _notes(turn, NONE, Place.NEW)


def list_notes(turn: Turn, pressed: ListNotes) -> Iterable[Said]:
    yield _notes(turn, pressed.before, Place.PRESSED)


def drop_note(turn: Turn, pressed: DeleteNote) -> Iterable[Said]:
    """The newest notes are shown after it: there /undo has no say, so the words are said once more."""
    gone = delete_note(turn.work, turn.athlete, pressed.note, turn.now)
    yield Toast(f"Deleted: {gone.text}")
    yield _notes(turn, NONE, Place.PRESSED)
    if gone.exercise == turn.visit.open_exercise:
        yield from open_card(turn)


def list_weights(turn: Turn, pressed: ListWeights) -> Iterable[Said]:
    found = turn.work.weigh_ins.newest(turn.athlete.id, before=pressed.before or None, limit=WEIGHTS + 1)
    first = pressed.before == NONE
    yield weights(found[:WEIGHTS], turn.today, more=len(found) > WEIGHTS, first=first)


def _notes(turn: Turn, before: int, place: Place) -> Said:
    found = turn.work.notes.newest(turn.athlete.id, before=before or None, limit=NOTES + 1)
    return notes(found[:NOTES], turn.knowledge, turn.today, more=len(found) > NOTES, first=before == NONE, place=place)
