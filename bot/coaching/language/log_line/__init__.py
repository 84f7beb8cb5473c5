"""What did the lifter write down? `LogReader.read` turns a text into sets, a question, a correction, or nothing."""

from bot.coaching.language.log_line.reader import LogReader
from bot.coaching.language.log_line.reading import Action, LogContext, LogReading, Option
from bot.coaching.language.log_line.render import brief, render
from bot.coaching.language.log_line.unclear import Wants
from bot.coaching.language.log_line.words import LogWords, load_words

__all__ = [
    "Action",
    "LogContext",
    "LogReader",
    "LogReading",
    "LogWords",
    "Option",
    "Wants",
    "brief",
    "load_words",
    "render",
]
