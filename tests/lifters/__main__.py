"""What became of eight lifters in a year? python -m tests.lifters [names]"""

import sys

from bot.domain.advice import Why
from bot.domain.units import plain
from tests.lifters.people import LIFTS, PEOPLE
from tests.lifters.year import Entry, Year, live, short_weeks

AT = (0, 12, 25, 51)


def table(years: list[Year]) -> str:
    lines = [
        f"{'lifter':13}{'sessions':>9}{'missed':>8}{'back-off':>9}{'stall':>7}{'block':>7}{'stuck':>7}{'return':>8}"
        f"{'light weeks':>13}{'for a stall':>13}{'apart':>7}{'heaviest':>10}{'sets short':>12}"
        "   loads in week 1 / 13 / 26 / 52, kg"
    ]
    for year in years:
        why = year.why()
        missed = sum(one.missed for one in year.entries)
        lines.append(
            f"{year.person.name:13}{year.sessions:9}{missed:8}{why[Why.BACK_OFF]:9}{why[Why.STALL]:7}"
            f"{why[Why.BLOCK]:7}{why[Why.STUCK]:7}{why[Why.RETURN]:8}"
            f"{len(year.light):13}{sum(one is Why.STALL for one in year.light.values()):13}"
            f"{min(year.weeks_apart(), default=0):7}{year.heaviest():9.0%} {short_weeks(year):12}"
        )
        lines += [f"{'':13}{lift:22}{_loads(year, lift)}" for lift in LIFTS]
    return "\n".join(lines)


def _loads(year: Year, lift: str) -> str:
    return " / ".join(_at(year.of(lift), week) for week in AT)


def _at(entries: list[Entry], week: int) -> str:
    hard = [one for one in entries if one.week <= week and not one.bout.light]
    if not hard:
        return "-"
    best = hard[0] if week == 0 else hard[-1]
    counts = "·".join(str(one.seconds or one.reps) for one in best.bout.sets)
    load = plain(best.advice.load.amount) if best.advice.load else "bw"
    name = "" if best.exercise == best.lift else f"{best.exercise} "
    return f"{name}{load} × {counts}"


if __name__ == "__main__":
    names = sys.argv[1:] or list(PEOPLE)
    print(table([live(PEOPLE[name]) for name in names]))  # noqa: T201
