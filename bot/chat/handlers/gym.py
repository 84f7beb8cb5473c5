"""What happens at /gym? What is there is shown, and changed by words or a tap."""

from collections.abc import Iterable

from bot.chat.buttons.of_settings import PickGym, ShowGym
from bot.chat.reply import Place, Said
from bot.chat.turn import Turn
from bot.chat.views.gym import gym_screen
from bot.coaching.loading.gym_words import read_told
from bot.domain.errors import BadGym, ScreenOutdated
from bot.services.gym import say_gym
from bot.services.prescribe import gym_of


def gym_command(turn: Turn, said: str) -> Iterable[Said]:
    gym = say_gym(turn.work, turn.coach, turn.athlete, said) if said.strip() else gym_of(turn.work, turn.athlete)
    yield gym_screen(gym, turn.knowledge)


def hear_gym(turn: Turn, text: str) -> Iterable[Said] | None:
    """ "My bar is 15 kg"; None for any other message."""
    said = read_told(text)
    return None if said is None else gym_command(turn, said)


def show_gym(turn: Turn, _: ShowGym) -> Iterable[Said]:
    yield gym_screen(gym_of(turn.work, turn.athlete), turn.knowledge, place=Place.PRESSED)


def pick_gym(turn: Turn, pressed: PickGym) -> Iterable[Said]:
    if pressed.unit != gym_of(turn.work, turn.athlete).unit:
        raise ScreenOutdated
    try:
        gym = say_gym(turn.work, turn.coach, turn.athlete, f"{pressed.part} {pressed.amount}")
    except BadGym:
        raise ScreenOutdated from None
    yield gym_screen(gym, turn.knowledge, place=Place.PRESSED)
