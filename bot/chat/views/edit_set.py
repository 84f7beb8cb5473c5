"""What can be changed of a set? Its count and its load, one tap each; or it goes, and can come back."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from bot.chat.buttons.of_log import (
    ChangeCount,
    ChangeLoad,
    DeleteSet,
    PutBack,
    ShowDay,
    ShowEntry,
    ShowSet,
    TypeLoad,
    as_number,
)
from bot.chat.markup import Html, bold, line, lines
from bot.chat.reply import Button, Place, Reply, row, rows
from bot.chat.views.dates import day_text
from bot.chat.views.history import SETS_A_PAGE, brief, opening, page_of, two_by_two
from bot.chat.views.sets import by_exercise, exercise_name, load_text, sets_text
from bot.coaching.knowledge.catalog import Knowledge
from bot.domain.training import KeptSet
from bot.domain.units import HEAVIEST, Load, Unit

STEPS = {Unit.KG: (Decimal(5), Decimal("2.5")), Unit.LB: (Decimal(10), Decimal(5))}
"""The two sizes of step of a set that is put right: a pair of the plates that every gym has."""


def set_menu(
    kept: KeptSet, day: Sequence[KeptSet], knowledge: Knowledge, today: date, *, entry: int = 0, place: Place
) -> Reply:
    """`day` holds the sets of its day, to say which it is and to lead back to the right page; `entry` is the
    confirmation it was opened from, to lead back to that."""
    done = kept.done
    number = next((index for index, one in enumerate(day, start=1) if one.id == kept.id), 1)
    when = opening(day_text(kept.day, today))
    text = lines(
        line(bold(exercise_name(knowledge, done.exercise)), f" · {when}, set {number} of {len(day)}"),
        bold(sets_text([done])),
        done.note,
    )
    timed = done.seconds is not None
    count = done.seconds if timed else done.reps
    step, unit = (5, " s") if timed else (1, " reps")
    near = [(count or 0) + step * change for change in (-2, -1, 1, 2)]
    counts = row(*(Button(f"{one}{unit}", ChangeCount(kept.id, one, entry)) for one in near if one > 0))
    bare = Button("Body weight only", ChangeLoad(kept.id, 0, Unit.KG, entry)) if done.bodyweight and done.load else None
    back = row(_back(entry), Button(f"‹ {when}", ShowDay(as_number(kept.day), page_of(kept.id, day))))
    typed = Button("Type the weight", TypeLoad(kept.id))
    return Reply(
        text,
        rows(counts, _loads(kept, entry), row(bare, typed), row(Button("Delete it", DeleteSet(kept.id))), back),
        place,
    )


def _back(entry: int) -> Button | None:
    return Button("‹ Back", ShowEntry(entry)) if entry else None


def which_set(sets: Sequence[KeptSet], knowledge: Knowledge, today: date, *, entry: int) -> Reply:
    """The first of what one message kept, up to a page; its day shows all of them."""
    shown = sets[:SETS_A_PAGE]
    several = len(by_exercise(shown)) > 1
    choices = [
        Button(
            f"{exercise_name(knowledge, one.done.exercise)} {brief(one.done)}" if several else brief(one.done),
            ShowSet(one.id, entry),
        )
        for one in shown
    ]
    when = opening(day_text(sets[0].day, today))
    whole = row(_back(entry), Button(f"‹ {when}", ShowDay(as_number(sets[0].day))))
    layout = tuple(row(one) for one in choices) if several else two_by_two(choices)
    return Reply(bold("Which set?"), (*layout, whole), Place.PRESSED)


def _loads(kept: KeptSet, entry: int) -> tuple[Button, ...]:
    """Two steps down and two up, as on the card."""
    done = kept.done
    if done.load is None:
        return ()
    big, small = STEPS[done.load.unit]
    amounts = (done.load.amount + change for change in (-big, -small, small, big))
    loads = [Load(one, done.load.unit) for one in amounts if abs(one) <= HEAVIEST and (done.bodyweight or one > 0)]
    return row(
        *(
            Button(
                load_text(load, bodyweight=done.bodyweight) if load.amount else "0",
                ChangeLoad(kept.id, int(load.amount * 1000), load.unit, entry),
            )
            for load in loads
        )
    )


def ask_load(kept: KeptSet, knowledge: Knowledge, unit: Unit) -> Reply:
    load = kept.done.load or Load(Decimal("62.5"), unit)
    name = exercise_name(knowledge, kept.done.exercise)
    return Reply(
        lines(
            line("Which weight had ", bold(f"{name} {sets_text([kept.done])}"), "?"),
            f"Write it, for example {load}; without a unit it is {unit}. /cancel leaves it as it is.",
        )
    )


def set_deleted(kept: KeptSet, knowledge: Knowledge, today: date) -> Reply:
    name = exercise_name(knowledge, kept.done.exercise)
    text = lines(
        line("Deleted: ", bold(name), f"  {sets_text([kept.done])}", f" ({day_text(kept.day, today)})"),
        Html("It counts no more, in no record."),
    )
    back = Button(f"‹ {opening(day_text(kept.day, today))}", ShowDay(as_number(kept.day)))
    return Reply(text, rows(row(Button("Put it back", PutBack(kept.id))), row(back)), Place.PRESSED)
