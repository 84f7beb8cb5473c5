"""What is said of a lift that hurts? That it is off, since when, what stands in, and how it comes back."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from bot.chat.buttons.of_answers import Advise, Wrong
from bot.chat.buttons.of_hurts import (
    HurtsAt,
    LeaveOff,
    NeverHurt,
    PutLiftBack,
    ShowOff,
    SwapHurting,
    TakeLiftOff,
    letters,
)
from bot.chat.buttons.of_plans import Step, wish_button
from bot.chat.buttons.of_session import SkipExercise
from bot.chat.markup import Html, bold, html, italic, line, lines
from bot.chat.reply import CARD, Button, Place, Reply, Rows, row, rows
from bot.chat.views.card_menus import back, stand_ins
from bot.chat.views.dates import day_text
from bot.chat.views.plan_wishes import SITE_NAMES
from bot.chat.views.sets import exercise_name, name_within
from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.knowledge.pain import Advice
from bot.domain.athlete import Athlete
from bot.domain.hurting import Off
from bot.domain.planning import Site, Wishes
from bot.domain.session import Session, SessionItem
from bot.services.hurts import TakenOff
from bot.services.swap import Swaps

ASK = "What to tell the doctor"
PUT_BACK = "Put it back"
LIGHTER = "The first time back is lighter. Stop if it hurts again."


def after_pain(
    said: Reply, found: TakenOff, advice: Advice, wishes: Wishes, knowledge: Knowledge, *, holds: bool
) -> Reply:
    """An answer to pain with what was done about the lift at its end; what is likeliest stands lowest."""
    if found.lifts:
        told: Html | None = line(f"I've taken the {_names(found.lifts, knowledge)} off your next sessions.")
        act = done_about(found, knowledge)
    elif found.doubtful and not holds:
        told, act = None, rows(*(row(_take_off(one, found, knowledge)) for one in found.doubtful))
    elif found.sites and not holds:
        told, act = None, rows(row(_plan_around(found.sites, wishes, knowledge)))
    else:
        return said
    if told is None:
        return replace(said, rows=(*said.rows, *act))
    (put, *more), above = act, said.rows
    if len(found.lifts) == 1 and above and len(above[-1]) == 1 and isinstance(above[-1][0].press, Wrong):
        put, above = (*above[-1], *put), above[:-1]
    ask = row(*_what_to_tell(advice, knowledge))
    return replace(said, text=lines(said.text, "", told), rows=(*above, *rows(put, ask), *more))


def done_about(found: TakenOff, knowledge: Knowledge) -> Rows:
    swap = None
    if found.at is not None:
        sites = letters(found.sites, elsewhere=found.elsewhere)
        swap = row(Button("Swap it for today", SwapHurting(*found.at, sites)))
    return rows(*(row(one) for one in _put_back(found.lifts, knowledge)), swap)


def _put_back(lifts: Sequence[str], knowledge: Knowledge) -> Iterable[Button]:
    if len(lifts) == 1:
        return [Button(PUT_BACK, PutLiftBack(lifts[0]))]
    return [Button(f"Put back: {exercise_name(knowledge, one)}", PutLiftBack(one)) for one in lifts]


def _take_off(lift: str, found: TakenOff, knowledge: Knowledge) -> Button:
    return Button(f"Leave out: {exercise_name(knowledge, lift)}", TakeLiftOff(lift, letters(found.sites)))


def _plan_around(sites: frozenset[Site], wishes: Wishes, knowledge: Knowledge) -> Button:
    press = wish_button(Step.PLAN, replace(wishes, hurts=wishes.hurts | sites), knowledge)
    return Button("A plan that spares it", press)


def _what_to_tell(advice: Advice, knowledge: Knowledge) -> list[Button]:
    """Where the entry has it, it is under it already; else what its last choice leads to, where nothing else fits."""
    seen: set[str] = set()
    at = advice
    while not at.ask and at.choices and at.id not in seen:
        seen.add(at.id)
        at = knowledge.pain[at.choices[-1].to]
    return [Button(ASK, Advise(at.id, "ask"))] if at.ask and at is not advice else []


def _names(lifts: Sequence[str], knowledge: Knowledge) -> str:
    names = [name_within(knowledge, one) for one in lifts]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def is_back(exercise: str, knowledge: Knowledge) -> Reply:
    text = lines(line(bold(exercise_name(knowledge, exercise)), " is back in your next sessions."), LIGHTER)
    return Reply(text, rows(row(Button("It never hurt", NeverHurt(exercise)))))


def all_back(lifts: Sequence[str], knowledge: Knowledge) -> Reply:
    """Several at once, by a place that is fine again."""
    if len(lifts) == 1:
        return is_back(lifts[0], knowledge)
    names = ", ".join(exercise_name(knowledge, one) for one in lifts)
    return Reply(lines(line(bold(names), " are back in your next sessions."), LIGHTER))


def all_off_again(lifts: Sequence[str], knowledge: Knowledge) -> Reply:
    """They were put back, and that was taken back."""
    text = line("Taken back: ", bold(", ".join(exercise_name(knowledge, one) for one in lifts)), " off again.")
    return Reply(
        text, rows(*(row(Button(f"Put back: {exercise_name(knowledge, one)}", PutLiftBack(one))) for one in lifts))
    )


def meant_back(lifts: Sequence[str], knowledge: Knowledge) -> Reply:
    """The lift that was named is in; these of its family are off."""
    text = line(f"What is off: the {_names(lifts, knowledge)}. Is that fine again?")
    buttons = [row(Button(f"Put back: {exercise_name(knowledge, one)}", PutLiftBack(one))) for one in lifts]
    return Reply(text, rows(*buttons))


def as_if_never(exercise: str, knowledge: Knowledge, *, place: Place) -> Reply:
    return Reply(line(bold(exercise_name(knowledge, exercise)), " is in as before, with its old load."), (), place)


def taken_off(exercise: str, knowledge: Knowledge) -> Reply:
    text = line(f"I've taken the {name_within(knowledge, exercise)} off your next sessions.")
    return Reply(text, rows(row(Button(PUT_BACK, PutLiftBack(exercise)))))


def still_off(exercise: str, knowledge: Knowledge) -> Reply:
    text = lines(
        line(bold(exercise_name(knowledge, exercise)), " stays off. /plan puts it back when it no longer hurts."),
        "Two weeks are long: have it seen, if you have not.",
    )
    return Reply(text, (), Place.PRESSED)


def does_it_hurt(off: Off, today: date, athlete: Athlete, knowledge: Knowledge) -> Reply:
    """Once, after two weeks."""
    weeks = max(2, (today - athlete.day(off.since)).days // 7)
    text = lines(
        line(bold(exercise_name(knowledge, off.exercise)), f" has been off for {weeks} weeks."), "Does it still hurt?"
    )
    buttons = (
        row(Button("Yes: leave it off", LeaveOff(off.exercise))),
        row(Button("No: put it back", PutLiftBack(off.exercise))),
    )
    return Reply(text, buttons)


def off_line(off: Sequence[tuple[str, date]], today: date, knowledge: Knowledge) -> Html | None:
    """On the card, in one short line."""
    if not off:
        return None
    names = ", ".join(exercise_name(knowledge, exercise) for exercise, _ in off)
    if len(off) == 1:
        return italic(f"{names} is off since {day_text(off[0][1], today)}. /plan puts it back.")
    return italic(f"Off while it hurts: {names}. /plan puts them back.")


def off_text(off: Sequence[Off], knowledge: Knowledge) -> Html | None:
    """Beside a plan."""
    if not off:
        return None
    return line("Off while it hurts: ", bold(", ".join(exercise_name(knowledge, one.exercise) for one in off)))


def off_buttons(off: Sequence[Off], knowledge: Knowledge) -> tuple[Button, ...]:
    if not off:
        return ()
    if len(off) == 1:
        return row(Button(f"Put back: {exercise_name(knowledge, off[0].exercise)}", PutLiftBack(off[0].exercise)))
    return row(Button("Put one back", ShowOff()))


def off_list(off: Sequence[Off], today: date, athlete: Athlete, knowledge: Knowledge) -> Reply:
    if not off:
        return Reply(html("No lift is off. What hurts, you just write: “my elbow hurts”."))
    told = (
        line(
            bold(exercise_name(knowledge, one.exercise)),
            f"  since {day_text(athlete.day(one.since), today)}",
            f", {places(one.sites)}" if one.sites else "",
        )
        for one in off
    )
    text = lines(bold("Off while it hurts"), *told)
    return Reply(text, rows(*(off_buttons([one], knowledge) for one in off)))


def fine_again(off: Sequence[Off]) -> Reply:
    """It hurts no more there, where no lift was off for it; others may be."""
    return Reply(html("Good to hear. No lift is off for it." if off else "Good to hear. No lift is off: all are in."))


def stands(flag: Advice) -> Html:
    """On the screen of a plan, which stays as it is."""
    return line("No session while this stands: ", bold(flag.name), ".")


def places(sites: Iterable[Site]) -> str:
    """Lower back and hip."""
    names = [SITE_NAMES[site].lower() for site in Site if site in frozenset(sites)]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def where_menu(session: Session, item: SessionItem, knowledge: Knowledge, *, place: Place) -> Reply:
    """One tap, and what spares it is shown."""
    buttons = [Button(name, HurtsAt(session.id, item.position, letters([site]))) for site, name in SITE_NAMES.items()]
    buttons.append(Button("Somewhere else", HurtsAt(session.id, item.position, letters((), elsewhere=True))))
    by_two = tuple(tuple(buttons[index : index + 2]) for index in range(0, len(buttons), 2))
    text = lines(line(bold(exercise_name(knowledge, item.plan.exercise)), " hurts. Where?"))
    return Reply(text, (*by_two, back(session)), place, screen=CARD)


def instead(found: Swaps, item: SessionItem, knowledge: Knowledge, *, place: Place) -> Reply:
    """What spares the place; where nothing does, the lift is left aside."""
    session = found.card.session
    name = exercise_name(knowledge, item.plan.exercise)
    skip = row(Button("Skip it for today", SkipExercise(session.id, item.position)))
    if not found.exercises:
        text = line("Nothing that I know surely spares it in place of ", bold(name), ". Leave it for today.")
        return Reply(text, rows(back(session), skip), place, screen=CARD)
    text = lines(
        line("Instead of ", bold(name), f", sparing your {places(found.hurts or ())}:"),
        "Stop that one, too, if it hurts.",
    )
    return Reply(text, (*stand_ins(found, item, knowledge), skip, back(session)), place, screen=CARD)
