"""Does a lifter get a plan in four taps or in words, train by it in turn, bend it, and go back?"""

from datetime import UTC, datetime, timedelta

import pytest

from bot.chat.views.dates import FULL_DAYS, day_ahead
from bot.local import LocalTelegram
from tests.journeys.people import Lifter, buttons

FOUR_TAPS = ("Size", "Up to three years", "2", "Full gym")


async def make_plan(alex: Lifter) -> str:
    await alex.says("/plan")
    for label in FOUR_TAPS:
        await alex.taps(label, alex.last)
    return str(alex.last["text"])


async def train_by_it(alex: Lifter) -> str:
    await make_plan(alex)
    await alex.taps("Train by this plan")
    return str(alex.last["text"])


async def half_of_it(alex: Lifter) -> None:
    for said in ("deadlift 60x6", "pull-up 8", "bent-over row 40x8"):
        await alex.says(said)
    await alex.taps("Finish", alex.card)


async def test_four_taps_then_it_is_trained_in_turn(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    shown = await make_plan(alex)
    assert shown.startswith("For size, lifting up to three years\n2 sessions a week · up to ")
    assert "The sets are the limit, not your 60 min" in shown
    assert "Hard sets a week: lats " in shown
    await alex.taps("Train by this plan")
    assert alex.toasts == ["Kept. The next session is the plan's."]
    assert "Next: Full back A" in alex.last["text"]
    await alex.taps("Start the next session")
    assert alex.card["text"].startswith("Full back A · 1 of")
    await alex.says("60x6")
    await alex.taps("Finish", alex.card)
    assert "Next: Full back A" in (await alex.says("/plan"))[0], "one lift of it is not the session"
    await alex.says("/workout")
    await half_of_it(alex)
    assert alex.card["text"].startswith("Full back A done")
    assert "Next: Full back B" in (await alex.says("/plan"))[0]
    assert (await alex.says("/workout"))[0].startswith("Full back B · 1 of")


async def test_the_next_session_waits_for_the_one_that_is_open(alex: Lifter) -> None:
    await train_by_it(alex)
    await alex.taps("Start the next session")
    await half_of_it(alex)
    await alex.says("/plan")
    shown = alex.last
    await alex.taps("Start the next session", shown)
    assert alex.toasts == [""]
    assert alex.card["text"].startswith("Full back B · 1 of")
    await alex.says("8")
    await alex.taps("Start the next session", shown)
    assert alex.toasts[0].startswith("Full back B is still open, 0 of ")
    assert alex.toasts[0].endswith(" lifts done. Finish it, and the next one can begin.")
    assert alex.card["text"].startswith("Full back B")
    await alex.says("/plan")
    assert "Start the next session" not in [label for row in buttons(alex.last) for label in row]


async def test_a_session_without_a_set_is_still_the_next(alex: Lifter) -> None:
    await train_by_it(alex)
    await alex.says("/workout")
    await alex.taps("Finish", alex.card)
    assert "Next: Full back A" in (await alex.says("/plan"))[0]


async def test_a_plan_redone_keeps_the_log_and_begins_anew(alex: Lifter) -> None:
    await train_by_it(alex)
    await alex.says("/workout")
    await half_of_it(alex)
    [shown] = await alex.says("/plan 3 days 45 minutes")
    assert "\n3 sessions a week" in shown
    assert "Next: Full back B" in (await alex.says("/plan"))[0], "looking changes nothing"
    await alex.says("/plan 3 days 45 minutes")
    use = alex.last
    await alex.taps("Train by this plan", use)
    assert "Next: Full back A" in alex.last["text"]
    assert "60 kg × 6" in (await alex.says("/history"))[0]


async def test_lifts_are_loved_and_refused(alex: Lifter) -> None:
    await train_by_it(alex)
    await alex.taps("Lifts")
    await alex.taps("Deadlift", alex.last)
    await alex.taps("Leave it out")
    assert "\nDeadlift  3×" not in alex.last["text"]
    await alex.taps("Lifts")
    await alex.taps("✕ Deadlift")
    await alex.taps("Let it in again")
    assert "\nDeadlift  3×6–8" in alex.last["text"]
    await alex.taps("Change it")
    assert "What do you train for?" in alex.last["text"]
    await alex.taps("‹ Leave my plan as it is")
    assert "Next: Full back A" in alex.last["text"]


@pytest.mark.parametrize("first", [True, False])
async def test_a_lift_refused_in_words_stays_out_of_the_plan_that_is_used(alex: Lifter, *, first: bool) -> None:
    if not first:
        await train_by_it(alex)
    [shown] = await alex.says("/plan 2 days no deadlifts")
    assert "\nDeadlift  " not in shown
    await alex.taps("Train by this plan", alex.last)
    assert "\nDeadlift  " not in alex.last["text"]
    await alex.taps("Lifts")
    await alex.taps("✕ Deadlift")


async def test_a_lift_refused_in_a_what_if_stays_out_when_it_is_used(alex: Lifter) -> None:
    before = await train_by_it(alex)
    assert "\nDeadlift  " in before
    await alex.says("/whatif no deadlifts")
    await alex.taps("Train by this")
    assert "\nDeadlift  " not in alex.last["text"]


async def test_back_to_the_sample_session(alex: Lifter) -> None:
    await train_by_it(alex)
    await alex.says("/plan")
    old = alex.last
    await alex.says("/plan")
    await alex.taps("End this plan", alex.last)
    assert "your log is whole" in alex.last["text"]
    assert (await alex.says("/workout"))[0].startswith("Back session · 1 of 6")
    await alex.taps("Lifts", old)
    assert alex.toasts == ["An old button. This is how it stands."]
    assert "What do you train for?" in (await alex.says("/plan"))[0]


@pytest.mark.parametrize("text", ["what should i do today", "lets train", "whats next"])
async def test_todays_session_is_the_plans_or_what_is_left_of_the_open_one(alex: Lifter, text: str) -> None:
    assert (await alex.says("what should i do today"))[0].startswith("Back session\n1  Deadlift: 3 × 6–8")
    await train_by_it(alex)
    [said] = await alex.says(text)
    assert said.startswith("Full back A · about ")
    assert "\n1  Deadlift  3×6–8 @ 60 kg\n" in said
    assert buttons(alex.last)[-1] == ["Start it"]
    await alex.taps("Start it", alex.last)
    assert "Full back A · 1 of" in alex.card["text"]
    await alex.says("30x8")
    [said] = await alex.says("what should i do today")
    assert said.startswith("Full back A · what is left of it\n1  Deadlift  2×6–8 @ 30 kg\n")
    assert buttons(alex.last)[-1] == ["Back to the session"]


async def test_an_ended_plan_tells_of_its_open_session(alex: Lifter) -> None:
    await train_by_it(alex)
    await alex.says("/workout")
    await alex.says("30x8")
    await alex.says("/plan")
    await alex.taps("End this plan", alex.last)
    assert "Full back A is still open (1 set); the sample session comes after it." in alex.last["text"]
    assert ["Finish it", "Go on with it"] in buttons(alex.last)
    await alex.taps("Leave it, start the sample session", alex.last)
    assert "Back session · 1 of 6" in alex.card["text"]


async def test_a_session_only_opened_goes_with_its_plan(alex: Lifter) -> None:
    await train_by_it(alex)
    await alex.says("/workout")
    await alex.says("/plan")
    await alex.taps("End this plan", alex.last)
    assert "still open" not in alex.last["text"]
    assert (await alex.says("/workout"))[0].startswith("Back session · 1 of 6")


async def test_what_hurts_and_changes_nothing_is_told(alex: Lifter) -> None:
    [said] = await alex.says("/plan my knee hurts, only dumbbells")
    assert said.startswith("None of these lifts loads your knee.\n")
    [said] = await alex.says("/plan my lower back hurts")
    assert "None of these" not in said
    await alex.taps("Train by this plan", alex.last)
    [said] = await alex.says("/plan my lower back hurts")
    assert said.startswith("Your plan spares your lower back already.\n")


async def test_what_there_is_to_train_with_leads_to_the_difference(alex: Lifter) -> None:
    await train_by_it(alex)
    await alex.says("how do i do a deadlift")
    asked = await alex.says("what if i only had dumbbells")
    assert await alex.says("i only have dumbbells") == asked
    [said] = await alex.says("change my plan to 3 days of 45 min")
    assert said.splitlines()[1].startswith("3 sessions a week · up to ")


async def test_what_hurts_is_left_out_and_what_is_there_counts(alex: Lifter) -> None:
    await make_plan(alex)
    await alex.taps("What hurts", alex.last)
    await alex.taps("Lower back", alex.last)
    await alex.taps("Done ›", alex.last)
    assert "Deadlift  3×6–8" not in alex.last["text"]
    await alex.taps("Equipment", alex.last)
    await alex.taps("✓ Lat pulldown machine", alex.last)
    await alex.taps("Done ›", alex.last)
    assert "Lat pulldown" not in alex.last["text"]


async def test_a_wish_that_cannot_be_met_is_said_and_changes_nothing(alex: Lifter) -> None:
    await train_by_it(alex)
    await alex.says("/plan dumbbells and a bench")
    await alex.taps("Train by this plan", alex.last)
    before = (await alex.says("/plan"))[0]
    [said] = await alex.says("/plan first pull-up")
    assert "That cannot be planned." in said
    assert "hang from" in said
    assert (await alex.says("/plan"))[0] == before


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("/whatif skip thursday", "Nothing is dropped: the sessions move.\nWhichever day you come, it is Full back A"),
        ("what if I skip thursday?", "Hard sets of a week with 1 of 2 sessions"),
        ("/whatif once a week", "2 → 1 session a week"),
        ("/whatif only dumbbells", "2 sessions a week, as now"),
        ("/whatif 3 days", "2 → 3 sessions a week"),
        ("/whatif only dumbbells", "Out: "),
        ("/whatif twice", "That changes nothing.\nYour plan is like that already."),
        ("/whatif 90 minutes", "That changes nothing.\nThe sets are the limit"),
        ("/whatif no smith machine", "That changes nothing.\nNo lift of your plan needs it."),
        ("/whatif every day", "this is the nearest.\n2 → 6 sessions a week"),
        ("/whatif I take a week off", "A week off costs hardly any strength.\nFull back A comes first"),
        ("/whatif with dumbbells", "That changes nothing.\nYour plan is like that already."),
        ("/whatif 9 days", "this is the nearest.\n2 → 6 sessions a week"),
        ("/whatif my back hurts", "Out: "),
        ("/whatif the weather", "I can't tell what that changes"),
    ],
)
async def test_what_if_shows_the_difference_and_keeps_nothing(alex: Lifter, said: str, told: str) -> None:
    await train_by_it(alex)
    before = (await alex.says("/plan"))[0]
    assert told in (await alex.says(said))[0]
    assert (await alex.says("/plan"))[0] == before


