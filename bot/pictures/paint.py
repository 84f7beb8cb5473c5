"""Who paints which picture?"""

from typing import assert_never

from bot.pictures import body, calendar, exercise, lift, muscles, road, session, volume
from bot.pictures.colours import Theme
from bot.pictures.sheet import Sheet
from bot.services.pictures import (
    BodyChart,
    CalendarChart,
    ExerciseMap,
    LiftChart,
    MuscleMap,
    Picture,
    RoadChart,
    SessionPicture,
    VolumeChart,
)


def sheet(picture: Picture, theme: Theme) -> Sheet:  # noqa: C901 - a line a picture
    match picture:
        case LiftChart():
            return lift.draw(picture, theme)
        case VolumeChart():
            return volume.draw(picture, theme)
        case BodyChart():
            return body.draw(picture, theme)
        case CalendarChart():
            return calendar.draw(picture, theme)
        case MuscleMap():
            return muscles.draw(picture, theme)
        case RoadChart():
            return road.draw(picture, theme)
        case ExerciseMap():
            return exercise.draw(picture, theme)
        case SessionPicture():
            return session.draw(picture, theme)
        case _:
            assert_never(picture)
