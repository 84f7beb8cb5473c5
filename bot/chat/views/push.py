"""What does the daily push show? The session itself: what, sets, repetitions, last time's load, and start."""

from collections.abc import Mapping, Sequence

from bot.chat.buttons import Resume
from bot.chat.markup import Html, bold, line, lines
from bot.chat.reply import Button, Reply, row, rows
from bot.chat.views.card import asked
from bot.chat.views.sets import exercise_name, load_text
from bot.coaching.knowledge.catalog import Knowledge
from bot.domain.training import KeptSet, SessionItem
from bot.services.remind import Push


def push(due: Push, knowledge: Knowledge) -> Reply:
    session = due.card.session
    program = knowledge.program(session.program)
    text = lines(
        line(bold(f"{due.at:%H:%M} · {program.name}"), f", about {program.minutes} min"),
        "You are in the middle of it." if session.sets else None,
        *(_item(item, due.last_time, knowledge) for item in session.items if not item.complete),
    )
    return Reply(text, rows(row(Button("Go on" if session.sets else "Start", Resume(session.id)))))


def _item(item: SessionItem, last: Mapping[str, Sequence[KeptSet]], knowledge: Knowledge) -> Html:
    name = exercise_name(knowledge, item.plan.exercise)
    before = last.get(item.plan.exercise, ())
    load = load_text(before[-1].done.load, bodyweight=item.plan.bodyweight) if before else ""
    return line(f"{name}  {item.plan.sets}×{asked(item.plan)}", f" @ {load}" if load else "")
