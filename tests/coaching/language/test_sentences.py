"""How many sentences of known meaning are understood? They are data: tests/sentences/en, one file an intent."""

from pathlib import Path

from bot.coaching.language.intents import Intent
from bot.coaching.language.measure import measure
from tests.coaching.understanding import UNDERSTANDER
from tests.knowledge import KNOWLEDGE

SENTENCES = Path(__file__).parents[2] / "sentences" / "en"
MEASURED = measure(SENTENCES, UNDERSTANDER, KNOWLEDGE)
IN_SCOPE = [intent for intent in Intent if intent not in (Intent.OUT_OF_SCOPE, Intent.SMALL_TALK)]


def test_there_are_sentences_of_every_intent() -> None:
    assert set(MEASURED.verdicts) == set(Intent)
    assert sum(sum(count.values()) for count in MEASURED.verdicts.values()) >= 450


def test_most_are_right_at_once() -> None:
    assert MEASURED.share("right", of=IN_SCOPE) >= 0.85


def test_few_are_wrong() -> None:
    assert MEASURED.share("wrong", of=IN_SCOPE) <= 0.03


def test_what_is_out_of_scope_is_not_answered() -> None:
    assert MEASURED.share("wrong", of=[Intent.OUT_OF_SCOPE]) <= 0.03


def test_pain_is_never_missed() -> None:
    assert [sentence.text for verdict, sentence, _ in MEASURED.misses if sentence.intent is Intent.PAIN_OR_INJURY] == []
