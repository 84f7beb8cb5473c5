"""How does an unclear line wait for its answer? As plain JSON in the chat's context, and back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from bot.coaching.language.log_line import LogContext, LogReading, Wants
from bot.domain.training import DoneSet
from bot.domain.units import Load, Unit


def set_to_json(done: DoneSet) -> dict[str, object]:
    return {
        "exercise": done.exercise,
        "reps": done.reps,
        "seconds": done.seconds,
        "load": None if done.load is None else str(done.load.amount),
        "unit": None if done.load is None else done.load.unit.value,
        "bodyweight": done.bodyweight,
        "per_side": done.per_side,
        "rpe": None if done.rpe is None else str(done.rpe),
        "warmup": done.warmup,
        "note": done.note,
    }


def set_from_json(kept: Mapping[str, Any]) -> DoneSet:
    load = None if kept["load"] is None else Load(Decimal(kept["load"]), Unit(kept["unit"]))
    rpe = None if kept["rpe"] is None else Decimal(kept["rpe"])
    plain = {name: kept[name] for name in ("exercise", "reps", "seconds", "bodyweight", "per_side", "warmup", "note")}
    return DoneSet(**plain, load=load, rpe=rpe)


LONGEST_LINE = 300
LONGEST_BEGUN = 24
"""A line this short, of which nothing can be pressed, waits for a number that finishes it."""
FRESH = timedelta(minutes=10)
"""How long a question can be answered in words. By its buttons it can be later, too."""

Pending = Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class About:
    """What a question is about: the message that made it, the entry it would change, the kept sets it would correct."""

    message: int | None = None
    entry: int | None = None
    corrects: tuple[int, ...] = ()


NEW = About()


def pending_log(
    update: int, reading: LogReading, line: str, context: LogContext, now: datetime, about: About = NEW
) -> dict[str, object]:
    """`line` is kept where an answer in words can finish it, which one that would change an entry cannot."""
    begun = not reading.options and len(line) <= LONGEST_BEGUN
    wants = reading.wants or (Wants.REPS if begun else None)
    unfinished = wants is not None and about.entry is None and 0 < len(line) <= LONGEST_LINE
    return {
        "update": update,
        "message": about.message,
        "entry": about.entry,
        "corrects": list(about.corrects) if any(option.corrects for option in reading.options) else [],
        "asked_at": now.isoformat(),
        "question": reading.question,
        "line": line if unfinished else None,
        "wants": wants if unfinished else None,
        "said": reading.said,
        "exercise": context.current_exercise,
        "options": [
            {
                "label": option.label,
                "day": (option.day or reading.day or context.today).isoformat(),
                "moves": option.corrects and option.day is not None,
                "sets": [set_to_json(done) for done in option.sets],
            }
            for option in reading.options
        ],
    }


def answered(pending: Pending, update: int, index: int) -> tuple[tuple[DoneSet, ...], date] | None:
    """The sets and the day of a chosen option; None where the question is no longer open."""
    if pending is None or pending.get("update") != update or not 0 <= index < len(pending["options"]):
        return None
    option = pending["options"][index]
    return tuple(set_from_json(kept) for kept in option["sets"]), date.fromisoformat(option["day"])


def moves(pending: Pending, index: int) -> bool:
    """Whether a chosen option moves what is in the log to its day."""
    return bool(pending is not None and pending["options"][index].get("moves"))


def about_of(pending: Pending) -> About:
    """Questions asked by an older version are about new sets."""
    asked = pending or {}
    return About(asked.get("message"), asked.get("entry"), tuple(asked.get("corrects") or ()))


def recorded(update: int) -> dict[str, object]:
    """What is left of an answered question: that its sets are kept, for whoever presses again."""
    return {"recorded": update}


def was_recorded(pending: Pending, update: int) -> bool:
    return pending is not None and pending.get("recorded") == update


@dataclass(frozen=True, slots=True)
class Question:
    """What words can answer. `line` is the one it is about, `said` the part of it that an answer replaces."""

    update: int
    text: str
    labels: tuple[str, ...]
    exercises: tuple[str | None, ...]
    """Of each option, where all its sets are of one."""
    wants: Wants | None
    line: str
    said: str
    exercise: str | None
    """The one that was under way."""
    asked_at: datetime


def question_of(pending: Pending, now: datetime) -> Question | None:
    """None where nothing is asked, or it was asked too long ago."""
    asked_at = pending.get("asked_at") if pending is not None else None
    if pending is None or asked_at is None or not timedelta(0) <= now - datetime.fromisoformat(asked_at) < FRESH:
        return None
    exercises = [{kept["exercise"] for kept in option["sets"]} for option in pending["options"]]
    wants = pending.get("wants")
    return Question(
        pending["update"],
        pending["question"] or "",
        tuple(option["label"] for option in pending["options"]),
        tuple(next(iter(found)) if len(found) == 1 else None for found in exercises),
        Wants(wants) if wants else None,
        pending["line"] or "",
        pending["said"],
        pending["exercise"],
        datetime.fromisoformat(asked_at),
    )


def left_open(pending: Pending, message: int | None = None) -> Pending:
    """A question once something else was logged: its buttons hold, words are no answer to it any more.

    Where its own `message` was edited and kept, it is answered."""
    if pending is None or "options" not in pending:
        return pending
    if message is not None and pending.get("message") == message:
        return recorded(int(pending["update"]))
    return {**pending, "asked_at": None} if pending["options"] else None


def asked_again(pending: Pending, update: int) -> Pending:
    """The same question under a newer message."""
    return None if pending is None else {**pending, "update": update}
