"""Is "1000 kg, really?" answered with the load that was meant? Then the line is kept with that one."""

import re
from dataclasses import replace
from decimal import Decimal

from bot.coaching.language.log_line import Action, LogReading
from bot.domain.training import DoneSet
from bot.domain.units import Load, Unit
from bot.services.pending import Pending, about_of, answered

ASKED = re.compile(r".+: (?P<load>[\d.,]+ (?:kg|lb)), (?:really\?|and your best so far is .+)")
MEANT = re.compile(
    r"(?:no,? |sorry,? |oops,? |i meant |meant |it was |make that )*"
    r"(?P<amount>\d{1,4}(?:[.,]\d{1,3})?) ?(?P<unit>kgs?|lbs?)?",
    re.ASCII,
)


def other_load(pending: Pending, update: int, question: str, text: str) -> LogReading | None:
    """The sets that were asked about, lighter; None where the text is no load, or the question is about another
    thing."""
    asked, meant = ASKED.fullmatch(question), MEANT.fullmatch(" ".join(text.lower().split()).strip(" .!"))
    found, about = answered(pending, update, 0), about_of(pending)
    if asked is None or meant is None or found is None or about.corrects or about.entry is not None:
        return None
    sets, day = found
    changed = tuple(_lighter(one, asked["load"], meant) for one in sets)
    return LogReading(Action.RECORD, changed, day) if changed != sets else None


def _lighter(done: DoneSet, doubted: str, meant: "re.Match[str]") -> DoneSet:
    if done.load is None or str(done.load) != doubted:
        return done
    said = meant["unit"]
    unit = done.load.unit if said is None else Unit.KG if said.startswith("k") else Unit.LB
    amount = Decimal(meant["amount"].replace(",", "."))
    return replace(done, load=Load(amount, unit)) if 0 < amount < done.load.amount else done
