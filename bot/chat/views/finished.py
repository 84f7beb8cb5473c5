"""What does the end of a session show? What was done, what it adds up to, what was a best."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from operator import itemgetter

from bot.chat.buttons.of_log import ShowHistory
from bot.chat.buttons.of_pictures import ShareSession
from bot.chat.buttons.of_session import Reopen
from bot.chat.markup import Html, bold, line, lines
from bot.chat.reply import CARD, Button, Place, Reply, row, rows
from bot.chat.views.news import news_text
from bot.chat.views.reasons import advice_text
from bot.chat.views.sets import by_exercise, exercise_name, load_text, session_name, told
from bot.coaching.knowledge.catalog import Knowledge
from bot.domain.advice import Advice, Why
from bot.domain.records import News
from bot.domain.training import Method
from bot.domain.units import KG_PER_LB, Unit
from bot.services.finish_workout import Finished
from bot.services.todays import Asked

MOST_TOLD = 3


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
    """The most telling few: the road to the pull-up, what fell short, what goes up, then what stays."""
    told = [
        (
            _telling(one, one.advice),
            line(exercise_name(knowledge, one.plan.exercise), "  ", _said(one, knowledge, unit)),
        )
        for one in asked
        if one.advice is not None
    ]
    if told:
        yield line("")
        yield bold("Next time")
        yield from (text for _, text in sorted(told, key=itemgetter(0))[:MOST_TOLD])


FELL_SHORT = frozenset(
    {
        Why.MISSED,
        Why.SMALL_SETS,
        Why.FADED,
        Why.TOO_HEAVY,
        Why.STOPPED,
        Why.BACK_OFF,
        Why.STALL,
        Why.BLOCK,
        Why.STUCK,
        Why.HARD,
        Why.GRIP,
        Why.LOWER_BACK,
        Why.BREATH,
        Why.UNFINISHED,
    }
)


def _telling(one: Asked, advice: Advice) -> int:
    if one.plan.method is Method.ROAD:
        return 0
    if advice.reason.why in FELL_SHORT:
        return 1
    return 2 if advice.reason.step is not None else 3


def _said(one: Asked, knowledge: Knowledge, unit: Unit) -> str:
    """The number, and why; what was last time when it comes is this time yet."""
    plan, advice = one.plan, one.advice
    assert advice is not None
    load = load_text(advice.load, bodyweight=plan.bodyweight)
    counted = f"{advice.reps} s" if plan.timed else str(advice.reps)
    why = advice_text(advice, plan, unit, knowledge).replace("last time", "this time").replace("Last time", "this time")
    return (
        f"{load} × {counted}, {why[:1].lower()}{why[1:]}"
        if load
        else f"{plan.sets}×{counted}, {why[:1].lower()}{why[1:]}"
    )


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
