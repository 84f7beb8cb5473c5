"""What does a plan look like? Its sessions in a line a lift, what the week adds up to, and what it could not give."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from bot.chat.buttons.of_plans import (
    ChangePlan,
    DropPlan,
    EndPlan,
    ListLifts,
    PreferLift,
    RevivePlan,
    ShowPlan,
    ShowPlannedLift,
    Step,
    WhatIf,
    wish_button,
)
from bot.chat.buttons.of_session import FinishWorkout, StartOver, StartWorkout, TakeOn
from bot.chat.markup import Html, bold, italic, join, line, lines
from bot.chat.reply import Button, Place, Reply, row, rows
from bot.chat.views.hurts import off_buttons, off_text, places
from bot.chat.views.plan_wishes import AIM_NAMES
from bot.chat.views.sets import counted, exercise_name, session_name
from bot.chat.views.unmet import remark_sentences, unmet_sentence
from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.planning.counting import hard_sets
from bot.coaching.progression.road import BEFORE_PULL_UP
from bot.domain.hurting import Off
from bot.domain.planning import DAYS, MINUTES, Hindrance, Level, Odd, Plan, PlanSession, Site, Unmet, Wishes
from bot.domain.session import Session
from bot.domain.training import Method, PlannedExercise
from bot.domain.units import plain
from bot.services.plan import PlanInForce
from bot.services.taps_back import TakenBack, Tapped

WRITTEN_OUT = 22
"""A week of so many lines is shown a lift a line; of a longer one only the session that is next: it would fill more
than a phone."""
NEAREST = (
    f"I plan {DAYS.start} to {DAYS.stop - 1} days of {MINUTES.start} to {MINUTES.stop - 1} min; this is the nearest."
)
LIFTED = {
    Level.NOVICE: "lifting under half a year",
    Level.INTERMEDIATE: "lifting up to three years",
    Level.ADVANCED: "lifting for years",
}
NO_BREAK, NO_BREAK_HYPHEN = "\u00a0", "\u2011"
TIME_LEFT = 10
"""Minutes that a session may end early before it is said why."""


def plan_shown(
    plan: Plan,
    knowledge: Knowledge,
    *,
    place: Place = Place.PRESSED,
    beyond: bool = False,
    road: PlannedExercise | None = None,
    off: Sequence[Off] = (),
    now: Sequence[PlanSession] = (),
) -> Reply:
    """A plan that was written, before anybody trains by it. `beyond`: more was asked for than is planned; `road`: the
    stage of the pull-up road that is theirs now. `off` are lifts that are left out of any plan while they hurt, `now`
    its sessions with what stands in for them."""
    planned = {one.exercise for session in plan.sessions for one in session.exercises}
    away = [one for one in off if one.exercise in planned]
    wishes, nearest = plan.wishes, italic(NEAREST) if beyond else None
    adjust = [
        Button("Goal", wish_button(Step.AIM, wishes, knowledge)),
        Button(f"{wishes.days} × a week", wish_button(Step.DAYS, wishes, knowledge)),
        Button(f"{wishes.minutes} min", wish_button(Step.MINUTES, wishes, knowledge)),
        Button("Equipment", wish_button(Step.PIECES, wishes, knowledge)),
        Button("What hurts", wish_button(Step.HURTS, wishes, knowledge)),
    ]
    use = Button("Train by this plan", wish_button(Step.USE, wishes, knowledge))
    return Reply(
        lines(
            _wished(wishes),
            nearest,
            *_week(plan, knowledge, road),
            "",
            *_sums(plan, knowledge, now),
            _limit(plan),
            off_text(away, knowledge),
        ),
        (row(*adjust[:3]), row(*adjust[3:]), row(use)),
        place,
    )


def spared_already(sites: Iterable[Site], *, in_force: bool) -> Html:
    """Above a plan that what hurts does not change."""
    if in_force:
        return line("Your plan spares your ", bold(places(sites)), " already.")
    return line("None of these lifts loads your ", bold(places(sites)), ".")


def _wished(wishes: Wishes) -> Html:
    """For whom it is: what was not asked is taken for granted, and seen here."""
    return line("For ", bold(AIM_NAMES[wishes.aim].lower()), f", {LIFTED[wishes.level]}")


def plan_in_force(
    found: PlanInForce,
    knowledge: Knowledge,
    *,
    place: Place,
    fresh: bool = False,
    road: PlannedExercise | None = None,
    under_way: Session | None = None,
    off: Sequence[Off] = (),
    now: Sequence[PlanSession] = (),
) -> Reply:
    """`fresh`: it was made just now; `under_way`: a session that is open, of it or not. `off`: lifts that hurt, `now`
    the sessions with what stands in for them."""
    other = under_way if under_way is not None and under_way.plan != found.kept.id else None
    plan = found.kept.plan
    head = line(bold("This is your plan"), ". Your log stays as it is.") if fresh else None
    following = line("Next: ", bold(plan.sessions[found.part].name))
    text = lines(
        head,
        *_week(plan, knowledge, road, following=found.part),
        "",
        *_sums(plan, knowledge, now),
        "",
        following,
        off_text(off, knowledge),
        _still_open(other, knowledge) if other is not None else None,
    )
    return Reply(
        text,
        rows(
            row(Button("Change it", ChangePlan()), Button("Lifts", ListLifts())),
            row(
                Button("What if", WhatIf("")),
                Button("Take it back", DropPlan(found.kept.id)) if fresh else Button("End this plan", EndPlan()),
            ),
            off_buttons(off, knowledge),
            *_next(other, "Start the next session" if under_way is None else "Today's session"),
        ),
        place,
    )


def _still_open(other: Session, knowledge: Knowledge, following: str = "the plan's session") -> Html:
    sets = counted(len(other.sets), "set")
    return line(bold(session_name(knowledge, other)), f" is still open ({sets}); {following} comes after it.")


def _next(other: Session | None, label: str, following: str = "the plan's") -> Iterable[tuple[Button, ...]]:
    if other is None:
        return [row(Button(label, StartWorkout()))]
    return [
        row(Button("Finish it", FinishWorkout(other.id)), Button("Go on with it", TakeOn(other.id))),
        row(Button(f"Leave it, start {following}", StartOver(other.id))),
    ]


def _week(
    plan: Plan, knowledge: Knowledge, road: PlannedExercise | None, following: int | None = None
) -> Iterable[Html]:
    count = len(plan.sessions)
    length = sum(2 + len(session.exercises) for session in plan.sessions)
    longest = max(session.minutes for session in plan.sessions)
    often = "1 session" if count == 1 else f"{count} sessions"
    yield line(bold(f"{often} a week"), f" · up to {longest} min")
    for place, session in enumerate(plan.sessions):
        yield line("")
        mark = "› " if place == following and count > 1 else ""
        yield line(mark, bold(session.name), f" · {session.minutes} min")
        lifts = [road if road is not None and one.method is Method.ROAD else one for one in session.exercises]
        if count <= 2 or length <= WRITTEN_OUT or place == following:
            yield from (line(lift_text(one, knowledge), on_the_way(one)) for one in lifts)
        else:
            yield join(", ", *(line(unbroken(lift_text(one, knowledge)), _aside(on_the_way(one))) for one in lifts))


def lift_text(one: PlannedExercise, knowledge: Knowledge) -> str:
    return f"{exercise_name(knowledge, one.exercise)}  {asked_text(one)}"


def on_the_way(asked: PlannedExercise) -> str:
    """Said of a stage of the pull-up road before the pull-up itself."""
    staged = asked.method is Method.ROAD and asked.exercise in BEFORE_PULL_UP
    return ", on the way to the pull-up" if staged else ""


def _aside(said: str) -> str:
    """Between lifts side by side a comma would begin another."""
    return f" ({said.removeprefix(', ')})" if said else ""


def unbroken(text: str) -> str:
    """Lifts side by side: a line ends between two of them, not within a name."""
    return text.replace("  ", " ").replace(" ", NO_BREAK).replace("-", NO_BREAK_HYPHEN)


def asked_text(one: PlannedExercise) -> str:
    """3×6–8, 3×12 a side, 3×20–30 s."""
    return f"{one.sets}×{one.reps}{' s' if one.timed else ''}{' a side' if one.per_side else ''}"


def _sums(plan: Plan, knowledge: Knowledge, now: Sequence[PlanSession]) -> Iterable[Html]:
    """Of what will be trained: without the lifts that are off, and with what stands in."""
    written = hard_sets(plan.sessions, knowledge)
    sets = hard_sets(now, knowledge) if now else written
    yield line(
        "Hard sets a week while it hurts: " if sets != written else "Hard sets a week: ", sets_text(sets, knowledge)
    )
    yield from map(italic, remark_sentences(plan, knowledge))
    short = _short_now(plan, written, sets, knowledge)
    if short:
        yield italic(f"While it hurts below the aim: {', '.join(short)}.")


def _short_now(
    plan: Plan, written: Mapping[str, Decimal], sets: Mapping[str, Decimal], knowledge: Knowledge
) -> Sequence[str]:
    """Lats 4 of 6: what the plan gives enough of as it is written, or more than now."""
    aims = knowledge.volumes[plan.wishes.level].hard_sets
    return [
        f"{knowledge.muscle(muscle).called.lower()} {plain(count)} of {aims[muscle][0]}"
        for muscle, count in sets.items()
        if count < written[muscle] and count < aims[muscle][0]
    ]


def _limit(plan: Plan) -> Html | None:
    if not limited_by_sets(plan):
        return None
    return italic(f"The sets are the limit, not your {plan.wishes.minutes} min: more would tire you, not build you.")


def limited_by_sets(plan: Plan) -> bool:
    """Whether there is time left that no hard set more should fill."""
    left = plan.wishes.minutes - max(session.minutes for session in plan.sessions)
    return left >= TIME_LEFT and not any(one.odd in (Odd.SHORT, Odd.UNTRAINED) for one in plan.remarks)


def sets_text(sets: Mapping[str, Decimal], knowledge: Knowledge) -> str:
    return " · ".join(f"{knowledge.muscle(muscle).called.lower()} {plain(count)}" for muscle, count in sets.items())


def unmet(why: Unmet, wishes: Wishes, knowledge: Knowledge, *, place: Place) -> Reply:
    """Which wish cannot be met; the plan before stays."""
    step = {
        Hindrance.NO_BAR: Step.PIECES,
        Hindrance.ALL_HURTS: Step.PIECES if why.help else Step.HURTS,
        Hindrance.ALL_REFUSED: Step.PIECES,
    }.get(why.why, Step.AIM)
    change = {Step.PIECES: "Equipment", Step.AIM: "Another goal", Step.HURTS: "What hurts"}[step]
    text = lines(bold("That cannot be planned."), unmet_sentence(why, knowledge), "Nothing has changed.")
    return Reply(text, rows(row(Button(change, wish_button(step, wishes, knowledge)))), place)


def plan_ended(number: int | None, under_way: Session | None, knowledge: Knowledge) -> Reply:
    """`number` is the plan's; None where there was none. `under_way` is a session that is open, with sets."""
    text = (
        "Your plan ended, your log is whole. From now on there is the sample session; /plan makes a new plan."
        if number is not None
        else "You train by the sample session already; /plan makes a plan."
    )
    back = None if number is None else row(Button("Bring it back", RevivePlan(number)))
    told = None if under_way is None else _still_open(under_way, knowledge, "the sample session")
    return Reply(
        lines(text, told),
        rows(back, *_next(under_way, "Today's session", "the sample session")),
        Place.PRESSED,
    )


