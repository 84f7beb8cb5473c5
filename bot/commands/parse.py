"""How is a log line read? `python -m bot parse "deadlift 3x5 100kg"` prints the sets and the reasons."""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.knowledge.faults import KnowledgeFault
from bot.coaching.knowledge.load import load
from bot.coaching.language.log_line import LogContext, LogReader, LogReading, load_words, render
from bot.commands.serving import Subparsers
from bot.domain.training import DoneSet
from bot.domain.units import Load, Unit
from bot.settings import load_settings


def add(subparsers: Subparsers) -> None:
    parser = subparsers.add_parser("parse", help="read a log line, and say why it is read so")
    parser.add_argument("text", nargs="?", help="the line")
    parser.add_argument("--exercise", metavar="ID", help="the exercise that is on the card")
    parser.add_argument(
        "--unit", choices=[unit.value for unit in Unit], default=Unit.KG.value, help="default: %(default)s"
    )
    parser.add_argument("--today", type=date.fromisoformat, metavar="YYYY-MM-DD", help="default: today, in UTC")
    parser.add_argument("--jsonl", action="store_true", help="read one JSON object a line, write one a line")
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    settings = load_settings()
    try:
        knowledge = load(settings.knowledge_dir)
        words = load_words(settings.language_folder)
    except KnowledgeFault as fault:
        print(fault, file=sys.stderr)
        return 1
    reader = LogReader(knowledge, words)
    today: date = given.today or _today()
    if given.jsonl:
        for answer in predictions(sys.stdin, reader, knowledge, today):
            print(json.dumps(answer, ensure_ascii=False), flush=True)
        return 0
    if given.text is None:
        print("Write the line to be read, in quotes, or use --jsonl.", file=sys.stderr)
        return 2
    if given.exercise is not None and given.exercise not in knowledge.exercises:
        print(f"{given.exercise}: no exercise has this id; an id is written like lat-pulldown.", file=sys.stderr)
        return 2
    reading = reader.read(given.text, LogContext(Unit(given.unit), today, given.exercise))
    print("\n".join(_worded(reading, knowledge)))
    return 0


def _today() -> date:
    from bot.app import clock

    return clock().date()


def _worded(reading: LogReading, knowledge: Knowledge) -> Iterator[str]:
    yield f"{reading.action.value}{f', on {reading.day}' if reading.day else ''}"
    if reading.sets:
        yield render(reading.sets, knowledge)
    if reading.question:
        yield reading.question
    yield from (f"  [ {option.label} ]" for option in reading.options)
    yield from (f"- {why}" for why in reading.trace)


def predictions(lines: Iterable[str], reader: LogReader, knowledge: Knowledge, today: date) -> Iterator[dict[str, Any]]:
    """One answer a line; a line that is no such object is answered with what is wrong with it."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            asked = json.loads(line)
            text, context = str(asked["text"]), _context(asked.get("context") or {}, today)
        except (ValueError, KeyError, TypeError, AttributeError, InvalidOperation, RecursionError) as fault:
            yield {"line": number, "error": f"line {number} cannot be read: {fault!r}"}
            continue
        yield {"id": asked.get("id"), **_prediction(reader.read(text, context), knowledge)}


def _context(given: dict[str, Any], today: date) -> LogContext:
    return LogContext(
        unit=Unit(given.get("unit") or Unit.KG),
        today=date.fromisoformat(given["today"]) if given.get("today") else today,
        current_exercise=given.get("current_exercise"),
        last_sets=tuple(_kept(one) for one in given.get("last_sets") or ()),
    )


def _kept(given: dict[str, Any]) -> DoneSet:
    weight, rpe = given.get("weight"), given.get("rpe")
    return DoneSet(
        exercise=given["exercise"],
        reps=given.get("reps"),
        seconds=given.get("seconds"),
        load=None if weight is None else Load(Decimal(str(weight)), Unit(given.get("unit") or Unit.KG)),
        bodyweight=bool(given.get("bodyweight")),
        per_side=bool(given.get("per_side")),
        rpe=None if rpe is None else Decimal(str(rpe)),
        warmup=bool(given.get("warmup")),
    )


def _prediction(reading: LogReading, knowledge: Knowledge) -> dict[str, Any]:
    return {
        "action": reading.action.value,
        "sets": [_written(one, knowledge) for one in reading.sets],
        "date": reading.day.isoformat() if reading.day else None,
        "reply": reading.question or (render(reading.sets, knowledge) if reading.sets else ""),
        "options": [option.label for option in reading.options],
        "trace": list(reading.trace),
    }


def _written(one: DoneSet, knowledge: Knowledge) -> dict[str, Any]:
    return {
        "exercise": knowledge.family_of(one.exercise),
        "reps": one.reps,
        "seconds": one.seconds,
        "weight": None if one.load is None else _number(one.load.amount),
        "unit": None if one.load is None else one.load.unit.value,
        "bodyweight": one.bodyweight,
        "per_side": one.per_side,
        "rpe": None if one.rpe is None else _number(one.rpe),
        "warmup": one.warmup,
    }


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
