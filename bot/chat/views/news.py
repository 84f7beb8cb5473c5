"""How is a new best said? By its number, and what it beat."""

from fractions import Fraction

from bot.chat.markup import Html, bold, line
from bot.chat.views.sets import sets_text
from bot.domain.records import Kind, News, one_rep_max
from bot.domain.training import DoneSet
from bot.domain.units import KG_PER_LB, Unit, kilograms

HALF = Fraction(1, 2)


def news_text(new: News) -> Html:
    return line(bold(sets_text([new.kept.done])), ", ", beat_text(new))


def beat_text(new: News) -> str:
    done, before = new.kept.done, new.before.done
    if new.kind is Kind.ESTIMATE:
        unit = done.load.unit if done.load else Unit.KG
        one, was = (estimate_text(_estimate(each), unit) for each in (done, before))
        return f"e1RM {one}, best so far (was {was})"
    return f"best so far (was {sets_text([before])})"


def _estimate(done: DoneSet) -> Fraction:
    return one_rep_max(kilograms(done.load), done.reps or 0) or Fraction(0)


def estimate_text(kg: Fraction, unit: Unit) -> str:
    """An estimate to the half: more would be a promise."""
    value = kg if unit is Unit.KG else kg / Fraction(KG_PER_LB)
    halves = round(value / HALF)
    return f"{halves // 2}{'.5' if halves % 2 else ''} {unit}"
