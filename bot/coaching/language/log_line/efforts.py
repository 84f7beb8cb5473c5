"""Which sets were warm-ups, and how hard was which?"""

from dataclasses import replace
from decimal import Decimal
from itertools import islice

from bot.coaching.language.log_line.items import SEPARATORS, Item, Note, Term
from bot.coaching.language.log_line.lift import Lift
from bot.coaching.language.log_line.parts import Loads, Part, Work
from bot.coaching.language.log_line.unclear import Choice, Decisions, Unclear

HALF = Decimal("0.5")


class Efforts:
    """RPE and warm-up are said before or after their sets, for one or for a group."""

    def __init__(self, items: list[Item], lift: Lift, decisions: Decisions, key: str) -> None:
        self.items = items
        self.lift = lift
        self.decisions = decisions
        self.key = key
        self.waiting: Decimal | None = None
        self.warm_until = 0
        self.everywhere: Decimal | None = None

    def note(self, place: int, note: Note, parts: list[Part]) -> None:
        if note.tag in ("rpe", "rir") and len(note.values) > 1:
            self._each(note, parts)
        elif note.tag in ("rpe", "rir"):
            self._rpe(place, self._value(note, note.values[0]), parts)
        elif note.tag == "warmup":
            self._warmup(place, note, parts)
        elif note.tag == "fail":
            self._fail(place, parts)
        elif note.tag == "last":
            self._last(place, parts)

    def part(self, place: int, parts: list[Part]) -> None:
        part = parts[-1]
        if not isinstance(part, Work):
            return
        part.warmup = part.warmup or place < self.warm_until
        if self.waiting is not None:
            part.rpe, self.waiting = self.waiting, None

    def finish(self, works: list[Work]) -> None:
        for work in works:
            if self.everywhere is not None and work.rpe is None and not work.warmup:
                work.rpe = self.everywhere

    # -- effort --------------------------------------------------------------------------------------------------

    def _each(self, note: Note, parts: list[Part]) -> None:
        """`5, 5, 5 rpe 7, 8, 9`: one rating a set."""
        group = _group(parts)
        if sum(work.size for work in group) != len(note.values):
            raise Unclear(f"{self.lift.name}: which set was “{note.said}”?")
        values = [self._value(note, value) for value in note.values]
        single = [
            replace(work, amounts=(amount,), count=1)
            for work in group
            for amount in work.amounts
            for _ in range(work.count)
        ]
        places = [at for at, part in enumerate(parts) if any(part is work for work in group)]
        parts[places[0] : places[-1] + 1] = [
            replace(work, rpe=value) for work, value in zip(single, values, strict=True)
        ]

    def _value(self, note: Note, said: Decimal) -> Decimal:
        value = said if note.tag == "rpe" else 10 - said
        if not 1 <= value <= 10 or value % HALF:
            raise Unclear(f"{self.lift.name}: “{note.said}” is not between 1 and 10. How hard was it?")
        return value

    def _rpe(self, place: int, value: Decimal, parts: list[Part]) -> None:
        works = [part for part in parts if isinstance(part, Work)]
        if self._beside(place, "every"):
            self.everywhere = value
        elif not works:
            self.waiting = value
        elif self._beside(place, "last"):
            works[-1].last_rpe = value
        else:
            for work in _group(parts):
                work.rpe = value

    def _beside(self, place: int, tag: str) -> bool:
        beside = self.items[max(place - 1, 0) : place] + self.items[place + 1 : place + 2]
        return any(isinstance(item, Note) and item.tag == tag for item in beside)

    # -- warm-ups ------------------------------------------------------------------------------------------------

    def _warmup(self, place: int, note: Note, parts: list[Part]) -> None:
        following = self.items[place + 1] if place + 1 < len(self.items) else None
        ends = following is None or following.gap in SEPARATORS
        works = [part for part in parts if isinstance(part, Work)]
        if works and note.gap not in SEPARATORS and (note.bracket or ends):
            works[-1].warmup = True
        else:
            self.warm_until = self._until(place, note)

    def _until(self, place: int, note: Note) -> int:
        """Until the work begins, where that is said; else `warmups:` takes its line, and `warmup` the next set."""
        for later in range(place + 1, len(self.items)):
            item = self.items[later]
            if isinstance(item, Note) and item.tag == "work":
                return later
            if later > place + 1 and (item.gap in ("then", "line", ";") or (item.gap == "/" and _product(item))):
                return later
        several = note.said.endswith(("s", "with")) or self._follows_colon(place)
        return len(self.items) if several else self._after_next_work(place)

    def _follows_colon(self, place: int) -> bool:
        return place + 1 < len(self.items) and self.items[place + 1].gap == ":"

    def _after_next_work(self, place: int) -> int:
        """The next term, and the one behind it where the first is only its load."""
        later = (index for index in range(place + 1, len(self.items)) if isinstance(self.items[index], Term))
        terms = list(islice(later, 2))
        if len(terms) > 1 and self.items[terms[1]].gap not in SEPARATORS:
            return terms[1] + 1
        return terms[0] + 1 if terms else len(self.items)

    # -- failures and last sets ----------------------------------------------------------------------------------

    def _fail(self, place: int, parts: list[Part]) -> None:
        part = parts[-1] if parts else None
        if isinstance(part, Loads):
            part.failed = True
        elif isinstance(part, Work) and part.size == 1 and part.amounts[0] == 1:
            question = f"{self.lift.name}: did the one at “{part.said}” count, or was it the one that failed?"
            counted, failed = Choice("counted", "It counted"), Choice("failed", "It failed")
            if self.decisions.decide(f"{self.key}:{place}:failed", question, counted, failed) == "failed":
                parts.pop()

    def _last(self, place: int, parts: list[Part]) -> None:
        """`3x8, last set 7`: is it one of the three, or a fourth?"""
        following = self.items[place + 1] if place + 1 < len(self.items) else None
        works = [part for part in parts if isinstance(part, Work)]
        rated = (
            isinstance(following, Term) and following.gap == "@" and following.bare and following.factors[0].value <= 10
        )
        if isinstance(following, Term) and not rated and works and works[-1].size > 1:
            question = f"{self.lift.name}: is the last set one of the {works[-1].size}, or one more?"
            if self.decisions.decide(f"{self.key}:{place}:last", question, Choice("one"), Choice("more")) == "one":
                _without_last(works[-1])


def _without_last(work: Work) -> None:
    if work.count > 1 and len(work.amounts) == 1:
        work.count -= 1
    else:
        work.amounts = work.amounts[:-1]


def _product(item: Item) -> bool:
    return isinstance(item, Term) and len(item.factors) > 1


def _group(parts: list[Part]) -> list[Work]:
    """The work that a rating behind it holds for: a whole list, or one product."""
    while parts and not isinstance(parts[-1], Work):
        parts = parts[:-1]
    group: list[Work] = []
    for part in reversed(parts):
        if not isinstance(part, Work) or part.rpe is not None:
            break
        group.insert(0, part)
        if not part.lone or part.gap in (";", "line"):
            break
    return group
