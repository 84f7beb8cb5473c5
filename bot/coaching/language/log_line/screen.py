"""Is this a log at all, or a question, a plan, a memory, somebody else's lift?"""

from dataclasses import dataclass, field

from bot.coaching.language.log_line.shorthand import Shorthand
from bot.coaching.language.log_line.tokens import Kind, Token
from bot.coaching.language.log_line.words import LogWords, PhraseBook

LONG_NAME = 3
PROSE_MOST = 2
"""More words than this that belong to no log, before the numbers and with no word of something done: talk."""
STORY_MOST = 14
"""The same where it is told what was done, and the numbers are written as sets are."""
COUNTING = frozenset(
    {
        "kg",
        "kgs",
        "kilo",
        "kilos",
        "lb",
        "lbs",
        "pounds",
        "#",
        "x",
        "by",
        "times",
        "bw",
        "bodyweight",
        "plates",
        "plate",
    }
    | {"rep", "reps", "set", "sets", "single", "double", "triple", "singles", "doubles", "triples", "sec", "seconds"}
)
"""Words that only stand beside numbers of sets."""
SETS_BEHIND = frozenset({"sets", "reps", "rep"})
SINGLES = frozenset({"single", "double", "triple"})
STATING = frozenset({"is", "are"})
BODY_WEIGHT = frozenset({"bw", "bodyweight", "weight"})
OWN_WEIGHT = frozenset({"bw", "bodyweight", "body", "my"})
AHEAD = frozenset({"next time", "next week", "next session", "next workout"})
PARTING = {Kind.STOP, Kind.LINE, Kind.BREAK}
ENDS = {Kind.COMMA, Kind.STOP, Kind.LINE, Kind.BREAK, Kind.OPEN, Kind.CLOSE, Kind.GAP}
CHATTER = {"pain", "other", "ability", "history", "not_done", "command"}
"""Remarks that may follow the sets; a plan or a question after them makes the sets doubtful."""


@dataclass(slots=True)
class Clause:
    tokens: list[Token] = field(default_factory=list)
    end: Token | None = None

    @property
    def numbered(self) -> bool:
        return any(token.kind in (Kind.NUMBER, Kind.CLOCK) for token in self.tokens)

    @property
    def words(self) -> list[str]:
        return [word for token in self.tokens for word in _words(token)]


@dataclass(frozen=True, slots=True)
class Cue:
    why: str
    said: str
    place: int
    later: bool


