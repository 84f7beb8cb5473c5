"""How is a week told? A map and a few lines under it: sessions, weeks in a row, sets, bests, and one thing to fix."""

from datetime import date, timedelta

from bot.chat.buttons.of_log import as_number
from bot.chat.buttons.of_pictures import ShowProgress, ShowWeek, SwitchWeekly
from bot.chat.errors import TODAY
from bot.chat.markup import Html, bold, line, lines
from bot.chat.reply import Button, Reply, Rows, row, rows
from bot.chat.views.dates import FULL_DAYS, MONTHS
from bot.chat.views.news import news_text
from bot.chat.views.progress import LEVELS
from bot.chat.views.sets import counted, exercise_name, name_within
from bot.coaching.knowledge.catalog import Knowledge
from bot.domain.units import plain
from bot.services.hard_sets import WEEK
from bot.services.muscle_shades import BELOW, BEYOND, INSIDE, of_light_week, of_week
from bot.services.pictures import MuscleMap, RegionWeek
from bot.services.week import Cause, Excess, Lack, Week

BESTS_SHOWN = 3
LIFTS_FOR = {
    "latissimus-dorsi": {"pull-up": {"pull-up"}, "pulldown": {"lat-pulldown"}},
    "rhomboids": {"row": {"bent-over-row", "seated-cable-row", "chest-supported-row", "one-arm-dumbbell-row"}},
    "trapezius": {"row": {"bent-over-row", "seated-cable-row", "one-arm-dumbbell-row"}, "face pull": {"face-pull"}},
    "erector-spinae": {"back extension": {"back-extension"}},
}
"""What trains a muscle with little else, by its name, for the one thing to fix. Coaching practice."""
STEPS = (("below", BELOW), ("in the range", INSIDE), ("beyond it", BEYOND))
NUMBERS = {1: "one", 2: "two", 3: "three"}


def week_map(week: Week) -> MuscleMap:
    shades = of_light_week(week.regions) if week.light else of_week(week.regions)
    captions = {one.region: f"{one.name}\n{plain(one.sets)}{_of_range(week, one)}" for one in week.regions}
    about = " · ".join(
        (
            dates(week),
            sessions_text(week),
            *((("partly light" if week.partly else "light week"),) if week.light else ()),
        )
    )
    title = "Your back this week" if not week.ago else "Your back last week" if week.ago == 1 else "Your back that week"
    return MuscleMap(title, shades, captions, about, () if week.light else STEPS)


def _of_range(week: Week, one: RegionWeek) -> str:
    """A light week has no range to reach."""
    return "" if week.light else f" of {one.low}–{one.high}"


def week_caption(week: Week, knowledge: Knowledge) -> Html:
    return lines(
        line(bold(sessions_text(week)), f" · {dates(week)}"),
        streak_text(week),
        _light_text(week) if week.light else None,
        line("Hard sets: ", ", ".join(_region(week, one) for one in week.regions)) if not week.quiet else None,
        excess_text(week),
        *(
            line("★ ", bold(exercise_name(knowledge, best.kept.done.exercise)), " ", news_text(best))
            for best in week.bests[:BESTS_SHOWN]
        ),
        f"★ and {counted(len(week.bests) - BESTS_SHOWN, 'more best')}" if len(week.bests) > BESTS_SHOWN else None,
        None if week.ago > 1 else line("Next: ", bold(next_text(week, knowledge))),
    )


def _light_text(week: Week) -> str:
    if week.partly:
        return "Partly a light week, as planned: fewer sets on purpose then."
    return "A light week, as planned: fewer sets on purpose."


def _region(week: Week, one: RegionWeek) -> str:
    return f"{one.name} {plain(one.sets)}" if week.light else f"{one.name} {plain(one.sets)} ({one.low}–{one.high})"


def sessions_text(week: Week) -> str:
    """ "2 of 3 sessions"; more than planned is no "4 of 3"."""
    on = ", one under way" if week.under_way else ""
    if week.planned is None or week.done > week.planned:
        return "a session under way" if on and not week.done else counted(week.done, "session") + on
    return f"{week.done} of {counted(week.planned, 'session')}{on}"


def streak_text(week: Week) -> str | None:
    """Weeks, not days; one is no row."""
    if week.streak < 2:
        return None
    return f"{week.streak} weeks in a row{' as planned' if week.planned and week.as_planned else ''}"


def excess_text(week: Week) -> str | None:
    """More than the range, where it was the coach that asked for it: nobody is blamed for that."""
    if week.excess is None or week.excess.cause is not Cause.ASKED:
        return None
    name, sets = week.excess.region.name, plain(week.excess.region.sets)
    if week.by_plan:
        return f"{name} are beyond the range because your plan asks for it; what only helps counts half."
    return (
        f"{sets} for {name.lower()} is what my session asks for: a long one for {LEVELS[week.level]}, and enough for a "
        "week. /plan writes one by the range."
    )


