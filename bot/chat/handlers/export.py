"""What happens at /export? A file is asked for; it is made beside the turns and comes as a document."""

from collections.abc import Iterable, Sequence

from bot.chat.buttons.of_files import ExportCsv, ExportMine
from bot.chat.reply import Document, Said
from bot.chat.send import outgoing
from bot.chat.turn import Turn
from bot.chat.views.export import all_exported, not_exported, on_its_way, on_its_way_already, sets_exported
from bot.services.coach import Coach
from bot.services.export_all import export_all
from bot.services.export_files import Export, file_of_everything, files_of_sets
from bot.services.export_sets import HEADING, export_sets
from bot.services.messages import Outgoing
from bot.services.orders import Lane, Order, Wanted
from bot.services.ports import Work

SOON = 3_000
"""So many sets are in the chat within a moment; of more it is said that they come."""


def export_both(turn: Turn, _: str) -> Iterable[Said]:
    return _ask(turn, Export.SETS, Export.EVERYTHING)


def export_mine(turn: Turn, _: ExportMine) -> Iterable[Said]:
    return _ask(turn, Export.EVERYTHING)


def export_csv(turn: Turn, _: ExportCsv) -> Iterable[Said]:
    return _ask(turn, Export.SETS)


def _ask(turn: Turn, *exports: Export) -> Iterable[Said]:
    orders = (Order(turn.athlete.telegram_id, turn.chat, Lane.FILES, one, {}) for one in exports)
    asked = [one for one in orders if turn.work.orders.ask(one, turn.now)]
    if not asked:
        yield on_its_way_already(len(exports))
        return
    sets = turn.work.history.count(turn.athlete.id)
    if sets > SOON:
        yield on_its_way(sets, len(asked))


def make_export(work: Work, coach: Coach, wanted: Wanted) -> Sequence[Outgoing]:
    """Read what was asked for, which may take long and changes nothing; the calls that bring it. None where whoever
    asked is gone."""
    athlete = work.athletes.find(wanted.order.telegram_id)
    if athlete is None:
        return ()
    if wanted.order.name == Export.EVERYTHING:
        files = [file_of_everything(export_all(work, athlete))]
        captions = [all_exported(work.history.count(athlete.id), archive=files[0].archive)]
    else:
        files = files_of_sets(HEADING, export_sets(work, athlete, coach.knowledge, coach.matcher))
        captions = [sets_exported(file) for file in files]
    documents = (Document(file.name, file.content, said) for file, said in zip(files, captions, strict=True))
    return [outgoing(document, wanted.order.chat, None) for document in documents]


def give_up_export(wanted: Wanted) -> Sequence[Outgoing]:
    """What is said of one that could not be made however often."""
    return [outgoing(not_exported(), wanted.order.chat, None)]
