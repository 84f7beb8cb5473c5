"""Is what the lifter is shown read back as the same sets?"""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.coaching.knowledge.models import Loading
from bot.coaching.language.log_line import Action, render
from bot.coaching.language.log_line.lift import Lifts
from bot.domain.training import DoneSet
from bot.domain.units import Load, Unit
from tests.coaching.language.log_line.lines import WORDS, done, read
from tests.knowledge import KNOWLEDGE

LIFTS = Lifts(KNOWLEDGE, WORDS)
FOLDED = {"weighted-pull-up": "pull-up", "weighted-chin-up": "chin-up"}
"""The load says that they are weighted; one exercise keeps their history together."""
IDS = sorted(set(KNOWLEDGE.exercises) - set(FOLDED))
QUARTERS = st.integers(1, 240).map(lambda quarters: Decimal(quarters) / 4)


@st.composite
def sets_of_one(draw: st.DrawFn) -> list[DoneSet]:
    lift = LIFTS[draw(st.sampled_from(IDS))]
    unit = draw(st.sampled_from(Unit))
    per_side = draw(st.booleans())
    sign = -1 if lift.assistable and draw(st.booleans()) else 1
    load = st.none() | QUARTERS.map(lambda amount: Load(amount * sign, unit))
    rpe = st.none() | st.integers(2, 20).map(lambda halves: Decimal(halves) / 2)
    one = st.builds(
        DoneSet,
        exercise=st.just(lift.id),
        reps=st.none() if lift.timed else st.integers(1, 30),
        seconds=st.integers(1, 300) if lift.timed else st.none(),
        load=load,
        bodyweight=st.just(lift.bodyweight),
        per_side=st.just(per_side),
        rpe=rpe,
        warmup=st.booleans(),
    )
    return draw(st.lists(one, min_size=1, max_size=6))


@settings(max_examples=300, deadline=None)
@given(parts=st.lists(sets_of_one(), min_size=1, max_size=4), unit=st.sampled_from(Unit))
def test_what_is_shown_is_read_back(parts: list[list[DoneSet]], unit: Unit) -> None:
    sets = tuple(one for part in parts for one in part)
    shown = render(sets, KNOWLEDGE)
    reading = read(shown, unit=unit.value)
    assert (reading.action, reading.sets) == (Action.RECORD, sets), shown


def test_a_line_an_exercise() -> None:
    sets = done("lat-pulldown", 12, 12, 11, load="55") + done("pull-up", 8, bodyweight=True)
    assert render(sets, KNOWLEDGE) == "Lat pulldown: 55 kg × 12 · 12 · 11\nPull-up: bw × 8"


def test_a_weighted_lift_is_kept_with_the_plain_one() -> None:
    for weighted, plain in FOLDED.items():
        (one,) = read(f"{KNOWLEDGE.exercises[weighted].name} +10kg x 5").sets
        assert (one.exercise, one.load) == (plain, Load(Decimal(10), Unit.KG))


def test_body_weight_lifts_are_known() -> None:
    assert LIFTS["pull-up"].bodyweight
    assert KNOWLEDGE.exercises["pull-up"].loading is Loading.BODYWEIGHT
