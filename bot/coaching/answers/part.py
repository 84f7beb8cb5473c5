"""What does one entry say to one question? Claims in order, the first of them for the short answer."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.knowledge.models import Claim, Source, SourceKind

SHORT = 3
"""Lines a tired reader takes in at a glance; the rest goes behind "more". Steps are one thing and never cut."""


@dataclass(frozen=True, slots=True)
class Said:
    """A line and the ids of its sources."""

    text: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    entry: str
    lines: tuple[Said, ...]
    more: tuple[Said, ...] = ()
    numbered: bool = False
    closing: tuple[Said, ...] = ()
    """What stands below the steps."""
    listed: tuple[str, ...] = field(default=())
    """Ids of the exercises that it lists, in order."""

    def cut(self) -> "Part":
        """The first lines in short, the rest behind them."""
        if self.numbered:
            return self
        return replace(self, lines=self.lines[:SHORT], more=self.lines[SHORT:] + self.more)


def said(claims: Iterable[Claim]) -> tuple[Said, ...]:
    return tuple(Said(claim.text, claim.sources) for claim in claims)


def receipts(lines: Iterable[Said], knowledge: Knowledge) -> tuple[str, ...]:
    ids = dict.fromkeys(id for line in lines for id in line.sources)
    return tuple(dict.fromkeys(_receipt(knowledge.sources[id]) for id in ids if id in knowledge.sources))


def _receipt(source: Source) -> str:
    if source.kind is SourceKind.PRACTICE:
        return source.title[0].lower() + source.title[1:]
    first = source.authors.split(",")[0].strip()
    surname = first.rpartition(" ")[0] or first
    return source.short or " ".join(str(part) for part in (surname, source.year) if part) or source.title
