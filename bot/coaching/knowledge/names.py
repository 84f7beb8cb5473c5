"""When are two written names the same name?"""

import re
import unicodedata

_WORD = re.compile(r"[a-z0-9]+")


def normalise(name: str) -> str:
    """Small letters and digits in words: `Pull-Up` and `pull up` are one name, `pullup` is another."""
    letters = unicodedata.normalize("NFKD", name).casefold()
    plain = "".join(letter for letter in letters if letter not in "'’" and not unicodedata.combining(letter))
    return " ".join(_WORD.findall(plain))


def clash_key(name: str) -> str:
    """What two entries may not share: the name without its spaces and its plural, since people write both."""
    joined = normalise(name).replace(" ", "")
    return joined.removesuffix("s") if len(joined) > 3 else joined
