"""The real knowledge base, read once for all tests."""

from pathlib import Path

from bot.coaching.knowledge.load import load

FOLDER = Path(__file__).parent.parent / "knowledge"
KNOWLEDGE = load(FOLDER)
