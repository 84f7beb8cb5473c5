"""How do the files in `knowledge/` become a `Knowledge`?"""

from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.knowledge.check import across
from bot.coaching.knowledge.draft import AnyShelf, Draft
from bot.coaching.knowledge.faults import KnowledgeFault, spot, worded
from bot.coaching.knowledge.reading import blanks, read

ELSEWHERE = "language"
"""The folder that bot/coaching/language reads."""


def load(folder: Path) -> Knowledge:
    """Read and check everything; raises `KnowledgeFault` with all faults at once."""
    draft, faults = Draft(), list[str]()
    for shelf in draft.shelves():
        _fill(shelf, folder, faults)
    faults.extend(_strays(folder, [shelf.kind for shelf in draft.shelves()]))
    faults.extend(across(draft))
    if faults:
        raise KnowledgeFault(sorted(set(faults)))
    return Knowledge(
        sources=draft.sources.good,
        equipment=draft.equipment.good,
        muscles=draft.muscles.good,
        exercises=draft.exercises.good,
        topics=draft.topics.good,
        programs=draft.programs.good,
        pain=draft.pain.good,
        kits=draft.kits.good,
        roles=draft.roles.good,
        volumes={one.level: one for one in draft.volumes.good.values()},
        spares={one.site: one for one in draft.spares.good.values()},
        scales=draft.scales.good,
        first_loads=draft.first_loads.good,
        breaks=draft.breaks.good,
        deloads=draft.deloads.good,
        blocks=draft.blocks.good,
    )


def _fill(shelf: AnyShelf, folder: Path, faults: list[str]) -> None:
    files = [*folder.glob(f"{shelf.kind}.yaml"), *sorted((folder / shelf.kind).rglob("*.yaml"))]
    if not files:
        faults.append(f"{folder.name}/{shelf.kind}.yaml: is missing, and there is no file in {shelf.kind}/ either")
    for file in files:
        shelf.entries.extend(read(file, _path(folder, file), faults))
    for entry in shelf.entries:
        faults.extend(f"{entry.path}: {spot(*steps)}: is empty" for steps in blanks(entry.body, entry.id))
        try:
            shelf.take(entry)
        except ValidationError as error:
            told = (one for one in error.errors() if one["input"] is not None)
            faults.extend(f"{entry.path}: {worded(one, shelf.shape, entry.id)}" for one in told)


def _strays(folder: Path, kinds: list[str]) -> Iterator[str]:
    """Files that nobody would read, so what is written in them would be missed in silence."""
    for file in sorted(folder.rglob("*.y*ml")):
        first = file.relative_to(folder).parts[0].removesuffix(".yaml")
        if first != ELSEWHERE and (file.suffix != ".yaml" or first not in kinds):
            yield f"{_path(folder, file)}: is not read; the files are {', '.join(kinds)}, and end in .yaml"


def _path(folder: Path, file: Path) -> str:
    return f"{folder.name}/{file.relative_to(folder).as_posix()}"
