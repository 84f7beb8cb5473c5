"""What does a plan rest on, as data? Kits, roles, weekly volumes, what to spare, and loads on one scale."""

from collections.abc import Mapping

from pydantic import Field

from bot.coaching.knowledge.models import Claims, Line, Names, Pattern, Shape, Slug, Span
from bot.domain.planning import Level, Site


class Kit(Shape):
    """Equipment that is often found together, to choose with one tap."""

    id: Slug
    name: Line
    has: tuple[Slug, ...]
    aliases: Names = ()
    """How it is called besides."""


class Role(Shape):
    """What a place in a session asks for: exercises, the best first; `novice` and `advanced` go before them."""

    id: Slug
    novice: tuple[Slug, ...] = ()
    advanced: tuple[Slug, ...] = ()
    exercises: tuple[Slug, ...] = Field(min_length=1)
    why: Claims = Field(min_length=1)

    def by(self, level: Level) -> tuple[str, ...]:
        """The exercises in order for a level, each once."""
        first = {Level.NOVICE: self.novice, Level.ADVANCED: self.advanced}.get(level, ())
        return tuple(dict.fromkeys((*first, *self.exercises)))


class Volume(Shape):
    """A week by level. `hard_sets` are [low, high] by muscle, helpers counted half; the lumbar budget is the load on
    the lower back of each exercise (0-3) times its sets, in a session and a week; on at most `heaviest_days` of the
    week there is an exercise of 3."""

    id: Slug
    level: Level
    hard_sets: Mapping[Slug, Span]
    session_sets: int = Field(ge=1)
    lumbar_session: int = Field(ge=1)
    lumbar_week: int = Field(ge=1)
    heaviest_days: int = Field(ge=0)
    why: Claims = Field(min_length=1)


class Spare(Shape):
    """What is left out while a site hurts: patterns, exercises, and loads on the lower back above `lumbar`; never
    what is in `keep`. `pains` are entries of the pain tree that speak of the site."""

    id: Slug
    site: Site
    pains: tuple[Slug, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    exercises: tuple[Slug, ...] = ()
    keep: tuple[Slug, ...] = ()
    lumbar: int = Field(ge=0, le=3, default=3)
    why: Claims = Field(min_length=1)


class Scale(Shape):
    """Loads of exercises in per cent of the load of `base`, for the same repetitions; one hand's where it is held in
    one hand."""

    id: Slug
    base: Slug
    parts: Mapping[Slug, int]
    why: Claims = Field(min_length=1)
