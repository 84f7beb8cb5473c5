"""What happens at /records? The best of each exercise, or all there is to one."""

from collections.abc import Iterable

from bot.chat.buttons.of_log import ListRecords, ShowRecords
from bot.chat.reply import Place, Said
from bot.chat.turn import Turn
from bot.chat.views.records import never_done, records_screen, unknown_lift
from bot.chat.views.records import records_of as shown_of
from bot.services.own_lifts import lift_named
from bot.services.records import RecordsOf, records, records_by_set, records_of


def show_records(turn: Turn, said: str) -> Iterable[Said]:
    """`/records` or `/records deadlift`."""
    if not said:
        yield _list(turn, 0, Place.NEW)
        return
    exercise = lift_named(turn.work, turn.coach, turn.athlete, said)
    found = None if exercise is None else records_of(turn.work, turn.coach, turn.athlete, exercise)
    if exercise is None:
        yield unknown_lift(said)
    elif found is None:
        yield never_done(exercise, turn.knowledge)
    else:
        yield _of(turn, found, Place.NEW)


def list_records(turn: Turn, pressed: ListRecords) -> Iterable[Said]:
    yield _list(turn, pressed.page, Place.PRESSED)


def of_exercise(turn: Turn, pressed: ShowRecords) -> Iterable[Said]:
    yield _of(turn, records_by_set(turn.work, turn.coach, turn.athlete, pressed.kept), Place.PRESSED)


def _list(turn: Turn, page: int, place: Place) -> Said:
    found = records(turn.work, turn.athlete, page)
    return records_screen(found, turn.knowledge, turn.today, place=place)


def _of(turn: Turn, found: RecordsOf, place: Place) -> Said:
    return shown_of(found, turn.knowledge, turn.athlete.unit, turn.today, place=place)
