"""What is said back to words between sets? What comes next, what is left, the rest, whether it is over for today."""

from datetime import datetime

from bot.chat.buttons.of_answers import Ask
from bot.chat.buttons.of_reminders import RemindMenu
from bot.chat.buttons.of_session import Resume, StartWorkout, SwapMenu
from bot.chat.buttons.of_timers import FinishForgotten, KeepOpen
from bot.chat.markup import Html, bold, join, line, lines
from bot.chat.reply import Button, Reply, row, rows
from bot.chat.views.card import asked, rest_line
from bot.chat.views.dates import day_text, rest_text
from bot.chat.views.history import how_many
from bot.chat.views.remind import due_text
from bot.chat.views.sets import exercise_name, load_text, name_within, told
from bot.coaching.knowledge.catalog import Knowledge
from bot.domain.athlete import Athlete
from bot.domain.session import Session, SessionItem
from bot.services.reminders import Reminder
from bot.services.workout import Card


def _back(session: int) -> tuple[Button, ...]:
    return row(Button("Session", Resume(session)))


def what_next(shown: Card, knowledge: Knowledge) -> Reply:
    """The set on the card, and the exercise after it."""
    item, session = shown.item, shown.session
    if item is None or shown.offer is None:
        return all_done(session)
    load = load_text(shown.offer.load, bodyweight=item.plan.bodyweight)
    order = [*session.items[session.position + 1 :], *session.items[: session.position]]
    after = next((one for one in order if not one.complete), None)
    text = lines(
        line(
            bold(f"{exercise_name(knowledge, item.plan.exercise)}, set {item.next_set} of {item.plan.sets}"),
            f": {asked(item.plan)}{f' · {load}' if load else ''}",
        ),
        None if after is None else line("Then: ", exercise_name(knowledge, after.plan.exercise), f", {_left(after)}"),
        rest_line(shown.rest),
    )
    return Reply(text, rows(_back(session.id)))


def _left(item: SessionItem) -> str:
    count = item.plan.sets - len(item.working)
    return f"{count} set{'' if count == 1 else 's'} of {asked(item.plan)}"


def sets_left(session: Session, knowledge: Knowledge) -> Reply:
    left = [item for item in session.items if not item.complete]
    if not left:
        return all_done(session)
    count = sum(item.plan.sets - len(item.working) for item in left)
    each = (f"{exercise_name(knowledge, one.plan.exercise)} {one.plan.sets - len(one.working)}" for one in left)
    text = lines(line(bold(f"{count} set{'' if count == 1 else 's'} left")), join(" · ", *each))
    return Reply(text, rows(_back(session.id)))


def all_done(session: Session) -> Reply:
    return Reply(Html("That was all of it: finish when you are ready."), rows(_back(session.id)))


def last_time(exercise: str, shown: Card, knowledge: Knowledge) -> Reply:
    """Of the exercise on the card."""
    name = exercise_name(knowledge, exercise)
    if not shown.last_time:
        return Reply(line(bold(name), ": your log has no set of it before today."), rows(_back(shown.session.id)))
    when = day_text(shown.last_time[0].day, shown.session.day)
    text = line(bold(name), f", {when}: ", told(kept.done for kept in shown.last_time))
    return Reply(text, rows(_back(shown.session.id)))


def rest_of(shown: Card, item: SessionItem, knowledge: Knowledge) -> Reply:
    """What the card asks for; the book's own words are a tap away."""
    name = name_within(knowledge, item.plan.exercise)
    text = lines(line(bold(rest_text(item.plan.rest)), f" between your sets of {name}."), rest_line(shown.rest))
    more = Button(
        "About rests", Ask.about("rest", item.plan.exercise if item.plan.exercise in knowledge.exercises else "")
    )
    return Reply(text, rows(row(more), _back(shown.session.id)))


def left_out(exercise: str, knowledge: Knowledge) -> Reply:
    return Reply(line("Left out: ", bold(exercise_name(knowledge, exercise)), ". /undo or Exercises brings it back."))


def nothing_to_leave_out(item: SessionItem, session: Session, knowledge: Knowledge) -> Reply:
    why = "is left out already" if item.skipped else "is done, all its sets"
    return Reply(line(bold(exercise_name(knowledge, item.plan.exercise)), f" {why}."), rows(_back(session.id)))


def not_in_it(exercise: str, session: Session, knowledge: Knowledge) -> Reply:
    text = line(bold(exercise_name(knowledge, exercise)), " is not in today's session.")
    return Reply(text, rows(_back(session.id)))


def no_rep(shown: Card, item: SessionItem, knowledge: Knowledge) -> Html:
    """A set that was not one, above the loads to go on with."""
    load = load_text(shown.offer.load if shown.offer else None, bodyweight=item.plan.bodyweight)
    at = f" at {load}" if load else ""
    what = "No second" if item.plan.timed else "No rep"
    return line(bold(f"{what} of {name_within(knowledge, item.plan.exercise)}{at}."), " Nothing is recorded.")


def other_band(shown: Card, head: Html | None) -> Reply:
    text = lines(head, "The band is yours to choose: a thicker one helps more, a thinner one less.")
    return Reply(text, rows(_back(shown.session.id)))


def nothing_lighter(shown: Card, item: SessionItem, knowledge: Knowledge, head: Html | None) -> Reply:
    """On the empty bar, the lightest of a rack or a stack, or at body weight."""
    name = exercise_name(knowledge, item.plan.exercise)
    load = load_text(shown.offer.load if shown.offer else None, bodyweight=item.plan.bodyweight) or "body weight"
    text = lines(
        head,
        line(bold(f"{name}: nothing is lighter than {load} here."), " Swap it for an easier lift; your sets stay."),
    )
    swap = row(Button("Swap", SwapMenu(shown.session.id, item.position)))
    return Reply(text, rows(swap, _back(shown.session.id)))


def over(session: Session) -> Reply:
    """Asked once, where sets are left."""
    left = sum(item.plan.sets - len(item.working) for item in session.items if not item.complete)
    done = how_many(kept.done for kept in session.sets)
    text = lines(
        line(bold(f"{left} set{'' if left == 1 else 's'} left"), f", {done} done."),
        "Finish for today? What is left is not lost." if session.plan else "Finish for today?",
    )
    return Reply(text, rows(row(Button("Go on", KeepOpen(session.id)), Button("Finish", FinishForgotten(session.id)))))


def not_today() -> Reply:
    text = "All right. Your next session waits for you, and nothing is lost."
    return Reply(Html(text), rows(row(Button("Remind me", RemindMenu()), Button("Today's session", StartWorkout()))))


def next_day(name: str, due: Reminder | None, athlete: Athlete, now: datetime) -> Reply:
    """When it comes by itself; a day without a reminder is the lifter's own."""
    start = Button("Start it now", StartWorkout())
    if due is None:
        text = lines(line(bold(name), " is next, on the day you choose."), "With a reminder it comes by itself.")
        return Reply(text, rows(row(Button("Remind me", RemindMenu()), start)))
    day, at = due_text(due.due, due.rhythm, athlete, now), due.rhythm.at
    said = day if " at " in day else f"{day}, {at:%H:%M}"
    return Reply(line(bold(said), f": {name}."), rows(row(Button("Reminders", RemindMenu()), start)))


def is_open(name: str, session: Session) -> Reply:
    return Reply(line(bold(name), " is open now."), rows(_back(session.id)))
