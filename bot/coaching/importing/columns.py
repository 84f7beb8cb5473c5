"""Which column is which? By the headings of each tracker, or by the shape of a first row without headings."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from bot.coaching.importing.shapes import App
from bot.domain.units import Unit


class Column(StrEnum):
    DATE = "date"
    WORKOUT = "workout"
    EXERCISE = "exercise"
    ORDER = "order"
    WEIGHT = "weight"
    WEIGHT_UNIT = "weight unit"
    REPS = "reps"
    SECONDS = "seconds"
    DISTANCE = "distance"
    RPE = "rpe"
    NOTE = "note"
    EXERCISE_NOTE = "exercise note"
    OWN = "own"
    """Where the export of this log says more."""
    LAST_TEXT = "last text"
    """A comment at the end that may hold commas."""
    UNUSED = "unused"


_STRONG = {
    Column.DATE: "date",
    Column.WORKOUT: "workout name|nom de l'entrainement",
    Column.EXERCISE: "exercise name|nom de l'exercice",
    Column.ORDER: "set order|ordre de la serie",
    Column.WEIGHT: "weight|poids|kg|lb|lbs|weight (kg)|weight (kgs)|weight (lb)|weight (lbs)|poids (kg)",
    Column.WEIGHT_UNIT: "weight unit|unite de poids",
    Column.REPS: "reps",
    Column.DISTANCE: "distance|km|mi|distance (meters)|distance (km)|distance (miles)",
    Column.SECONDS: "seconds|secondes",
    Column.NOTE: "notes",
    Column.RPE: "rpe",
    Column.OWN: "workout notes",
    Column.UNUSED: "workout #|duration|duration (sec)|duree|notes d'entrainement|distance unit|workout duration",
}
_HEVY = {
    Column.DATE: "start_time",
    Column.WORKOUT: "title",
    Column.EXERCISE: "exercise_title",
    Column.EXERCISE_NOTE: "exercise_notes",
    Column.ORDER: "set_type",
    Column.WEIGHT: "weight_kg|weight_lbs|weight_lb",
    Column.REPS: "reps",
    Column.DISTANCE: "distance_km|distance_miles|distance_meters",
    Column.SECONDS: "duration_seconds",
    Column.RPE: "rpe",
    Column.UNUSED: "end_time|description|superset_id|set_index",
}
_FITNOTES = {
    Column.DATE: "date",
    Column.EXERCISE: "exercise",
    Column.WEIGHT: "weight (kgs)|weight (kg)|weight (lbs)|weight (lb)|weight",
    Column.WEIGHT_UNIT: "weight unit",
    Column.REPS: "reps",
    Column.DISTANCE: "distance",
    Column.SECONDS: "time",
    Column.LAST_TEXT: "comment|comments|notes",
    Column.UNUSED: "category|distance unit",
}
HEADINGS: Mapping[App, Mapping[str, Column]] = {
    app: {name: column for column, names in columns.items() for name in names.split("|")}
    for app, columns in ((App.STRONG, _STRONG), (App.HEVY, _HEVY), (App.FITNOTES, _FITNOTES))
}
NEEDED = {
    App.STRONG: (Column.DATE, Column.EXERCISE, Column.ORDER),
    App.HEVY: (Column.DATE, Column.EXERCISE, Column.WORKOUT),
    App.FITNOTES: (Column.DATE, Column.EXERCISE),
}
MARKING = {App.STRONG: "", App.HEVY: "", App.FITNOTES: "category"}
"""A heading without which it is not that app's file."""
COUNTED = (Column.REPS, Column.SECONDS)

_UNIT = re.compile(r"(?:^|[ _(])(kgs?|lbs?)\)?$")


@dataclass(frozen=True, slots=True)
class Layout:
    """`places` are the columns that are read, by their place; `unit` is of a heading that says it."""

    app: App
    width: int
    places: Mapping[Column, int] = field(default_factory=dict)
    unit: Unit | None = None