class Screen:
    def __init__(self, words: LogWords) -> None:
        cues = words.not_a_log
        self._start = PhraseBook({why: found.start for why, found in cues.items()})
        self._any = PhraseBook({why: found.any for why, found in cues.items()} | {"plan": _planned(words)})
        self._later = PhraseBook({why: found.later for why, found in cues.items()})
        self._openings = self._any.openings | self._later.openings
        self._fillers = frozenset(
            {
                "so",
                "ok",
                "okay",
                "hey",
                "hi",
                "um",
                "uh",
                "well",
                "coach",
                "today",
                "and",
                "yo",
                "hello",
                "yeah",
                "oh",
                "also",
                "btw",
            }
        )
        self._done = frozenset(words.done)
        self._deeds = frozenset(words.deeds)
        phrases = (word for found in words.phrases.values() for phrase in found for word in phrase.split())
        dated = (
            word for found in (words.days, words.weekdays, words.months) for phrase in found for word in phrase.split()
        )
        self._light = (
            frozenset(words.notes)
            | self._done
            | frozenset(phrases)
            | frozenset(words.grips)
            | frozenset(dated)
            | frozenset(words.ordinals)
        )
        self._shorthand = Shorthand(words, self._light)

    def judge(self, tokens: list[Token], *, card: bool) -> tuple[str | None, list[Token]]:
        """Why the text is no log, or None and the tokens without the remarks that follow the sets.

        `card`: an exercise is under way, so that a text may leave its name out."""
        why = _at_once(tokens)
        if why is not None:
            return why, []
        short = self._shorthand.said(tokens)
        if short is not None:
            return f"it asks in short: `{short}`", []
        tokens = _without_body_weight(tokens)
        clauses = _clauses(tokens)
        why, kept = self._without_remarks(clauses)
        if why is not None:
            return why, []
        named = any(token.kind is Kind.EXERCISE for token in tokens)
        talk = not self._told(tokens, named=named or card) and (
            self._talk(clauses, named) or self._small_talk(tokens, named)
        )
        return (f"it is talk: `{talk}`" if talk else None), kept

    def _without_remarks(self, clauses: list[Clause]) -> tuple[str | None, list[Token]]:
        kept: list[Token] = []
        logged = False
        for clause in clauses:
            cue = self._cue(clause.words, first=not kept)
            if cue is not None and cue.later and cue.why == "not_done" and not logged:
                cue = None  # `no belt, deadlift 140x5`
            if cue is not None and not (logged and self._remark(cue, clause)):
                return f"it is no log but reads as {cue.why.replace('_', ' ')}: `{cue.said}`", []
            if cue is None:
                kept.extend(clause.tokens)
                logged = logged or clause.numbered
            if clause.end is not None:
                kept.append(clause.end)
        return None, kept

    def _cue(self, words: list[str], first: bool) -> Cue | None:
        start = 0
        while start < len(words) and words[start] in self._fillers:
            start += 1
        if first and start < len(words):
            found = self._start.at(words, start)
            if found is not None:
                return Cue(found[0], " ".join(words[start : start + found[1]]), 0, later=False)
        passed = 0
        for place in [at for at, word in enumerate(words) if at >= start and word in self._openings]:
            for book, later in ((self._any, False), (self._later, True)):
                found = book.at(words, place) if place >= passed else None
                if found is not None and (_excused(words, place, found[0]) or self._perfect(words, place)):
                    passed = place + found[1]
                elif found is not None:
                    return Cue(found[0], " ".join(words[place : place + found[1]]), place - start, later)
        return None

    def _perfect(self, words: list[str], place: int) -> bool:
        """`i have made`, `i have done`: something done, and no ability."""
        return words[place : place + 2] == ["i", "have"] and not self._done.isdisjoint(words[place + 2 : place + 3])

    def _remark(self, cue: Cue, clause: Clause) -> bool:
        """After the sets: `next time 65`, `skipped the rows`, `you should have seen it`."""
        if cue.why == "question":
            return False
        if cue.why == "plan" and cue.later and cue.said in AHEAD and clause.words[-2:] == cue.said.split():
            return True  # `100x5 easy, 105 next time`
        if cue.later or cue.why == "not_done":
            counted = any(token.kind is Kind.NUMBER for token in clause.tokens[: cue.place + 1])
            return (cue.place <= 1 and not counted) or not clause.numbered
        return cue.why in CHATTER and not clause.numbered

    def _told(self, tokens: list[Token], *, named: bool) -> bool:
        """`the gym was packed so I did 3 sets of 12 at 45 kg`: a deed, and numbers that can be nothing but sets."""
        words = sum(token.kind is Kind.WORD for token in tokens)
        deed = next((at for at, token in enumerate(tokens) if token.text in self._deeds), None)
        if not named or deed is None or words > STORY_MOST + len(tokens) // 2:
            return False
        return any(_counts_sets(tokens, at) for at in range(deed, len(tokens)))

    def _talk(self, clauses: list[Clause], named: bool) -> str | None:
        """Words that belong to no log, before the numbers of the first clause that has any."""
        clause = next((one for one in clauses if one.numbered), None)
        if clause is None:
            return None
        last = max(place for place, token in enumerate(clause.tokens) if token.kind in (Kind.NUMBER, Kind.CLOCK))
        strange = [
            token.text for token in clause.tokens[:last] if token.kind is Kind.WORD and token.text not in self._light
        ]
        if not strange:
            return None
        done = any(word in self._done for word in clause.words)
        most = 0 if not named else PROSE_MOST + 3 if done else PROSE_MOST
        return " ".join(strange) if len(strange) > most else None

    def _small_talk(self, tokens: list[Token], named: bool) -> str | None:
        """A text with one number, nothing that shows sets, and words that belong to no log, wherever they stand."""
        if _firm(tokens):
            return None
        strange = [token.text for token in tokens if token.kind is Kind.WORD and token.text not in self._light]
        done = any(token.text in self._done for token in tokens)
        digits = any(_in_digits(token) or token.kind is Kind.CLOCK for token in tokens)
        most = 0 if not named else PROSE_MOST * (done + digits)
        return " ".join(strange) if len(strange) > most else None


def _counts_sets(tokens: list[Token], at: int) -> bool:
    """`3x5`, `3 sets of 12`, `ten times`, `180 for a single`, `5, 4, 4`."""
    kinds = [one.kind for one in tokens[at : at + 3]]
    texts = [one.text for one in tokens[at : at + 5]]
    if kinds[:1] != [Kind.NUMBER] or len(kinds) < 2:
        return False
    if texts[1] == "times":
        return any(one.kind is Kind.EXERCISE for one in tokens)
    if kinds == [Kind.NUMBER, Kind.TIMES, Kind.NUMBER] or texts[1] in SETS_BEHIND:
        return True
    return texts[1] == "for" and (kinds[2:] == [Kind.NUMBER] or not SINGLES.isdisjoint(texts[2:4]))


def _firm(tokens: list[Token]) -> bool:
    """Does it show that sets are told: a times sign, a unit, a word of sets, several numbers?"""
    digits = [token for token in tokens if token.kind is Kind.CLOCK or _in_digits(token)]
    return len(digits) > 1 or any(
        token.kind in (Kind.TIMES, Kind.AT)
        or (token.text in COUNTING and any(one.kind is Kind.NUMBER for one in tokens[max(at - 1, 0) : at + 2]))
        for at, token in enumerate(tokens)
    )


def _in_digits(token: Token) -> bool:
    return token.kind is Kind.NUMBER and token.text[0] in "0123456789."


