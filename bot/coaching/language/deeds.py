"""Which whole messages do the same as a command or a button: undo, done, finish, progress?"""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

import yaml
from pydantic import TypeAdapter, ValidationError

from bot.coaching.knowledge.faults import KnowledgeFault
from bot.coaching.knowledge.reading import SafeLoader


class Deed(StrEnum):
    UNDO = "undo"
    DONE = "done"
    FINISH = "finish"
    CANCEL = "cancel"
    WRONG = "wrong"
    NO = "no"
    PROGRESS = "progress"
    WEEK = "week"
    KG = "kg"
    LB = "lb"


NAMES = ", ".join(Deed)
SHAPE = TypeAdapter(dict[Deed, list[str]])


def load_deeds(folder: Path) -> Mapping[str, Deed]:
    """Message to deed, from `deeds.yaml` in a language's folder. Raises KnowledgeFault."""
    file = folder / "deeds.yaml"
    path = f"{folder.parent.parent.name}/{folder.parent.name}/{folder.name}/{file.name}"
    try:
        words = SHAPE.validate_python(yaml.load(file.read_text(encoding="utf-8"), SafeLoader))
    except (OSError, yaml.YAMLError, ValidationError) as fault:
        raise KnowledgeFault([f"{path}: cannot be read as lists under {NAMES}: {fault}"]) from fault
    said = [(plain(message), deed) for deed, messages in words.items() for message in messages]
    twice = sorted({message for message, _ in said if sum(message == other for other, _ in said) > 1})
    if twice:
        raise KnowledgeFault([f"{path}: {message!r} stands there twice" for message in twice])
    return dict(said)


def plain(text: str) -> str:
    """A message without its case, its outer blanks and its closing marks."""
    return " ".join(text.lower().replace("’", "'").split()).strip(" .!")
