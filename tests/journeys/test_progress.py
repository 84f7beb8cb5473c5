"""Does a lifter see how it goes: the most telling picture first, any by a tap or in words, never another's?"""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.local import LocalTelegram
from bot.local.faults import Fault
from bot.services.hard_sets import monday_of
from bot.services.messages import Priority
from bot.services.picture_orders import PictureOf, Shows, order_picture
from bot.services.ports import Work
from tests.journeys.people import Lifter, buttons, settled

PNG = b"\x89PNG\r\n\x1a\n"


def pictures(lifter: Lifter) -> list[dict[str, object]]:
    return [one for one in lifter.messages if "photo" in one]


def drawn(lifter: Lifter) -> bytes:
    """The newest picture."""
    found = lifter.telegram.world.files.by_id[lifter.last["photo"][-1]["file_id"]].body
    assert found.startswith(PNG)
    return found


async def two_days(lifter: Lifter) -> None:
    await lifter.says("deadlift 100x5 yesterday")
    await lifter.says("pull-ups 8 yesterday")
    await lifter.says("deadlift 105x5, 105x5")


async def test_before_the_first_set_there_is_a_way_to_it(alex: Lifter) -> None:
    for said in ("/progress", "show my progress", "/progress calendar", "/week", "my week"):
        [told] = await alex.says(said)
        assert "first set draws the first dot" in told
        assert buttons(alex.last) == [["Today's session"]]
    assert pictures(alex) == []


async def test_one_day_is_drawn_as_what_it_is(alex: Lifter) -> None:
    await alex.says("deadlift 100x5")
    [caption] = await alex.says("/progress")
    assert caption.startswith("Hard sets a week")
    assert "Pelland" in caption
    drawn(alex)
    await alex.taps("Deadlift")
    assert alex.last["caption"] == "Deadlift\nOne day so far (today). The next one makes it a line."


