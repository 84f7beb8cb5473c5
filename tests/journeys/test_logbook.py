"""Are body weights and notes kept, listed, taken back, and never mistaken for sets?"""

import pytest

from tests.journeys.people import Lifter, buttons


async def test_the_earliest_of_several_is_not_the_first_one(alex: Lifter) -> None:
    await alex.says("bw 83.2")
    assert "The earliest in your log." in (await alex.says("bw 84 yesterday"))[0]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("bodyweight 82.5", "82.5 kg"),
        ("bw 180 lb", "180 lb"),
        ("BW: 82,5 kg", "82.5 kg"),
        ("body weight 82", "82 kg"),
        ("I weigh 82.5", "82.5 kg"),
        ("my weight is 82.5kg today", "82.5 kg"),
        ("weighed in at 82.5 this morning", "82.5 kg"),
    ],
)
async def test_a_body_weight_is_kept(alex: Lifter, text: str, kept: str) -> None:
    [said] = await alex.says(text)
    assert said.startswith(f"✓ Body weight {kept}\n")
    assert "Nothing logged yet" in (await alex.says("/history"))[0]


@pytest.mark.parametrize("text", ["bw+10 3x5", "bw 8", "bw 8,8,8", "pull-ups bw 12", "bw 3x10"])
async def test_a_set_at_body_weight_stays_a_set(alex: Lifter, text: str) -> None:
    await alex.says("pull-ups 8")
    [said] = await alex.says(text)
    assert "Pull-up" in said
    assert "Body weight" not in said
    assert "Body weight" not in (await alex.says("/records"))[0]


@pytest.mark.parametrize(
    "text", ["bw 12 kg", "bodyweight 825", "i weigh 80 kg, is that too much?", "weight 82.5", "bw"]
)
async def test_what_is_no_body_weight_keeps_none(alex: Lifter, text: str) -> None:
    await alex.says(text)
    assert "Body weight" not in (await alex.says("/records"))[0]


async def test_body_weights_compare_and_are_listed_and_taken_back(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    assert "The first one" in (await alex.says("bw 83.2"))[0]
    assert "As earlier today." in (await alex.says("bw 83.2"))[0]
    alex.telegram.world.clock_offset = 86_400
    assert "−0.7 kg since yesterday." in (await alex.says("bw 82.5"))[0]
    assert "+2.2 lb since earlier today." in (await alex.says("bw 184.1 lb"))[0]
    assert "Body weight  184.1 lb · today" in (await alex.says("/records"))[0]
    await alex.taps("Body weight", alex.last)
    listed = [line.split("  ")[-1] for line in alex.last["text"].splitlines()]
    assert listed == ["Body weight", "184.1 lb", "82.5 kg", "83.2 kg", "83.2 kg"]
    await alex.taps("Delete 184.1 lb", alex.last)
    assert alex.last["text"].startswith("Taken back: body weight 184.1 lb")
    assert "Body weight  82.5 kg · today" in (await alex.says("/records"))[0]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("bw 82.5 yesterday", "82.5 kg, yesterday"),
        ("yesterday bw 82", "82 kg, yesterday"),
        ("bw 83 on monday", "83 kg, Mon 23 Nov"),
        ("bw 180 lb 3 days ago", "180 lb, Mon 23 Nov"),
        ("bw 82.5 on 24.11.", "82.5 kg, Tue 24 Nov"),
        ("bw 82.5 today", "82.5 kg"),
    ],
)
async def test_a_body_weight_is_kept_on_its_day(alex: Lifter, text: str, kept: str) -> None:
    alex.at_noon_of(2026, 11, 26)
    assert (await alex.says(text))[0].startswith(f"✓ Body weight {kept}\n")


