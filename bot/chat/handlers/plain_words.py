"""What happens with a command that is said in plain words? What its slash does, where there is something to do."""

from collections.abc import Iterable

from bot.chat.handlers.advise import tells_flag
from bot.chat.handlers.plan import plan_command
from bot.chat.handlers.progress import lift_named, of_lift, show_progress
from bot.chat.handlers.records import show_records
from bot.chat.handlers.remind import remind_command
from bot.chat.handlers.timers import finish_below, switch_timer
from bot.chat.reply import Place, Said
from bot.chat.turn import Turn
from bot.chat.views.push import put_off as later_at
from bot.chat.views.push import skipped
from bot.chat.views.timers import switched
from bot.coaching.language.progress_words import read_best, read_drawn, read_progress
from bot.coaching.planning.plan_words import read_plan_words
from bot.coaching.reminding.plain_words import Plain, read_later, read_plain
from bot.domain.athlete import day_of
from bot.services import put_off
from bot.services.remind import paused_until

LATER = {Plain.IN_15_MINUTES: 15, Plain.IN_AN_HOUR: 60, Plain.TONIGHT: 0}
"""Minutes, as the buttons under a push have them; 0 is this evening."""


def hear_plain(turn: Turn, text: str) -> Iterable[Said] | None:
    """None for a text that says none, and for one with nothing to do."""
    later = read_later(text)
    answer = _put_off(turn, LATER[later]) if later is not None else None
    if answer is not None:
        return answer
    said = read_plain(text)
    if said is not None and not (said is Plain.STOP and turn.visit.open_session is not None):
        turn.stop_waiting()
    return remind_command(turn, said) if isinstance(said, str) else _do(turn, said)


def _do(turn: Turn, said: Plain | None) -> Iterable[Said] | None:
    match said:
        case Plain.TIMER_ON | Plain.TIMER_OFF:
            on = said is Plain.TIMER_ON
            switch_timer(turn, on=on)
            return [switched(on=on)]
        case Plain.SKIP_TODAY:
            return _skip_today(turn)
        case Plain.STOP:
            return _stop(turn)
        case Plain.BACK:
            paused = paused_until(turn.work, turn.athlete, turn.now)
            return None if paused is None else remind_command(turn, "resume")
        case _:
            return None


def _put_off(turn: Turn, minutes: int) -> Iterable[Said] | None:
    """None where no push stands that this could be about."""
    standing = put_off.standing_push(turn.work, turn.coach, turn.athlete, turn.now)
    if standing is None:
        return None
    turn.stop_waiting()
    reminder, day = standing
    at = put_off.put_off(turn.work, turn.athlete, reminder.id, day, minutes, turn.now)
    return [later_at(at, reminder.id, day, turn.athlete, turn.now, place=Place.NEW)]


def _stop(turn: Turn) -> Iterable[Said] | None:
    """In a session it is not said of reminders."""
    open_session = turn.work.sessions.open(turn.athlete.id)
    if open_session is not None or not turn.work.reminders.all(turn.athlete.id):
        return None
    return remind_command(turn, "off")


def _skip_today(turn: Turn) -> Iterable[Said] | None:
    today = day_of(turn.now, turn.athlete.zone)
    theirs = turn.work.reminders.all(turn.athlete.id)
    due = next((one for one in theirs if today.weekday() in one.rhythm.days), None)
    if due is None:
        return None
    following = put_off.skip_day(turn.work, turn.athlete, due.id, today, turn.now)
    return [skipped(following, turn.athlete, turn.now, place=Place.NEW)]


def hear_progress(turn: Turn, text: str) -> Iterable[Said] | None:
    """None where no picture is asked for, or of nothing that is known: it may be a question."""
    said = read_progress(text)
    if said is None:
        return None
    if read_drawn(said) is not None:
        return show_progress(turn, said)
    exercise = lift_named(turn, said)
    return None if exercise is None else of_lift(turn, exercise)


def hear_best(turn: Turn, text: str) -> Iterable[Said] | None:
    """None where no best is asked for, or of no lift: it may be a question."""
    said = read_best(text)
    known = said is not None and (not said or lift_named(turn, said) is not None)
    return show_records(turn, said) if said is not None and known else None


def hear_plan(turn: Turn, text: str) -> Iterable[Said] | None:
    """ "Make me a plan for 3 days" is /plan with what stands behind it; None where it tells of a red flag, too."""
    said = read_plan_words(text)
    return None if said is None or tells_flag(turn, text) else plan_command(turn, said)


def hear_finish(turn: Turn) -> Iterable[Said] | None:
    """None where no session is open."""
    session = turn.work.sessions.open(turn.athlete.id)
    return None if session is None else finish_below(turn, session.id)
