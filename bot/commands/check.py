"""Is the knowledge base whole? `python -m bot check` prints every fault at once, the path first."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.knowledge.faults import KnowledgeFault
from bot.coaching.knowledge.load import load
from bot.coaching.language.deeds import load_deeds
from bot.coaching.language.language import TABLE, load_language
from bot.coaching.language.log_line import load_words
from bot.coaching.language.logbook import load_logbook
from bot.coaching.language.spoken import load_spoken
from bot.coaching.language.training import stale
from bot.commands import serving
from bot.settings import load_settings


def add(subparsers: serving.Subparsers) -> None:
    parser = subparsers.add_parser("check", help="check the knowledge base and print every fault")
    parser.add_argument("folder", nargs="?", type=Path, help="default: KNOWLEDGE_DIR")
    parser.set_defaults(run=run)


def run(given: Namespace) -> int:
    folder: Path = (given.folder or load_settings().knowledge_dir).resolve()
    if not folder.is_dir():
        print(f"{folder}: there is no such folder")
        return 1
    try:
        knowledge = load(folder)
    except KnowledgeFault as fault:
        lines = list(fault.lines)  # the language is checked beside the exercises, so it waits until they are whole
    else:
        languages = sorted(one for one in (folder / "language").glob("*") if one.is_dir())
        lines = [line for words in languages for line in _language_faults(words, knowledge)]
        if not lines:
            print(summary(knowledge))
    for line in lines:
        print(line)
    return 1 if lines else 0


def _language_faults(words: Path, knowledge: Knowledge) -> Iterator[str]:
    for read in (load_deeds, load_logbook, load_spoken, load_words):
        try:
            read(words)
        except KnowledgeFault as fault:
            yield from fault.lines
    try:
        language = load_language(words, knowledge)
    except KnowledgeFault as fault:
        yield from fault.lines
    else:
        if stale(language, knowledge):
            path = f"{words.parent.parent.name}/language/{words.name}/{TABLE}"
            yield f"{path}: is older than the phrasings; run python -m bot ask --build --language {words.name}"


def summary(knowledge: Knowledge) -> str:
    return (
        f"The knowledge base is whole: {len(knowledge.exercises)} exercises, "
        f"{len(knowledge.muscles)} muscles, {len(knowledge.topics)} topics, {len(knowledge.programs)} program(s), "
        f"{len(knowledge.sources)} sources, {len(knowledge.aliases())} names."
    )
