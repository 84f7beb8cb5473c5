"""Is a record the best of what was lifted, in whatever unit and order, and nothing else?"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.logbook import BodyWeights, WeighIn
from bot.domain.records import (
    BestDay,
    DayPart,
    Hoisted,
    Kind,
    best_day,
    counts,
    estimate,
    frontier,
    may_be_news,
    news,
    one_rep_max,
    outdoes,
    rank,
    with_body,
)
from bot.domain.training import DoneSet, KeptSet
from bot.domain.units import Load, Unit, kilograms
from tests.builders import NOW, TODAY, deadlift, kept, kg, lb, pull_up

DAY = timedelta(days=1)
YESTERDAY = TODAY - DAY


def hang(seconds: int, load: Load | None = None) -> DoneSet:
    return DoneSet("dead-hang", seconds=seconds, load=load, bodyweight=True)


def in_order(*sets: DoneSet) -> list[KeptSet]:
    return [kept(one, number) for number, one in enumerate(sets, start=1)]


def said(sets: Sequence[KeptSet]) -> list[DoneSet]:
    return [one.done for one in sets]


@pytest.mark.parametrize(
    ("load", "reps", "most"),
    [
        ("100", 1, Fraction(100)),
        ("100", 5, Fraction(225, 2)),
        ("90", 10, Fraction(120)),
        ("100", 11, None),
        ("100", 0, None),
        ("0", 5, None),
        ("-20", 5, None),
    ],
)
def test_the_maximum_is_estimated_within_its_range_alone(load: str, reps: int, most: Fraction | None) -> None:
    assert one_rep_max(Decimal(load), reps) == most


@given(st.decimals("0.001", 2000, places=3), st.integers(1, 10))
def test_an_estimate_agrees_with_epleys_at_ten_and_is_below_it_before(load: Decimal, reps: int) -> None:
    found = one_rep_max(load, reps)
    epley = Fraction(load) * (1 + Fraction(reps, 30))
    assert found is not None
    assert Fraction(load) <= found <= epley
    assert (found == epley) == (reps == 10)


@pytest.mark.parametrize(
    ("sets", "best"),
    [
        ([deadlift(8, kg("100")), deadlift(5, kg("110")), deadlift(5, kg("105"))], [1, 0]),
        ([deadlift(8, kg("100")), deadlift(8, kg("100"))], [0]),
        ([deadlift(5, kg("100")), deadlift(5, lb("220.5"))], [1]),
        ([deadlift(5, kg("100")), deadlift(5, lb("220.4"))], [0]),
        ([deadlift(5, kg("100")), deadlift(5, kg("180"), warmup=True)], [0]),
        ([pull_up(8), pull_up(10), pull_up(12, kg("-20"))], [1, 2]),
        ([pull_up(10), pull_up(3, kg("5"))], [1, 0]),
        ([pull_up(8, kg("-20")), pull_up(8, kg("-15"))], [1]),
        ([hang(30), hang(45), hang(20, kg("10"))], [2, 1]),
        ([DoneSet("row", reps=8)], []),
        ([], []),
    ],
)
def test_the_best_repetitions_at_each_load(sets: list[DoneSet], best: list[int]) -> None:
    assert said(frontier(in_order(*sets))) == [sets[index] for index in best]


@pytest.mark.parametrize(
    ("sets", "best"),
    [
        ([deadlift(5, kg("100")), deadlift(8, kg("95"))], 1),
        ([deadlift(5, kg("100")), deadlift(12, kg("100"))], 0),
        ([deadlift(10, kg("100")), deadlift(12, kg("100"))], 0),
        ([deadlift(1, kg("120")), deadlift(5, lb("235"))], 0),
        ([deadlift(1, kg("119")), deadlift(5, lb("235"))], 1),
        ([pull_up(5, kg("20"))], None),
        ([deadlift(5, kg("100"), warmup=True)], None),
        ([DoneSet("farmers-carry", seconds=5, load=kg("40"))], None),
        ([DoneSet("row", reps=5)], None),
    ],
)
def test_the_highest_estimate(sets: list[DoneSet], best: int | None) -> None:
    found = estimate(in_order(*sets))
    assert (found and found.kept.done) == (None if best is None else sets[best])


BEFORE = [deadlift(8, kg("100")), deadlift(5, kg("107.5"))]


@pytest.mark.parametrize(
    ("sets", "kind", "was"),
    [
        ([deadlift(1, kg("110"))], Kind.BEST, deadlift(5, kg("107.5"))),
        ([deadlift(9, kg("100"))], Kind.BEST, deadlift(8, kg("100"))),
        ([deadlift(6, kg("107.5"))], Kind.BEST, deadlift(5, kg("107.5"))),
        ([deadlift(8, kg("100")), deadlift(7, kg("107.5"))], Kind.BEST, deadlift(5, kg("107.5"))),
        ([deadlift(7, kg("104"))], Kind.ESTIMATE, deadlift(8, kg("100"))),
        ([deadlift(8, kg("100"))], None, None),
        ([deadlift(15, kg("60"))], None, None),
        ([deadlift(3, kg("107.5"))], None, None),
        ([deadlift(5, kg("200"), warmup=True)], None, None),
        ([DoneSet("deadlift", seconds=30, load=kg("200"))], None, None),
        ([DoneSet("deadlift", reps=20)], None, None),
    ],
)
def test_what_is_new(sets: list[DoneSet], kind: Kind | None, was: DoneSet | None) -> None:
    found = news(in_order(*sets), in_order(*BEFORE))
    assert (found and (found.kind, found.before.done)) == (None if kind is None else (kind, was))


@pytest.mark.parametrize(
    ("sets", "before", "new"),
    [
        ([pull_up(9)], [pull_up(8)], True),
        ([pull_up(8, kg("-15"))], [pull_up(8, kg("-20"))], True),
        ([pull_up(12, kg("-20"))], [pull_up(8)], False),
        ([hang(50)], [hang(45)], True),
        ([hang(40)], [hang(45)], False),
        ([hang(50)], [pull_up(8)], False),
        ([deadlift()], [], False),
    ],
)
def test_what_is_new_without_a_bar(sets: list[DoneSet], before: list[DoneSet], new: bool) -> None:
    assert (news(in_order(*sets), in_order(*before)) is not None) is new


LOADS = st.integers(1, 1200).map(lambda quarters: Load(Decimal(quarters) / 4, Unit.KG))
LIFTS = st.builds(
    DoneSet,
    exercise=st.just("deadlift"),
    reps=st.integers(1, 20),
    load=st.none() | LOADS | LOADS.map(lambda load: Load(load.amount, Unit.LB)),
    warmup=st.booleans(),
    bodyweight=st.booleans(),
)


@given(st.lists(LIFTS, max_size=8), LIFTS)
def test_one_more_set_never_lowers_a_record(sets: list[DoneSet], more: DoneSet) -> None:
    before, after = in_order(*sets), in_order(*sets, more)
    for one in frontier(before):
        assert any(rank(best.done) == rank(one.done) or outdoes(best.done, one.done) for best in frontier(after))
    was, now = estimate(before), estimate(after)
    assert was is None or (now is not None and now.kg >= was.kg)


@given(st.lists(LIFTS, max_size=8), st.lists(LIFTS, min_size=1, max_size=3))
def test_news_is_told_by_the_best_alone_and_is_never_beaten(sets: list[DoneSet], more: list[DoneSet]) -> None:
    before = in_order(*sets)
    new = [kept(one, number) for number, one in enumerate(more, start=100)]
    found = news(new, before)
    assert found == news(new, [*frontier(before), *([top.kept] if (top := estimate(before)) else [])])
    if found is not None:
        assert counts(found.kept.done)
        assert not any(outdoes(one.done, found.kept.done) for one in before if counts(one.done)) or (
            found.kind is Kind.ESTIMATE
        )


@given(
    st.lists(LIFTS, max_size=8),
    st.lists(LIFTS, min_size=1, max_size=3),
    st.booleans(),
)
def test_no_news_is_missed_by_the_quick_look(sets: list[DoneSet], more: list[DoneSet], bodyweight: bool) -> None:
    """An exercise is done with body weight, or it is not."""
    before = in_order(*(replace(one, bodyweight=bodyweight) for one in sets))
    new = [kept(replace(one, bodyweight=bodyweight), number) for number, one in enumerate(more, start=100)]
    tops = {
        reps: max(kilograms(one.done.load) for one in before if one.done.reps == reps and counts(one.done))
        for reps in {one.done.reps or 0 for one in before if counts(one.done)}
    }
    if news(new, before) is not None:
        assert any(may_be_news(one.done, [(kg, reps) for reps, kg in tops.items()]) for one in new)


@pytest.mark.parametrize(
    ("done", "worth"),
    [
        (deadlift(8, kg("100")), False),
        (deadlift(3, kg("107.5")), False),
        (deadlift(7, kg("104")), True),
        (deadlift(9, kg("100")), True),
        (deadlift(9, kg("200"), warmup=True), False),
    ],
)
def test_most_sets_need_no_closer_look(done: DoneSet, worth: bool) -> None:
    assert may_be_news(done, [rank(one) for one in BEFORE]) is worth
    assert not may_be_news(done, [])


@given(st.lists(LIFTS.filter(lambda one: one.load is not None), min_size=1, max_size=8))
def test_the_unit_does_not_change_who_wins(sets: list[DoneSet]) -> None:
    """Loads a quarter apart stay apart when they are rounded to a hundredth of a pound."""
    metric = [DoneSet("deadlift", one.reps, load=Load(one.load.amount, Unit.KG)) for one in sets if one.load]
    pounds = [DoneSet("deadlift", one.reps, load=one.load.to(Unit.LB)) for one in metric if one.load]
    assert [one.id for one in frontier(in_order(*pounds))] == [one.id for one in frontier(in_order(*metric))]
    in_kg, in_lb = estimate(in_order(*metric)), estimate(in_order(*pounds))
    assert (in_kg is None) == (in_lb is None)
    if in_kg is not None and in_lb is not None:
        assert abs(in_kg.kg - in_lb.kg) < Fraction(1, 100)


def part(day: date, *, reps: int = 0, seconds: int = 0, load: str = "0", bodyweight: bool = False) -> DayPart:
    return DayPart(day, bodyweight, reps, seconds, Decimal(load))


@pytest.mark.parametrize(
    ("parts", "weight", "best"),
    [
        ([], None, None),
        ([part(TODAY, reps=10, load="1000"), part(YESTERDAY, reps=8, load="1000.5")], None, (YESTERDAY, "1000.5")),
        ([part(YESTERDAY, reps=8, load="1000"), part(TODAY, reps=8, load="1000")], None, (YESTERDAY, "1000")),
        ([part(TODAY, reps=10, bodyweight=True, load="50")], "80", (TODAY, "850")),
        ([part(TODAY, reps=10, bodyweight=True, load="-200")], "80", (TODAY, "600")),
        ([part(TODAY, reps=10, bodyweight=True, load="-900")], "80", (TODAY, "0")),
        ([part(TODAY, reps=10, bodyweight=True), part(TODAY, reps=2, load="100")], "80", (TODAY, "900")),
        ([part(TODAY, reps=9, bodyweight=True), part(YESTERDAY, reps=10, bodyweight=True)], None, (YESTERDAY, "0")),
        ([part(TODAY, seconds=90), part(YESTERDAY, seconds=91)], None, (YESTERDAY, "0")),
    ],
)
def test_the_day_with_the_most(parts: list[DayPart], weight: str | None, best: tuple[date, str] | None) -> None:
    found = best_day(parts, lambda _: None if weight is None else Decimal(weight))
    assert (found and (found.day, found.kg)) == (best and (best[0], Decimal(best[1])))


@given(st.lists(st.builds(part, st.dates(YESTERDAY, TODAY), reps=st.integers(1, 9), load=st.just("5")), min_size=1))
def test_one_more_part_never_lowers_the_best_day(parts: list[DayPart]) -> None:
    def most(of: list[DayPart]) -> BestDay:
        return best_day(of, lambda _: None) or BestDay(TODAY)

    assert most(parts[:-1]).kg <= most(parts).kg


def weighed(day: date, weight: Load, number: int = 1) -> WeighIn:
    return WeighIn(number, number, weight, NOW, day)


def test_the_body_weight_of_a_day_is_the_last_one_known_else_the_first() -> None:
    days = [TODAY + DAY * offset for offset in (-10, -5, -5)]
    weights = BodyWeights([weighed(day, kg(str(80 + number))) for number, day in enumerate(days)])
    assert [weights.on(TODAY + DAY * offset) for offset in (-20, -10, -6, -5, 0)] == [80, 80, 80, 82, 82]
    assert BodyWeights([]).on(TODAY) is None
    assert BodyWeights([weighed(TODAY, lb("180"))]).on(TODAY) == kilograms(lb("180"))


def test_body_and_belt_together() -> None:
    weights = BodyWeights([weighed(YESTERDAY, kg("80")), weighed(TODAY, kg("85"))])
    sets = [Hoisted(YESTERDAY, 3, Decimal(20)), Hoisted(TODAY, 3, Decimal(15)), Hoisted(TODAY, 12, Decimal(20))]
    found = with_body(sets, weights.on)
    assert found is not None
    assert found.heaviest == Hoisted(TODAY, 12, Decimal(105))
    assert found.estimate == Hoisted(YESTERDAY, 3, Decimal(100))
    assert with_body(sets, lambda _: None) is None
    assert with_body([], weights.on) is None
