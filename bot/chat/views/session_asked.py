"""What is seen of today's session where it is not as in the book? Its lifts as they come, and the way to the card."""

from bot.chat.buttons.of_answers import Wrong
from bot.chat.buttons.of_session import FinishWorkout, Resume, StartWorkout
from bot.chat.markup import bold, line, lines
from bot.chat.reply import Button, Reply, row, rows
from bot.chat.views.answer import asking
from bot.chat.views.push import exercise_line
from bot.coaching.answers import Answer
from bot.coaching.knowledge.catalog import Knowledge
from bot.services.session_asked import Meant

ALL_OFF = "Every lift of it is off while it hurts. /plan makes another."
DONE = "That was all of it: finish when you are ready."


def own_session(meant: Meant, found: Answer, knowledge: Knowledge, number: int | None) -> Reply:
    """`number` is the question's, for "wrong?"."""
    session = meant.open_session
    length = f" · about {meant.minutes} min" if meant.minutes and meant.exercises else ""
    text = lines(
        line(bold(meant.title), length if session is None else " · what is left of it"),
        *(line(bold(str(at)), "  ", exercise_line(one, knowledge)) for at, one in enumerate(meant.exercises, 1)),
        None if meant.exercises else ALL_OFF if session is None else DONE,
    )
    asks = [Button(one.label, asking(one)) for one in found.follow_ups]
    asks += [Button("Wrong?", Wrong(number))] if number is not None else []
    size = 2 if len(asks) in (2, 4) else 3
    in_rows = (tuple(asks[index : index + size]) for index in range(0, len(asks), size))
    finish = row(Button("Finish", FinishWorkout(session.id))) if session is not None and not meant.exercises else None
    into = Button("Start it", StartWorkout()) if session is None else Button("Back to the session", Resume(session.id))
    return Reply(text, rows(*in_rows, finish, row(into)))
