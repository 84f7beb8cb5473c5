"""What happens at /progress? A picture is ordered, to be drawn beside the turns, or it is said what is missing."""

from collections.abc import Iterable

from bot.chat.buttons import of_pictures
from bot.chat.buttons.of_pictures import (
    GoDark,
    MoreLifts,
    ShareSession,
    ShowBody,
    ShowCalendar,
    ShowHere,
    ShowLift,
    ShowProgress,
    ShowVolume,
)
from bot.chat.handlers.picture import order, share
from bot.chat.handlers.week import week_day
from bot.chat.reply import Place, Said, Toast
from bot.chat.turn import Turn
from bot.chat.views.progress import lifts_screen, never_lifted, no_road_yet, no_weight_yet, nothing_yet, unknown_lift
from bot.coaching.language.progress_words import Drawn, read_drawn
from bot.domain.errors import ScreenOutdated, SetGone
from bot.domain.planning import Aim
from bot.services import own_lifts
from bot.services.dark_pictures import set_dark_pictures
from bot.services.hard_sets import monday_of
from bot.services.messages import Press
from bot.services.picture_orders import PictureOf, Shows
from bot.services.progress import Practised
from bot.services.road_chart import PULL_UP, on_the_road

OF_NO_LIFT = {Drawn.VOLUME: Shows.VOLUME, Drawn.CALENDAR: Shows.CALENDAR}


def show_progress(turn: Turn, said: str) -> Iterable[Said]:
    """`/progress`, `/progress deadlift`, `/progress calendar`."""
    drawn = read_drawn(said)
    if not said:
        return show_most_telling(turn, ShowProgress())
    if drawn is Drawn.WEIGHT:
        return show_body(turn, ShowBody())
    if drawn is Drawn.ROAD:
        return show_road(turn)
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


def show_here(turn: Turn, pressed: ShowHere) -> Iterable[Said]:
    """In place of the message that was pressed."""
    place = _pressed(turn)
    match pressed.shows:
        case of_pictures.LIFT:
            return _of_set(turn, pressed.kept, place)
        case of_pictures.VOLUME:
            return _of_all(turn, Shows.VOLUME, place)
        case of_pictures.CALENDAR:
            return _of_all(turn, Shows.CALENDAR, place)
        case of_pictures.BODY:
            return _of_body(turn, place)
        case of_pictures.ROAD:
            return show_road(turn, place)
        case _:
            raise ScreenOutdated


def _pressed(turn: Turn) -> int:
    at = turn.incoming.content
    return at.message_id if isinstance(at, Press) else 0


def go_dark(turn: Turn, pressed: GoDark) -> Iterable[Said]:
    """The picture is drawn again where it stands."""
    turn.athlete = set_dark_pictures(turn.work, turn.athlete, on=True)
    yield Toast("Dark pictures from now on. /settings makes them light again.")
    match pressed.shows:
        case of_pictures.WEEK:
            again = order(turn, PictureOf(Shows.WEEK, week=monday_of(week_day(turn, pressed.of)), place=_pressed(turn)))
        case of_pictures.SESSION:
            again = share(turn, ShareSession(pressed.of), _pressed(turn))
        case _:
            again = show_here(turn, ShowHere(pressed.shows, pressed.of))
    yield from (one for one in again if not isinstance(one, Toast))


def of_lift(turn: Turn, exercise: str, place: int = 0) -> Iterable[Said]:
    if turn.work.bests.since(turn.athlete.id, exercise) is None:
        if exercise == PULL_UP and _on_the_road(turn):
            return show_road(turn)
        return [never_lifted(exercise, turn.knowledge)]
    return order(turn, PictureOf(Shows.LIFT, exercise, place=place))


def show_lift(turn: Turn, pressed: ShowLift) -> Iterable[Said]:
    return _of_set(turn, pressed.kept)


def _of_set(turn: Turn, kept: int, place: int = 0) -> Iterable[Said]:
    """Raises SetGone where the set is not theirs."""
    exercise = turn.work.history.exercise_of(turn.athlete.id, kept)
    if exercise is None:
        raise SetGone
    return of_lift(turn, exercise, place)


def show_volume(turn: Turn, _: ShowVolume) -> Iterable[Said]:
    return _of_all(turn, Shows.VOLUME)


def show_calendar(turn: Turn, _: ShowCalendar) -> Iterable[Said]:
    return _of_all(turn, Shows.CALENDAR)


def _of_all(turn: Turn, shows: Shows, place: int = 0) -> Iterable[Said]:
    if turn.work.progress.begun(turn.athlete.id) is None:
        return [nothing_yet()]
    return order(turn, PictureOf(shows, place=place))


def show_body(turn: Turn, _: ShowBody) -> Iterable[Said]:
    return _of_body(turn)


def _of_body(turn: Turn, place: int = 0) -> Iterable[Said]:
    if not turn.work.weigh_ins.newest(turn.athlete.id):
        return [no_weight_yet()]
    return order(turn, PictureOf(Shows.BODY, place=place))


def show_road(turn: Turn, place: int = 0) -> Iterable[Said]:
    """To whoever did nothing of it, it is said how to begin, but where their plan leads there."""
    if not _on_the_road(turn) and turn.work.bests.since(turn.athlete.id, PULL_UP) is None:
        return [no_road_yet()]
    return order(turn, PictureOf(Shows.ROAD, place=place))


def _on_the_road(turn: Turn) -> bool:
    kept = turn.work.plans.current(turn.athlete.id)
    if kept is not None and kept.plan.wishes.aim is Aim.PULL_UP:
        return True
    return on_the_road(turn.work.progress.practised(turn.athlete.id))


def show_lifts(turn: Turn, pressed: MoreLifts) -> Iterable[Said]:
    practised = turn.work.progress.practised(turn.athlete.id)
    if not practised:
        return [nothing_yet()]
    place = Place.PRESSED if pressed.within else Place.NEW
    return [lifts_screen(practised, pressed.page, turn.knowledge, place=place)]
