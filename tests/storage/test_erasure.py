"""Is nothing left of an athlete who asks to be forgotten, and is all of it in their export?"""

from collections.abc import Iterator
from datetime import time
from decimal import Decimal
from typing import Any

import orjson
import pytest
from sqlalchemy import Connection, Table, func, select

from bot.coaching.importing.fingerprints import Fingerprint
from bot.domain.advice import Advice, Reason, Why
from bot.domain.gym import Gym
from bot.domain.hurting import Off
from bot.domain.planning import Site
from bot.domain.reminding import Due, Rhythm
from bot.domain.units import Unit
from bot.services.broadcasts import screen_of
from bot.services.export_files import Export
from bot.services.heard import Heard
from bot.services.imports import ImportedSet
from bot.services.mail import Sent
from bot.services.messages import Outgoing, Person, Priority
from bot.services.open_questions import Why as Unanswered
from bot.services.orders import Lane, Order
from bot.services.ports import Talk
from bot.services.reminders import Missed
from bot.services.timers import Timer, TimerKind
from bot.services.todays import Asked, Todays
from bot.services.weekly_reports import WeeklyReport
from bot.storage.tables import OF_NOBODY, athletes, inbox, metadata, outbox, screens
from bot.storage.work import SqlWork
from tests.builders import NOW, TODAY, deadlift, kg, planned, week
from tests.storage.people import ANN, BEN, GROUP

OF_PEOPLE = [table for table in metadata.sorted_tables if table not in OF_NOBODY]
SECRET = "zyxwv"
EVE = Person(777000777, f"Eve {SECRET}")


def live(work: SqlWork, person: Person, first_update: int) -> int:
    """Leave a trace in every table there is."""
    athlete, _ = work.athletes.meet(person, person.id, NOW)
    work.athletes.choose_unit(athlete.id, Unit.LB)
    plan = work.plans.keep(athlete.id, week(), NOW)
    work.gyms.put(athlete.id, Gym(Unit.KG, bar=Decimal(15)))
    work.hurts.put(athlete.id, Off("deadlift", frozenset({Site.LOWER_BACK}), NOW))
    advised = Advice(kg("60"), 8, 3, Reason(Why.TOP, before=(deadlift(),)))
    asked = Todays("back", (Asked(planned(), advised),), 60, title="Back A", plan=plan.id)
    session = work.sessions.start(athlete.id, asked, now=NOW, day=TODAY)
    work.weekly_reports.put(WeeklyReport(athlete.id, person.id, NOW))
    work.sessions.choose_load(session.id, 0, kg("62.5"))
    work.timers.put([Timer(athlete.id, TimerKind.REST, person.id, session.id, NOW, NOW)])
    said = deadlift(8, kg("62.5"))
    entry = work.log.keep(athlete.id, [said, said], at=NOW, day=TODAY, session=session.id, positions=[0, 0])
    work.log.undo(athlete.id, entry.id, NOW)
    work.sessions.swap(session.id, 0, Asked(planned("rack-pull"), advised))
    noted = type(said)("deadlift", reps=5, note=person.name)
    kept = work.log.keep(athlete.id, [noted], at=NOW, day=TODAY).sets[0]
    change = work.changes.begin(athlete.id, [kept.id], NOW)
    work.changes.amend(athlete.id, change, kept.id, noted, position=None)
    brought = work.imports.keep(athlete.id, person.name, [ImportedSet(noted, NOW, TODAY, Fingerprint(8, 7, 9))], 1, NOW)
    work.log.undo(athlete.id, brought.entry, NOW)
    work.uploads.put(athlete.id, person.id, "F", person.name, NOW)
    work.orders.ask(Order(person.id, person.id, Lane.FILES, Export.SETS, {}), NOW)
    work.weigh_ins.keep(athlete.id, kg("82.5"), at=NOW, day=TODAY)
    work.notes.keep(athlete.id, "deadlift", person.name, at=NOW, day=TODAY)
    work.talks.put(person.id, Talk(intent="how_to", pending={"said": person.name}))
    work.open_questions.keep(athlete.id, person.id, Heard(1, person.name), Unanswered.UNKNOWN, NOW)
    work.broadcasts.draft(athlete.id, person.id, person.name, NOW)
    reminder = work.reminders.add(athlete.id, person.id, Rhythm(time(18, 30)), Due(TODAY, NOW), NOW)
    assert work.reminders.claim(reminder.id, TODAY, NOW)
    work.push_states.miss(athlete.id, Missed(1, TODAY))
    call = Outgoing(person.id, "sendMessage", {"text": person.name}, screen="card")
    work.outbox.put(
        [call, call, Outgoing(person.id, "sendDocument", {}, Priority.BULK, file=("a", b"1"), picture="a map")], NOW
    )
    sent, refused, _ = work.outbox.exchange([], limit=3, now=NOW, until=NOW)
    work.outbox.exchange([Sent(sent.id, 5), Sent(refused.id, fault=person.name)], limit=0, now=NOW, until=NOW)
    body = orjson.dumps({"message": {"text": person.name}})
    work.inbox.accept([(first_update + number, person.id, body) for number in range(3)], NOW)
    work.inbox.set_aside(first_update, person.name, NOW)
    work.inbox.done([first_update + 1], NOW)
    return athlete.id


