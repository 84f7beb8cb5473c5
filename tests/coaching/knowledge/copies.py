"""Where is the real knowledge base, and how does a test get a copy that it may break?"""

import shutil
from functools import cache
from pathlib import Path

from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.knowledge.faults import KnowledgeFault
from bot.coaching.knowledge.load import load

REAL = Path(__file__).parents[3] / "knowledge"


@cache
def real() -> Knowledge:
    return load(REAL)


def copy(folder: Path, *, language: bool = False) -> Path:
    target = folder / "knowledge"
    shutil.copytree(REAL, target, ignore=None if language else shutil.ignore_patterns("language"))
    return target


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {file.name}, so the fault cannot be planted"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def faults(folder: Path) -> tuple[str, ...]:
    try:
        load(folder)
    except KnowledgeFault as fault:
        return fault.lines
    return ()