def _weighs_two(tokens: list[Token]) -> bool:
    """`3x10 or 5x5`."""
    return any(
        token.text == "or"
        and [one.kind for one in tokens[max(at - 2, 0) : at]] == [Kind.TIMES, Kind.NUMBER]
        and [one.kind for one in tokens[at + 1 : at + 3]] == [Kind.NUMBER, Kind.TIMES]
        for at, token in enumerate(tokens)
    )


def _at_once(tokens: list[Token]) -> str | None:
    """What shows without looking at the clauses."""
    if any(token.kind is Kind.QUESTION for token in tokens):
        return "it asks something: there is a question mark"
    if _weighs_two(tokens):
        return "it asks which of two is better"
    if len(tokens) > 1 and tokens[0].text == "not" and tokens[1].kind is Kind.NUMBER:
        return "it puts something right, and nothing was kept"
    said = {token.text for token in tokens}
    if not said.isdisjoint(STATING) and any(_states(tokens, at) for at in range(1, len(tokens))):
        return "it says how something is, not what was done"
    return "it tells a body weight" if not said.isdisjoint(BODY_WEIGHT) and _body_weight(tokens) else None


def _states(tokens: list[Token], at: int) -> bool:
    """`deadlifts are 3x5`, `180 kg is heavy`."""
    if tokens[at].kind is not Kind.WORD or tokens[at].text not in STATING:
        return False
    before = tokens[at - 1]
    measured = before.kind is Kind.NUMBER or before.text in ("kg", "kgs", "lb", "lbs", "reps")
    return before.kind is Kind.EXERCISE or (measured and tokens[at].text == "is")


def _body_weight(tokens: list[Token]) -> bool:
    """`bodyweight 82.5kg`, and no more."""
    said = [token.text for token in tokens if token.kind is not Kind.COLON]
    while said and said[0] in ("my", "today", "bw", "bodyweight", "body", "weight", "is", "morning", "this"):
        said.pop(0)
    led = len(said) < len(tokens) and len(said) in (1, 2) and any(token.text in BODY_WEIGHT for token in tokens)
    return (
        led
        and tokens[-len(said)].kind is Kind.NUMBER
        and (len(said) == 2 or (tokens[-1].value is not None and tokens[-1].value > 40))
    )


def _without_body_weight(tokens: list[Token]) -> list[Token]:
    """`bodyweight 81 kg` on a line or in a sentence of its own, beside the sets."""
    if BODY_WEIGHT.isdisjoint(token.text for token in tokens):
        return tokens
    kept: list[Token] = []
    for sentence in _sentences(tokens):
        said = [one for one in sentence if one.kind not in PARTING]
        own = not OWN_WEIGHT.isdisjoint(one.text for one in said)
        if not (own and _body_weight(said)):
            kept.extend(sentence)
    return kept if any(token.kind is Kind.NUMBER for token in kept) else tokens


def _sentences(tokens: list[Token]) -> list[list[Token]]:
    """Each with the sign that ends it."""
    found: list[list[Token]] = [[]]
    for token in tokens:
        found[-1].append(token)
        if token.kind in PARTING:
            found.append([])
    return found


def _clauses(tokens: list[Token]) -> list[Clause]:
    clauses = [Clause()]
    for at, token in enumerate(tokens):
        if token.kind in ENDS or _turns(tokens, at):
            clauses[-1].end = token if token.text not in ("up", "down") else None
            clauses.append(Clause([token] if token.text in ("up", "down") else []))
        else:
            clauses[-1].tokens.append(token)
    return clauses


def _turns(tokens: list[Token], at: int) -> bool:
    """`but ...`, `up from 95 last week`: what follows is said of another set."""
    if tokens[at].text not in ("but", "up", "down"):
        return False
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    return tokens[at].kind is Kind.WORD and (
        tokens[at].text == "but" or (tokens[at].text in ("up", "down") and following == "from")
    )


def _words(token: Token) -> list[str]:
    if token.kind is Kind.EXERCISE:
        said = token.said.split()  # `i deadlift`, `max pull ups`; a long name holds words such as `trainer`
        return said if len(said) < LONG_NAME else [""]
    if token.kind is Kind.PERCENT:
        return ["%"]
    return [token.text] if token.kind in (Kind.WORD, Kind.NUMBER) else [""]


def _planned(words: LogWords) -> tuple[str, ...]:
    """`this friday` and `every monday` are ahead or a habit; `on friday` and `last friday` are behind."""
    days = words.weekdays
    return (
        *words.not_a_log["plan"].any,
        *(f"{lead} {day}" for lead in ("this", "next", "every", "by", "until") for day in days),
        "%",
    )


def _excused(words: list[str], place: int, why: str) -> bool:
    """`with my brother`, `thanks to my coach`: somebody was there, the set is still the lifter's."""
    if words[place] == "without" and place == len(words) - 1:
        return place > 0 and words[place - 1].isdigit()  # `5 with 10 kg, 8 without`
    if why == "ability" and words[place] == "a" and place > 0:
        return words[place - 1] == "it"  # `called it a day`
    if why == "ability" and words[place] == "1":
        return place > 0 and words[place - 1] in ("new", "hit")  # a new best was done
    return why == "other" and place > 0 and words[place - 1] in ("with", "hey", "hi", "thanks", "thank", "by", "for")
