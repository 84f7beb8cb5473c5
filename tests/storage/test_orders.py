"""Does each request bring one file, whatever happens in between, and does nothing else of the chat wait for it?"""

from datetime import timedelta

from bot.services.export_files import Export
from bot.services.mail import Sent
from bot.services.messages import Outgoing
from bot.services.orders import Lane, Order
from bot.storage.database import SqlDatabase
from bot.storage.work import SqlWork
from tests.builders import NOW
from tests.storage.people import ANN, BEN

LATER = NOW + timedelta(minutes=5)
FILE = Outgoing(ANN.id, "sendDocument", {}, file=("backcoach-sets.csv", b"Date"))


def test_one_file_of_a_kind_is_on_its_way_to_a_chat(work: SqlWork, ann: int) -> None:
    assert work.orders.ask(Order(ANN.id, ANN.id, Lane.FILES, Export.SETS, {}), NOW)
    assert not work.orders.ask(Order(ANN.id, ANN.id, Lane.FILES, Export.SETS, {}), NOW), "it is still to be made"
    assert work.orders.ask(Order(ANN.id, ANN.id, Lane.FILES, Export.EVERYTHING, {}), NOW)
    assert work.orders.ask(Order(BEN.id, BEN.id, Lane.FILES, Export.SETS, {}), NOW)
    wanted = work.orders.claim(list(Lane), NOW, LATER)
    assert wanted is not None
    assert (wanted.order, wanted.tries) == (Order(ANN.id, ANN.id, Lane.FILES, Export.SETS, {}), 0)
    assert work.orders.made(wanted.id, [FILE], NOW)
    assert not work.orders.ask(Order(ANN.id, ANN.id, Lane.FILES, Export.SETS, {}), NOW), "it is not sent yet"
    [row] = work.outbox.exchange([], limit=5, now=NOW, until=LATER)
    assert row.outgoing == FILE
    work.outbox.exchange([Sent(row.id, 5)], limit=5, now=NOW, until=LATER)
    assert work.orders.ask(Order(ANN.id, ANN.id, Lane.FILES, Export.SETS, {}), NOW)


def test_whoever_dies_on_it_leaves_it_to_the_next_and_one_file_comes(work: SqlWork, ann: int) -> None:
    work.orders.ask(Order(ANN.id, ANN.id, Lane.FILES, Export.SETS, {}), NOW)
    first = work.orders.claim(list(Lane), NOW, LATER)
    assert first is not None
    assert work.orders.claim(list(Lane), NOW, LATER) is None, "it is somebody's"
    second = work.orders.claim(list(Lane), LATER, LATER + timedelta(minutes=5))
    assert second is not None
    assert (second.id, second.tries) == (first.id, 1)
    assert work.orders.made(second.id, [FILE], LATER)
    assert not work.orders.made(first.id, [FILE], LATER), "who took it first was only slow"
    assert [row.outgoing for row in work.outbox.exchange([], limit=5, now=LATER, until=LATER)] == [FILE]


def test_it_is_tried_again_when_it_was_given_back(work: SqlWork, ann: int) -> None:
    work.orders.ask(Order(ANN.id, ANN.id, Lane.FILES, Export.SETS, {}), NOW)
    wanted = work.orders.claim(list(Lane), NOW, LATER)
    assert wanted is not None
    work.orders.again(wanted.id, LATER)
    assert work.orders.claim(list(Lane), NOW, LATER) is None
    assert work.orders.claim(list(Lane), LATER, LATER) is not None


def test_a_start_takes_up_what_was_left(database: SqlDatabase) -> None:
    def live(work: SqlWork) -> bool:
        work.athletes.meet(ANN, ANN.id, NOW)
        work.orders.ask(Order(ANN.id, ANN.id, Lane.FILES, Export.SETS, {}), NOW)
        work.orders.claim(list(Lane), NOW, LATER)
        work.outbox.release()
        return work.orders.claim(list(Lane), NOW, LATER) is not None

    one_process = database.engine.dialect.name == "sqlite"
    assert database.run_now(live) is one_process  # type: ignore[arg-type]


def test_no_reply_waits_for_it_and_no_sender_takes_it(work: SqlWork, ann: int) -> None:
    work.orders.ask(Order(ANN.id, ANN.id, Lane.FILES, Export.SETS, {}), NOW)
    reply = Outgoing(ANN.id, "sendMessage", {"text": "kept"})
    work.outbox.put([reply], NOW)
    assert [row.outgoing for row in work.outbox.exchange([], limit=5, now=NOW, until=NOW)] == [reply]
    wanted = work.orders.claim(list(Lane), NOW, LATER)
    assert wanted is not None
    assert [row.outgoing for row in work.outbox.exchange([], limit=5, now=NOW, until=NOW)] == [reply]
    work.orders.again(wanted.id, LATER)
    assert [row.outgoing for row in work.outbox.exchange([], limit=5, now=NOW, until=NOW)] == [reply]


def test_who_is_forgotten_gets_no_file(work: SqlWork, ann: int) -> None:
    work.orders.ask(Order(ANN.id, ANN.id, Lane.FILES, Export.SETS, {}), NOW)
    wanted = work.orders.claim(list(Lane), NOW, LATER)
    assert wanted is not None
    work.athletes.forget(ann)
    assert not work.orders.made(wanted.id, [FILE], NOW)
    assert work.outbox.waiting() == 0
