"""Is all that was committed there after a process was killed, and nothing of what was not?"""

import signal
import subprocess
import sys
from pathlib import Path

from bot.storage.database import open_database
from tests.builders import NOW
from tests.storage.people import ANN

ROOT = Path(__file__).parents[2]
WRITER = """
import sys
from bot.services.messages import Outgoing
from bot.storage.database import open_database
from tests.builders import NOW, TODAY, deadlift
from tests.storage.people import ANN

database = open_database(sys.argv[1])

def turn(work):
    (row,) = work.inbox.claim(1)
    athlete, _ = work.athletes.meet(ANN, ANN.id, NOW)
    work.log.keep(athlete.id, [deadlift(row.update)], at=NOW, day=TODAY)
    work.outbox.put([Outgoing(ANN.id, "sendMessage", {"number": row.update})], NOW)
    work.inbox.done([row.update], NOW)
    return row.update

def turn_that_never_ends(work):
    turn(work)
    print("in the middle", flush=True)
    sys.stdin.read()

for _ in range(20):
    print(database.run_now(turn), flush=True)
database.run_now(turn_that_never_ends)
"""


def test_after_a_kill_every_confirmed_turn_is_there_whole_and_the_unfinished_one_not_at_all(database_url: str) -> None:
    database = open_database(database_url)
    database.run_now(lambda work: work.inbox.accept([(number, ANN.id, b"{}") for number in range(1, 31)], NOW))
    database.close()
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, database_url], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with writer:
        assert writer.stdout is not None
        confirmed = [int(writer.stdout.readline()) for _ in range(20)]
        assert writer.stdout.readline() == "in the middle\n"
        writer.send_signal(signal.SIGKILL)
    after = open_database(database_url)
    after.run_now(lambda work: work.inbox.count_try([21]))  # waits until PostgreSQL has seen that its holder is gone
    athlete = after.run_now(lambda work: work.athletes.find(ANN.id))
    assert athlete is not None
    (day,) = after.run_now(lambda work: work.history.days(athlete.id))
    assert [one.done.reps for one in day.sets] == confirmed
    rows = after.run_now(lambda work: work.outbox.exchange([], limit=100, now=NOW, until=NOW))
    assert [row.outgoing.payload["number"] for row in rows] == confirmed
    assert [row.update for row in after.run_now(lambda work: work.inbox.claim(100))] == list(range(21, 31))
    after.close()
