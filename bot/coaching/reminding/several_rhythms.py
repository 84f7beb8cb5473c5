"""Which rhythms does a lifter mean who says more than one at once? "mondays 7pm, thursdays 8pm"."""

from collections.abc import Iterator, Sequence
from enum import Enum, auto
from itertools import groupby, pairwise

from bot.coaching.reminding.rhythm_words import (
    ABOUT_TIME,
    BETWEEN,
    LONGEST,
    Spoken,
    names_days,
    read_rhythm,
    rhythm_words,
)
from bot.domain.reminding import Rhythm


class _About(Enum):
    DAYS = auto()
    TIME = auto()


def read_rhythms(said: str) -> tuple[Rhythm, ...]:
    """Two or more, each of days and a time, the one always before the other, or of days at two times; none for
    anything else."""
    if len(said) > LONGEST:
        return ()
    spoken = [read_rhythm(" ".join(words)) for words in _by_turns(rhythm_words(said))]
    rhythms = tuple(dict.fromkeys(found for one in spoken if (found := _whole(one)) is not None))
    return rhythms if len(spoken) > 1 and len(rhythms) == len(spoken) else ()


def _whole(spoken: Spoken | None) -> Rhythm | None:
    if spoken is None or spoken.days is None or spoken.at is None:
        return None
    return Rhythm(spoken.at, spoken.days)


def _by_turns(words: Sequence[str]) -> Iterator[list[str]]:
    """Days and their time, then days and their time; or each time before its days. Words that are neither go along."""
    about: list[tuple[_About | None, str]] = []
    for word in words:
        about.append((_about(word) or (about[-1][0] if about else None), word))
    runs = [[word for _, word in run] for _, run in groupby(about, key=lambda one: one[0])]
    if runs and about[0][0] is None:
        runs[:2] = [[word for run in runs[:2] for word in run]]
    if len(runs) % 2 == 0:
        for place in range(0, len(runs), 2):
            pair = runs[place : place + 2]
            days, times = pair if _names_days(pair[0]) else reversed(pair)
            yield from (days + one for one in _times(times))


def _times(words: Sequence[str]) -> Iterator[list[str]]:
    """`7 and 19:00` is two; the words around a time stay with it."""
    figures = [place for place, word in enumerate(words) if word[0].isdigit()]
    between = [
        place for place, word in enumerate(words) if word in BETWEEN and figures and figures[0] < place < figures[-1]
    ]
    for start, end in pairwise([0, *between, len(words)]):
        yield list(words[start:end])


def _names_days(words: Sequence[str]) -> bool:
    return any(map(names_days, words))


def _about(word: str) -> _About | None:
    if names_days(word):
        return _About.DAYS
    return _About.TIME if word[0].isdigit() or word in ABOUT_TIME else None
