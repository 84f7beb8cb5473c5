"""Is every wish that cannot be met said in a warm sentence with what would help, and every remark?"""

from dataclasses import replace

import pytest

from bot.chat.views.unmet import HELPS, REMARKS, UNMET, remark_sentence, remark_sentences, unmet_sentence
from bot.coaching.planning.helping import Help, lacking, what_helps
from bot.coaching.planning.writing import write_plan
from bot.domain.planning import Aim, Hindrance, Level, Odd, Plan, Remark, Unmet, Wishes
from tests.knowledge import KNOWLEDGE


@pytest.mark.parametrize(
    ("unmet", "said"),
    [
        (
            Unmet(Hindrance.NO_BAR, help=("pull-up-bar", "assisted-pull-up-machine")),
            "A first pull-up needs something to hang from: a pull-up bar or an assisted pull-up machine would do. "
            "Until then another goal gets your back ready for it.",
        ),
        (
            Unmet(Hindrance.ALL_HURTS, ("elbow", "lower-back"), ("band", "dumbbell", "kettlebell", "barbell")),
            "No pull that you can do here spares your elbow and lower back. "
            "A resistance band, a dumbbell or a kettlebell would open one.",
        ),
        (
            Unmet(Hindrance.ALL_HURTS, ("elbow",)),
            "No pull that you can do here spares your elbow. Have it seen first, please.",
        ),
        (
            Unmet(Hindrance.PULL_UP_HURTS, ("shoulder",)),
            "Pull-ups load your shoulder. Let it settle and take another goal for now; the bar will wait.",
        ),
    ],
)
def test_what_cannot_be_met_is_said(unmet: Unmet, said: str) -> None:
    assert unmet_sentence(unmet, KNOWLEDGE) == said


def test_nothing_is_left_without_words() -> None:
    assert set(UNMET) == set(Hindrance)
    assert set(REMARKS) == set(Odd) - {Odd.SHORT}
    assert set(HELPS) == set(Help)


def test_remarks_are_said() -> None:
    assert remark_sentence(Remark(Odd.LEFT_OUT, "deadlift"), KNOWLEDGE).startswith("Deadlift found no place")
    assert remark_sentence(Remark(Odd.NOT_ABOVE), KNOWLEDGE) == "No pull from above for now: rows do all the pulling."


def wished(**wishes: object) -> Plan:
    kit = frozenset(KNOWLEDGE.kits[str(wishes.pop("kit"))].has)
    plan = write_plan(replace(Wishes(equipment=kit), **wishes), KNOWLEDGE)  # type: ignore[arg-type]
    assert isinstance(plan, Plan)
    return plan


def test_short_muscles_stand_in_one_line_by_their_common_names_and_time_is_asked_for_only_where_it_is_used() -> None:
    bare = wished(aim=Aim.HEALTH, level=Level.ADVANCED, days=1, kit="bare-hands")
    first, *_ = remark_sentences(bare, KNOWLEDGE)
    assert max(session.minutes for session in bare.sessions) < 45
    assert first == "Lats 8, mid-back 8, traps 11: 12 is the aim. One more day or more equipment would help."
    quick = wished(aim=Aim.STRENGTH, days=1, minutes=20, kit="full-gym")
    assert next(remark_sentences(quick, KNOWLEDGE)).endswith("More time or one more day would help.")


@pytest.mark.parametrize("days", [1, 3, 6])
@pytest.mark.parametrize("kit", sorted(KNOWLEDGE.kits))
def test_what_is_said_to_help_does(kit: str, days: int) -> None:
    plan = wished(aim=Aim.SIZE, level=Level.ADVANCED, days=days, minutes=30, kit=kit)
    for help in what_helps(plan, KNOWLEDGE):
        assert help is not Help.DAY or days < 6
        assert help is not Help.TIME or max(session.minutes for session in plan.sessions) >= 22
    said = list(remark_sentences(plan, KNOWLEDGE))
    assert sum("is the aim" in one for one in said) == (1 if lacking(plan) else 0)
