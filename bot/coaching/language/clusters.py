"""Which questions ask the same? Those whose words are mostly the same, whatever their order."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from bot.coaching.language.words import plain, singular, tokens

ALIKE = 72
"""Of 100: so alike two questions are said to ask the same."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """`example` is the wording nearest to the others; `members` are places in the list that was given."""

    example: str
    members: tuple[int, ...]


def clusters(texts: Sequence[str]) -> list[Cluster]:
    """The largest first; within a cluster in the order given."""
    keys = [" ".join(sorted(singular(word) for word in tokens(plain(text)))) for text in texts]
    told = Counter(keys)
    groups: list[list[str]] = []
    for key in sorted(told, key=lambda one: (-told[one], one)):
        near = max(groups, key=lambda group: _near(key, group), default=None)
        if near is not None and _near(key, near) >= ALIKE:
            near.append(key)
        else:
            groups.append([key])
    members: dict[str, list[int]] = {}
    for at, key in enumerate(keys):
        members.setdefault(key, []).append(at)
    found = [
        Cluster(texts[members[group[0]][0]], tuple(sorted(at for key in group for at in members[key])))
        for group in groups
    ]
    return sorted(found, key=lambda one: (-len(one.members), one.members))


def _near(key: str, group: Sequence[str]) -> float:
    return fuzz.token_sort_ratio(key, group[0])
