"""What becomes of an unclear line once one of its readings is chosen? It is kept, puts right, or replaces an entry."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.coaching.language.log_line import Action, LogReading
from bot.domain.athlete import Athlete
from bot.domain.errors import QuestionClosed
from bot.services.coach import Coach
from bot.services.correct import Corrected, correct
from bot.services.edit_text import Edited, replace_entry
from bot.services.lately import Lately, lately, of_day
from bot.services.log_set import Logged
from bot.services.log_text import Line, completed, record
from bot.services.pending import about_of, answered, moves, recorded, was_recorded
from bot.services.ports import Talk, Work


@dataclass(frozen=True, slots=True)
class Dropped:
    """None of the readings. `kept`: the question was about sets in the log, which stay."""

    kept: bool


def answer_log(
    work: Work, coach: Coach, athlete: Athlete, talk: Talk, chat: int, update: int, index: int, now: datetime
) -> Logged | Corrected | Edited | Dropped:
    """Keep the chosen reading, or none where `index` is below 0. Raises QuestionClosed where that is not open."""
    if talk.pending is None or talk.pending.get("update") != update:
        raise QuestionClosed(recorded=was_recorded(talk.pending, update))
    if index < 0:
        work.talks.put(chat, replace(talk, pending=None))
        about = about_of(talk.pending)
        return Dropped(kept=bool(about.corrects) or about.entry is not None)
    chosen, about = answered(talk.pending, update, index), about_of(talk.pending)
    if chosen is None:
        raise QuestionClosed(recorded=False)
    sets, day = chosen
    done = replace(talk, pending=recorded(update))
    if about.corrects:
        last = _asked_about(work, athlete, about.corrects, now)
        if last.numbers != about.corrects:
            raise QuestionClosed(recorded=False)
        work.talks.put(chat, done)
        return correct(
            work,
            athlete,
            last.entries,
            LogReading(Action.CORRECT, sets, day if moves(talk.pending, index) else None),
            now,
        )
    if about.entry is not None:
        entry = work.log.entry(athlete.id, about.entry)
        if entry is None:
            raise QuestionClosed(recorded=False)
        work.talks.put(chat, done)
        return replace_entry(work, athlete, entry, sets, day, now, about.message)
    session = work.sessions.open(athlete.id)
    sets = completed(work, coach, athlete, session, sets, now)
    return record(work, athlete, done, Line("", update, chat, about.message), sets, day, now, session)


def _asked_about(work: Work, athlete: Athlete, sets: Sequence[int], now: datetime) -> Lately:
    """As the log stands now on the day of these sets, which may be another than today."""
    kept = work.history.kept(athlete.id, sets[-1])
    return lately(work, athlete, now) if kept is None else of_day(work, athlete, kept.day)
