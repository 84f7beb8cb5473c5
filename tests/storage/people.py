"""Who trains in these tests?"""

from bot.services.messages import Person

ANN = Person(1001, "Ann")
BEN = Person(1002, "Ben")
GROUP = -500
"""A chat that both are in."""
