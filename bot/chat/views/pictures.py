"""What stands on the pictures that are worded here: the muscles of an exercise, and a session to share?"""

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
from bot.services.muscle_shades import of_exercise, of_session
from bot.services.pictures import MuscleMap, SessionPicture


def muscle_map(exercise: str, knowledge: Knowledge) -> MuscleMap:
    shades = of_exercise(exercise, knowledge)
    captions = {muscle: knowledge.muscle(muscle).called for muscle in shades}
    return MuscleMap(exercise_name(knowledge, exercise), shades, captions, "dark does most of the work, light helps")


def session_picture(session: Session, bests: tuple[News, ...], knowledge: Knowledge, unit: Unit) -> SessionPicture:
    """Nobody's name is on it."""
    done = [kept.done for kept in session.sets]
    working = [one for one in done if not one.warmup]
    moved = volume_kg(done)
    return SessionPicture(
        title=session_name(knowledge, session),
        day=session.day,
        minutes=round((session.last_deed - session.started_at).total_seconds() / 60),
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


def with_dark(buttons: Rows) -> Rows:
    """Under the first picture, which is light on whatever page."""
    return rows(row(Button("Dark pictures", GoDark())), *buttons)


def session_buttons() -> Rows:
    return rows(row(Button("Progress", ShowProgress())))
