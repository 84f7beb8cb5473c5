"""Is a timer rung once, never twice and never lost, when the process ends between its claim and the message?"""

import signal
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.services.ports import Work
from bot.services.timers import Timer, TimerKind
from bot.storage.database import SqlDatabase, open_database
from tests.builders import NOW, TODAY, deadlift, planned, todays
from tests.storage.people import ANN

ROOT = Path(__file__).parents[2]
DUE = NOW + timedelta(minutes=3)
RINGER = """
import sys
from datetime import timedelta
from bot.services.messages import Outgoing
from bot.services.ring import ring
from bot.storage.database import open_database
from tests.storage.test_ring_crash import DUE

database = open_database(sys.argv[1])

def word(due):
    return [Outgoing(due.chat, "sendMessage", {"set": due.card.item.next_set})]

def claim(work):
    for timer, athlete in work.timers.due(DUE, 9):
        ring(work, word, timer, athlete, DUE)
    if sys.argv[2] == "before the commit":
        print("killed here", flush=True)
        sys.stdin.read()

database.run_now(claim)
print("killed here", flush=True)
sys.stdin.read()
"""


def rest(work: Work) -> None:
    athlete, _ = work.athletes.meet(ANN, ANN.id, NOW)
    session = work.sessions.start(athlete.id, todays("back", [planned()]), now=NOW, day=TODAY).id
    work.log.keep(athlete.id, [deadlift()], at=NOW, day=TODAY, session=session, positions=[0])
    work.timers.put([Timer(athlete.id, TimerKind.REST, ANN.id, session, NOW, DUE)])


def claimed(database: SqlDatabase, now: datetime) -> int:
    return len(database.run_now(lambda work: work.timers.due(now, 9)))


@pytest.mark.parametrize("when", ["before the commit", "after the commit"])
def test_after_a_kill_it_is_due_or_waits_to_be_sent_but_never_both(database_url: str, when: str) -> None:
    database = open_database(database_url)
    database.run_now(rest)
    database.close()
    ringer = subprocess.Popen(
        [sys.executable, "-c", RINGER, database_url, when],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with ringer:
        assert ringer.stdout is not None
        assert ringer.stdout.readline() == "killed here\n"
        ringer.send_signal(signal.SIGKILL)
    after = open_database(database_url)
    while not claimed(after, DUE) and not after.run_now(lambda work: work.outbox.waiting()):
        pass
    rows = after.run_now(lambda work: work.outbox.exchange([], limit=9, now=DUE, until=DUE))
    waits = [row.outgoing.payload for row in rows]
    if when == "before the commit":
        assert (claimed(after, DUE), waits) == (1, [])
    else:
        assert (claimed(after, DUE), waits) == (0, [{"set": 2}])
    after.close()
