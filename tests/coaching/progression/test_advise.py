"""Is the next load the right one, for the right reason? Each rule as a table: name, history, expected."""

from dataclasses import replace
from decimal import Decimal

import pytest

from bot.coaching.progression.advise import advise
from bot.coaching.progression.shapes import Bout
from bot.domain.advice import Why
from bot.domain.gym import Gym
from bot.domain.planning import Level
from bot.domain.training import GaveOut, Method, PlannedExercise, RepRange
from bot.domain.units import Load, Unit
from tests.builders import kg, lb
from tests.coaching.progression.histories import TODAY, bout, facts, plan

GYM = Gym()
OLD = bout(60, kg("100"), 7, 7, 6)
"""Something before, so that no ramp is on."""
ROW = "one-arm-dumbbell-row"


def row(ago: int, load: str, *counts: int, **more: object) -> Bout:
    return bout(ago, kg(load), *counts, exercise=ROW, asked=(12, 12), **more)  # type: ignore[arg-type]


def pulls(ago: int, load: Load | None, *counts: int) -> Bout:
    return bout(ago, load, *counts, exercise="pull-up", asked=(8, 10))


DOUBLE: dict[str, tuple[list[Bout], Load | None, int, Why]] = {
    "within the range": ([bout(4, kg("100"), 7, 7, 7), bout(8, kg("100"), 7, 6, 6)], kg("100"), 8, Why.MORE_REPS),
    "one set short of the top": ([bout(4, kg("100"), 8, 8, 7), OLD], kg("100"), 8, Why.MORE_REPS),
    "top of the range": ([bout(4, kg("100"), 8, 8, 8), OLD], kg("102.5"), 6, Why.TOP),
    "top, at RPE 9": ([bout(4, kg("100"), 8, 8, 8, rpe="9"), OLD], kg("102.5"), 6, Why.TOP),
    "top, but hard": ([bout(4, kg("100"), 8, 8, 8, rpe="9.5"), OLD], kg("100"), 8, Why.HARD),
    "hard three times": (
        [bout(4 * n, kg("100"), 8, 8, 8, rpe="10") for n in (1, 2, 3)] + [OLD],
        kg("102.5"),
        6,
        Why.TOP,
    ),
    "much left": ([bout(4, kg("100"), 6, 6, 6, rpe="6"), bout(8, kg("100"), 6, 6, 5)], kg("102.5"), 6, Why.EASY),
    "missed once": ([bout(4, kg("100"), 6, 6, 5), OLD], kg("100"), 6, Why.MISSED),
    "missed twice": ([bout(4, kg("100"), 6, 6, 5), bout(8, kg("100"), 6, 5, 5)], kg("90"), 8, Why.BACK_OFF),
    "missed, after another load": ([bout(4, kg("100"), 6, 6, 5), bout(8, kg("95"), 6, 5, 5)], kg("100"), 6, Why.MISSED),
    "three failures, at whatever loads": (
        [bout(4, kg("95"), 3, 3, 3), bout(8, kg("102.5"), 4, 4), bout(12, kg("107.5"), 6, 5, 5)],
        kg("85"),
        8,
        Why.BACK_OFF,
    ),
    "a short session that failed is a failure": (
        [replace(bout(4, kg("102.5"), 4, 4, light=True), short=True), bout(8, kg("100"), 6, 6, 5)],
        kg("90"),
        8,
        Why.BACK_OFF,
    ),
    "a lift that lost sets in a short session": (
        [replace(bout(4, kg("102.5"), 8, 8, sets_asked=2, light=True), short=True), bout(8, kg("100"), 8, 8, 8)],
        kg("102.5"),
        8,
        Why.UNFINISHED,
    ),
    "one that lost none in it": (
        [replace(bout(4, kg("102.5"), 8, 8, 8, light=True), short=True), bout(8, kg("100"), 8, 8, 8)],
        kg("105"),
        6,
        Why.TOP,
    ),
    "missed by far": ([bout(4, kg("100"), 3, 2, 2), OLD], kg("90"), 8, Why.BACK_OFF),
    "backed off before": (
        [
            *(bout(4 * n, kg("100"), 6, 6, 5) for n in (1, 2)),
            *(bout(4 * n, kg("90"), 8, 8, 8) for n in (3, 4)),
            *(bout(4 * n, kg("100"), 6, 6, 5) for n in (5, 6)),
        ],
        kg("77.5"),
        10,
        Why.BLOCK,
    ),
    "stood still before, and does again": (
        [
            *(bout(n, kg("100"), 8, 7, 7) for n in range(4, 41, 6)),
            *(bout(n, kg("90"), 8, 8, light=True) for n in (45, 48)),
            *(bout(n, kg("100"), 8, 7, 7) for n in range(52, 80, 6)),
        ],
        kg("82.5"),
        10,
        Why.BLOCK,
    ),
    "better since it was rested": (
        [
            *(bout(n, kg("100"), 8, 7, 7) for n in range(4, 41, 6)),
            *(bout(n, kg("90"), 8, 8, light=True) for n in (45, 48)),
            *(bout(n, kg("97.5"), 8, 7, 7) for n in range(52, 80, 6)),
        ],
        kg("90"),
        8,
        Why.STALL,
    ),
    "stuck after other repetitions, too": (
        [
            *(bout(n, kg("100"), 6, 6, 5) for n in (3, 6)),
            bout(10, kg("97.5"), 8, 8, 8),
            *(bout(n, kg("80"), 12, 12, 11, asked=(10, 12)) for n in range(14, 56, 4)),
            *(bout(n, kg("100"), 6, 6, 5) for n in (60, 63)),
        ],
        kg("90"),
        8,
        Why.STUCK,
    ),
    "a light week between two misses": (
        [
            bout(4, kg("100"), 6, 6, 5),
            bout(9, kg("90"), 8, 8, light=True),
            *(bout(n, kg("100"), 6, 6, 5) for n in (14, 18)),
        ],
        kg("100"),
        6,
        Why.MISSED,
    ),
    "stopped with two left": ([bout(4, kg("100"), 6, 6, 5, rpe="8"), OLD], kg("100"), 6, Why.STOPPED),
    "stopped with one left": ([bout(4, kg("100"), 6, 6, 5, rpe="9"), OLD], kg("100"), 6, Why.MISSED),
    "no easier with less": (
        [*(bout(n, kg("90"), 5, 5, 5) for n in (4, 8)), *(bout(n, kg("100"), 5, 5, 5) for n in (12, 16))],
        kg("90"),
        6,
        Why.STOPPED,
    ),
    "far above all that was made": (
        [bout(4, kg("120"), 6, 4, 4), *(bout(n, kg("100"), 8, 8, 8) for n in (8, 12))],
        kg("102.5"),
        6,
        Why.TOO_HEAVY,
    ),
    "done today already": ([bout(0, kg("100"), 8, 8, 8), OLD], kg("100"), 8, Why.AGAIN_TODAY),
    "grip": ([bout(4, kg("100"), 6, 5, 4, gave_out=GaveOut.GRIP)] * 3, kg("100"), 6, Why.GRIP),
    "breath": ([bout(4, kg("100"), 6, 5, 5, gave_out=GaveOut.BREATH)] * 2, kg("100"), 6, Why.BREATH),
    "back gave out": ([bout(4, kg("100"), 6, 5, 5, gave_out=GaveOut.BACK)] * 2, kg("90"), 8, Why.BACK_OFF),
    "lower back": ([bout(4, kg("100"), 8, 8, 8, gave_out=GaveOut.LOWER_BACK), OLD], kg("97.5"), 6, Why.LOWER_BACK),
    "lower back twice": ([bout(4, kg("100"), 8, 8, 8, gave_out=GaveOut.LOWER_BACK)] * 2, kg("90"), 6, Why.LOWER_BACK),
    "two of three sets": ([bout(4, kg("100"), 8, 8), OLD], kg("100"), 8, Why.UNFINISHED),
    "light, then on": (
        [bout(4, kg("90"), 8, 8, light=True), bout(8, kg("100"), 8, 8, 8)],
        kg("100"),
        8,
        Why.AFTER_LIGHT,
    ),
    "light after two misses": (
        [bout(4, kg("90"), 8, 8, light=True), bout(8, kg("100"), 5, 5, 5), bout(11, kg("100"), 6, 6, 5)],
        kg("90"),
        8,
        Why.BACK_OFF,
    ),
    "only ever light": ([bout(4, kg("90"), 8, 8, light=True)], kg("90"), 8, Why.AFTER_LIGHT),
    "thirteen days": ([bout(13, kg("100"), 8, 8, 8), OLD], kg("102.5"), 6, Why.TOP),
    "two weeks off": ([bout(14, kg("100"), 8, 8, 8), OLD], kg("90"), 6, Why.BREAK),
    "five weeks off": ([bout(35, kg("100"), 8, 8, 8), OLD], kg("80"), 6, Why.BREAK),
    "two months off": ([bout(60, kg("100"), 8, 8, 8)], kg("67.5"), 6, Why.BREAK),
    "a year off": ([bout(365, kg("100"), 8, 8, 8)], kg("50"), 6, Why.BREAK),
    "back from a break": (
        [bout(3, kg("80"), 6, 6, sets_asked=2), bout(38, kg("100"), 8, 8, 8)],
        kg("87.5"),
        6,
        Why.RETURN,
    ),
    "nearly back": (
        [
            bout(3, kg("95"), 6, 6, 6),
            bout(6, kg("87.5"), 6, 6, 6),
            bout(9, kg("80"), 6, 6, sets_asked=2),
            bout(44, kg("100"), 8, 8, 8),
        ],
        kg("100"),
        6,
        Why.RETURN,
    ),
    "back, though the last one before was a miss": (
        [
            bout(3, kg("50"), 6, 6, sets_asked=2),
            bout(100, kg("105"), 6, 6, 5),
            bout(104, kg("100"), 8, 8, 8),
        ],
        kg("55"),
        6,
        Why.RETURN,
    ),
    "back after a year": (
        [bout(3, kg("50"), 6, 6, sets_asked=2), bout(370, kg("100"), 8, 8, 8)],
        kg("55"),
        6,
        Why.RETURN,
    ),
    "hard on the way back": (
        [bout(3, kg("80"), 6, 6, sets_asked=2, rpe="9"), bout(38, kg("100"), 8, 8, 8)],
        kg("80"),
        7,
        Why.MORE_REPS,
    ),
    "breaks do not add up": (
        [bout(15, kg("90"), 6, 6, sets_asked=2), bout(30, kg("100"), 8, 8, 8)],
        kg("90"),
        6,
        Why.BREAK,
    ),
    "stands still": ([bout(7 * n, kg("100"), 8, 7, 7) for n in range(1, 7)], kg("90"), 8, Why.STALL),
    "free text, at the top": ([bout(4, kg("100"), 8, 8, asked=None), OLD], kg("102.5"), 6, Why.TOP),
    "free text, one set": ([bout(4, kg("100"), 8, asked=None), OLD], kg("100"), 8, Why.UNFINISHED),
    "free text, a heavy triple": ([bout(4, kg("100"), 3, asked=None), OLD], kg("87.5"), 6, Why.RANGE),
    "free text, one rep short": ([bout(4, kg("100"), 6, 6, 5, asked=None), OLD], kg("100"), 6, Why.MISSED),
    "free text, fives": ([bout(4, kg("100"), 5, 5, 5, asked=None), OLD], kg("92.5"), 6, Why.RANGE),
    "twelves before": (
        [bout(4 * n, kg("100"), 12, 12, 12, asked=(12, 12)) for n in (1, 2)],
        kg("112.5"),
        6,
        Why.RANGE,
    ),
    "asked for fives before": ([bout(4, kg("100"), 5, 5, 5, asked=(5, 5)), OLD], kg("92.5"), 6, Why.RANGE),
    "pounds in a gym of kilograms": ([bout(4, lb("225"), 7, 7, 7), OLD], kg("102.5"), 8, Why.MORE_REPS),
    "pounds, missed": ([bout(4, lb("225"), 6, 6, 5), OLD], kg("100"), 6, Why.MISSED),
    "a load without its plates": ([bout(4, kg("61"), 7, 7, 7), bout(8, kg("61"), 7, 7, 6)], kg("60"), 8, Why.MORE_REPS),
    "sets of several loads": (
        [replace(bout(4, kg("90"), 8, 8), sets=bout(4, kg("100"), 5).sets + bout(4, kg("90"), 8, 8).sets), OLD],
        kg("90"),
        6,
        Why.MISSED,
    ),
    "known loads, written down": (
        [bout(4 * n, kg("60"), 8, 8, 8, asked=None, sets_asked=None) for n in (1, 2, 3)],
        kg("62.5"),
        6,
        Why.TOP,
    ),
    "an easy first time": ([bout(4, kg("60"), 8, 8, 8)], kg("72.5"), 8, Why.RAMP),
    "a ramp ends with effort": (
        [bout(4, kg("65"), 8, 8, 8, rpe="8"), bout(8, kg("60"), 8, 8, 8)],
        kg("67.5"),
        6,
        Why.TOP,
    ),
}


