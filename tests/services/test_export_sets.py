"""Does an export bring the same history back, each set once and on its day, whatever is set in between; and is no cell
of it live?"""

import csv
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from io import StringIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.coaching.importing.guard import LIVE
from bot.coaching.importing.shapes import Answers
from bot.domain.athlete import Athlete
from bot.domain.training import DoneSet
from bot.services.edit_set import delete_set
from bot.services.export_files import file_of_everything, files_of_sets
from bot.services.export_sets import HEADING, HEADINGS, export_sets
from bot.services.import_sets import import_sets
from bot.services.packing import packed, unpacked
from bot.services.prepare_import import Prepared, prepare
from bot.storage.database import SqlDatabase
from bot.storage.work import SqlWork
from tests.builders import NOW, TODAY, deadlift, kg, lb, planned, pull_up, todays
from tests.coaching.importing.files import STRONG_UNITS
from tests.knowledge import KNOWLEDGE
from tests.services.importing import MATCHER, bring, history, met
from tests.services.test_import_sets import THREE
from tests.storage.people import BEN

LOGGED = (
    deadlift(5, kg("60"), warmup=True),
    deadlift(8, kg("102.5")),
    DoneSet("deadlift", 8, load=lb("225"), rpe=Decimal("8.5"), note='felt "good"; slow\nsecond line'),
    DoneSet("deadlift", 8, load=kg("40"), per_side=True, note="=1+1"),
    pull_up(9),
    pull_up(5, kg("10")),
    pull_up(5, kg("-20")),
    DoneSet("pull-up", 6),
    DoneSet("assisted-pull-up", 6, load=kg("-15"), bodyweight=True),
    DoneSet("assisted-pull-up", 6, load=kg("15"), bodyweight=True),
    DoneSet("one-arm-dumbbell-row", 10, load=kg("30")),
    DoneSet("one-arm-dumbbell-row", 10, load=kg("30"), per_side=True),
    DoneSet("dead-hang", seconds=45, bodyweight=True),
    DoneSet("Squat (Barbell)", 5, load=kg("120")),
    DoneSet("=HYPERLINK(evil)", 5, 30),
    DoneSet("Dip", 5, bodyweight=True, note="@here"),
    DoneSet("Dip", 5, bodyweight=True, note="it was [each side]"),
)


def exported(work: SqlWork, athlete: Athlete) -> bytes:
    [file] = files_of_sets(HEADING, export_sets(work, athlete, KNOWLEDGE, MATCHER))
    return unpacked(file.content)


def moments(work: SqlWork, athlete: Athlete) -> list[tuple[date, datetime, DoneSet]]:
    return [(kept.day, kept.performed_at.replace(microsecond=0), kept.done) for kept in work.history.every(athlete.id)]


def settled(work: SqlWork, zone: str, turns: int) -> Athlete:
    """Ann, once she trains there and lets the day turn then."""
    ann = met(work, zone=zone)
    work.athletes.turn_day(ann.id, turns)
    return met(work, zone=zone)


def test_an_export_made_after_a_deletion_brings_back_nothing(database: SqlDatabase) -> None:
    """Though the workout that is left of the day begins later than the one that was deleted."""

    def go(work: SqlWork) -> None:
        ann = met(work)
        bring(work, ann, THREE)
        [day] = work.history.days(ann.id)
        hour_later = day.sets[0].performed_at + timedelta(hours=1)
        work.log.keep(ann.id, [deadlift()], at=hour_later, day=day.day)
        for one in day.sets:
            delete_set(work, ann, one.id, NOW)
        body = exported(work, ann)
        assert bring(work, ann, body) is None

    database.run_now(go)  # type: ignore[arg-type]


def test_an_export_brings_the_same_history_into_an_empty_account(database: SqlDatabase) -> None:
    def travel(work: SqlWork) -> None:
        ann, ben = met(work), met(work, BEN)
        earlier = NOW - timedelta(days=3)
        work.log.keep(ann.id, LOGGED, at=earlier, day=earlier.date())
        for clock in ((23, 0), (23, 40)):
            past_midnight = datetime(2025, 4, 1, *clock, tzinfo=UTC)
            work.log.keep(ann.id, [deadlift()], at=past_midnight, day=ann.day(past_midnight))
        session = work.sessions.start(ann.id, todays("back", [planned()]), now=NOW, day=TODAY)
        work.log.keep(ann.id, [deadlift()], at=NOW, day=TODAY)
        work.log.keep(ann.id, [deadlift(), deadlift(7)], at=NOW, day=TODAY, session=session.id, positions=[0, 0])
        bring(work, ann, THREE)
        body = exported(work, ann)
        assert bring(work, ann, body) is None, "nothing of it is new where it came from"
        brought = bring(work, ben, body)
        assert brought is not None
        assert brought.sets == work.history.count(ann.id)
        assert history(work, ben) == history(work, ann)
        assert moments(work, ben) == moments(work, ann)
        assert bring(work, ben, body) is None

    database.run_now(travel)  # type: ignore[arg-type]


