"""Is every wish that cannot be met said in a warm sentence with what would help, and every remark?"""

from decimal import Decimal

import pytest

from bot.chat.views.unmet import REMARKS, UNMET, remark_sentence, unmet_sentence
from bot.domain.planning import Hindrance, Odd, Remark, Unmet
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
    assert set(REMARKS) == set(Odd)


def test_remarks_are_said() -> None:
    short = Remark(Odd.SHORT, "latissimus-dorsi", Decimal("4.5"), 6)
    assert remark_sentence(short, KNOWLEDGE).startswith("4.5 hard sets a week for the latissimus dorsi")
    assert remark_sentence(Remark(Odd.LEFT_OUT, "deadlift"), KNOWLEDGE).startswith("Deadlift found no place")
    assert remark_sentence(Remark(Odd.NOT_ABOVE), KNOWLEDGE) == "No pull from above for now: rows do all the pulling."