async def test_what_if_goes_on_from_what_was_asked(alex: Lifter) -> None:
    """It cannot be planned so; with a bar more it can."""
    await train_by_it(alex)
    [said] = await alex.says("/whatif first pull-up, only dumbbells")
    assert "That cannot be planned." in said
    await alex.taps("Equipment", alex.last)
    labels = [label for row in buttons(alex.last) for label in row]
    assert [label for label in labels if label.startswith("✓")] == ["✓ Dumbbell"]
    await alex.taps("Pull-up bar", alex.last)
    await alex.taps("Done ›", alex.last)
    assert alex.last["text"].startswith("For first pull-up")


async def test_from_what_if_to_the_plan_where_there_is_none(alex: Lifter) -> None:
    await alex.says("/whatif")
    await alex.taps("‹ Plan")
    assert alex.last["text"].startswith("What do you train for?")
    assert not any(alex.toasts)


async def test_what_if_by_a_tap_and_then_it_is_done(alex: Lifter) -> None:
    await alex.says("/whatif")
    await alex.taps("A day more")
    assert "1 → 2 sessions a week" in alex.last["text"]
    await alex.taps("Train by this")
    assert "2 sessions a week" in alex.last["text"]


async def test_the_least_week_has_a_session(alex: Lifter) -> None:
    [said] = await alex.says("/whatif skip thursday")
    assert said.startswith("Nothing is dropped: the sessions move.\nWhichever day you come, it is Back session.\n")
    assert "holds no hard set" in said
    [said] = await alex.says("/whatif once a week")
    assert said.startswith("That changes nothing.")