@pytest.mark.parametrize(("history", "load", "reps", "why"), DOUBLE.values(), ids=DOUBLE)
def test_double_progression(history: list[Bout], load: Load | None, reps: int, why: Why) -> None:
    found = advise(plan(), history, TODAY, GYM, facts())
    assert (found.reason.why, found.load, found.reps) == (why, load, reps)
    assert not found.guess


OTHER: dict[str, tuple[PlannedExercise, list[Bout], Load | None, int, Why]] = {
    "linear: a step each time": (
        plan(method=Method.LINEAR, low=5, high=5),
        [bout(4, kg("100"), 5, 5, 5, asked=(5, 5)), OLD],
        kg("102.5"),
        5,
        Why.STEP,
    ),
    "linear: the second set broke down": (
        plan(method=Method.LINEAR, low=3, high=6, sets=2),
        [bout(4, kg("100"), 6, 4, asked=(3, 6), sets_asked=2, rpe="9"), OLD],
        kg("100"),
        5,
        Why.FADED,
    ),
    "linear: from set to set fewer": (
        plan(method=Method.LINEAR, low=3, high=6),
        [bout(4, kg("100"), 6, 5, 4, asked=(3, 6)), OLD],
        kg("100"),
        5,
        Why.FADED,
    ),
    "linear: one more than asked in the first set is no breakdown": (
        plan(method=Method.LINEAR, low=5, high=5),
        [bout(4, kg("100"), 8, 5, 5, asked=(5, 5)), OLD],
        kg("102.5"),
        5,
        Why.STEP,
    ),
    "linear: missed": (
        plan(method=Method.LINEAR, low=5, high=5),
        [bout(4, kg("100"), 5, 5, 4, asked=(5, 5)), OLD],
        kg("100"),
        5,
        Why.MISSED,
    ),
    "by effort: more left": (
        plan(method=Method.RPE, low=6, high=6, rpe="8"),
        [bout(4, kg("100"), 6, 6, 6, asked=(6, 6), rpe="6"), OLD],
        kg("105"),
        6,
        Why.EASY,
    ),
    "by effort: less left": (
        plan(method=Method.RPE, low=6, high=6, rpe="8"),
        [bout(4, kg("100"), 6, 6, 6, asked=(6, 6), rpe="10"), OLD],
        kg("92.5"),
        6,
        Why.HARD,
    ),
    "by effort: as asked": (
        plan(method=Method.RPE, low=6, high=6, rpe="8"),
        [bout(4, kg("100"), 6, 6, 6, asked=(6, 6), rpe="8"), OLD],
        kg("100"),
        6,
        Why.AS_LAST,
    ),
    "by effort: none said": (
        plan(method=Method.RPE, low=6, high=6, rpe="8"),
        [bout(4, kg("100"), 6, 6, 6, asked=(6, 6)), OLD],
        kg("102.5"),
        6,
        Why.TOP,
    ),
    "percent of the training maximum": (
        plan(method=Method.PERCENT, low=5, high=5, percent=75),
        [bout(4, kg("100"), 8, 8, 8, asked=(5, 8)), OLD],
        kg("82.5"),
        5,
        Why.PERCENT,
    ),
    "percent of a load that was only a safe start": (
        plan(method=Method.PERCENT, low=3, high=5, percent=85),
        [bout(4, kg("60"), 5, 5, 5, asked=(3, 5))],
        kg("72.5"),
        5,
        Why.RAMP,
    ),
    "percent: sets below the maximum do not lower it": (
        plan(method=Method.PERCENT, low=3, high=5, percent=85),
        [bout(4 * n, kg("150"), 5, 5, 5, asked=(3, 5)) for n in (1, 2)],
        kg("150"),
        5,
        Why.PERCENT,
    ),
    "percent: after three weeks that were made": (
        plan(method=Method.PERCENT, low=3, high=5, percent=85),
        [bout(n, kg("150"), 5, 5, 5, asked=(3, 5)) for n in range(3, 26, 4)],
        kg("152.5"),
        5,
        Why.PERCENT,
    ),
    "percent: with some left it does not sink": (
        plan(method=Method.PERCENT, low=3, high=5, percent=85),
        [bout(n, kg("150"), 5, 5, 5, asked=(3, 5), rpe="7") for n in (3, 7)],
        kg("150"),
        5,
        Why.PERCENT,
    ),
    "percent: at the end of one's strength": (
        plan(method=Method.PERCENT, low=3, high=5, percent=85),
        [bout(n, kg("150"), 5, 5, 5, asked=(3, 5), rpe="10") for n in range(3, 26, 4)],
        kg("127.5"),
        5,
        Why.PERCENT,
    ),
    "threes, on from twelves": (
        plan(low=3, high=5),
        [
            bout(4, kg("110"), 3, 3, 3, asked=(3, 5)),
            *(bout(4 * n, kg("100"), 12, 12, 12, asked=(12, 12)) for n in (2, 3)),
        ],
        kg("125"),
        3,
        Why.RANGE,
    ),
    "threes, on from twelves, but hard": (
        plan(low=3, high=5),
        [
            bout(4, kg("110"), 3, 3, 3, asked=(3, 5), rpe="9"),
            *(bout(4 * n, kg("100"), 12, 12, 12, asked=(12, 12)) for n in (2, 3)),
        ],
        kg("110"),
        4,
        Why.MORE_REPS,
    ),
    "percent, but none asked": (
        plan(method=Method.PERCENT),
        [bout(4, kg("100"), 7, 7, 7), OLD],
        kg("100"),
        8,
        Why.MORE_REPS,
    ),
    "dumbbells: the next is far": (
        plan(ROW, 12, 12),
        [row(4, "8", 12, 12, 12), row(8, "8", 12, 12, 11)],
        kg("8"),
        13,
        Why.NO_HEAVIER,
    ),
    "dumbbells: enough repetitions": (
        plan(ROW, 12, 12),
        [row(4, "8", 15, 15, 15), row(8, "8", 14, 14, 14), row(12, "8", 12, 12, 11)],
        kg("9"),
        12,
        Why.TOP,
    ),
    "dumbbells: near": (plan(ROW, 12, 12), [row(4, "30", 12, 12, 12), row(8, "30", 12, 12, 11)], kg("32"), 12, Why.TOP),
    "dumbbells: none heavier": (
        plan(ROW, 12, 12),
        [row(4, "60", 14, 14, 14), row(8, "60", 12, 12, 11)],
        kg("60"),
        15,
        Why.NO_HEAVIER,
    ),
    "pull-ups: repetitions first": (plan("pull-up", 8, 10), [pulls(4, None, 9, 9, 8)], None, 9, Why.MORE_REPS),
    "pull-ups: then the belt": (plan("pull-up", 8, 10), [pulls(4, None, 10, 10, 10)], kg("1.25"), 8, Why.TOP),
    "pull-ups: on the belt": (plan("pull-up", 8, 10), [pulls(4, kg("10"), 10, 10, 10)], kg("11.25"), 8, Why.TOP),
    "pull-ups: missed twice": (
        plan("pull-up", 8, 10),
        [pulls(4, None, 5, 5, 4), pulls(8, None, 5, 4, 4)],
        None,
        5,
        Why.MISSED,
    ),
    "pull-ups: missed twice with the belt": (
        plan("pull-up", 8, 10),
        [pulls(4, kg("10"), 8, 8, 7), pulls(8, kg("10"), 8, 8, 7)],
        kg("1.25"),
        10,
        Why.BACK_OFF,
    ),
    "pull-ups: two weeks off": (plan("pull-up", 8, 10), [pulls(16, None, 9, 8, 8)], None, 8, Why.BREAK),
    "pull-ups: a month off": (plan("pull-up", 8, 10), [pulls(30, None, 10, 10, 10)], None, 8, Why.BREAK),
    "pull-ups: back with fewer": (
        plan("pull-up", 8, 10),
        [bout(3, None, 4, 4, exercise="pull-up", asked=(8, 10), sets_asked=2), pulls(100, None, 9, 9, 8)],
        None,
        5,
        Why.RETURN,
    ),
    "pull-ups: back with fewer, and some left": (
        plan("pull-up", 8, 10),
        [bout(3, None, 4, 4, exercise="pull-up", asked=(8, 10), rpe="6"), pulls(100, None, 9, 9, 8)],
        None,
        7,
        Why.RETURN,
    ),
    "pull-ups: after half of the sets": (
        plan("pull-up", 8, 10),
        [
            bout(3, None, 8, 8, exercise="pull-up", asked=(8, 10), sets_asked=2),
            *(pulls(n, None, 9, 8, 8) for n in range(6, 50, 4)),
        ],
        None,
        9,
        Why.MORE_REPS,
    ),
    "pull-ups: stuck again": (
        plan("pull-up", 8, 10),
        [
            *(pulls(n, None, 9, 8, 8) for n in range(4, 41, 6)),
            *(bout(n, None, 8, 8, exercise="pull-up", asked=(8, 10), light=True) for n in (45, 48)),
            *(pulls(n, None, 9, 8, 8) for n in range(52, 80, 6)),
        ],
        None,
        4,
        Why.BLOCK,
    ),
    "a row, stuck again": (
        plan("bent-over-row", 10, 10),
        [
            *(bout(n, kg("65"), 10, 10, 9, exercise="bent-over-row", asked=(10, 10)) for n in (4, 8)),
            bout(12, kg("57.5"), 10, 10, 10, exercise="bent-over-row", asked=(10, 10)),
            *(bout(n, kg("65"), 10, 10, 9, exercise="bent-over-row", asked=(10, 10)) for n in (16, 20)),
        ],
        kg("65"),
        6,
        Why.BLOCK,
    ),
    "in a block": (
        plan("bent-over-row", 10, 10),
        [
            bout(4, kg("65"), 8, 8, 8, exercise="bent-over-row", asked=(6, 8)),
            *(bout(n, kg("65"), 10, 10, 9, exercise="bent-over-row", asked=(10, 10)) for n in (8, 12)),
        ],
        kg("67.5"),
        6,
        Why.TOP,
    ),
    "after a block": (
        plan("bent-over-row", 10, 10),
        [
            *(bout(n, kg("70"), 8, 8, 8, exercise="bent-over-row", asked=(6, 8)) for n in range(3, 46, 6)),
            *(bout(n, kg("65"), 10, 10, 9, exercise="bent-over-row", asked=(10, 10)) for n in (49, 53)),
        ],
        kg("62.5"),
        10,
        Why.RANGE,
    ),
    "nothing is tried out while something hurts": (
        plan("bent-over-row", 10, 10, rpe="7"),
        [
            *(bout(n, kg("65"), 10, 10, 9, exercise="bent-over-row", asked=(10, 10)) for n in (4, 8)),
            bout(12, kg("57.5"), 10, 10, 10, exercise="bent-over-row", asked=(10, 10)),
            *(bout(n, kg("65"), 10, 10, 9, exercise="bent-over-row", asked=(10, 10)) for n in (16, 20)),
        ],
        kg("57.5"),
        10,
        Why.STALL,
    ),
    "assisted: less help": (
        plan("assisted-pull-up", 6, 8),
        [bout(4, kg("-30"), 8, 8, 8, exercise="assisted-pull-up")],
        kg("-25"),
        6,
        Why.TOP,
    ),
    "assisted: no help left": (
        plan("assisted-pull-up", 6, 8),
        [bout(4, kg("-5"), 8, 8, 8, exercise="assisted-pull-up")],
        None,
        6,
        Why.TOP,
    ),
    "assisted: missed twice": (
        plan("assisted-pull-up", 6, 8),
        [bout(n, kg("-30"), 6, 6, 5, exercise="assisted-pull-up") for n in (4, 8)],
        kg("-35"),
        8,
        Why.BACK_OFF,
    ),
    "a row that takes no belt": (
        plan("inverted-row", 8, 12),
        [bout(4, None, 12, 12, 12, exercise="inverted-row", asked=(8, 12))],
        None,
        13,
        Why.NO_HEAVIER,
    ),
    "a hang": (
        plan("dead-hang", 20, 40),
        [bout(4, None, 30, 25, 25, exercise="dead-hang", asked=(20, 40))],
        None,
        30,
        Why.MORE_REPS,
    ),
    "a hang at its end": (
        plan("dead-hang", 20, 40),
        [bout(4, None, 40, 40, 40, exercise="dead-hang", asked=(20, 40))],
        None,
        45,
        Why.NO_HEAVIER,
    ),
    "a carry": (
        plan("farmers-carry", 20, 40),
        [
            bout(4, kg("30"), 40, 40, 40, exercise="farmers-carry", asked=(20, 40)),
            bout(8, kg("30"), 30, 30, 30, exercise="farmers-carry", asked=(20, 40)),
        ],
        kg("32"),
        20,
        Why.TOP,
    ),
    "a band": (
        plan("band-row", 12, 15),
        [bout(4, kg("15"), 15, 15, 15, exercise="band-row", asked=(12, 15))],
        kg("15"),
        16,
        Why.NO_HEAVIER,
    ),
    "one of the lifter's own": (
        plan("sled drag", 8, 10),
        [
            bout(4, kg("50"), 10, 10, 10, exercise="sled drag", asked=(8, 10)),
            bout(8, kg("50"), 9, 9, 9, exercise="sled drag", asked=(8, 10)),
        ],
        kg("52.5"),
        8,
        Why.TOP,
    ),
}


