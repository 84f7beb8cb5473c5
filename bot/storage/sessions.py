"""Which session is open, what does it ask, and what was done of it?"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, case, delete, exists, func, insert, null, select, true, update

from bot.domain.advice import Advice
from bot.domain.session import Session, SessionItem, SessionState
from bot.domain.training import GaveOut, KeptSet, PlannedExercise, RepRange, most_of
from bot.domain.units import Load
from bot.services.todays import Asked, Todays
from bot.storage.conflicts import insert_new
from bot.storage.done_sets import COLUMNS, kept
from bot.storage.kept_json import Kept
from bot.storage.tables import FINISHED, ONE, OPEN, STANDING, WORKING, done_sets, session_items, sessions, swapped_lifts

ADVICE = Kept(Advice, later=("block",))
WHOLE = (
    select(
        sessions.c.id,
        sessions.c.program,
        sessions.c.started_at,
        sessions.c.day,
        sessions.c.state,
        sessions.c.position,
        sessions.c.finished_at,
        sessions.c.title,
        sessions.c.plan_id,
        sessions.c.part,
        sessions.c.light,
        sessions.c.deload,
        session_items.c.position,
        session_items.c.exercise,
        session_items.c.sets,
        session_items.c.reps_low,
        session_items.c.reps_high,
        session_items.c.rest,
        session_items.c.per_side,
        session_items.c.timed,
        session_items.c.bodyweight,
        session_items.c.skipped,
        session_items.c.load,
        session_items.c.load_unit,
        session_items.c.method,
        session_items.c.rpe,
        session_items.c.percent,
        session_items.c.gave_out,
        session_items.c.advice,
    )
    .outerjoin(session_items)
    .order_by(session_items.c.position)
)
ITEM_FROM = 12
"""The column of WHOLE at which an item begins."""
OWN = sessions.c.athlete_id == bindparam("athlete")

OPEN_ONE = WHOLE.where(OWN, OPEN)
NUMBERED = WHOLE.where(OWN, sessions.c.id == bindparam("session"))
NEWEST_FINISHED = (
    select(sessions.c.id).where(OWN, FINISHED).order_by(sessions.c.finished_at.desc(), sessions.c.id.desc()).limit(ONE)
)
LAST_FINISHED = WHOLE.where(sessions.c.id == NEWEST_FINISHED.scalar_subquery())
DONE = (
    select(done_sets.c.position, *COLUMNS)
    .where(done_sets.c.session_id == bindparam("session"), STANDING)
    .order_by(done_sets.c.id)
)

START = {dialect: insert.returning(sessions.c.id) for dialect, insert in insert_new(sessions).items()}
PLAN = insert(session_items)
THIS = sessions.c.id == bindparam("session")
ITEM = update(session_items).where(
    session_items.c.session_id == bindparam("session"), session_items.c.position == bindparam("place")
)
MOVE = update(sessions).where(THIS).values(position=bindparam("place"))
SKIP = ITEM.values(skipped=bindparam("aside"))
LOAD = ITEM.values(
    load=bindparam("amount", type_=session_items.c.load.type),
    load_unit=bindparam("unit", type_=session_items.c.load_unit.type),
)
ADVISE_ANEW = ITEM.values(
    **{
        name: bindparam(f"new_{name}", type_=session_items.c[name].type)
        for name in (
            *("exercise", "sets", "reps_low", "reps_high", "rest", "per_side", "timed", "bodyweight"),
            *("method", "rpe", "percent", "advice"),
        )
    }
)
SAME_LIFT = session_items.c.exercise == bindparam("new_exercise")
RENEW = ADVISE_ANEW.values(
    load=case((SAME_LIFT, session_items.c.load), else_=null()),
    load_unit=case((SAME_LIFT, session_items.c.load_unit), else_=null()),
)
"""A load that was chosen on the card is of the lift that stood there."""
SWAP = ADVISE_ANEW.values(
    gave_out=bindparam("what", type_=session_items.c.gave_out.type),
    skipped=False,
    load=null(),
    load_unit=null(),
)
REMEMBERED = ("exercise", "sets", "reps_low", "reps_high", "gave_out")
SET_OUT = (
    select(session_items.c.session_id, sessions.c.athlete_id, *(session_items.c[name] for name in REMEMBERED))
    .join(sessions)
    .where(
        session_items.c.session_id == bindparam("session"),
        session_items.c.position == bindparam("place"),
        exists().where(
            done_sets.c.session_id == session_items.c.session_id, done_sets.c.exercise == session_items.c.exercise
        ),
        ~exists().where(
            swapped_lifts.c.session_id == session_items.c.session_id,
            swapped_lifts.c.exercise == session_items.c.exercise,
        ),
    )
)
REMEMBER = insert(swapped_lifts).from_select(["session_id", "athlete_id", *REMEMBERED], SET_OUT)
OF_SWAPPED = (swapped_lifts.c.session_id == bindparam("session"), swapped_lifts.c.exercise == bindparam("exercise"))
BROUGHT_BACK = select(swapped_lifts.c.gave_out).where(*OF_SWAPPED)
STANDS_ELSEWHERE = exists().where(
    done_sets.c.session_id == swapped_lifts.c.session_id,
    done_sets.c.exercise == swapped_lifts.c.exercise,
    done_sets.c.position != bindparam("place"),
)
FORGET = delete(swapped_lifts).where(*OF_SWAPPED, ~STANDS_ELSEWHERE)
"""Back in the place of its sets; in another one these keep what was asked of them."""
GAVE_OUT = ITEM.values(gave_out=bindparam("what", type_=session_items.c.gave_out.type))
NEWEST_OF_PLAN = (
    select(sessions.c.id)
    .where(OWN, FINISHED, sessions.c.plan_id == bindparam("number"))
    .where(sessions.c.day < bindparam("before", type_=sessions.c.day.type))
    .order_by(sessions.c.finished_at.desc(), sessions.c.id.desc())
    .limit(ONE)
)
LIGHT_ONES = select(sessions.c.day).where(
    OWN,
    sessions.c.deload,
    sessions.c.day.between(bindparam("first"), bindparam("last")),
    exists().where(done_sets.c.session_id == sessions.c.id, STANDING),
)
WORKED = exists().where(
    done_sets.c.session_id == session_items.c.session_id,
    done_sets.c.position == session_items.c.position,
    WORKING,
)
TOUCHED = exists().where(
    done_sets.c.session_id == session_items.c.session_id,
    done_sets.c.position == session_items.c.position,
    STANDING,
)
LEFT_OUT = sessions.c.light & ~sessions.c.deload & session_items.c.skipped & ~TOUCHED
COVERED = (
    select(
        sessions.c.day,
        case((FINISHED, 1), else_=0),
        func.coalesce(func.sum(case((WORKED, 1), else_=0)), 0),
        func.coalesce(func.sum(case((LEFT_OUT, 0), (session_items.c.position.is_not(None), 1), else_=0)), 0),
    )
    .outerjoin(session_items)
    .where(
        OWN,
        sessions.c.day.between(bindparam("first"), bindparam("last")),
        exists().where(done_sets.c.session_id == sessions.c.id, WORKING),
    )
    .group_by(sessions.c.id, sessions.c.day, sessions.c.state)
)
"""Of each session its day, whether it is finished, and of how many of the lifts that it asked for a set was done:
as `Session.covered` counts them."""
LAST_OF_PLAN = WHOLE.where(sessions.c.id == NEWEST_OF_PLAN.scalar_subquery())
LESS = ITEM.values(sets=bindparam("count"), rest=bindparam("pause"))
LIGHTEN = update(sessions).where(THIS).values(light=true())
FINISH = (
    update(sessions)
    .where(THIS, OPEN)
    .values(state=SessionState.FINISHED, finished_at=bindparam("moment", type_=sessions.c.finished_at.type))
)
REOPEN = update(sessions).where(THIS).values(state=SessionState.OPEN, finished_at=null())
TAKE_ON = update(sessions).where(THIS).values(day=bindparam("today", type_=sessions.c.day.type))

HELD = exists().where(done_sets.c.session_id == bindparam("session"), STANDING)
DETACH = (
    update(done_sets)
    .where(done_sets.c.session_id == bindparam("session"), ~HELD)
    .values(session_id=null(), position=null())
)
DISCARD = delete(sessions).where(THIS, ~HELD)


def _columns_of(one: Asked) -> dict[str, object]:
    plan = one.plan
    return {
        "exercise": plan.exercise,
        "sets": plan.sets,
        "reps_low": plan.reps.low,
        "reps_high": plan.reps.high,
        "rest": plan.rest,
        "per_side": plan.per_side,
        "timed": plan.timed,
        "bodyweight": plan.bodyweight,
        "method": plan.method,
        "rpe": plan.rpe,
        "percent": plan.percent,
        "advice": None if one.advice is None else ADVICE.write(one.advice),
    }


class SqlSessions:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def open(self, athlete: int) -> Session | None:
        return self._whole(self._connection.execute(OPEN_ONE, {"athlete": athlete}).all())

    def get(self, athlete: int, session: int) -> Session | None:
        return self._whole(self._connection.execute(NUMBERED, {"athlete": athlete, "session": session}).all())

    def last_finished(self, athlete: int) -> Session | None:
        return self._whole(self._connection.execute(LAST_FINISHED, {"athlete": athlete}).all())

    def light_days(self, athlete: int, first: date, last: date) -> frozenset[date]:
        rows = self._connection.execute(LIGHT_ONES, {"athlete": athlete, "first": first, "last": last})
        return frozenset(rows.scalars())

    def covered(self, athlete: int, first: date, last: date) -> Mapping[date, int]:
        rows = self._connection.execute(COVERED, {"athlete": athlete, "first": first, "last": last})
        found = Counter[date]()
        for day, finished, done, asked in rows:
            found[day] += bool(finished) and most_of(done, asked)
        return found

    def _whole(self, rows: Sequence[Sequence[Any]]) -> Session | None:
        if not rows:
            return None
        number, program, started_at, day, state, position, finished_at, title, plan, part, light, deload, *_ = rows[0]
        done: dict[int | None, list[KeptSet]] = defaultdict(list)
        for place, *columns in self._connection.execute(DONE, {"session": number}):
            done[place].append(kept(columns))
        items = tuple(_item(row[ITEM_FROM:], done) for row in rows if row[ITEM_FROM] is not None)
        return Session(
            number,
            program,
            started_at,
            day,
            state,
            position,
            items,
            tuple(done[None]),
            finished_at,
            title,
            plan,
            part,
            light,
            deload,
        )

    def start(self, athlete: int, todays: Todays, *, now: datetime, day: date) -> Session:
        """The one open session: another worker's, where that began at the same moment (a reminder and a command)."""
        session = {
            "program": todays.program,
            "started_at": now,
            "day": day,
            "state": SessionState.OPEN,
            "position": 0,
            "title": todays.title,
            "plan_id": todays.plan,
            "part": todays.part,
            "light": todays.light,
            "deload": todays.light,
        }
        start = START[self._connection.dialect.name]
        while True:  # as often as another one is opened and closed in between
            number = self._connection.execute(start, {"athlete_id": athlete, **session}).scalar_one_or_none()
            if number is not None:
                return self._asked(number, athlete, todays)
            begun = self.open(athlete)
            if begun is not None:
                return begun

    def _asked(self, number: int, athlete: int, todays: Todays) -> Session:
        rows = [
            {"session_id": number, "position": place, **_columns_of(one)} for place, one in enumerate(todays.exercises)
        ]
        if rows:
            self._connection.execute(PLAN, rows)
        begun = self.get(athlete, number)
        assert begun is not None
        return begun

    def move(self, session: int, position: int) -> None:
        self._connection.execute(MOVE, {"session": session, "place": position})

    def skip(self, session: int, position: int, *, skipped: bool = True) -> None:
        self._connection.execute(SKIP, {"session": session, "place": position, "aside": skipped})

    def last_of_plan(self, athlete: int, plan: int, before: date) -> Session | None:
        asked = {"athlete": athlete, "number": plan, "before": before}
        return self._whole(self._connection.execute(LAST_OF_PLAN, asked).all())

    def note_gave_out(self, session: int, position: int, what: GaveOut | None) -> None:
        self._connection.execute(GAVE_OUT, {"session": session, "place": position, "what": what})

    def swap(self, session: int, position: int, asked: Asked) -> None:
        """What was asked of the lift that goes stays known with its sets, and what gave out; it comes back with it."""
        at, comes = {"session": session, "place": position}, {"session": session, "exercise": asked.plan.exercise}
        gave_out = self._connection.execute(BROUGHT_BACK, comes).scalar_one_or_none()
        self._connection.execute(REMEMBER, at)
        self._connection.execute(FORGET, {**comes, "place": position})
        self._connection.execute(SWAP, {**at, **_new(asked), "what": gave_out})

    def advise_anew(self, session: int, position: int, asked: Asked) -> None:
        self._connection.execute(RENEW, {"session": session, "place": position, **_new(asked)})

    def choose_load(self, session: int, position: int, load: Load | None) -> None:
        chosen = {"amount": None, "unit": None} if load is None else {"amount": load.amount, "unit": load.unit}
        self._connection.execute(LOAD, {"session": session, "place": position, **chosen})

    def ask_less(self, session: int, position: int, *, sets: int, rest: int) -> None:
        self._connection.execute(LESS, {"session": session, "place": position, "count": sets, "pause": rest})

    def lighten(self, session: int) -> None:
        self._connection.execute(LIGHTEN, {"session": session})

    def finish(self, session: int, now: datetime) -> None:
        self._connection.execute(FINISH, {"session": session, "moment": now})

    def reopen(self, session: int) -> None:
        self._connection.execute(REOPEN, {"session": session})

    def take_on(self, session: int, day: date) -> None:
        self._connection.execute(TAKE_ON, {"session": session, "today": day})

    def discard(self, session: int) -> None:
        """Sets that were taken back stay in the log, of no session; one that stands keeps the session."""
        self._connection.execute(DETACH, {"session": session})
        self._connection.execute(DISCARD, {"session": session})


def _new(asked: Asked) -> dict[str, object]:
    return {f"new_{name}": value for name, value in _columns_of(asked).items()}


def _item(columns: Sequence[Any], done: Mapping[int | None, list[KeptSet]]) -> SessionItem:
    place, exercise, sets, low, high, rest, per_side, timed, bodyweight, skipped, amount, unit, *more = columns
    method, rpe, percent, gave_out, advice = more
    plan = PlannedExercise(exercise, sets, RepRange(low, high), rest, per_side, timed, bodyweight, method, rpe, percent)
    load = None if amount is None else Load(amount, unit)
    why = None if advice is None else ADVICE.read(advice, f"an advice for {exercise}")
    return SessionItem(place, plan, tuple(done.get(place, ())), skipped, load, gave_out, why)