async def test_the_lift_trained_most_comes_first(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await two_days(alex)
    [caption] = await alex.says("/progress")
    assert caption.startswith("Deadlift · 2 days\ne1RM 118.1 kg, +5.6 since yesterday\n")
    assert buttons(alex.last) == [["Dark pictures"], ["Calendar"], ["Sets a week", "Body weight"], ["Pull-up"]]
    await alex.taps("Calendar")
    assert alex.last["caption"] == "2 training days in the last twelve months"
    await alex.taps("Pull-up")
    assert alex.last["caption"].startswith("Pull-up\nOne day so far (yesterday)")


async def test_it_is_told_in_pounds(alex: Lifter) -> None:
    await two_days(alex)
    await alex.says("/settings")
    await alex.taps("lb")
    [caption] = await alex.says("/progress deadlifts")
    assert "e1RM 260.4 lb, +12.4 since" in caption


async def test_plain_words_lead_there_and_questions_stay_questions(alex: Lifter) -> None:
    await two_days(alex)
    for said in ("show my deadlift progress", "deadlift chart", "Progress of my deadlift?", "chart"):
        [caption] = await alex.says(said)
        assert caption.startswith("Deadlift · 2 days"), said
    for said in ("my weekly volume chart", "/progress sets"):
        assert (await alex.says(said))[0].startswith("Hard sets a week")
    before = len(pictures(alex))
    await alex.says("how do I progress in the deadlift")
    assert len(pictures(alex)) == before


async def test_a_lift_of_ones_own_and_one_never_done(alex: Lifter) -> None:
    await alex.says("hip thrust 80x8")
    if "photo" not in alex.last and "Yes" in str(buttons(alex.last)):
        await alex.taps("Yes")
    assert "No set of Deadlift in your log yet" in (await alex.says("/progress deadlift"))[0]
    assert "I don't know a lift called <zercher>" in (await alex.says("/progress <zercher>"))[0]


async def test_the_body_stands_beside_the_pull_ups(alex: Lifter) -> None:
    await two_days(alex)
    assert "Write bw 82.5" in (await alex.says("/progress weight"))[0]
    await alex.says("bw 80")
    [caption] = await alex.says("/progress weight")
    assert caption == "80 kg · today\nPull-ups: you and the belt together, as an estimated maximum."
    await alex.taps("Pull-up")
    assert alex.last["caption"].startswith("Pull-up\nOne day so far")


async def test_all_lifts_are_a_page_away(alex: Lifter) -> None:
    for lift in ("deadlift", "barbell row", "lat pulldown", "face pull", "seated cable row", "shrug"):
        await alex.says(f"{lift} 50x8")
    await alex.says("/progress")
    await alex.taps("More lifts")
    assert alex.last["text"].startswith("Which lift?")
    assert sum(map(len, buttons(alex.last))) == 6


async def test_two_taps_bring_one_picture(telegram: LocalTelegram, alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await two_days(alex)
    refused = Fault("500", "sendPhoto", count=100)
    telegram.world.faults.rules.append(refused)
    alex.person.say("/progress")
    await telegram.world.until(lambda: refused.count != 100, seconds=20)
    for _ in range(3):
        alex.person.say("/progress")
    await telegram.world.until(lambda: not telegram.world.updates.pending, seconds=20)
    telegram.world.faults.rules.clear()
    await settled(telegram, alex.watcher)
    assert len(pictures(alex)) == 1
    await alex.says("/progress")
    assert len(pictures(alex)) == 2


async def test_nothing_of_anothers_is_drawn(telegram: LocalTelegram, alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await two_days(alex)
    await alex.says("/workout")
    await alex.taps("Weight", alex.card)
    sam = Lifter(telegram, alex.watcher, "Sam")
    await sam.says("/start")
    for data in (
        "pl:1",
        "pl:2",
        "ph:l:1",
        "ph:l:2",
        "ph:c:0",
        "ph:x:0",
        "ph:r:0",
        "pk:l:1",
        "pk:s:1",
        "pk:k:0",
        "pk:z:0",
        "ps:1",
        "pw",
        "pc",
        "pb",
        "pm:0:1",
        "wk:20261119",
        "wk:99999999",
        "wk:-1",
        "pg",
    ):
        await sam.forges(sam.last["message_id"], data)
        assert "Deadlift" not in str(sam.last)
    assert pictures(sam) == []


async def test_dark_pictures_are_darker(alex: Lifter) -> None:
    await two_days(alex)
    await alex.says("/progress")
    light = drawn(alex)
    await alex.says("/settings")
    assert "Pictures: light" in alex.last["text"]
    await alex.taps("Dark pictures")
    assert "Pictures: dark" in alex.last["text"]
    await alex.says("/progress")
    assert drawn(alex) != light
    await alex.says("/settings")
    await alex.taps("Light pictures")
    await alex.says("/progress")
    assert drawn(alex) == light


async def test_whether_pictures_are_dark_is_asked_under_the_first_one(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await two_days(alex)
    await alex.says("/week")
    light, week = drawn(alex), alex.last["message_id"]
    assert buttons(alex.last)[0] == ["Dark pictures"]
    await alex.says("/progress")
    assert "Dark pictures" not in str(buttons(alex.last)), "once"
    assert await alex.taps("Dark pictures") == []
    assert alex.toasts == ["Dark pictures from now on. /settings makes them light again."]
    again = next(one for one in alex.messages if one["message_id"] == week)
    assert "Dark pictures" not in str(buttons(again))
    assert alex.telegram.world.files.by_id[again["photo"][-1]["file_id"]].body != light
    assert "Pictures: dark" in (await alex.says("/settings"))[0]


@pytest.mark.parametrize("said", ["/progress deadlift", "/progress calendar", "/progress sets", "/progress weight"])
async def test_every_picture_is_drawn_again_in_dark(alex: Lifter, said: str) -> None:
    await two_days(alex)
    await alex.says("bw 80")
    [caption] = await alex.says(said)
    light = drawn(alex)
    await alex.taps("Dark pictures")
    assert alex.last["caption"] == caption
    assert drawn(alex) != light


async def test_a_shared_session_is_drawn_again_in_dark(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.says("deadlift 100x8")
    await alex.taps("Finish", alex.card)
    await alex.taps("Picture")
    light = drawn(alex)
    await alex.taps("Dark pictures")
    assert drawn(alex) != light


async def test_the_muscles_of_an_exercise_are_shown_on_a_map(alex: Lifter) -> None:
    await alex.says("how do I deadlift")
    drawn(alex)
    [caption] = await alex.taps("Muscles")
    assert "Deadlift" in caption
    drawn(alex)
    assert ["How to do it", "Mistakes", "Sets and reps"] in buttons(alex.last)
    [asked] = await alex.says("what muscles does the barbell row work")
    assert "Bent-over row" in asked
    drawn(alex)
    await alex.taps("More", alex.last)
    assert "photo" not in alex.last
    await alex.says("what muscles does the deadlift work")
    await alex.taps("Wrong?")
    assert "photo" not in alex.last


async def test_a_finished_session_is_a_picture_without_a_name(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await alex.says("/workout")
    await alex.says("deadlift 100x8")
    await alex.taps("Finish", alex.card)
    [caption] = await alex.taps("Picture")
    assert caption == "Back session · 1 set"
    drawn(alex)
    [again] = await alex.taps("Picture")
    assert again == caption
    await alex.taps("Not done yet")
    session = alex.watcher.run_now(lambda work: work.sessions.open(1))
    assert session is not None
    await alex.forges(alex.last["message_id"], f"ps:{session.id}")
    assert alex.toasts == ["That session goes on. Finish it, and I draw it."]


async def test_an_old_button_under_a_picture_does_not_take_its_place(alex: Lifter) -> None:
    """Telegram refuses to write a text over a picture: it comes below."""
    await two_days(alex)
    await alex.says("/workout")
    await alex.says("/progress")
    picture = alex.last["message_id"]
    await alex.forges(picture, "l:1:0:9:8")
    assert alex.messages[-1]["message_id"] > picture
    assert "photo" in next(one for one in alex.messages if one["message_id"] == picture)


async def test_who_deleted_everything_gets_no_picture_any_more(alex: Lifter) -> None:
    await two_days(alex)
    await alex.says("/progress")
    old = alex.last
    await alex.says("/privacy")
    await alex.taps("Delete everything")
    await alex.taps("Yes")
    for data in ("pc", "ph:c:0"):
        await alex.forges(old["message_id"], data)
        assert "first set draws the first dot" in alex.last["text"]


async def of_this_week(lifter: Lifter) -> None:
    await lifter.says("deadlift 100x5 on 1 january")
    await lifter.says("deadlift 105x5, 105x5, 105x5")


async def test_the_week_is_told_at_any_time(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await of_this_week(alex)
    [caption] = await alex.says("/week")
    drawn(alex)
    assert caption.startswith("1 session · ")
    assert "Hard sets: Lats " in caption
    assert "★ Deadlift 105 kg × 5, best so far (was 100 kg × 5)" in caption
    assert "Next: " in caption
    assert buttons(alex.last) == [["Dark pictures"], ["The week before", "Progress"], ["Today's session"]]
    [before] = await alex.taps("The week before")
    assert before.startswith("Nothing logged in the week of ")
    await alex.says("/remind mon wed fri 18:30")
    assert (await alex.says("my week"))[0].startswith("1 of 3 sessions · ")


async def test_the_report_that_comes_by_itself_can_be_sent_away(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await of_this_week(alex)

    def tell(work: Work) -> None:
        athlete = work.athletes.find(alex.person.id)
        assert athlete is not None
        now = datetime.now(UTC)  # noqa: TID251  # the coach's own clock runs
        week = PictureOf(Shows.WEEK, week=monday_of(athlete.day(now)), pushed=True)
        order_picture(work, athlete, alex.person.id, week, now, priority=Priority.BULK, until=now + timedelta(hours=1))

    await alex.watcher.run(tell)
    await alex.says("/notes")  # a turn that is over wakes whoever makes what was ordered
    assert buttons(pictures(alex)[-1])[0] == ["No Sunday report", "Progress"]
    [said] = await alex.taps("No Sunday report")
    assert said == "No more Sunday reports. /week tells yours at any time."
    assert "Sunday report: off" in (await alex.says("/settings"))[0]
    await alex.taps("Report on")
    assert alex.toasts == ["Your week comes on Sunday at 18:00."]
    assert "Sunday report: at 18:00" in alex.last["text"]


async def test_a_tick_looks_at_the_weeks_that_are_due(alex_on_both: Lifter) -> None:
    """Whatever day it is, a row that is due is moved on to the next Sunday."""
    alex = alex_on_both
    await alex.says("deadlift 100x5")
    begun = await alex.watcher.run(lambda work: work.weekly_reports.of(1))
    assert begun is not None
    due = replace(begun, due=begun.due - timedelta(days=7), week=date.max - timedelta(days=6))
    await alex.watcher.run(lambda work: work.weekly_reports.put(due))
    for _ in range(20_000):
        if await alex.watcher.run(lambda work: work.weekly_reports.of(1)) == replace(due, due=begun.due):
            break
    else:
        raise AssertionError("nobody looks at it")
    assert pictures(alex) == [], "that week was told"


async def test_a_belt_is_told_with_the_body_or_alone(alex: Lifter) -> None:
    await alex.says("pull-ups bw+10 x 5 yesterday")
    await alex.says("pull-ups bw+20 x 5")
    [caption] = await alex.says("/progress pull-ups")
    assert "best set 20 kg, +10 since yesterday\nLoads are the belt alone. Write “bw 82.5”" in caption
    await alex.says("bw 80")
    [caption] = await alex.says("/progress pull-ups")
    assert "e1RM 112.5 kg, +11.3 since yesterday\nLoads are you and the belt together" in caption
    assert "longer ones count as 10" in caption


async def test_repetitions_are_of_the_body_alone(alex: Lifter) -> None:
    for day in ("5 days ago", "4 days ago", "3 days ago"):
        await alex.says(f"pull-ups 8 {day}")
    await alex.says("pull-ups bw+20 x 3 yesterday")
    [caption] = await alex.says("/progress pull-ups")
    assert "best set 8 reps" in caption
    assert "Reps with body weight alone; sets with a belt or with help are not in it." in caption


async def test_the_road_to_the_first_pull_up_is_drawn(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    assert "begins with a hang" in (await alex.says("/progress road"))[0]
    assert "No set of Pull-up" in (await alex.says("/progress pull-up"))[0]
    await alex.says("dead hang 3x18 s")
    [caption] = await alex.says("/progress pull-up")
    assert caption.startswith("Stage 1 of 7 · hang\nNext: 3×30 s in one session, then scapular pull.")
    drawn(alex)
    await alex.says("/progress dead hang")
    assert buttons(alex.last)[0] == ["Road to the pull-up"]
    await alex.taps("Road to the pull-up")
    assert alex.last["caption"] == caption
    assert "Road to the pull-up" not in str(buttons(alex.last))
    await alex.says("pull-ups 1")
    assert (await alex.says("show my pull-up road progress"))[0].startswith("Stage 5 of 7 · first pull-ups")
    assert (await alex.says("/progress pull-up"))[0].startswith("Pull-up\nOne day so far")


async def test_a_chart_takes_the_place_of_the_one_it_was_tapped_under(
    telegram: LocalTelegram, alex_on_both: Lifter
) -> None:
    alex = alex_on_both
    await two_days(alex)
    await alex.says("bw 80")
    await alex.says("/progress")
    chart = alex.last["message_id"]
    for label, told in (("Calendar", "2 training days"), ("Sets a week", "Hard sets a week"), ("Body weight", "80 kg")):
        before = drawn(alex)
        assert await alex.taps(label) == []
        assert alex.last["message_id"] == chart
        assert alex.last["caption"].startswith(told)
        assert drawn(alex) != before
        assert buttons(alex.last)[-1] == ["Deadlift", "Pull-up"]
    await alex.taps("Pull-up")
    assert alex.last["caption"].startswith("Pull-up\nOne day so far")
    assert len(pictures(alex)) == 1
    await alex.says("/progress")
    assert len(pictures(alex)) == 2, "asked for in words it comes at the end of the chat"


async def test_a_lift_picked_from_the_list_takes_the_place_of_the_list(alex: Lifter) -> None:
    for lift in ("deadlift", "barbell row", "lat pulldown", "face pull", "seated cable row", "shrug"):
        await alex.says(f"{lift} 50x8")
    await alex.says("/progress")
    await alex.taps("More lifts")
    asked = alex.last["message_id"]
    await alex.taps("Face pull", alex.last)
    assert alex.last["message_id"] == asked
    assert "text" not in alex.last
    assert alex.last["caption"].startswith("Face pull")


async def test_a_chart_of_other_news_comes_below_it(alex: Lifter) -> None:
    await two_days(alex)
    await alex.says("deadlift 120x5")
    await alex.says("/records deadlift")
    told = alex.last
    [caption] = await alex.taps("Chart", told)
    assert caption.startswith("Deadlift")
    assert told in alex.messages


async def test_where_the_message_is_gone_the_chart_comes_as_a_new_one(telegram: LocalTelegram, alex: Lifter) -> None:
    await two_days(alex)
    for refusal in ("message to edit not found", "there is no media in the message to edit"):
        await alex.says("/progress")
        telegram.world.faults.rules.append(
            Fault("400", "editMessageMedia", count=1, description=f"Bad Request: {refusal}")
        )
        [caption] = await alex.taps("Calendar")
        assert caption == "2 training days in the last twelve months"
        drawn(alex)
        assert len(buttons(alex.last)) == 3


async def test_a_chart_that_telegram_does_not_take_leaves_its_words(telegram: LocalTelegram, alex: Lifter) -> None:
    await two_days(alex)
    await alex.says("/progress")
    refused = Fault("400", "editMessageMedia", count=1, description="Bad Request: IMAGE_PROCESS_FAILED")
    telegram.world.faults.rules.append(refused)
    [said] = await alex.taps("Calendar")
    assert said == "2 training days in the last twelve months"
    assert alex.last["text"] == said
