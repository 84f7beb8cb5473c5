"""Does whoever hurts get, tap by tap, to whom to see, how fast and what to tell there, and to no session?"""

import pytest

from bot.coaching.knowledge.pain import Advice
from tests.journeys.people import Lifter, buttons, coach

TREE = coach().knowledge.pain


def labels(lifter: Lifter) -> list[str]:
    return [label for row in buttons(lifter.last) for label in row]


async def test_from_a_sore_back_to_the_emergency_room_in_two_taps(alex: Lifter) -> None:
    [asked] = await alex.says("my lower back hurts when i row")
    assert asked.splitlines()[1] == "Stop this lift for today."
    assert "emergency care now" in asked
    [which] = await alex.taps("What comes with it?")
    assert which.splitlines()[0] == "Lower back pain"
    assert "go to emergency care now" in which.splitlines()[1]
    assert which.splitlines()[2] == "What comes with it?"
    [told] = await alex.taps("Bladder, bowel or saddle")
    assert "Go to emergency care now" in told
    [tell] = await alex.taps("What to tell them")
    assert "cauda equina" in tell


async def test_none_of_these_says_whom_to_see_and_how_training_comes_back(alex: Lifter) -> None:
    await alex.says("my shoulder hurts on pull ups")
    await alex.taps("What comes with it?")
    [leaf] = await alex.taps("None of these")
    assert "Who: a doctor or physiotherapist." in leaf
    assert "When: if it is no better after two weeks" in leaf
    [back] = await alex.taps("Back to training")
    assert "light" in back


async def test_each_choice_is_a_row_and_no_session_is_offered(alex: Lifter) -> None:
    await alex.says("ouch")
    assert buttons(alex.last) == [["Where is it?", "More"], ["Wrong?"]]
    await alex.taps("Where is it?")
    for row in buttons(alex.last):
        assert len(row) == 1 or not {choice.label for choice in TREE["pain"].choices} & set(row)
    assert "Today's session" not in labels(alex)
    assert labels(alex)[-1] == "Only at times, or not sure"


@pytest.mark.parametrize(
    "text", ["deadlift hurts my back", "ow it hurts", "my knee hurts", "deadlift 60x6 but my hip hurts"]
)
async def test_below_the_safety_words_stand_four_rows_at_most(alex: Lifter, text: str) -> None:
    await alex.says("/workout")
    await alex.says(text)
    assert 1 <= len(buttons(alex.last)) <= 4
    assert buttons(alex.last)[0][0].endswith("?")


async def test_training_on_is_asked_of_the_pain_however_it_was_told(alex: Lifter) -> None:
    await alex.says("chest pain")
    await alex.says("what are lats")
    [again] = await alex.says("its gone, can i do my deadlifts today")
    assert "emergency" in again
    [knee] = await alex.says("my knee hurts")
    assert knee.startswith("Knee")
    [still] = await alex.says("can I train tomorrow?")
    assert "emergency" in still


async def test_after_pain_other_questions_are_answered_as_ever(alex: Lifter) -> None:
    await alex.says("my knee hurts")
    for text, title in (
        ("how do i do a bent-over row", "Bent-over row"),
        ("what grip should i use for pulldowns", "Lat pulldown: grip"),
        ("how many sets should i do", "Lat pulldown: sets"),
        ("how long should i rest between sets", "Lat pulldown: rest"),
        ("what's today's session", "Back session"),
    ):
        [reply] = await alex.says(text)
        assert reply.startswith(title), reply
    [back] = await alex.says("can i train tomorrow")
    assert back.startswith("Back to training")


async def test_a_line_of_sets_that_hurts_takes_no_emergency_back(alex: Lifter) -> None:
    await alex.says("chest pain on rows")
    replies = await alex.says("deadlift 100x5 but it hurts")
    assert "emergency" in replies[-1]
    [still] = await alex.says(
        "i sat down a while and had some water and i feel a lot better so can i finish my workout"
    )
    assert "emergency" in still


async def test_a_red_flag_is_said_again_before_any_session(alex: Lifter) -> None:
    await alex.says("i cant hold my pee since i hurt my back")
    for text in ("i can workout through it right?", "whats next", "just push on with it right", "it's gone now"):
        [again] = await alex.says(text)
        assert "emergency care now" in again, text
    again, card = await alex.says("/workout")
    assert "emergency care now" in again
    assert "DEADLIFT" in card


async def test_a_false_alarm_is_called_wrong_and_counts_no_more(alex: Lifter) -> None:
    await alex.says("chest pain")
    await alex.taps("Wrong?")
    [session] = await alex.says("so what's today's session")
    assert session.startswith("Back session")


async def test_who_is_fine_again_is_asked_nothing_more(alex: Lifter) -> None:
    await alex.says("my back hurts")
    [back] = await alex.says("i feel fine again, no pain anymore")
    assert back.startswith("Back to training")
    [session] = await alex.says("so what's today's session")
    assert session.startswith("Back session")
    [training] = await alex.says("can i train twice a week")
    assert not training.startswith("Back to training")


async def test_pain_that_somebody_else_wrote_of_is_not_theirs(alex: Lifter) -> None:
    await alex.does(lambda person: person.forward("i have chest pain on rows"))
    [row] = await alex.says("can i deadlift every day")
    assert not row.startswith("Chest")


