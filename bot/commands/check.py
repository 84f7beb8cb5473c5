"""Is the knowledge base whole? `python -m bot check` prints every fault at once, the path first."""

from argparse import Namespace
from pathlib import Path

from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.knowledge.faults import KnowledgeFault
from bot.coaching.knowledge.load import load
from bot.commands import serving

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"


def add(subparsers: serving.Subparsers) -> None:
    parser = subparsers.add_parser("check", help="check the knowledge base and print every fault")
    parser.add_argument("folder", nargs="?", type=Path, default=KNOWLEDGE, help="default: %(default)s")
    parser.set_defaults(run=run)


def run(given: Namespace) -> int:
    folder: Path = given.folder
    if not folder.is_dir():
        print(f"{folder}: there is no such folder")
        return 1
    try:
        print(summary(load(folder.resolve())))
    except KnowledgeFault as fault:
        for line in fault.lines:
            print(line)
        return 1
    return 0


def summary(knowledge: Knowledge) -> str:
    return (
        f"The knowledge base is whole: {len(knowledge.exercises)} exercises, {len(knowledge.guided)} with a guide, "
        f"{len(knowledge.muscles)} muscles, {len(knowledge.topics)} topics, {len(knowledge.programs)} programs, "
        f"{len(knowledge.sources)} sources, {len(knowledge.aliases())} names."
    )
