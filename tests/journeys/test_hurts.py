"""Is a lift that hurts off the next sessions, swapped for today, and back when it is fine: after the safety words?"""

import pytest

from tests.journeys.people import Lifter, buttons, coach
from tests.journeys.test_plan import train_by_it

OFF = "I've taken the deadlift off your next sessions."
A_DAY = 86_400


def labels(lifter: Lifter) -> list[str]:
    return [label for row in buttons(lifter.last) for label in row]


def later(lifter: Lifter, days: int) -> None:
    lifter.telegram.world.clock_offset += A_DAY * days


async def test_a_set_that_hurts_is_kept_warned_of_and_the_lift_is_off(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await alex.says("/workout")
    said = await alex.says("deadlift 60 3x6 but my back hurts")
    assert "Deadlift" in said[0]
    assert said[-1].startswith("Lower back pain\nStop this lift for today.")
    assert said[-1].endswith(OFF)
    assert labels(alex)[-2:] == ["Put it back", "What to tell the doctor"]
    assert "Swap it for today" not in labels(alex), "all of its sets are done"
    await alex.taps("What to tell the doctor")
    assert "source" in alex.last["text"]
    await alex.says("/undo")
    await alex.taps("Finish", alex.card)
    [card] = await alex.says("/workout")
    assert "DEADLIFT" not in card
    assert "Deadlift is off since today. /plan puts it back." in card


@pytest.mark.parametrize("line", ["60x8 and my elbow hurts", "60x8 my elbow hurts", "did 60x8 and now my elbow hurts"])
async def test_a_set_in_one_breath_with_its_pain_is_kept(alex: Lifter, line: str) -> None:
    await alex.says("/workout")
    kept, pain = await alex.says(line)
    assert kept.startswith("✓ Deadlift  60 kg × 8")
    assert pain.startswith("Elbow or forearm pain")
    assert pain.endswith(OFF)


async def test_a_set_asked_about_with_its_pain_that_is_not_kept_is_said_so(alex: Lifter) -> None:
    await alex.says("/workout")
    *_, told = await alex.says("after 60x8 my elbow hurts")
    assert told.startswith("No set of that is in your log.")


async def test_a_row_that_hurts_and_is_asked_about_leaves_the_lift_on_the_card_in(alex: Lifter) -> None:
    await alex.says("/workout")
    asked, pain = await alex.says("row 60 3x10 but my elbow hurts")
    assert asked.startswith("Which row was it?")
    assert "deadlift" not in pain


async def test_the_lift_on_the_card_is_swapped_for_one_that_spares_it(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.says("60x6")
    said = await alex.says("my elbow hurts")
    assert said[0].splitlines()[1] == "Stop the pulls that hurt, for today."
    assert said[0].endswith(OFF)
    assert labels(alex)[-1] == "Swap it for today"
    [menu] = await alex.taps("Swap it for today")
    assert menu.startswith("Instead of Deadlift, sparing your elbow:")
    assert any(label.startswith("Trap-bar deadlift · ") for label in labels(alex))
    assert not any(label.startswith(("Deadlift", "Rack pull", "Block pull")) for label in labels(alex))
    await alex.taps("Trap-bar deadlift")
    assert "TRAP-BAR DEADLIFT" in alex.card["text"]
    assert "60 kg × 6" in alex.card["text"]


async def test_hurts_in_the_swap_menu_asks_where_then_warns_then_offers(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.taps("Swap")
    await alex.taps("It hurts")
    assert alex.card["text"] == "Deadlift hurts. Where?"
    warned, menu = await alex.taps("Lower back", times=2)
    assert warned.startswith("Lower back pain\nStop this lift for today.")
    assert warned.endswith(OFF)
    assert menu.startswith("Instead of Deadlift, sparing your lower back:")
    assert alex.toasts[1] == "Noted, below."
    await alex.taps("Skip it for today")
    assert "– Deadlift  left out" in alex.card["text"]


async def test_where_no_lift_is_known_to_spare_it_skipping_is_offered(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.taps("Swap")
    await alex.taps("It hurts")
    warned, menu = await alex.taps("Somewhere else")
    assert warned.startswith("Pain\n")
    assert menu == "Nothing that I know surely spares it in place of Deadlift. Leave it for today."
    assert labels(alex) == ["‹ Back to the session", "Skip it for today"]


async def test_it_hurts_asks_where_before_it_swaps(alex: Lifter) -> None:
    await alex.says("/workout")
    [said] = await alex.says("it hurts")
    assert said.endswith(OFF)
    [where] = await alex.taps("Swap it for today")
    assert where == "Deadlift hurts. Where?"
    warned, menu = await alex.taps("Elbow")
    assert warned.startswith("Elbow or forearm pain")
    assert "sparing your elbow" in menu
    await alex.taps("‹ Back to the session")
    assert "DEADLIFT" in alex.card["text"]


async def test_where_it_hurts_is_told_by_the_tree_and_then_something_stands_in(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.says("ow it hurts")
    await alex.taps("Where is it?")
    await alex.taps("Arm, elbow, wrist or hand")
    await alex.taps("Elbow or forearm")
    assert labels(alex)[-2:] == ["Put it back", "Swap it for today"]
    await alex.taps("Swap it for today")
    assert "sparing your elbow" in alex.last["text"]


async def test_a_red_flag_offers_no_lift_and_rings_for_none(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.taps("✓ Done")
    [said] = await alex.says("something popped in my lower back")
    assert said.startswith("A pop or a sudden sharp pain in the back")
    assert said.endswith(OFF)
    assert labels(alex)[-1] == "Put it back"
    assert not {"Swap it for today", "Today's session", "Back to the session", "A plan that spares it"} & set(
        labels(alex)
    )
    [again] = await alex.taps("Put it back")
    assert again.startswith("A pop or a sudden sharp pain in the back")
    [again] = await alex.says("put the deadlift back")
    assert again.startswith("A pop or a sudden sharp pain in the back")
    assert await alex.watcher.run(lambda work: [one.back_at for one in work.hurts.all(1)]) == [None]
    await alex.says("my elbow hurts")
    assert "Swap it for today" not in labels(alex), "the red flag stands"
    assert await alex.watcher.run(lambda work: work.timers.next_due()) is not None
    kinds = await alex.watcher.run(lambda work: {one.kind for one in work.timers.of(1) if one.due is not None})
    assert kinds == {"forgot"}


async def resting(alex: Lifter) -> bool:
    kinds = await alex.watcher.run(lambda work: {one.kind for one in work.timers.of(1) if one.due is not None})
    return "rest" in kinds


@pytest.mark.parametrize("line", ["deadlift 30x8", "8", "done"])
async def test_a_set_after_a_red_flag_is_kept_and_leads_to_no_next_one(alex: Lifter, line: str) -> None:
    await alex.says("/workout")
    await alex.taps("✓ Done")
    assert await resting(alex)
    await alex.says("numb between my legs")
    assert not await resting(alex)
    kept, again = (await alex.says(line))[-2:]
    assert kept == "✓ Deadlift  30 kg × 8"
    assert again.startswith("Bladder, bowel or saddle signs")
    assert not any("✓ Done" in label for message in alex.messages for row in buttons(message) for label in row)
    assert not await resting(alex)


async def test_a_set_tapped_after_a_red_flag_is_kept_and_the_flag_said_again(alex: Lifter) -> None:
    await alex.says("chest pain")
    await alex.says("/workout")
    said = await alex.taps("✓ Done")
    assert said[-1].startswith("Chest pain")
    assert alex.toasts[-1] == "✓ 30 kg × 8 kept"
    assert not await resting(alex)
    assert not any("✓ Done" in label for message in alex.messages for row in buttons(message) for label in row)


async def test_a_flag_in_the_line_of_a_set_offers_no_next_one(alex: Lifter) -> None:
    await alex.says("/workout")
    kept, flag = (await alex.says("deadlift 30x8, chest pain"))[-2:]
    assert kept == "✓ Deadlift  30 kg × 8"
    assert flag.startswith("Chest pain")


async def test_a_set_that_hurts_less_takes_no_red_flag_back(alex: Lifter) -> None:
    await alex.says("chest pain")
    kept, knee, flag = await alex.says("deadlift 30x8 but my knee hurts")
    assert kept.startswith("✓ Deadlift  30 kg × 8")
    assert knee.startswith("Knee")
    assert flag.startswith("Chest pain")


@pytest.mark.parametrize("before", ["/workout", "deadlift 30x8"])
async def test_neither_the_card_nor_a_set_switches_a_red_flag_off(alex: Lifter, before: str) -> None:
    await alex.says("/workout")
    await alex.taps("✓ Done")
    await alex.says("numb between my legs")
    await alex.says(before)
    for text in ("whats next", "how long do i rest now", "too light", "the rack is taken", "how many sets left"):
        said = await alex.says(text)
        assert said[0].startswith("Bladder, bowel or saddle signs"), text
        assert len(said) == 1, text
    assert (await alex.says("/week"))[0].startswith("Bladder, bowel or saddle signs")
    [told] = await alex.says("what is rpe")
    assert not told.startswith("Bladder")


async def test_a_swap_of_before_a_red_flag_is_answered_by_the_flag(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.says("my elbow hurts")
    swap = alex.last
    await alex.says("i have chest pain")
    [again] = await alex.taps("Swap it for today", swap)
    assert again.startswith("Chest pain")


@pytest.mark.parametrize(
    "text",
    [
        "can i deadlift with back pain?",
        "is deadlift bad for the back?",
        "my back used to hurt on deadlifts",
        "i hurt my back deadlifting last year",
        "sore but not painful",
        "my wife says deadlifts hurt her back",
    ],
)
async def test_a_question_and_the_past_take_nothing_off(alex: Lifter, text: str) -> None:
    await alex.says("/workout")
    assert not any("off your next sessions" in reply for reply in await alex.says(text))
    assert not await alex.watcher.run(lambda work: work.hurts.all(1))


async def test_asked_about_pain_it_can_be_left_out_by_a_tap(alex: Lifter) -> None:
    await alex.says("can i deadlift with elbow pain?")
    assert labels(alex)[-1] == "Leave out: Deadlift"
    asked = alex.last
    [off] = await alex.taps("Leave out: Deadlift")
    assert off == OFF
    await alex.taps("Leave out: Deadlift", asked)
    assert alex.toasts == ["Deadlift is off already."]
    [card] = await alex.says("/workout")
    assert "TRAP-BAR DEADLIFT" in card


async def test_without_a_lift_a_plan_that_spares_it_is_a_tap_away(alex: Lifter) -> None:
    [said] = await alex.says("my elbow hurts")
    assert "off your next sessions" not in said
    assert labels(alex)[-1] == "A plan that spares it"
    await alex.taps("A plan that spares it")
    assert "Train by this plan" in labels(alex)
    assert "Pull-up" not in alex.last["text"]


async def test_pain_hours_after_the_session_is_of_no_lift(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.says("60x6")
    alex.telegram.world.clock_offset += 4 * 3600
    [said] = await alex.says("my back hurts")
    assert "off your next sessions" not in said


async def test_put_back_by_the_button_starts_lighter_and_a_second_tap_says_so(alex: Lifter) -> None:
    await alex.says("deadlift 100 3x8")
    await alex.says("deadlift hurts my lower back")
    pain = alex.last
    [back] = await alex.taps("Put it back", pain)
    assert back.startswith("Deadlift is back in your next sessions.\nThe first time back is lighter.")
    await alex.taps("Put it back", pain)
    assert alex.toasts == ["Deadlift is not off."]
    later(alex, 3)
    [card] = await alex.says("/workout")
    assert "DEADLIFT   set 1 of 2" in card
    assert "65 kg" in card
    assert "it hurt before. Stop if it comes back" in card
    await alex.taps("It never hurt")
    assert "DEADLIFT   set 1 of 3" in alex.card["text"], "the session that was not begun is made anew"
    assert "it hurt before" not in alex.card["text"]


async def test_wrong_puts_it_back_as_it_was(alex: Lifter) -> None:
    await alex.says("deadlift hurts my lower back")
    [noted] = await alex.taps("Wrong?")
    assert "Deadlift is in your sessions as before." in noted
    assert not await alex.watcher.run(lambda work: work.hurts.all(1))
    [card] = await alex.says("/workout")
    assert "DEADLIFT   set 1 of 3" in card


@pytest.mark.parametrize("words", ["put the deadlift back", "deadlift is fine again", "my lower back is fine again"])
async def test_put_back_by_words(alex: Lifter, words: str) -> None:
    await alex.says("deadlift hurts my lower back")
    [back] = await alex.says(words)
    assert back.startswith("Deadlift is back in your next sessions.")
    assert "DEADLIFT" in (await alex.says("/workout"))[-1]


async def test_a_place_that_is_fine_again_brings_all_of_it_back(alex: Lifter) -> None:
    await alex.says("pull ups hurt my elbow")
    await alex.says("chin ups hurt my elbow")
    await alex.says("deadlift hurts my lower back")
    [back] = await alex.says("my elbow is fine again")
    assert "are back in your next sessions." in back
    assert "Deadlift" not in back
    assert "Off while it hurts: Deadlift" in (await alex.says("/plan"))[0]


async def test_a_back_extension_is_put_back_alone(alex: Lifter) -> None:
    await alex.says("deadlift hurts my lower back")
    await alex.says("back extension hurts my lower back")
    [back] = await alex.says("put the back extension back")
    assert back.startswith("Back extension is back in your next sessions.")
    assert "Off while it hurts: Deadlift" in (await alex.says("/plan"))[0]


async def test_a_place_that_is_fine_again_leaves_the_pain_of_another_in_mind(alex: Lifter) -> None:
    await alex.says("pull ups hurt my elbow")
    await alex.says("deadlift hurts my lower back")
    await alex.says("my elbow is fine again")
    [said] = await alex.says("can i deadlift today?")
    assert said.startswith("Back to training after pain")
    await alex.says("my back is fine again")
    [said] = await alex.says("can i deadlift today?")
    assert not said.startswith("Back to training after pain")


async def test_the_session_that_is_asked_for_has_no_lift_that_is_off(alex: Lifter) -> None:
    [book] = await alex.says("what do i do today")
    assert "Deadlift" in book
    await alex.says("deadlift hurts my lower back")
    [said] = await alex.says("which exercises are in my session")
    assert said.startswith("Back session"), said
    assert "1  Deadlift" not in said
    await alex.taps("Start it")
    assert "DEADLIFT   set" not in alex.card["text"]


async def test_an_old_button_brings_no_lift_back_past_a_red_flag(alex: Lifter) -> None:
    await alex.says("deadlift hurts my lower back")
    await alex.taps("Put it back")
    back = alex.last
    await alex.says("i get chest pain when i deadlift")
    [flag] = await alex.taps("It never hurt", back)
    assert flag.startswith("Chest pain")
    assert "Off while it hurts: Deadlift" in (await alex.says("/plan"))[0]


async def test_words_take_no_red_flag_back(alex: Lifter) -> None:
    await alex.says("deadlift hurts my lower back")
    await alex.says("i cant hold my pee since i hurt my back")
    [again] = await alex.says("my back is fine again")
    assert "emergency care now" in again
    assert "Off while it hurts: Deadlift" in (await alex.says("/plan"))[0]


async def test_fine_again_is_a_question_where_nothing_is_off(alex: Lifter) -> None:
    [said] = await alex.says("put the deadlift back")
    assert "is back in" not in said


async def test_it_is_seen_and_put_back_where_a_plan_is_looked_at(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await train_by_it(alex)
    await alex.says("/workout")
    lift = alex.card["text"].splitlines()[2].split("   ")[0].capitalize()
    await alex.says("it hurts")
    await alex.taps("Where is it?")
    await alex.taps("Lower back")
    [plan] = await alex.says("/plan")
    assert f"Off while it hurts: {lift}" in plan
    assert f"Put back: {lift}" in labels(alex)
    [shown] = await alex.says("/whatif 3 days")
    assert f"Off while it hurts: {lift}" in shown
    [why] = await alex.says("/why")
    assert why.startswith("“") or f"Off while it hurts: {lift}" in why
    await alex.says("/plan")
    [back, *_] = await alex.taps(f"Put back: {lift}")
    assert back.startswith(f"{lift} is back in your next sessions.")
    assert "Off while it hurts" not in (await alex.says("/plan"))[0]


async def test_several_are_put_back_one_by_one(alex: Lifter) -> None:
    await alex.says("deadlift hurts my lower back")
    await alex.says("pull ups hurt my elbow")
    [card] = await alex.says("/workout")
    assert "/plan puts them back." in card
    await alex.says("/plan")
    [off] = await alex.taps("Put one back")
    assert off.splitlines()[0] == "Off while it hurts"
    assert "Deadlift  since today, lower back" in off
    assert labels(alex) == ["Put back: Deadlift", "Put back: Pull-up"] or set(labels(alex)) == {
        "Put back: Deadlift",
        "Put back: Pull-up",
    }


async def test_a_week_later_it_is_off_and_after_two_it_is_asked_about_once(alex: Lifter) -> None:
    await alex.says("deadlift 100 3x8")
    await alex.says("deadlift hurts my elbow")
    later(alex, 7)
    [card] = await alex.says("/workout")
    assert "TRAP-BAR DEADLIFT" in card
    assert "Deadlift is off since " in card
    later(alex, 7)
    asked, card = await alex.says("/workout")
    assert asked == "Deadlift has been off for 2 weeks.\nDoes it still hurt?"
    assert "TRAP-BAR DEADLIFT" in card
    await alex.taps("Yes: leave it off")
    assert len(await alex.says("/workout")) == 1
    back, card = await alex.says("deadlift is fine again")
    assert back.startswith("Deadlift is back")
    assert "\nDEADLIFT" in card, "the session was not begun: it is made anew"


async def test_a_no_after_two_weeks_brings_it_back_into_this_session(alex: Lifter) -> None:
    await alex.says("deadlift 100 3x8")
    await alex.says("deadlift hurts my elbow")
    later(alex, 15)
    asked, _ = await alex.says("/workout")
    assert asked.startswith("Deadlift has been off for 2 weeks.")
    back, card = await alex.taps("No: put it back")
    assert back.startswith("Deadlift is back")
    assert "\nDEADLIFT   set 1 of 2" in card
    assert "it hurt before" in card


async def test_nothing_left_of_a_session_is_said_with_the_way_on(alex: Lifter) -> None:
    for slot in coach().program.slots:
        await alex.says(f"{coach().knowledge.exercise(slot.exercise).name} hurts")
    [said] = await alex.says("/workout")
    assert said.startswith("Every lift of this session is off while it hurts.")
    await alex.taps("What is off")
    assert "Put back: Deadlift" in labels(alex)
    await alex.taps("Put back: Deadlift")
    assert "DEADLIFT" in (await alex.says("/workout"))[-1]


@pytest.mark.parametrize(
    "data", ["js:1:0:e", "js:1:0:zz", "jm:1:0", "ja:1:0:e", "ja:1:0:?", "jb:deadlift", "jn:deadlift", "jl:deadlift"]
)
async def test_another_s_buttons_change_nothing(alex: Lifter, data: str) -> None:
    await alex.says("/workout")
    await alex.says("my elbow hurts")
    eve = Lifter(alex.telegram, alex.watcher, "Eve")
    await eve.says("/start")
    await eve.forges(eve.last["message_id"], data)
    [off] = await alex.watcher.run(lambda work: work.hurts.all(1))
    assert off.back_at is None
    assert not await alex.watcher.run(lambda work: work.hurts.all(2))


@pytest.mark.parametrize("data", ["js:1:9:e", "ja:1:3:e", "jm:9:0", "jo:nothing:e", "jo:deadlift:q", "js:1:0:q"])
async def test_a_forged_place_is_outdated(alex: Lifter, data: str) -> None:
    await alex.says("/workout")
    await alex.forges(alex.last["message_id"], data)
    assert alex.toasts == ["An old button. This is how it stands."]
    assert not await alex.watcher.run(lambda work: work.hurts.all(1))


async def test_the_swap_of_a_session_that_is_over_is_outdated(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.says("60x6")
    await alex.says("my elbow hurts")
    pain = alex.last
    await alex.taps("Finish", alex.card)
    [said] = await alex.taps("Swap it for today", pain)
    assert "earlier session" in said


async def test_deleting_everything_deletes_it(alex: Lifter) -> None:
    await alex.says("deadlift hurts my lower back")
    await alex.says("/privacy")
    await alex.taps("Delete")
    await alex.taps("Yes")
    assert not await alex.watcher.run(lambda work: work.hurts.all(1))
    [card] = await alex.says("/workout")
    assert "DEADLIFT" in card


async def test_the_bare_name_of_a_family_offers_back_what_is_off_of_it(alex: Lifter) -> None:
    await alex.says("romanian deadlift hurts my lower back")
    [asked] = await alex.says("deadlift is fine again")
    assert asked == "What is off: the Romanian deadlift. Is that fine again?"
    [back] = await alex.taps("Put back: Romanian deadlift")
    assert back.startswith("Romanian deadlift is back in your next sessions.")
    assert not (await alex.says("deadlift is fine again"))[0].startswith("What is off")


async def test_what_is_done_lighter_on_the_day_it_was_put_back_is_not_made_lighter_twice(alex: Lifter) -> None:
    await alex.says("deadlift 100 3x8 yesterday")
    await alex.says("/workout")
    await alex.says("deadlift hurts my lower back")
    *_, card = await alex.says("my back is fine again")
    assert "it hurt before. Stop if it comes back" in card
    lighter = card.splitlines()[3].split(" · ")[1]
    alex.telegram.world.clock_offset += 60
    await alex.taps("✓ Done")
    await alex.taps("✓ Done")
    later(alex, 4)
    await alex.taps("Finish", alex.card)
    [card] = await alex.says("/workout")
    assert f"reps · {lighter} · rest" in card
    assert "it hurt before" not in card


async def test_what_was_done_before_it_hurt_is_no_return(alex: Lifter) -> None:
    await alex.says("/workout")
    for said in ("60x8", "deadlift hurts my lower back", "my back is fine again", "60x8"):
        await alex.says(said)
        alex.telegram.world.clock_offset += 60
    later(alex, 4)
    await alex.taps("Finish", alex.card)
    [card] = await alex.says("/workout")
    assert "it hurt before. Stop if it comes back" in card


async def test_undo_after_pain_is_about_the_lift_and_not_the_plan_before_it(alex: Lifter) -> None:
    await train_by_it(alex)
    alex.telegram.world.clock_offset += 60
    await alex.says("romanian deadlift hurts my lower back")
    assert alex.last["text"].endswith("I've taken the Romanian deadlift off your next sessions.")
    for word in ("undo", "/undo"):
        [said] = await alex.says(word)
        assert said == "What is off: the Romanian deadlift. Is that fine again?"
    await alex.taps("Put back: Romanian deadlift")
    assert not (await alex.says("/plan"))[0].startswith("What do you train for?")
    assert (await alex.says("undo"))[0].startswith("Taken back: that plan is gone.")


@pytest.mark.parametrize(
    "words", ["my sholder is fine again", "my shuolder is ok again", "my shoulder feels better now"]
)
async def test_a_slip_in_the_name_of_the_place_puts_it_back_as_well(alex: Lifter, words: str) -> None:
    await alex.says("bent-over row hurts my shoulder")
    assert (await alex.says(words))[0].startswith("Bent-over row is back in your next sessions.")


async def test_pain_that_is_gone_shows_the_way_back_of_what_is_off(alex: Lifter) -> None:
    await alex.says("deadlift hurts my lower back")
    [said] = await alex.says("the pain is gone")
    assert said.startswith("Back to training after pain")
    assert labels(alex)[-1] == "Put back: Deadlift"
    await alex.says("i have chest pain")
    await alex.says("the pain is gone")
    assert "Put back: Deadlift" not in labels(alex), "a red flag stands"


@pytest.mark.parametrize("begun", [False, True])
async def test_the_card_of_a_lift_that_hurts_says_so(alex: Lifter, begun: bool) -> None:
    await alex.says("/workout")
    if begun:
        await alex.taps("✓ Done")
    await alex.says("deadlift hurts my lower back")
    [card] = await alex.says("/workout")
    assert "DEADLIFT" in card
    assert "It hurts: swap it, or skip it for today." in card
    await alex.taps("✓ Done")
    assert "DEADLIFT" in alex.card["text"]
    assert "It hurts: swap it, or skip it for today." in alex.card["text"], "a set of it does not take that away"
    await alex.taps("Skip")
    assert "It hurts" not in alex.card["text"]


async def test_of_several_rows_in_the_plan_each_is_offered_to_be_left_out(alex: Lifter) -> None:
    await alex.says("/plan size 2 days over a year")
    await alex.taps("Train by this plan")
    [said] = await alex.says("rows hurt my elbow")
    assert said.startswith("Elbow or forearm pain")
    offered = [label for label in labels(alex) if label.startswith("Leave out: ")]
    assert "Leave out: Bent-over row" in offered
    assert len(offered) > 1
    await alex.taps("Leave out: Bent-over row")
    assert "Off while it hurts: Bent-over row" in (await alex.says("/plan"))[0]


@pytest.mark.parametrize(
    "words", ["can i deadlift today?", "the deadlift is fine", "which lifts are off", "deadlift pain free"]
)
async def test_asked_for_days_later_a_lift_that_is_off_is_said_to_be(alex: Lifter, words: str) -> None:
    await alex.says("deadlift hurts my lower back")
    [at_once] = await alex.says("can i deadlift today?")
    assert at_once.startswith("Back to training after pain"), "what was said to the pain answers it"
    later(alex, 3)
    assert (await alex.says("can i deadlift while my back hurts"))[0].startswith("Lower back pain")
    later(alex, 3)
    [off] = await alex.says(words)
    title, lift = off.splitlines()
    assert title == "Off while it hurts"
    assert lift.startswith("Deadlift  since ")
    assert lift.endswith(", lower back")
    assert labels(alex) == ["Put back: Deadlift"]
    await alex.taps("Put back: Deadlift")
    assert not (await alex.says(words))[0].startswith("Off while it hurts")


async def test_a_set_that_hurts_offers_no_next_one_beside_it(alex: Lifter) -> None:
    await alex.says("/workout")
    kept, _ = await alex.says("60x6 but my elbow hurts")
    assert kept == "✓ Deadlift  60 kg × 6"
    assert "It hurts: swap it, or skip it for today." in alex.card["text"]


async def test_the_plan_adds_up_what_will_be_trained(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await alex.says("/plan 2 days 45 min")
    await alex.taps("Train by this plan")
    [whole] = await alex.says("/plan")
    assert "\nHard sets a week: lats 13.5 · mid-back 9 · traps 13.5 · lower back 7.5\n" in whole
    await alex.says("lat pulldown hurts")
    [less] = await alex.says("/plan")
    assert "\nHard sets a week while it hurts: lats 7.5 · mid-back 6 · traps 10.5 · lower back 7.5\n" in less
    assert "below the aim" not in less
    await alex.says("seated cable row hurts")
    [short] = await alex.says("/plan")
    assert "\nHard sets a week while it hurts: lats 4.5 · mid-back 3 · traps 7.5 · lower back 6\n" in short
    assert "\nWhile it hurts below the aim: lats 4.5 of 6, mid-back 3 of 6.\n" in short
    [shown] = await alex.says("/plan 2 days 45 min")
    assert "below the aim: lats" in shown


async def test_the_plan_counts_what_stands_in(alex: Lifter) -> None:
    await alex.says("/plan 2 days 45 min")
    await alex.taps("Train by this plan")
    await alex.says("romanian deadlift hurts my lower back")
    [plan] = await alex.says("/plan")
    assert "Hard sets a week while it hurts: " in plan
    assert "below the aim" not in plan


@pytest.mark.parametrize(
    "words", ["my elbow is fine again", "elbow fine again", "elbow's ok now", "elbow feels good now"]
)
async def test_what_is_fine_again_is_no_pain_where_no_lift_is_off(alex: Lifter, words: str) -> None:
    await alex.says("/workout")
    assert await alex.says(words) == ["Good to hear. No lift is off: all are in."]
    await alex.says("my elbow hurts")
    back, card = await alex.says(words)
    assert back.startswith("Deadlift is back in your next sessions.")
    assert "DEADLIFT" in card
    assert await alex.says(words) == ["Good to hear. No lift is off: all are in."]


async def test_a_place_that_no_lift_is_off_for_is_fine_again_beside_one_that_is_not(alex: Lifter) -> None:
    await alex.says("deadlift hurts my lower back")
    assert await alex.says("my elbow is fine again") == ["Good to hear. No lift is off for it."]
    assert "Off while it hurts: Deadlift" in (await alex.says("/plan"))[0]
    await alex.says("pull ups hurt my elbow")
    [told] = await alex.says("put it back")
    assert told.startswith("Off while it hurts\nDeadlift"), "two are off, and nobody said which"


@pytest.mark.parametrize("words", ["put it back", "bring the deadlift back", "put deadlift back in"])
async def test_a_lift_that_was_left_out_comes_back_in_words_and_nothing_hurts(alex: Lifter, words: str) -> None:
    await alex.says("/workout")
    assert (await alex.says(words))[0].startswith("No lift is off.")
    assert "left out" in (await alex.says("skip"))[1]
    [card] = await alex.says(words)
    assert "DEADLIFT" in card
    assert "left out" not in card
    await alex.says("skip")
    await alex.says("chest pain")
    assert "DEADLIFT" not in (await alex.says(words))[-1]


@pytest.mark.parametrize("word", ["undo", "/undo"])
async def test_undo_after_a_lift_was_put_back_is_about_that_and_not_the_set_before(alex: Lifter, word: str) -> None:
    await alex.says("deadlift 100x5")
    alex.telegram.world.clock_offset += 60
    await alex.says("deadlift hurts my lower back")
    await alex.says("put the deadlift back")
    assert (await alex.says(word))[0] == "Taken back: Deadlift off again."
    assert "Off while it hurts: Deadlift" in (await alex.says("/plan"))[0]
    await alex.taps("Put back: Deadlift")
    assert (await alex.says(word))[0] == "Taken back: Deadlift off again."
    assert (await alex.says(word))[0] == "Taken back:\nDeadlift  100 kg × 5"


async def test_no_word_of_being_fine_is_anything_but_the_red_flag_that_stands(alex: Lifter) -> None:
    assert (await alex.says("which lifts are off"))[0].startswith("No lift is off.")
    await alex.says("chest pain")
    for words in ("my chest is fine again", "i am ok now", "put the deadlift back", "put it back"):
        [again] = await alex.says(words)
        assert again.startswith("Chest pain"), words


@pytest.mark.parametrize("words", ["my back is fine", "back feels good", "my lower back is ok"])
async def test_a_place_that_is_said_to_be_fine_is_no_pain_and_shows_the_way_back(alex: Lifter, words: str) -> None:
    assert (await alex.says(words))[0].startswith("Good to hear.")
    await alex.says("deadlift hurts my lower back")
    [told] = await alex.says(words)
    assert told.startswith("Off while it hurts\nDeadlift")
    assert labels(alex) == ["Put back: Deadlift"]
    assert (await alex.says("my back hurts but is fine"))[0].startswith("Lower back pain")


@pytest.mark.parametrize("words", ["no pain", "the pain is gone", "no pain anymore"])
async def test_without_pain_the_way_back_is_told_once_it_is_out_of_mind(alex: Lifter, words: str) -> None:
    await alex.says("deadlift hurts my lower back")
    [first] = await alex.says("pain is gone")
    assert first.startswith("Back to training after pain")
    [told] = await alex.says(words)
    assert told.startswith("Off while it hurts\nDeadlift")
