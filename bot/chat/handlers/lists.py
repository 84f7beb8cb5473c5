"""What happens at /exercises and /muscles? What the coach knows, as buttons."""

from collections.abc import Iterable

from bot.chat.buttons import ListExercises, ListMuscles
from bot.chat.reply import Said
from bot.chat.turn import Turn
from bot.chat.views.lists import exercises, muscles, of_pattern
from bot.coaching.knowledge.models import Pattern
from bot.domain.errors import ScreenOutdated


def show_exercises(turn: Turn, _: str) -> Iterable[Said]:
    yield exercises(turn.knowledge)


def exercises_pressed(turn: Turn, pressed: ListExercises) -> Iterable[Said]:
    if not pressed.pattern:
        yield exercises(turn.knowledge)
    elif pressed.pattern in set(Pattern):
        yield of_pattern(turn.knowledge, Pattern(pressed.pattern))
    else:
        raise ScreenOutdated


def show_muscles(turn: Turn, _: str) -> Iterable[Said]:
    yield muscles(turn.knowledge)


def muscles_pressed(turn: Turn, _: ListMuscles) -> Iterable[Said]:
    yield muscles(turn.knowledge)