def test_an_export_of_nothing_has_its_headings(database: SqlDatabase) -> None:
    def look(work: SqlWork) -> None:
        assert exported(work, met(work)).decode() == f"{STRONG_UNITS}\n"

    database.run_now(look)  # type: ignore[arg-type]


def over_the_turn(work: SqlWork, ann: Athlete) -> None:
    """One session on both sides of the hour at which the day turns, beside it sets before and after midnight."""
    evening = datetime(2026, 11, 22, 22, 30, tzinfo=UTC)  # 23:30 in Berlin
    session = work.sessions.start(ann.id, todays("back", [planned()]), now=evening, day=ann.day(evening))
    for minutes in (0, 260, 280):  # 23:30, 03:50, 04:10
        at = evening + timedelta(minutes=minutes)
        work.log.keep(ann.id, [deadlift()], at=at, day=ann.day(at), session=session.id, positions=[0])
    for hour in (7, 18):
        at = datetime(2026, 11, 20, hour, 15, 30, 250, tzinfo=UTC)
        work.log.keep(ann.id, [pull_up(hour), pull_up(hour)], at=at, day=ann.day(at))
    small_hours = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)  # 02:00 in Berlin, of the evening before
    work.log.keep(ann.id, [deadlift(3)], at=small_hours, day=ann.day(small_hours))


MOVES = [("America/New_York", 4), ("Pacific/Auckland", 4), ("Europe/Berlin", 0), ("Asia/Tokyo", 6), ("UTC", 0)]


@pytest.mark.parametrize(("zone", "turns"), MOVES)
def test_neither_another_zone_nor_another_turn_doubles_or_moves_a_set(
    database: SqlDatabase, zone: str, turns: int
) -> None:
    def move(work: SqlWork) -> None:
        ann, ben = met(work), met(work, BEN, "Australia/Sydney")
        over_the_turn(work, ann)
        kept = moments(work, ann)
        assert {str(day) for day, _, _ in kept} == {"2026-11-20", "2026-11-22", "2026-11-23"}
        before = exported(work, ann)
        ann = settled(work, zone, turns)
        after = exported(work, ann)
        assert import_sets(work, ann, ready_by(before), NOW)[1] is None, "the first export brings nothing back"
        assert import_sets(work, ann, ready_by(after), NOW)[1] is None
        assert import_sets(work, ben, ready_by(before), NOW)[1] is not None
        assert moments(work, ben) == kept, "each set on its own day, at its own moment"
        assert import_sets(work, ben, ready_by(after), NOW)[1] is None, "both exports hold the same sets"
        work.athletes.choose_zone(ben.id, "UTC")
        ben = Athlete(ben.id, ben.telegram_id, ben.name, zone="UTC", day_turns=0)
        assert import_sets(work, ben, ready_by(after), NOW)[1] is None

    def ready_by(body: bytes) -> Prepared:
        return prepare(MATCHER, body, date(2026, 11, 26), Answers())

    database.run_now(move)  # type: ignore[arg-type]


def test_other_apps_find_a_workout_on_its_day(database: SqlDatabase) -> None:
    """By the clock where the lifter trains; a move later does not put it on another day, but for the small hours."""

    def look(work: SqlWork) -> None:
        ann = met(work)
        over_the_turn(work, ann)
        assert dates(work, ann) == ["2026-11-20 08", "2026-11-20 19", "2026-11-21 02", "2026-11-22 23"]
        assert dates(work, settled(work, "Europe/Berlin", 0)) == dates(work, ann)
        days = {one[:10] for one in dates(work, settled(work, "America/New_York", 4))}
        assert days == {"2026-11-20", "2026-11-22"}

    def dates(work: SqlWork, ann: Athlete) -> list[str]:
        rows = csv.reader(StringIO(exported(work, ann).decode()), delimiter=";")
        return sorted({row[0][:13] for row in rows if row[0] != "Date"})

    database.run_now(look)  # type: ignore[arg-type]


ATTACKS = (
    "easy,=HYPERLINK(1),x",
    'easy,"=HYPERLINK(1)",x',
    "a;=1;b",
    "a\t=1",
    "a|@x",
    "first\n=1+1",
    "first\r=1+1",
    "\t=1",
    "\r+1",
    "＝1+1",
    "ok, ＋1; －2 |＠x",
    '", =1',
    "' =1",
    "'",
    "'=1",
    "''=1",
    "it's, 'fine', '-5'",
    "'+'",
)


def live_cells(body: bytes, delimiter: str) -> list[str]:
    """Cells that a spreadsheet would calculate, even one that leaves blanks and quotes before them away."""
    rows = csv.reader(StringIO(body.decode(), newline=""), delimiter=delimiter)
    bare = [cell.lstrip(' "\u3000\u00a0') for row in rows for cell in row]
    return [cell for cell in bare if cell[:1] in LIVE and cell and cell.strip("-0123456789.")]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_no_cell_is_live_whatever_it_is_read_with(database: SqlDatabase, delimiter: str) -> None:
    def look(work: SqlWork) -> None:
        ann = met(work)
        sets = [DoneSet(said, 5, load=kg("-5"), note=said) for said in ATTACKS]
        work.log.keep(ann.id, sets, at=NOW, day=TODAY)
        assert live_cells(exported(work, ann), delimiter) == []

    database.run_now(look)  # type: ignore[arg-type]


