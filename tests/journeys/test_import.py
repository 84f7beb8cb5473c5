"""A file of another tracker in the chat: shown, asked about, imported, taken back; and never by halves."""

from datetime import date, timedelta

import pytest

from bot.local import LocalTelegram
from bot.local.parameters import Upload
from tests.coaching.importing.files import (
    FITNOTES,
    STRONG,
    STRONG_UNITS,
    file,
    strong,
    strong_units,
)
from tests.journeys.people import Lifter, buttons

SQUAT = strong_units(1, 120, 5).replace("Deadlift (Barbell)", "Squat <b>(Barbell)")
THREE = file(STRONG_UNITS, strong_units(1), strong_units(2), SQUAT, strong_units(3, reps=0))


async def sends(lifter: Lifter, body: bytes, name: str = "strong.csv") -> str:
    """What the message about the file says in the end."""
    await lifter.does(lambda person: person.send_file("document", Upload(name, "text/csv", body)))
    return str(lifter.last["text"])


async def test_warm_ups_are_said_as_the_history_counts_them(alex: Lifter) -> None:
    shown = await sends(alex, file(STRONG_UNITS, strong_units("W"), strong_units(1), strong_units(2)))
    assert shown.startswith("Strong: 2 new sets and 1 warm-up in 1 session")
    await alex.taps("Import 2 sets and 1 warm-up")
    assert alex.last["text"].startswith("✓ 2 sets and 1 warm-up imported from Strong.")
    assert "2 sets and 1 warm-up" in (await alex.says("/history"))[0]
    assert "2 sets and 1 warm-up so far" in (await alex.says("/privacy"))[0]
    assert (await alex.says("/undo"))[0].startswith("Taken back: all 2 sets and 1 warm-up from Strong.")