@pytest.mark.parametrize(("asked", "history", "load", "reps", "why"), OTHER.values(), ids=OTHER)
def test_other_methods_and_lifts(
    asked: PlannedExercise, history: list[Bout], load: Load | None, reps: int, why: Why
) -> None:
    found = advise(asked, history, TODAY, GYM, facts(asked.exercise))
    assert (found.reason.why, found.load, found.reps) == (why, load, reps)


@pytest.mark.parametrize(
    ("exercise", "level", "gym", "load"),
    [
        ("deadlift", Level.NOVICE, Gym(), kg("30")),
        ("deadlift", Level.ADVANCED, Gym(), kg("80")),
        ("deadlift", Level.NOVICE, Gym(Unit.LB), lb("65")),
        ("deadlift", Level.NOVICE, Gym(bar=Decimal(20), plates=(Decimal(10),)), kg("20")),
        ("lat-pulldown", Level.NOVICE, Gym(stack=Decimal(7)), kg("14")),
        (ROW, Level.INTERMEDIATE, Gym(dumbbells=(Decimal(20), Decimal(24))), kg("20")),
        ("assisted-pull-up", Level.NOVICE, Gym(), kg("-35")),
        ("weighted-pull-up", Level.NOVICE, Gym(), kg("2.5")),
        ("pull-up", Level.NOVICE, Gym(), None),
        ("band-row", Level.NOVICE, Gym(), None),
        ("sled drag", Level.NOVICE, Gym(), None),
    ],
)
def test_the_first_time(exercise: str, level: Level, gym: Gym, load: Load | None) -> None:
    found = advise(plan(exercise), [], TODAY, gym, facts(exercise, level))
    assert (found.reason.why, found.load, found.sets) == (Why.FIRST, load, 3)
    assert found.guess
    assert found.reps == (8 if load else 6)


