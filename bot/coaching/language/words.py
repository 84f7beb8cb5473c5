"""Which words is a text made of? Small letters, one spelling for quotes and dashes, sentences apart."""

import re
import unicodedata

LONGEST = 1200
"""Letters that are read. A question is in the first of them or the last; what is between is a story."""

_SENTENCE = re.compile(r"[^.!?;\n]+[.!?;\n]*")
_TOKEN = re.compile(r"[a-z]+|\d+(?:[.,]\d+)?|[^\W\d_]+")
_STRETCHED = re.compile(r"(.)\1{2,}")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "–": "-", "—": "-", "\u00ad": None, "\u200b": None})
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")


def plain(text: str) -> str:
    """The text in small letters without accents, cut to what is read."""
    if len(text) > LONGEST:
        text = f"{text[: LONGEST // 2]} {text[-LONGEST // 2 :]}"
    if text.isascii():
        text = text.replace("`", "'").lower()
        return _APOSTROPHE.sub("", text) if "'" in text else text
    folded = unicodedata.normalize("NFKD", text.translate(_QUOTES)).casefold()
    return _APOSTROPHE.sub("", "".join(c for c in folded if not unicodedata.combining(c)))


def tokens(said: str) -> list[str]:
    """What is said, word by word: `3x12` is `3`, `x`, `12`: letters and digits apart."""
    found: list[str] = _TOKEN.findall(said)
    return [_STRETCHED.sub(r"\1\1", word) for word in found] if _STRETCHED.search(said) else found


def sentences(said: str) -> list[tuple[str, bool]]:
    """The sentences of a plain text, each with whether it is asked."""
    parts = [part.strip() for part in _SENTENCE.findall(said)]
    return [(part, "?" in part[-3:]) for part in parts if _TOKEN.search(part)]


def singular(word: str) -> str:
    """`rows` is `row`, `ups` is `up`; `press` stays."""
    return word[:-1] if len(word) > 2 and word[-1] == "s" and word[-2] not in "su" else word
