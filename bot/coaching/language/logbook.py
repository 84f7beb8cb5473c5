"""Which message puts something other than a set into the log: a body weight, or a note to a lift?

Only whole messages do, so that "bw+10 3x5" stays a set and "I weigh 80, is that much?" a question.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import yaml
from pydantic import ValidationError

from bot.coaching.knowledge.faults import KnowledgeFault
from bot.coaching.knowledge.models import Shape
from bot.coaching.knowledge.reading import SafeLoader
from bot.coaching.language.deeds import plain
from bot.domain.units import Load, Unit

BODIES = {Unit.KG: (Decimal(30), Decimal(300)), Unit.LB: (Decimal(66), Decimal(660))}
"""What a person who lifts may weigh. A smaller number is more likely repetitions, a larger one a slip."""
UNITS = {"kg": Unit.KG, "kgs": Unit.KG, "kilos": Unit.KG, "lb": Unit.LB, "lbs": Unit.LB, "pounds": Unit.LB}
NUMBER = re.compile(
    r"(?P<before>\D*?)[:=]? ?(?P<number>[0-9]{2,3}(?:[.,][0-9]{1,2})?)"
    rf"(?: ?(?P<unit>{'|'.join(UNITS)}))?(?P<after>(?: \D*)?)"
)
ANY_NUMBER = re.compile(NUMBER.pattern.replace("{2,3}", "{1,9}"))
LONGEST = 80
"""Letters of a message that tells a body weight."""


class _Weighed(Shape):
    before: list[str]
    after: list[str]


class _Noted(Shape):
    before: list[str]


class _Words(Shape):
    weighed: _Weighed
    noted: _Noted


@dataclass(frozen=True, slots=True)
class Weight:
    """A body weight as it was said. `sure` is False for a bare whole number, which may be repetitions as well."""

    load: Load
    sure: bool


@dataclass(frozen=True, slots=True)
class Noted:
    """A note. `to` is what stands before its colon; None where it has no colon, and the lift must begin the text."""

    to: str | None
    text: str


class Logbook:
    def __init__(self, words: _Words) -> None:
        self._before = frozenset(words.weighed.before)
        self._after = frozenset(words.weighed.after)
        opening = "|".join(re.escape(one) for one in sorted(words.noted.before, key=len, reverse=True))
        self._note = re.compile(rf"(?:{opening})(?:\s*:|\s+(?P<to>[^:]*):|\s)(?P<text>.*)", re.IGNORECASE)

    def weight(self, text: str, unit: Unit) -> Weight | None:
        """`unit` is the lifter's, for a number without one."""
        found = NUMBER.fullmatch(plain(text)) if len(text) <= LONGEST else None
        if found is None:
            return None
        before, after = found["before"].strip(" :="), found["after"].strip(" ,.")
        if before not in self._before or (after and after not in self._after):
            return None
        said = UNITS.get(found["unit"])
        amount = Decimal(found["number"].replace(",", "."))
        least, most = BODIES[said or unit]
        if not least <= amount <= most:
            return None
        return Weight(Load(amount, said or unit), sure=said is not None or not found["number"].isdigit())

    def unlikely(self, text: str, unit: Unit) -> str | None:
        """A number said as a body weight that no lifter has, with its unit."""
        found = ANY_NUMBER.fullmatch(plain(text)) if len(text) <= LONGEST else None
        if found is None or found["before"].strip(" :=") not in self._before:
            return None
        after = found["after"].strip(" ,.")
        if after and after not in self._after:
            return None
        return f"{found['number']} {UNITS.get(found['unit'], unit)}"

    def note(self, text: str) -> Noted | None:
        """Of one line alone: another line may be a set."""
        found = self._note.fullmatch(text.strip())
        if found is None:
            return None
        opened = text.strip()[: found.start("text")].rstrip()
        to = (found["to"] or "").strip() if opened.endswith(":") else None
        return Noted(to, " ".join(found["text"].split()))


def load_logbook(folder: Path) -> Logbook:
    """From `logbook.yaml` in a language's folder. Raises KnowledgeFault."""
    file = folder / "logbook.yaml"
    path = f"{folder.parent.parent.name}/{folder.parent.name}/{folder.name}/{file.name}"
    try:
        words = _Words.model_validate(yaml.load(file.read_text(encoding="utf-8"), SafeLoader))
    except (OSError, yaml.YAMLError, ValidationError) as fault:
        raise KnowledgeFault([f"{path}: cannot be read as lists under weighed and noted: {fault}"]) from fault
    return Logbook(words)
