"""What happens at /exercises and /muscles? What the coach knows, as buttons."""

from collections.abc import Iterable

from bot.chat.buttons.of_answers import ListExercises, ListMuscles
from bot.chat.reply import Place, Said
from bot.chat.turn import Turn
from bot.chat.views.lists import BACK, GROUPS, exercises, muscles, of_group


def show_exercises(turn: Turn, _: str) -> Iterable[Said]:
    yield exercises(turn.knowledge)


def exercises_pressed(turn: Turn, pressed: ListExercises) -> Iterable[Said]:
    """One group of them; all groups where the button is from a time of other ones."""
    if pressed.group in GROUPS:
        yield of_group(turn.knowledge, pressed.group)
    else:
        yield exercises(turn.knowledge, place=Place.PRESSED if pressed.group == BACK else Place.NEW)


def show_muscles(turn: Turn, _: str) -> Iterable[Said]:
    yield muscles(turn.knowledge)


def muscles_pressed(turn: Turn, _: ListMuscles) -> Iterable[Said]:
    yield muscles(turn.knowledge)
