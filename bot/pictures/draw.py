"""What does a picture look like? A PNG, 1080 pixels wide, light or dark; the same picture gives the same bytes.

The drawing libraries are read at the first picture: a coach that draws none neither waits for them nor holds them.
"""

from collections import OrderedDict
from threading import Lock

from bot.pictures.colours import Theme, theme
from bot.services.pictures import Picture

KEPT = 32
"""Pictures of some 60 kB each."""

_kept: OrderedDict[tuple[str, bool], bytes] = OrderedDict()
_one_at_a_time = Lock()
"""Type is set by a library that shares its fonts; and a picture asked for twice at once is drawn once."""


def draw(picture: Picture, *, dark: bool) -> bytes:
    """A PNG; may be called from any thread, and holds up whoever else draws meanwhile."""
    shown = repr(picture), dark  # mappings cannot be hashed, and what they say can
    with _one_at_a_time:
        if shown not in _kept:
            _kept[shown] = _drawn(picture, theme(dark=dark))
            if len(_kept) > KEPT:
                _kept.popitem(last=False)
        _kept.move_to_end(shown)
        return _kept[shown]


def _drawn(picture: Picture, colours: Theme) -> bytes:
    from bot.pictures.paint import sheet

    return sheet(picture, colours).png()