@pytest.mark.parametrize(
    ("history", "load", "why"),
    [
        ([bout(4, kg("100"), 8, 8, 8), OLD], kg("90"), Why.DELOAD),
        ([bout(3, kg("90"), 6, 6, light=True), bout(7, kg("100"), 8, 8, 8), OLD], kg("90"), Why.DELOAD),
        ([bout(20, kg("100"), 8, 8, 8)], kg("90"), Why.BREAK),
        ([bout(4, kg("90"), 8, 8, 8), bout(8, kg("100"), 5, 5, 5)], kg("90"), Why.DELOAD),
        ([bout(4, kg("120"), 3, 3, 3, asked=(3, 3)), OLD], kg("95"), Why.DELOAD),
    ],
)
def test_a_light_session(history: list[Bout], load: Load, why: Why) -> None:
    found = advise(plan(), history, TODAY, GYM, facts(), light=True)
    assert (found.reason.why, found.load, found.sets) == (why, load, 2)


def test_a_light_week_does_not_halve_a_dumbbell() -> None:
    gym = Gym(dumbbells=(Decimal(10), Decimal(20)))
    found = advise(plan(ROW, 12, 12), [row(4, "20", 12, 12, 12)], TODAY, gym, facts(ROW), light=True)
    assert (found.reason.why, found.load, found.sets, found.reason.step) == (Why.DELOAD, kg("20"), 2, None)


