"""Is a message to everybody kept only as long as somebody may press a button of it?"""

from datetime import timedelta

from sqlalchemy import Connection, select

from bot.services.broadcasts import State, progress_screen
from bot.services.mail import Sent
from bot.services.messages import Outgoing
from bot.storage.tables import broadcasts, screens
from bot.storage.work import SqlWork
from tests.builders import NOW
from tests.storage.people import ANN

LATER = NOW + timedelta(days=8)


def shown(work: SqlWork, number: int) -> None:
    """How far it is stands in its author's chat."""
    work.outbox.put([Outgoing(ANN.id, "sendMessage", {}, screen=progress_screen(number))], NOW)
    [row] = work.outbox.exchange([], limit=1, now=NOW, until=NOW)
    work.outbox.exchange([Sent(row.id, 5)], limit=0, now=NOW, until=NOW)


def test_what_is_over_is_purged_and_what_goes_out_stays(work: SqlWork, ann: int, connection: Connection) -> None:
    numbers = {}
    for state in (State.SENDING, State.DONE, State.STOPPED):
        numbers[state] = work.broadcasts.draft(ann, ANN.id, f"it is {state}", NOW)
        work.broadcasts.confirm(numbers[state], 1, NOW)
        shown(work, numbers[state])
        if state is not State.SENDING:
            work.broadcasts.end(numbers[state], state)
    work.broadcasts.draft(ann, ANN.id, "a draft", NOW)
    assert work.broadcasts.purge(NOW) == 0
    assert work.broadcasts.purge(LATER) == 3
    assert connection.execute(select(broadcasts.c.text)).scalars().all() == ["it is sending"]
    assert connection.execute(select(screens.c.name)).scalars().all() == [progress_screen(numbers[State.SENDING])]