async def test_a_set_that_hurts_and_a_choice_are_remembered_too(alex: Lifter) -> None:
    await alex.says("row 60 3x10 but my back hurts")
    [back] = await alex.says("can i go on")
    assert back.startswith("Back to training")
    await alex.says("ouch")
    await alex.taps("Where is it?")
    await alex.taps("Numb, tingling or weak")
    [same] = await alex.says("so can i train tomorrow")
    assert same.startswith("Numb")


async def test_where_it_hurts_is_typed_or_tapped(alex: Lifter) -> None:
    await alex.says("i hurt myself")
    [knee] = await alex.says("my left knee")
    assert knee.startswith("Knee pain")
    await alex.says("i hurt myself")
    await alex.taps("Where is it?")
    await alex.taps("Arm, elbow, wrist or hand")
    [elbow] = await alex.taps("Elbow or forearm")
    assert elbow.startswith("Elbow or forearm pain")


async def test_every_path_can_be_walked_to_its_end(alex: Lifter) -> None:
    """Each step once, by its buttons: a reply, never an outdated screen, never a session."""
    await alex.says("ouch")
    seen, left = {"pain"}, [(TREE["pain"], alex.last)]
    while left:
        at, message = left.pop()
        if at.question and [at.question] in (row[:1] for row in buttons(message)):
            [which] = await alex.taps(at.question, message)
            assert which.startswith(at.name)
            assert which.endswith(at.question)
            message = alex.last
        for choice in at.choices:
            if choice.to in seen:
                continue
            seen.add(choice.to)
            [reply] = await alex.taps(choice.label, message)
            assert reply.startswith(TREE[choice.to].name)
            assert "Today's session" not in labels(alex)
            left.append((TREE[choice.to], alex.last))
            await _parts(alex, TREE[choice.to])
    assert len(seen) > 50


async def _parts(alex: Lifter, advice: Advice) -> None:
    message = alex.last
    for label in ("What to tell them", "Back to training", "More"):
        if any(label in row for row in buttons(message)):
            [told] = await alex.taps(label, message)
            assert told.startswith(advice.name)


@pytest.mark.parametrize(
    "data", ["pn:no-such-entry:-", "pn:pain:ask", "pn:lower-back:stop", "pn:chest-pain:which", "pn:-:-"]
)
async def test_a_button_to_what_is_no_longer_there_is_outdated(alex: Lifter, data: str) -> None:
    await alex.says("ouch")
    replies = await alex.forges(alex.last["message_id"], data)
    said = " ".join([*replies, *alex.toasts])
    assert "earlier session" in said


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("deadlift 100x5, felt a pop in my elbow on the last one", "A pop, a snap or a tear"),
        ("row 60 3x10 but my chest hurts", "Chest pain"),
        ("/log deadlift 100x5, my foot drops", "A leg that is weak"),
    ],
)
async def test_a_set_that_hurts_is_kept_or_asked_about_and_warned_of(alex: Lifter, line: str, title: str) -> None:
    replies = await alex.says(line)
    assert replies[-1].startswith(title)
    assert "Today's session" not in labels(alex)


@pytest.mark.parametrize("line", ["deadlift 100x5 no pain", "dead hang 45s", "chest supported row 30 3x10 heavy"])
async def test_a_set_without_pain_is_only_kept(alex: Lifter, line: str) -> None:
    assert not any("emergency" in reply for reply in await alex.says(line))


@pytest.mark.parametrize(
    "text",
    [
        "/plan 3 days, my chest hurts",
        "make me a plan for 3 days, i have chest pain",
        "i want a plan for 3 days because i have chest pain",
        "plan with no deadlifts, i have numbness in the saddle area",
        "/whatif only once this week, my chest hurts",
        "what if i only train once this week, my legs are numb",
        "/workout my chest hurts",
        "/note my chest hurts on rows",
        "/start my chest hurts",
    ],
)
async def test_a_red_flag_told_in_a_wish_or_a_command_is_answered_and_nothing_else(alex: Lifter, text: str) -> None:
    [said] = await alex.says(text)
    assert "sets a week" not in said
    assert "sessions" not in said
    assert any(words in said for words in ("Chest pain", "Numb", "emergency"))
    first, _ = await alex.says("/workout")
    assert first.splitlines()[0] == said.splitlines()[0], "it stands"


async def test_what_is_wrong_of_one_pain_takes_back_no_flag_told_after_it(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.says("my elbow hurts")
    elbow = alex.last
    await alex.says("i have chest pain and my arm is numb")
    await alex.taps("Wrong?", elbow)
    flag, _ = await alex.says("/workout")
    assert flag.startswith("Chest pain")
    await alex.says("i have chest pain and my arm is numb")
    await alex.taps("Wrong?")
    [card] = await alex.says("/workout")
    assert card.startswith("Back session"), "its own takes it back"


async def test_the_lift_that_hurt_is_the_one_of_the_set_whatever_was_answered_before(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.says("deadlift 60")
    await alex.says("8")
    await alex.says("60x8")
    kept, pain = await alex.says("60x8 but my elbow hurts")
    assert "Next: Pull-up" in kept
    assert pain.endswith("I've taken the deadlift off your next sessions.")
