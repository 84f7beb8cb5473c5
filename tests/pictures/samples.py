"""Which pictures are looked at? One session, two, gaps of months, two years; long names and odd values."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from math import sin

from bot.domain.units import Unit
from bot.services.pictures import (
    BodyChart,
    CalendarChart,
    ExerciseMap,
    LiftChart,
    MuscleMap,
    Picture,
    Point,
    RegionWeek,
    RoadChart,
    RoadStage,
    Scale,
    SessionPicture,
    VolumeChart,
)

TODAY = date(2026, 11, 18)
LONG = "Chest-supported T-bar row with a wide neutral grip, paused at the top, straps on the last set"
REGIONS = (
    ("lats", "Lats", 10, 20),
    ("mid-back", "Mid-back", 10, 20),
    ("traps", "Traps", 6, 14),
    ("erectors", "Lower back", 4, 10),
)


def rising(weeks: int, start: int = 100, gain: float = 0.35, *, every: int = 3) -> tuple[Point, ...]:
    """A lift that rises, wavers and sets records on its way, up to today."""
    points: list[Point] = []
    best = Decimal(0)
    days = range(weeks * 7, -1, -every)
    for n, ago in enumerate(days):
        value = Decimal(str(round((start + gain * n + 4 * sin(n / 4) + 2 * sin(n * 1.7)) * 2) / 2))
        record = value > best
        best = max(best, value)
        points.append(Point(TODAY - timedelta(days=ago), value, record, f"{value - 20} × 6"))
    return tuple(points)


def lowered(points: tuple[Point, ...], by: str) -> tuple[Point, ...]:
    return tuple(Point(one.day, one.value * Decimal(by), False, one.label) for one in points)


ONE = (Point(TODAY, Decimal("116.5"), True, "100 × 5"),)
TWO = (
    Point(TODAY - timedelta(days=3), Decimal("116.5"), True, "100 × 5"),
    Point(TODAY, Decimal(120), True, "102.5 × 6"),
)
GAPS = (*(Point(TODAY - timedelta(days=400 - 4 * n), Decimal(90 + n), n > 4, "80 × 5") for n in range(12)), *TWO)


def weeks(count: int, *, missing: bool = False) -> VolumeChart:
    mondays = tuple(TODAY - timedelta(days=TODAY.weekday() + 7 * (count - 1 - n)) for n in range(count))
    rows = []
    for k, (region, name, low, high) in enumerate(REGIONS):
        done = [
            Decimal(round(2 * ((low + high) / 2 + (high - low) * 0.75 * sin(n / 2 + 2 * k)))) / 2 for n in range(count)
        ]
        if missing and k == 1:
            done = [Decimal(0)] * count
        rows.append(tuple(RegionWeek(region, name, max(one, Decimal(0)), low, high) for one in done))
    return VolumeChart(mondays, tuple(rows))


def trained(days: int, every: int = 2) -> Mapping[date, int]:
    return {TODAY - timedelta(days=every * n + (n % 3 == 0)): (n * 7) % 26 for n in range(days)}


SHADES = {
    "latissimus-dorsi": 0.95, "rhomboids": 0.7, "trapezius": 0.45, "erector-spinae": 0.55, "rear-deltoids": 0.35,
    "biceps": 0.4, "forearms": 0.25, "teres-major": 0.5, "glutes": 0.15, "hamstrings": 0.3,
}  # fmt: skip
WEEK = MuscleMap(
    "Your back this week",
    {"latissimus-dorsi": 1.0, "rhomboids": 0.62, "trapezius": 0.25, "erector-spinae": 0.62},
    {
        "latissimus-dorsi": "Lats\n25 of 10–20",
        "rhomboids": "Mid-back\n11 of 10–20",
        "trapezius": "Traps\n4 of 6–14",
        "erector-spinae": "Lower back\n7 of 4–10",
    },
    "16–22 Nov · 3 of 3 sessions",
    (("below", 0.3), ("in the range", 0.62), ("beyond it", 1.0)),
)
EVERY_NAME = {
    "latissimus-dorsi": "Latissimus dorsi", "rhomboids": "Rhomboids", "trapezius": "Trapezius",
    "erector-spinae": "Erector spinae", "rear-deltoids": "Rear deltoids", "biceps": "Biceps",
    "forearms": "Forearms and grip", "teres-major": "Teres major", "glutes": "Glutes", "hamstrings": "Hamstrings",
    "core": "Core",
}  # fmt: skip
LIFTS = (
    ("Deadlift", "100 kg × 8 · 8 · 7"),
    ("Pull-up", "9 · 8 · 7"),
    ("Bent-over row", "60 kg × 10 · 10 · 10"),
    ("One-arm dumbbell row", "24 kg × 12 · 12 · 12 each side"),
    ("Seated cable row", "50 kg × 12 · 12 · 11"),
    ("Lat pulldown", "45 kg × 12 · 12 · 12"),
)

STAGES = (
    ("Hang", "3×30 s"), ("Scapular pull", "3×8"), ("Lowering", "3×5"), ("With help", "3×8 at −15 kg"),
    ("First pull-ups", "5×3"), ("Pull-ups", "3×8"), ("With a belt", "3×5–8"),
)  # fmt: skip


def road(at: int, *done: tuple[int, int, str]) -> RoadChart:
    """For each stage done: how many days ago it began and for how many days it was done, and the best of it."""
    stages = []
    for n, (name, asks) in enumerate(STAGES):
        ago, count, best = done[n] if n < len(done) else (0, 0, "")
        days = tuple(
            Point(
                TODAY - timedelta(days=ago - 3 * k), min(Decimal(k + 2 - k % 3) / (count + 1), Decimal(1)), label=best
            )
            for k in range(count)
        )
        stages.append(RoadStage(name, asks, days, best))
    return RoadChart(tuple(stages), at, TODAY)


SAMPLES: Mapping[str, Picture] = {
    "lift-none": LiftChart("Deadlift", Unit.KG, (), ()),
    "lift-one": LiftChart("Deadlift", Unit.KG, ONE, (Point(TODAY, Decimal(100), True, "100 × 5"),)),
    "lift-two": LiftChart("Deadlift", Unit.KG, TWO, lowered(TWO, "0.86")),
    "lift-gaps": LiftChart("Bent-over row", Unit.KG, GAPS, lowered(GAPS, "0.86")),
    "lift-quarter": LiftChart("Lat pulldown", Unit.KG, rising(12, 60), lowered(rising(12, 60), "0.8")),
    "lift-years": LiftChart("Deadlift", Unit.LB, rising(104, 225), lowered(rising(104, 225), "0.86")),
    "lift-half": LiftChart("Deadlift", Unit.KG, rising(26, 150), lowered(rising(26, 150), "0.86")),
    "lift-long": LiftChart(LONG, Unit.LB, rising(10, 1300), lowered(rising(10, 1300), "0.9")),
    "lift-reps": LiftChart("Pull-up", Unit.KG, (), lowered(rising(20, 6, 0.1, every=7), "1"), "reps"),
    "lift-body": LiftChart(
        "Pull-up", Unit.KG, rising(20, 96, 0.3, every=7), lowered(rising(20, 96, 0.3, every=7), "0.9"),
        scale=Scale.BODY,
    ),
    "lift-belt": LiftChart(
        "Weighted pull-up", Unit.LB, (), lowered(rising(20, 10, 0.3, every=7), "1"), scale=Scale.UNWEIGHED
    ),
    "volume-one": weeks(1),
    "volume-eight": weeks(8, missing=True),
    "volume-years": weeks(104),
    "body-one": BodyChart(Unit.KG, (Point(TODAY, Decimal("82.4")),), ()),
    "body-both": BodyChart(
        Unit.KG, lowered(rising(12, 80, -0.05, every=7), "1"), rising(12, 92, 0.5, every=4)
    ),
    "body-two": BodyChart(
        Unit.KG,
        (Point(TODAY - timedelta(days=5), Decimal(80)), Point(TODAY, Decimal("80.6"))),
        rising(104, 92, 0.1),
    ),
    "body-years": BodyChart(Unit.LB, lowered(rising(104, 180, -0.02), "1"), rising(104, 190, 0.3)),
    "calendar-one": CalendarChart(TODAY, {TODAY: 17}),
    "calendar-quarter": CalendarChart(TODAY, trained(30, 3)),
    "calendar-years": CalendarChart(TODAY, trained(400)),
    "map-week": WEEK,
    "map-all": MuscleMap("Bent-over row", SHADES, EVERY_NAME, "what it works"),
    "map-rest": MuscleMap(LONG, {}, {}),
    "road-none": road(0),
    "road-one": road(0, (0, 1, "18 s")),
    "road-quarter": road(2, (90, 9, "32 s"), (62, 8, "8"), (36, 12, "4")),
    "road-years": road(
        5, (700, 30, "41 s"), (640, 25, "10"), (560, 40, "6"), (420, 90, "−12.5 × 8"), (120, 20, "3"), (50, 16, "6")
    ),
    "exercise": ExerciseMap(
        "Bent-over row",
        {one: EVERY_NAME[one] for one in ("rhomboids", "trapezius", "latissimus-dorsi")},
        {one: EVERY_NAME[one] for one in ("erector-spinae", "rear-deltoids", "biceps", "forearms", "hamstrings")},
    ),
    "exercise-one": ExerciseMap("Shrug", {"trapezius": "Traps"}, {}),
    "exercise-all": ExerciseMap(LONG, EVERY_NAME, dict.fromkeys(("neck", "calves"), LONG)),
    "session": SessionPicture(
        "Back session", TODAY, 58, 18, "4 320 kg", LIFTS, ("Deadlift: 100 kg × 8, the most so far",), SHADES
    ),
    "session-small": SessionPicture("Pull-ups at the door bar", TODAY, 12, 1, "", (("Pull-up", "5"),), (), {}),
    "session-at-once": SessionPicture("Back session", TODAY, 0, 6, "2 400 kg", LIFTS[:2], (), SHADES),
    "session-long": SessionPicture(
        LONG, TODAY, 184, 61, "41 320.5 lb", tuple((LONG, LONG) for _ in range(14)), (LONG,) * 5, SHADES
    ),
}  # fmt: skip
