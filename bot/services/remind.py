"""When is the day's session pushed? In one rhythm or several; each set, changed and dropped without the others."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.coaching.reminding.day_ahead import read_day_ahead
from bot.coaching.reminding.remind_words import NUMBERED
from bot.coaching.reminding.rhythm_words import Spoken, read_rhythm
from bot.domain.athlete import Athlete, day_of
from bot.domain.errors import BadPause, BadRhythm, ReminderGone, TooManyReminders
from bot.domain.reminding import Due, Rhythm, next_due
from bot.services.ports import Work
from bot.services.reminders import Reminder

MOST = 5
"""Reminders a person."""
LONGEST_PAUSE = timedelta(days=366)


def remind(work: Work, athlete: Athlete, chat: int, rhythm: Rhythm, now: datetime) -> Reminder:
    """Push the session in one more rhythm; in one that there is already it is chosen anew. Raises TooManyReminders."""
    there = work.reminders.all(athlete.id)
    same = next((one for one in there if one.rhythm == rhythm), None)
    due = _next(work, athlete, rhythm, now)
    if same is not None:
        return _chosen(work, same, chat, rhythm, due, now)
    if len(there) >= MOST:
        raise TooManyReminders(MOST)
    return work.reminders.add(athlete.id, chat, rhythm, due, now)


def remind_several(
    work: Work, athlete: Athlete, chat: int, rhythms: Sequence[Rhythm], now: datetime
) -> tuple[Reminder, ...]:
    """All of them or none. Raises TooManyReminders."""
    there = {one.rhythm for one in work.reminders.all(athlete.id)}
    if len(there | set(rhythms)) > MOST:
        raise TooManyReminders(MOST)
    return tuple(remind(work, athlete, chat, rhythm, now) for rhythm in rhythms)


def change(work: Work, athlete: Athlete, chat: int, number: int, rhythm: Rhythm, now: datetime) -> Reminder:
    """Give one another rhythm; two of the same become one. Raises ReminderGone."""
    reminder = mine(work, athlete, number)
    twin = next((one for one in work.reminders.all(athlete.id) if one.rhythm == rhythm and one.id != number), None)
    if twin is not None:
        work.reminders.drop(athlete.id, number)
    return _chosen(work, twin or reminder, chat, rhythm, _next(work, athlete, rhythm, now), now)


def _chosen(work: Work, reminder: Reminder, chat: int, rhythm: Rhythm, due: Due, now: datetime) -> Reminder:
    work.reminders.change(reminder.id, chat, rhythm, due, now)
    return replace(reminder, chat=chat, rhythm=rhythm, due=due, again=False, set_at=now, since=now)


def drop(work: Work, athlete: Athlete, number: int) -> Reminder:
    """Raises ReminderGone."""
    reminder = mine(work, athlete, number)
    work.reminders.drop(athlete.id, number)
    return reminder


def drop_all(work: Work, athlete: Athlete) -> int:
    """How many there were."""
    return sum(work.reminders.drop(athlete.id, one.id) for one in work.reminders.all(athlete.id))


def mine(work: Work, athlete: Athlete, number: int) -> Reminder:
    """Raises ReminderGone for one that was dropped, and for somebody else's."""
    reminder = work.reminders.get(athlete.id, number)
    if reminder is None:
        raise ReminderGone
    return reminder


def meant(reminders: Sequence[Reminder], said: str) -> tuple[Reminder, ...]:
    """Those that words are about: a number in their list, days, a time; no words: all. Raises ReminderGone where there
    is none."""
    if not said and reminders:
        return tuple(reminders)
    numbered = NUMBERED.fullmatch(said)
    number = int(numbered["number"]) if numbered else 0
    if 1 <= number <= len(reminders):
        return (reminders[number - 1],)
    spoken = read_rhythm(said)
    found = tuple(one for one in reminders if spoken is not None and _fits(one.rhythm, spoken))
    if not found:
        raise ReminderGone(said)
    return found


def meant_in_part(reminders: Sequence[Reminder], said: str) -> tuple[tuple[Reminder, Rhythm], ...]:
    """Where words name days and no reminder has these alone: those that have them among others, and without them."""
    spoken = read_rhythm(said)
    if (
        spoken is None
        or not spoken.days
        or NUMBERED.fullmatch(said)
        or any(_fits(one.rhythm, spoken) for one in reminders)
    ):
        return ()
    return tuple(
        (one, Rhythm(one.rhythm.at, one.rhythm.days - spoken.days))
        for one in reminders
        if spoken.days < one.rhythm.days and spoken.at in (None, one.rhythm.at)
    )


def _fits(rhythm: Rhythm, spoken: Spoken) -> bool:
    return spoken.days in (None, rhythm.days) and spoken.at in (None, rhythm.at)


def spoken_rhythm(said: str) -> Spoken:
    """Raises BadRhythm."""
    spoken = read_rhythm(said)
    if spoken is None:
        raise BadRhythm(said)
    return spoken


def pause(work: Work, athlete: Athlete, said: str, now: datetime) -> date:
    """No push before a day that is named, or so many days or weeks away. Raises BadPause."""
    until = read_day_ahead(said, day_of(now, athlete.zone))
    if until is None:
        raise BadPause(said)
    return pause_until(work, athlete, until, now)


def pause_until(work: Work, athlete: Athlete, until: date, now: datetime) -> date:
    """Raises BadPause for a day that is over, or too far away."""
    ahead = until - day_of(now, athlete.zone)
    if not timedelta(0) < ahead <= LONGEST_PAUSE:
        raise BadPause(until.isoformat())
    work.push_states.pause(athlete.id, until)
    _move_all(work, athlete, now)
    return until


def resume(work: Work, athlete: Athlete, now: datetime) -> bool:
    """False where nothing was paused."""
    was_paused = paused_until(work, athlete, now) is not None
    if was_paused:
        work.push_states.pause(athlete.id, None)
        _move_all(work, athlete, now)
    return was_paused


def paused_until(work: Work, athlete: Athlete, now: datetime) -> date | None:
    """The local date on which pushes come again; None where they are not paused now."""
    until = work.push_states.paused_until(athlete.id)
    return until if until is not None and until > day_of(now, athlete.zone) else None


def move_with_zone(work: Work, athlete: Athlete, now: datetime) -> None:
    """After a change of zone: the same local times in the new place. What was put off keeps its instant, and what is
    due already is still to be looked at."""
    first = paused_until(work, athlete, now)
    for one in work.reminders.all(athlete.id):
        if not one.again and one.due.at > now:
            work.reminders.move(one.id, next_due(one.rhythm, athlete.zone, now, first=first))


def _move_all(work: Work, athlete: Athlete, now: datetime) -> None:
    for one in work.reminders.all(athlete.id):
        work.reminders.move(one.id, _next(work, athlete, one.rhythm, now))


def _next(work: Work, athlete: Athlete, rhythm: Rhythm, now: datetime) -> Due:
    return next_due(rhythm, athlete.zone, now, first=paused_until(work, athlete, now))
