"""How does a press travel in a button, and come back? As a tag and its fields, in 64 bytes at most.

Anyone can forge them: what cannot be read is an old screen, and an id is checked against its owner where it is used.
"""

from dataclasses import fields
from typing import Any, ClassVar, Self

from bot.domain.errors import ScreenOutdated

LONGEST = 64
EMPTY = "-"
MOST_DIGITS = 18
"""What a database takes as a whole number, with room to spare."""


class Press:
    """A button's meaning. Fields are integers or slugs."""

    TAG: ClassVar[str]
    BY_TAG: ClassVar[dict[str, type["Press"]]] = {}

    def __init_subclass__(cls, tag: str, **more: Any) -> None:
        super().__init_subclass__(**more)
        if tag in Press.BY_TAG:
            raise ValueError(f"the tag {tag!r} is taken by {Press.BY_TAG[tag].__name__}")
        cls.TAG = tag
        Press.BY_TAG[tag] = cls

    def pack(self) -> str:
        values = (str(value) or EMPTY for value in vars(self).values())
        data = ":".join((self.TAG, *values))
        if len(data) > LONGEST or not data.isascii():
            raise ValueError(f"a press of more than {LONGEST} plain letters: {data}")
        return data

    @classmethod
    def unpack(cls, data: str) -> "Press":
        """The press behind a button's data. Raises ScreenOutdated for what no button of today's makes."""
        tag, *values = data.split(":")
        kind = Press.BY_TAG.get(tag)
        if kind is None:
            raise ScreenOutdated
        return kind._from(values)

    @classmethod
    def _from(cls, values: list[str]) -> Self:
        expected = fields(cls)  # type: ignore[arg-type]  # each is a dataclass
        if len(values) != len(expected):
            raise ScreenOutdated
        return cls(*(_field(kind.type, value) for kind, value in zip(expected, values, strict=True)))


def _field(kind: object, value: str) -> int | str:
    if kind is not int:
        return "" if value == EMPTY else value
    digits = value.removeprefix("-")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= MOST_DIGITS):
        raise ScreenOutdated
    return int(value)
