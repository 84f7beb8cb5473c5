"""Can a lift of one's own, brought along by an import, be logged on by text like any other?"""

import pytest

from tests.coaching.importing.files import STRONG, file
from tests.journeys.people import Lifter, buttons
from tests.journeys.test_import import sends


def done(name: str, weight: int, reps: int = 5, seconds: int = 0) -> str:
    return f'2025-03-04 18:05:09,"Push",56m,"{name}",1,{weight},{reps},0,{seconds},"","",'


async def brings(alex: Lifter, *rows: str) -> None:
    await sends(alex, file(STRONG, *rows))
    if ["kg", "lb"] in buttons(alex.last):
        await alex.taps("kg")
    await alex.taps("Import")


async def test_it_is_kept_corrected_and_taken_back_under_its_own_name(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await brings(alex, done("Bench Press (Barbell)", 80))
    [said] = await alex.says("bench press 80x6")
    assert said.startswith("✓ Bench Press (Barbell)  80 kg × 6\n★ ")
    assert "80 kg × 7" in (await alex.says("make that 7"))[0]
    assert "80 kg × 6" in (await alex.says("/undo"))[0]
    assert (await alex.says("same again"))[0].startswith("✓ Bench Press (Barbell)  80 kg × 6")
    [history] = await alex.says("/history")
    assert "Bench Press (Barbell)  80 kg × 6 · 6" in history
    assert "80 kg × 5" in history
    await alex.edits("bench press 80x6", "bench press 82.5x6")
    assert "82.5 kg × 6" in alex.last["text"]
    assert "Bench Press (Barbell)" in (await alex.says("/records"))[0]
    assert (await alex.says("Bench-Press (barbell): 85x3, deadlift 100x5"))[0].startswith("✓ Bench Press (Barbell)")


async def test_one_name_for_two_lifts_is_asked_about(alex: Lifter) -> None:
    await brings(alex, done("Squat (Barbell)", 100), done("Squat (Smith Machine)", 90))
    await alex.says("squats 100x5")
    assert buttons(alex.last) == [["Squat (Barbell)"], ["Squat (Smith Machine)"], ["Neither"]]
    assert (await alex.says("smith"))[0].startswith("✓ Squat (Smith Machine)  100 kg × 5")
    assert "✓ Squat (Barbell)" in (await alex.says("squat barbell 105x5"))[0]


@pytest.mark.parametrize(
    ("row", "line", "said"),
    [
        (done("Plank", 0, 0, 60), "plank 45", "✓ Plank  45 s"),
        (done("Push Up", 0, 20), "push ups 15, 12", "✓ Push Up  15 · 12"),
        (done("Pull Through", 40), "pull through 30x12", "✓ Pull Through  30 kg × 12"),
        (done("Zottman Curl", 12, 10), "zottman curls 3x10 12kg", "✓ Zottman Curl  12 kg × 10 · 10 · 10"),
    ],
)
async def test_it_goes_on_as_it_was_kept(alex: Lifter, row: str, line: str, said: str) -> None:
    await alex.says("deadlift 100x5")
    await brings(alex, row)
    assert (await alex.says(line))[0].splitlines()[0] == said


async def test_records_of_what_is_only_held_or_counted(alex: Lifter) -> None:
    await brings(alex, done("Plank", 0, 0, 60), done("Push Up", 0, 20))
    await alex.says("plank 75")
    await alex.says("deadlift 8")
    [records] = await alex.says("/records")
    assert "Plank  75 s" in records
    assert "Push Up  20" in records
    assert "Deadlift  no load yet" in records
    await alex.taps("Plank")
    assert alex.last["text"].splitlines()[:2] == ["Plank", "75 s · today"]


async def test_a_lift_that_is_not_in_the_log_is_asked_about(alex: Lifter) -> None:
    await brings(alex, done("Bench Press (Barbell)", 80))
    assert "is none I know" in (await alex.says("leg press 100x5"))[0]
    assert "is none I know" in (await alex.says("incline bench 80x5"))[0]
    await alex.taps("Undo")
    assert "is none I know" in (await alex.says("bench press 80x5"))[0]
