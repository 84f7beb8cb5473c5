"""What is said when a timer rings? What comes next after a rest; of a quiet session, whether it is over."""

from collections.abc import Sequence
from datetime import time

from bot.chat.buttons.of_timers import FinishForgotten, KeepOpen, SwitchRest
from bot.chat.markup import Html, bold, line, lines
from bot.chat.reply import Button, Reply, row, rows
from bot.chat.views.card import asked
from bot.chat.views.history import how_many
from bot.chat.views.sets import exercise_name, session_name, sets_text, told
from bot.coaching.knowledge.catalog import Knowledge
from bot.domain.session import Session
from bot.domain.training import KeptSet
from bot.services.ring import Ring
from bot.services.timers import TimerKind


def rest_over(session: Session, last_time: Sequence[KeptSet], knowledge: Knowledge) -> Reply:
    """One line, to be read on a locked screen: what comes next, and the set before it, those of last time,
    or what is asked."""
    item = session.items[session.position]
    if item.working:
        before = f"Last: {sets_text([item.working[-1].done])}."
    elif last_time:
        before = f"Last time: {told(kept.done for kept in last_time)}."
    else:
        before = f"{asked(item.plan)}."
    name = exercise_name(knowledge, item.plan.exercise)
    return Reply(line(bold(f"{name}, set {item.next_set}."), " ", before), screen=TimerKind.REST)


def forgotten(session: Session, last_set_at: time | None, knowledge: Knowledge) -> Reply:
    count = how_many(kept.done for kept in session.sets)
    when = f", the last at {last_set_at:%H:%M}." if last_set_at else " so far."
    text = lines(
        line(bold(count), when),
        f"Did you forget to finish the {session_name(knowledge, session).lower()}?",
    )
    buttons = rows(row(Button("Go on", KeepOpen(session.id))), row(Button("Finish", FinishForgotten(session.id))))
    return Reply(text, buttons, screen=TimerKind.FORGOT)


def switched(*, on: bool) -> Reply:
    text = "Rest timer on: from the next set on I ring when a rest is over." if on else "Rest timer off: no more rings."
    button = Button("Turn it off", SwitchRest(0)) if on else Button("Turn it on", SwitchRest(1))
    return Reply(Html(text), rows(row(button)))


def ring(due: Ring, knowledge: Knowledge) -> Reply:
    session = due.card.session
    if due.kind is TimerKind.REST:
        return rest_over(session, due.card.last_time, knowledge)
    return forgotten(session, due.last_set_at, knowledge)
