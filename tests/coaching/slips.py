"""How does a text look after a slip in every word? The slips are the same in every run."""

import random

LETTERS = "abcdefghijklmnopqrstuvwxyz"
NEIGHBOURS = {
    "q": "wa", "w": "qes", "e": "wrd", "r": "etf", "t": "ryg", "y": "tuh", "u": "yij", "i": "uok", "o": "ipl",
    "p": "ol",
    "a": "qsz", "s": "awdx", "d": "sefc", "f": "drgv", "g": "fthb", "h": "gyjn", "j": "hukm", "k": "jil", "l": "kop",
    "z": "asx", "x": "zsc", "c": "xdv", "v": "cfb", "b": "vgn", "n": "bhm", "m": "njk",
}  # fmt: skip
"""Keys beside each other."""
SHORTEST = 4


def slipped(text: str, seed: int) -> str:
    """The text with one slip in each word of four letters or more: swapped, left out, doubled or missed."""
    chance = random.Random(f"{seed} {text}")
    return " ".join(_slip(word, chance) if _long(word) else word for word in text.split())


def _long(word: str) -> bool:
    return sum(letter.isalpha() for letter in word) >= SHORTEST


def _slip(word: str, chance: random.Random) -> str:
    at = chance.randrange(len(word) - 1)
    match chance.randrange(4):
        case 0:
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        case 1:
            return word[:at] + word[at + 1 :]
        case 2:
            return word[: at + 1] + word[at:]
        case _:
            near = NEIGHBOURS.get(word[at].lower(), LETTERS)
            return word[:at] + chance.choice(near) + word[at + 1 :]
