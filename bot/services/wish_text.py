"""Which words were meant in a wish? Misspelt ones are mended as in a question, part by part."""

import re

from bot.services.coach import Coach

_PART = re.compile(r"(?:,(?!(?<=\d,)\d ?[yh])|[;\n])+|\.(?!\d)")
_NUMBER = re.compile(r"\d+[.,]\d+")


def meant(coach: Coach, said: str) -> str:
    """The same in small letters, with a comma between its parts."""
    parts = (_mended(coach, part) for part in _PART.split(said))
    return ", ".join(part for part in parts if part)


def _mended(coach: Coach, part: str) -> str:
    """A number with a fraction stays as it is."""
    if _NUMBER.search(part):
        return " ".join(part.lower().split())
    spelt = coach.language.words.spellings
    return " ".join(spelt.get(word, word) for word in coach.understander.reader.read(part).words)
