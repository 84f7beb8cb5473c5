"""What happens with a file that a lifter sends? Read beside the turns, shown, and imported when they say so."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from bot.chat.buttons.of_files import DropFile, ImportFile, OrderOfFile, UnitOfFile
from bot.chat.reply import Place, Reply, Said, Toast
from bot.chat.send import outgoing
from bot.chat.turn import Turn
from bot.chat.views.card import card
from bot.chat.views.imports import (
    asked,
    at_work,
    dropped,
    imported,
    nothing_new,
    previewed,
    reading,
    refused,
    too_big,
    unfetched,
)
from bot.coaching.importing.decoding import MOST_BYTES
from bot.coaching.importing.shapes import DateOrder, FileRefused
from bot.domain.athlete import Athlete
from bot.domain.errors import FileGone, ScreenOutdated
from bot.domain.units import Unit
from bot.services.advise_anew import renew_waiting
from bot.services.coach import Coach
from bot.services.file_question import wait_for_answer
from bot.services.import_sets import import_sets, preview, take_unit
from bot.services.messages import File, Outgoing
from bot.services.ports import Work
from bot.services.prepare_import import Prepared, prepare
from bot.services.uploads import Todo, Upload
from bot.services.workout import card_of

LONGEST_NAME = 60
K = TypeVar("K", Unit, DateOrder)
Finish = Callable[[Work], Sequence[Outgoing]]


def take_file(turn: Turn, file: File) -> Iterable[Said]:
    turn.stop_waiting()
    if file.size > MOST_BYTES:
        yield too_big()
        return
    turn.work.uploads.put(turn.athlete.id, turn.chat, file.file_id, file.name[:LONGEST_NAME], turn.now)
    yield reading(file.name[:LONGEST_NAME])


def keep_file(turn: Turn, pressed: ImportFile) -> Iterable[Said]:
    upload = _upload(turn, pressed.upload)
    if upload.todo is Todo.IMPORT:
        yield Toast("I am at it.")
    elif turn.work.uploads.bring(upload.id, pressed.look, turn.now):
        yield at_work(upload.name)
    else:
        yield Toast("That was read another way. I import only what I showed last.")


def drop_file(turn: Turn, pressed: DropFile) -> Iterable[Said]:
    if not turn.work.uploads.drop(turn.athlete.id, pressed.upload):
        raise FileGone
    yield dropped()


def say_unit(turn: Turn, pressed: UnitOfFile) -> Iterable[Said]:
    upload = _upload(turn, pressed.upload)
    yield from _look_again(turn, upload, unit=_one_of(Unit, pressed.unit), order=None)


def say_order(turn: Turn, pressed: OrderOfFile) -> Iterable[Said]:
    upload = _upload(turn, pressed.upload)
    yield from _look_again(turn, upload, unit=None, order=_one_of(DateOrder, pressed.order))


def _look_again(turn: Turn, upload: Upload, *, unit: Unit | None, order: DateOrder | None) -> Iterable[Said]:
    if upload.todo is Todo.IMPORT:
        yield Toast("I am importing it as you saw it. Undo takes all of it back.")
        return
    turn.work.uploads.answer(upload.id, unit=unit, order=order, now=turn.now)
    yield reading(upload.name, again=True)


def _upload(turn: Turn, number: int) -> Upload:
    """Raises FileGone for one that is no more, or another's."""
    found = turn.work.uploads.find(turn.athlete.id, number)
    if found is None:
        raise FileGone
    return found


def _one_of(kind: type[K], said: str) -> K:
    try:
        return kind(said)
    except ValueError:
        raise ScreenOutdated from None


def read_upload(coach: Coach, upload: Upload, body: bytes | None, now: datetime) -> Finish:
    """Read a file, which takes long and needs no database; what is left to do in a transaction."""
    if body is None:
        return lambda work: _end(work, upload, unfetched())
    try:
        found = prepare(coach.matcher, body, now.date(), upload.answers)
    except FileRefused as fault:
        sentence = str(fault)
        return lambda work: _end(work, upload, refused(sentence))
    return lambda work: _go_on(work, coach, upload, found, now)


def _go_on(work: Work, coach: Coach, upload: Upload, found: Prepared, now: datetime) -> Sequence[Outgoing]:
    athlete = work.athletes.find(upload.telegram_id)
    if athlete is None or upload.todo is None:
        return ()
    if found.asks:
        question = _show(work, upload, asked(upload.id, found))
        if question:
            wait_for_answer(work, upload, found.asks, now)
        return question
    if upload.todo is Todo.IMPORT:
        return _import(work, coach, upload, athlete, found, now)
    try:
        shown = preview(work, athlete, found)
    except FileRefused as fault:
        return _end(work, upload, refused(str(fault)))
    if not shown.sets:
        return _end(work, upload, nothing_new(shown))
    return _show(work, upload, previewed(upload, shown, coach.knowledge))


def _import(
    work: Work, coach: Coach, upload: Upload, athlete: Athlete, found: Prepared, now: datetime
) -> Sequence[Outgoing]:
    """Nothing where the lifter dropped it in between."""
    if not work.uploads.done(upload):
        return ()
    try:
        shown, done = import_sets(work, athlete, found, now)
    except FileRefused as fault:
        return _said(upload, refused(str(fault)))
    if done is None:
        return _said(upload, nothing_new(shown))
    unit = take_unit(work, athlete, found)
    lifter = athlete if unit is None else replace(athlete, unit=unit)
    told = _said(upload, imported(done, shown.warmups, unit))
    return [*told, *_card(work, coach, upload, lifter, now)] if renew_waiting(work, coach, lifter, now) else told


def _card(work: Work, coach: Coach, upload: Upload, athlete: Athlete, now: datetime) -> Sequence[Outgoing]:
    """The card of the open session with what the file brought, in its place."""
    session = work.sessions.open(athlete.id)
    if session is None:
        return ()
    return _said(upload, card(card_of(work, athlete, session, now), coach.knowledge, place=Place.SCREEN))


def _show(work: Work, upload: Upload, reply: Reply) -> Sequence[Outgoing]:
    return _said(upload, reply) if work.uploads.shown(upload) else ()


def _end(work: Work, upload: Upload, reply: Reply) -> Sequence[Outgoing]:
    return _said(upload, reply) if work.uploads.done(upload) else ()


def _said(upload: Upload, reply: Reply) -> Sequence[Outgoing]:
    return [outgoing(reply, upload.chat, None)]
