"""What the end of a session says of the next time: the most telling first, also where nothing goes up."""

from tests.journeys.people import Lifter


async def finished(lifter: Lifter, *sets: str) -> list[str]:
    """What stands below "Next time"."""
    await lifter.says("/workout")
    for line in sets:
        await lifter.says(line)
    await lifter.taps("Finish", lifter.card)
    lifter.telegram.world.clock_offset += 3 * 86_400
    _, _, below = lifter.card["text"].partition("Next time\n")
    return str(below).split("\n\n")[0].splitlines()


async def test_a_hold_a_miss_and_a_back_off_are_said(alex: Lifter) -> None:
    await finished(alex, "deadlift 100x8,8,8")
    held = await finished(alex, "deadlift 102.5x7,7,6")
    assert held == ["Deadlift  102.5 kg × 7, same load, one rep more: 7·7·6 this time"]
    missed = await finished(alex, "deadlift 102.5x5,5,4")
    assert missed == ["Deadlift  102.5 kg × 6, same load: missed once (5·5·4), now 6 in each"]
    [back] = await finished(alex, "deadlift 102.5x5,5,4")
    assert back.startswith("Deadlift  9")
    assert "missed twice" in back


async def test_what_fell_short_stands_before_what_goes_up(alex: Lifter) -> None:
    told = await finished(
        alex, "bent-over row 60x12,12,12", "lat pulldown 60x12,12,12", "deadlift 100x5,4,4", "face pull 20x15,15,15"
    )
    assert len(told) == 3
    assert told[0].startswith("Deadlift  ")


async def test_the_road_is_told_first(alex: Lifter) -> None:
    await alex.says("/plan first pull-up 2 days")
    await alex.taps("Train by this plan")
    told = await finished(alex, "seated cable row 40x5,5,5", "dead hang 20s, 20s, 20s")
    assert told[0] == "Dead hang  3×25 s, a little longer: 3×20 s this time"
    told = await finished(alex, "dead hang 30s, 30s, 30s")
    assert told[0] == "Scapular pull-up  3×5, next on the pull-up road, after your dead hang"


async def test_less_help_is_said_as_such(alex: Lifter) -> None:
    await alex.says("/plan size 1 day full gym beginner")
    await alex.taps("Train by this plan")
    for _ in range(3):
        told = await finished(alex, "assisted pull-up -30x12,12,12")
    assert "5 kg less help" in told[0], told
    assert "+5 kg" not in told[0]
