"""Does a text repeat the set before: `same again`, `one more`, `same weight x 7`?"""

from dataclasses import replace
from decimal import Decimal

from bot.coaching.language.log_line.forms import LOAD_FROM, whole
from bot.coaching.language.log_line.items import Note, Role, Term
from bot.coaching.language.log_line.lift import Lifts
from bot.coaching.language.log_line.marks import Marks
from bot.coaching.language.log_line.numbers import decimal_commas
from bot.coaching.language.log_line.reading import LogContext
from bot.coaching.language.log_line.remarks import UNITS
from bot.coaching.language.log_line.scanner import Scanner
from bot.coaching.language.log_line.tokens import Kind, Token
from bot.coaching.language.log_line.unclear import Choice, Decisions, Unclear
from bot.coaching.language.log_line.words import LogWords, PhraseBook
from bot.domain.training import DoneSet
from bot.domain.units import Load, Unit

MOST_MORE = 6
MOST_RPE = 10
MOST_AGAIN = 3
"""So often is a set done again by a sign alone; more are repetitions."""
FEWER = 3
"""So many repetitions fewer than in the set before are hardly meant."""
PASSED_OVER = frozenset({"add", "plus", "also", "and", "then", "ok", "did", "do", "now", "ugh"})
"""Words that may stand before a repeat."""


ALIKE = frozenset({"like", "of", "the", "same"})
MORE = frozenset({"more", "plus", "extra", "heavier", "added", "another"})
LESS = frozenset({"less", "fewer", "minus", "lighter"})
COUNTED = frozenset({"rep", "reps", "second", "seconds", "sec", "s"})
SETS = Token(Kind.WORD, "sets")
BETWEEN = (Kind.NUMBER, Kind.COMMA, Kind.PLUS)
BEFORE_SAME = frozenset(
    {"up", "down", "to", "now", "went", "bumped", "moved", "at", "kg", "kgs", "lb", "lbs", "with", "it", "for"}
)
"""`up to 105, same reps`."""


class Repeats:
    def __init__(self, words: LogWords, marks: Marks) -> None:
        self._same = PhraseBook({"same": words.repeat.same, "more": words.repeat.more})
        self._marks = marks
        tags = (word for found in words.phrases.values() for phrase in found for word in phrase.split())
        said = (
            word
            for phrase in (*words.repeat.same, *words.repeat.more, *words.repeat.fillers)
            for word in phrase.split()
        )
        self.plain = frozenset(tags) | frozenset(said)

    def read(
        self, tokens: list[Token], context: LogContext, lifts: Lifts, decisions: Decisions
    ) -> tuple[DoneSet, ...] | None:
        times = _lone_times(tokens)
        if times is not None:
            return _again(times, context, lifts, decisions)
        found = self._found(tokens)
        if found is None:
            return None
        kind, rest = found
        last_sets = [one for one in context.last_sets if one.exercise in lifts]
        if not last_sets and any(token.kind is Kind.NUMBER for token in rest):
            return None  # `another 6`, where none is kept yet
        if not last_sets:
            raise Unclear("The same as what? There is no set to repeat yet.")
        last = replace(last_sets[-1], note=None)
        items = Scanner(decimal_commas(self._marks.mark(rest)), lifts.of(last)).scan()
        decisions.note(f"the set before once more: {last.exercise}")
        if kind == "more" and [token.text for token in rest][:1] in (["rep"], ["reps"]):
            raise Unclear("One more rep in the last set, or one more set? Write what you did.")
        if kind == "same" and (step := _step(rest)):
            decisions.note("it says by how much it differs")
            return (_stepped(replace(last, rpe=None), *step, decisions),)
        signed = any(token.kind is Kind.AT for token in rest)
        return _repeated(last, kind, items, decisions, signed=signed)

    def _found(self, tokens: list[Token]) -> tuple[str, list[Token]] | None:
        """The repeat must open the text, and nothing but its changes may follow."""
        words = [token.text if token.kind in (Kind.WORD, Kind.NUMBER) else "" for token in tokens]
        at = 0
        while at < len(words) and words[at] in PASSED_OVER:
            at += 1
        if words[at + 1 : at + 3] in (["more", "sets"], ["more", "set"]) and tokens[at].kind is Kind.NUMBER:
            return "more", [tokens[at], *tokens[at + 2 :]]
        if words[at + 1 : at + 2] == ["more"] and words[at + 2 : at + 3] and words[at + 2] in ALIKE:
            return ("more", [tokens[at], SETS]) if tokens[at].kind is Kind.NUMBER else None
        if words[at + 1 :] == ["more"] and tokens[at].kind is Kind.NUMBER and tokens[at].value != 1:
            raise Unclear(f"{tokens[at].text} more reps, or {tokens[at].text} more sets?")
        at, changes = _changed_first(tokens, words, at)
        found = self._same.at(words, at) if at < len(words) and words[at] else None
        if found is None:
            return None
        strange = any(
            token.kind is Kind.EXERCISE or (token.kind is Kind.WORD and token.text not in self.plain)
            for token in tokens
        )
        if strange or any(token.kind in (Kind.LINE, Kind.QUESTION) for token in tokens):
            return None
        return found[0], [*changes, *tokens[at + found[1] :]]


def _lone_times(tokens: list[Token]) -> int | None:
    """`x2`, and nothing else."""
    said = [token for token in tokens if token.kind is not Kind.LINE]
    if [token.kind for token in said] != [Kind.TIMES, Kind.NUMBER] or said[1].value is None:
        return None
    return int(said[1].value) if whole(said[1].value) and 1 < said[1].value <= MOST_AGAIN else None


