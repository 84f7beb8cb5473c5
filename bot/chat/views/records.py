"""What do the records show? The best set of each exercise; of one, the best repetitions at each load and more."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction

from bot.chat.buttons.of_log import ListRecords, ListWeights, ShowRecords, ShowTrained
from bot.chat.buttons.of_pictures import ShowLift
from bot.chat.errors import TODAY
from bot.chat.markup import Html, bold, line, lines
from bot.chat.reply import Button, Place, Reply, row, rows
from bot.chat.views.dates import day_text
from bot.chat.views.finished import moved_text
from bot.chat.views.history import two_by_two
from bot.chat.views.news import estimate_text
from bot.chat.views.sets import exercise_name, sets_text
from bot.coaching.knowledge.catalog import Knowledge
from bot.domain.records import MOST_REPS, BestDay, Hoisted, one_rep_max
from bot.domain.training import KeptSet
from bot.domain.units import KG_PER_LB, Unit, plain
from bot.services.records import Best, Records, RecordsOf

LOADS_SHOWN = 6


def records_screen(found: Records, knowledge: Knowledge, today: date, *, place: Place) -> Reply:
    weights = Button("Body weight", ListWeights()) if found.weighed else None
    body = None
    if found.weighed:
        body = line("Body weight  ", bold(found.weighed.weight), f" · {day_text(found.weighed.day, today)}")
    if not found.bests:
        text = lines(bold("No records yet."), "The first set you log is the one to beat.", body)
        return Reply(text, rows(row(weights), row(TODAY)), place)
    text = lines(bold("Records"), *(_line(one, knowledge) for one in found.bests), body)
    of_one = [
        Button(exercise_name(knowledge, one.trained.exercise), ShowRecords(one.trained.kept)) for one in found.bests
    ]
    newer = Button("Newer", ListRecords(found.page - 1)) if found.page else None
    older = Button("Older", ListRecords(found.page + 1)) if found.page < found.pages - 1 else None
    return Reply(text, (*two_by_two(of_one), *rows(row(newer, older), row(weights))), place)


def _line(best: Best, knowledge: Knowledge) -> Html:
    unloaded = _unloaded(best, knowledge)
    tops = " · ".join(sets_text([sets[0].done]) for sets in (best.counted, best.held, unloaded) if sets)
    most = f" · e1RM {estimate_text(best.estimate.kg, _unit(best))}" if best.estimate else ""
    return line(exercise_name(knowledge, best.trained.exercise), "  ", bold(tops or "no load yet"), most)


def _unloaded(best: Best, knowledge: Knowledge) -> tuple[KeptSet, ...]:
    """Of a barbell lift of ours that is not told: there the load was left out."""
    most = best.unloaded
    return () if most is None or best.trained.exercise in knowledge.exercises else (most,)


def _unit(best: Best) -> Unit:
    load = best.estimate.kept.done.load if best.estimate else None
    return load.unit if load else Unit.KG


def records_of(found: RecordsOf, knowledge: Knowledge, unit: Unit, today: date, *, place: Place) -> Reply:
    best = found.best
    text = lines(
        bold(exercise_name(knowledge, best.trained.exercise)),
        *_sets(best, knowledge, today),
        *_estimates(found, unit, today),
        _most(found.day, unit, today),
        "Write “bw 82.5” when you weigh yourself, and your body counts, too." if found.asks_weight else None,
    )
    ways = row(
        Button("History of it", ShowTrained(best.trained.kept)),
        Button("Chart", ShowLift(best.trained.kept)),
        Button("‹ All records", ListRecords()),
    )
    return Reply(text, rows(ways), place)


def _sets(best: Best, knowledge: Knowledge, today: date) -> Iterator[Html]:
    """The heaviest first; each line was done with more repetitions, or for longer, than the one above."""
    unloaded = _unloaded(best, knowledge)
    for sets in (best.counted, best.held, unloaded):
        for index, kept in enumerate(sets[:LOADS_SHOWN]):
            told = bold(sets_text([kept.done])) if index == 0 else sets_text([kept.done])
            yield line(told, f" · {day_text(kept.day, today)}")
    if not best.counted and not best.held and not unloaded:
        yield Html("No set with a load yet; give one, and it is the one to beat.")


def _estimates(found: RecordsOf, unit: Unit, today: date) -> Iterator[Html]:
    body, top = found.with_body, found.best.estimate
    if top is not None:
        value = estimate_text(top.kg, _unit(found.best))
        yield _estimated(value, sets_text([top.kept.done]), day_text(top.kept.day, today))
    if body is not None:
        heaviest = f"{_load(body.heaviest.kg, unit)} × {body.heaviest.reps}"
        yield line("Body and belt  ", bold(heaviest), f" · {day_text(body.heaviest.day, today)}")
    if body is not None and body.estimate is not None:
        one = body.estimate
        value = estimate_text(_maximum(one), unit)
        yield _estimated(value, f"{_load(one.kg, unit)} × {one.reps} with the body", day_text(one.day, today))


def _maximum(one: Hoisted) -> Fraction:
    return one_rep_max(one.kg, one.reps) or Fraction(0)


def _estimated(value: str, by: str, when: str) -> Html:
    return line("e1RM  ", bold(value), f" · from {by}, {when} (Brzycki, sets of 1–{MOST_REPS})")


def _load(kg: Decimal, unit: Unit) -> str:
    amount = kg if unit is Unit.KG else kg / KG_PER_LB
    return f"{plain(round(amount, 1))} {unit}"


def _most(day: BestDay | None, unit: Unit, today: date) -> Html | None:
    """Load times repetitions of one day, or what else it can be counted in."""
    if day is None:
        return None
    moved = moved_text(day.kg, unit) if day.kg else f"{day.reps} reps" if day.reps else f"{day.seconds} s"
    return line("Most in a day  ", bold(moved), f" · {day_text(day.day, today)}")


def unknown_lift(said: str) -> Reply:
    text = line("I don't know a lift called ", bold(said[:60]), ". /records shows all of yours.")
    return Reply(text, rows(row(Button("All records", ListRecords()))))


def never_done(exercise: str, knowledge: Knowledge) -> Reply:
    name = exercise_name(knowledge, exercise)
    return Reply(
        line("No set of ", bold(name), " in your log yet. The first one is the one to beat."),
        rows(row(Button("All records", ListRecords()))),
    )
