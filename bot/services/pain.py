"""What is remembered of pain? What was advised last, for a day; the more pressing of two."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from bot.coaching.knowledge.pain import Advice, Kind
from bot.coaching.language.intents import Intent
from bot.services.ports import Talk

KEPT = timedelta(hours=24)
"""How long "can I deadlift tomorrow?" is taken to be about the pain that was spoken of."""


def pain_in_mind(talk: Talk, now: datetime) -> str | None:
    """The entry of the pain tree that still counts."""
    return talk.advice if talk.hurt_at is not None and now - talk.hurt_at <= KEPT else None


def flag_in_mind(talk: Talk, tree: Mapping[str, Advice], now: datetime) -> Advice | None:
    """The red flag that stands: neither a set, a look at the card nor another question takes it back."""
    last = tree.get(pain_in_mind(talk, now) or "")
    return last if last is not None and last.holds else None


def remember_pain(
    talk: Talk, advice: str | None, tree: Mapping[str, Advice], now: datetime, *, over: bool = False
) -> Talk:
    """The talk after this advice, None for none. What holds is not put aside for less, nor when they say that it is
    `over`; all else is then forgotten, as is what is a day old. An answer to "can I train again?" changes nothing."""
    last, new = tree.get(pain_in_mind(talk, now) or ""), tree.get(advice or "")
    if over and last and not last.holds:
        return forget_pain(talk)
    if new is None or new.kind is Kind.RETURN or (last and last.holds and (last == new or not new.holds)):
        return talk if last else forget_pain(talk)
    return replace(talk, advice=new.id, hurt_at=now)


def forget_pain(talk: Talk) -> Talk:
    """After "wrong?" below an answer to pain: it was none."""
    return replace(talk, advice=None, hurt_at=None)


def back_to_training(talk: Talk) -> Talk:
    """After a set, or a look at the card: the last question is left behind, and so is the pain as what is spoken of.
    What was advised stays in mind."""
    of_pain = talk.intent == Intent.PAIN_OR_INJURY
    return replace(talk, asked_at=None, intent=None if of_pain else talk.intent)
