"""What is said about pictures of progress? Captions, the menu, and what to do where there is nothing to draw."""

from collections.abc import Sequence
from datetime import date

from bot.chat.buttons.of_pictures import BODY, CALENDAR, LIFT, ROAD, VOLUME, MoreLifts, ShowHere, ShowProgress
from bot.chat.errors import TODAY
from bot.chat.markup import Html, bold, line, lines
from bot.chat.reply import Button, Place, Reply, Rows, row, rows
from bot.chat.views.dates import day_text, since_text
from bot.chat.views.sets import counted, exercise_name
from bot.coaching.knowledge.catalog import Knowledge
from bot.domain.planning import Level
from bot.domain.records import MOST_REPS
from bot.domain.units import plain
from bot.services.hard_sets import monday_of
from bot.services.lift_chart import days_drawn
from bot.services.pictures import BodyChart, CalendarChart, LiftChart, Point, RoadChart, Scale
from bot.services.progress import Practised
from bot.services.road_chart import on_the_road
from bot.services.trend import Trend, trend

LIFTS_SHOWN = 4
PAGE = 10
THE_ROAD = "road"
"""Shown beside lifts, and none of them."""
LEVELS = {Level.NOVICE: "a novice", Level.INTERMEDIATE: "an intermediate", Level.ADVANCED: "an advanced lifter"}


def menu(practised: Sequence[Practised], knowledge: Knowledge, *, shown: str = "") -> Rows:
    """The lifts trained most but the one that is `shown`, and the other pictures; the likeliest lowest."""
    road = on_the_road(practised) and shown != THE_ROAD
    others = [one for one in practised if one.exercise != shown]
    lifts = [_lift(one, knowledge) for one in others[:LIFTS_SHOWN]]
    more = Button("More lifts", MoreLifts()) if len(others) > LIFTS_SHOWN else None
    return rows(
        row(Button("Road to the pull-up", ShowHere(ROAD)) if road else None),
        row(more, Button("Calendar", ShowHere(CALENDAR))),
        row(Button("Sets a week", ShowHere(VOLUME)), Button("Body weight", ShowHere(BODY))),
        row(*lifts[2:4]),
        row(*lifts[:2]),
    )


def _lift(one: Practised, knowledge: Knowledge) -> Button:
    return Button(exercise_name(knowledge, one.exercise)[:30], ShowHere(LIFT, one.kept))


