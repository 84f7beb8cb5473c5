"""What does the push show? The session itself: what, sets, repetitions, load, last time's best set; and what became
of pushes that did not come."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.chat.buttons.of_answers import Advise
from bot.chat.buttons.of_log import as_number
from bot.chat.buttons.of_reminders import PutOff, SkipDay
from bot.chat.buttons.of_session import StartOver, StartWorkout, TakeOn
from bot.chat.markup import Html, bold, line, lines
from bot.chat.reply import Button, Place, Reply, Rows, row, rows
from bot.chat.views.dates import day_text, whose_day
from bot.chat.views.plan import on_the_way
from bot.chat.views.reasons import step_text
from bot.chat.views.remind import push_text
from bot.chat.views.sets import count_text, exercise_name, load_text
from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.knowledge.pain import Advice
from bot.domain.athlete import Athlete, day_of
from bot.domain.reminding import Due
from bot.domain.training import KeptSet
from bot.domain.units import kilograms
from bot.services.push import Asked, Push
from bot.services.reminders import Missed

TONIGHT_UNTIL = time(19)
"""From then on the evening is here, and in an hour is soon enough."""


def push(due: Push, knowledge: Knowledge) -> Reply:
    local = due.due.at.astimezone(ZoneInfo(due.zone))
    if due.flag is not None:
        return _waits(due, due.flag, local)
    text = lines(
        line(bold(f"{local:%H:%M} · {due.title}"), "" if due.all_off else f", about {due.minutes} min"),
        _before(due),
        _begun(due),
        *(exercise_line(one, knowledge) for one in due.exercises),
        "Every lift of it is off while it hurts. /plan makes another." if due.all_off else None,
    )
    return Reply(text, _buttons(due, local))


def _waits(due: Push, flag: Advice, local: datetime) -> Reply:
    """In place of the session: no set, and nothing to start it by."""
    text = lines(
        bold(f"{local:%H:%M} · {due.title} waits"),
        None if due.missed is None else missed_text(due.missed, due.due.day),
        line("You told me of this: ", bold(flag.name), "."),
        flag.stop[0].text,
        "No session while it stands; nothing of yours is lost.",
    )
    skip = row(Button("Skip today", SkipDay(due.reminder.id, as_number(due.due.day))))
    return Reply(text, rows(skip, row(Button("What to do now", Advise(flag.id)))))


def _before(due: Push) -> str | None:
    """What did not come, or was not done, once and without blame."""
    if due.missed is not None:
        return missed_text(due.missed, due.due.day)
    if due.still_to_do is not None:
        return f"{whose_day(due.still_to_do, due.due.day)} session is still to do: this is it."
    return None


def missed_text(missed: Missed, today: date) -> str:
    if missed.count == 1:
        return f"{whose_day(missed.first, today)} reminder did not come: I was down."
    return f"{missed.count} reminders since {day_text(missed.first, today)} did not come: I was down."


def missed_before(missed: Missed, today: date) -> Reply:
    """Told with the next answer, where that comes before the next push."""
    return Reply(Html(f"{missed_text(missed, today)} The session still waits for you: /workout"))


def _begun(due: Push) -> str | None:
    if due.open_session is None:
        return None
    if due.stale_days:
        return "The last one is still open; this is what is left of it:"
    return "You are in the middle of it:"


def _buttons(due: Push, local: datetime) -> Rows:
    number, day = due.reminder.id, as_number(due.due.day)
    tonight = Button("Tonight", PutOff(number, day, 0)) if local.time() < TONIGHT_UNTIL else None
    later = row(Button("In 15 min", PutOff(number, day, 15)), Button("In 1 h", PutOff(number, day, 60)), tonight)
    skip = Button("Skip today", SkipDay(number, day))
    if due.open_session is None:
        return rows(later, row(skip), row(Button("Start", StartWorkout())))
    over = Button("Close it, start today's", StartOver(due.open_session)) if due.stale_days else None
    return rows(later, row(skip), row(over), row(Button("Go on", TakeOn(due.open_session))))


def exercise_line(one: Asked, knowledge: Knowledge) -> Html:
    plan, name = one.plan, exercise_name(knowledge, one.plan.exercise)
    load = load_text(one.offer.load, bodyweight=plan.bodyweight)
    asked = f"{plan.sets}×{plan.reps}{' s' if plan.timed else ''}{' a side' if plan.per_side else ''}"
    step = f", {step_text(one.step, one.step.unit, one.offer.load)}" if one.step and load else ""
    way = on_the_way(plan)
    return line(f"{name}  {asked}", f" @ {load}{step}" if load else "", way, _best(one.last_time, load))


def _best(before: Sequence[KeptSet], load: str) -> str:
    """Of the last day: the heaviest set, and of those the longest; its load where it is not the one shown."""
    if not before:
        return ""
    top = max((kept.done for kept in before), key=lambda done: (kilograms(done.load), done.reps or done.seconds or 0))
    lifted = load_text(top.load, bodyweight=top.bodyweight)
    if lifted == load or not (lifted or top.bodyweight):
        return f" (last: {count_text(top)})"
    return f" (last: {lifted or 'body weight'} × {count_text(top)})"


def put_off(
    at: datetime, reminder: int, day: date, athlete: Athlete, now: datetime, *, place: Place = Place.PRESSED
) -> Reply:
    local = at.astimezone(ZoneInfo(athlete.zone))
    late = day_of(at, athlete.zone) - day_of(now, athlete.zone)
    when = f"{local:%H:%M}{' tomorrow' if late >= timedelta(days=1) else ''}"
    return Reply(
        line("Later, at ", bold(when), ". I bring it again."),
        rows(row(Button("Skip today", SkipDay(reminder, as_number(day)))), row(Button("Start now", StartWorkout()))),
        place,
    )


def skipped(following: Due, athlete: Athlete, now: datetime, *, place: Place = Place.PRESSED) -> Reply:
    return Reply(
        line("Skipped. Next reminder: ", bold(push_text(following, athlete, now)), "."),
        rows(row(Button("Train after all", StartWorkout()))),
        place,
    )
