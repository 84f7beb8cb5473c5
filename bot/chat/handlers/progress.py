"""What happens at /progress? A picture is ordered, to be drawn beside the turns, or it is said what is missing."""

from collections.abc import Iterable

from bot.chat.buttons.of_pictures import MoreLifts, ShowBody, ShowCalendar, ShowLift, ShowProgress, ShowVolume
from bot.chat.handlers.picture import order
from bot.chat.reply import Place, Said
from bot.chat.turn import Turn
from bot.chat.views.progress import lifts_screen, never_lifted, no_weight_yet, nothing_yet, unknown_lift
from bot.coaching.language.progress_words import Drawn, read_drawn
from bot.domain.errors import SetGone
from bot.services import own_lifts
from bot.services.picture_orders import PictureOf, Shows
from bot.services.progress import Practised

OF_NO_LIFT = {Drawn.VOLUME: Shows.VOLUME, Drawn.CALENDAR: Shows.CALENDAR}


def show_progress(turn: Turn, said: str) -> Iterable[Said]:
    """`/progress`, `/progress deadlift`, `/progress calendar`."""
    drawn = read_drawn(said)
    if not said:
        return show_most_telling(turn, ShowProgress())
    if drawn is Drawn.WEIGHT:
        return show_body(turn, ShowBody())
    if drawn is not None:
        return _of_all(turn, OF_NO_LIFT[drawn])
    exercise = lift_named(turn, said)
    return [unknown_lift(said)] if exercise is None else of_lift(turn, exercise)


def lift_named(turn: Turn, said: str) -> str | None:
    """One that is known, or one of their own."""
    return own_lifts.lift_named(turn.work, turn.coach, turn.athlete, said)


def show_most_telling(turn: Turn, _: ShowProgress) -> Iterable[Said]:
    """The lift trained most that has two days, which make a line; before there is one, the sets of the week."""
    practised = turn.work.progress.practised(turn.athlete.id)
    if not practised:
        return [nothing_yet()]
    line: Practised | None = next((one for one in practised if one.first < one.last), None)
    if line is None:
        return order(turn, PictureOf(Shows.VOLUME))
    return order(turn, PictureOf(Shows.LIFT, line.exercise))


def of_lift(turn: Turn, exercise: str) -> Iterable[Said]:
    if turn.work.bests.since(turn.athlete.id, exercise) is None:
        return [never_lifted(exercise, turn.knowledge)]
    return order(turn, PictureOf(Shows.LIFT, exercise))


def show_lift(turn: Turn, pressed: ShowLift) -> Iterable[Said]:
    """Raises SetGone where the set is not theirs."""
    exercise = turn.work.history.exercise_of(turn.athlete.id, pressed.kept)
    if exercise is None:
        raise SetGone
    return of_lift(turn, exercise)


def show_volume(turn: Turn, _: ShowVolume) -> Iterable[Said]:
    return _of_all(turn, Shows.VOLUME)


def show_calendar(turn: Turn, _: ShowCalendar) -> Iterable[Said]:
    return _of_all(turn, Shows.CALENDAR)


def _of_all(turn: Turn, shows: Shows) -> Iterable[Said]:
    if turn.work.progress.begun(turn.athlete.id) is None:
        return [nothing_yet()]
    return order(turn, PictureOf(shows))


def show_body(turn: Turn, _: ShowBody) -> Iterable[Said]:
    if not turn.work.weigh_ins.newest(turn.athlete.id):
        return [no_weight_yet()]
    return order(turn, PictureOf(Shows.BODY))


def show_lifts(turn: Turn, pressed: MoreLifts) -> Iterable[Said]:
    practised = turn.work.progress.practised(turn.athlete.id)
    if not practised:
        return [nothing_yet()]
    place = Place.PRESSED if pressed.within else Place.NEW
    return [lifts_screen(practised, pressed.page, turn.knowledge, place=place)]
