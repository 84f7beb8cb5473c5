"""How is a text cut into tokens?"""

from decimal import Decimal

from bot.coaching.language.log_line.tokens import Kind, Token, number

SIGNS = (
    {
        "@": Kind.AT,
        "+": Kind.PLUS,
        ",": Kind.COMMA,
        "/": Kind.SLASH,
        "·": Kind.DOT,
        "%": Kind.PERCENT,
        "?": Kind.QUESTION,
    }
    | dict.fromkeys(":=", Kind.COLON)
    | dict.fromkeys("|>\\", Kind.GAP)
    | dict.fromkeys(".!…", Kind.STOP)
    | dict.fromkeys(";•", Kind.BREAK)
    | dict.fromkeys("([{", Kind.OPEN)
    | dict.fromkeys(")]}", Kind.CLOSE)
    | {"\n": Kind.LINE}
)
QUOTES = frozenset("\"'")
DIGITS = frozenset("0123456789")
MONTH = 2
"""Digits. No plate makes 24.11."""
DIGITS_MOST = 6
"""More digits than this are a telephone number or an accident, not a load."""
BEFORE_X = frozenset(
    ("kg", "kgs", "k", "kilos", "lb", "lbs", "bw", "bodyweight", "bar", "reps", "rep", "r", "sets", "set")
)
"""Words that stand between a number and the times sign without a blank: `60kgx8`."""
ESTIMATED = "e1rm"
NO_NUMBERS = frozenset({"nan", "inf", "infinity"})
EACH_X = frozenset(("e", "ea", "each", "s", "sec", "secs", "min"))
SHORT = {"w/o": "without", "w/u": "warmup", "b/o": "bent", "p/s": "side", "l/r": "side", "e/s": "side"}


