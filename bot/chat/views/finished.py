"""What does the end of a session show? What was done, what it adds up to, what was a best."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from bot.chat.buttons.of_log import ShowHistory
from bot.chat.buttons.of_pictures import ShareSession
from bot.chat.buttons.of_session import Reopen
from bot.chat.markup import Html, bold, line, lines
from bot.chat.reply import CARD, Button, Place, Reply, row, rows
from bot.chat.views.news import news_text
from bot.chat.views.reasons import advice_text
from bot.chat.views.sets import by_exercise, exercise_name, load_text, session_name, told
from bot.coaching.knowledge.catalog import Knowledge
from bot.domain.advice import Why
from bot.domain.records import News
from bot.domain.units import KG_PER_LB, Unit
from bot.services.finish_workout import Finished
from bot.services.todays import Asked

MOST_TOLD = 3
WENT_WRONG = frozenset({Why.MISSED, Why.FADED})


def finished(done: Finished, knowledge: Knowledge, unit: Unit, *, place: Place) -> Reply:
    name = session_name(knowledge, done.session)
    exercises = by_exercise(done.session.sets)
    text = lines(
        line(bold(f"{name} done")),
        line(bold(_sets(done.sets)), _volume(done.volume_kg, unit)),
        "",
        *(line(exercise_name(knowledge, one), "  ", told(sets)) for one, sets in exercises.items()),
        *_bests(done.bests, knowledge),
        *_next_time(done.next_time, knowledge, unit),
        *(
            ("", "Your first session is in the log. Next time I show these numbers beside each set.")
            if done.first
            else ()
        ),
    )
    buttons = row(Button("Not done yet", Reopen(done.session.id)), Button("History", ShowHistory()))
    picture = row(Button("Picture", ShareSession(done.session.id)))
    return Reply(text, rows(buttons, picture), place, screen=CARD)


def _next_time(asked: Sequence[Asked], knowledge: Knowledge, unit: Unit) -> Iterator[Html]:
    """What changes, the first few; the same again is not worth a line, unless it is for what went wrong."""
    told = [
        line(
            exercise_name(knowledge, one.plan.exercise),
            f"  {load_text(one.advice.load, bodyweight=one.plan.bodyweight)}, ",
            advice_text(one.advice, one.plan, unit, knowledge).replace("Same load", "the same"),
        )
        for one in asked
        if one.advice is not None and one.advice.load is not None
        if one.advice.reason.step is not None or one.advice.reason.why in WENT_WRONG
    ]
    if told:
        yield line("")
        yield bold("Next time")
        yield from told[:MOST_TOLD]


def nothing_done(place: Place) -> Reply:
    return Reply(Html("Closed; nothing was logged, so nothing is kept of it. /workout opens a new one."), (), place)


def session_closed() -> Reply:
    return Reply(Html("That session is closed; its sets are in the log."), (), Place.PRESSED)


def _sets(count: int) -> str:
    return f"{count} set" if count == 1 else f"{count} sets"


def _volume(kilograms: Decimal, unit: Unit) -> str:
    return f" · {moved_text(kilograms, unit)} moved" if kilograms else ""


def moved_text(kilograms: Decimal, unit: Unit) -> str:
    """Load times repetitions, summed; rounded to a whole unit, since nobody loads a gram."""
    whole = kilograms if unit is Unit.KG else kilograms / KG_PER_LB
    return f"{whole:,.0f} {unit}".replace(",", " ")


def _bests(found: Sequence[News], knowledge: Knowledge) -> Iterator[Html]:
    """The first few; who began a week ago has a best in every lift."""
    for new in found[: MOST_TOLD if len(found) > MOST_TOLD + 1 else None]:
        yield _best(new, knowledge)
    if len(found) > MOST_TOLD + 1:
        yield line(f"★ and {len(found) - MOST_TOLD} more bests")


def _best(new: News, knowledge: Knowledge) -> Html:
    return line("★ ", bold(exercise_name(knowledge, new.kept.done.exercise)), " ", news_text(new))
