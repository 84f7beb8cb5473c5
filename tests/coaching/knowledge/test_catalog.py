"""Is everything found by id, by name, by muscle, by question?"""

import pytest
from pydantic import ValidationError

from bot.coaching.knowledge.models import SourceKind
from tests.coaching.knowledge.copies import real

NAMES = [
    ("Dead Lift", "deadlift"),
    ("DL", "deadlift"),
    ("pull ups", "pull-up"),
    ("barbell row", "bent-over-row"),
    ("BB row", "bent-over-row"),
    ("BOR", "bent-over-row"),
    ("bent over row", "bent-over-row"),
    ("dumbbell row", "one-arm-dumbbell-row"),
    ("db row", "one-arm-dumbbell-row"),
    ("SA row", "one-arm-dumbbell-row"),
    ("single arm row", "one-arm-dumbbell-row"),
    ("low row", "low-row"),
    ("TRX row", "ring-row"),
    ("seated row", "seated-cable-row"),
    ("cable row", "seated-cable-row"),
    ("lat pull down", "lat-pulldown"),
    ("pull downs", "lat-pulldown"),
    ("LPD", "lat-pulldown"),
    ("hyperextensions", "back-extension"),
    ("RDL", "romanian-deadlift"),
    ("seal row", "seal-row"),
    ("dorian yates row", "yates-row"),
]


@pytest.mark.parametrize(("said", "id"), NAMES)
def test_an_exercise_is_found_by_the_names_people_use(said: str, id: str) -> None:
    assert real().exercise_aliases[said.lower()] == id


def test_a_bare_row_stands_for_no_exercise() -> None:
    assert not {"row", "rows"} & set(real().aliases())


def test_names_of_every_kind_lead_to_one_entry_each() -> None:
    aliases = real().aliases()
    assert aliases["lats"] == ("latissimus-dorsi",)
    assert aliases["roman chair"] == ("back-extension-bench",)
    assert aliases["v taper"] == ("v-taper",)
    assert aliases["back day"] == ("back-session",)
    assert all(len(ids) == 1 for ids in aliases.values())


def test_an_exercise_belongs_to_the_family_it_varies() -> None:
    knowledge = real()
    assert knowledge.family_of("wide-grip-pull-up") == "pull-up"
    assert knowledge.family_of("pull-up") == "pull-up"
    family = [one.id for one in knowledge.family("weighted-pull-up")]
    assert family[0] == "pull-up"
    assert {"weighted-pull-up", "wide-grip-pull-up", "assisted-pull-up"} <= set(family)
    assert "chin-up" not in family


def test_exercises_for_a_muscle_start_with_those_that_train_it_most() -> None:
    found = real().training("latissimus-dorsi")
    prime = ["latissimus-dorsi" in one.muscles.prime for one in found]
    assert prime == sorted(prime, reverse=True)
    assert [one.id for one in found[:2]] == ["one-arm-dumbbell-row", "lat-pulldown"]
    assert "deadlift" in [one.id for one in found]


def test_a_claim_leads_to_its_sources() -> None:
    knowledge = real()
    claim = knowledge.muscle("latissimus-dorsi").summary
    assert [source.kind for source in knowledge.sources_of(claim)] == [SourceKind.ARTICLE]


def test_topics_are_found_by_question_and_by_part() -> None:
    knowledge = real()
    assert "rest" in [topic.id for topic in knowledge.topics_on("rest")]
    assert knowledge.items["sleep"] in knowledge.topic("recovery").items


def test_the_knowledge_cannot_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        real().exercise("deadlift").name = "Squat"  # type: ignore[misc]
