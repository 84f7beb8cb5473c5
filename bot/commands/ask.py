"""What would the coach answer, and why? A question on the command line, a file of questions, or the table rebuilt."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bot.coaching.answers import Answer, answer, render_plain, talk_context
from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.knowledge.faults import KnowledgeFault
from bot.coaching.knowledge.load import load
from bot.coaching.language.language import load_language
from bot.coaching.language.measure import Measured, Sentence, measure, measured, sentences_in
from bot.coaching.language.shapes import Thresholds
from bot.coaching.language.training import build
from bot.coaching.language.tuning import tuned
from bot.coaching.language.understanding import Subject, TalkContext, Understander, Understanding
from bot.commands import serving
from bot.settings import load_settings


def add(subparsers: serving.Subparsers) -> None:
    ask = subparsers.add_parser("ask", help="ask a question and see why it is answered so")
    ask.add_argument("question", nargs="*", help="the question, in plain words")
    ask.add_argument("--after", metavar="TEXT", help="the message before it, which it may refer to")
    ask.add_argument(
        "--jsonl", action="store_true", help="read one JSON object a line (id, text, context), write one a line"
    )
    ask.add_argument("--build", action="store_true", help="build the table from the phrasings, after they were changed")
    ask.add_argument("--measure", metavar="FOLDER", type=Path, help="how many labelled sentences are understood")
    ask.add_argument(
        "--tune", metavar="FOLDER", type=Path, action="append", help="which thresholds suit these sentences best"
    )
    ask.add_argument("--knowledge", type=Path, metavar="FOLDER", help="the knowledge base (default: KNOWLEDGE_DIR)")
    ask.add_argument(
        "--language", metavar="NAME", help="a folder of the knowledge base's language/ (default: LANGUAGE)"
    )
    ask.set_defaults(run=run)


def run(given: Namespace) -> int:
    settings = load_settings()
    base: Path = given.knowledge or settings.knowledge_dir
    try:
        knowledge = load(base)
        folder = base / "language" / (given.language or settings.language)
        if given.build:
            return _build(folder, knowledge)
        coach = Understander(knowledge, load_language(folder, knowledge))
    except (KnowledgeFault, ValueError) as fault:
        print(fault, file=sys.stderr)
        return 1
    if given.jsonl:
        return _lines(sys.stdin, coach, knowledge)
    if given.tune:
        return _tuned([one for folder in given.tune for one in sentences_in(folder, knowledge)], coach, knowledge)
    if given.measure:
        return _measured(measure(given.measure, coach, knowledge))
    if not given.question:
        print("nothing asked; try: python -m bot ask how do I row", file=sys.stderr)
        return 2
    every = coach.understand_all(" ".join(given.question), _context(given.after, coach, knowledge))
    print("\n\n".join(_told(one, answer(one, knowledge, coach.language)) for one in every))
    return 0


def _build(folder: Path, knowledge: Knowledge) -> int:
    table = build(folder, load_language(folder, knowledge), knowledge)
    print(f"Built: {len(table.marks)} marks for {len(table.labels)} readings, from {table.built_from}.")
    return 0


def _asked(text: str, before: str | None, coach: Understander, knowledge: Knowledge) -> tuple[Understanding, Answer]:
    understood = coach.understand(text, _context(before, coach, knowledge))
    return understood, answer(understood, knowledge, coach.language)


def _told(understood: Understanding, reply: Answer) -> str:
    return "\n".join((render_plain(reply), "", "why:", *(f"  {step}" for step in understood.trace)))


def _context(before: str | None, coach: Understander, knowledge: Knowledge) -> TalkContext | None:
    """What the message before left the chat to be about."""
    if not before:
        return None
    understood = coach.understand(before)
    return talk_context(understood, answer(understood, knowledge, coach.language))


def _lines(lines: Iterable[str], coach: Understander, knowledge: Knowledge) -> int:
    faults = 0
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = _record(line)
        except ValueError as fault:
            faults += 1
            print(json.dumps({"line": number, "error": str(fault)}))
            continue
        understood, reply = _asked(record["text"], record.get("context"), coach, knowledge)
        print(json.dumps(_prediction(record.get("id"), understood, reply, knowledge), ensure_ascii=False))
    return 1 if faults else 0


def _record(line: str) -> Mapping[str, Any]:
    record = json.loads(line)
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise ValueError("should be an object with a text")  # noqa: TRY004
    if not isinstance(record.get("context", ""), str | None):
        raise ValueError("context should be the message before, as text")  # noqa: TRY004
    return record


def _prediction(id: object, understood: Understanding, reply: Answer, knowledge: Knowledge) -> dict[str, object]:
    return {
        "id": id,
        "outcome": understood.outcome.value,
        "intent": understood.intent.value if understood.intent else None,
        "exercises": [*_with_families(understood.subject.exercises, knowledge)],
        "muscles": [*understood.subject.muscles],
        "options": [[one.intent.value, _subject(one.subject, knowledge)] for one in understood.options],
        "reply": render_plain(reply),
    }


def _subject(subject: Subject, knowledge: Knowledge) -> str:
    return "+".join((*_with_families(subject.exercises, knowledge), *subject.muscles)) or "-"


def _with_families(ids: Iterable[str], knowledge: Knowledge) -> Iterator[str]:
    """A finer entry is given with its family beside it."""
    yield from dict.fromkeys(one for id in ids for one in (id, knowledge.family_of(id)))


def _tuned(sentences: Sequence[Sentence], coach: Understander, knowledge: Knowledge) -> int:
    def try_out(thresholds: Thresholds) -> Measured:
        return measured(sentences, coach.with_thresholds(thresholds), knowledge)

    for thresholds, worth in tuned(coach.language.thresholds, try_out):
        print(f"{worth:.4f}  {', '.join(f'{name}: {value}' for name, value in thresholds.model_dump().items())}")
    return 0


def _measured(found: Measured) -> int:
    for line in found.told():
        print(line)
    return 0
