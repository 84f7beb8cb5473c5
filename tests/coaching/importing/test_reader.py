"""Is every variant of Strong, Hevy and FitNotes read as what was lifted, and what cannot be read left out or asked?"""

import subprocess
import sys
import tracemalloc
from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal

import pytest

from bot.coaching.importing.reader import read
from bot.coaching.importing.shapes import (
    Answers,
    App,
    Ask,
    DateOrder,
    FileRefused,
    FileSet,
    Reading,
    Reason,
    SetKind,
)
from bot.domain.units import Load, Unit
from tests.builders import kg, lb
from tests.coaching.importing.files import (
    FITNOTES,
    FITNOTES_UNITS,
    HEVY,
    STRONG,
    STRONG_UNITS,
    file,
    hevy,
    strong,
    strong_units,
)

TODAY = date(2026, 11, 22)
AT = datetime(2025, 3, 4, 18, 5, 9)  # noqa: DTZ001 - as in the file
IN_KG = Answers(Unit.KG, DateOrder.DAY_FIRST)


def sets(body: bytes, answers: Answers = IN_KG) -> tuple[FileSet, ...]:
    return read(body, TODAY, answers).sets


def shown(one: FileSet) -> tuple[str, Load | None, int | None, int | None]:
    return one.exercise, one.load, one.reps, one.seconds


DEADLIFT = ("Deadlift (Barbell)", kg("100"), 8, None)
STAMP = "2025-03-04 18:05:09"
NAMED = '"Deadlift (Barbell)"'

VARIANTS = {
    "strong 1": file(STRONG, strong()),
    "strong 1, floats": file(STRONG, strong(weight="100.0", reps="8.0", seconds="0.0")),
    "strong 2, no duration": file(STRONG.replace("Duration,", ""), f'{STAMP},"Pull",{NAMED},1,100,8,0,0,"","",'),
    "strong 2, neither": file(
        STRONG.replace("Duration,", "").removesuffix(",RPE"), f'{STAMP},"Pull",{NAMED},1,100,8,0,0,"",""'
    ),
    "strong 2, no notes": file(STRONG.replace(",Notes,Workout Notes", ""), f'{STAMP},"Pull",56m,{NAMED},1,100,8,0,0,'),
    "strong 3": file(
        "Date,Workout Name,Exercise Name,Set Order,kg,Reps,km,Seconds,Notes",
        f'{STAMP},"Pull",{NAMED},0,100,8,,,""',
        end="\r\n",
    ),
    "strong 4": file(STRONG_UNITS, strong_units()),
    "strong 5": file(f"{STRONG_UNITS};Workout Duration", f"{strong_units()};1h 2m"),
    "strong 6": file(
        '"Workout #";"Date";"Workout Name";"Duration (sec)";"Exercise Name";"Set Order";"Weight (kg)";"Reps";"RPE";'
        '"Distance (meters)";"Seconds";"Notes";"Workout Notes"',
        f'1;{STAMP};"Pull";3360;{NAMED};1;100;8;;;0;"";""',
    ),
    "strong 7": file(strong_units(note="no headings,\nand two lines")),
    "strong 8": file(
        "Date,Nom de l'entraînement,Durée,Nom de l'exercice,Ordre de la série,Poids,Réps,Distance,Secondes,Notes,"
        "Notes d'entraînement,RPE",
        strong(),
    ),
    "strong, decimal commas": file(STRONG_UNITS, strong_units(weight="100,0")),
    "strong, sep= of a spreadsheet": file("sep=;", STRONG_UNITS, strong_units()),
    "strong, tabs": file(STRONG.replace(",", "\t"), strong().replace(",", "\t")),
    "hevy kg": file(HEVY.format(unit="kg", far="km"), hevy()),
    "hevy kg and miles": file(HEVY.format(unit="kg", far="miles"), hevy()),
    "hevy in Portuguese": file(HEVY.format(unit="kg", far="km"), hevy(date="4 Mar 2025, 18:05")),
    "hevy, no headings": file(hevy()),
    "fitnotes kgs": file(FITNOTES.format(unit="kgs"), "2025-03-04,Deadlift (Barbell),Back,100.0,8,,,"),
    "fitnotes, unit of its own": file(FITNOTES_UNITS, "2025-03-04,Deadlift (Barbell),Back,100.0,kgs,8,,,"),
    "fitnotes, a comment": file(f"{FITNOTES_UNITS},Comment", "2025-03-04,Deadlift (Barbell),Back,100.0,kgs,8,,,,ok"),
    "fitnotes, no headings": file("2025-03-04,Deadlift (Barbell),Back,100.0,kgs,8,,,"),
}