async def test_a_history_is_shown_imported_once_and_taken_back(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    shown = await sends(alex, THREE)
    assert shown.splitlines() == [
        "Strong: 3 new sets in 1 session, 04 Mar 2025",
        "1 lift I coach: Deadlift",
        "1 I don't coach, kept as your own: Squat <b>(Barbell)",
        "Left out: 1 row, no repetitions and no seconds (line 5)",
        "Nothing is imported yet.",
    ]
    assert buttons(alex.last) == [["Cancel"], ["Import 3 sets"]]
    assert "Nothing logged yet" in (await alex.says("/history"))[0]
    preview = next(one for one in alex.messages if "Nothing is imported yet" in one.get("text", ""))
    await alex.taps("Import", times=2)
    done = next(one for one in alex.messages if one["message_id"] == preview["message_id"])
    assert done["text"].startswith("✓ 3 sets imported from Strong.")
    [history] = await alex.says("/history")
    assert "100 kg × 8 · 8" in history
    assert "Squat <b>(Barbell)  120 kg × 5" in history
    assert (await sends(alex, THREE)).startswith("Nothing new in that file.\n3 sets known from before.")
    await alex.taps("Undo", done)
    assert "Nothing logged yet" in (await alex.says("/history"))[0]
    await alex.forges(preview["message_id"], "if:1:0")
    assert "done with that file" in alex.toasts[0]
    assert "3 new sets" in await sends(alex, THREE)


async def test_an_import_is_one_step_of_undo(alex: Lifter) -> None:
    await alex.says("deadlift 60x5")
    await sends(alex, THREE)
    await alex.taps("Import")
    await alex.says("deadlift 140x1")
    await alex.edits("deadlift 60x5", "deadlift 60x6")
    assert (await alex.says("/undo"))[0] == "Back as before your edit:\nDeadlift  60 kg × 5"
    assert "140" in (await alex.says("/undo"))[0]
    assert (await alex.says("/undo"))[0].startswith("Taken back: all 3 sets from Strong.")
    assert "60" in (await alex.says("/undo"))[0]
    assert "Nothing to take back" in (await alex.says("/undo"))[0]


async def test_oops_takes_back_an_import_just_made(alex: Lifter) -> None:
    await sends(alex, THREE)
    await alex.taps("Import")
    assert (await alex.says("oops"))[0].startswith("Taken back: all 3 sets")


async def test_an_imported_set_that_was_deleted_stays_away(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await sends(alex, THREE)
    await alex.taps("Import")
    imported = alex.last
    await alex.says("/history")
    await alex.taps("Tue 4 Mar", alex.last)
    await alex.taps("1 · ", alex.last)
    await alex.taps("Delete it", alex.last)
    assert (await sends(alex, THREE)).startswith("Nothing new in that file.\n3 sets known from before.")
    assert (await alex.says("/undo"))[0].startswith("Back as it was")
    assert (await alex.says("/undo"))[0].startswith("Taken back: all 3 sets from Strong.")
    await alex.taps("Undo", imported)
    assert alex.toasts[0].startswith("Nothing to take back")
    assert "3 new sets" in await sends(alex, THREE)


async def test_a_change_of_what_is_gone_does_not_hide_an_import(alex: Lifter) -> None:
    await alex.says("bw 82.5")
    await sends(alex, THREE)
    await alex.taps("Import")
    await alex.says("deadlift 60x5")
    kept = alex.last
    await alex.says("make that 6")
    await alex.taps("Undo", kept)
    assert (await alex.says("/undo"))[0].startswith("Taken back: all 3 sets from Strong.")
    assert (await alex.says("/undo"))[0] == "Taken back: body weight 82.5 kg"


async def test_the_unit_is_asked_first(alex: Lifter) -> None:
    asked = await sends(alex, file(STRONG, strong(weight=225)))
    assert asked.startswith("Strong does not say the unit.")
    assert buttons(alex.last) == [["kg", "lb"], ["Cancel"]]
    await alex.taps("lb")
    assert "1 new set in 1 session" in alex.last["text"]
    await alex.taps("Import")
    assert "225 lb × 8" in (await alex.says("/history"))[0]


async def test_the_order_of_dates_is_asked_first(alex: Lifter) -> None:
    await sends(alex, file(FITNOTES.format(unit="lbs"), "04/03/2025,Deadlift,Back,225,8,,,"))
    assert buttons(alex.last) == [["3 April", "4 March"], ["Cancel"]]
    await alex.taps("4 March")
    assert alex.last["text"].splitlines()[0].endswith(", 03 Apr 2025")


@pytest.mark.parametrize(("said", "day"), [("day first", "04 Mar"), ("3 april", "04 Mar"), ("March", "03 Apr")])
async def test_questions_about_a_file_are_answered_in_words(alex: Lifter, said: str, day: str) -> None:
    await sends(alex, file(STRONG, strong(weight=225).replace("2025-03-04", "04/03/2025")))
    assert "two ways" in (alex.last["text"])
    await alex.says(said)
    assert "does not say the unit" in alex.last["text"]
    await alex.says("in pounds")
    assert day in alex.last["text"]
    assert "is imported yet" in alex.last["text"]
    await alex.taps("Import")
    assert "225 lb × 8" in (await alex.says("/history"))[0]


async def test_a_file_asked_about_is_dropped_in_words_or_let_wait(alex: Lifter) -> None:
    await sends(alex, file(STRONG, strong(weight=225)))
    await alex.says("deadlift 100x5")
    await alex.taps("lb")
    assert any("1 new set" in one.get("text", "") for one in alex.messages)
    await sends(alex, file(STRONG, strong(weight=215)))
    assert (await alex.says("neither"))[0].startswith("Dropped.")
    assert "1 set" in (await alex.says("/history"))[0]


async def test_cancel_takes_the_buttons_off_the_preview(alex: Lifter) -> None:
    await sends(alex, THREE)
    shown = alex.last["message_id"]
    await alex.says("/cancel")
    left = next(one for one in alex.messages if one["message_id"] == shown)
    assert left["text"] == "Dropped. Nothing was imported."
    assert buttons(left) == []


async def test_both_are_asked_one_after_the_other(alex: Lifter) -> None:
    body = file(STRONG, strong().replace("2025-03-04", "04/03/2025"))
    await sends(alex, body)
    await alex.taps("3 April")
    await alex.taps("kg")
    assert "04 Mar 2025" in alex.last["text"]


@pytest.mark.parametrize("way", ["Cancel", "/cancel"])
async def test_a_file_is_dropped(alex: Lifter, way: str) -> None:
    await sends(alex, THREE)
    shown = alex.last
    data = shown["reply_markup"]["inline_keyboard"][1][0]["callback_data"]
    if way == "Cancel":
        await alex.taps(way)
        assert alex.last["text"] == "Dropped. Nothing was imported."
    else:
        assert (await alex.says(way))[0].startswith("Dropped.")
    await alex.forges(shown["message_id"], data)
    assert "done with that file" in alex.toasts[0]
    assert "Nothing logged yet" in (await alex.says("/history"))[0]


async def test_a_newer_file_takes_the_place_of_an_older(alex: Lifter) -> None:
    await sends(alex, THREE)
    older = alex.last
    await sends(alex, file(STRONG_UNITS, strong_units(1, 77)))
    await alex.taps("Import", older)
    assert "done with that file" in alex.toasts[0]
    await alex.taps("Import")
    assert "77 kg × 8" in (await alex.says("/history"))[0]


async def test_nobody_imports_or_takes_back_for_another(telegram: LocalTelegram, alex: Lifter) -> None:
    sam = Lifter(telegram, alex.watcher, "Sam")
    await sam.says("/start")
    await sends(alex, THREE)
    offers = [button["callback_data"] for row in alex.last["reply_markup"]["inline_keyboard"] for button in row]
    await alex.taps("Import")
    undo = alex.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    for data in (*offers, undo, "iu:1:kg", "io:1:day-first", "iu:1:stone", "if:99999:0"):
        await sam.forges(sam.last["message_id"], data)
    assert "Nothing logged yet" in (await sam.says("/history"))[0]
    assert "100 kg" in (await alex.says("/history"))[0]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"PK\x03\x04 and so on", "That is a zip archive"),
        (bytes(range(256)), "That is not a text file."),
        (b"x" * (12 * 1024 * 1024 + 1), "That file is too big"),
        (b"hello there", "I don't know the columns"),
        (file(STRONG_UNITS, strong_units(), '"never closed'), "never closed"),
        (file(STRONG_UNITS, strong_units().replace("2025", "1890")), "There is no set in that file"),
    ],
)
async def test_a_hostile_file_is_refused_in_a_sentence(alex: Lifter, body: bytes, said: str) -> None:
    told = await sends(alex, body)
    assert said in told
    assert told.endswith("Nothing was imported.")
    assert "Nothing logged yet" in (await alex.says("/history"))[0]