async def test_more_than_can_be_planned_is_said(alex: Lifter) -> None:
    [shown] = await alex.says("/plan 9 days 45 minutes")
    assert "I plan 1 to 6 days of 20 to 90 min; this is the nearest." in shown
    assert "\n6 sessions a week" in shown


async def test_the_plan_of_another_is_not_touched_by_their_buttons(alex: Lifter, telegram: LocalTelegram) -> None:
    await train_by_it(alex)
    forged = [one["callback_data"] for row in alex.last["reply_markup"]["inline_keyboard"] for one in row]
    sam = Lifter(telegram, alex.watcher, "Sam")
    await sam.says("/workout")
    before = (await alex.says("/plan"))[0]
    for data in forged:
        await sam.forges(sam.last["message_id"], data)
    assert (await alex.says("/plan"))[0] == before


@pytest.mark.parametrize(
    "data",
    [
        "yw:u:142260:0:22",
        "yw:u:102960:0:22",
        "yw:x:100260:0:22",
        "yw:u:1:0:22",
        "yw:u:100260:-1:22",
        "yw:u:100260:0:21",
        "yf:squat:1",
        "yf:deadlift:7",
        "yi:squat",
        "yq:never",
        "gp:bar:-5",
    ],
)
async def test_a_forged_wish_is_an_old_screen(alex: Lifter, data: str) -> None:
    await make_plan(alex)
    [said] = await alex.forges(alex.last["message_id"], data)
    assert "earlier session" in said
    assert "What do you train for?" in (await alex.says("/plan"))[0]