def test_a_block_says_what_is_asked() -> None:
    asked, history, *_ = OTHER["a row, stuck again"]
    found = advise(asked, history, TODAY, GYM, facts(asked.exercise))
    assert (found.block, found.reason.goal, found.reason.times) == (RepRange(6, 8), kg("65"), 6)
    asked, history, *_ = OTHER["pull-ups: stuck again"]
    found = advise(asked, history, TODAY, GYM, facts(asked.exercise))
    assert (found.block, found.sets) == (RepRange(4, 5), 5)
    asked, history, *_ = OTHER["after a block"]
    assert advise(asked, history, TODAY, GYM, facts(asked.exercise)).block is None


def test_in_the_other_unit_the_nearest_load_is_no_step() -> None:
    found = advise(plan(), [bout(4, kg("90"), 8, 8, 8, rpe="10"), OLD], TODAY, Gym(Unit.LB), facts())
    assert (found.load, found.reason.step) == (lb("200"), None)
    stack = bout(4, lb("120"), 11, 11, 11, exercise="lat-pulldown", asked=(10, 12))
    found = advise(plan("lat-pulldown", 10, 12), [stack], TODAY, GYM, facts("lat-pulldown"))
    assert (found.load, found.reason.step) == (kg("50"), kg("-4.4"))


