"""How is a text kept from becoming a formula when a spreadsheet opens it, and how does it come back?"""

import re

_LIVE = re.compile(r"'*[=+\-@\t\r|%]")
_GUARDED = re.compile(r"'+[=+\-@\t\r|%]")


def guarded(text: str) -> str:
    """A leading quote before what a spreadsheet would calculate; it shows the text as it is."""
    return f"'{text}" if _LIVE.match(text) else text


def unguarded(text: str) -> str:
    return text[1:] if _GUARDED.match(text) else text