def lifts_screen(practised: Sequence[Practised], page: int, knowledge: Knowledge, *, place: Place) -> Reply:
    pages = max(1, -(-len(practised) // PAGE))
    at = min(max(page, 0), pages - 1)
    lifts = [_lift(one, knowledge) for one in practised[at * PAGE : (at + 1) * PAGE]]
    by_two = tuple(tuple(lifts[index : index + 2]) for index in range(0, len(lifts), 2))
    earlier = Button("‹ Back", MoreLifts(at - 1, 1)) if at else None
    later = Button("More ›", MoreLifts(at + 1, 1)) if at < pages - 1 else None
    return Reply(
        line(bold("Which lift?"), " Those you train most come first."), (*by_two, *rows(row(earlier, later))), place
    )


def nothing_yet() -> Reply:
    text = "Your first set draws the first dot. Log one, and I show you how it goes from there."
    return Reply(Html(text), rows(row(TODAY)))


def never_lifted(exercise: str, knowledge: Knowledge) -> Reply:
    name = exercise_name(knowledge, exercise)
    return Reply(
        line("No set of ", bold(name), " in your log yet, so there is nothing to draw. The first one begins it."),
        _progress(),
    )


def no_road_yet() -> Reply:
    text = line(
        "The road to the pull-up begins with a hang: log ", bold("dead hang 20 s"), ", and I draw it. "
        "/plan has a first pull-up among its goals."
    )  # fmt: skip
    return Reply(text, _progress())


def unknown_lift(said: str) -> Reply:
    return Reply(line("I don't know a lift called ", bold(said[:60]), ". /progress shows all of yours."), _progress())


def no_weight_yet() -> Reply:
    text = line(
        "No body weight yet. Write ", bold("bw 82.5"), " now and then, and I draw it, with your pull-ups beside it."
    )
    return Reply(text, _progress())


def gone() -> Reply:
    return Reply(Html("There is nothing left to draw of that: it is no longer in your log."), rows(row(TODAY)))


def not_drawn() -> Reply:
    return Reply(
        Html("That picture could not be drawn, and the fault is mine. Your log is as it was. Ask again in a while."),
        _progress(),
    )


def _progress() -> Rows:
    return rows(row(Button("Progress", ShowProgress())))


def lift_caption(chart: LiftChart, today: date) -> Html:
    days = list(days_drawn(chart))
    if not days:
        return lines(bold(chart.title), "No set with a load yet; give one, and the line begins.")
    if len(days) == 1:
        return lines(bold(chart.title), f"One day so far ({day_text(days[0], today)}). The next one makes it a line.")
    line_of, what = (chart.estimates, "e1RM") if len(chart.estimates) > 1 else (chart.best, "best set")
    drawn = trend(line_of)
    return lines(
        line(bold(chart.title), f" · {counted(len(days), 'day')}"),
        _change(drawn, chart, what, today) if len(line_of) > 1 else None,
        f"The line is the best of each {drawn.of}." if drawn.of else None,
        _drawn(chart),
        _formula(chart) if chart.estimates else None,
    )


WEIGH = "Write “bw 82.5” when you weigh yourself"
DRAWN = {
    Scale.BODY: "Loads are you and the belt together, help taken off.",
    Scale.UNWEIGHED: f"Loads are the belt alone. {WEIGH}, and your body counts, too.",
    Scale.ADDED: "Loads are what was added to your body.",
}


def _drawn(chart: LiftChart) -> str | None:
    """What the numbers are, where that does not go without saying."""
    if chart.counted and chart.left_out:
        said = f"{chart.counted.capitalize()} with body weight alone; sets with a belt or with help are not in it."
        return said if chart.weighed else f"{said} {WEIGH}, and all stand on one scale."
    return DRAWN.get(chart.scale)


def _formula(chart: LiftChart) -> str:
    longer = f"; longer ones count as {MOST_REPS}" if chart.scale is Scale.BODY else ""
    return f"e1RM: Brzycki, from sets of 1–{MOST_REPS}{longer}"


def _change(drawn: Trend, chart: LiftChart, what: str, today: date) -> Html:
    first, last = drawn.ends
    of = f" this {drawn.of}" if drawn.of and _goes_on(last.day, drawn.of, today) else ""
    unit = f" {_one(chart, last)}"
    change = last.value - first.value
    way = (
        f"{'+' if change > 0 else '−'}{plain(abs(change))} since {since_text(first.day, today)}"
        if change
        else "as at first"
    )
    return line(f"{what}{of} ", bold(f"{plain(last.value)}{unit}"), f", {way}")


def _goes_on(day: date, of: str, today: date) -> bool:
    return monday_of(day) == monday_of(today) if of == "week" else (day.year, day.month) == (today.year, today.month)


def _one(chart: LiftChart, point: Point) -> str:
    if not chart.counted:
        return chart.unit
    return chart.counted.removesuffix("s") if point.value == 1 else {"seconds": "s"}.get(chart.counted, chart.counted)


def volume_caption(level: Level) -> Html:
    return lines(
        line(bold("Hard sets a week"), f" · the range is {LEVELS[level]}'s"),
        "Warm-ups do not count, and a set counts half for a muscle that only helps (Pelland et al. 2024).",
    )


def body_caption(chart: BodyChart, today: date) -> Html:
    last = chart.weights[-1]
    return lines(
        line(bold(f"{plain(last.value)} {chart.unit}"), f" · {day_text(last.day, today)}"),
        "Pull-ups: you and the belt together, as an estimated maximum."
        if chart.pull_ups
        else "Log pull-ups, and they stand beside it.",
    )


def road_caption(chart: RoadChart) -> Html:
    """Where they stand, and what leads on."""
    here, last = chart.stages[chart.at], len(chart.stages) - 1
    begun = any(stage.days for stage in chart.stages)
    return lines(
        line(bold(f"Stage {chart.at + 1} of {len(chart.stages)}"), f" · {here.name.lower()}"),
        line(
            "Next: ", bold(_leads_on(chart)) if chart.at < last else bold(f"{here.asks}, a little heavier each time.")
        ),
        "A step holds the best set of each day: the higher, the nearer to the next." if begun else None,
    )


def _leads_on(chart: RoadChart) -> str:
    here, following = chart.stages[chart.at], chart.stages[chart.at + 1]
    if not any(stage.days for stage in chart.stages):
        return f"your first {here.name.lower()}, as long as it is easy."
    return f"{here.asks} in one session, then {following.name.lower()}."


def calendar_caption(chart: CalendarChart) -> Html:
    """The numbers that stand on it."""
    ever = f" · {chart.ever} in all" if chart.ever > len(chart.days) else ""
    return line(bold(counted(len(chart.days), "training day")), f" in the last twelve months{ever}")
