"""What do words say of a gym? "bar 15", "plates 20 20 10 5", "dumbbells 2 to 30 by 2", "step deadlift 5"."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.knowledge.names import normalise
from bot.coaching.loading.piece_words import read_piece, read_pieces
from bot.domain.errors import BadGym
from bot.domain.gym import Gym
from bot.domain.units import Unit

_FIRST_DIGIT = re.compile(r"\d")
_UNIT = re.compile(r"(?<![a-z])(lbs?|pounds?|kgs?|kilos?|kilograms?)\b")
_TOLD = re.compile(
    r"(?:(?:my|our) (?P<mine>bar|barbell|plates|dumbbells|kettlebells) (?:is|are|weighs?|go(?:es)?|has|have)"
    r"|the (?P<the>bar|barbell) (?:here )?weighs?)(?: only| just| about)? (?P<rest>\d[\d ,.x×–-]*"
    r"(?:(?:to|by|and|kgs?|kilos?|lbs?|pounds?|[\d ,.x×–-])+)?)(?: each| here| at home)?"
)
_USUAL = re.compile(r"\b(?:usual|normal|standard|reset|any|all)\b")


def read_gym(said: str, gym: Gym, knowledge: Knowledge) -> Gym:
    """The gym as these words change it. Raises BadGym. "usual" takes back what was said of a part, or of all."""
    text = " ".join(said.lower().split())
    what, _, rest = text.partition(" ")
    if _USUAL.fullmatch(text):
        return Gym(gym.unit)
    read = _PARTS.get(what.rstrip("s:"))
    if read is None or not rest:
        raise BadGym(said)
    return read(_in_unit(rest, gym), gym, knowledge)


def read_told(said: str) -> str | None:
    """`my bar is 15 kg`: what would stand behind /gym, told unasked; None for any other message."""
    found = _TOLD.fullmatch(" ".join(said.lower().split()).strip(" .!"))
    if found is None:
        return None
    part = found["mine"] or found["the"]
    return f"{'bar' if part == 'barbell' else part} {found['rest']}"


def _in_unit(text: str, gym: Gym) -> str:
    """Without the unit, where it is the gym's; pieces of the other one are asked for again, not taken for these."""
    units = {Unit.LB if unit.startswith("lb") or unit.startswith("pound") else Unit.KG for unit in _UNIT.findall(text)}
    if units - {gym.unit}:
        raise BadGym(text, other_unit=True)
    return _UNIT.sub(" ", text).strip()


def _bar(text: str, gym: Gym, _: Knowledge) -> Gym:
    return replace(gym, bar=None if _USUAL.search(text) else read_piece(text))


def _plates(text: str, gym: Gym, _: Knowledge) -> Gym:
    return replace(gym, plates=() if _USUAL.search(text) else tuple(sorted(read_pieces(text), reverse=True)))


def _dumbbells(text: str, gym: Gym, _: Knowledge) -> Gym:
    return replace(gym, dumbbells=() if _USUAL.search(text) else tuple(sorted(set(read_pieces(text)))))


def _kettlebells(text: str, gym: Gym, _: Knowledge) -> Gym:
    return replace(gym, kettlebells=() if _USUAL.search(text) else tuple(sorted(set(read_pieces(text)))))


def _stack(text: str, gym: Gym, _: Knowledge) -> Gym:
    return replace(gym, stack=None if _USUAL.search(text) else read_piece(text))


def _step(text: str, gym: Gym, knowledge: Knowledge) -> Gym:
    """`step deadlift 5`; "usual" takes it back."""
    found = _FIRST_DIGIT.search(text)
    name = normalise((text[: found.start()] if found else _USUAL.sub("", text)).removesuffix(" of "))
    lift = knowledge.exercise_aliases.get(name) or knowledge.exercise_aliases.get(name.removesuffix("s"))
    if lift is None or (found is None and not _USUAL.search(text)):
        raise BadGym(text)
    others = {exercise: step for exercise, step in gym.steps.items() if exercise != lift}
    return replace(gym, steps=others if found is None else {**others, lift: read_piece(text[found.start() :])})


_PARTS: Mapping[str, Callable[[str, Gym, Knowledge], Gym]] = {
    "bar": _bar,
    "plate": _plates,
    "dumbbell": _dumbbells,
    "kettlebell": _kettlebells,
    "stack": _stack,
    "cable": _stack,
    "machine": _stack,
    "step": _step,
}
