"""What does the coach say when it hurts? Stop, whom to see, how fast; then one question, or what to tell them there."""

from collections.abc import Iterator, Mapping

from bot.coaching.answers.answer import Answer, FollowUp
from bot.coaching.answers.part import Said, receipts, said
from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.knowledge.models import Claim
from bot.coaching.knowledge.pain import Advice
from bot.coaching.language.intents import Intent
from bot.coaching.language.shapes import Wording

PARTS = ("ask", "then", "more")
"""What stands behind a button of its own below an entry; each has its label in wording.yaml."""


def of_pain(advice: Advice, knowledge: Knowledge, wording: Wording, part: str = "") -> Answer:
    """One entry of the tree, or one `part` of it."""
    lines = said(_parts(advice)[part]) if part else tuple(_short(advice, wording))
    question = [advice.question] if advice.question and not part else []
    return Answer(
        title=advice.name,
        lines=(*(line.text for line in lines), *question),
        follow_ups=tuple(_next(advice, wording, part)),
        sources=receipts(lines, knowledge),
        entry=advice.id,
        urgent=advice.is_pressing,
        stands_out=wording.stands_out,
    )


def _short(advice: Advice, wording: Wording) -> Iterator[Said]:
    yield from said(advice.stop)
    for key, claims in (("who", advice.who), ("when", advice.when)):
        for one in said(claims[:1]):
            text = one.text[0].lower() + one.text[1:]
            yield Said(wording.sentences[f"pain-{key}"].format(text=text), one.sources)
        yield from said(claims[1:])


def _parts(advice: Advice) -> Mapping[str, tuple[Claim, ...]]:
    return {part: getattr(advice, part) for part in PARTS}


def _next(advice: Advice, wording: Wording, part: str) -> Iterator[FollowUp]:
    pain = Intent.PAIN_OR_INJURY
    if not part:
        yield from (FollowUp(one.label, pain, advice=one.to) for one in advice.choices)
    for other, claims in _parts(advice).items():
        if claims and other != part:
            yield FollowUp(wording.sentences[f"pain-{other}"], pain, part=other, advice=advice.id)
