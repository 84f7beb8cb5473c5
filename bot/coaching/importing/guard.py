"""How is a text kept from becoming a formula when a spreadsheet opens it, and how does it come back?

Whatever a spreadsheet parts the file by, a cell of it can only begin at the start of a text or after one of SEPARATORS
(blanks and quotes may stand before it). There a quote is put before what would be calculated; the spreadsheet shows the
text as it is.
"""

import re

SEPARATORS = frozenset(",;|\t\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
LIVE = frozenset("=+-@\t\r|%＝＋－＠")
SIGN = "'"
_BLANK = frozenset("\"'")
_ANY = re.compile("[=+@\t\r|%＝＋－＠-]")
_GUARDED = re.compile(r"'+[=+\-@\t\r|%]")


def guarded(text: str) -> str:
    if not _ANY.search(text):
        return text
    made: list[str] = []
    begins = True
    for letter in text:
        if begins and letter in LIVE:
            made.append(SIGN)
        made.append(letter)
        begins = _begins_after(letter, begins=begins)
    return "".join(made)


def unguarded(text: str) -> str:
    """What `guarded` was given, exactly."""
    if SIGN not in text:
        return text
    made: list[str] = []
    begins = True
    for letter in text:
        if begins and letter in LIVE and made and made[-1] == SIGN:
            made.pop()
        made.append(letter)
        begins = _begins_after(letter, begins=begins)
    return "".join(made)


def unguarded_at_start(text: str) -> str:
    """Without the quote that other programs put before a whole text, and only there."""
    return text[1:] if _GUARDED.match(text) else text


def _begins_after(letter: str, *, begins: bool) -> bool:
    """Whether what follows could be the first letter of a cell."""
    return letter in SEPARATORS or (begins and (letter in _BLANK or letter.isspace()))
