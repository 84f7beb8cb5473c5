"""Is this a log at all, or a question, a plan, a memory, somebody else's lift?"""

from dataclasses import dataclass

from bot.coaching.language.log_line.clauses import Clause, clauses_of
from bot.coaching.language.log_line.shorthand import Shorthand
from bot.coaching.language.log_line.talk import COUNTING, Talk
from bot.coaching.language.log_line.tokens import Kind, Token
from bot.coaching.language.log_line.weighed import BODY_WEIGHT, tells_body_weight, without_body_weight
from bot.coaching.language.log_line.words import LogWords, PhraseBook

STATING = frozenset({"is", "are"})
AHEAD = frozenset({"next time", "next week", "next session", "next workout"})
CHATTER = {"pain", "other", "ability", "history", "not_done", "command"}
"""Remarks that may follow the sets; a plan or a question after them makes the sets doubtful."""
PARTS = frozenset({"for", "of", "at"})
LEADING = COUNTING | PARTS | {"i", "a", "each", "side", "per", "and", "then"}
"""Words that, with those of something done, may stand with sets before what hurt at them."""
COUNTS = frozenset({"reps", "rep", "by", "times", "for"})
JOINING = frozenset({"and", "with", "now"})


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
        phrases = (word for found in words.phrases.values() for phrase in found for word in phrase.split())
        dated = (
            word for found in (words.days, words.weekdays, words.months) for phrase in found for word in phrase.split()
        )
        light = (
            frozenset(words.notes)
            | self._done
            | frozenset(phrases)
            | frozenset(words.grips)
            | frozenset(dated)
            | frozenset(words.ordinals)
        )
        self._shorthand = Shorthand(words, light)
        self._talk = Talk(words, light)

    def judge(self, tokens: list[Token], *, card: bool) -> tuple[str | None, list[Token]]:
        """Why the text is no log, or None and the tokens without the remarks that follow the sets.

        `card`: an exercise is under way, so that a text may leave its name out."""
        why = _at_once(tokens)
        if why is not None:
            return why, []
        short = self._shorthand.said(tokens)
        if short is not None:
            return f"it asks in short: `{short}`", []
        tokens = without_body_weight(tokens)
        clauses = clauses_of(tokens)
        why, kept = self._without_remarks([part for one in clauses for part in self._before_pain(one, card=card)])
        if why is not None:
            return why, []
        talk = self._talk.found(tokens, clauses, card=card)
        return (f"it is talk: `{talk}`" if talk else None), kept

    def _before_pain(self, clause: Clause, *, card: bool) -> list[Clause]:
        """`60x8 and my elbow hurts`: the sets, and what hurt at them. Without a joint (`100x5 hurts my back`) they are
        sets where an exercise is under way; else they may be a habit."""
        numbers = [at for at, token in enumerate(clause.tokens) if token.kind is Kind.NUMBER]
        if not numbers:
            return [clause]
        cut = numbers[-1] + 1
        while cut < len(clause.tokens) and clause.tokens[cut].text in COUNTING | {"each", "side"}:
            cut += 1
        head, tail = Clause(clause.tokens[:cut]), Clause(clause.tokens[cut:], clause.end)
        cue = self._cue(tail.words, first=False)
        if cue is None or cue.why != "pain" or any(token.kind is not Kind.WORD for token in tail.tokens):
            return [clause]
        joined = tail.tokens[0].text in JOINING
        return [head, tail] if (card or joined) and self._only_sets(head.tokens, len(numbers)) else [clause]

    def _only_sets(self, tokens: list[Token], numbers: int) -> bool:
        """`did 60x8`; `100 kg` alone is none, nor is `when i do 60x8`, `at 100x5`."""
        words = [token.text for token in tokens if token.kind is Kind.WORD]
        if tokens[0].text in PARTS or not self._done.union(LEADING).issuperset(words):
            return False
        return numbers > 1 or any(token.kind is Kind.TIMES or token.text in COUNTS for token in tokens)

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
    if [token.text for token in tokens[:1]] == ["all"] and len(tokens) == 2 and tokens[1].kind is Kind.NUMBER:
        return "it says which sets, and of nothing new"
    if len(tokens) > 1 and tokens[0].text in ("failed", "missed") and tokens[1].kind is Kind.EXERCISE:
        return "it was not done"
    if len(tokens) > 1 and tokens[0].text == "not" and tokens[1].kind is Kind.NUMBER:
        return "it puts something right, and nothing was kept"
    said = {token.text for token in tokens}
    if not said.isdisjoint(STATING) and any(_states(tokens, at) for at in range(1, len(tokens))):
        return "it says how something is, not what was done"
    return "it tells a body weight" if not said.isdisjoint(BODY_WEIGHT) and tells_body_weight(tokens) else None


def _states(tokens: list[Token], at: int) -> bool:
    """`deadlifts are 3x5`, `180 kg is heavy`."""
    if tokens[at].kind is not Kind.WORD or tokens[at].text not in STATING:
        return False
    before = tokens[at - 1]
    measured = before.kind is Kind.NUMBER or before.text in ("kg", "kgs", "lb", "lbs", "reps")
    return before.kind is Kind.EXERCISE or (measured and tokens[at].text == "is")


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
