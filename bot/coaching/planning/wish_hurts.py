"""Which places do the words of a wish say hurt, and which are well again? In doubt a place hurts: it is spared."""

import re
from collections.abc import Iterator, Sequence

from bot.domain.planning import Site

_SITES = {
    Site.LOWER_BACK: r"\b(?:lower|low|my|bad|sore) back\b",
    Site.SHOULDER: r"\bshoulders?\b",
    Site.ELBOW: r"\belbows?\b",
    Site.WRIST: r"\bwrists?\b",
    Site.HIP: r"\bhips?\b",
    Site.KNEE: r"\bknees?\b",
    Site.NECK: r"\bneck\b",
}
_HURT = re.compile(r"\b(?:hurts?|sore|pain(?:ful)?|bad|injured|aches?)\b")
ALL_HURTS = re.compile(
    r"\b(?:everything|all of me|my whole body|whole body)\b.*\b(?:hurts?|aches?|sore|pain)\b"
    r"|\b(?:hurts?|aches?|sore|pain)\b.*\b(?:everywhere|all over)\b"
)
_WELL = r"(?:fine|ok|okay|good|better|healed|well)"
_FINE = re.compile(
    rf"\b(?:(?:is|are|feels?) (?:all |much )?{_WELL}(?: again| now)?"
    r"|(?:no longer|not|never|doesn'?t|don'?t|does not|do not) hurts?(?: any ?more)?"
    r"|(?:no longer|not|isn'?t|aren'?t) (?:sore|painful)(?: any ?more)?)\b"
)
_NOT_FINE = re.compile(
    rf"\b(?:(?:is|are)(?:n'?t| not)|(?:never|not|doesn'?t|don'?t|does not|do not) (?:is|are|feels?|gets?))"
    rf" (?:all |much |any |very |quite |really |that |so )*{_WELL}\b"
)
_BESIDE = re.compile(r"\b(?:left|right|both|the|and|pains?|aches?|joints?|my(?! back\b))\b")
_AND = re.compile(r"\b(?:and|while|though|although|except|yet|because|when)\b")
_STILL = re.compile(
    r"(?:(?:it|they|that|still|sometimes|often|only|just|is|are|a bit|a little) )*(?:hurts?|sore|painful|aches?)\b"
)
"""Said of what was named before it."""
_DOES = re.compile(r"\b(?:does|do)$")
"""Behind a place: another one "does not hurt"."""


def with_what_hurts(clauses: Sequence[str], hurts: frozenset[Site]) -> frozenset[Site]:
    """What hurts after clauses in small letters, each place as it was told last."""
    spoken = frozenset[Site]()
    for clause in clauses:
        waiting = frozenset[Site]()
        for part in _parts(clause):
            sites, told = sites_named(part) | waiting, _tells(part)
            if told is None:  # "my knee and elbow hurt": the verdict comes behind
                spoken, waiting = sites or spoken, sites
                continue
            if told and not sites and _STILL.match(part):
                sites = spoken
            hurts = hurts | sites if told else hurts - sites
            spoken, waiting = sites or spoken, frozenset()
    return hurts


def patterns_of_hurts(clause: str, *, before: bool) -> Iterator[re.Pattern[str]]:
    """What is read of a clause; `before`: a place was named in one before it."""
    if sites_named(clause):
        for words in (_NOT_FINE, _FINE, _HURT):
            if words.search(clause):
                yield from (*map(re.compile, _SITES.values()), words)
    elif before and _STILL.match(clause):
        yield _STILL


def sites_named(text: str) -> frozenset[Site]:
    """In small letters."""
    return frozenset(site for site, words in _SITES.items() if re.search(words, text))


def only_sites(text: str) -> frozenset[Site]:
    """The places that a text names, where it names nothing else: a back extension is no back."""
    left = _BESIDE.sub(" ", text)
    for words in _SITES.values():
        left = re.sub(words, " ", left)
    return frozenset() if left.strip() else sites_named(text)


def _parts(clause: str) -> list[str]:
    """Apart at each "and" where one place hurts and another is fine."""
    mixed = _FINE.search(clause) and (_NOT_FINE.search(clause) or _HURT.search(_FINE.sub(" ", clause)))
    return [part.strip() for part in _AND.split(clause)] if mixed else [clause]


def _tells(part: str) -> bool | None:
    """Whether it hurts; None where that is not said. What is said last counts: "my bad knee is fine"."""
    if _NOT_FINE.search(part):
        return True
    fine = max((found.start() for found in _FINE.finditer(part)), default=-1)
    bare = _FINE.sub(lambda found: " " * len(found[0]), part)
    hurt = max((found.start() for found in _HURT.finditer(bare)), default=-1)
    if hurt < 0 and fine < 0:
        return True if _DOES.search(part) and sites_named(part) else None
    return hurt > fine
