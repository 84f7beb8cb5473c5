"""What do the words between sets do? The card answers them, and the log what was done before."""

import pytest

from tests.journeys.people import Lifter, buttons
from tests.journeys.test_own_lifts import brings, done


async def test_a_load_that_is_not_right_brings_the_loads_near_it(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await alex.says("/workout")
    for text in ("too heavy", "to light", "make it heavier"):
        [menu] = await alex.says(text)
        assert menu.startswith("Deadlift · the weight of your next set"), text
    await alex.says("too heavy")
    await alex.taps("−2.5", alex.last)
    assert "27.5 kg" in alex.card["text"]


@pytest.mark.parametrize("text", ["too heavy", "the bar is too heavy", "this is too heavy for me"])
async def test_where_nothing_is_lighter_another_lift_is_offered(alex: Lifter, text: str) -> None:
    await alex.says("/workout")
    await alex.says("20x5")
    [said] = await alex.says(text)
    assert said.startswith("Deadlift: nothing is lighter than 20 kg here.")
    assert buttons(alex.last) == [["Swap"], ["Session"]]
    await alex.taps("Swap", alex.last)
    assert alex.card["text"].startswith("Instead of Deadlift for today:")
    assert "weight of your next set" in (await alex.says("too light"))[0]


async def test_sets_before_a_swap_keep_their_name_and_a_drill_its_own_dose(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.says("30x8")
    await alex.taps("Swap", alex.card)
    await alex.taps("It hurts")
    await alex.taps("Lower back")
    await alex.taps("Bird-dog", alex.card)
    card = alex.card["text"]
    assert "6–10 reps each side · body weight · rest 30 s\nA first go: stop while the form is good." in card
    assert "before: Deadlift 30 kg × 8" in card
    assert "done" not in card
    await alex.taps("✓ Done: 6", alex.card)
    assert "before: Deadlift 30 kg × 8\ndone  6 each side" in alex.card["text"]
    await alex.taps("✓ Done: 6", alex.card)
    assert "✓ Bird-dog  6 · 6 each side; before: Deadlift 30 kg × 8" in alex.card["text"]


async def test_skipped_by_words_and_named(alex: Lifter) -> None:
    await alex.says("/workout")
    told, card = await alex.says("skip this")
    assert told == "Left out: Deadlift. /undo or Exercises brings it back."
    assert "PULL-UP   set 1 of 3" in card
    assert "is left out already" in (await alex.says("skip deadlift"))[0]
    told, card = await alex.says("skip bent over rows")
    assert told.startswith("Left out: Bent-over row")
    assert "PULL-UP   set 1 of 3" in card
    assert "not in today's session" in (await alex.says("skip face pulls"))[0]
    _, card = await alex.says("next")
    assert "ONE-ARM DUMBBELL ROW" in card


@pytest.mark.parametrize("text", ["0", "failed", "no reps"])
async def test_no_repetition_is_no_set(alex: Lifter, text: str) -> None:
    await alex.says("/workout")
    [said] = await alex.says(text)
    assert said.startswith("No rep of deadlift at 30 kg. Nothing is recorded.")
    assert ["−5", "−2.5"] in buttons(alex.last)
    assert "Nothing logged yet" in (await alex.says("/history"))[0]


@pytest.mark.parametrize("text", ["stop", "i'm done", "done for today"])
async def test_the_end_is_asked_once_where_sets_are_left(alex_on_both: Lifter, text: str) -> None:
    alex = alex_on_both
    await alex.says("/workout")
    await alex.says("100x8")
    [asked] = await alex.says(text)
    assert asked == "17 sets left, 1 set done.\nFinish for today?"
    assert buttons(alex.last) == [["Go on", "Finish"]]
    [card] = await alex.says("go on")
    assert "DEADLIFT   set 2 of 3" in card
    await alex.says(text)
    [done] = await alex.says(text)
    assert done.startswith("Back session done")
    assert "No session is open" in (await alex.says(text))[0]


@pytest.mark.parametrize(("answer", "said"), [("yes", "Back session done"), ("no", "Back session · 1 of 6")])
async def test_yes_and_no_to_the_end(alex: Lifter, answer: str, said: str) -> None:
    await alex.says("/workout")
    await alex.says("100x8")
    await alex.says("stop")
    assert (await alex.says(answer))[-1].startswith(said)


async def test_not_today_without_a_push(alex: Lifter) -> None:
    assert "nothing is lost" in (await alex.says("not today"))[0]


async def test_what_comes_and_what_is_left(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.says("100x8")
    [next_] = await alex.says("whats the next exersize")
    assert next_.startswith("Deadlift, set 2 of 3: 6–8 reps · 100 kg\nThen: Pull-up, 3 sets of 8–10 reps")
    [left] = await alex.says("how many sets left")
    assert left.startswith("17 sets left\nDeadlift 2 · Pull-up 3")
    [rest] = await alex.says("how long shoud i rest")
    assert rest.startswith("3 min between your sets of deadlift.")
    assert "Back session is open now" in (await alex.says("when is my next session"))[0]


async def test_the_last_time_and_the_best(alex: Lifter) -> None:
    await alex.says("deadlift 100x8 yesterday")
    await alex.says("/workout")
    assert (await alex.says("what did i do last time")) == ["Deadlift, yesterday: 100 kg × 8"]
    assert "no set of it before today" in (await alex.says("what did i do on rows last time"))[0]
    assert (await alex.says("whats my best deadlift"))[0].startswith("Deadlift\n100 kg × 8")


async def test_when_the_next_session_is(alex: Lifter) -> None:
    assert "on the day you choose" in (await alex.says("when is my next session"))[0]
    await alex.says("/remind every day 18:30")
    assert "18:30: Back session." in (await alex.says("when is my next session?"))[0]


async def test_words_for_a_plan_are_the_command(alex: Lifter) -> None:
    assert "What do you train for?" in (await alex.says("plan"))[0]
    assert "3 sessions a week" in (await alex.says("make me a plan for 3 days"))[0]


async def test_why_is_about_the_load_once_a_set_was_written_or_the_card_seen(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.says("what are lats")
    assert "I took it as" in (await alex.says("/why"))[0]
    for _ in range(2):
        await alex.says("100x8")
    assert (await alex.says("/why"))[0].startswith("Deadlift")
    await alex.says("what are lats")
    await alex.taps("Back to the session")
    assert (await alex.says("/why"))[0].startswith("Deadlift")


async def test_after_a_red_flag_the_session_is_one_word_away(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await alex.says("/workout")
    await alex.says("i feel dizzy")
    assert (await alex.says("whats next"))[0].startswith("Dizzy")
    assert (await alex.says("go on"))[0].startswith("Dizzy")
    again, card = await alex.says("go back")
    assert again.startswith("Dizzy")
    assert "DEADLIFT   set 1 of 3" in card
    assert (await alex.says("whats next"))[0].startswith("Dizzy"), "a look at the card takes it back no more than a set"
    await alex.says("100x8")
    assert (await alex.says("whats next"))[0].startswith("Dizzy")
    assert not (await alex.says("is 8 enough"))[0].startswith("Dizzy")
    assert (await alex.says("can i train"))[0].startswith("Dizzy")
    assert (await alex.says("/workout"))[0].startswith("Dizzy"), "said again before a session"


async def test_go_back_without_a_session_is_no_back_pain(alex: Lifter) -> None:
    await alex.says("i feel dizzy")
    assert "No session is open" in (await alex.says("go back"))[0]


async def test_an_own_lift_by_the_first_word_of_its_name(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await brings(alex, done("Bench Press (Barbell)", 80), done("Single Leg Curl", 30))
    assert (await alex.says("bench 82.5x5"))[0].startswith("✓ Bench Press (Barbell)  82.5 kg × 5")
    assert (await alex.says("/records bench"))[0].startswith("Bench Press (Barbell)")
    assert (await alex.says("whats my best bench"))[0].startswith("Bench Press (Barbell)")
    assert "I don't know a lift" not in (await alex.says("/progress bench"))[0]
    assert "Single Leg Curl" not in (await alex.says("single 85"))[0]


async def test_a_unit_behind_settings_and_a_bar_told_unasked(alex: Lifter) -> None:
    assert "Unit: lb" in (await alex.says("/settings lb"))[0]
    assert "Unit: kg" in (await alex.says("/settings KG"))[0]
    assert "Bar 15" in (await alex.says("my bar is 15 kg"))[0]


@pytest.mark.parametrize("words", ["swap", "swap it", "something else", "swap the deadlift"])
async def test_swap_in_words_opens_what_could_stand_in(alex: Lifter, words: str) -> None:
    await alex.says("/workout")
    [menu] = await alex.says(words)
    assert menu.startswith("Instead of Deadlift for today:")
    await alex.taps("Trap-bar deadlift")
    assert "TRAP-BAR DEADLIFT" in alex.card["text"]


async def test_the_lift_that_is_named_comes_in_its_place(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.says("60x6")
    [card] = await alex.says("swap it for the trap bar deadlift")
    assert "TRAP-BAR DEADLIFT" in card
    [menu] = await alex.says("dead hang instead")
    assert menu.startswith("Instead of Trap-bar deadlift for today:"), "it could not stand in"
    [card] = await alex.says("swap to pull ups")
    assert "PULL-UP" in card, "it is in the session, and comes first"


@pytest.mark.parametrize(
    "words", ["swap deadlift for trap bar deadlift", "please swap the deadlift with trap bar deadlift"]
)
async def test_one_lift_is_swapped_for_another_that_is_named(alex: Lifter, words: str) -> None:
    await alex.says("/workout")
    [card] = await alex.says(words)
    assert "TRAP-BAR DEADLIFT" in card
    [told] = await alex.says("swap the good morning for rdl")
    assert told == "Good morning is not in today's session."
    [card] = await alex.says("swap lat pulldown for wide grip pulldown")
    assert "WIDE-GRIP PULLDOWN" in card, "it need not be the one on the card"
    await alex.says("bent over row 60 3x10")
    [told] = await alex.says("swap bent over row for seal row")
    assert told == "Bent-over row is done, all its sets."


async def test_asked_whether_one_may_stand_in_what_could_is_shown(alex: Lifter) -> None:
    await alex.says("/workout")
    [menu] = await alex.says("can I swap the lat pulldown for pull ups?")
    assert menu.startswith("Instead of Lat pulldown for today:")


async def test_after_a_red_flag_no_swap_in_words_leads_on(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.says("chest pain")
    [again] = await alex.says("swap")
    assert again.startswith("Chest pain")
