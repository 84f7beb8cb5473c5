"""How does an answer read? Short first, its receipt below, and the questions that usually come next as buttons."""

from collections.abc import Sequence

from bot.chat.buttons.of_answers import Ask, ListExercises, ListMuscles, Wrong
from bot.chat.buttons.of_session import Resume, StartWorkout
from bot.chat.errors import TODAY
from bot.chat.markup import Html, bold, italic, line, lines
from bot.chat.press import Press
from bot.chat.reply import Button, Reply, Rows, row, rows
from bot.chat.views import advice
from bot.coaching.answers import Answer, FollowUp

LONGEST_ANSWER = 3800


def answer(
    found: Answer,
    session: int | None,
    number: int | None,
    *,
    more: bool = False,
    train: bool = True,
    choices: int = advice.FEW,
) -> Reply:
    """`number` is the question's, for "wrong?". `train`: whether the session is offered; after a warning it is not.
    Of more than so many `choices` only their question is shown, as a button."""
    behind = advice.hidden(found, choices)
    said = found.more if more else found.lines[:-1] if behind else found.lines
    shown = [advice.stood_out(one, found.stands_out) for one in said]
    body = _numbered(shown) if found.numbered and not more else shown
    title = line(bold(found.title)) if found.title else None
    note = None if found.note is None or more else italic(found.note)
    text = lines(title, note, *_fitting(body), *(() if more else found.closing), _receipt(found))
    return Reply(text, _buttons(found, session, number, behind=behind, train=train and not found.warns))


KEPT = "Kept your question for the people who write my notes."


def unknown(found: Answer, *, kept: bool) -> Reply:
    """What is known, one tap away; and that the question is kept, where it is."""
    known = row(Button("Exercises", ListExercises()), Button("Muscles", ListMuscles()))
    return Reply(lines(*found.lines, KEPT if kept else None), rows(known, row(TODAY)))


def _numbered(said: Sequence[object]) -> list[object]:
    return [line(bold(number), "  ", one) for number, one in enumerate(said, start=1)]


def _fitting(body: Sequence[object]) -> Sequence[object]:
    kept, length = [], 0
    for one in body:
        length += len(str(one)) + 1
        if length > LONGEST_ANSWER:
            break
        kept.append(one)
    return kept


def _receipt(found: Answer) -> Html | None:
    told = [f"source: {'; '.join(found.sources)}"] if found.sources else []
    told += [found.entry.replace("#", " › ")] if found.entry else []
    return lines("", italic(" · ".join(told))) if told else None


def _buttons(found: Answer, session: int | None, number: int | None, *, behind: bool, train: bool) -> Rows:
    asks = [Button(one.label, asking(one)) for one in found.follow_ups if not one.advice] + advice.parts(found)
    choices = advice.choices(found)
    wrong = [Button("Wrong?", Wrong(number))] if found.entry and number is not None else []
    if behind:
        return rows(row(*advice.question(found), *asks), row(*wrong) if wrong else None)
    asks += [] if choices else wrong
    size = 2 if len(asks) in (2, 4) else 3
    in_rows = tuple(tuple(asks[index : index + size]) for index in range(0, len(asks), size))
    into: Press = StartWorkout() if session is None else Resume(session)
    last = row(Button("Today's session" if session is None else "Back to the session", into))
    return (*in_rows, *choices, *rows(row(*wrong) if choices and wrong else None), *rows(last if train else None))


def asking(one: FollowUp) -> Ask:
    first, second, *_ = (*one.subject.exercises, *one.subject.muscles, "", "")
    return Ask.about(one.intent, first, second, more=one.part == "more")


def clarify(found: Answer) -> Reply:
    """A question back, each reading a button."""
    return Reply(lines(*found.lines), tuple(row(Button(one.label, asking(one))) for one in found.follow_ups))
