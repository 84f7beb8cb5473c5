"""What do the YAML files of the knowledge base say, and where can they not be read?"""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

try:
    from yaml import CSafeLoader as FastLoader
except ImportError:  # pragma: no cover - PyYAML without libyaml: the same, ten times slower
    from yaml import SafeLoader as FastLoader  # type: ignore[assignment]

TEXT = "tag:yaml.org,2002:str"


class SafeLoader(FastLoader):
    """What is text, as nearly everything here is, needs no constructor to be looked up."""

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        if node.tag == TEXT and type(node) is yaml.ScalarNode:
            return node.value
        return super().construct_object(node, deep)


@dataclass(frozen=True, slots=True)
class Entry:
    """One named block of a file, as YAML gave it. `path` is told from the folder that holds the knowledge base."""

    path: str
    id: str
    body: dict[str, Any]


class _Loader(SafeLoader):
    """Collects keys that are written twice, which YAML itself would let the last one win."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.twice: list[str] = []

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen = set[str]()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                continue
            if key.value in seen:
                self.twice.append(f"line {key.start_mark.line + 1}: the key {key.value!r} is written twice")
            seen.add(key.value)
        return super().construct_mapping(node, deep)


def blanks(body: object, *steps: str | int) -> Iterator[tuple[str | int, ...]]:
    """Where a key has nothing after it: most likely its lines are missing, or not moved in."""
    if body is None:
        yield steps
    elif isinstance(body, dict):
        for key, value in body.items():
            yield from blanks(value, *steps, str(key))
    elif isinstance(body, list):
        for index, value in enumerate(body):
            yield from blanks(value, *steps, index)


def read(file: Path, path: str, faults: list[str]) -> Iterator[Entry]:
    """The entries of one file; what cannot be read goes to `faults`."""
    for key, body in _document(file, path, faults).items():
        if not isinstance(key, str):
            faults.append(f"{path}: {key!r}: an id should be text; put it in quotes")
        elif not isinstance(body, dict):
            faults.append(f"{path}: {key}: should be a block of keys, not {body!r}")
        elif "id" in body:
            faults.append(f"{path}: {key}.id: the id is the word above the block, {key!r}; leave this line out")
        else:
            yield Entry(path, key, body)


def _document(file: Path, path: str, faults: list[str]) -> dict[Any, Any]:
    try:
        text = file.read_text(encoding="utf-8")
        loader = _Loader(text)
        try:
            document = loader.get_single_data()
        finally:
            loader.dispose()
    except UnicodeDecodeError:
        faults.append(f"{path}: is not written in UTF-8")
        return {}
    except yaml.YAMLError as error:
        faults.append(f"{path}: {_yaml_fault(error)}")
        return {}
    faults.extend(f"{path}: {line}" for line in loader.twice)
    if isinstance(document, dict):
        return document
    faults.append(f"{path}: is empty" if document is None else f"{path}: should be entries, each under its id")
    return {}


def _yaml_fault(error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or "cannot be read"
    where = f"line {mark.line + 1}: " if mark else ""
    return f"{where}this is not YAML: {problem} (a sentence with ': ' or ' #' in it needs quotes around it)"