def told(work: SqlWork, athlete: int) -> dict[str, list[dict[str, Any]]]:
    """Everything kept about them, read to the end."""
    return {table: [dict(row) for row in found] for table, found in work.athletes.everything(athlete)}


def rows(connection: Connection) -> Iterator[tuple[Table, list[dict[str, object]]]]:
    for table in OF_PEOPLE:
        yield table, [dict(row._mapping) for row in connection.execute(select(table))]


def test_the_traces_of_this_test_are_in_every_table(work: SqlWork, connection: Connection) -> None:
    live(work, EVE, 1)
    assert [table.name for table, found in rows(connection) if not found] == []


def test_every_table_says_whose_its_rows_are() -> None:
    """Else neither the export nor the deletion would find them."""
    parents = {key.column.table for table in metadata.sorted_tables for key in table.foreign_keys}
    for table in OF_PEOPLE:
        cascading = [key for key in table.foreign_keys if key.ondelete == "CASCADE" and key.column.table in parents]
        assert {"athlete_id", "chat"} & set(table.c.keys()) or cascading or table is athletes, table.name


def test_tables_of_nobody_name_nobody() -> None:
    for table in OF_NOBODY:
        assert not {"athlete_id", "chat"} & set(table.c.keys())
        assert not table.foreign_keys


def test_nothing_is_left_of_who_is_forgotten(work: SqlWork, connection: Connection) -> None:
    ben = live(work, BEN, 100)
    before = {table.name: len(found) for table, found in rows(connection)}
    eve = live(work, EVE, 1)
    work.athletes.forget(eve)
    work.inbox.done([3], NOW)  # the update that asked for it
    left = list(rows(connection))
    assert SECRET not in str(left)
    assert str(EVE.id) not in str(left)
    numbers_alone = {"inbox": 3}
    assert {table.name: len(found) - numbers_alone.get(table.name, 0) for table, found in left} == before
    assert work.athletes.find(BEN.id) is not None
    assert work.history.count(ben) == 1


def test_what_an_author_wrote_to_everybody_goes_with_them(work: SqlWork, connection: Connection) -> None:
    """One that is on its way: of three others one has it, one cannot get it, one waits."""
    eve, _ = work.athletes.meet(EVE, EVE.id, NOW)
    number = work.broadcasts.draft(eve.id, EVE.id, SECRET, NOW)
    assert work.broadcasts.confirm(number, 3, NOW)
    calls = [Outgoing(chat, "sendMessage", {"text": SECRET}, Priority.BULK, screen_of(number)) for chat in (1, 2, 3)]
    work.outbox.put([*calls, Outgoing(1, "sendMessage", {"text": "an answer"}, screen="card")], NOW)
    sent, had, refused = work.outbox.exchange([], limit=3, now=NOW, until=NOW)
    ended = (Sent(sent.id, 5), Sent(had.id, 6), Sent(refused.id, fault="Bad Request"))
    work.outbox.exchange(ended, limit=0, now=NOW, until=NOW)
    work.athletes.forget(eve.id)
    assert connection.execute(select(screens.c.chat, screens.c.name)).all() == [(1, "card")]
    assert connection.execute(select(outbox)).all() == []


