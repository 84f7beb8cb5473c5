"""Is every reason one short sentence that is true?"""

from decimal import Decimal

import pytest

from bot.chat.views.reasons import advice_text, reason_text
from bot.domain.advice import Advice, Reason, Why
from bot.domain.training import DoneSet, PlannedExercise, RepRange
from bot.domain.units import Unit
from tests.builders import kg, lb
from tests.knowledge import KNOWLEDGE

LONGEST = 64
TENS = tuple(DoneSet("row", reps=10, load=kg("60"), rpe=Decimal(9)) for _ in range(3))
FALLING = tuple(DoneSet("row", reps=reps, load=kg("60")) for reps in (10, 9, 8))
HANGS = tuple(DoneSet("dead-hang", seconds=30, bodyweight=True) for _ in range(3))

SAID: list[tuple[Reason, str]] = [
    (Reason(Why.FIRST), "A safe start. Too light? Tap Weight."),
    (Reason(Why.RAMP, kg("5"), FALLING), "+5 kg: 10·9·8, finding your load"),
    (Reason(Why.FROM_OTHER, other="deadlift", percent=110), "110 % of your deadlift, as it was before"),
    (Reason(Why.FROM_OTHER, other="bent-over-row"), "A guess from your bent over row; change it freely"),
    (Reason(Why.TOP, kg("2.5"), TENS), "+2.5 kg: 3×10 at RPE 9 last time"),
    (Reason(Why.STEP, kg("2.5"), FALLING), "+2.5 kg: 10·9·8 last time"),
    (Reason(Why.MORE_REPS, None, FALLING), "Same load, one rep more: 10·9·8 last time"),
    (Reason(Why.MORE_REPS, None, HANGS), "Same load, one rep more: 3×30 s last time"),
    (Reason(Why.MISSED, None, FALLING, times=1), "Same load: missed once (10·9·8), now all reps in each"),
    (Reason(Why.STEADY, kg("2.5"), TENS), "+2.5 kg: 3×10 at RPE 9 each time, so a small step"),
    (Reason(Why.FADED, None, FALLING), "Same load: from set to set fewer (10·9·8). Even first"),
    (Reason(Why.MISSED, None, FALLING, times=2), "Short of the range (10·9·8): a little more each time"),
    (Reason(Why.BACK_OFF, kg("-10"), times=2), "−10 kg: missed twice; up again from here"),
    (Reason(Why.BACK_OFF, kg("-10"), times=1), "−10 kg: missed by far"),
    (Reason(Why.HARD, None, TENS, rpe=Decimal("9.5")), "Same load: RPE 9.5 was above the plan"),
    (Reason(Why.HARD, kg("-5"), TENS), "−5 kg: last time was hard enough"),
    (Reason(Why.EASY, kg("5"), rpe=Decimal(6)), "+5 kg: RPE 6 was below the plan"),
    (Reason(Why.EASY, kg("5")), "+5 kg: last time was easy"),
    (Reason(Why.PERCENT, percent=75), "75 % of your training max"),
    (Reason(Why.STALL, kg("-10"), times=5), "−10 kg: no progress 5 times; light once, then up"),
    (
        Reason(Why.PERCENT, kg("2.5"), percent=85, times=3),
        "+2.5 kg: all reps for 3 weeks, so your training max rises",
    ),
    (Reason(Why.STALL), "Same load: no progress; light once"),
    (Reason(Why.DELOAD, kg("-10")), "Light week: half the sets, −10 kg"),
    (Reason(Why.DELOAD), "Light week: half the sets"),
    (Reason(Why.DELOAD, kg("-10"), times=8), "Light week after 8 hard ones: half the sets, −10 kg"),
    (Reason(Why.DELOAD, times=8), "Light week after 8 hard ones: half the sets"),
    (Reason(Why.DELOAD, kg("-10"), times=0), "Light week, since lifts stand still: half the sets, −10 kg"),
    (Reason(Why.AFTER_LIGHT, None, TENS), "Last time was light: on from 3×10 at RPE 9 before it"),
    (Reason(Why.BREAK, kg("-10"), days=20, percent=90), "20 days off: 90 % of before, and soon back up"),
    (Reason(Why.BREAK, kg("-10"), days=120, percent=50), "4 months off: 50 % of before, and soon back up"),
    (Reason(Why.BREAK, days=30), "30 days off: a stage back"),
    (Reason(Why.HURT, kg("-32.5"), days=20, percent=67), "−32.5 kg: it hurt before. Stop if it comes back"),
    (Reason(Why.HURT, days=20, percent=67), "It hurt before: fewer now. Stop if it comes back"),
    (Reason(Why.GRIP, times=1), "Same load: the grip gave out, not your back. Chalk?"),
    (Reason(Why.GRIP, times=3), "Same load: grip gave out 3 times. Straps here, hangs after"),
    (Reason(Why.LOWER_BACK, kg("-2.5"), times=1), "−2.5 kg: your lower back gave out first"),
    (Reason(Why.LOWER_BACK, kg("-10"), times=2), "−10 kg: lower back again. Swap for a supported row?"),
    (Reason(Why.BREATH), "Same load: breath gave out. Rest a minute longer"),
    (Reason(Why.NO_HEAVIER, None, FALLING, goal=kg("10")), "10·9·8 so far: 10 kg comes next, too far yet. Reps first"),
    (Reason(Why.NO_HEAVIER, None, TENS), "More reps, for no next weight is near: 3×10 at RPE 9 so far"),
    (Reason(Why.ROAD, other="dead-hang"), "Next on the pull-up road, after your dead hang"),
    (Reason(Why.ROAD), "The pull-up road starts here"),
    (Reason(Why.AS_LAST, None, FALLING), "As last time: 10·9·8"),
    (Reason(Why.RETURN, kg("7.5"), goal=kg("100")), "+7.5 kg: on the way back to 100 kg"),
    (Reason(Why.RETURN, kg("7.5")), "+7.5 kg: on the way back"),
    (Reason(Why.UNFINISHED, times=1), "Same load: only 1 set of it last time"),
    (Reason(Why.UNFINISHED, times=2), "Same load: only 2 sets of it last time"),
    (Reason(Why.UNFINISHED), "Same load: not all sets last time"),
    (Reason(Why.RANGE, kg("-12.5")), "−12.5 kg: for the reps asked now"),
    (Reason(Why.RETURN, None, FALLING), "On the way back: 10·9·8 last time"),
    (Reason(Why.MORE_REPS, lb("-10"), FALLING), "−4.54 kg (the nearest), one rep more: 10·9·8 last time"),
    (Reason(Why.BLOCK, goal=kg("112.5"), times=6), "Stuck at 112.5 kg again: other reps for 6 weeks"),
    (Reason(Why.BLOCK, times=4), "Stuck again: other reps for 4 weeks"),
    (Reason(Why.STUCK, kg("-12.5"), goal=kg("112.5")), "−12.5 kg: still stuck at 112.5 kg. Swap it for six weeks?"),
    (Reason(Why.STUCK, kg("-10")), "−10 kg: still stuck. Swap it for six weeks?"),
    (Reason(Why.STOPPED, times=2), "Same load: you stopped with 2 left. All reps now"),
    (Reason(Why.STOPPED), "Same load: with less it was no more. All reps now"),
    (Reason(Why.TOO_HEAVY, kg("-17.5"), goal=kg("100")), "−17.5 kg: you have made 100 kg; from there in steps"),
    (Reason(Why.SMALL_SETS, times=2), "More sets of what goes; all made, then 2 in each"),
    (Reason(Why.TOO_HEAVY, kg("-17.5")), "−17.5 kg: far above what you have made; in steps"),
    (Reason(Why.AGAIN_TODAY, None, FALLING), "Done today already (10·9·8): no more than that"),
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


PULL_UPS = tuple(DoneSet("pull-up", reps=8, bodyweight=True) for _ in range(3))
BANDED = tuple(DoneSet("band-row", reps=12) for _ in range(3))
OF_LIFTS: list[tuple[str, Reason, int, str]] = [
    ("pull-up", Reason(Why.FIRST), 8, "As many clean ones as you can. None yet? Swap."),
    ("bird-dog", Reason(Why.FIRST), 8, "A first go: stop while the form is good."),
    ("pull-up", Reason(Why.MORE_REPS, None, PULL_UPS), 9, "One rep more: 3×8 last time"),
    ("pull-up", Reason(Why.NO_HEAVIER, None, PULL_UPS), 9, "One rep more: 3×8 last time"),
    ("pull-up", Reason(Why.NO_HEAVIER, None, PULL_UPS), 8, "3×8 last time: a harder lift now"),
    ("pull-up", Reason(Why.DELOAD, None, PULL_UPS), 8, "Light week: half the sets"),
    ("pull-up", Reason(Why.BREAK, None, PULL_UPS, days=16, percent=90), 8, "16 days off: a set less, and soon back up"),
    ("pull-up", Reason(Why.RANGE, None, PULL_UPS), 4, "Other reps asked now; 3×8 last time"),
    ("pull-up", Reason(Why.UNFINISHED, None, PULL_UPS, times=1), 8, "The same: only 1 set of it last time"),
    ("band-row", Reason(Why.FIRST), 12, "Take a band that leaves you two reps short of all."),
    ("band-row", Reason(Why.NO_HEAVIER, None, BANDED), 13, "One rep more: 3×12 last time"),
    ("band-row", Reason(Why.NO_HEAVIER, None, BANDED), 12, "3×12 last time: a thicker band now"),
    ("my own lift", Reason(Why.FIRST), 12, "Take a weight you could do two more with."),
    ("dead-hang", Reason(Why.MORE_REPS, None, HANGS), 35, "A little longer: 3×30 s last time"),
    ("scapular-pull-up", Reason(Why.ROAD, other="scapular-pull-up"), 5, "after your scapular pull-up"),
]


@pytest.mark.parametrize(("exercise", "reason", "reps", "said"), OF_LIFTS)
def test_without_a_load_no_load_is_spoken_of(exercise: str, reason: Reason, reps: int, said: str) -> None:
    body, hold = exercise.endswith(("pull-up", "hang", "bird-dog")), exercise == "dead-hang"
    plan = PlannedExercise(exercise, 3, RepRange(8, 10), 60, timed=hold, bodyweight=body)
    found = advice_text(Advice(None, reps, 3, reason), plan, Unit.KG, KNOWLEDGE)
    assert found.endswith(said)
    assert len(found) <= LONGEST


def test_a_first_time_in_a_light_week_says_why_the_sets_are_few() -> None:
    plan = PlannedExercise("deadlift", 2, RepRange(6, 8), 60)
    told = advice_text(Advice(kg("60"), 8, 2, Reason(Why.FIRST, times=9)), plan, Unit.KG, KNOWLEDGE)
    assert told == "Half the sets: it is a light week. A safe start. Too light? Tap Weight."


def test_what_is_made_good_is_back_and_on_no_way() -> None:
    plan = PlannedExercise("lat-pulldown", 3, RepRange(8, 12), 60)
    advice = Advice(kg("65"), 8, 3, Reason(Why.RETURN, kg("5"), goal=kg("65")))
    assert advice_text(advice, plan, Unit.KG, KNOWLEDGE) == "+5 kg: back at 65 kg"


def test_a_belt_is_gone_back_to_with_its_sign() -> None:
    plan = PlannedExercise("pull-up", 3, RepRange(8, 10), 60, bodyweight=True)
    advice = Advice(kg("1.25"), 8, 3, Reason(Why.RETURN, kg("1.25"), PULL_UPS, goal=kg("2.5")))
    assert advice_text(advice, plan, Unit.KG, KNOWLEDGE) == "+1.25 kg: on the way back to +2.5 kg"