async def test_a_body_weight_is_put_right_and_the_change_undone(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await alex.says("bw 82.5 yesterday")
    assert (await alex.says("make that 83"))[0].startswith("✓ Body weight 83 kg, yesterday\n")
    assert (await alex.says("it was 183 lb"))[0].startswith("✓ Body weight 183 lb, yesterday\n")
    assert await alex.says("/undo") == ["Back as it was: body weight 83 kg (yesterday)"]
    assert await alex.says("/undo") == ["Back as it was: body weight 82.5 kg (yesterday)"]
    assert "82.5 kg" in (await alex.says("/records"))[0]
    assert await alex.says("/undo") == ["Taken back: body weight 82.5 kg (yesterday)"]


async def test_a_body_weight_moves_to_its_day(alex: Lifter) -> None:
    await alex.says("bw 82.5")
    assert (await alex.says("that was yesterday"))[0].startswith("✓ Body weight 82.5 kg, yesterday\n")


async def test_a_correction_of_a_set_after_it_is_about_the_set(alex: Lifter) -> None:
    await alex.says("pull-ups 8")
    await alex.says("bw 83")
    assert "Pull-up  9" in (await alex.says("make that 9"))[0]
    assert "83 kg" in (await alex.says("/records"))[0]


@pytest.mark.parametrize("text", ["bw 8", "bw 500", "bodyweight 825", "i weigh 12 kg"])
async def test_what_nobody_weighs_is_said_so(alex: Lifter, text: str) -> None:
    assert "? I keep 30 to 300 kg, so nothing is kept." in (await alex.says(text))[0]


async def test_body_weights_have_pages(alex: Lifter) -> None:
    for tenth in range(12):
        await alex.says(f"bw 82.{tenth}" if tenth < 10 else f"bw 83.{tenth - 10}")
    await alex.says("/records")
    await alex.taps("Body weight", alex.last)
    assert alex.last["text"].count("kg") == 10
    await alex.taps("Older", alex.last)
    assert alex.last["text"].splitlines()[1:] == ["Today  82.1 kg", "Today  82 kg"]
    await alex.taps("Newest", alex.last)
    assert "83.1 kg" in alex.last["text"]


async def test_a_note_comes_back_with_its_lift(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    [said] = await alex.says("note deadlift: Hook grip <next> time")
    assert said.startswith("✓ Noted, Deadlift:\nHook grip <next> time")
    [card] = await alex.says("/workout")
    assert "note: Hook grip <next> time" in card
    await alex.says("note: chalk")
    assert "note: Hook grip <next> time\nnote: chalk" in alex.card["text"]
    await alex.taps("Skip", alex.card)
    assert "note:" not in alex.card["text"]
    await alex.says("note pull ups full hang")
    assert "note: full hang" in alex.card["text"]


async def test_a_note_without_a_session_is_for_the_lift_logged_last(alex: Lifter) -> None:
    await alex.says("lat pulldown 50x12")
    assert "✓ Noted, Lat pulldown:" in (await alex.says("Note: seat 4"))[0]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("note deadlift hook grip", "Deadlift:\nhook grip"),
        ("note pull-ups wide grip slips", "Pull-up:\nwide grip slips"),
        ("note deadlift mixed grip slips at 140", "Deadlift:\nmixed grip slips at 140"),
        ("note romanian deadlift knees soft", "Romanian deadlift:\nknees soft"),
        ("note wide grip pull ups are hard", "Wide-grip pull-up:\nare hard"),
        ("note my barbell row straps", "Bent-over row:\nstraps"),
        ("note seated cable row seat 4", "Seated cable row:\nseat 4"),
    ],
)
async def test_a_note_without_a_colon_loses_no_word(alex: Lifter, text: str, kept: str) -> None:
    assert (await alex.says(text))[0].startswith(f"✓ Noted, {kept}\n")


async def test_a_note_of_pain_is_kept_whole_and_answered(alex: Lifter) -> None:
    noted, pain = await alex.says("note pull-ups wide grip hurts")
    assert "wide grip hurts" in noted
    assert pain.startswith("Pain")


