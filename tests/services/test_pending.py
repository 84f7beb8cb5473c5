"""Does an unclear line wait without losing anything of it?"""

import json
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bot.coaching.language.log_line import Option
from bot.domain.training import DoneSet
from bot.domain.units import Load, Unit
from bot.services.pending import answered, pending_log
from tests.builders import TODAY, deadlift

LOADS = st.builds(Load, st.decimals(-500, 500, places=3), st.sampled_from(Unit))
SETS = st.builds(
    DoneSet,
    exercise=st.sampled_from(["deadlift", "pull-up"]),
    reps=st.none() | st.integers(1, 100),
    seconds=st.none() | st.integers(1, 600),
    load=st.none() | LOADS,
    bodyweight=st.booleans(),
    per_side=st.booleans(),
    rpe=st.none() | st.sampled_from([Decimal(8), Decimal("8.5")]),
    warmup=st.booleans(),
    note=st.none() | st.text(max_size=20),
)


@given(st.lists(st.lists(SETS, max_size=3).map(tuple), min_size=1, max_size=3), st.none() | st.dates())
def test_every_option_comes_back_through_json(options: list[tuple[DoneSet, ...]], day: date | None) -> None:
    waiting = json.loads(json.dumps(pending_log(7, [Option("any", sets) for sets in options], day)))
    for index, sets in enumerate(options):
        assert answered(waiting, 7, index) == (sets, day)


def test_another_question_or_an_option_that_never_was_is_no_answer() -> None:
    waiting = pending_log(7, [Option("any", (deadlift(),))], TODAY)
    assert answered(waiting, 8, 0) is None
    assert answered(waiting, 7, 1) is None
    assert answered(waiting, 7, -1) is None
    assert answered(None, 7, 0) is None
