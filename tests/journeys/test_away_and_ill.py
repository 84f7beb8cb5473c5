"""What is said to whoever is away with less than a gym, or ill?"""

import pytest

from tests.journeys.people import Lifter


async def with_a_plan(lifter: Lifter) -> None:
    await lifter.says("/plan 3 days, size, full gym")
    await lifter.taps("Train by this plan")


@pytest.mark.parametrize(
    ("away", "at_home"),
    [
        ("i'm traveling, only dumbbells", "i only have dumbbells"),
        ("travelling this week, only bands", "i only have bands"),
        ("I’m on a business trip and I only have a pull-up bar", "i only have a pull-up bar"),
        ("in a hotel for two weeks, just dumbbells", "i only have dumbbells"),
    ],
)
async def test_away_with_less_is_what_the_plan_would_be_then(alex: Lifter, away: str, at_home: str) -> None:
    await with_a_plan(alex)
    told = await alex.says(away)
    assert "3 sessions a week, as now" in told[0]
    assert told == await alex.says(at_home)


async def test_away_is_no_gym_where_nothing_is_there_or_more_is_said(alex: Lifter) -> None:
    await with_a_plan(alex)
    assert "when you are back" in (await alex.says("i'm travelling this week"))[0]
    assert "as now" not in (await alex.says("i'm traveling, only rows please"))[0]


@pytest.mark.parametrize(
    "said",
    [
        "i'm sick",
        "Feeling ill today",
        "i feel really sick",
        "i have a fever",
        "I’ve got the flu",
        "caught a bad cold, can i train today?",
        "sick today",
    ],
)
@pytest.mark.parametrize("training", [False, True])
async def test_whoever_is_ill_is_told_when_not_to_train(alex: Lifter, said: str, *, training: bool) -> None:
    if training:
        await alex.says("/workout")
    (told,) = await alex.says(said)
    assert told.startswith("Ill\nWith fever")


@pytest.mark.parametrize(
    "said", ["i'm sick of rows", "i have a bad back", "sick set", "cold bar today 60x8", "i'm good"]
)
async def test_what_only_sounds_like_it_is_not_ill(alex: Lifter, said: str) -> None:
    assert not any(one.startswith("Ill\n") for one in await alex.says(said))
