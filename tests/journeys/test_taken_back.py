"""What one tap put away, one tap brings back: a lift skipped, a plan taken, changed or ended; and /undo does it too."""

from tests.journeys.people import Lifter, buttons


async def planned(lifter: Lifter, wishes: str) -> None:
    await lifter.says(f"/plan {wishes}")
    await lifter.taps("Train by this plan")


def labels(lifter: Lifter) -> list[str]:
    return [label for row in buttons(lifter.last) for label in row]


async def test_a_plan_that_was_ended_comes_back_with_its_place_in_the_week(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await planned(alex, "size 2 days")
    await alex.says("/workout")
    for lift in ("trap-bar deadlift", "lat pulldown", "chest-supported row"):
        await alex.says(f"{lift} 40x8,8,8")
    await alex.taps("Finish", alex.card)
    [before] = await alex.says("/plan")
    assert "Next: Full back B" in before
    for _ in range(2):
        await alex.taps("End this plan", alex.last)
        assert "Bring it back" in labels(alex)
        ended = alex.last
        await alex.taps("Bring it back", ended, times=2)
        assert alex.last["text"] == before
    await alex.taps("End this plan", alex.last)
    assert (await alex.says("/undo")) == ["Taken back: your plan is in force again."]
    assert (await alex.says("/plan")) == [before]


async def test_an_ended_plan_does_not_come_back_over_a_new_one(alex: Lifter) -> None:
    await planned(alex, "size 2 days")
    await alex.says("/plan")
    await alex.taps("End this plan")
    ended = alex.last
    await planned(alex, "strength 2 days")
    await alex.taps("Bring it back", ended)
    assert "Heavy A" in (await alex.says("/plan"))[0]


async def test_a_plan_just_taken_is_taken_back_where_it_was_tapped(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await planned(alex, "size 2 days")
    first = (await alex.says("/plan"))[0]
    await planned(alex, "strength 2 days")
    await alex.taps("Take it back")
    assert alex.last["text"] == "Taken back: the plan before it is in force again."
    assert (await alex.says("/plan")) == [first]
    await alex.taps("Lifts", alex.last)
    await alex.taps("Lat pulldown")
    await alex.taps("Leave it out")
    assert "Lat pulldown" not in alex.last["text"]
    await alex.says("/undo")
    assert (await alex.says("/plan")) == [first]
    await alex.says("/undo")
    assert "What do you train for?" in (await alex.says("/plan"))[0]
    assert "Nothing to take back" in (await alex.says("/undo"))[0]


async def test_a_plan_that_was_trained_by_stays(alex: Lifter) -> None:
    await planned(alex, "size 2 days")
    taken = alex.last
    await alex.says("/workout")
    await alex.taps("✓ Done")
    await alex.taps("Take it back", taken)
    assert "Full back A" in (await alex.says("/plan"))[0]


async def test_a_skipped_lift_comes_back_from_the_card_and_by_undo(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.taps("Skip")
    await alex.taps("Bring back: Deadlift")
    assert "DEADLIFT   set 1" in alex.card["text"]
    await alex.taps("✓ Done")
    await alex.taps("Skip")
    assert (await alex.says("/undo")) == ["Taken back: Deadlift is in again."]
    assert "DEADLIFT   set 2" in alex.card["text"]
    await alex.taps("Skip")
    await alex.says("lat pulldown 50x10")
    assert (await alex.says("/undo"))[0].startswith("Taken back:\nLat pulldown"), "what came after it goes first"
    assert (await alex.says("oops")) == ["Taken back: Deadlift is in again."]
    assert (await alex.says("/undo"))[0].startswith("Taken back:\nDeadlift")


async def test_two_skips_are_two_steps(alex: Lifter) -> None:
    await alex.says("/workout")
    first = alex.card["text"]
    await alex.taps("Skip")
    await alex.taps("Skip")
    await alex.says("/undo")
    await alex.says("/undo")
    assert alex.card["text"] == first


async def test_a_session_of_before_is_said_at_the_new_plan(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.taps("✓ Done")
    await planned(alex, "size 2 days")
    assert "Back session is still open (1 set)" in alex.last["text"]
    assert buttons(alex.last)[-2:] == [["Finish it", "Go on with it"], ["Leave it, start the plan's"]]
    await alex.taps("Leave it, start the plan's")
    assert alex.card["text"].startswith("Full back A · 1 of 3")
    assert "30 kg × 8" in (await alex.says("/history"))[0]


async def test_a_session_that_was_only_opened_makes_way_for_the_plans(alex: Lifter) -> None:
    await alex.says("/workout")
    await planned(alex, "size 2 days")
    assert "still open" not in alex.last["text"]
    await alex.taps("Start the next session")
    assert alex.card["text"].startswith("Full back A · 1 of 3")


async def test_a_lift_left_out_in_words_comes_back_before_its_set_goes(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.says("60x8")
    [said, card] = await alex.says("skip")
    assert said == "Left out: Deadlift. /undo or Exercises brings it back."
    assert "PULL-UP" in card
    [back] = await alex.says("/undo")
    assert back == "Taken back: Deadlift is in again."
    assert "done  60 kg × 8" in alex.card["text"]
    [back] = await alex.says("/undo")
    assert "60 kg × 8" in back
