"""What is said of a file that a lifter takes along, before it comes and under it?"""

from bot.chat.buttons.of_files import ExportCsv, ExportMine
from bot.chat.markup import Html, lines
from bot.chat.reply import Button, Reply, row, rows
from bot.chat.views.sets import counted
from bot.services.export_files import ExportFile


def on_its_way(sets: int, files: int) -> Reply:
    return Reply(Html(f"{counted(sets, 'set')}: your {_files(files)} on {_their(files)} way."))


def on_its_way_already(files: int) -> Reply:
    return Reply(Html(f"Your {_files(files)} on {_their(files)} way already. Ask again once {_they(files)} here."))


def _files(files: int) -> str:
    return "file is" if files == 1 else "files are"


def _their(files: int) -> str:
    return "its" if files == 1 else "their"


def _they(files: int) -> str:
    return "it is" if files == 1 else "they are"


def sets_exported(file: ExportFile) -> Html:
    columns = "in the columns of Strong, which other apps read, too."
    if file.files == 1 or file.first is None or file.last is None:
        return Html(f"Your {counted(file.sets, 'set')}, warm-ups with them, {columns}")
    return lines(
        f"{counted(file.sets, 'set')}, {file.first:%d %b %Y} to {file.last:%d %b %Y}, warm-ups with them, {columns}",
        f"File {file.number} of {file.files}: all of them would be too many for one.",
    )


def all_exported(sets: int, *, archive: bool) -> Html:
    more = "warm-ups with them, your body weights, notes and settings."
    told = f"Everything I keep about you: {counted(sets, 'set')}, {more}"
    return (
        lines(told, "It is packed (gzip), as Telegram takes no file so large; unpacked it is JSON.")
        if archive
        else Html(told)
    )


def not_exported() -> Reply:
    return Reply(
        Html("That file could not be made, and the fault is mine. Your log is as it was. Ask again in a while."),
        rows(row(Button("Sets as CSV", ExportCsv()), Button("Export as JSON", ExportMine()))),
    )
