"""What does the session card show? One message, edited as the session goes; the likeliest button lowest and widest."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from bot.chat.buttons.of_answers import Ask
from bot.chat.buttons.of_session import (
    ExerciseMenu,
    FinishWorkout,
    GoTo,
    LogReps,
    SayGaveOut,
    SkipExercise,
    StartOver,
    SwapMenu,
    TakeOn,
    UndoSet,
    WeightMenu,
)
from bot.chat.markup import Html, bold, italic, join, line, lines
from bot.chat.reply import CARD, Button, Place, Reply, Rows, row, rows
from bot.chat.views.dates import day_text, rest_text
from bot.chat.views.hurts import off_line
from bot.chat.views.loading import plates_line, warm_up_line
from bot.chat.views.reasons import TELLS_LAST_TIME, advice_text, with_band
from bot.chat.views.sets import as_line, by_exercise, exercise_name, load_text, name_within, session_name, told
from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.prescribing import Offer, mark
from bot.domain.session import Session, SessionItem
from bot.domain.training import GaveOut, PlannedExercise
from bot.domain.units import Unit
from bot.services.gave_out import missed_last
from bot.services.rest import Rest
from bot.services.workout import Card


def card(shown: Card, knowledge: Knowledge, *, place: Place = Place.NEW, left_out: int | None = None) -> Reply:
    """`left_out` is the exercise that was skipped by the tap it answers: one more tap brings it back."""
    text = lines(_head(shown, knowledge), "", *_body(shown, knowledge))
    back = None
    if left_out is not None:
        name = exercise_name(knowledge, shown.session.items[left_out].plan.exercise)
        back = row(Button(f"Bring back: {name}", GoTo(shown.session.id, left_out)))
    return Reply(text, (*rows(back), *_buttons(shown, knowledge)), place, screen=CARD)


def _head(shown: Card, knowledge: Knowledge) -> Html:
    session = shown.session
    title = line(bold(session_name(knowledge, session)), f" · {_at(session)} of {len(session.items)}")
    started = None
    if shown.stale_days:
        today = session.day + timedelta(days=shown.stale_days)
        started = italic(f"Left open {day_text(session.day, today)}. Go on with it, or close it and start today's?")
    others = [item for item in session.items if item is not shown.item and (item.done or item.skipped)]
    return lines(title, started, *(_folded(item, knowledge) for item in others), *_extras(session, knowledge))


def still_open(session: Session, knowledge: Knowledge) -> str:
    """Over the chat, to who wished for the next one."""
    name = session_name(knowledge, session)
    done = sum(item.complete for item in session.items)
    told = f"{done} of {len(session.items)} lifts done" if session.sets else "no set yet"
    return f"{name} is still open, {told}. Finish it, and the next one can begin."


def _at(session: Session) -> int:
    return min(session.position + 1, len(session.items))


def _folded(item: SessionItem, knowledge: Knowledge) -> Html:
    """An exercise in one line: done, begun, or left aside."""
    name = exercise_name(knowledge, item.plan.exercise)
    mark = "–" if item.skipped else "✓" if item.complete else "…"
    own, before = _own(item), _before(item, knowledge)
    return line(f"{mark} {name}  ", join("; ", *(one for one in (own, before) if one)) or "left out")


def _own(item: SessionItem) -> str:
    """Sets of the exercise that is asked now."""
    return told(kept.done for kept in item.done if kept.done.exercise == item.plan.exercise)


def _before(item: SessionItem, knowledge: Knowledge) -> str:
    """Sets of what it was swapped for, under their own name."""
    others = by_exercise(kept for kept in item.done if kept.done.exercise != item.plan.exercise)
    each = (f"{exercise_name(knowledge, name)} {told(sets)}" for name, sets in others.items())
    return f"before: {', '.join(each)}" if others else ""


def _extras(session: Session, knowledge: Knowledge) -> Iterable[Html]:
    """What was done beside the plan."""
    for name, sets in by_exercise(session.extras).items():
        yield line(f"+ {exercise_name(knowledge, name)}  ", told(sets))


def _body(shown: Card, knowledge: Knowledge) -> Sequence[object]:
    item, offered = shown.item, shown.offer
    if item is None or offered is None:
        return (bold("That was all of it."), "Finish, and I add it up.")
    name = exercise_name(knowledge, item.plan.exercise).upper()
    reason = _reason(item, offered, shown.gym.unit, knowledge)
    told_already = reason is not None and item.advice is not None and item.advice.reason.why in TELLS_LAST_TIME
    return (
        line(bold(name), f"   set {item.next_set} of {item.plan.sets}"),
        line(bold(asked(item.plan)), " · ", bold(_load(item, offered, knowledge)), _rest(shown, item)),
        plates_line(shown.session, item.plan.exercise, offered.load, shown.gym, knowledge),
        reason,
        warm_up_line(shown.session, item, offered.load, shown.gym, knowledge),
        None if told_already and not _is_today(shown) else _last_time(shown),
        *(line("note: ", italic(one.text)) for one in shown.notes),
        line(before) if (before := _before(item, knowledge)) else None,
        line("done  ", bold(own)) if (own := _own(item)) else None,
        italic(_how_to_write(item, offered, shown.gym.unit, knowledge)) if shown.first else None,
        _off(shown, item, knowledge),
        _short(shown.session, knowledge),
        rest_line(shown.rest),
    )


def _off(shown: Card, item: SessionItem, knowledge: Knowledge) -> Html | None:
    if any(exercise == item.plan.exercise for exercise, _ in shown.off):
        return italic("It hurts: swap it, or skip it for today.")
    return off_line(shown.off, shown.session.day + timedelta(days=shown.stale_days), knowledge)


def _reason(item: SessionItem, offered: Offer, unit: Unit, knowledge: Knowledge) -> Html | None:
    """Why this load; not of one that the lifter chose, or has lifted since."""
    advice = item.advice
    if advice is None or item.working or offered.load != advice.load:
        return None
    return italic(advice_text(advice, item.plan, unit, knowledge))


def _short(session: Session, knowledge: Knowledge) -> Html | None:
    item = missed_last(session)
    return line(bold("What gave out"), f" on the {name_within(knowledge, item.plan.exercise)}?") if item else None


def _how_to_write(item: SessionItem, offered: Offer, unit: Unit, knowledge: Knowledge) -> str:
    """By the set that is asked, so that what is written is what a tap keeps."""
    plan = item.plan
    if offered.load is None and not plan.bodyweight and not with_band(plan.exercise, None, knowledge):
        return f"Write the weight and the {'seconds' if plan.timed else 'reps'}: {'60 30s' if plan.timed else '60x8'}"
    return f"A tap keeps it. Or write it: {as_line(plan, offered.load, offered.reps, unit)}"


def _rest(shown: Card, item: SessionItem) -> str:
    """While one runs, its own line says how long."""
    return "" if shown.rest else f" · rest {rest_text(item.plan.rest)}"


def card_moved(place: Place = Place.PRESSED) -> Reply:
    """What an old card becomes: the one in force stands below it."""
    screen = CARD if place is Place.SCREEN else None
    return Reply(Html("This card is old. The session goes on below."), (), place, screen)


def put_aside(place: Place = Place.SCREEN) -> Reply:
    """What a card becomes while a red flag stands."""
    return Reply(Html("The session is put aside. Nothing of it is lost."), (), place, CARD)


def rest_line(rest: Rest | None) -> Html | None:
    """On the card, and below a set that was written."""
    if rest is None:
        return None
    minutes, seconds = divmod(rest.seconds, 60)
    until = f"until {rest.until:%H:%M}" if rest.until else "I ring when it is over"
    return line("Rest ", bold(f"{minutes}:{seconds:02}"), f", {until}")


def asked(plan: PlannedExercise) -> str:
    unit = "s" if plan.timed else "reps"
    return f"{plan.reps} {unit}{' each side' if plan.per_side else ''}"


def _load(item: SessionItem, offered: Offer, knowledge: Knowledge) -> str:
    if with_band(item.plan.exercise, offered.load, knowledge):
        return "with a band"
    if offered.load is None:
        return "body weight" if item.plan.bodyweight else "no weight yet"
    return load_text(offered.load, bodyweight=item.plan.bodyweight)


def _is_today(shown: Card) -> bool:
    return bool(shown.last_time) and shown.last_time[0].day == shown.session.day


def _last_time(shown: Card) -> Html | None:
    if not shown.last_time:
        return None
    today = shown.session.day + timedelta(days=shown.stale_days)
    day = shown.last_time[0].day
    when = "earlier today" if day == today else f"last time ({day_text(day, today)})"
    return line(f"{when}: ", told(k.done for k in shown.last_time))


def _buttons(shown: Card, knowledge: Knowledge) -> Rows:
    session, item = shown.session, shown.item
    undo = Button("Undo", UndoSet(session.id, shown.last_entry)) if shown.last_entry is not None else None
    finish = Button("Finish", FinishWorkout(session.id))
    if shown.stale_days:
        on = finish if item is None else Button("Go on with it", TakeOn(session.id))
        return rows(row(undo), row(Button("Close it, start today's", StartOver(session.id))), row(on))
    if item is None or shown.offer is None:
        return rows(row(undo, Button("Exercises", ExerciseMenu(session.id))), row(finish))
    at = (session.id, item.position)
    done = row(done_button(session, item, shown.offer, knowledge))
    banded = with_band(item.plan.exercise, shown.offer.load, knowledge)
    weight = None if banded else row(Button(_weight_label(item, shown.offer), WeightMenu(*at)))
    needs_weight = shown.offer.load is None and not item.plan.bodyweight
    return rows(
        _gave_out(session)  # one more row would push the card out of sight
        or row(
            Button("How to", Ask.about("how_to", item.plan.exercise)),
            Button("Swap", SwapMenu(*at)),
            Button("Skip", SkipExercise(*at)),
        ),
        row(undo, Button("Exercises", ExerciseMenu(session.id)), finish),
        None if needs_weight else weight,
        _near(session, item, shown.offer),
        done,
        weight if needs_weight else None,
    )


GAVE_OUT = {GaveOut.GRIP: "Grip", GaveOut.BACK: "Back", GaveOut.LOWER_BACK: "Lumbar", GaveOut.BREATH: "Breath"}


def gave_out_text(what: GaveOut) -> str:
    """What is done about it, said over the chat."""
    return {
        GaveOut.GRIP: "Noted: grip, not your back. The load stays; chalk or straps help.",
        GaveOut.BACK: "Noted. The load stays, or comes down if it happens again.",
        GaveOut.LOWER_BACK: "Noted. Stop if it hurts; next time is lighter, or supported.",
        GaveOut.BREATH: "Noted. Rest a minute longer; the load stays.",
    }[what]


def _gave_out(session: Session) -> tuple[Button, ...] | None:
    """After a set that fell short: one tap, and what comes next is advised by it."""
    item = missed_last(session)
    if item is None:
        return None
    return row(*(Button(name, SayGaveOut(session.id, item.position, what)) for what, name in GAVE_OUT.items()))


def done_button(session: Session, item: SessionItem, offered: Offer, knowledge: Knowledge) -> Button:
    """The likeliest thing to say after a set, as one tap."""
    unsaid = offered.load is None and not item.plan.bodyweight
    without = ", no weight" if unsaid and not with_band(item.plan.exercise, offered.load, knowledge) else ""
    return Button(f"✓ Done: {_full(item, offered)}{without}", _log(session, item, offered, offered.reps))


def _weight_label(item: SessionItem, offered: Offer) -> str:
    if offered.load is None:
        return "Add weight" if item.plan.bodyweight else "Choose the weight"
    return f"Weight: {load_text(offered.load, bodyweight=item.plan.bodyweight)}"


def _full(item: SessionItem, offered: Offer) -> str:
    load = load_text(offered.load, bodyweight=item.plan.bodyweight)
    counted = f"{offered.reps} s" if item.plan.timed else str(offered.reps)
    return f"{load} × {counted}" if load else counted


def _near(session: Session, item: SessionItem, offered: Offer) -> tuple[Button, ...]:
    """One or two fewer, one or two more: five seconds apart for a hold."""
    step = 5 if item.plan.timed else 1
    near = (offered.reps + step * change for change in (-2, -1, 1, 2))
    return tuple(Button(str(reps), _log(session, item, offered, reps)) for reps in near if reps > 0)


def _log(session: Session, item: SessionItem, offered: Offer, reps: int) -> LogReps:
    return LogReps(session.id, item.position, item.next_set, reps, mark(item.plan.exercise, offered.load))
