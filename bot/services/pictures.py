"""What can a picture show? Plain data for the drawing: no colours and no places, which are the painter's."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from bot.domain.units import Unit


@dataclass(frozen=True, slots=True)
class Point:
    day: date
    value: Decimal
    record: bool = False
    """No earlier point is as high, and there is an earlier one."""
    label: str = ""
    """The set behind it, as a lifter writes it: "100 × 5"."""


class Scale(StrEnum):
    """What the loads of a chart are."""

    LOAD = "load"
    BODY = "body"
    """The body, and what hangs on it; help taken off."""
    UNWEIGHED = "unweighed"
    """Only what hangs on the body, whose weight nobody told; help is below 0."""
    ADDED = "added"
    """Only what was added, where some of the body rests."""


@dataclass(frozen=True, slots=True)
class LiftChart:
    """One exercise over time: the estimated maximum a day (`estimates`, empty where there is none to estimate) and
    the best set a day (`best`, by load; by repetitions or seconds where `counted` names these). `left_out`: sets with
    a belt or help are not in it, since they are not counted against those without."""

    title: str
    unit: Unit
    estimates: tuple[Point, ...]
    best: tuple[Point, ...]
    counted: str = ""
    scale: Scale = Scale.LOAD
    left_out: bool = False
    weighed: bool = False
    """The body's weight is known."""


@dataclass(frozen=True, slots=True)
class RegionWeek:
    """Hard sets of one region in one week, and the range to aim for; helpers count half."""

    region: str
    name: str
    sets: Decimal
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class VolumeChart:
    """Weekly hard sets: `weeks` name the Mondays, oldest first, `regions` the region's sets in each of them."""

    weeks: tuple[date, ...]
    regions: tuple[tuple[RegionWeek, ...], ...]
    """One tuple a region, one entry a week."""


@dataclass(frozen=True, slots=True)
class BodyChart:
    """Body weight, and the pull-up line: best repetitions a day on one scale of body weight and belt."""

    unit: Unit
    weights: tuple[Point, ...]
    pull_ups: tuple[Point, ...]
    """Body weight and what hung on the belt (assistance taken off), as an estimated maximum where it can be."""


@dataclass(frozen=True, slots=True)
class CalendarChart:
    """Training days of the months that are drawn, and the hard sets on each; `today` ends it. `ever` counts them all,
    those before these months included."""

    today: date
    days: Mapping[date, int]
    ever: int = 0


@dataclass(frozen=True, slots=True)
class MuscleMap:
    """The back, shaded: `shades` goes from 0 to 1 by muscle id, `captions` is what is written beside a muscle."""

    title: str
    shades: Mapping[str, float]
    captions: Mapping[str, str]
    subtitle: str = ""
    steps: tuple[tuple[str, float], ...] = ()
    """What the shades stand for, where they are steps: below, in and beyond a range."""


@dataclass(frozen=True, slots=True)
class RoadStage:
    """A step of the road: `asks` is what it takes to leave it ("3×30 s"), `days` the best set of each day as how far it
    goes towards that, from 0 to 1, and `best` the best of them all, as a lifter writes it."""

    name: str
    asks: str
    days: tuple[Point, ...] = ()
    best: str = ""


@dataclass(frozen=True, slots=True)
class RoadChart:
    """The road to the pull-up, its first stage first; `at` is where they stand, from 0."""

    stages: tuple[RoadStage, ...]
    at: int
    today: date


@dataclass(frozen=True, slots=True)
class ExerciseMap:
    """What one exercise trains: names by muscle id, of those that do the work and of those that help."""

    title: str
    works: Mapping[str, str]
    helps: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SessionPicture:
    """A finished session, to be shared: no name of the lifter on it."""

    title: str
    day: date
    minutes: int
    sets: int
    moved: str
    """As the summary says it: "4 320 kg"."""
    lifts: tuple[tuple[str, str], ...]
    """Each exercise and its sets, worded."""
    records: tuple[str, ...]
    shades: Mapping[str, float]


Picture = LiftChart | VolumeChart | BodyChart | CalendarChart | MuscleMap | ExerciseMap | RoadChart | SessionPicture