async def test_a_note_that_may_be_a_set_corrects_none(alex: Lifter) -> None:
    await alex.says("deadlift 100x5")
    assert (await alex.says("note pullups 8"))[0].startswith("✓ Pull-up  8")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("note: hook grip", "A note to which lift?"),
        ("note zercher walk: slow", "I can't tell which lift zercher walk is"),
        ("note deadlift:", "That note is empty."),
        ("note deadlift: " + "x" * 301, "That note has 301 letters; 300 fit."),
    ],
)
async def test_a_note_that_cannot_be_kept_says_why(alex: Lifter, text: str, why: str) -> None:
    assert (await alex.says(text))[0].startswith(why)
    assert "No notes yet" in (await alex.says("/notes"))[0]


@pytest.mark.parametrize("text", ["note deadlift 100x8", "note: easy\ndeadlift 100x8", "deadlift 100x8 note: easy"])
async def test_a_set_with_the_word_in_it_stays_a_set(alex: Lifter, text: str) -> None:
    await alex.says(text)
    assert "100 kg × 8" in (await alex.says("/history"))[0]
    assert "No notes yet" in (await alex.says("/notes"))[0]


async def test_notes_are_listed_in_pages_and_deleted(alex: Lifter) -> None:
    for number in range(1, 9):
        await alex.says(f"note deadlift: thing {number}")
    await alex.says("/notes")
    assert alex.last["text"].splitlines()[1:3] == ["1  Deadlift · today", "thing 8"]
    await alex.taps("Older", alex.last)
    assert "thing 1" in alex.last["text"]
    first = alex.last
    await alex.taps("Delete 2", first, times=2)
    assert alex.toasts == ["Deleted: thing 1", "That note is gone already. /notes shows what is left."]
    assert "thing 8" in alex.last["text"]
    await alex.taps("Older", alex.last)
    assert [line for line in alex.last["text"].splitlines() if line.startswith("thing")] == ["thing 2"]


async def test_a_note_taken_back_leaves_the_card(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.says("note: chalk")
    noted = alex.last
    assert buttons(noted)[0] == ["Undo", "All notes"]
    await alex.taps("Undo", noted)
    assert "note:" not in alex.card["text"]
    await alex.says("note: belt")
    await alex.says("/notes")
    await alex.taps("Delete 1", alex.last)
    assert "note:" not in alex.card["text"]


async def test_a_note_that_tells_of_pain_is_answered_as_pain(alex: Lifter) -> None:
    said = await alex.says("note deadlift: sharp pain in my lower back")
    assert said[0].startswith("✓ Noted, Deadlift:")
    assert len(said) > 1


async def test_anothers_notes_and_weights_are_out_of_reach(alex: Lifter) -> None:
    await alex.says("note deadlift: chalk")
    await alex.says("bw 82.5")
    sam = Lifter(alex.telegram, alex.watcher, "Sam")
    await sam.says("/start")
    for press in ("nx:1", "u:1", "u:2"):
        await sam.forges(sam.last["message_id"], press)
        assert "gone already" in sam.toasts[0]
    for press in ("nt:0", "nt:99", "bw:0", "bw:99"):
        await sam.forges(sam.last["message_id"], press)
        assert "chalk" not in sam.last["text"]
        assert "82.5 kg" not in sam.last["text"]
    assert "chalk" in (await alex.says("/notes"))[0]
    assert "82.5 kg" in (await alex.says("/records"))[0]


@pytest.mark.parametrize("text", ["bw 82.5", "note deadlift: chalk"])
async def test_edited_and_forwarded_ones_are_not_kept(alex: Lifter, text: str) -> None:
    [said] = await alex.does(lambda person: person.forward(text))
    assert "forwarded, so I did not log it" in said
    assert "No notes yet" in (await alex.says("/notes"))[0]
    assert "Body weight" not in (await alex.says("/records"))[0]
