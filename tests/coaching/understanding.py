"""The real language, read once for all tests, and one way to ask it."""

from pathlib import Path

from bot.coaching.answers import Answer, answer, talk_context
from bot.coaching.language.intents import TalkContext, Understanding
from bot.coaching.language.language import load_language
from bot.coaching.language.measure import sentences_in
from bot.coaching.language.understanding import Understander
from tests.knowledge import FOLDER, KNOWLEDGE

LANGUAGE_FOLDER = FOLDER / "language" / "en"
LANGUAGE = load_language(LANGUAGE_FOLDER, KNOWLEDGE)
UNDERSTANDER = Understander(KNOWLEDGE, LANGUAGE)
SENTENCES = list(sentences_in(Path(__file__).parents[1] / "sentences" / "en", KNOWLEDGE))


def asked(text: str, context: TalkContext | None = None) -> Understanding:
    return UNDERSTANDER.understand(text, context)


def answered(text: str, context: TalkContext | None = None) -> Answer:
    return answer(asked(text, context), KNOWLEDGE, LANGUAGE)


def after(*texts: str) -> TalkContext | None:
    """What the chat is about when these were asked in turn."""
    context: TalkContext | None = None
    for text in texts:
        understood = asked(text, context)
        context = talk_context(understood, answer(understood, KNOWLEDGE, LANGUAGE))
    return context
