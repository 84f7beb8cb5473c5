"""What do the services ask of storage? One `Work` is one transaction: all of it is kept, or nothing."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Protocol, TypeVar

from bot.domain.athlete import Athlete
from bot.domain.hurting import Off
from bot.domain.session import Session
from bot.domain.training import GaveOut
from bot.domain.units import Load, Unit
from bot.services.bests import Bests
from bot.services.broadcasts import Broadcasts
from bot.services.dead_letters import DeadLetters
from bot.services.entries import Changes, History, Log
from bot.services.figures import Figures
from bot.services.heard import Heard
from bot.services.imports import Imports
from bot.services.logbook import Notes, WeighIns
from bot.services.mail import Inbox, Outbox
from bot.services.messages import Person
from bot.services.open_questions import OpenQuestions
from bot.services.orders import Orders
from bot.services.plans import Gyms, Plans
from bot.services.progress import Progress
from bot.services.reminders import Missed, PushStates, Reminders
from bot.services.sent_pictures import SentPictures
from bot.services.timers import Timers
from bot.services.todays import Asked, Todays
from bot.services.uploads import Uploads
from bot.services.weekly_reports import WeeklyReports

T = TypeVar("T")
REMEMBERED = 8
"""Questions a chat keeps in words, so that "wrong?" under one of its last answers can say which it was."""


@dataclass(frozen=True, slots=True)
class Tap:
    """What can be taken back and is no entry of the log (`services.taps_back`); `after` is the newest entry then."""

    what: str
    number: int
    position: int
    after: int


@dataclass(frozen=True, slots=True)
class Talk:
    """What a chat was about: JSON-able values only. `pending` is a question of the coach not yet answered."""

    intent: str | None = None
    exercises: tuple[str, ...] = ()
    muscles: tuple[str, ...] = ()
    offered: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """The readings last offered as buttons: (intent, ids), in the order shown."""
    asked: tuple[Heard, ...] = ()
    """The last questions, oldest first."""
    exercise_logged: str | None = None
    waiting_for: str | None = None
    """What the next text answers: a city, a reminder time, a load; None for nothing."""
    pending: Mapping[str, object] | None = None
    at: datetime | None = None
    advice: str | None = None
    """The entry of the pain tree that was given last ..."""
    hurt_at: datetime | None = None
    """... and when."""
    tapped: tuple[Tap, ...] = ()
    """What /undo takes back beside entries of the log, oldest first."""
    dark_asked: bool = False
    """Whether pictures are to be dark was asked, under the first one: a bot is not told of a chat's theme."""
    asked_at: datetime | None = None
    """When the last question was answered; None once a set was written, or the card was looked at, after it."""

    def heard(self, question: Heard) -> "Talk":
        """The talk with one more question in it."""
        return replace(self, asked=(*self.asked[1 - REMEMBERED :], question))


@dataclass(frozen=True, slots=True)
class Visit:
    """Who writes, what their chat was about and which session is open, read at once: most messages need no more."""

    athlete: Athlete
    first: bool
    """They were never seen before."""
    talk: Talk = Talk()
    open_session: int | None = None
    open_exercise: str | None = None
    """The exercise on the card of the open session."""
    missed: Missed | None = None
    """Pushes that did not come, to be told with the answer."""
    rung: bool = False
    """Something rang, or was said by a timer, whose message may have to go from the chat."""


class Athletes(Protocol):
    def visit(self, person: Person, chat: int, now: datetime) -> Visit:
        """Meet them, and see where they stand in this chat."""
        ...

    def meet(self, person: Person, chat: int, now: datetime) -> tuple[Athlete, bool]:
        """The athlete behind a Telegram person, made at the first meeting (then True); the chat is linked to them."""
        ...

    def find(self, telegram_id: int) -> Athlete | None: ...

    def choose_unit(self, athlete: int, unit: Unit) -> None: ...

    def choose_zone(self, athlete: int, zone: str) -> None: ...

    def turn_day(self, athlete: int, hour: int) -> None:
        """A new day begins for them at this local hour."""
        ...

    def set_rest_timer(self, athlete: int, *, on: bool) -> None: ...

    def set_dark_pictures(self, athlete: int, *, on: bool) -> None: ...

    def set_weekly_report(self, athlete: int, *, on: bool) -> None: ...

    def present(self, athlete: int, *, here: bool, now: datetime) -> None:
        """Whether their chats take messages: False when they blocked the bot."""
        ...

    def forget(self, athlete: int) -> None:
        """Delete everything kept about them, bodies of their messages and replies still waiting included."""
        ...

    def everything(self, athlete: int) -> Iterator[tuple[str, Iterator[Mapping[str, object]]]]:
        """All that is kept about them: each table and its rows, read as they are asked for, as plain JSON values.
        Numbers of loads are text, times in ISO 8601; of a file that waits to be sent there is its name and size."""
        ...


