"""What happens when a question about a file is answered in words? The same as at its buttons."""

from collections.abc import Iterable
from dataclasses import replace

from bot.chat.buttons.of_files import DropFile, OrderOfFile, UnitOfFile
from bot.chat.handlers.import_file import drop_file, say_order, say_unit
from bot.chat.reply import Place, Reply, Said
from bot.chat.turn import Turn
from bot.coaching.importing.shapes import Ask, DateOrder
from bot.coaching.language.logbook import UNITS
from bot.services.file_question import OF_FILE

ORDERS = (DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST)
ORDERS_SAID = ("3 April", "4 March")
ALSO_SAID = (("day first", "dd/mm", "days"), ("month first", "mm/dd", "months"))


def hear_file(turn: Turn, text: str, waiting: str) -> list[Said] | None:
    """None where the text is no answer to it."""
    asked, _, number = waiting.partition(f" {OF_FILE}")
    answered = _answer(turn, text, Ask(asked), int(number))
    if answered is None:
        return None
    turn.wait_for(None)
    return [replace(said, place=Place.NEW) if isinstance(said, Reply) else said for said in answered]


def _answer(turn: Turn, text: str, asked: Ask, file: int) -> Iterable[Said] | None:
    answers = turn.coach.log_reader.answers
    if answers.declines(text):
        return drop_file(turn, DropFile(file))
    if asked is Ask.UNIT:
        unit = UNITS.get(answers.without_fillers(text))
        return None if unit is None else say_unit(turn, UnitOfFile(file, unit.value))
    order = answers.pick(text, ORDERS_SAID, ALSO_SAID)
    return None if order is None else say_order(turn, OrderOfFile(file, ORDERS[order].value))
