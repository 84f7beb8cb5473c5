"""What stands on the pictures that are worded here: the muscles of an exercise, and a session to share?"""

from collections.abc import Iterable, Mapping

from bot.chat.buttons.of_pictures import GoDark, ShowProgress
from bot.chat.markup import Html, bold, line
from bot.chat.reply import Button, Rows, row, rows
from bot.chat.views.finished import moved_text
from bot.chat.views.news import beat_text
from bot.chat.views.sets import by_exercise, counted, exercise_name, session_name, sets_text, told
from bot.coaching.knowledge.catalog import Knowledge
from bot.domain.records import News
from bot.domain.session import Session
from bot.domain.training import volume_kg
from bot.domain.units import Unit
from bot.services.muscle_shades import of_session
from bot.services.pictures import ExerciseMap, SessionPicture


def exercise_map(exercise: str, knowledge: Knowledge) -> ExerciseMap:
    muscles = knowledge.exercise(exercise).muscles
    return ExerciseMap(
        exercise_name(knowledge, exercise), _called(muscles.prime, knowledge), _called(muscles.helping, knowledge)
    )


def _called(muscles: Iterable[str], knowledge: Knowledge) -> Mapping[str, str]:
    """The forearms without their grip: a name stands on one line."""
    return {muscle: knowledge.muscle(muscle).called.partition(" and ")[0] for muscle in muscles}


def map_caption(exercise: str, knowledge: Knowledge) -> Html:
    """Under a map that follows its words."""
    works = list(_called(knowledge.exercise(exercise).muscles.prime, knowledge).values())
    said = " and ".join([", ".join(works[:-1]), works[-1]] if len(works) > 1 else works)
    return line(bold(exercise_name(knowledge, exercise)), f": {said.lower()}")


def session_picture(session: Session, bests: tuple[News, ...], knowledge: Knowledge, unit: Unit) -> SessionPicture:
    """Nobody's name is on it."""
    done = [kept.done for kept in session.sets]
    working = [one for one in done if not one.warmup]
    moved = volume_kg(done)
    return SessionPicture(
        title=session_name(knowledge, session),
        day=session.day,
        minutes=round(session.trained_for.total_seconds() / 60),
        sets=len(working),
        moved=moved_text(moved, unit) if moved else "",
        lifts=tuple((exercise_name(knowledge, name), told(sets)) for name, sets in by_exercise(working).items()),
        records=tuple(_best(new, knowledge) for new in bests),
        shades=of_session(done, knowledge),
    )


def _best(new: News, knowledge: Knowledge) -> str:
    return f"{exercise_name(knowledge, new.kept.done.exercise)}: {sets_text([new.kept.done])}, {beat_text(new)}"


def session_caption(shown: SessionPicture) -> Html:
    return line(bold(shown.title), f" · {counted(shown.sets, 'set')}")


def with_dark(again: GoDark, buttons: Rows) -> Rows:
    """Under the first picture, which is light on whatever page."""
    return rows(row(Button("Dark pictures", again)), *buttons)


def session_buttons() -> Rows:
    return rows(row(Button("Progress", ShowProgress())))
