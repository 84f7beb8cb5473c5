"""Why this load? One short sentence for each reason, the number first."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from bot.chat.views.sets import MINUS, name_within
from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.knowledge.models import Pattern
from bot.coaching.progression.facts import Rack, facts_of
from bot.domain.advice import Advice, Reason, Why
from bot.domain.training import DoneSet, PlannedExercise, RepRange
from bot.domain.units import Load, Unit, amount_in, plain

OFTEN = 3
"""Times that a grip gives out before straps are named."""
TELLS_LAST_TIME = frozenset(
    {Why.TOP, Why.STEP, Why.RAMP, Why.MORE_REPS, Why.NO_HEAVIER, Why.AS_LAST, Why.MISSED, Why.FADED, Why.STEADY}
)
"""What was done last time stands in the sentence: the card need not say it twice."""
PULLED = frozenset({Pattern.VERTICAL_PULL, Pattern.HORIZONTAL_PULL})
"""Of the body alone these may be too hard for one."""
HELPED = frozenset({Rack.BAND, Rack.ASSIST})
"""Without a number these are done with a band."""


def advice_text(advice: Advice, plan: PlannedExercise, unit: Unit, knowledge: Knowledge) -> str:
    """The reason as it is said of this exercise: a body and a band have no load, and a hold has no repetitions."""
    reason, banded = advice.reason, with_band(plan.exercise, advice.load, knowledge)
    template, exercise = _timed(advice) if plan.timed else None, knowledge.exercises.get(plan.exercise)
    if template is None and advice.load is None:
        pulled = exercise is not None and exercise.pattern in PULLED
        template = _loadless(advice, plan, banded=banded, pulled=pulled)
    other = name_within(knowledge, reason.other) if reason.other else None
    sign = "+" if plan.bodyweight else ""
    said = reason_text(
        reason,
        unit,
        template=template,
        other=other,
        sign=sign,
        load=advice.load,
        block=advice.block,
        asked=advice.reps,
    )
    if reason.why in (Why.FIRST, Why.FROM_OTHER) and reason.times is not None:
        said = f"{LIGHT_WEEK} {said}"
    return said if advice.load is not None else said.replace("Same load", "The same")


def with_band(exercise: str, load: Load | None, knowledge: Knowledge) -> bool:
    return load is None and facts_of(knowledge, exercise).rack in HELPED


def _timed(advice: Advice) -> str | None:
    if advice.reason.why is Why.FIRST:
        return FIRST_GO
    if advice.reason.why in (Why.MORE_REPS, Why.NO_HEAVIER):
        return MORE_SECONDS if _grows(advice) else WORDS[Why.AS_LAST]
    return None


def _loadless(advice: Advice, plan: PlannedExercise, *, banded: bool, pulled: bool) -> str | None:
    match advice.reason.why:
        case Why.FIRST if banded:
            return "Take a band that leaves you two reps short of all."
        case Why.FIRST:
            return (
                (FIRST_BODY if pulled else FIRST_GO) if plan.bodyweight else "Take a weight you could do two more with."
            )
        case Why.MORE_REPS | Why.NO_HEAVIER if _grows(advice):
            return "One rep more: {before} last time"
        case Why.NO_HEAVIER:
            return "{before} last time: a thicker band now" if banded else "{before} last time: a harder lift now"
        case Why.STOPPED if advice.reason.times is None:
            return "Fewer than asked ({before}): all of them this time"
        case Why.BREAK:
            return "{off} off: a set less, and soon back up" if advice.reason.percent else None
        case why:
            return LOADLESS.get(why)


def _grows(advice: Advice) -> bool:
    """Whether more is asked than was done."""
    return advice.reps > min((one.seconds or one.reps or 0 for one in advice.reason.before), default=0)


LIGHT_WEEK = "Half the sets: it is a light week."
"""Of a lift that is done for the first time in one."""
NEAREST = "{Step} (the nearest)"
"""In place of "Same load" where it does not exist: another unit, or another gym."""
LOADLESS = {
    Why.HURT: "It hurt before: fewer now. Stop if it comes back",
    Why.RANGE: "Other reps asked now; {before} last time",
}
"""Where there is no load to take off."""
FIRST_GO = "A first go: stop while the form is good."
FIRST_BODY = "As many clean ones as you can. None yet? Swap."
MORE_SECONDS = "A little longer: {before} last time"


def reason_text(
    reason: Reason,
    unit: Unit,
    *,
    template: str | None = None,
    other: str | None = None,
    sign: str = "",
    load: Load | None = None,
    block: RepRange | None = None,
    asked: int | None = None,
) -> str:
    """Plain text, about sixty letters; loads are said in the lifter's unit. `sign` stands before a goal; `load` is the
    one advised, `asked` are the repetitions of each set."""
    choose = CHOICES.get(reason.why)
    if template is None:
        template = choose(reason) if choose is not None else WORDS[reason.why]
    step = step_text(reason.step, unit, load)
    if reason.why is Why.RETURN and load is not None and reason.goal == load:
        template = "{step}: back at {goal} {unit}"
    if reason.step is not None:
        template = template.replace("Same load", NEAREST)
    return template.format(
        reps=block or "other",
        asked=asked or "all reps",
        step=step,
        Step=step[:1].upper() + step[1:],
        before=before_text(reason.before),
        lift=(other or (reason.other or "other lift").replace("-", " "))[:28],
        goal=f"{sign}{plain(reason.goal.to(unit).amount)}" if reason.goal else "",
        unit=unit,
        times="twice" if reason.times == 2 else f"{reason.times} times",
        number=reason.times,
        sets="1 set" if reason.times == 1 else f"{reason.times} sets",
        off=_off(reason.days or 0),
        percent=reason.percent,
        rpe=plain(reason.rpe) if reason.rpe is not None else "",
    )


def step_text(step: Load | None, unit: Unit, load: Load | None = None) -> str:
    """+2.5 kg, −10 kg; "same load" for none. Of help (`load` is below nothing) it is 5 kg less help."""
    if step is None or not step.amount:
        return "same load"
    amount = amount_in(step, unit).quantize(Decimal("0.01"))
    if load is not None and load.amount < 0:
        return f"{plain(abs(amount))} {unit} {'less' if amount > 0 else 'more'} help"
    return f"{MINUS if amount < 0 else '+'}{plain(abs(amount))} {unit}"


def before_text(before: Sequence[DoneSet]) -> str:
    """3×10, 10·9·8, 2×30 s, with the highest effort that was said."""
    if not before:
        return "all sets"
    counts = [one.seconds or one.reps or 0 for one in before][:5]
    text = f"{len(counts)}×{counts[0]}" if len(set(counts)) == 1 else "·".join(map(str, counts))
    text += " s" if before[0].seconds else ""
    effort = max((one.rpe for one in before if one.rpe is not None), default=None)
    return f"{text} at RPE {plain(effort)}" if effort is not None else text


def _off(days: int) -> str:
    return f"{days} days" if days < 60 else f"{days // 30} months"


WORDS: Mapping[Why, str] = {
    Why.FIRST: "A safe start. Too light? Tap Weight.",
    Why.RAMP: "{step}: {before}, finding your load",
    Why.TOP: "{step}: {before} last time",
    Why.STEP: "{step}: {before} last time",
    Why.MORE_REPS: "Same load, one rep more: {before} last time",
    Why.AFTER_LIGHT: "Last time was light: on from {before} before it",
    Why.BREATH: "Same load: breath gave out. Rest a minute longer",
    Why.AS_LAST: "As last time: {before}",
    Why.STEADY: "{step}: {before} each time, so a small step",
    Why.FADED: "Same load: from set to set fewer ({before}). Even first",
    Why.RANGE: "{Step}: for the reps asked now",
    Why.AGAIN_TODAY: "Done today already ({before}): no more than that",
}
"""Where one sentence fits; the others are chosen below."""


def _no_heavier(reason: Reason) -> str:
    if reason.goal is not None:
        return "{before} so far: {goal} {unit} comes next, too far yet. Reps first"
    return "More reps, for no next weight is near: {before} so far"


def _missed(reason: Reason) -> str:
    return "Short of the range ({before}): a little more each time" if (reason.times or 1) > 1 else MISSED_ONCE


MISSED_ONCE = "Same load: missed once ({before}), now {asked} in each"


def _small_sets(reason: Reason) -> str:
    return "More sets of what goes; all made, then {number} in each" if reason.times else "More sets of what goes"


def _back_off(reason: Reason) -> str:
    return "{step}: missed {times}; up again from here" if (reason.times or 1) > 1 else "{step}: missed by far"


def _hard(reason: Reason) -> str:
    return "{Step}: RPE {rpe} was above the plan" if reason.rpe is not None else "{Step}: last time was hard enough"


def _easy(reason: Reason) -> str:
    return "{step}: RPE {rpe} was below the plan" if reason.rpe is not None else "{step}: last time was easy"


def _percent(reason: Reason) -> str:
    if reason.times:
        return "{step}: all reps for {number} weeks, so your training max rises"
    return "{percent} % of your training max" if reason.percent else "By your training max"


def _stall(reason: Reason) -> str:
    return "{Step}: no progress {times}; light once, then up" if reason.times else "{Step}: no progress; light once"


def _block(reason: Reason) -> str:
    weeks = "{number} weeks" if reason.times else "some weeks"
    at = " at {goal} {unit}" if reason.goal else ""
    return f"Stuck{at} again: {{reps}} reps for {weeks}"


def _stuck(reason: Reason) -> str:
    at = " at {goal} {unit}" if reason.goal else ""
    return f"{{Step}}: still stuck{at}. Swap it for six weeks?"


def _stopped(reason: Reason) -> str:
    if reason.times:
        return "Same load: you stopped with {number} left. All reps now"
    return "Same load: with less it was no more. All reps now"


def _too_heavy(reason: Reason) -> str:
    if reason.goal:
        return "{Step}: you have made {goal} {unit}; from there in steps"
    return "{Step}: far above what you have made; in steps"


def _deload(reason: Reason) -> str:
    less = "half the sets, {step}" if reason.step else "half the sets"
    if reason.times:
        return f"Light week after {{number}} hard ones: {less}"
    return f"Light week, since lifts stand still: {less}" if reason.times == 0 else f"Light week: {less}"


def _break(reason: Reason) -> str:
    return "{off} off: {percent} % of before, and soon back up" if reason.percent else "{off} off: a stage back"


def _hurt(reason: Reason) -> str:
    return "{Step}: it hurt before. Stop if it comes back" if reason.step else LOADLESS[Why.HURT]


def _grip(reason: Reason) -> str:
    if (reason.times or 1) >= OFTEN:
        return "Same load: grip gave out {times}. Straps here, hangs after"
    return "Same load: the grip gave out, not your back. Chalk?"


def _lower_back(reason: Reason) -> str:
    if (reason.times or 1) > 1:
        return "{Step}: lower back again. Swap for a supported row?"
    return "{Step}: your lower back gave out first"


def _road(reason: Reason) -> str:
    return "Next on the pull-up road, after your {lift}" if reason.other else "The pull-up road starts here"


def _return(reason: Reason) -> str:
    if reason.goal is None and reason.step is None:
        return "On the way back: {before} last time"
    return "{step}: on the way back to {goal} {unit}" if reason.goal else "{step}: on the way back"


def _unfinished(reason: Reason) -> str:
    return "Same load: only {sets} of it last time" if reason.times else "Same load: not all sets last time"


def _from_other(reason: Reason) -> str:
    return (
        "{percent} % of your {lift}, as it was before"
        if reason.percent
        else "A guess from your {lift}; change it freely"
    )


CHOICES: Mapping[Why, Callable[[Reason], str]] = {
    Why.MISSED: _missed,
    Why.NO_HEAVIER: _no_heavier,
    Why.SMALL_SETS: _small_sets,
    Why.BACK_OFF: _back_off,
    Why.HARD: _hard,
    Why.EASY: _easy,
    Why.PERCENT: _percent,
    Why.STALL: _stall,
    Why.DELOAD: _deload,
    Why.BREAK: _break,
    Why.HURT: _hurt,
    Why.GRIP: _grip,
    Why.LOWER_BACK: _lower_back,
    Why.ROAD: _road,
    Why.FROM_OTHER: _from_other,
    Why.RETURN: _return,
    Why.UNFINISHED: _unfinished,
    Why.BLOCK: _block,
    Why.STUCK: _stuck,
    Why.STOPPED: _stopped,
    Why.TOO_HEAVY: _too_heavy,
}