TEXTS = st.text(
    st.one_of(
        st.sampled_from("=+-@\t\r\n,;|%'\" \u3000＝＋－＠axy[]1"),
        st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\ufffe\uffff"),
    ),
    min_size=1,
    max_size=40,
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_every_text_comes_back_exactly_as_it_was(database: SqlDatabase, texts: list[str]) -> None:
    class Undo(Exception):
        pass

    def travel(work: SqlWork) -> None:
        ann, ben = met(work), met(work, BEN)
        sets = [DoneSet(f"x{text.strip()}", 5, note=text) for text in (*texts, *ATTACKS)]
        work.log.keep(ann.id, sets, at=NOW, day=TODAY)
        body = exported(work, ann)
        for delimiter in ",;\t|":
            assert live_cells(body, delimiter) == []
        assert bring(work, ben, body) is not None
        assert history(work, ben) == history(work, ann)
        raise Undo

    with pytest.raises(Undo):
        database.run_now(travel)  # type: ignore[arg-type]


def test_what_is_no_text_does_not_make_the_file_unreadable(database: SqlDatabase) -> None:
    def travel(work: SqlWork) -> None:
        ann, ben = met(work), met(work, BEN)
        work.log.keep(ann.id, [DoneSet("deadlift", 5, note="a\x01b\x1b\x7fc")], at=NOW, day=TODAY)
        bring(work, ben, exported(work, ann))
        assert [done.note for _, sets in history(work, ben) for done in sets] == ["abc"]

    database.run_now(travel)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "forged",
    [
        "[2025-03-04T17:05:09Z, day 2025-09-04]",
        "[9999-12-31T23:59:59Z, day 9999-12-31]",
        "[0001-01-01T00:00:00Z, day 0001-01-01]",
        "[2025-13-04T17:05:09Z, day 2025-03-04]",
        "[2025-03-04T17:05:09Z, day ----------]",
        "Backcoach",
    ],
)
def test_a_forged_moment_is_no_moment(database: SqlDatabase, forged: str) -> None:
    row = f"2025-03-04 18:05:09;Backcoach;Deadlift;1;100;kg;8;;;;;;{forged}"
    good = "2025-03-04 18:05:09;Backcoach;Deadlift;2;100;kg;8;;;;;;"

    def go(work: SqlWork) -> None:
        ann = met(work)
        bring(work, ann, f"{';'.join(HEADINGS)}\n{row}\n{good}\n".encode())
        assert {day for day, _, _ in moments(work, ann)} == {date(2025, 3, 4)}

    database.run_now(go)  # type: ignore[arg-type]


def test_a_long_log_comes_in_several_files_that_bring_it_whole(database: SqlDatabase) -> None:
    def travel(work: SqlWork) -> None:
        ann, ben = met(work), met(work, BEN)
        for day in range(6):
            at = NOW - timedelta(days=6 - day)
            work.log.keep(ann.id, [deadlift(reps) for reps in (5, 5, 5)], at=at, day=ann.day(at))
        rows = export_sets(work, ann, KNOWLEDGE, MATCHER)
        files = files_of_sets(HEADING, rows, most_sets=5)
        assert [(one.name, one.sets) for one in files] == [
            ("backcoach-sets-1-of-3.csv", 6),
            ("backcoach-sets-2-of-3.csv", 6),
            ("backcoach-sets-3-of-3.csv", 6),
        ]
        assert len({one.first for one in files} | {one.last for one in files}) == 6, "no day is in two files"
        for one in reversed(files):
            bring(work, ben, unpacked(one.content))
        assert history(work, ben) == history(work, ann)

    database.run_now(travel)  # type: ignore[arg-type]


def test_a_day_that_is_too_long_for_a_file_is_parted() -> None:
    rows = [(TODAY, f"{number}\n") for number in range(20)]
    files = files_of_sets("head\n", rows, most_sets=6)
    assert [one.sets for one in files] == [7, 7, 6]
    assert b"".join(unpacked(one.content).removeprefix(b"head\n") for one in files).split() == [
        str(number).encode() for number in range(20)
    ]


def test_everything_is_an_archive_where_it_is_too_large() -> None:
    pieces = [b"x" * 1000] * 100
    small, large = (file_of_everything(pieces, largest=largest) for largest in (100_000, 99_999))
    assert (small.name, small.archive) == ("backcoach-export.json", False)
    assert (large.name, large.archive) == ("backcoach-export.json.gz", True)
    assert unpacked(small.content) == b"".join(pieces)
    assert unpacked(unpacked(large.content)) == b"".join(pieces), "it is sent as an archive"


@given(st.binary())
def test_what_is_packed_is_unpacked(content: bytes) -> None:
    assert unpacked(packed(content)) == content
