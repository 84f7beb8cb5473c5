"""Does nothing lead on in a session while a red flag stands: no menu of it, no push, and does the plan say so?"""

import pytest

from tests.journeys.people import Lifter, buttons
from tests.journeys.test_plan import train_by_it
from tests.journeys.test_remind import labels, pushed, settled_in

FLAG = "Pain, tingling or numbness down an arm"
MENUS = ("Swap", "Exercises", "Weight: 30 kg")


@pytest.mark.parametrize("menu", MENUS)
async def test_no_menu_of_the_card_opens(alex_on_both: Lifter, menu: str) -> None:
    alex = alex_on_both
    await alex.says("/workout")
    await alex.says("my arm went numb")
    _, card = await alex.says("/workout")
    assert (await alex.taps(menu, alex.card))[0].startswith(FLAG)
    assert alex.card["text"] == card
    assert not {"Today's session", "Back to the session"} & set(labels(alex.last))


@pytest.mark.parametrize(
    ("menu", "choice"),
    [
        ("Swap", "Trap-bar deadlift"),
        ("Exercises", "Pull-up"),
        ("Exercises", "Half an hour left"),
        ("Weight: 30 kg", "20 kg"),
    ],
)
async def test_a_menu_that_was_open_before_leads_nowhere(alex: Lifter, menu: str, choice: str) -> None:
    await alex.says("/workout")
    await alex.taps(menu)
    opened = alex.card
    before = await alex.watcher.run(lambda work: work.sessions.open(1))
    await alex.says("my arm went numb")
    assert (await alex.taps(choice, opened))[0].startswith(FLAG)
    assert await alex.watcher.run(lambda work: work.sessions.open(1)) == before
    await alex.taps("‹ Back to the session", opened)
    assert FLAG in "".join(str(one.get("text")) for one in alex.messages[-2:])


async def test_weight_is_typed_for_nobody(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.taps("Weight: 30 kg")
    opened = alex.card
    await alex.says("my arm went numb")
    assert (await alex.taps("Type it", opened))[0].startswith(FLAG)


async def test_what_is_pushed_says_the_flag_and_offers_no_session(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await settled_in(alex)
    await alex.says("/remind every day 18:30")
    await alex.says("i have chest pain")
    push = await pushed(alex)
    head, told, stop, end = push.splitlines()
    assert head.endswith(" · Back session waits")
    assert told == "You told me of this: Chest pain."
    assert "emergency number" in stop
    assert end == "No session while it stands; nothing of yours is lost."
    assert buttons(alex.last) == [["Skip today"], ["What to do now"]]
    at = alex.last
    assert (await alex.taps("What to do now", at))[0].startswith("Chest pain")
    await alex.taps("Skip today", at)
    assert "Skipped. Next reminder: tomorrow" in str(
        next(one for one in alex.messages if one["message_id"] == at["message_id"])["text"]
    )


async def test_a_flag_that_was_wrong_is_pushed_over(alex: Lifter) -> None:
    await settled_in(alex)
    await alex.says("/remind every day 18:30")
    await alex.says("i have chest pain")
    await alex.taps("Wrong?")
    assert "· Back session, about" in await pushed(alex)
    assert "Start" in labels(alex.last)


async def test_the_plan_says_it_in_a_line(alex: Lifter) -> None:
    line = f"No session while this stands: {FLAG}."
    assert line not in (await alex.says("/plan"))[0]
    await alex.says("my arm went numb")
    assert (await alex.says("/plan"))[0].endswith(line)
    await alex.taps("Wrong?")
    await train_by_it(alex)
    assert line not in (await alex.says("/plan"))[0]
    await alex.says("my arm went numb")
    assert (await alex.says("/plan"))[0].endswith(line)
