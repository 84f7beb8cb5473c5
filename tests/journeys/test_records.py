"""Are records told as they are set, listed, and right in kg and lb, for the body and for holds?"""

import pytest

from tests.journeys.people import Lifter, buttons


async def test_a_new_best_is_told_in_one_line(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await alex.says("deadlift 100x8, 107.5x5 on 2.11.")
    [said] = await alex.says("deadlift 110x3")
    assert "★ 110 kg × 3, best so far (was 107.5 kg × 5)" in said.splitlines()
    [said] = await alex.says("deadlift 100x9")
    assert "★ 100 kg × 9, best so far (was 100 kg × 8)" in said.splitlines()
    [said] = await alex.says("deadlift 105x8")
    assert "★ 105 kg × 8, best so far (was 100 kg × 8)" not in said.splitlines()  # 100 kg were done 9 times by now
    assert "★ 105 kg × 8, e1RM 130.5 kg, best so far (was 128.5 kg)" in said.splitlines()
    assert "★" not in (await alex.says("deadlift 100x8"))[0]
    assert "★" not in (await alex.says("deadlift warm-up 120x5"))[0]


async def test_an_estimate_alone_is_told_as_one(alex: Lifter) -> None:
    await alex.says("deadlift 100x8, 110x5 on 2.11.")
    [said] = await alex.says("deadlift 109x7")
    assert "★ 109 kg × 7, e1RM 131 kg, best so far (was 124 kg)" in said.splitlines()


async def test_the_first_day_of_an_exercise_is_quiet(alex: Lifter) -> None:
    for text in ("deadlift 100x8", "deadlift 110x8", "deadlift 120x8", "deadlift 90x5 yesterday"):
        assert "★" not in (await alex.says(text))[0]


async def test_several_exercises_are_named(alex: Lifter) -> None:
    await alex.says("deadlift 100x8, pull-ups 8 on 2.11.")
    [said] = await alex.says("deadlift 105x8, pull-ups 9")
    assert "★ Deadlift 105 kg × 8, best so far (was 100 kg × 8)" in said
    assert "★ Pull-up 9, best so far (was 8)" in said


async def test_a_tap_on_the_card_tells_it_over_the_chat(alex: Lifter) -> None:
    await alex.says("deadlift 100x8 yesterday")
    await alex.says("/workout")
    await alex.taps("Weight: 100 kg", alex.card)
    await alex.taps("+5", alex.card)
    await alex.taps("✓ Done", alex.card)
    assert alex.toasts == ["✓ 105 kg × 8 kept\n★ best so far (was 100 kg × 8)"]
    await alex.taps("Finish", alex.card)
    assert "★ Deadlift 105 kg × 8, best so far (was 100 kg × 8)" in alex.last["text"]


async def test_pounds_and_kilograms_are_one_scale(alex: Lifter) -> None:
    await alex.says("deadlift 100kg x5 on 2.11.")
    assert "★" not in (await alex.says("deadlift 220.4 lb x5"))[0]
    assert "★ 220.5 lb × 5, best so far (was 100 kg × 5)" in (await alex.says("deadlift 220.5 lb x5"))[0]
    assert "Deadlift  220.5 lb × 5 · e1RM 248 lb" in (await alex.says("/records"))[0]


async def test_the_records_of_one_lift(alex: Lifter) -> None:
    await alex.says("deadlift 100x12, 110x5, 105x5 on 2.11.")
    await alex.says("deadlift warm-up 130x3")
    [found] = await alex.says("/records deadlifts")
    assert found.splitlines() == [
        "Deadlift",
        "110 kg × 5 · Mon 2 Nov",
        "100 kg × 12 · Mon 2 Nov",
        "e1RM  124 kg · from 110 kg × 5, Mon 2 Nov (Brzycki, sets of 1–10)",
        "Most in a day  2 275 kg · Mon 2 Nov",
    ]
    await alex.taps("‹ All records", alex.last)
    assert alex.last["text"] == "Records\nDeadlift  110 kg × 5 · e1RM 124 kg"


async def test_the_body_counts_where_its_weight_is_known(alex: Lifter) -> None:
    await alex.says("pull-ups bw+20 1x3 on 2.11.")
    await alex.says("pull-ups 8 on 2.11.")
    [found] = await alex.says("/records pull-up")
    assert "+20 kg × 3 · Mon 2 Nov\n8 · Mon 2 Nov" in found
    assert "e1RM" not in found
    assert "Most in a day  11 reps" in found
    assert "Write “bw 82.5”" in found
    await alex.says("bodyweight 80")
    [found] = await alex.says("/records pull-up")
    assert "Body and belt  100 kg × 3 · Mon 2 Nov" in found
    assert "e1RM  106 kg · from 100 kg × 3 with the body, Mon 2 Nov (Brzycki, sets of 1–10)" in found
    assert "Most in a day  940 kg" in found
    assert "Write" not in found


async def test_assistance_is_below_nothing_and_a_hold_is_counted_in_seconds(alex: Lifter) -> None:
    await alex.says("assisted pull-up 8 with 20kg assist on 2.11.")
    await alex.says("dead hang 45s on 2.11.")
    [found] = await alex.says("/records")
    assert "Dead hang  45 s" in found
    assert "−20 kg × 8" in found
    [said] = await alex.says("dead hang 50s")
    assert "★ 50 s, best so far (was 45 s)" in said


async def test_what_is_deleted_is_no_record(alex: Lifter) -> None:
    await alex.says("deadlift 100x8 on 2.11.")
    await alex.says("deadlift 200x8")
    await alex.says("/undo")
    assert "Deadlift  100 kg × 8" in (await alex.says("/records"))[0]


async def test_a_lift_never_done_and_a_lift_nobody_knows(alex: Lifter) -> None:
    assert "No set of Pull-up in your log yet" in (await alex.says("/records pullups"))[0]
    assert "I don't know a lift called <zercher>" in (await alex.says("/records <zercher>"))[0]
    await alex.taps("All records", alex.last)
    assert "No records yet." in alex.last["text"]


async def test_records_have_pages(alex: Lifter) -> None:
    lifts = ["deadlift", "lat pulldown", "bent-over row", "seated cable row", "face pull", "rack pull", "t-bar row"]
    for lift in (*lifts, "shrug", "romanian deadlift", "good morning"):
        await alex.says(f"{lift} 40x10")
    await alex.says("/records")
    names = [label for row in buttons(alex.last) for label in row]
    assert len(names) == 9
    await alex.taps("Older", alex.last)
    assert "Deadlift  40 kg × 10" in alex.last["text"]
    await alex.taps("Newer", alex.last)
    assert "Deadlift  40 kg × 10" not in alex.last["text"].splitlines()


@pytest.mark.parametrize("press", ["rl:99", "rl:-1", "rk:1", "rk:99999", "bw:99999"])
async def test_forged_presses_harm_nothing(alex: Lifter, press: str) -> None:
    await alex.says("/start")
    await alex.forges(alex.last["message_id"], press)
    assert not [one for one in alex.messages if "went wrong" in one["text"]]