async def test_a_session_done_in_words_is_done(alex: Lifter) -> None:
    await train_by_it(alex)
    await alex.says("deadlift 60x6")
    await alex.says("pull-ups 8")
    assert "Next: Full back A" in (await alex.says("/plan"))[0], "not half of it yet"
    await alex.says("bent-over row 40x8")
    assert "Next: Full back B" in (await alex.says("/plan"))[0]
    assert "Next: Full back B" in (await alex.says("/plan"))[0], "once"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("what if I go on holiday", "A lift that rested 14 days begins at 90 % of its load, 80 % after 28"),
        ("what if I'm away for two weeks", "Full back A comes first when you are back, at 90 % of your loads"),
        ("what happens if I skip a week", "A week off costs hardly any strength."),
        ("What would happen if I took a break of 2 months?", "at 67 % of your loads"),
        ("what happens if I stop training", "Your plan waits, and your log stays."),
        ("what if I only train once this week", "Hard sets of a week with 1 of 2 sessions"),
    ],
)
async def test_days_without_training_are_told_in_plain_words(alex: Lifter, said: str, told: str) -> None:
    await train_by_it(alex)
    assert told in (await alex.says(said))[0]
    assert "Next: Full back A" in (await alex.says("/plan"))[0], "nothing is changed"


async def test_days_without_training_leave_out_the_session_that_is_trained(alex: Lifter) -> None:
    await train_by_it(alex)
    await alex.says("/workout")
    assert "Full back A comes first when you are back" in (await alex.says("/whatif holiday two weeks"))[0]
    await alex.says("deadlift 60x8")
    assert "Full back B comes first when you are back" in (await alex.says("/whatif holiday two weeks"))[0]
    assert "Whichever day you come, it is Full back B" in (await alex.says("/whatif skip thursday"))[0]


async def test_a_skipped_day_moves_the_sessions_to_the_next_days(alex: Lifter) -> None:
    alex.at(12)
    today = datetime.fromtimestamp(alex.telegram.world.now(), UTC).date()
    first, second, third = (day_ahead(today + timedelta(days=ahead), today) for ahead in (2, 5, 9))
    names = [FULL_DAYS[(today.weekday() + ahead) % 7] for ahead in (2, 5)]
    await train_by_it(alex)
    await alex.says(f"/remind {names[0]} {names[1]} 18:30")
    [said] = await alex.says(f"/whatif skip {names[1]}")
    assert f"move.\n{first}: Full back A\n{second}: skipped\n{third}: Full back B\nlats " in said
    await alex.says("/workout")
    await alex.says("60x6")
    [said] = await alex.says("what if I skip a session")
    assert f"move.\n{first}: skipped\n{second}: Full back B\n{third}: Full back A\n" in said, "A is under way"
    other = FULL_DAYS[(today.weekday() + 3) % 7]
    assert "It is no day of your reminders." in (await alex.says(f"/whatif skip {other}"))[0]
    await alex.says("/whatif")
    await alex.taps("Skip a day")
    assert f"{first}: skipped" in alex.last["text"]
    await alex.taps("Plan a day less every week")
    assert "2 → 1 session a week" in alex.last["text"]
