"""What did the lifter type, in plain characters? Everything later sees small letters, ASCII digits and few signs."""

import unicodedata
from functools import lru_cache

LONGEST = 4096
"""Telegram's limit of a message; what is beyond it is not read."""

_SIGNS = (
    dict.fromkeys("×✕✖⨯хⅹ✗", "x")
    | dict.fromkeys("–—−‒‑‐﹣", "-")
    | dict.fromkeys("’‘`´ʼ′", "'")
    | dict.fromkeys("“”„″", '"')
    | dict.fromkeys("→➜⇒➡⟶", ":")
    | dict.fromkeys("●▪◦‣∙■", "•")
    | dict.fromkeys("≈∼", "~")
    | {
        "，": ",",
        "：": ":",
        "＠": "@",
        "＋": "+",
        "½": ".5",
        "¼": ".25",
        "¾": ".75",
        "\u2028": "\n",
        "\u2029": "\n",
        "⁄": "/",
    }
)
_DROPPED = {"Cc", "Cf", "Mn", "Me", "Co", "Cs", "Cn"}
_BLANK = {"Zs", "So", "Sk"}


def plain_text(text: str) -> str:
    text = text[:LONGEST]
    if text.isascii() and text.isprintable():
        return text.lower()
    return "".join(map(_plain, text)).lower()


@lru_cache(maxsize=4096)
def _plain(char: str) -> str:
    if char.isascii():
        return char if char.isprintable() or char == "\n" else " " if char == "\t" else ""
    if char in _SIGNS:
        return _SIGNS[char]
    if 0xFF01 <= ord(char) <= 0xFF5E:  # the full-width forms of ASCII
        return chr(ord(char) - 0xFEE0)
    category = unicodedata.category(char)
    if category == "Nd":
        return str(unicodedata.digit(char))
    return "" if category in _DROPPED else " " if category in _BLANK else char