def plain(heading: str) -> str:
    """A heading in small letters without accents: Réps and reps are one."""
    letters = unicodedata.normalize("NFKD", heading.strip().strip('"').strip().casefold()).replace("’", "'")
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def of_headings(cells: Sequence[str]) -> Layout | None:
    """The layout that these headings announce; None where they are no tracker's."""
    names = [plain(cell) for cell in cells]
    for app, known in HEADINGS.items():
        places: dict[Column, int] = {}
        for place, name in enumerate(names):
            column = known.get(name)
            if column is not None and column is not Column.UNUSED:
                places.setdefault(column, place)
        complete = all(column in places for column in NEEDED[app]) and any(column in places for column in COUNTED)
        if complete and (not MARKING[app] or MARKING[app] in names):
            return Layout(app, len(cells), places, _unit(names, places))
    return None


def _unit(names: Sequence[str], places: Mapping[Column, int]) -> Unit | None:
    weight = _UNIT.search(names[places[Column.WEIGHT]]) if Column.WEIGHT in places else None
    return None if weight is None else Unit.KG if weight[1].startswith("kg") else Unit.LB


def known_headings(cells: Sequence[str]) -> int:
    """How many of these are headings of some tracker: what tells the delimiter."""
    return sum(any(plain(cell) in known for known in HEADINGS.values()) for cell in cells)


_STAMP = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SPOKEN = re.compile(r"[0-9]{1,2} [^\W\d_]{3,5}\.? [0-9]{4}, [0-9]{1,2}:[0-9]{2}")
_BARE = (
    (
        _STAMP,
        0,
        "Date|Workout Name|Exercise Name|Set Order|Weight|Weight Unit|Reps|RPE|Distance|Distance Unit|Seconds|Notes|"
        "Workout Notes",
    ),
    (
        _STAMP,
        0,
        "Date|Workout Name|Exercise Name|Set Order|Weight|Weight Unit|Reps|RPE|Distance|Distance Unit|Seconds|Notes|"
        "Workout Notes|Workout Duration",
    ),
    (
        _STAMP,
        0,
        "Date|Workout Name|Duration|Exercise Name|Set Order|Weight|Reps|Distance|Seconds|Notes|Workout Notes|RPE",
    ),
    (_STAMP, 0, "Date|Workout Name|Exercise Name|Set Order|Weight|Reps|Distance|Seconds|Notes|Workout Notes|RPE"),
    (_STAMP, 0, "Date|Workout Name|Exercise Name|Set Order|Weight|Reps|Distance|Seconds|Notes|Workout Notes"),
    (_STAMP, 0, "Date|Workout Name|Exercise Name|Set Order|Weight|Reps|Distance|Seconds|Notes"),
    (
        _STAMP,
        1,
        "Workout #|Date|Workout Name|Duration (sec)|Exercise Name|Set Order|Weight (kg)|Reps|RPE|Distance (meters)|"
        "Seconds|Notes|Workout Notes",
    ),
    (_DAY, 0, "Date|Exercise|Category|Weight|Reps|Distance|Distance Unit|Time"),
    (_DAY, 0, "Date|Exercise|Category|Weight|Weight Unit|Reps|Distance|Distance Unit|Time"),
    (_DAY, 0, "Date|Exercise|Category|Weight|Weight Unit|Reps|Distance|Distance Unit|Time|Comment"),
    (
        _SPOKEN,
        1,
        "title|start_time|end_time|description|exercise_title|superset_id|exercise_notes|set_index|set_type|weight|"
        "reps|distance_km|duration_seconds|rpe",
    ),
)
"""Copies without headings: what stands in which place, how many columns there are, and what these are then."""


def of_first_row(cells: Sequence[str]) -> Layout | None:
    """The layout of a copy without headings; None where the row is no tracker's."""
    for date, place, headings in _BARE:
        names = headings.split("|")
        if len(cells) == len(names) and date.fullmatch(cells[place].strip()):
            named = ["weight_kg" if name == "weight" else name for name in names]
            layout = of_headings(named)
            bare = names[0] == "title"
            return Layout(layout.app, layout.width, layout.places) if layout and bare else layout
    return None