class Lexer:
    """One walk over the text, left to right; every character is looked at a bounded number of times."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.tokens: list[Token] = []

    def read(self) -> list[Token]:
        while self.at < len(self.text):
            char = self.text[self.at]
            if char in DIGITS or (char == "." and self._char(1) in DIGITS):
                self._numeric()
            elif char == " ":
                self.at += 1
            elif char.isalpha() or char == "_":
                self._word()
            else:
                self._sign(char)
        return self.tokens

    def _char(self, offset: int = 0) -> str:
        place = self.at + offset
        return self.text[place] if 0 <= place < len(self.text) else ""

    def _glued(self) -> bool:
        """A quotation mark is as good as a blank."""
        return self.at > 0 and not self._char(-1).isspace() and self._char(-1) not in QUOTES

    def _add(self, kind: Kind, text: str, value: Decimal | None = None, glued: bool | None = None) -> None:
        self.tokens.append(Token(kind, text, self._glued() if glued is None else glued, value, text))

    # -- numbers -------------------------------------------------------------------------------------------------

    def _numeric(self) -> None:
        """A run of digits and the separators between them: 62.5, 8/8/7, 1:10, 17.6., 2026-11-20."""
        glued, end, text = self._glued(), self.at, self.text
        while end < len(text) and (text[end] in DIGITS or self._within(end)):
            end += 1
        run = self.text[self.at : end]
        if self._odd(end):
            return
        if len(run) <= DIGITS_MOST and run.isdigit():
            self.at = end
            self.tokens.append(number(Decimal(run), run, glued))
            return
        parts, signs = _split(run)
        if self._dated(parts, signs, end, glued):
            return
        self.at = end
        self._pieces(parts, signs, glued)

    def _within(self, place: int) -> bool:
        return self.text[place] in ".,-/:" and self.text[place + 1 : place + 2] in DIGITS

    def _odd(self, end: int) -> bool:
        """1_000 and 1e5 are no numbers that a lifter writes; taken apart they would be wrong ones."""
        rest = self.text[end : end + 2]
        if not (rest.startswith("_") or (rest[:1] == "e" and rest[1:].isdigit())):
            return False
        start, self.at = self.at, end
        while self._char().isalnum() or self._char() == "_":
            self.at += 1
        self.tokens.append(Token(Kind.ODD, self.text[start : self.at], False, None, self.text[start : self.at]))
        return True

    def _dated(self, parts: list[str], signs: list[str], end: int, glued: bool) -> bool:
        """Full dates wherever they stand; `17.6.` where a line or a date begins."""
        full = len(parts) == 3 and signs[0] == signs[1] and signs[0] in ".-/" and 4 in (len(parts[0]), len(parts[2]))
        ends = self.text[end : end + 1] == "." and len(parts) == 2 and signs == ["."]
        dotted = ends and (self._opens() or (len(parts[1]) == MONTH and self._closes_line(end + 1)))
        short = len(parts) == 3 and signs == [".", "."] and len(parts[2]) == 2 and self._opens()
        if not (full or dotted or short) or not _calendar(parts):
            return False
        self._add(Kind.DATE, signs[0].join(parts), glued=glued)
        self.at = end + dotted
        return True

    def _closes_line(self, place: int) -> bool:
        """`Back day 24.11.` above the sets."""
        words = all(token.kind is Kind.WORD for token in self.tokens if token.kind is not Kind.LINE)
        rest = self.text[place:].lstrip(" ")
        return words and rest.startswith("\n")

    def _opens(self) -> bool:
        before = [token for token in self.tokens[-2:] if token.kind is not Kind.BREAK]
        return not before or before[-1].kind in (Kind.LINE, Kind.OPEN) or before[-1].text in ("on", "date", "from")

    def _pieces(self, parts: list[str], signs: list[str], glued: bool) -> None:
        index = 0
        while index < len(parts):
            part = parts[index]
            if signs[index : index + 1] == ["."]:
                part, index = f"{part}.{parts[index + 1]}", index + 1
            clock = _clock(parts[index : index + 2], signs[index : index + 1], signs[index + 1 : index + 2])
            if clock is not None and "." not in part:
                self._add(Kind.CLOCK, f"{part}:{parts[index + 1]}", clock, glued)
                index += 1
            elif (
                len(part) > DIGITS_MOST + 4
                or len(part.partition(".")[0]) > DIGITS_MOST
                or (part.startswith(".") and not part[1:])
            ):
                self._add(Kind.ODD, part, glued=glued)
            else:
                self.tokens.append(number(Decimal(part), part, glued))
            if index < len(signs):
                self._add(Kind.MINUS if signs[index] == "-" else SIGNS[signs[index]], signs[index], glued=True)
            index, glued = index + 1, True

    # -- words ---------------------------------------------------------------------------------------------------

    def _word(self) -> None:
        start, glued = self.at, self._glued()
        short = SHORT.get(self.text[start : start + 3])
        if short and not self.text[start + 3 : start + 4].isalpha():
            self.at += 3
            self.tokens.append(Token(Kind.WORD, short, glued, None, short))
            return
        if self.text.startswith(ESTIMATED, start):
            self.at += len(ESTIMATED)
            self.tokens.append(Token(Kind.WORD, ESTIMATED, glued, None, ESTIMATED))
            return
        text, end = self.text, start
        while end < len(text) and (text[end].isalpha() or (text[end] in "'_" and text[end + 1 : end + 2].isalpha())):
            end += 1
        self.at = end + (end == start)
        run = self.text[start : self.at].replace("'", "")
        if run == "w" and self._char() == "/":
            self.at += 1
            run = "with"
        if run in NO_NUMBERS and self._multiplied():
            self.tokens.append(Token(Kind.ODD, run, glued, None, run))
            return
        for piece in _parts_with_x(run, glued and self.text[start - 1].isdigit(), self._char().isdigit()):
            self.tokens.append(Token(Kind.TIMES if piece == "x" else Kind.WORD, piece, glued, None, piece))
            glued = True

    def _multiplied(self) -> bool:
        """`nan x 5`."""
        rest = self.text[self.at :].lstrip(" ")
        return rest[:1] in ("x", "*") and rest[1:].lstrip(" ")[:1] in DIGITS

    # -- signs ---------------------------------------------------------------------------------------------------

    def _sign(self, char: str) -> None:
        if char == "*":
            self._star()
        elif char == "-":
            self._dash()
        elif char in "#'\"":
            self._after_number(char)
        elif char == "&":
            self._add(Kind.WORD, "and")
        elif char in SIGNS:
            self._add(SIGNS[char], char)
        self.at += 1

    def _after_number(self, char: str) -> None:
        """`225#`, `45"`: these signs are units, behind a number only."""
        if self.tokens and self.tokens[-1].kind is Kind.NUMBER and (char == "#" or self._glued()):
            self._add(Kind.WORD, char)

    def _star(self) -> None:
        before, after = self.text[: self.at].rstrip(" "), self.text[self.at + 1 :].lstrip(" ")[:1]
        if not before and self._char(1).isdigit():
            self._add(Kind.STAR, "*")
        elif not before or before.endswith("\n"):
            self._add(Kind.BREAK, "*")
        elif after.isdigit() and self.tokens and _measured(self.tokens[-2:]):
            self._add(Kind.TIMES, "*")

    def _dash(self) -> None:
        following, before = self._char(1), self._char(-1)
        if following == ">":
            self._add(Kind.GAP, "-")
            self.at += 1
        elif following in DIGITS:
            self._add(Kind.MINUS, "-")
        elif not (before.isalnum() and following.isalpha()):  # the hyphen of a name says nothing
            self._add(Kind.GAP, "-")


def _split(run: str) -> tuple[list[str], list[str]]:
    parts, signs = [""], list[str]()
    for char in run:
        if char.isdigit():
            parts[-1] += char
        else:
            signs.append(char)
            parts.append("")
    return parts, signs


def _calendar(parts: list[str]) -> bool:
    values = [int(part) if part and len(part) <= 4 else 0 for part in parts]
    if len(parts[0]) == 4:
        if len(parts) < 3:
            return False
        return 1 <= values[1] <= 12 and 1 <= values[2] <= 31
    return 1 <= values[0] <= 31 and 1 <= values[1] <= 31


def _clock(parts: list[str], sign: list[str], following: list[str]) -> Decimal | None:
    """Minutes and seconds, or a time of day: at most two digits, a colon, exactly two digits."""
    if (
        sign != [":"]
        or following == [":"]
        or len(parts) < 2
        or not 1 <= len(parts[0]) <= 2
        or len(parts[1]) != 2
        or parts[1] > "59"
    ):
        return None
    return Decimal(int(parts[0]) * 60 + int(parts[1]))


def _parts_with_x(run: str, digit_before: bool, digit_after: bool) -> tuple[str, ...]:
    """`kgx8`, `3xfailure`, `7ex35`: the times sign hides in the letters when a digit touches them."""
    if run == "x" or "x" not in run:
        return (run,)
    head, _, tail = run.partition("x")
    if digit_before and head in BEFORE_X | EACH_X and (not tail or (tail.isalpha() and not digit_after)):
        return tuple(piece for piece in (head, "x", tail) if piece)
    if digit_before and not head:
        return ("x", tail)
    if digit_after and not tail and head in BEFORE_X | EACH_X:
        return (head, "x")
    return (run,)


def _measured(tokens: list[Token]) -> bool:
    """Is this a number, perhaps with its unit?"""
    return tokens[-1].kind is Kind.NUMBER or (len(tokens) == 2 and tokens[0].kind is Kind.NUMBER and tokens[1].glued)
