"""Does a plain question get the right kind of reply, and lead on by its buttons?"""

import pytest

from tests.journeys.people import Lifter, buttons


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("how do I do a bent-over row", "Bent-over row"),
        ("bentover rows form??", "Bent-over row"),
        ("what does the deadlft train", "Deadlift: muscles"),
        ("why rows", "why"),
        ("i cant do pullups", "Pull-up"),
        ("how many sets of lat pulldown", "Lat pulldown"),
        ("what are rhomboids", "Rhomboids"),
        ("squats?", "outside what I coach"),
        ("what's today's session", "3 × 6–8"),
        ("why train the back at all", "posture"),
        ("flurbish the quantum teapot", "know"),
        ("<b>hello</b> & goodbye?", "Ask me about a lift"),
    ],
)
async def test_the_right_kind_of_reply(alex: Lifter, said: str, shown: str) -> None:
    replies = await alex.says(said)
    assert len(replies) == 1
    assert shown in replies[0]


@pytest.mark.parametrize(
    "said", ["my lower back hurts when i row", "numb leg after deadlifts", "i felt a pop in my back and cant stand up"]
)
async def test_pain_gets_safety_never_a_prescription(alex: Lifter, said: str) -> None:
    [reply] = await alex.says(said)
    assert "Stop" in reply
    assert "sets" not in reply


async def test_follow_ups_by_button_and_by_word(alex: Lifter) -> None:
    await alex.says("how do I do a deadlift")
    [mistakes] = await alex.taps("Mistakes")
    assert "Deadlift" in mistakes
    [grip] = await alex.says("and the grip?")
    assert "Deadlift: grip" in grip
    [other] = await alex.says("and pull ups?")
    assert "Pull-up" in other


async def test_every_button_under_an_answer_works(alex: Lifter) -> None:
    await alex.says("how do I do a lat pulldown")
    answer = alex.last
    for label in [label for row in buttons(answer) for label in row]:
        replies = await alex.taps(label, answer)
        assert len(replies) == 1, label
        assert "earlier session" not in replies[0]


async def test_how_to_from_the_card_leads_back_to_it(alex: Lifter) -> None:
    await alex.says("/workout")
    [how_to] = await alex.taps("How to")
    assert "Deadlift" in how_to
    [card] = await alex.taps("Back to the session")
    assert "DEADLIFT   set 1 of 3" in card
