"""What is there where a lifter trains, and how do they say so? Loads that are advised are loads that are there."""

from bot.coaching.loading.gym_words import read_gym
from bot.domain.athlete import Athlete
from bot.domain.gym import Gym
from bot.domain.units import Load
from bot.services.coach import Coach
from bot.services.ports import Work
from bot.services.prescribe import gym_of


def say_gym(work: Work, coach: Coach, athlete: Athlete, said: str) -> Gym:
    """The gym as their words change it, kept. Raises BadGym, and nothing has changed."""
    gym = read_gym(said, gym_of(work, athlete), coach.knowledge)
    work.gyms.put(athlete.id, gym)
    return gym


def own_bar(work: Work, athlete: Athlete) -> Load | None:
    """What their bar weighs; None where they did not say."""
    gym = work.gyms.of(athlete.id)
    return Load(gym.bar, gym.unit) if gym is not None and gym.bar is not None and gym.bar > 0 else None