@pytest.mark.parametrize("name", VARIANTS)
def test_every_variant_is_read(name: str) -> None:
    reading = read(VARIANTS[name], TODAY, IN_KG)
    assert [shown(one) for one in reading.sets] == [DEADLIFT]
    assert reading.sets[0].at.date() == AT.date()
    assert reading.app.value.lower() == name.split(",")[0].split()[0]
    assert reading.left_out == {}
    assert reading.workouts == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1"])
def test_every_encoding_is_read(encoding: str) -> None:
    text = f'{STRONG_UNITS}\n{STAMP};"Übung";"Rücken (Gerät)";1;100;kg;8;;;;0;"";""\n'
    assert sets(text.encode(encoding))[0].exercise == "Rücken (Gerät)"


@pytest.mark.parametrize(
    ("order", "kind"),
    [
        ("1", SetKind.WORKING),
        ("0", SetKind.WORKING),
        ("2.0", SetKind.WORKING),
        ("W", SetKind.WARMUP),
        ("WARM_UP", SetKind.WARMUP),
        ("D", SetKind.DROP),
        ("F", SetKind.FAILURE),
        ("FAILURE", SetKind.FAILURE),
    ],
)
def test_kinds_of_sets(order: str, kind: SetKind) -> None:
    assert sets(file(STRONG, strong(order)))[0].kind is kind


@pytest.mark.parametrize(
    ("kind", "read_as"), [("warmup", SetKind.WARMUP), ("dropset", SetKind.DROP), ("failure", SetKind.FAILURE)]
)
def test_kinds_of_sets_in_hevy(kind: str, read_as: SetKind) -> None:
    assert sets(file(HEVY.format(unit="kg", far="km"), hevy(kind=kind)))[0].kind is read_as


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (strong("Rest Timer", 0, 0, 120.0), Reason.REST_TIMER),
        (strong("Note"), Reason.NOTE),
        (strong("Superhard"), Reason.KIND),
        (strong(reps=0), Reason.NOTHING_DONE),
        (strong(reps=0).replace(",100,0,0,", ",0,0,5.2,"), Reason.DISTANCE),
        (strong(reps="8.5"), Reason.NUMBER),
        (strong(weight="nan"), Reason.NUMBER),
        (strong(weight="inf"), Reason.NUMBER),
        (strong(weight="1e3"), Reason.NUMBER),
        (strong(weight="1_000"), Reason.NUMBER),
        (strong(weight='"1,000"'), Reason.NUMBER),
        (strong(weight="\uff11\uff10\uff10"), Reason.NUMBER),
        (strong(weight=2001), Reason.TOO_MUCH),
        (strong(reps=1001), Reason.TOO_MUCH),
        (strong(seconds=90000), Reason.TOO_MUCH),
        (strong().replace("2025", "1890"), Reason.PERIOD),
        (strong().replace("2025", "2031"), Reason.PERIOD),
        (strong().replace("2025-03-04", "2025-02-30"), Reason.DATE),
        (strong().replace("2025-03-04 18:05:09", "yesterday"), Reason.DATE),
        (strong().replace("Deadlift (Barbell)", "  "), Reason.NO_EXERCISE),
        (f"{strong()},and,more", Reason.COLUMNS),
        (strong().partition('"Dead')[0], Reason.COLUMNS),
        (STRONG, Reason.HEADINGS),
    ],
)
def test_a_row_that_is_no_set_is_left_out_alone_with_the_reason(row: str, reason: Reason) -> None:
    reading = read(file(STRONG, strong(), row, strong(2)), TODAY, IN_KG)
    assert len(reading.sets) == 2
    assert reading.left_out == {reason: (3,)}


def test_a_unit_that_nobody_knows_is_left_out() -> None:
    reading = read(file(STRONG_UNITS, strong_units(), strong_units(2).replace(";kg;", ";stone;")), TODAY)
    assert reading.left_out == {Reason.UNIT: (3,)}


def test_the_unit_is_asked_where_no_column_says_it() -> None:
    body = file(STRONG, strong())
    assert read(body, TODAY) == Reading(App.STRONG, asks=(Ask.UNIT,))
    assert sets(body, Answers(Unit.LB))[0].load == lb("100")


def test_no_unit_is_asked_where_nothing_was_loaded() -> None:
    assert read(file(STRONG, strong(weight=0)), TODAY).sets[0].load is None


