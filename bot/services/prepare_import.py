"""What is in a file of another tracker? Read, and its exercises matched: long work that needs no database."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.coaching.importing.fingerprints import Fingerprint, fingerprints
from bot.coaching.importing.matching import ExerciseMatcher
from bot.coaching.importing.reader import read
from bot.coaching.importing.shapes import Answers, App, Ask, FileRefused, FileSet, Reason, RowFault
from bot.domain.training import DoneSet


@dataclass(frozen=True, slots=True)
class PreparedSet:
    """A set as the file has it, as the log would keep it, and which of the file it is."""

    row: FileSet
    done: DoneSet
    print: Fingerprint


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file, read and matched; nothing of it is in the log. With anything in `asks`, there is no set yet."""

    app: App
    sets: tuple[PreparedSet, ...] = ()
    left_out: Mapping[Reason, Sequence[int]] = field(default_factory=dict)
    """Lines of the file under the reason for leaving them out."""
    asks: tuple[Ask, ...] = ()
    own: frozenset[str] = frozenset()
    """Names that are no lift of the knowledge base."""


def prepare(matcher: ExerciseMatcher, body: bytes, today: date, answers: Answers) -> Prepared:
    """Raises FileRefused."""
    reading = read(body, today, answers)
    if reading.asks:
        return Prepared(reading.app, asks=reading.asks, left_out=reading.left_out)
    matcher = matcher.anew()
    left_out = defaultdict(list, {reason: list(lines) for reason, lines in reading.left_out.items()})
    sets = []
    for one in reading.sets:
        try:
            sets.append((one, matcher.done(one)))
        except RowFault as fault:
            left_out[fault.reason].append(one.line)
    if not sets:
        raise FileRefused(f"There is no set in that file that I can keep: {Reason.BELOW_ZERO.value}.")
    own = {one.exercise for one, _ in sets if matcher.match(one.exercise) is None}
    prints = fingerprints(one for one, _ in sets)
    found = tuple(PreparedSet(*one, print) for one, print in zip(sets, prints, strict=True))
    return Prepared(reading.app, found, dict(left_out), own=frozenset(own))
