"""Does a message ask two things? `how do I row and how many sets?` is taken apart where a second question begins."""

import re
from collections.abc import Iterable, Sequence

MOST = 3
"""Questions that are answered apart; who asks more gets an answer to the whole."""
LONGEST = 40
"""Words up to which a message is looked at: what is longer is a story."""


class Parting:
    """Cuts at sentence ends, and where a joining word or a comma is followed by a word that asks."""

    def __init__(self, asking: Iterable[str], joining: Iterable[str]) -> None:
        asks, joins = "|".join(asking), "|".join(joining)
        begins = rf"(?=(?:{asks})\b)"
        self._cut = re.compile(
            rf"[?!.;\n]+\s*(?:(?:{joins})\s+)?|,?\s+(?:{joins})\s+{begins}|,\s*(?:(?:{joins})\s+)?{begins}"
        )
        self._asks = re.compile(rf"(?:{asks})\b")

    def parts(self, said: str) -> Sequence[str]:
        """The questions of a plain text, where it is made of nothing but two or three; else nothing."""
        if len(said.split()) > LONGEST:
            return ()
        found = [part for cut in self._cut.split(said) if (part := cut.strip())]
        return found if 2 <= len(found) <= MOST and all(map(self._asks.match, found)) else ()
