"""What does a text say of a number, or a day, that is in the log already?"""

import re
from datetime import date
from decimal import Decimal

from bot.coaching.language.log_line.answers import instead
from bot.coaching.language.log_line.dates import LEADS, Dates
from bot.coaching.language.log_line.gate import Gate
from bot.coaching.language.log_line.marks import Marks
from bot.coaching.language.log_line.numbers import decimal_commas
from bot.coaching.language.log_line.reading import PutRight
from bot.coaching.language.log_line.remarks import Remarks
from bot.coaching.language.log_line.tokens import Kind
from bot.coaching.language.log_line.wording import Wording
from bot.domain.units import Unit

SHORT = 40
"""Tokens of a correction, or of `same again`; nobody writes longer ones."""
CORRECTING = re.compile(r"\b(?:was|were|not|should|meant)\b", re.IGNORECASE)
OF_A_DAY = re.compile(r"\b(yesterday|last night|\w+day)(?:['’]s|s)\b", re.IGNORECASE)
"""`yesterday's`, `Mondays`."""


class LookingBack:
    def __init__(self, wording: Wording, gate: Gate, dates: Dates, remarks: Remarks, marks: Marks) -> None:
        self._wording = wording
        self._gate = gate
        self._dates = dates
        self._remarks = remarks
        self._marks = marks

    def without_date(self, text: str, today: date) -> tuple[str, date | None]:
        """The text without the one day it names, and that day; as it was where it names none, or more."""
        dated = self._dates.take(self._wording.tokens(text), today)
        if len(dated.days) != 1 or dated.several:
            return text, None
        undated = instead(text, dated.said, "")
        if undated is None:
            return text, None
        words = undated.strip(" ,.").split()
        while words and words[-1].lower() in LEADS:
            words.pop()
        return " ".join(words), dated.days[0]

    def put_right(self, text: str, today: date) -> tuple[Decimal | None, Unit | None, date | None]:
        """The one number, with its unit, or the day, that a correction such as `make that 83` gives."""
        if not self._gate.lets(text):
            return None, None, None
        dated = self._dates.take(self._wording.tokens(text), today)
        remark = self._remarks.read(dated.tokens) if len(dated.tokens) <= SHORT else None
        if remark is None or not remark.cued or remark.deletes or dated.several or len(dated.days) > 1:
            return None, None, None
        marked = self._marks.mark(decimal_commas(remark.tokens))
        values = [token.value for token in marked if token.kind is Kind.NUMBER]
        units = [token.text for token in marked if token.marks("kg", "lb")]
        day = dated.days[0] if dated.days else None
        others = any(token.kind not in (Kind.NUMBER, Kind.WORD, Kind.MARK, Kind.COMMA) for token in marked)
        if others or len(values) > 1 or len(units) > 1 or (units and not values):
            return None, None, None
        return (values[0] if values else None), (Unit(units[0]) if units else None), day

    def put_right_on(self, text: str, today: date) -> PutRight | None:
        """`yesterday's last row was 9 not 8`; None for any text that speaks of no earlier day, or may tell new sets."""
        if not CORRECTING.search(text):
            return None
        rest, day = self.without_date(OF_A_DAY.sub(r"\1", text), today)
        if day is None or day >= today:
            return None
        remark = self._remarks.read(self._wording.tokens(rest))
        if remark is None or remark.deletes or not remark.cued or not (remark.names or "set" in remark.words):
            return None
        if any(token.kind is Kind.TIMES for token in remark.tokens):
            return None
        several = len(remark.numbers) > 1 and not remark.each
        return PutRight(rest, day, sure=bool(remark.old) or "should" in remark.words, several=several)
