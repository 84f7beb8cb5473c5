"""What does the daily push show? The session itself: what, sets, repetitions, last time's load, and start."""

from bot.chat.buttons import Resume, StartOver, StartWorkout
from bot.chat.markup import Html, bold, line, lines
from bot.chat.reply import Button, Reply, Rows, row, rows
from bot.chat.views.card import asked
from bot.chat.views.sets import exercise_name, load_text
from bot.coaching.knowledge.catalog import Knowledge
from bot.domain.training import PlannedExercise
from bot.services.remind import Push


def push(due: Push, knowledge: Knowledge) -> Reply:
    text = lines(
        line(bold(f"{due.at:%H:%M} · {due.program.name}"), f", about {due.program.minutes} min"),
        _begun(due),
        *(_exercise(plan, due, knowledge) for plan in due.exercises),
    )
    return Reply(text, _buttons(due))


def _begun(due: Push) -> str | None:
    if due.open_session is None:
        return None
    if due.stale_days:
        return "The last one is still open; this is what is left of it:"
    return "You are in the middle of it:"


def _buttons(due: Push) -> Rows:
    if due.open_session is None:
        return rows(row(Button("Start", StartWorkout())))
    over = row(Button("Close it, start today's", StartOver(due.open_session))) if due.stale_days else None
    return rows(over, row(Button("Go on", Resume(due.open_session))))


def _exercise(plan: PlannedExercise, due: Push, knowledge: Knowledge) -> Html:
    name = exercise_name(knowledge, plan.exercise)
    before = due.last_time.get(plan.exercise, ())
    load = load_text(before[-1].done.load, bodyweight=plan.bodyweight) if before else ""
    return line(f"{name}  {plan.sets}×{asked(plan)}", f" @ {load}" if load else "")
