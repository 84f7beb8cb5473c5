"""Which plain messages ask for a plan? "plan", "make me a plan for 3 days", "i want a new plan, only dumbbells"."""

import re

_PLEASE = r"(?:(?:please|hi|hey|ok|coach),? )*(?:(?:can|could|would|will) you )?(?:please )?"
_MAKE = (
    r"(?:make|give|write|create|build|design|plan|show|do|set up|need|want|i want|i need|i'?d like|i would like|get)"
)
_PLAN = (
    r"(?:(?:a|an|my|the|another|new|training|workout|gym|back|lifting|weekly|week) )*(?:plan|program|programme|routine)"
)
_ASKED = re.compile(rf"{_PLEASE}{_MAKE}(?: me| us)? {_PLAN}(?: please)?(?:[,:]? (?P<said>.+))?")
_CHANGED = re.compile(
    rf"{_PLEASE}(?:i (?:want|need|would like) to |i'?d like to |let'?s )?(?:change|switch|adjust|adapt|update|set) "
    rf"{_PLAN} (?:in)?to (?P<said>.+)"
)
_WISH = re.compile(r"\d|\b(?:once|twice|one|two|three|four|five|six|only|no|without|strength|size|muscle|dumbbells?)\b")
_BARE = re.compile(rf"{_PLAN}(?:[,:]? (?P<said>(?:for|with|of|only|no|without|in) .+)|: ?(?P<listed>.+))?")
_NO_WISH = re.compile(r"(?:that|which|about|because)\b")
LONGEST = 120


def read_plan_words(text: str) -> str | None:
    """What would stand behind /plan, empty for a bare plan; None for any other message."""
    said = " ".join(text.lower().replace("’", "'").split()).strip(" .!")
    if len(said) > LONGEST or (said.endswith("?") and not said.startswith(("can you", "could you", "would you"))):
        return None
    asked = _ASKED.fullmatch(said.rstrip("?"))
    if asked is not None:
        wished = asked["said"] or ""
        return None if _NO_WISH.match(wished) else wished
    changed = _CHANGED.fullmatch(said.rstrip("?"))
    if changed is not None:
        return changed["said"] if _WISH.search(changed["said"]) else None
    bare = _BARE.fullmatch(said)
    if bare is None:
        return None
    return bare["said"] or bare["listed"] or ""
