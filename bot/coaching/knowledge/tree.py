"""Does every question about pain lead somewhere safe? Faults of the tree in `knowledge/pain/`, each with its path."""

from collections import Counter
from collections.abc import Iterator, Mapping

from bot.coaching.knowledge.draft import Draft, Shelf
from bot.coaching.knowledge.faults import spot
from bot.coaching.knowledge.pain import Advice, Kind, Urgency
from bot.coaching.knowledge.reading import Entry

EMERGENCY = "emergency"
"""The word that an emergency says in so many letters."""


def of_the_tree(draft: Draft) -> Iterator[str]:
    tree = draft.pain
    for entry, advice in tree.placed():
        yield from _shape(entry, advice)
        yield from _loop(entry, advice, tree.good)
    yield from _aliases_twice(tree)
    yield from _unreached(tree)
    yield from _single(tree)


def _shape(entry: Entry, advice: Advice) -> Iterator[str]:
    if advice.is_leaf:
        for field in ("who", "when", "ask"):
            if not getattr(advice, field):
                yield f"{entry.path}: {spot(entry.id, field)}: is missing; where nothing more is asked, it must be said"
    if advice.is_leaf is not (advice.question is None):
        yield f"{entry.path}: {spot(entry.id, 'question')}: belongs to choices; have both or neither"
    if advice.urgency is Urgency.EMERGENCY:
        yield from _emergency(entry, advice)
    yield from _choices_twice(entry, advice)


def _choices_twice(entry: Entry, advice: Advice) -> Iterator[str]:
    for field in ("label", "to"):
        for value, times in Counter(getattr(one, field) for one in advice.choices).items():
            if times > 1:
                yield f"{entry.path}: {spot(entry.id, 'choices')}: the {field} {value!r} is written {times} times"


def _emergency(entry: Entry, advice: Advice) -> Iterator[str]:
    if not advice.is_leaf:
        yield f"{entry.path}: {spot(entry.id, 'choices')}: nothing is asked in an emergency"
    if not any(EMERGENCY in claim.text for claim in advice.stop):
        yield f"{entry.path}: {spot(entry.id, 'stop')}: does not say {EMERGENCY!r}, as an emergency must"


def _loop(entry: Entry, advice: Advice, tree: Mapping[str, Advice]) -> Iterator[str]:
    if advice.id in _reached(tree, *(one.to for one in advice.choices)):
        yield f"{entry.path}: {spot(entry.id, 'choices')}: go round in a loop; each path must come to an end"


def _reached(tree: Mapping[str, Advice], *starts: str) -> set[str]:
    found: set[str] = set()
    left = [id for id in starts if id in tree]
    while left:
        id = left.pop()
        if id not in found:
            found.add(id)
            left += [one.to for one in tree[id].choices if one.to in tree]
    return found


def _aliases_twice(tree: Shelf[Advice]) -> Iterator[str]:
    owner: dict[str, str] = {}
    for entry, advice in tree.placed():
        for row in dict.fromkeys(advice.rows):
            other = owner.setdefault(row, advice.id)
            if other != advice.id:
                yield f"{entry.path}: {spot(entry.id, 'aliases')}: {row!r} leads to {other!r} already"


def _unreached(tree: Shelf[Advice]) -> Iterator[str]:
    if len(tree.good) < len(tree.ids):
        return  # an entry that could not be read may lead there
    roots = [id for id, one in tree.good.items() if one.aliases]
    reached = _reached(tree.good, *roots)
    for entry, advice in tree.placed():
        if advice.id not in reached:
            yield f"{entry.path}: {entry.id}: nothing leads here: give it aliases, or a choice that leads to it"


def _single(tree: Shelf[Advice]) -> Iterator[str]:
    """There is one start, and one way back to training."""
    if not tree.entries:
        yield "pain/: holds no entry; without one nothing can be said of pain"
        return
    for kind in (Kind.START, Kind.RETURN):
        such = [(entry, one) for entry, one in tree.placed() if one.kind is kind]
        for entry, _ in such[1:]:
            yield f"{entry.path}: {spot(entry.id, 'kind')}: {such[0][1].id!r} is the {kind} already, and there is one"
        if not such and len(tree.good) == len(tree.ids):
            entry = tree.entries[0]
            yield f"{entry.path}: {entry.id}: no entry is the {kind}; give one of them kind: {kind}"