class Sessions(Protocol):
    def open(self, athlete: int) -> Session | None:
        """The open session with its items and their sets; there is at most one."""
        ...

    def get(self, athlete: int, session: int) -> Session | None:
        """One of the athlete's sessions; None where it is not theirs."""
        ...

    def start(self, athlete: int, todays: Todays, *, now: datetime, day: date) -> Session:
        """The one open session: this one, or the one that began at the same moment."""
        ...

    def last_of_plan(self, athlete: int, plan: int, before: date) -> Session | None:
        """The session of a plan that was finished last, of a day before this one."""
        ...

    def note_gave_out(self, session: int, position: int, what: GaveOut | None) -> None: ...

    def move(self, session: int, position: int) -> None: ...

    def skip(self, session: int, position: int, *, skipped: bool = True) -> None: ...

    def swap(self, session: int, position: int, asked: Asked) -> None: ...

    def advise_anew(self, session: int, position: int, asked: Asked) -> None:
        """What is asked and advised in its place; what was done, chosen, or left aside stays."""
        ...

    def choose_load(self, session: int, position: int, load: Load | None) -> None: ...

    def ask_less(self, session: int, position: int, *, sets: int, rest: int) -> None: ...

    def lighten(self, session: int) -> None:
        """It raises no load."""
        ...

    def finish(self, session: int, now: datetime) -> None: ...

    def reopen(self, session: int) -> None: ...

    def take_on(self, session: int, day: date) -> None:
        """It is of another day."""
        ...

    def discard(self, session: int) -> None:
        """Delete a session that holds no set."""
        ...

    def last_finished(self, athlete: int) -> Session | None: ...

    def covered(self, athlete: int, first: date, last: date) -> Mapping[date, int]:
        """By day with a session that has a working set, how many of them were finished and done by half."""
        ...

    def light_days(self, athlete: int, first: date, last: date) -> frozenset[date]:
        """Days with a session of a light week of which a set was done; one that was only shortened is none."""
        ...


class Hurts(Protocol):
    def all(self, athlete: int) -> Sequence[Off]:
        """The lifts that are off, and those that were put back lately; the longest first."""
        ...

    def put(self, athlete: int, off: Off) -> None:
        """One row a lift: in place of the one before."""
        ...

    def drop(self, athlete: int, exercise: str) -> None: ...

    def asked(self, athlete: int, exercise: str, now: datetime) -> None: ...


class Talks(Protocol):
    def get(self, chat: int) -> Talk: ...

    def hold(self, chat: int) -> Talk:
        """For whoever changes it beside the turns: a turn that has put it is waited for, and its talk is read."""
        ...

    def put(self, chat: int, talk: Talk) -> None: ...


class Work(Protocol):
    @property
    def athletes(self) -> Athletes: ...
    @property
    def log(self) -> Log: ...
    @property
    def changes(self) -> Changes: ...
    @property
    def history(self) -> History: ...
    @property
    def imports(self) -> Imports: ...
    @property
    def uploads(self) -> Uploads: ...
    @property
    def orders(self) -> Orders: ...
    @property
    def bests(self) -> Bests: ...
    @property
    def progress(self) -> Progress: ...
    @property
    def weigh_ins(self) -> WeighIns: ...
    @property
    def notes(self) -> Notes: ...
    @property
    def sessions(self) -> Sessions: ...
    @property
    def plans(self) -> Plans: ...
    @property
    def gyms(self) -> Gyms: ...
    @property
    def hurts(self) -> Hurts: ...
    @property
    def weekly_reports(self) -> WeeklyReports: ...
    @property
    def talks(self) -> Talks: ...
    @property
    def reminders(self) -> Reminders: ...
    @property
    def push_states(self) -> PushStates: ...
    @property
    def timers(self) -> Timers: ...
    @property
    def open_questions(self) -> OpenQuestions: ...
    @property
    def inbox(self) -> Inbox: ...
    @property
    def outbox(self) -> Outbox: ...
    @property
    def sent_pictures(self) -> SentPictures: ...
    @property
    def dead_letters(self) -> DeadLetters: ...
    @property
    def broadcasts(self) -> Broadcasts: ...
    @property
    def figures(self) -> Figures: ...


class Database(Protocol):
    async def run(self, job: Callable[[Work], T]) -> T:
        """Run `job` on a database thread inside one transaction; its result once that is committed.

        Trouble of the database itself (gone, locked, full, a deadlock) is raised as StorageUnavailable; whatever
        else `job` raises comes through as it is, after the transaction was rolled back.
        """
        ...
