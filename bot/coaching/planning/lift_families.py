"""Which lifts does a bare name stand for where lifts are left out? "No deadlifts" means every deadlift."""

from collections.abc import Iterator, Mapping

from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.knowledge.names import normalise

_HEADS: Mapping[str, tuple[str, ...]] = {
    "deadlift": ("deadlift", "deadlifts", "deads", "deadlifting", "deadlift variations"),
    "row": ("row", "rows", "rowing", "row variations"),
    "pull-up": ("pull up", "pull ups", "pullup", "pullups"),
    "chin-up": ("chin up", "chin ups", "chinup", "chinups", "chins"),
    "pulldown": ("pulldown", "pulldowns", "pull down", "pull downs", "lat pulldowns", "lat pull downs"),
    "good-morning": ("good mornings",),
}
"""How a family is called; the exercises whose id ends so, or whose plainest variation's does, are in it."""
_ALSO: Mapping[str, tuple[str, ...]] = {"deadlift": ("rack-pull",), "pull-up": ("muscle-up",)}
"""Lifts that are the same to whoever leaves the family out."""
_WITH: Mapping[str, tuple[str, ...]] = {"pull-up": ("chin-up",)}
"""A pull-up is a chin-up to many; who says chin-up means the grip."""


def families(knowledge: Knowledge) -> Mapping[str, frozenset[str]]:
    """Ids by the names of their family, normalised."""
    return {normalise(name): frozenset(_members(head, knowledge)) for head, names in _HEADS.items() for name in names}


def _members(head: str, knowledge: Knowledge) -> Iterator[str]:
    heads = (head, *_WITH.get(head, ()))
    for id in knowledge.exercises:
        if id.endswith(heads) or knowledge.family_of(id).endswith(heads) or id in _ALSO.get(head, ()):
            yield id