@pytest.mark.parametrize(
    ("dates", "asked", "first"),
    [
        (("04/03/2025", "05/03/2025"), True, None),
        (("04/03/2025", "25/03/2025"), False, date(2025, 3, 4)),
        (("03/04/2025", "03/25/2025"), False, date(2025, 3, 4)),
        (("04.03.2025", "05.03.2025"), False, date(2025, 3, 4)),
        (("03/03/2025", "03/03/25"), False, date(2025, 3, 3)),
        (("4 Mar 2025, 18:05", "5 Fev 2026, 6:05"), False, date(2025, 3, 4)),
        (("4 août 2025", "5 Dez 2025"), False, date(2025, 8, 4)),
        (("Mar 4, 2025 6:05 PM", "March 5, 2025"), False, date(2025, 3, 4)),
        (("2025-03-04T18:05:09Z", "2025/03/05 18:05"), False, date(2025, 3, 4)),
    ],
)
def test_dates(dates: tuple[str, str], asked: bool, first: date | None) -> None:
    body = file(FITNOTES.format(unit="kgs"), *(f'"{day}",Deadlift,Back,100,8,,,' for day in dates))
    reading = read(body, TODAY)
    assert (Ask.DATE_ORDER in reading.asks) == asked
    if first is not None:
        assert reading.sets[0].at.date() == first
        assert len(reading.sets) == 2


@pytest.mark.parametrize(
    "dates",
    [
        ("13/04/2025", "04/13/2025", "05/06/2025"),
        ("04/13/2025", "13/04/2025"),
        ("25.03.2025", "03/25/2025"),
        ("03.04.2025", "05/06/2025", "03/25/2025"),
    ],
)
def test_dates_that_contradict_each_other_are_asked_about(dates: tuple[str, ...]) -> None:
    for order in (dates, dates[::-1]):
        body = file(FITNOTES.format(unit="kgs"), *(f"{day},Deadlift,Back,100,8,,," for day in order))
        assert read(body, TODAY).asks == (Ask.DATE_ORDER,)
        said = read(body, TODAY, Answers(order=DateOrder.DAY_FIRST))
        assert said.sets
        assert Reason.DATE in said.left_out, "what the answer does not fit is left out, and shown so"


def test_dates_are_read_alike_whatever_the_seed_of_hashes() -> None:
    script = (
        "from datetime import date; from bot.coaching.importing.reader import read;"
        "rows = ''.join(f'{day},Deadlift,Back,100,8,,,\\n' for day in ('13/04/2025', '04/13/2025', '05/06/2025'));"
        f"print(read(('{FITNOTES.format(unit='kgs')}\\n' + rows).encode(), date(2026, 11, 22)))"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", script], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("1", "3")
    }
    assert len(said) == 1


def test_a_row_without_end_takes_no_memory() -> None:
    """Lines of many cells that an open quote joins to one row; and a date and a number behind blanks without end."""
    wide = STRONG_UNITS + "\n" + '"' + ('\n"' + ",ab" * 10_000 + ',"') * 300
    blanks = file(STRONG_UNITS, *(strong_units(weight=" " * 30_000 + str(number)) for number in range(300)))
    for body in (wide.replace(";", ",").encode(), file(STRONG_UNITS) + b'"' + b"\n" * 6_000_000, blanks):
        tracemalloc.start()
        with suppress(FileRefused):
            read(body, TODAY, IN_KG)
        kept, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert most < 8 * len(body)
        assert kept < 1_000_000


def test_an_endless_number_is_none() -> None:
    reading = read(file(STRONG_UNITS, strong_units(), strong_units(weight="1" * 25)), TODAY)
    assert reading.left_out == {Reason.NUMBER: (3,)}
    assert sets(file(STRONG_UNITS, strong_units(weight=" " * 30 + "100")))[0].load == kg("100")


def test_the_order_of_a_date_is_as_the_lifter_says() -> None:
    body = file(FITNOTES.format(unit="kgs"), "04/03/2025,Deadlift,Back,100,8,,,")
    assert sets(body, Answers(order=DateOrder.DAY_FIRST))[0].at.date() == date(2025, 3, 4)
    assert sets(body, Answers(order=DateOrder.MONTH_FIRST))[0].at.date() == date(2025, 4, 3)