async def test_a_file_that_telegram_has_no_more_is_said_so(alex: Lifter) -> None:
    await alex.says("/start")
    files = alex.telegram.world.files
    files.by_id = Forgetful()
    assert "could not get that file from Telegram" in await sends(alex, THREE)


class Forgetful(dict):  # type: ignore[type-arg]
    """Files under ids that nobody finds again."""

    def get(self, key: object, default: object = None) -> object:
        return None


async def test_a_long_file_comes_along_whole_and_the_chat_goes_on(alex: Lifter) -> None:
    days = (date(2015, 1, 1) + timedelta(days=number // 20) for number in range(20_000))
    rows = (
        strong_units(1 + number % 5, 60 + number % 40).replace("2025-03-04", str(day))
        for number, day in enumerate(days)
    )
    alex.person.send_file("document", Upload("strong.csv", "text/csv", file(STRONG_UNITS, *rows)))
    assert any("60 kg × 5" in said for said in await alex.says("deadlift 60x5"))
    await alex.taps("Import")
    assert "20,000 sets imported" in next(one["text"] for one in reversed(alex.messages) if "imported" in one["text"])
    assert len(await alex.says("deadlift 60x6")) == 1
    assert "60 kg × 5" in (await alex.says("/history"))[0]


async def test_what_there_is_no_room_for_is_left_out_and_said(alex: Lifter) -> None:
    body = file(STRONG_UNITS, *(strong_units(number) for number in range(302)))
    shown = await sends(alex, body)
    assert "Left out: 2 rows, more than 300 sets on one day (lines 302, 303)" in shown
    await alex.taps("Import 300 sets")
    again = await sends(alex, body)
    assert again.splitlines() == [
        "Nothing new in that file.",
        "300 sets known from before.",
        "Left out: 2 rows, more than 300 sets on one day (lines 302, 303)",
    ]


async def test_a_set_put_right_in_the_other_app_is_said_and_left_as_it_is(alex: Lifter) -> None:
    await sends(alex, file(STRONG_UNITS, strong_units(1), strong_units(2, 110)))
    await alex.taps("Import")
    told = await sends(alex, file(STRONG_UNITS, strong_units(1), strong_units(2, 112.5)))
    assert told.splitlines()[1] == "2 sets known from before, 1 otherwise in your log, which stays as it is."


async def test_a_deleted_set_does_not_come_back_with_the_next_file(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    two = file(STRONG_UNITS, strong_units(1), strong_units(2, 110))
    await sends(alex, two)
    await alex.taps("Import")
    await alex.says("/history")
    await alex.taps(buttons(alex.last)[0][0], alex.last)
    await alex.taps("2 · 110 kg × 8", alex.last)
    await alex.taps("Delete it", alex.last)
    deleted = alex.last
    assert "Nothing new" in await sends(alex, two)
    await alex.taps("Put it back", deleted)
    [history] = await alex.says("/history")
    assert "100 kg × 8, 110 kg × 8" in history


async def test_both_exports_come_as_documents(alex: Lifter) -> None:
    await alex.says("deadlift 100x8")
    said = await alex.says("/export")
    assert said[0].startswith("Your 1 set, warm-ups with them, in the columns of Strong")
    files = alex.telegram.world.files.by_id
    csv, everything = (one["document"] for one in alex.messages[-2:])
    assert (csv["file_name"], everything["file_name"]) == ("backcoach-sets.csv", "backcoach-export.json")
    assert b";Deadlift;1;100;kg;8;" in files[csv["file_id"]].body
    assert b"100" in files[everything["file_id"]].body


async def test_of_a_long_log_it_is_said_that_it_comes(alex: Lifter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.chat.handlers.export.SOON", 2)
    await alex.says("deadlift 100x8, 100x7")
    assert not [said for said in await alex.says("/export") if "way" in said]
    await alex.says("deadlift 100x6")
    said = await alex.says("/export")
    assert said[0] == "3 sets: your files are on their way."
    assert len(said) == 3
    await alex.says("/privacy")
    [told, caption] = await alex.taps("Export as JSON")
    assert told == "3 sets: your file is on its way."
    assert caption.startswith("Everything I keep about you: 3 sets")


async def test_what_is_exported_can_be_sent_to_an_empty_account(telegram: LocalTelegram, alex: Lifter) -> None:
    sam = Lifter(telegram, alex.watcher, "Sam")
    await alex.says("pull-ups +10kg 8, 8, 7 and deadlift 100x8")
    await alex.says("/privacy")
    await alex.taps("Sets as CSV")
    body = telegram.world.files.by_id[alex.last["document"]["file_id"]].body
    await sends(sam, body)
    await sam.taps("Import")
    assert await sam.says("/history") == await alex.says("/history")
    assert "Nothing new" in await sends(alex, body)


async def test_an_own_lift_has_records_and_a_history_like_any_other(alex: Lifter) -> None:
    await sends(alex, THREE)
    await alex.taps("Import")
    [records] = await alex.says("/records")
    assert "Squat <b>(Barbell)" in records
    await alex.taps("Squat")
    assert "120 kg" in alex.last["text"]
    await alex.says("/history")
    await alex.taps("By exercise")
    assert any(label.startswith("Squat <b>(Barbell)") for row in buttons(alex.last) for label in row)
    await alex.taps("Squat")
    assert "120 kg × 5" in alex.last["text"]


async def test_a_file_in_pounds_makes_pounds_the_unit_of_who_chose_none(alex: Lifter) -> None:
    await sends(
        alex, file(STRONG_UNITS, strong_units(1).replace(";kg;", ";lbs;"), strong_units(2).replace(";kg;", ";lbs;"))
    )
    preview = alex.last
    await alex.taps("Import")
    done = next(one for one in alex.messages if one["message_id"] == preview["message_id"])
    assert "Your weights are in lb" in done["text"]
    assert "205 lb × 5" in (await alex.says("deadlift 205x5"))[0]
