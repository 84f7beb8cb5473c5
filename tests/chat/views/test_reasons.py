"""Is every reason one short sentence that is true?"""

from decimal import Decimal

import pytest

from bot.chat.views.reasons import reason_text
from bot.domain.advice import Reason, Why
from bot.domain.training import DoneSet
from bot.domain.units import Unit
from tests.builders import kg, lb

LONGEST = 64
TENS = tuple(DoneSet("row", reps=10, load=kg("60"), rpe=Decimal(9)) for _ in range(3))
FALLING = tuple(DoneSet("row", reps=reps, load=kg("60")) for reps in (10, 9, 8))
HANGS = tuple(DoneSet("dead-hang", seconds=30, bodyweight=True) for _ in range(3))

SAID: list[tuple[Reason, str]] = [
    (Reason(Why.FIRST), "A safe start. If it is light, it goes up fast."),
    (Reason(Why.RAMP, kg("5")), "+5 kg: still easy, so a bigger step"),
    (Reason(Why.FROM_OTHER, other="bent-over-row"), "A guess from your bent over row; change it freely"),
    (Reason(Why.TOP, kg("2.5"), TENS), "+2.5 kg: 3×10 at RPE 9 last time"),
    (Reason(Why.STEP, kg("2.5"), FALLING), "+2.5 kg: 10·9·8 last time"),
    (Reason(Why.MORE_REPS, None, FALLING), "Same load, one rep more: 10·9·8 last time"),
    (Reason(Why.MORE_REPS, None, HANGS), "Same load, one rep more: 3×30 s last time"),
    (Reason(Why.MISSED, None, FALLING, times=1), "Missed once (10·9·8): the same again"),
    (Reason(Why.MISSED, None, FALLING, times=2), "Missed twice (10·9·8): a little more each time"),
    (Reason(Why.BACK_OFF, kg("-10"), times=2), "−10 kg: missed twice; up again from here"),
    (Reason(Why.BACK_OFF, kg("-10"), times=1), "−10 kg: missed by far"),
    (Reason(Why.HARD, None, TENS, rpe=Decimal("9.5")), "Same load: RPE 9.5 was above the plan"),
    (Reason(Why.HARD, kg("-5"), TENS), "−5 kg: last time was hard enough"),
    (Reason(Why.EASY, kg("5"), rpe=Decimal(6)), "+5 kg: RPE 6 was below the plan"),
    (Reason(Why.EASY, kg("5")), "+5 kg: last time was easy"),
    (Reason(Why.PERCENT, percent=75), "75 % of your training max"),
    (Reason(Why.STALL, kg("-10"), times=5), "−10 kg: no progress 5 times; light once, then up"),
    (Reason(Why.STALL), "Same load: no progress; light once"),
    (Reason(Why.DELOAD, kg("-10")), "Light week: half the sets, a tenth less"),
    (Reason(Why.DELOAD, times=8), "Light week after 8 hard ones: half the sets"),
    (Reason(Why.AFTER_LIGHT, None, TENS), "Last time was light: on from 3×10 at RPE 9 before it"),
    (Reason(Why.BREAK, kg("-10"), days=20, percent=90), "20 days off: 90 % of before, and soon back up"),
    (Reason(Why.BREAK, kg("-10"), days=120, percent=50), "4 months off: 50 % of before, and soon back up"),
    (Reason(Why.BREAK, days=30), "30 days off: a stage back"),
    (Reason(Why.GRIP, times=1), "Same load: the grip gave out, not your back. Chalk?"),
    (Reason(Why.GRIP, times=3), "Same load: grip gave out 3 times. Straps here, hangs after"),
    (Reason(Why.LOWER_BACK, kg("-2.5"), times=1), "−2.5 kg: your lower back gave out first"),
    (Reason(Why.LOWER_BACK, kg("-10"), times=2), "−10 kg: lower back again. Swap for a supported row?"),
    (Reason(Why.BREATH), "Same load: breath gave out. Rest a minute longer"),
    (Reason(Why.NO_HEAVIER, None, TENS), "Reps before the next weight: 3×10 at RPE 9 so far"),
    (Reason(Why.ROAD, other="dead-hang"), "Next on the pull-up road, after your dead hang"),
    (Reason(Why.ROAD), "The pull-up road starts here"),
    (Reason(Why.AS_LAST, None, FALLING), "As last time: 10·9·8"),
    (Reason(Why.RETURN, kg("7.5"), goal=kg("100")), "+7.5 kg: on the way back to 100 kg"),
    (Reason(Why.RETURN, kg("7.5")), "+7.5 kg: on the way back"),
    (Reason(Why.UNFINISHED, times=1), "Same load: only 1 set of it last time"),
    (Reason(Why.UNFINISHED, times=2), "Same load: only 2 sets of it last time"),
    (Reason(Why.UNFINISHED), "Same load: not all sets last time"),
    (Reason(Why.RANGE, kg("-12.5")), "−12.5 kg: for the reps asked now"),
]


@pytest.mark.parametrize(("reason", "said"), SAID, ids=[f"{one.why}-{index}" for index, (one, _) in enumerate(SAID)])
def test_the_sentence(reason: Reason, said: str) -> None:
    assert reason_text(reason, Unit.KG) == said
    assert len(said) <= LONGEST


def test_every_reason_is_worded() -> None:
    assert {one.why for one, _ in SAID} == set(Why)


def test_loads_are_said_in_the_lifters_unit() -> None:
    assert reason_text(Reason(Why.TOP, lb("5"), FALLING), Unit.LB) == "+5 lb: 10·9·8 last time"
    assert reason_text(Reason(Why.RETURN, lb("5"), goal=kg("100")), Unit.LB) == "+5 lb: on the way back to 220.46 lb"


@pytest.mark.parametrize("why", Why)
def test_a_reason_without_facts_is_still_a_sentence(why: Why) -> None:
    said = reason_text(Reason(why), Unit.KG)
    assert said
    assert "None" not in said
