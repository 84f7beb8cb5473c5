"""What happens at /remind? Reminders are set, listed, changed, dropped and paused, by words and by buttons."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from bot.chat.buttons import of_reminders
from bot.chat.buttons.of_reminders import RemindAt, RemindMenu, RemindOff
from bot.chat.handlers.settings import TOWN
from bot.chat.reply import Place, Said
from bot.chat.turn import Turn
from bot.chat.views.remind import (
    ask_pause,
    change_which,
    drop_part,
    drop_which,
    dropped,
    dropped_all,
    none_set,
    pause_menu,
    paused,
    reminded,
    reminded_several,
    reminder_menu,
    reminders_menu,
    resumed,
)
from bot.chat.views.remind_menus import ask_time, choose_days, choose_time, near_it
from bot.chat.views.settings import ZONE, zone_menu
from bot.coaching.reminding.clock_time import read_time
from bot.coaching.reminding.near_rhythms import read_near
from bot.coaching.reminding.remind_words import Deed, read_wish
from bot.coaching.reminding.rhythm_words import read_rhythm
from bot.coaching.reminding.several_rhythms import read_rhythms
from bot.domain.athlete import day_of
from bot.domain.errors import BadRhythm, ScreenOutdated
from bot.domain.reminding import EVERY_DAY, Rhythm
from bot.services import remind
from bot.services.reminders import Reminder

TIME = "time of reminder "
"""What the chat waits for after "write it", then the number of the reminder and its days."""
PAUSE = "end of pause"


def remind_command(turn: Turn, said: str) -> Iterable[Said]:
    wish = read_wish(said)
    match wish.deed:
        case Deed.SHOW:
            return [_menu(turn, Place.NEW)]
        case Deed.SET:
            return _set_by_words(turn, wish.said, of_reminders.NEW)
        case Deed.CHANGE:
            return _change_by_words(turn, wish.which, wish.said)
        case Deed.DROP:
            return [_drop_by_words(turn, wish.which)]
        case Deed.PAUSE:
            return [_pause_by_words(turn, wish.said)]
        case Deed.RESUME:
            return [_resume(turn, Place.NEW)]


def _set_by_words(turn: Turn, said: str, number: int, days: frozenset[int] = EVERY_DAY) -> Iterable[Said]:
    """A time alone is for `days`; days alone ask for the time; of what no rhythm says, those near it are offered.
    Raises BadRhythm."""
    spoken = read_rhythm(said)
    if spoken is None and number == of_reminders.NEW:
        return _set_others(turn, said)
    if spoken is None:
        raise BadRhythm(said)
    chosen = spoken.days or days
    if spoken.at is None:
        turn.wait_for(_waiting(number, chosen))
        return [choose_time(number, chosen, place=Place.NEW)]
    turn.wait_for(None)
    return _set(turn, number, Rhythm(spoken.at, chosen), Place.NEW)


def _set_others(turn: Turn, said: str) -> Iterable[Said]:
    """Several at once, or what comes near. Raises BadRhythm, TooManyReminders."""
    rhythms = read_rhythms(said)
    near = read_near(said)
    if rhythms:
        made = remind.remind_several(turn.work, turn.athlete, turn.chat, rhythms, turn.now)
        asks = _asks_for_zone(turn)
        turn.wait_for(TOWN if asks else None)
        shown = reminded_several(made, _paused(turn), turn.athlete, turn.now, zone_asked=asks)
        return [shown, zone_menu(place=Place.NEW)] if asks else [shown]
    if near is None:
        raise BadRhythm(said)
    turn.wait_for(None)
    return [near_it(near, turn.now.astimezone(ZoneInfo(turn.athlete.zone)))]


def _waiting(number: int, days: frozenset[int]) -> str:
    return f"{TIME}{number} {of_reminders.as_mask(days)}"


def _set(turn: Turn, number: int, rhythm: Rhythm, place: Place) -> Iterable[Said]:
    """Shown back as dates; where the time zone is not known yet, it is asked for once in a chat, with a new one."""
    before = len(_all(turn))
    if number == of_reminders.NEW:
        reminder = remind.remind(turn.work, turn.athlete, turn.chat, rhythm, turn.now)
    else:
        reminder = remind.change(turn.work, turn.athlete, turn.chat, number, rhythm, turn.now)
    asks = len(_all(turn)) > before and _asks_for_zone(turn)
    turn.wait_for(TOWN if asks else None)
    yield reminded(reminder, _all(turn), _paused(turn), turn.athlete, turn.now, place=place, zone_asked=asks)
    if asks:
        yield zone_menu(place=Place.NEW)


def _asks_for_zone(turn: Turn) -> bool:
    return not turn.athlete.zone_chosen and turn.work.outbox.screen(turn.chat, ZONE) is None


def _change_by_words(turn: Turn, which: str, said: str) -> Iterable[Said]:
    spoken = remind.spoken_rhythm(said)
    part = remind.meant_in_part(_all(turn), which) if which else ()
    if part:
        days = spoken.days or frozenset()
        others = ((one, left.days | days if days else one.rhythm.days) for one, left in part)
        return [change_which([(one, Rhythm(spoken.at or one.rhythm.at, some)) for one, some in others])]
    found = remind.meant(_all(turn), which)
    changes = [(one, Rhythm(spoken.at or one.rhythm.at, spoken.days or one.rhythm.days)) for one in found]
    if len(changes) > 1:
        return [change_which(changes)]
    [(reminder, rhythm)] = changes
    return _set(turn, reminder.id, rhythm, Place.NEW)


def _drop_by_words(turn: Turn, which: str) -> Said:
    """`off` with several on asks which; `off all`, `off 2`, `off mondays` and `off 18:30` say it."""
    there = _all(turn)
    if not there or which in ("all", "everything"):
        return dropped_all(remind.drop_all(turn.work, turn.athlete))
    part = remind.meant_in_part(there, which)
    if part:
        return drop_part(part)
    found = remind.meant(there, which) if which else there
    if len(found) > 1:
        return drop_which(found, all_there_are=len(found) == len(there))
    return dropped(remind.drop(turn.work, turn.athlete, found[0].id), _all(turn))


def _pause_by_words(turn: Turn, said: str) -> Said:
    if not _all(turn):
        return none_set(place=Place.NEW)
    if not said:
        return pause_menu(place=Place.NEW)
    remind.pause(turn.work, turn.athlete, said, turn.now)
    return paused(_all(turn), turn.athlete, turn.now, place=Place.NEW)


def hear_time(turn: Turn, text: str, waiting: str) -> Iterable[Said]:
    """The time that is waited for, or days and a time in place of those chosen. Raises BadRhythm, ReminderGone."""
    number, mask = (int(part) for part in waiting.removeprefix(TIME).split())
    return _set_by_words(turn, text, number, of_reminders.as_days(mask))


def hear_pause(turn: Turn, text: str) -> Iterable[Said]:
    said = _pause_by_words(turn, text)
    turn.wait_for(None)
    yield said


def show_reminders(turn: Turn, _: RemindMenu) -> Iterable[Said]:
    yield _menu(turn, Place.PRESSED)


def show_reminder(turn: Turn, pressed: of_reminders.ShowReminder) -> Iterable[Said]:
    reminder = remind.mine(turn.work, turn.athlete, pressed.reminder)
    yield reminder_menu(reminder, _paused(turn), turn.athlete, turn.now)


def toggle_days(turn: Turn, pressed: of_reminders.ChooseDays) -> Iterable[Said]:
    _own(turn, pressed.reminder)
    yield choose_days(pressed.reminder, of_reminders.as_days(pressed.days))


def show_times(turn: Turn, pressed: of_reminders.ChooseTime) -> Iterable[Said]:
    _own(turn, pressed.reminder)
    yield choose_time(pressed.reminder, _some(pressed.days))


def write_time(turn: Turn, pressed: of_reminders.WriteTime) -> Iterable[Said]:
    _own(turn, pressed.reminder)
    days = _some(pressed.days)
    turn.wait_for(_waiting(pressed.reminder, days))
    yield ask_time(days)


def pick_time(turn: Turn, pressed: of_reminders.SetReminder) -> Iterable[Said]:
    at = read_time(pressed.at)
    if at is None:
        raise ScreenOutdated
    return _set(turn, pressed.reminder, Rhythm(at, _some(pressed.days)), Place.PRESSED)


def pick_daily(turn: Turn, pressed: RemindAt) -> Iterable[Said]:
    """A button of the days when there was one reminder, a daily one."""
    at = read_time(pressed.at)
    if at is None:
        raise ScreenOutdated
    return _set(turn, of_reminders.NEW, Rhythm(at), Place.PRESSED)


def drop(turn: Turn, pressed: of_reminders.DropReminder) -> Iterable[Said]:
    yield dropped(remind.drop(turn.work, turn.athlete, pressed.reminder), _all(turn))


def drop_all(turn: Turn, _: of_reminders.DropReminders) -> Iterable[Said]:
    yield dropped_all(remind.drop_all(turn.work, turn.athlete))


def turn_off(turn: Turn, _: RemindOff) -> Iterable[Said]:
    yield _drop_by_words(turn, "")


def show_pauses(turn: Turn, _: of_reminders.PauseMenu) -> Iterable[Said]:
    yield pause_menu(place=Place.PRESSED) if _all(turn) else none_set(place=Place.PRESSED)


def pick_pause(turn: Turn, pressed: of_reminders.PauseFor) -> Iterable[Said]:
    if not _all(turn):
        yield none_set(place=Place.PRESSED)
        return
    if not 0 < pressed.days <= remind.LONGEST_PAUSE.days:
        raise ScreenOutdated
    until = day_of(turn.now, turn.athlete.zone) + timedelta(days=pressed.days)
    remind.pause_until(turn.work, turn.athlete, until, turn.now)
    yield paused(_all(turn), turn.athlete, turn.now, place=Place.PRESSED)


def write_pause(turn: Turn, _: of_reminders.WritePause) -> Iterable[Said]:
    turn.wait_for(PAUSE)
    yield ask_pause()


def end_pause(turn: Turn, _: of_reminders.ResumePushes) -> Iterable[Said]:
    yield _resume(turn, Place.PRESSED)


def _resume(turn: Turn, place: Place) -> Said:
    was_paused = remind.resume(turn.work, turn.athlete, turn.now)
    there = _all(turn)
    return (
        resumed(there, turn.athlete, turn.now, was_paused=was_paused, place=place) if there else none_set(place=place)
    )


def _menu(turn: Turn, place: Place) -> Said:
    return reminders_menu(_all(turn), _paused(turn), turn.athlete, turn.now, place=place)


def _all(turn: Turn) -> Sequence[Reminder]:
    return turn.work.reminders.all(turn.athlete.id)


def _paused(turn: Turn) -> date | None:
    return remind.paused_until(turn.work, turn.athlete, turn.now)


def _own(turn: Turn, number: int) -> None:
    """Raises ReminderGone for one that is not theirs."""
    if number != of_reminders.NEW:
        remind.mine(turn.work, turn.athlete, number)


def _some(mask: int) -> frozenset[int]:
    """Raises ScreenOutdated for no days."""
    days = of_reminders.as_days(mask)
    if not days:
        raise ScreenOutdated
    return days
