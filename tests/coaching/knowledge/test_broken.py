"""Whatever is written into a file, is the fault said and nothing else raised?"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as some

from tests.coaching.knowledge.copies import REAL, copy, faults

FILE = "exercises/horizontal-pull/seated-cable-row.yaml"
ROW: dict[str, Any] = yaml.safe_load((REAL / FILE).read_text(encoding="utf-8"))
WRONG = some.one_of(
    some.none(),
    some.booleans(),
    some.integers(),
    some.text(max_size=8),
    some.just([]),
    some.just([None]),
    some.just({}),
    some.dictionaries(some.text(max_size=4), some.integers(), max_size=2),
    some.lists(some.integers(), max_size=3),
)


def places(value: object, *steps: str | int) -> Iterator[tuple[str | int, ...]]:
    if steps:
        yield steps
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from places(inner, *steps, key)


def replaced(value: Any, steps: tuple[str | int, ...], new: object) -> Any:
    if not steps:
        return new
    changed = value.copy()
    changed[steps[0]] = replaced(value[steps[0]], steps[1:], new)
    return changed


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy(tmp_path_factory.mktemp("broken"))


@settings(max_examples=60, deadline=None)
@given(steps=some.sampled_from(list(places(ROW))), new=WRONG)
def test_a_wrong_value_anywhere_is_a_fault_or_harmless(folder: Path, steps: tuple[str | int, ...], new: object) -> None:
    (folder / FILE).write_text(yaml.safe_dump(replaced(ROW, steps, new), allow_unicode=True), encoding="utf-8")
    for line in faults(folder):
        assert line.startswith("knowledge/")
        assert ": " in line