def test_the_step_and_what_was_done_stand_in_the_reason() -> None:
    found = advise(plan(), [bout(4, kg("100"), 8, 8, 8, rpe="8"), OLD], TODAY, GYM, facts())
    assert found.reason.step == kg("2.5")
    assert [one.reps for one in found.reason.before] == [8, 8, 8]


def test_what_cannot_be_judged_is_passed_over() -> None:
    """Warm-ups, empty sets, and a barbell whose load nobody said."""
    odd = bout(2, None, 8, 8, 8)
    warm = replace(bout(3, kg("120"), 8), sets=tuple(replace(one, warmup=True) for one in bout(3, kg("120"), 8).sets))
    found = advise(plan(), [odd, warm, bout(5, kg("100"), 0), bout(6, kg("100"), 8, 8, 8), OLD], TODAY, GYM, facts())
    assert (found.reason.why, found.load) == (Why.TOP, kg("102.5"))


def test_the_order_of_the_history_does_not_matter() -> None:
    history = [bout(4, kg("100"), 8, 8, 8), bout(8, kg("97.5"), 8, 8, 8), bout(12, kg("95"), 7, 6, 6)]
    assert advise(plan(), history[::-1], TODAY, GYM, facts()) == advise(plan(), history, TODAY, GYM, facts())