def test_a_comma_that_nobody_quoted_belongs_to_the_exercise() -> None:
    body = file(
        FITNOTES_UNITS,
        "2025-03-04,Row (Each Side, Dumbbells),Back,20.0,kgs,8,,,",
        "2025-03-04,Row (Each Side, Dumbbells),Back,20.0,kgs,8,5.0,m,0:01:30",
    )
    assert [one.exercise for one in sets(body)] == ["Row (Each Side, Dumbbells)"] * 2
    assert sets(body)[1].seconds == 90


def test_a_comma_in_a_comment_belongs_to_the_comment() -> None:
    body = file(f"{FITNOTES_UNITS},Comment", "2025-03-04,Deadlift,Back,100.0,kgs,8,,,,slow, heavy, ok")
    assert (sets(body)[0].exercise, sets(body)[0].note) == ("Deadlift", "slow, heavy, ok")


@pytest.mark.parametrize(
    ("unit", "weights", "loads"),
    [
        ("kg", ["61.23", "102.06", "20.41", "60.1"], [lb("135"), lb("225"), lb("45"), lb("132.5")]),
        ("kg", ["65.181223569", "6.80388555"], [lb("143.7"), lb("15")]),
        ("kg", ["6.80388555"], [lb("15")]),
        ("kg", ["6.80388555", "71.3333", "33.1111"], [kg("6.804"), kg("71.333"), kg("33.111")]),
        ("kg", ["61.23", "60"], [kg("61.23"), kg("60")]),
        ("kg", ["62.5", "60", "61.25", "20.4"], [kg("62.5"), kg("60"), kg("61.25"), kg("20.4")]),
        ("lbs", ["220.46", "132.28", "137.79"], [kg("100"), kg("60"), kg("62.5")]),
        ("lbs", ["135", "137.5"], [lb("135"), lb("137.5")]),
    ],
)
def test_weights_that_an_app_converted_come_back_as_plates(unit: str, weights: list[str], loads: list[Load]) -> None:
    body = file(HEVY.format(unit=unit, far="km"), *(hevy(weight) for weight in weights))
    assert [one.load for one in sets(body)] == loads


def test_a_timed_set_and_effort_and_note() -> None:
    [one] = sets(file(HEVY.format(unit="kg", far="km"), hevy("", "", held=45, note="hard", rpe=8.5)))
    assert (one.load, one.reps, one.seconds, one.rpe, one.note) == (None, None, 45, Decimal("8.5"), "hard")


@pytest.mark.parametrize("rpe", ["0", "11", "8.3", "hard", ""])
def test_an_effort_that_is_none_leaves_the_set(rpe: str) -> None:
    assert sets(file(STRONG, strong(rpe=rpe)))[0].rpe is None


def test_a_note_to_an_exercise_stays_at_its_first_set() -> None:
    body = file(HEVY.format(unit="kg", far="km"), *(hevy(index=index, note="belt") for index in range(3)))
    assert [one.note for one in sets(body)] == ["belt", None, None]


def test_the_newest_workout_first_in_the_file_is_the_last() -> None:
    body = file(HEVY.format(unit="kg", far="km"), hevy(date="5 Mar 2025, 18:05"), hevy(date="4 Mar 2025, 18:05"))
    assert [one.at.day for one in sets(body)] == [4, 5]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "empty"),
        (b" \n\n", "empty"),
        (b"PK\x03\x04rest", "zip"),
        (b"\x1f\x8brest", "gzip"),
        (b"%PDF-1.7", "PDF"),
        (b"SQLite format 3\x00", "backup"),
        (bytes(range(256)), "not a text file"),
        (b"x" * (12 * 1024 * 1024 + 1), "too big"),
        (b"name,age\nann,30\n", "don't know the columns"),
        (b"a," * 1_000_000, "longer than any row"),
        (file(STRONG), "nothing below them"),
        (file(STRONG, strong(reps=0)), "no set in that file"),
        (file(STRONG, '2025-03-04,"Pull,56m,"Deadlift",1,100,8,0,0,"","","', strong()), "never closed"),
        (file(STRONG_UNITS, strong_units(note="ok")) + 'Ü"; naïve'.encode() + 'Ü"'.encode("cp1252"), "two encodings"),
        (file(STRONG, strong(), "x" * 40_000), "longer than any row"),
        (file(STRONG, *["x"] * 120_001), "more than 120,000 rows"),
        (file(STRONG, '"' + "\n".join(["x" * 90] * 3000)), "never closed"),
    ],
)
def test_a_hostile_file_is_refused_in_one_sentence(body: bytes, said: str) -> None:
    with pytest.raises(FileRefused) as refused:
        read(body, TODAY, IN_KG)
    assert said in str(refused.value)
    assert len(str(refused.value)) < 200