def next_text(week: Week, knowledge: Knowledge) -> str:
    if week.under_way:
        return "the session you are in."
    if week.rest_after is not None:
        return _rest(week.rest_after)
    if not week.done:
        return "one session, whichever day suits you."
    missing = max(0, (week.planned or 0) - week.done)
    if week.light:
        return _after_light(week, missing, week.light)
    if missing and (week.lack is not None or week.excess is None):
        return _left(week, missing)
    if week.lack is not None:
        return _fix(week.lack, knowledge)
    if week.excess is not None:
        return _enough(week, week.excess)
    return "the same again, a little heavier."


def _rest(weeks: int) -> str:
    """For whoever writes sets: no session can bring it."""
    return f"a light week, half the sets with a tenth less weight: {weeks} weeks of hard training lie behind you."


def _left(week: Week, missing: int) -> str:
    """What was missed moves into the next week, and is not lost."""
    if week.ago or missing > (week.sunday - week.today).days + 1:
        waiting = "session left over: it waits" if missing == 1 else f"{missing} sessions left over: they wait"
        return f"the {waiting} for you."
    most = "; its sets count most" if week.lack is not None else ""
    return f"the session that is left{most}." if missing == 1 else f"the {missing} sessions that are left."


def _enough(week: Week, excess: Excess) -> str:
    name, high = excess.region.name.lower(), excess.region.high
    if excess.cause is Cause.ADDED:
        return f"less: {high} sets a week are plenty for {name}."
    if excess.cause is Cause.ASKED:
        return "the same again, a little heavier."
    if week.by_plan:
        return f"{counted(week.planned or 1, 'session')} a week, as planned: that is plenty for {name}."
    return "my session once a week, which is plenty; /plan writes shorter ones for more days."


def _after_light(week: Week, missing: int, until: date) -> str:
    """Nothing to fix: what is light ends by itself."""
    over, last = until < week.today, f"light until {FULL_DAYS[until.weekday()]}"
    if until > week.sunday and not over:
        return f"{last}, then the usual sets again."
    if missing:
        left = "session" if missing == 1 else f"{missing} sessions"
        return f"the {left} left, {'with the usual sets again' if over else last}."
    return "the usual sets again."


def _fix(lack: Lack, knowledge: Knowledge) -> str:
    """Names no lift that may not be done: it hurts, was refused, or needs what is not there."""
    region = lack.region
    lift = " or ".join(name for name, ids in LIFTS_FOR.get(region.region, {}).items() if ids & lack.lifts)
    if not lift and lack.own is not None:
        lift = name_within(knowledge, lack.own)
    called = f"set{'s' if lack.more > 1 else ''}{'' if lift else f' for your {region.name.lower()}'}"
    sets = " ".join(part for part in (NUMBERS[lack.more], "more", lift, called) if part)
    return f"{sets} in each session." if lack.sessions > 1 else f"{sets} in a session."


def dates(week: Week) -> str:
    first, last = week.monday, week.sunday
    month = "" if first.month == last.month else f" {MONTHS[first.month - 1]}"
    return f"{first.day}{month}–{last.day} {MONTHS[last.month - 1]}"


def week_buttons(week: Week, *, pushed: bool) -> Rows:
    off = (
        Button("No Sunday report", SwitchWeekly(0, 0))
        if pushed
        else Button("The week before", _week(week.monday - WEEK))
    )
    return rows(row(off, Button("Progress", ShowProgress())), row(TODAY))


def _week(monday: date) -> ShowWeek:
    return ShowWeek(as_number(monday))


def quiet_week(week: Week, knowledge: Knowledge, *, of_today: bool) -> Reply:
    """A week without a set needs no map, and one that is over no advice."""
    when = "this week yet" if of_today else f"in the week of {dates(week)}"
    text = lines(
        line(f"Nothing logged {when}.", *((" Next: ", bold(next_text(week, knowledge))) if of_today else ())),
        f"{counted(week.streak, 'week')} in a row so far; this one would be the next."
        if week.streak and of_today
        else None,
    )
    return Reply(text, rows(row(Button("The week before", _week(week.monday - timedelta(days=7)))), row(TODAY)))


def weekly_switched(*, on: bool) -> Reply:
    text = "Sunday report on: it comes at 18:00." if on else "No more Sunday reports. /week tells yours at any time."
    other = Button("Turn it off", SwitchWeekly(0, 0)) if on else Button("Turn it on again", SwitchWeekly(1, 0))
    return Reply(Html(text), rows(row(other)))
