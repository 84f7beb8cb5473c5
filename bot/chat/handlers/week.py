"""What happens at /week? The report of this week, or of one before; and whether it comes by itself on Sundays."""

from collections.abc import Iterable
from datetime import date

from bot.chat.buttons.of_log import as_day
from bot.chat.buttons.of_pictures import ShowWeek, SwitchDark, SwitchWeekly
from bot.chat.handlers.flags import said_again
from bot.chat.handlers.picture import order
from bot.chat.handlers.settings import the_settings
from bot.chat.reply import Place, Said, Toast
from bot.chat.turn import Turn
from bot.chat.views.progress import nothing_yet
from bot.chat.views.week import quiet_week, weekly_switched
from bot.domain.errors import ScreenOutdated
from bot.services.dark_pictures import set_dark_pictures
from bot.services.hard_sets import monday_of
from bot.services.picture_orders import PictureOf, Shows
from bot.services.tell_week import set_weekly_report
from bot.services.week import week_of


def show_week(turn: Turn, _: str) -> Iterable[Said]:
    return _of(turn, turn.today)


def week_pressed(turn: Turn, pressed: ShowWeek) -> Iterable[Said]:
    return _of(turn, week_day(turn, pressed.day))


def week_day(turn: Turn, said: int) -> date:
    """Of a button. Raises ScreenOutdated for one that is none, or is still to come."""
    day = as_day(said)
    if day is None or not FIRST <= day <= turn.today:
        raise ScreenOutdated
    return day


FIRST = date(1900, 1, 8)
"""Before it no log begins, and a calendar has no weeks to look back at."""


def _of(turn: Turn, day: date) -> Iterable[Said]:
    if turn.work.progress.begun(turn.athlete.id) is None:
        return [nothing_yet()]
    week = week_of(turn.work, turn.coach, turn.athlete, day, turn.now)
    if week.quiet:
        return [quiet_week(week, turn.knowledge, of_today=monday_of(turn.today) == week.monday)]
    again = said_again(turn) if turn.visit.open_session is not None else ()
    return [*again, *order(turn, PictureOf(Shows.WEEK, week=week.monday))]


def switch_weekly(turn: Turn, pressed: SwitchWeekly) -> Iterable[Said]:
    on = bool(pressed.on)
    turn.athlete = set_weekly_report(turn.work, turn.athlete, on=on)
    if not pressed.settings:
        return [weekly_switched(on=on)]
    toast = Toast("Your week comes on Sunday at 18:00." if on else "No more Sunday reports.")
    return [toast, the_settings(turn, Place.PRESSED)]


def switch_dark(turn: Turn, pressed: SwitchDark) -> Iterable[Said]:
    on = bool(pressed.on)
    turn.athlete = set_dark_pictures(turn.work, turn.athlete, on=on)
    return [
        Toast("Dark pictures from now on." if on else "Light pictures from now on."),
        the_settings(turn, Place.PRESSED),
    ]
