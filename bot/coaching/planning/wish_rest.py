"""What of a wish was not understood, and what went along with it? Told in a line: nothing is dropped in silence."""

import re
from collections.abc import Iterable, Iterator

from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.planning.wish_hurts import ALL_HURTS, sites_named
from bot.coaching.planning.wish_things import LOVE, WITHOUT, gone_along, things_in
from bot.coaching.planning.wish_words import clauses, patterns

MOST, LONGEST = 4, 40
"""Parts that are named, and letters of one."""
_GAP = "\0"
_SAYS_NOTHING = """
a an the i im me my we our you it this that these those is are was be am been and or to for of at in on as by
so if from with up about then there here into per each every all any some most just only really very please
thanks hi hello want wish need would like love hate have has had got get getting give make made do can could
will should using use used try trying go going start starting train training trained lift lifting lifted
workout workouts work gym home house place plan plans week weeks weekly day days time times session sessions
minute minutes min mins hour hours year years month months old goal aim back body also too more less what when
how long much many no not without don dont ive id lets us okay ok now today again between around under over
plus equipment weights stuff things thing available access doing build building bigger better good main mainly
kg lb kilos but
"""
_IDLE = frozenset(_SAYS_NOTHING.split())
"""Words that say nothing of a plan by themselves."""


def not_understood(said: str, knowledge: Knowledge) -> tuple[str, ...]:
    """The parts of a wish that change nothing, as they were written, a few at most."""
    every = clauses(said)
    named = [bool(sites_named(clause)) for clause in every]
    parts = dict.fromkeys(
        part for at, clause in enumerate(every) for part in _left(clause, knowledge, before=any(named[:at]))
    )
    return tuple(part[:LONGEST] for part in list(parts)[:MOST])


def hurts_all_over(said: str) -> bool:
    """`everything hurts`: nothing to plan around."""
    return ALL_HURTS.search(said.lower()) is not None


def went_along(said: str, knowledge: Knowledge) -> frozenset[str]:
    """Pieces that were left out with another."""
    found = [(WITHOUT.search(clause) is not None, things_in(clause, knowledge)) for clause in clauses(said)]
    named = frozenset(piece for _, one in found for piece in one.pieces)
    return gone_along((piece for gone, one in found if gone for piece in one.pieces), named)


def _left(clause: str, knowledge: Knowledge, *, before: bool) -> Iterator[str]:
    """What no rule has read, without the words around it that say nothing."""
    text = clause
    for pattern in patterns(clause, before=before):
        text = pattern.sub(_GAP, text)
    found = things_in(text.replace(_GAP, " "), knowledge)
    unused = bool(found.lifts) and not (WITHOUT.search(clause) or LOVE.search(clause))
    for words in () if unused else _longest_first(found.said):
        text = re.sub(rf"\b{re.escape(words)}\b", _GAP, text)
    for part in text.split(_GAP):
        left = re.findall(r"[a-z0-9'.%]+", part)
        while left and _is_idle(left[0]):
            left.pop(0)
        while left and _is_idle(left[-1]):
            left.pop()
        if left:
            yield " ".join(left)


def _is_idle(word: str) -> bool:
    return word.replace("'", "") in _IDLE or word.isdigit()


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(words, key=len, reverse=True)
