"""Does each request bring one file, whatever happens in between, and does nothing else of the chat wait for it?"""

from datetime import timedelta

from bot.services.exports import Export
from bot.services.mail import Sent
from bot.services.messages import Outgoing
from bot.storage.database import SqlDatabase
from bot.storage.work import SqlWork
from tests.builders import NOW
from tests.storage.people import ANN, BEN

LATER = NOW + timedelta(minutes=5)
FILE = Outgoing(ANN.id, "sendDocument", {}, file=("backcoach-sets.csv", b"Date"))


def test_one_file_of_a_kind_is_on_its_way_to_a_chat(work: SqlWork, ann: int) -> None:
    assert work.exports.ask(ANN.id, ANN.id, Export.SETS, NOW)
    assert not work.exports.ask(ANN.id, ANN.id, Export.SETS, NOW), "it is still to be made"
    assert work.exports.ask(ANN.id, ANN.id, Export.EVERYTHING, NOW)
    assert work.exports.ask(BEN.id, BEN.id, Export.SETS, NOW)
    wanted = work.exports.claim(NOW, LATER)
    assert wanted is not None
    assert (wanted.telegram_id, wanted.chat, wanted.export, wanted.tries) == (ANN.id, ANN.id, Export.SETS, 0)
    assert work.exports.made(wanted.id, [FILE], NOW)
    assert not work.exports.ask(ANN.id, ANN.id, Export.SETS, NOW), "it is not sent yet"
    [row] = work.outbox.exchange([], limit=5, now=NOW, until=LATER)
    assert row.outgoing == FILE
    work.outbox.exchange([Sent(row.id, 5)], limit=5, now=NOW, until=LATER)
    assert work.exports.ask(ANN.id, ANN.id, Export.SETS, NOW)


def test_whoever_dies_on_it_leaves_it_to_the_next_and_one_file_comes(work: SqlWork, ann: int) -> None:
    work.exports.ask(ANN.id, ANN.id, Export.SETS, NOW)
    first = work.exports.claim(NOW, LATER)
    assert first is not None
    assert work.exports.claim(NOW, LATER) is None, "it is somebody's"
    second = work.exports.claim(LATER, LATER + timedelta(minutes=5))
    assert second is not None
    assert (second.id, second.tries) == (first.id, 1)
    assert work.exports.made(second.id, [FILE], LATER)
    assert not work.exports.made(first.id, [FILE], LATER), "who took it first was only slow"
    assert [row.outgoing for row in work.outbox.exchange([], limit=5, now=LATER, until=LATER)] == [FILE]


def test_it_is_tried_again_when_it_was_given_back(work: SqlWork, ann: int) -> None:
    work.exports.ask(ANN.id, ANN.id, Export.SETS, NOW)
    wanted = work.exports.claim(NOW, LATER)
    assert wanted is not None
    work.exports.again(wanted.id, LATER)
    assert work.exports.claim(NOW, LATER) is None
    assert work.exports.claim(LATER, LATER) is not None


def test_a_start_takes_up_what_was_left(database: SqlDatabase) -> None:
    def live(work: SqlWork) -> bool:
        work.athletes.meet(ANN, ANN.id, NOW)
        work.exports.ask(ANN.id, ANN.id, Export.SETS, NOW)
        work.exports.claim(NOW, LATER)
        work.outbox.release()
        return work.exports.claim(NOW, LATER) is not None

    one_process = database.engine.dialect.name == "sqlite"
    assert database.run_now(live) is one_process  # type: ignore[arg-type]


def test_no_reply_waits_for_it_and_no_sender_takes_it(work: SqlWork, ann: int) -> None:
    work.exports.ask(ANN.id, ANN.id, Export.SETS, NOW)
    reply = Outgoing(ANN.id, "sendMessage", {"text": "kept"})
    work.outbox.put([reply], NOW)
    assert [row.outgoing for row in work.outbox.exchange([], limit=5, now=NOW, until=NOW)] == [reply]
    wanted = work.exports.claim(NOW, LATER)
    assert wanted is not None
    assert [row.outgoing for row in work.outbox.exchange([], limit=5, now=NOW, until=NOW)] == [reply]
    work.exports.again(wanted.id, LATER)
    assert [row.outgoing for row in work.outbox.exchange([], limit=5, now=NOW, until=NOW)] == [reply]


def test_who_is_forgotten_gets_no_file(work: SqlWork, ann: int) -> None:
    work.exports.ask(ANN.id, ANN.id, Export.SETS, NOW)
    wanted = work.exports.claim(NOW, LATER)
    assert wanted is not None
    work.athletes.forget(ann)
    assert not work.exports.made(wanted.id, [FILE], NOW)
    assert work.outbox.waiting() == 0
