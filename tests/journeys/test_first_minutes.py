"""What does somebody new see? A welcome, two settings, and an answer to whatever they send."""

import pytest

from tests.journeys.people import Lifter, buttons


async def test_a_welcome_with_one_way_on(alex: Lifter) -> None:
    [hello] = await alex.says("/start")
    assert "Hi Alex. I coach backs." in hello
    assert buttons(alex.last) == [["kg ✓", "lb", "My time zone"], ["Exercises"], ["Today's session"]]


async def test_the_unit_is_chosen_in_place(alex: Lifter) -> None:
    await alex.says("/start")
    assert await alex.taps("lb") == []
    assert buttons(alex.last)[0][:2] == ["kg", "lb ✓"]
    [logged] = await alex.says("deadlift 225x5")
    assert "225 lb × 5" in logged


async def test_a_town_makes_the_time(alex: Lifter) -> None:
    await alex.says("/start")
    await alex.taps("My time zone")
    [said] = await alex.says("Berlin")
    assert "Berlin" in said
    [settings] = await alex.says("/settings")
    assert "Time zone: Berlin" in settings


async def test_a_location_makes_the_time(alex: Lifter) -> None:
    [said] = await alex.does(lambda person: person.send_location(40.7, -74.0))
    assert "New York" in said


async def test_a_town_of_several_zones_is_asked_about(alex: Lifter) -> None:
    await alex.says("/settings")
    await alex.taps("Time zone")
    await alex.says("Springfield")
    assert len(buttons(alex.last)) > 1
    await alex.taps("Springfield, US (Chicago")
    assert "Chicago" in alex.last["text"]


async def test_a_place_is_told_in_plain_words(alex: Lifter) -> None:
    [said] = await alex.says("my time zone is tokyo")
    assert "where you train (Tokyo)" in said
    [said] = await alex.says("/settings lisbon")
    assert "where you train (Lisbon)" in said
    await alex.says("/settings")
    await alex.taps("Time zone")
    assert "Stop this lift" in (await alex.says("i'm in pain"))[0]
    await alex.says("/settings")
    await alex.taps("Time zone")
    assert "where you train (Berlin)" in (await alex.says("i'm in Berlin"))[0]
    alex.at(12, 0)
    [said] = await alex.says("my time is 13:03")
    assert "Where is it that time now?" in said
    assert 1 < len(buttons(alex.last)) <= 6
    [said] = await alex.says("my time is 13:15")
    assert "Nowhere is it that time now." in said
    [said] = await alex.says("/settings")
    assert "Time zone: Berlin" in said


async def test_an_unknown_town_is_said_so_and_asked_again(alex: Lifter) -> None:
    await alex.says("/settings")
    await alex.taps("Time zone")
    [said] = await alex.says("Qwertzuiop")
    assert "I don't know a town called Qwertzuiop" in said
    [said] = await alex.says("Oslo")
    assert "Oslo" in said


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("/help", "/workout opens today's session"),
        ("/log", "Write a set as you would in a notebook"),
        ("/exercises", "each explained"),
        ("/muscles", "The back is four muscles"),
        ("/privacy", "What I keep"),
        ("/history", "Nothing logged yet."),
        ("/undo", "Nothing to take back"),
        ("/cancel", "Nothing was waiting"),
        ("/remind", "On which days do you train?"),
        ("/wrokout", "Did you mean /workout?"),
        ("/zzz", "I don't know /zzz"),
        ("/help@local_bot", "/workout opens today's session"),
    ],
)
async def test_every_command_answers_somebody_new(alex: Lifter, said: str, shown: str) -> None:
    [answer] = await alex.says(said)
    assert shown in answer


async def test_the_command_menu_is_registered(alex: Lifter) -> None:
    await alex.telegram.world.until(lambda: alex.telegram.world.done("setMyCommands"), seconds=10)
    [call] = [one for one in alex.telegram.world.calls if one.method == "setMyCommands"]
    assert "workout" in str(call.parameters)


async def test_what_the_coach_cannot_use_is_said_so(alex: Lifter) -> None:
    [said] = await alex.does(lambda person: person.send({"sticker": STICKER}))
    assert "sticker" in said
    assert "100x8" in said


async def test_a_set_somebody_else_wrote_is_not_logged(alex: Lifter) -> None:
    [said] = await alex.does(lambda person: person.forward("deadlift 100x8"))
    assert "did not log it" in said
    assert ["Nothing logged yet." in one for one in await alex.says("/history")] == [True]


STICKER = {
    "file_id": "a",
    "file_unique_id": "b",
    "type": "regular",
    "width": 1,
    "height": 1,
    "is_animated": False,
    "is_video": False,
}


@pytest.mark.parametrize("words", ["lb", "pounds", "use lbs", "I use pounds"])
async def test_the_unit_is_told_in_words(alex: Lifter, words: str) -> None:
    assert await alex.says(words) == ["Loads without a unit now count as lb."]
    assert "135 lb × 5" in (await alex.says("deadlift 135x5"))[0]
    assert await alex.says("kg") == ["Loads without a unit now count as kg."]
