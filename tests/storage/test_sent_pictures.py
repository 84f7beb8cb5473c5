"""Is it known which pictures Telegram has, for each bot, until it says otherwise?"""

from datetime import timedelta

from bot.services.mail import OutboxRow, Sent
from bot.services.messages import Outgoing
from bot.services.orders import Lane, Order
from bot.services.sent_pictures import SentPicture
from bot.storage.work import SqlWork
from tests.builders import NOW
from tests.storage.people import ANN

BOT, OTHER = 42, 43
MAP = "muscles deadlift light 1"
ORDER = Order(ANN.id, ANN.id, Lane.PICTURES, "muscles-1.png", {"shows": "muscles"})


def test_an_id_is_its_bots_and_its_pictures(work: SqlWork) -> None:
    work.sent_pictures.note(SentPicture(BOT, MAP, "A"), NOW)
    assert work.sent_pictures.find(BOT, MAP) == "A"
    assert work.sent_pictures.find(OTHER, MAP) is None
    assert work.sent_pictures.find(BOT, "muscles deadlift light 2") is None


def test_the_newest_counts_and_a_refused_one_goes(work: SqlWork) -> None:
    for file_id in ("A", "B"):
        work.sent_pictures.note(SentPicture(BOT, MAP, file_id), NOW)
    work.sent_pictures.forget("A")
    assert work.sent_pictures.find(BOT, MAP) == "B", "another one was refused"
    work.sent_pictures.forget("B")
    assert work.sent_pictures.find(BOT, MAP) is None


def test_the_old_are_forgotten(work: SqlWork) -> None:
    work.sent_pictures.note(SentPicture(BOT, MAP, "A"), NOW)
    work.sent_pictures.note(SentPicture(OTHER, MAP, "B"), NOW - timedelta(days=1))
    assert work.sent_pictures.purge(NOW) == 1
    assert work.sent_pictures.find(BOT, MAP) == "A"


def leased(work: SqlWork, call: Outgoing) -> OutboxRow:
    work.outbox.put([call], NOW)
    [row] = work.outbox.exchange([], limit=1, now=NOW, until=NOW + timedelta(minutes=1))
    assert row.outgoing == call
    return row


def test_it_is_noted_with_the_end_of_the_call_that_uploaded_it(work: SqlWork) -> None:
    row = leased(work, Outgoing(ANN.id, "sendPhoto", {}, file=("a", b"1"), picture=MAP))
    work.outbox.exchange([Sent(row.id, 5, picture=SentPicture(BOT, MAP, "A"))], limit=0, now=NOW, until=NOW)
    assert work.sent_pictures.find(BOT, MAP) == "A"
    assert work.outbox.waiting() == 0


def test_a_refused_id_goes_and_an_order_stands_in_place_of_its_call(work: SqlWork) -> None:
    work.sent_pictures.note(SentPicture(BOT, MAP, "A"), NOW)
    row = leased(work, Outgoing(ANN.id, "sendPhoto", {"photo": "A"}, picture=MAP))
    for _ in range(2):  # a note that was made already changes nothing
        assert work.outbox.exchange([Sent(row.id, instead=ORDER)], limit=5, now=NOW, until=NOW) == []
        assert work.sent_pictures.find(BOT, MAP) is None
        assert work.outbox.waiting() == 1
    wanted = work.orders.claim([Lane.PICTURES], NOW, NOW)
    assert wanted is not None
    assert wanted.order == ORDER
