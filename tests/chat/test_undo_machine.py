"""Whatever is logged, corrected, edited, changed or deleted: does /undo walk back through it, state by state?"""

from collections import Counter
from datetime import timedelta
from itertools import count

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.chat.buttons.of_log import ChangeCount, DeleteSet
from bot.chat.press import Press as Pressed
from bot.chat.respond import respond
from bot.domain.training import KeptSet
from bot.services.messages import ChatKind, Content, Incoming, Person, Press, Text
from bot.services.ports import Work
from bot.storage.database import SqlDatabase
from tests.builders import NOW
from tests.journeys.people import coach

SETS = [
    "deadlift 100x8",
    "deadlift 100x8, 90x8, 80x6",
    "pull ups 8, 7",
    "lat pulldown 3x10 50",
    "db row 24x12",
    "same again",
]
BESIDE = ["bw 82.5", "note deadlift: hook grip", "/workout", "8", "100x5", "/finish"]
CORRECTIONS = ["make that 7", "it was 6 reps", "delete the last one", "delete the last two", "that was yesterday"]
CORRECTIONS += ["the last one was 5", "wrong exercise, it was chin-ups", "rpe 8", "that was a warm up"]
SAID = st.sampled_from(SETS + BESIDE + CORRECTIONS).map(lambda text: ("says", text))
EDITS = st.tuples(st.just("edits"), st.sampled_from([*SETS[:5], "deadlift 110x3", "pull ups 5"]))
CHANGES = st.tuples(st.sampled_from(["changes", "deletes"]), st.integers(0, 9))
UNDONE = st.just(("undoes", ""))
STEPS = st.lists(SAID | EDITS | CHANGES | UNDONE, min_size=2, max_size=12)
PEOPLE = count(5_000_000)

State = Counter[str]


class Lifter:
    """One person who writes and taps, and what is in their log."""

    def __init__(self, database: SqlDatabase) -> None:
        self.database = database
        self.person = Person(next(PEOPLE), "Ann")
        self.numbers = count(self.person.id * 1000)
        self.messages: list[int] = []
        self.now = NOW

    def _sends(self, content: Content, message: int | None) -> str:
        self.now += timedelta(seconds=20)
        number = next(self.numbers)
        incoming = Incoming(number, self.person.id, ChatKind.PRIVATE, self.person, self.now, message, content)
        calls = self.database.run_now(lambda work: respond(work, coach(), incoming))
        return " ".join(str(call.payload.get("text", "")) for call in calls)

    def says(self, text: str) -> str:
        message = next(self.numbers)
        self.messages.append(message)
        return self._sends(Text(text), message)

    def edits(self, text: str) -> str:
        """The last message; where there is none it is written."""
        return self._sends(Text(text, edited=True), self.messages[-1]) if self.messages else self.says(text)

    def taps(self, press: Pressed) -> str:
        return self._sends(Press("q", press.pack(), 1), 1)

    def kept(self, place: int) -> int | None:
        """The number of a set in the log."""
        sets = self._sets()
        return sets[place % len(sets)].id if sets else None

    def _sets(self) -> list[KeptSet]:
        return self.database.run_now(lambda work: [*work.history.every(self._id(work))])

    def _id(self, work: Work) -> int:
        found = work.athletes.find(self.person.id)
        assert found is not None
        return found.id

    def state(self) -> State:
        """Sets with their days, body weights and notes."""

        def look(work: Work) -> State:
            me = self._id(work)
            sets = (f"{kept.day} {kept.done}" for kept in work.history.every(me))
            weights = (f"{one.day} {one.weight}" for one in work.weigh_ins.all(me))
            notes = (f"{one.exercise} {one.text}" for one in work.notes.newest(me, limit=100))
            return Counter([*sets, *weights, *notes])

        return self.database.run_now(look)

    def does(self, step: tuple[str, object]) -> str:
        what, how = step
        if what in ("says", "edits"):
            return str(getattr(self, what)(how))
        kept = self.kept(int(str(how)))
        if kept is None:
            return ""
        return self.taps(DeleteSet(kept) if what == "deletes" else ChangeCount(kept, 4))


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(steps=STEPS)
def test_undo_walks_back_state_by_state(database: SqlDatabase, steps: list[tuple[str, object]]) -> None:
    ann = Lifter(database)
    ann.says("/start")
    before: list[State] = []
    for step in steps:
        state = ann.state()
        if step[0] == "undoes":
            ann.says("/undo")
            assert ann.state() == (before.pop() if before else Counter()), step
            continue
        said = ann.does(step)
        if ann.state() != state:
            before.append(state)
        else:
            assert not said.startswith(("✓", "Corrected", "Taken back", "Deleted")), (step, said)
    while before:
        ann.says("/undo")
        assert ann.state() == before.pop()
    assert "Nothing to take back" in ann.says("/undo")
