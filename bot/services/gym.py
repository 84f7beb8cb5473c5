"""What is there where a lifter trains, and how do they say so? Loads that are advised are loads that are there."""

from bot.coaching.loading.gym_words import read_gym
from bot.domain.athlete import Athlete
from bot.domain.gym import Gym
from bot.services.coach import Coach
from bot.services.ports import Work
from bot.services.prescribe import gym_of


def say_gym(work: Work, coach: Coach, athlete: Athlete, said: str) -> Gym:
    """The gym as their words change it, kept. Raises BadGym, and nothing has changed."""
    gym = read_gym(said, gym_of(work, athlete), coach.knowledge)
    work.gyms.put(athlete.id, gym)
    return gym