def plan_taken_back(taken: TakenBack) -> Reply:
    """After /undo, or its button, of a plan taken or ended."""
    if taken.plan is None:
        text = "Taken back: that plan is gone. The sample session is next, as before."
        return Reply(Html(text), rows(row(Button("Today's session", StartWorkout()))))
    text = "Taken back: " + (
        "your plan is in force again." if taken.what is Tapped.END else "the plan before it is in force again."
    )
    return Reply(Html(text), rows(row(Button("Plan", ShowPlan()), Button("Today's session", StartWorkout()))))


def lifts_menu(found: PlanInForce, knowledge: Knowledge) -> Reply:
    """The lifts of the plan, the loved ones marked, and those that were refused."""
    wishes = found.kept.plan.wishes
    planned = list(dict.fromkeys(one.exercise for session in found.kept.plan.sessions for one in session.exercises))
    others = sorted((wishes.loved | wishes.refused) - set(planned))
    marks = {**dict.fromkeys(wishes.loved, "♥ "), **dict.fromkeys(wishes.refused, "✕ ")}
    buttons = [
        Button(f"{marks.get(one, '')}{exercise_name(knowledge, one)}", ShowPlannedLift(one)) for one in planned + others
    ]
    by_two = tuple(tuple(buttons[index : index + 2]) for index in range(0, len(buttons), 2))
    text = lines(bold("Your lifts"), "Tap one to love it, or to leave it out of the plan.")
    return Reply(text, (*by_two, row(Button("‹ Plan", ShowPlan()))), Place.PRESSED)


def lift_menu(exercise: str, wishes: Wishes, knowledge: Knowledge) -> Reply:
    loved, refused = exercise in wishes.loved, exercise in wishes.refused
    choices = (
        Button("Neither" if loved else "Love it", PreferLift(exercise, 0 if loved else 1)),
        Button("Let it in again" if refused else "Leave it out", PreferLift(exercise, 0 if refused else -1)),
    )
    now = " is loved: it is in wherever it fits." if loved else " is left out of your plan." if refused else ""
    text = line(bold(exercise_name(knowledge, exercise)), now)
    return Reply(text, rows(row(*choices), row(Button("‹ Lifts", ListLifts()))), Place.PRESSED)
