"""What can be pressed about files, brought along or taken along?"""

from dataclasses import dataclass

from bot.chat.press import Press


@dataclass(frozen=True)
class ExportMine(Press, tag="ex"):
    """Everything kept about me, as a file."""


@dataclass(frozen=True)
class ExportCsv(Press, tag="xc"):
    """My sets, as a CSV that other apps read."""


@dataclass(frozen=True)
class ImportFile(Press, tag="if"):
    """Keep the sets of a file that was looked at; `look` is which of the looks at it the button belongs to."""

    upload: int
    look: int


@dataclass(frozen=True)
class DropFile(Press, tag="ic"):
    upload: int


@dataclass(frozen=True)
class UnitOfFile(Press, tag="iu"):
    """What the weights of a file are."""

    upload: int
    unit: str


@dataclass(frozen=True)
class OrderOfFile(Press, tag="io"):
    """What the first number of a file's dates is."""

    upload: int
    order: str


@dataclass(frozen=True)
class UndoImport(Press, tag="ui"):
    """Take back all that one import kept."""

    entry: int
