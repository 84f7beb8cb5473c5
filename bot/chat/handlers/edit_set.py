"""What happens with a set of the history? It is shown, changed, deleted, put back; each press by its owner alone."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from bot.chat.buttons.of_log import ChangeCount, ChangeLoad, DeleteSet, EditEntry, PutBack, ShowEntry, ShowSet, TypeLoad
from bot.chat.handlers.log_text import open_card
from bot.chat.reply import Place, Said, Toast
from bot.chat.turn import Turn
from bot.chat.views.edit_set import ask_load, set_deleted, set_menu, which_set
from bot.chat.views.logged import set_logged
from bot.chat.views.sets import sets_text
from bot.domain.errors import ScreenOutdated
from bot.domain.training import KeptSet
from bot.domain.units import Load, Unit
from bot.services.advise_anew import renew_waiting
from bot.services.edit_set import change_count, change_load, delete_set, put_back, set_of, sets_of
from bot.services.entries import Entry
from bot.services.log_set import Logged
from bot.services.workout import card_of

WAITING = "load of set "
"""What the chat waits for after "type it", and the number of the set."""


def show_set(turn: Turn, pressed: ShowSet) -> Iterable[Said]:
    yield _menu(turn, set_of(turn.work, turn.athlete, pressed.kept), entry=pressed.entry)


def edit_entry(turn: Turn, pressed: EditEntry) -> Iterable[Said]:
    sets = sets_of(turn.work, turn.athlete, pressed.entry)
    if len(sets) == 1:
        yield _menu(turn, sets[0], entry=pressed.entry)
    else:
        yield which_set(sets, turn.knowledge, turn.today, entry=pressed.entry)


def show_entry(turn: Turn, pressed: ShowEntry) -> Iterable[Said]:
    sets = sets_of(turn.work, turn.athlete, pressed.entry)
    session = turn.work.sessions.open(turn.athlete.id)
    in_it = session is not None and any(kept.session == session.id for kept in sets)
    shown = card_of(turn.work, turn.athlete, session, turn.now) if session is not None and in_it else None
    logged = Logged(Entry(pressed.entry, tuple(sets)), sets[0].day, shown)
    yield replace(set_logged(logged, turn.knowledge, turn.today), place=Place.PRESSED)


def pick_count(turn: Turn, pressed: ChangeCount) -> Iterable[Said]:
    yield from _changed(
        turn, change_count(turn.work, turn.athlete, pressed.kept, pressed.count, turn.now), pressed.entry
    )


def pick_load(turn: Turn, pressed: ChangeLoad) -> Iterable[Said]:
    if pressed.unit not in set(Unit):
        raise ScreenOutdated
    try:
        load = Load(Decimal(pressed.thousandths) / 1000, Unit(pressed.unit))
    except ValueError:
        raise ScreenOutdated from None
    yield from _changed(turn, change_load(turn.work, turn.athlete, pressed.kept, load, turn.now), pressed.entry)


def type_load(turn: Turn, pressed: TypeLoad) -> Iterable[Said]:
    kept = set_of(turn.work, turn.athlete, pressed.kept)
    turn.wait_for(f"{WAITING}{kept.id}")
    yield ask_load(kept, turn.knowledge, turn.athlete.unit)


def hear_load(turn: Turn, load: Load, waiting: str, count: int | None = None) -> Iterable[Said]:
    """The weight that is waited for, and with `95x5` its count; each is a step of /undo."""
    number = int(waiting.removeprefix(WAITING))
    if turn.work.history.kept(turn.athlete.id, number) is None:
        turn.wait_for(None)
    kept = change_load(turn.work, turn.athlete, number, load, turn.now)
    if count is not None:
        kept = change_count(turn.work, turn.athlete, number, count, turn.now)
    turn.wait_for(None)
    yield _menu(turn, kept, Place.NEW)
    yield from _card(turn, kept)


def delete(turn: Turn, pressed: DeleteSet) -> Iterable[Said]:
    kept = delete_set(turn.work, turn.athlete, pressed.kept, turn.now)
    yield set_deleted(kept, turn.knowledge, turn.today)
    yield from _card(turn, kept)


def undelete(turn: Turn, pressed: PutBack) -> Iterable[Said]:
    kept = put_back(turn.work, turn.athlete, pressed.kept)
    yield Toast("It stands again.")
    yield _menu(turn, kept)
    yield from _card(turn, kept)


def _changed(turn: Turn, kept: KeptSet, entry: int) -> Iterable[Said]:
    yield Toast(f"Now {sets_text([kept.done])}")
    yield _menu(turn, kept, entry=entry)
    yield from _card(turn, kept)


def _menu(turn: Turn, kept: KeptSet, place: Place = Place.PRESSED, *, entry: int = 0) -> Said:
    day = turn.work.history.on(turn.athlete.id, kept.day)
    return set_menu(kept, day, turn.knowledge, turn.today, entry=entry, place=place)


def _card(turn: Turn, kept: KeptSet) -> list[Said]:
    """The card follows where the set is on it, or where its loads were advised by it."""
    if turn.visit.open_session is None:
        return []
    if kept.session == turn.visit.open_session or renew_waiting(turn.work, turn.coach, turn.athlete, turn.now):
        return open_card(turn)
    return []