def test_who_was_forgotten_can_begin_anew(work: SqlWork) -> None:
    eve = live(work, EVE, 1)
    work.athletes.forget(eve)
    again, new = work.athletes.meet(EVE, EVE.id, NOW)
    assert new
    assert again.id > eve
    assert work.history.count(again.id) == 0
    assert work.inbox.accept([(1, EVE.id, b"{}"), (2, EVE.id, b"{}")], NOW) == 0, "handled updates stay known"


def test_what_a_group_said_stays_for_the_others(work: SqlWork, connection: Connection) -> None:
    for person in (EVE, BEN):
        work.athletes.meet(person, GROUP, NOW)
    work.talks.put(GROUP, Talk(intent="why"))
    eve = work.athletes.find(EVE.id)
    assert eve is not None
    work.athletes.forget(eve.id)
    assert SqlWork(connection).talks.get(GROUP).intent == "why"


def test_the_export_holds_every_table_and_nothing_of_others(work: SqlWork) -> None:
    live(work, BEN, 100)
    eve = live(work, EVE, 1)
    everything = told(work, eve)
    assert set(everything) == {table.name for table in OF_PEOPLE}
    assert [name for name, found in everything.items() if not found] == []
    as_json = orjson.dumps(everything).decode()
    assert BEN.name not in as_json
    assert str(BEN.id) not in as_json


def test_the_export_is_plain_and_exact(work: SqlWork) -> None:
    eve = live(work, EVE, 1)
    everything = orjson.loads(orjson.dumps(told(work, eve)))
    assert everything["athletes"][0]["name"] == EVE.name
    first = everything["done_sets"][0]
    assert (first["load"], first["load_unit"], first["reps"]) == ("62.5", "kg", 8)
    assert (first["day"], first["performed_at"]) == (TODAY.isoformat(), NOW.isoformat())
    assert "heaviness" not in first
    assert everything["talks"][0]["talk"]["pending"] == {"said": EVE.name}
    assert everything["inbox"][0]["body"] == {"message": {"text": EVE.name}}
    assert everything["reminders"][0]["at"] == "18:30:00"


def test_the_export_of_nobody_is_empty(work: SqlWork, connection: Connection) -> None:
    live(work, BEN, 1)
    assert not any(told(work, 404).values())
    assert connection.execute(select(func.count()).select_from(inbox)).scalar_one() == 3


@pytest.mark.parametrize("body", [b"\xff\x00not json", b""])
def test_a_body_that_nobody_can_read_does_not_stop_the_export(work: SqlWork, ann: int, body: bytes) -> None:
    work.inbox.accept([(1, 1001, body)], NOW)
    [found] = told(work, ann)["inbox"]
    assert found["body"] == body.decode("utf-8", "replace")


def test_a_file_on_its_way_is_told_of_without_its_bytes(work: SqlWork, ann: int) -> None:
    body = SECRET.encode() * 1000
    work.outbox.put([Outgoing(ANN.id, "sendDocument", {}, file=("log.csv", body))], NOW)
    [found] = told(work, ann)["outbox"]
    assert (found["file_name"], found["file_size"]) == ("log.csv", len(body))
    assert "file" not in found
    assert SECRET not in str(found)


def test_a_refused_file_is_not_kept(work: SqlWork, ann: int, connection: Connection) -> None:
    work.outbox.put([Outgoing(ANN.id, "sendDocument", {}, file=("log.csv", SECRET.encode()))], NOW)
    [row] = work.outbox.exchange([], limit=1, now=NOW, until=NOW)
    work.outbox.exchange([Sent(row.id, fault="Request Entity Too Large")], limit=0, now=NOW, until=NOW)
    assert connection.execute(select(outbox.c.fault, outbox.c.file)).one() == ("Request Entity Too Large", None)
