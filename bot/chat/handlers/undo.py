"""What happens at /undo and at an undo button? One entry is taken back, and the card follows."""

from collections.abc import Iterable
from dataclasses import replace

from bot.chat.buttons.of_files import UndoImport
from bot.chat.buttons.of_log import TakeBack, UndoEntry
from bot.chat.handlers.flags import said_again
from bot.chat.handlers.hurts import made_anew
from bot.chat.handlers.log_text import open_card
from bot.chat.markup import html
from bot.chat.reply import Place, Reply, Said
from bot.chat.turn import Turn
from bot.chat.views.hurts import all_off_again, meant_back
from bot.chat.views.imports import import_undone
from bot.chat.views.logged import undone
from bot.chat.views.plan import plan_taken_back
from bot.chat.views.sets import exercise_name
from bot.services.advise_anew import renew_waiting
from bot.services.hurts import hurting, off_again
from bot.services.taps_back import TakenBack, Tapped, newest_entry
from bot.services.undo import RECENT, Undone, undo, undo_lately
from bot.services.undo_import import newest_import, undo_import


def undo_last(turn: Turn, _: str) -> Iterable[Said]:
    return _undo(turn, lately=False)


def undo_said(turn: Turn) -> Iterable[Said]:
    """ "oops", "undo": only what was kept lately."""
    return _undo(turn, lately=True)


def _undo(turn: Turn, *, lately: bool) -> Iterable[Said]:
    """What was done last: a lift taken off, a tap, a lift put back, an import, an entry."""
    off = _off_since_the_plan(turn)
    if off:
        yield from off
        return
    tapped = turn.take_back_tap()
    if tapped is not None:
        yield from _tap_undone(turn, tapped)
        return
    again = _off_again(turn)
    if again:
        yield from again
        return
    brought = newest_import(turn.work, turn.athlete)
    if brought is not None and not (lately and turn.now - brought.at > RECENT):
        yield _import_undone(turn, brought.entry)
    else:
        yield _said(turn, (undo_lately if lately else undo)(turn.work, turn.athlete, turn.now))
    yield from open_card(turn)


def _off_since_the_plan(turn: Turn) -> list[Said]:
    """What was taken off just now is meant, and not the plan that was taken before it; empty where that is not so."""
    plan = turn.work.plans.current(turn.athlete.id) if turn.talk.tapped else None
    if plan is None or turn.talk.tapped[-1].what != Tapped.USE or turn.talk.tapped[-1].number != plan.id:
        return []
    lately = max(plan.made_at, turn.now - RECENT)
    lifts = [one.exercise for one in hurting(turn.work, turn.athlete) if one.since > lately]
    if not lifts or newest_entry(turn.work, turn.athlete) > turn.talk.tapped[-1].after:
        return []
    return list(said_again(turn)) or [meant_back(lifts, turn.knowledge)]


def _off_again(turn: Turn) -> list[Said]:
    """What was put back just now is off as before, and not the set before it taken back; empty where that is not so."""
    newest = newest_entry(turn.work, turn.athlete)
    kept_at = turn.work.log.kept_at(turn.athlete.id, newest) if newest else turn.now - RECENT
    lifts = off_again(turn.work, turn.athlete, max(kept_at, turn.now - RECENT))
    return [all_off_again(lifts, turn.knowledge), *made_anew(turn)] if lifts else []


def _tap_undone(turn: Turn, taken: TakenBack) -> Iterable[Said]:
    """A lift left aside is taken up again, a plan goes or comes back."""
    if taken.session is None:
        yield plan_taken_back(taken)
        return
    name = exercise_name(turn.knowledge, taken.session.items[taken.position].plan.exercise)
    yield Reply(html(f"Taken back: {name} is in again."))
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
