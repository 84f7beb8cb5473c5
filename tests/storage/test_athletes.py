"""Is a person met once, and are their choices kept?"""

from datetime import timedelta

from sqlalchemy import Connection, event, select

from bot.domain.athlete import Athlete
from bot.domain.units import Unit
from bot.services.messages import Person
from bot.services.ports import Talk, Visit
from bot.storage.database import SqlDatabase
from bot.storage.tables import chats
from bot.storage.work import SqlWork
from tests.builders import NOW, TODAY, planned, todays
from tests.storage.people import ANN, BEN, GROUP


def test_a_person_is_new_once(work: SqlWork) -> None:
    first, new = work.athletes.meet(ANN, ANN.id, NOW)
    again, new_again = work.athletes.meet(ANN, ANN.id, NOW)
    assert new
    assert not new_again
    assert first == again == Athlete(first.id, ANN.id, "Ann", Unit.KG, False, "UTC", False)


def test_two_people_in_one_chat_are_two_athletes(work: SqlWork, connection: Connection) -> None:
    ann, ben = (work.athletes.meet(person, GROUP, NOW)[0] for person in (ANN, BEN))
    assert ann.id != ben.id
    linked = connection.execute(select(chats.c.athlete_id).where(chats.c.chat == GROUP)).scalars()
    assert set(linked) == {ann.id, ben.id}


def test_choices_are_kept_and_marked_as_chosen(work: SqlWork, ann: int) -> None:
    work.athletes.choose_unit(ann, Unit.LB)
    work.athletes.choose_zone(ann, "Europe/Vienna")
    assert work.athletes.find(ANN.id) == Athlete(ann, ANN.id, "Ann", Unit.LB, True, "Europe/Vienna", True)


def test_somebody_else_keeps_their_own_choices(work: SqlWork, ann: int) -> None:
    ben, _ = work.athletes.meet(BEN, BEN.id, NOW)
    work.athletes.choose_unit(ann, Unit.LB)
    assert work.athletes.find(BEN.id) == ben


def test_a_stranger_is_not_found(work: SqlWork) -> None:
    assert work.athletes.find(404) is None


def test_a_new_name_is_taken_over(work: SqlWork, ann: int) -> None:
    renamed, _ = work.athletes.meet(Person(ANN.id, "Ann\x00a <b>"), ANN.id, NOW)
    assert renamed.name == "Anna <b>"
    assert work.athletes.find(ANN.id) == renamed


def test_a_known_person_costs_one_question_and_no_write(database: SqlDatabase) -> None:
    database.run_now(lambda work: work.athletes.meet(ANN, ANN.id, NOW))
    asked: list[str] = []
    event.listen(database.engine, "before_cursor_execute", lambda *call: asked.append(call[2]))
    database.run_now(lambda work: work.athletes.meet(ANN, ANN.id, NOW))
    assert [words.split()[0] for words in asked if not words.startswith("BEGIN")] == ["SELECT"]


def test_who_writes_again_is_here_again(work: SqlWork, connection: Connection, ann: int) -> None:
    gone_at = select(chats.c.gone_at).where(chats.c.athlete_id == ann)
    work.athletes.present(ann, here=False, now=NOW)
    assert connection.execute(gone_at).scalar_one() == NOW
    work.athletes.meet(ANN, ANN.id, NOW + timedelta(days=1))
    assert connection.execute(gone_at).scalar_one() is None


def test_a_visit_says_who_writes_what_about_and_what_is_open(work: SqlWork) -> None:
    first = work.athletes.visit(ANN, ANN.id, NOW)
    assert (first.first, first.talk, first.open_session, first.open_exercise) == (True, Talk(), None, None)
    talk = Talk(intent="how_to", exercises=("deadlift",), at=NOW)
    work.talks.put(ANN.id, talk)
    session = work.sessions.start(first.athlete.id, todays("back", [planned(), planned("pull-up")]), now=NOW, day=TODAY)
    work.sessions.move(session.id, 1)
    again = work.athletes.visit(ANN, ANN.id, NOW)
    assert again == Visit(first.athlete, False, talk, session.id, "pull-up")
    work.sessions.move(session.id, 2)
    assert work.athletes.visit(ANN, ANN.id, NOW).open_exercise is None
    work.sessions.finish(session.id, NOW)
    assert work.athletes.visit(ANN, ANN.id, NOW).open_session is None
