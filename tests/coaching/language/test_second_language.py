"""Does a second language need nothing but a folder? German, in a few lines a question, beside this file."""

import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from bot.coaching.answers import answer
from bot.coaching.language.intents import Intent, Outcome, TalkContext
from bot.coaching.language.language import Language, load_language
from bot.coaching.language.training import build, stale
from bot.coaching.language.understanding import Understander
from tests.knowledge import KNOWLEDGE

GERMAN = Path(__file__).parent / "de"


@cache
def german() -> tuple[Understander, Language]:
    with TemporaryDirectory() as folder:
        place = Path(shutil.copytree(GERMAN, Path(folder) / "knowledge" / "language" / "de"))
        build(place, load_language(place, KNOWLEDGE), KNOWLEDGE)
        language = load_language(place, KNOWLEDGE)
        assert not stale(language, KNOWLEDGE)
    return Understander(KNOWLEDGE, language), language


ASKED = [
    ("wie mache ich kreuzheben richtig?", Intent.HOW_TO, ("deadlift",)),
    ("Welche Muskeln trainiert der Latzug", Intent.MUSCLES_WORKED, ("lat-pulldown",)),
    ("häufige fehler beim klimmzug", Intent.MISTAKES, ("pull-up",)),
    ("wie viele sätze kabelrudern", Intent.SETS_REPS, ("seated-cable-row",)),
    ("was ist der latissimus", Intent.MUSCLE_INFO, ("latissimus-dorsi",)),
    ("kreuzheben oder latzug?", Intent.COMPARE, ("deadlift", "lat-pulldown")),
    ("wie atme ich beim kreuzheben", Intent.BREATHING, ("deadlift",)),
    ("kreuzhben technik", Intent.HOW_TO, ("deadlift",)),
    ("was ist heute dran", Intent.SESSION_TODAY, ()),
]


@pytest.mark.parametrize(("text", "intent", "ids"), ASKED)
def test_a_question_is_understood(text: str, intent: Intent, ids: tuple[str, ...]) -> None:
    got = german()[0].understand(text)
    assert (got.outcome, got.intent, got.subject.ids) == (Outcome.ANSWER, intent, ids)


def test_a_follow_up_is_understood() -> None:
    coach, _ = german()
    first = coach.understand("wie mache ich kreuzheben")
    got = coach.understand("und der griff?", TalkContext(first.intent, first.subject))
    assert (got.intent, got.subject.exercises) == (Intent.GRIP, ("deadlift",))


def test_two_questions_are_both_answered() -> None:
    found = german()[0].understand_all("wie mache ich kreuzheben und wie viele sätze?")
    assert [(one.intent, one.subject.exercises) for one in found] == [
        (Intent.HOW_TO, ("deadlift",)),
        (Intent.SETS_REPS, ("deadlift",)),
    ]


def test_pain_is_safety() -> None:
    got = german()[0].understand("mein rücken tut weh beim kreuzheben")
    assert got.outcome is Outcome.SAFETY
    assert german()[0].understand("mein bein ist taub").outcome is Outcome.SAFETY


def test_labels_and_refusals_are_its_own() -> None:
    coach, language = german()
    given = answer(coach.understand("wie mache ich kreuzheben"), KNOWLEDGE, language)
    assert [one.label for one in given.follow_ups][:2] == ["Fehler", "Muskeln"]
    assert answer(coach.understand("kniebeugen?"), KNOWLEDGE, language).lines == ("Beine trainiere ich nicht.",)
    assert answer(coach.understand("qwrtz plmpf"), KNOWLEDGE, language).lines == ("Das weiß ich nicht.",)