def _again(times: int, context: LogContext, lifts: Lifts, decisions: Decisions) -> tuple[DoneSet, ...] | None:
    """`x2` behind a set of eight: hardly two repetitions, more likely that set again. None where it counts these."""
    last = context.last_sets[-1] if context.last_sets else None
    if last is None or last.exercise not in lifts or context.current_exercise not in (None, last.exercise):
        return None
    if last.reps is not None and last.reps < times + FEWER:
        return None
    rest, done = times - 1, replace(last, note=None, rpe=None)
    chosen = decisions.decide(
        "again",
        f"{lifts[last.exercise].name}: is “x{times}” {times} reps, or the last set again?",
        Choice("reps", f"{times} reps"),
        Choice("rest", f"{rest} more set{'s' if rest > 1 else ''}, {times} in all"),
        Choice("more", f"{times} more sets"),
    )
    return None if chosen == "reps" else (done,) * (rest if chosen == "rest" else times)


def _changed_first(tokens: list[Token], words: list[str], start: int) -> tuple[int, list[Token]]:
    """`up to 105, same reps`: where the repeat begins, and what is said before it."""
    at = start
    while at < len(words) and (words[at] in BEFORE_SAME or tokens[at].kind in BETWEEN):
        at += 1
    if at == start or words[at : at + 1] != ["same"]:
        return start, []
    return at, [one for one in tokens[start:at] if one.kind is not Kind.WORD or one.text in UNITS]


def _step(tokens: list[Token]) -> tuple[Decimal, str, str] | None:
    """`+5 kg`, `5 more kg`, `one rep less`: by how much it differs, its unit (empty: not said), and what was typed."""
    numbers = [token for token in tokens if token.kind is Kind.NUMBER]
    words = {token.text for token in tokens}
    more, less = bool(words & MORE) or _signs(tokens, Kind.PLUS), bool(words & LESS) or _signs(tokens, Kind.MINUS)
    if len(numbers) != 1 or more == less or any(token.kind in (Kind.TIMES, Kind.AT) for token in tokens):
        return None
    unit = next((token.text for token in tokens if token.text in UNITS or token.text in COUNTED), "")
    value = numbers[0].value or Decimal(0)
    return value if more else -value, unit, " ".join(token.said for token in tokens)


def _signs(tokens: list[Token], sign: Kind) -> bool:
    return any(token.kind is sign for token in tokens)


def _stepped(one: DoneSet, step: Decimal, unit: str, said: str, decisions: Decisions) -> DoneSet:
    load = one.load
    if not unit and load is not None:
        choices = (
            Choice("load", f"{load.amount + step} {load.unit}"),
            Choice("reps", f"{(one.reps or 0) + step} reps"),
        )
        unit = decisions.decide("step", f"Is “{said}” the load, or the reps?", *choices)
    if unit in UNITS or unit == "load":
        if load is None or (one.bodyweight and unit != "load") or not unit.startswith((str(load.unit), "load")):
            raise Unclear("What was on it this time? Write the whole set.")
        return replace(one, load=Load(load.amount + step, load.unit))
    count = (one.reps if one.seconds is None else one.seconds) or 0
    if not whole(step) or count + step < 1:
        raise Unclear("What was different this time? Write the whole set.")
    return replace(one, reps=int(count + step)) if one.seconds is None else replace(one, seconds=int(count + step))


def _repeated(
    last: DoneSet, kind: str, items: list[Note | Term], decisions: Decisions, *, signed: bool
) -> tuple[DoneSet, ...]:
    """`signed`: the sign `@` stands in it, so that a small number behind it says how hard it was."""
    count, one = 1, replace(last, rpe=None)
    for item in items:
        if isinstance(item, Note):
            one = _noted(one, item)
            continue
        factor = item.factors[0]
        if not item.alone or not factor.single:
            raise Unclear("What was different this time? Write the whole set.")
        if factor.role is Role.SETS and factor.value <= MOST_MORE:
            count = int(factor.value)
        elif item.gap == "@" and item.bare and factor.value <= MOST_RPE and signed:
            one = replace(one, rpe=factor.value)
        elif item.gap == "@" and item.bare and factor.value <= LOAD_FROM and last.load is not None:
            unit = last.load.unit
            choices = (Choice("reps", f"{factor.value} reps"), Choice("load", f"{factor.value} {unit}"))
            role = decisions.decide("with", f"Is {factor.value} the reps, or the load?", *choices)
            one = _valued(one, factor.value, Role.LOAD if role == "load" else Role.REPS, unit)
        elif item.lead and factor.value <= 3 and kind == "same":
            reading = decisions.decide(
                "times",
                f"Is “{item.said}” {factor.value} reps, or {factor.value} more sets?",
                Choice("reps"),
                Choice("sets"),
            )
            count, one = (int(factor.value), one) if reading == "sets" else (1, replace(one, reps=int(factor.value)))
        else:
            one = _valued(one, factor.value, factor.role, factor.unit or (last.load.unit if last.load else None))
    return (one,) * count


def _noted(one: DoneSet, note: Note) -> DoneSet:
    if note.tag in ("rpe", "rir"):
        value = note.values[0] if note.tag == "rpe" else 10 - note.values[0]
        if 1 <= value <= 10 and value % Decimal("0.5") == 0:
            return replace(one, rpe=value)
    return one


def _valued(one: DoneSet, value: Decimal, role: Role, unit: Unit | None) -> DoneSet:
    if role is Role.LOAD or not whole(value) or (value > LOAD_FROM and one.seconds is None and role is Role.NUMBER):
        if unit is None or value > 1000 or value != round(value, 3):
            raise Unclear("What was different this time? Write the whole set.")
        return replace(one, load=Load(value, unit))
    if one.seconds is not None or role is Role.SECONDS:
        return replace(one, seconds=int(value))
    if value > 100:
        raise Unclear("What was different this time? Write the whole set.")
    return replace(one, reps=int(value))
