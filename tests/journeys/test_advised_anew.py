"""An open session and a log that changes behind it: what is not yet begun goes by the log as it stands."""

from bot.local.parameters import Upload
from tests.coaching.importing.files import STRONG_UNITS, file, strong_units
from tests.journeys.people import Lifter

HEAVY = file(STRONG_UNITS, *(strong_units(number, 150, 8) for number in (1, 2, 3)))


async def sends(lifter: Lifter) -> None:
    await lifter.does(lambda person: person.send_file("document", Upload("strong.csv", "text/csv", HEAVY)))


async def test_an_import_reaches_the_open_session_and_its_undo_too(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await alex.says("/workout")
    assert "30 kg" in alex.card["text"]
    await sends(alex)
    await alex.taps("Import")
    heavy = alex.card["text"]
    assert "A safe start" not in heavy
    assert "off: 85 % of before" in heavy or "150 kg" in heavy or "of before" in heavy
    assert alex.card["text"] == (await alex.says("/workout"))[0]
    await alex.says("/undo")
    assert "30 kg" in alex.card["text"]
    assert "A safe start" in alex.card["text"]


async def test_what_was_begun_or_chosen_stays(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.taps("✓ Done")
    await sends(alex)
    await alex.taps("Import")
    assert "✓ Done: 30 kg" in str(alex.card["reply_markup"])


async def test_sets_of_an_earlier_day_reach_the_card(alex: Lifter) -> None:
    await alex.says("/workout")
    await alex.says("yesterday deadlift 100x8, 100x8, 100x8")
    assert "102.5 kg" in alex.card["text"]
    await alex.edits("yesterday deadlift 100x8, 100x8, 100x8", "yesterday deadlift 80x8, 80x8, 80x8")
    assert "82.5 kg" in alex.card["text"]
    await alex.says("/undo")
    assert "102.5 kg" in alex.card["text"]
    await alex.says("/undo")
    assert "A safe start" in alex.card["text"]


async def test_a_swapped_lift_keeps_its_guess_where_the_log_says_nothing_of_it(alex: Lifter) -> None:
    await alex.says("yesterday deadlift 100x8, 100x8, 100x8")
    await alex.says("/workout")
    await alex.taps("Swap")
    await alex.taps("Sumo deadlift")
    before = alex.card["text"]
    assert "your deadlift" in before
    await alex.says("2 days ago bent-over row 60x8")
    assert alex.card["text"] == before


async def test_a_beginner_swaps_a_safe_start_for_a_safe_start(alex: Lifter) -> None:
    await alex.says("/workout")
    assert "30 kg" in alex.card["text"]
    await alex.taps("Swap")
    offered = [button["text"] for row in alex.card["reply_markup"]["inline_keyboard"] for button in row]
    assert "Trap-bar deadlift · about 30 kg" in offered
    assert "Sumo deadlift · about 30 kg" in offered
    await alex.taps("Trap-bar deadlift")
    assert "30 kg" in alex.card["text"]
    assert "A safe start" in alex.card["text"]
