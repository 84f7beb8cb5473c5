"""Does the knowledge base hold what it must: every fact of the session guide, full guides, short lines, safe words?"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import BaseModel

from bot.coaching.knowledge.draft import walk
from bot.coaching.knowledge.models import Claim, Exercise, Goal
from tests.coaching.knowledge.copies import real

FACTS: list[tuple[str, str, list[str]]] = yaml.safe_load(
    Path(__file__).with_name("article.yaml").read_text(encoding="utf-8")
)
TAUGHT = ("deadlift", "pull-up", "bent-over-row", "one-arm-dumbbell-row", "seated-cable-row", "lat-pulldown")


def claims(shape: object) -> Iterator[Claim]:
    for part in shape if isinstance(shape, tuple) else (shape,):
        if isinstance(part, BaseModel):
            yield from (found for _, found in walk(part) if isinstance(found, Claim))


def at(place: str) -> object:
    found: Any = real()
    for step in place.split("."):
        if isinstance(found, tuple):
            found = next(one for one in found if one.id == step)
        else:
            found = found[step] if isinstance(found, dict) else getattr(found, step)
    return found


def every_claim() -> list[tuple[str, Claim]]:
    knowledge = real()
    kinds: tuple[Any, ...] = (
        knowledge.exercises,
        knowledge.muscles,
        knowledge.topics,
        knowledge.programs,
        knowledge.pain,
    )
    return [(entry.id, claim) for kind in kinds for entry in kind.values() for claim in claims(entry)]


@pytest.mark.parametrize(("fact", "place", "words"), FACTS, ids=[row[0] for row in FACTS])
def test_a_fact_of_the_guide_is_held_and_cited(fact: str, place: str, words: list[str]) -> None:
    said = [claim for claim in claims(at(place)) if all(word.casefold() in claim.text.casefold() for word in words)]
    assert any("article" in claim.sources for claim in said), [claim.text for claim in claims(at(place))]


def test_the_session_has_the_sets_and_reps_of_the_guide() -> None:
    program = real().program("back-session")
    assert [(slot.exercise, slot.sets, slot.reps, slot.per_side) for slot in program.slots] == [
        ("deadlift", 3, (6, 8), False),
        ("pull-up", 3, (8, 10), False),
        ("bent-over-row", 3, (10, 10), False),
        ("one-arm-dumbbell-row", 3, (12, 12), True),
        ("seated-cable-row", 3, (12, 12), False),
        ("lat-pulldown", 3, (12, 15), False),
    ]


def test_the_session_trains_all_four_muscles_of_the_back() -> None:
    knowledge = real()
    back = {muscle.id for muscle in knowledge.back}
    assert back == {"latissimus-dorsi", "rhomboids", "trapezius", "erector-spinae"}
    program = knowledge.program("back-session")
    assert back <= {muscle for slot in program.slots for muscle in knowledge.exercises[slot.exercise].muscles.prime}
    assert back == set(program.covers)


def test_the_session_fits_its_minutes() -> None:
    """Half a minute a set, each side counted, plus the rests and ten minutes to warm up."""
    program = real().program("back-session")
    seconds = 600 + sum(slot.sets * (slot.rest + (60 if slot.per_side else 30)) for slot in program.slots)
    assert abs(seconds / 60 - program.minutes) <= 10


def test_there_are_the_lifts_of_a_back() -> None:
    assert len(real().exercises) >= 60
    assert set(TAUGHT) <= set(real().exercises)


@pytest.mark.parametrize("id", sorted(real().exercises))
def test_each_exercise_is_taught_in_full(id: str) -> None:
    guide = real().exercise(id).guide
    assert 3 <= len(guide.steps) <= 6
    assert 3 <= len(guide.mistakes) <= 6
    assert 2 <= len(guide.easier) <= 4
    assert 2 <= len(guide.harder) <= 4
    kits = {kit for swap in guide.alternatives for kit in swap.equipment or ("nothing",)}
    assert len(kits) >= 3
    assert len(guide.dosage) >= 2
    assert min(len(part) for part in (guide.setup, guide.breathing, guide.cues, guide.feel, guide.safety)) >= 2
    for part in (guide.grip, guide.why, guide.progression):
        assert len(part) >= 2


@pytest.mark.parametrize("id", TAUGHT)
def test_what_the_session_asks_is_within_the_dosage_for_size(id: str) -> None:
    knowledge = real()
    slot = next(slot for slot in knowledge.program("back-session").slots if slot.exercise == id)
    guide = knowledge.exercise(id).guide
    size = next(dose for dose in guide.dosage if dose.goal is Goal.SIZE)
    assert size.reps[0] <= slot.reps[0] <= slot.reps[1] <= size.reps[1]
    assert size.sets[0] <= slot.sets <= size.sets[1]
    assert size.rest[0] <= slot.rest <= size.rest[1]


def test_the_voice_is_calm() -> None:
    assert [(id, claim.text) for id, claim in every_claim() if "!" in claim.text or claim.text[-1] not in ".?"] == []


def test_nothing_is_said_twice_in_one_entry() -> None:
    for exercise in real().exercises.values():
        texts = [claim.text for claim in claims(exercise.guide)]
        assert len(texts) == len(set(texts)), exercise.id


@pytest.mark.parametrize("exercise", real().exercises.values(), ids=lambda exercise: exercise.id)
def test_how_an_exercise_is_marked_fits_how_it_is_loaded(exercise: Exercise) -> None:
    if exercise.loading.value in {"barbell", "dumbbell", "kettlebell", "cable", "machine", "band"}:
        assert exercise.equipment, "a load needs something to hold"
    if exercise.pattern.value == "hinge":
        assert exercise.lumbar >= 1
    if exercise.family:
        assert real().exercise(exercise.family).pattern is exercise.pattern


@pytest.mark.parametrize(
    "id", ["pull-up", "chin-up", "inverted-row", "back-extension", "dead-hang", "weighted-pull-up"]
)
def test_body_weight_lifts_are_marked_so(id: str) -> None:
    assert real().exercise(id).loading.value == "bodyweight"


def test_holds_and_light_lifts_are_marked_so() -> None:
    knowledge = real()
    assert knowledge.exercise("dead-hang").seconds
    assert knowledge.exercise("face-pull").light
    assert not knowledge.exercise("deadlift").light
