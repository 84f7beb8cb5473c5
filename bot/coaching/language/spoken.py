"""What is said or asked of the session that runs, or of the next one? `too light`, `skip this`, `whats next`."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path

import yaml
from pydantic import TypeAdapter, ValidationError

from bot.coaching.knowledge.faults import KnowledgeFault
from bot.coaching.knowledge.reading import SafeLoader
from bot.coaching.language.names import MASKS, Kind
from bot.coaching.language.remembering import remember
from bot.coaching.language.rows import Rows

LONGEST = 12
"""Words of such a message."""
LIFT = "lift"
NUMBER = "NUMBER"


class Spoken(StrEnum):
    LIGHTER = "lighter"
    HEAVIER = "heavier"
    SKIP = "skip"
    SWAP = "swap"
    SWAP_TO = "swap to"
    """A lift that is named comes in place of the one on the card."""
    CARD = "card"
    BACK = "back"
    """The card, or where it hurts."""
    STOP = "stop"
    NOT_TODAY = "not today"
    ON = "on"
    NONE = "none"
    """Not one repetition, or second, was done."""
    WHAT_NEXT = "what next"
    SETS_LEFT = "sets left"
    LAST_TIME = "last time"
    REST = "rest"
    NEXT_SESSION = "next session"


SHAPE = TypeAdapter(dict[Spoken, list[str]])


class SpokenWords:
    def __init__(self, rows: Mapping[Spoken, Sequence[str]]) -> None:
        self._rows = Rows((row, meaning) for meaning, of in rows.items() for row in of)
        self._meant = remember(self._found)

    def read(self, masked: Sequence[str]) -> Spoken | None:
        """What the words of a whole message mean, names masked; None for any other message. A number in it is 0."""
        return self._meant(tuple(masked))

    def _found(self, masked: tuple[str, ...]) -> Spoken | None:
        if not 0 < len(masked) <= LONGEST:
            return None
        words = [LIFT if word == MASKS[Kind.EXERCISE] else "0" if word == NUMBER else word for word in masked]
        whole = (one for one in self._rows.find(words) if one.start == 0 and one.words == len(words))
        found = next(whole, None)
        return None if found is None else Spoken(found.meaning)


def load_spoken(folder: Path) -> SpokenWords:
    """From `spoken.yaml` in a language's folder. Raises KnowledgeFault."""
    file = folder / "spoken.yaml"
    path = f"{folder.parent.parent.name}/{folder.parent.name}/{folder.name}/{file.name}"
    try:
        return SpokenWords(SHAPE.validate_python(yaml.load(file.read_text(encoding="utf-8"), SafeLoader)))
    except (OSError, yaml.YAMLError, ValidationError) as fault:
        names = ", ".join(Spoken)
        raise KnowledgeFault([f"{path}: cannot be read as lists under {names}: {fault}"]) from fault
