"""What is known about how people ask? One folder of `knowledge/language/`, read and checked."""

import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import ValidationError

from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.knowledge.faults import KnowledgeFault, close_to, worded
from bot.coaching.knowledge.models import Shape
from bot.coaching.knowledge.reading import SafeLoader
from bot.coaching.language import table as tables
from bot.coaching.language.intents import Intent
from bot.coaching.language.shapes import NotCoveredGroups, Pain, Phrases, SmallTalk, Stories, Thresholds, Wording, Words
from bot.coaching.language.table import Table

TABLE = "table.gz"
SPECIAL: Mapping[str, type[Shape]] = {
    Intent.SMALL_TALK: SmallTalk,
    Intent.OUT_OF_SCOPE: Phrases,
    Intent.PAIN_OR_INJURY: Pain,
    "not_covered": NotCoveredGroups,
    "words": Words,
    "stories": Stories,
    "thresholds": Thresholds,
    "wording": Wording,
}
ELSEWHERE = frozenset({"log_line", "deeds", "logbook", "spoken"})
"""Read by bot/coaching/language/log_line, deeds.py, logbook.py and spoken.py."""

S = TypeVar("S", bound=Shape)


@dataclass(frozen=True)
class Language:
    phrases: Mapping[Intent, tuple[str, ...]]
    """How people ask; none where they were left out."""
    small_talk: SmallTalk
    not_covered: NotCoveredGroups
    pain: Pain
    words: Words
    stories: Stories
    thresholds: Thresholds
    wording: Wording
    table: Table | None
    """None until it is built: `python -m bot ask --build`."""


def load_language(folder: Path, knowledge: Knowledge, *, phrasings: bool = True) -> Language:
    """Read and check one language; raises `KnowledgeFault` with all faults at once.

    Without `phrasings`, the files that hold nothing else are left unread, two thirds of a language: a coach answers
    from the table, and only who builds or checks that needs what it was learnt from.
    """
    if not folder.is_dir():
        raise KnowledgeFault([f"{_path(folder, '').removesuffix('/.yaml')}: there is no such language"])
    faults: list[str] = []
    read = {name: _read(folder, name, shape, faults) for name, shape in _files() if phrasings or shape is not Phrases}
    faults.extend(_strays(folder))
    whole = {name: shape for name, shape in read.items() if shape is not None}
    if len(whole) < len(read) or faults:
        raise KnowledgeFault(sorted(faults))
    language = _language(folder, whole)
    faults.extend(f"{_path(folder, name)}: {fault}" for name, fault in _across(language, knowledge))
    if faults:
        raise KnowledgeFault(sorted(faults))
    return language


def _files() -> Iterator[tuple[str, type[Shape]]]:
    yield from ((intent.value, Phrases) for intent in Intent if intent not in SPECIAL)
    yield from ((str(name), shape) for name, shape in SPECIAL.items())


def _read(folder: Path, name: str, shape: type[S], faults: list[str]) -> S | None:
    path, file = _path(folder, name), folder / f"{name}.yaml"
    try:
        return shape.model_validate(yaml.load(file.read_text(encoding="utf-8"), SafeLoader) or {})
    except FileNotFoundError:
        faults.append(f"{path}: is missing")
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        faults.append(f"{path}: this is not YAML: {' '.join(str(error).split())}")
    except ValidationError as error:
        faults.extend(f"{path}: {worded(one, shape, '')}" for one in error.errors())
    return None


def _language(folder: Path, read: Mapping[str, Shape]) -> Language:
    def the(shape: type[S], name: str) -> S:
        found = read[name]
        assert isinstance(found, shape)
        return found

    asked = {intent: the(Phrases, intent).phrases for intent in Intent if isinstance(read.get(intent), Phrases)}
    return Language(
        phrases=asked,
        small_talk=the(SmallTalk, Intent.SMALL_TALK),
        not_covered=the(NotCoveredGroups, "not_covered"),
        pain=the(Pain, Intent.PAIN_OR_INJURY),
        words=the(Words, "words"),
        stories=the(Stories, "stories"),
        thresholds=the(Thresholds, "thresholds"),
        wording=the(Wording, "wording"),
        table=_table(folder / TABLE),
    )


def _table(file: Path) -> Table | None:
    """None where there is none to be read: it is made anew from the phrasings."""
    try:
        return tables.load(file)
    except (OSError, EOFError, ValueError, LookupError, zlib.error):
        return None


def _across(language: Language, knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    """Faults that show only beside the knowledge base."""
    subjects = {*knowledge.exercises, *knowledge.muscles}
    for name, ids in language.words.families.items():
        for id in ids:
            if id not in subjects:
                yield "words", f"families.{name}: there is no {id!r}{close_to(id, subjects)}"
    for row, id in language.words.implied.items():
        if id not in knowledge.exercises:
            yield "words", f"implied.{row}: there is no exercise {id!r}{close_to(id, knowledge.exercises)}"
    for intent in Intent:
        if intent not in language.wording.asks:
            yield "wording", f"asks: {intent.value} is missing"


def _strays(folder: Path) -> Iterator[str]:
    known = {name for name, _ in _files()} | ELSEWHERE
    for file in sorted(folder.glob("*.y*ml")):
        if file.suffix != ".yaml" or file.stem not in known:
            yield f"{_path(folder, file.stem)}: is not read{close_to(file.stem, known)}"


def _path(folder: Path, name: str) -> str:
    return f"{folder.parent.parent.name}/{folder.parent.name}/{folder.name}/{name}.yaml"
