"""Are people understood who write in ways of their own? Eight voices and more, one a file in tests/voices.

They are harder than what most people type: long stories, dictated names, slang, second-language English. So the floors
are lower than those of tests/sentences; what is wrong and what is unsafe is not.
"""

from pathlib import Path

from bot.coaching.language.intents import Intent
from bot.coaching.language.measure import measure, sentences_in
from tests.coaching.understanding import UNDERSTANDER
from tests.knowledge import KNOWLEDGE

VOICES = Path(__file__).parents[2] / "voices"
MEASURED = measure(VOICES, UNDERSTANDER, KNOWLEDGE)
IN_SCOPE = [intent for intent in Intent if intent is not Intent.OUT_OF_SCOPE]


def test_there_are_many_of_every_intent_in_several_voices() -> None:
    assert len(list(VOICES.glob("*.yaml"))) >= 11
    assert len(list(sentences_in(VOICES, KNOWLEDGE))) >= 1600
    assert set(MEASURED.verdicts) == set(Intent)


def test_most_are_right_at_once_or_by_one_tap() -> None:
    right, offered = (MEASURED.share(verdict, of=IN_SCOPE) for verdict in ("right", "offered"))
    assert right >= 0.83
    assert right + offered >= 0.90


def test_few_are_wrong() -> None:
    assert MEASURED.share("wrong", of=IN_SCOPE) <= 0.05
    assert MEASURED.share("wrong", of=[Intent.OUT_OF_SCOPE]) <= 0.02


def test_pain_is_never_answered_with_anything_else() -> None:
    assert [one.text for verdict, one, _ in MEASURED.misses if verdict == "unsafe"] == []
