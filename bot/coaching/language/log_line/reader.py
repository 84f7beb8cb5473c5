"""What does a line of text say was lifted?"""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial

from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.language.log_line.ago import Ago, day_token, last_week
from bot.coaching.language.log_line.answers import Answers, instead
from bot.coaching.language.log_line.bullets import without_bullets
from bot.coaching.language.log_line.characters import plain_text
from bot.coaching.language.log_line.corrections import Corrections
from bot.coaching.language.log_line.dates import LEADS, Dated, Dates
from bot.coaching.language.log_line.entries import QUANTITIES, Entry, entries
from bot.coaching.language.log_line.exercises import NEAR, OTHER, ExerciseNames
from bot.coaching.language.log_line.gate import Gate
from bot.coaching.language.log_line.grammar import read_entry
from bot.coaching.language.log_line.idle import Idle
from bot.coaching.language.log_line.lexer import Lexer
from bot.coaching.language.log_line.lift import Lift, Lifts
from bot.coaching.language.log_line.marks import Marks
from bot.coaching.language.log_line.numbers import MOST_REPS, decimal_commas, spelled
from bot.coaching.language.log_line.own import SEVERAL, OwnNames
from bot.coaching.language.log_line.reading import Action, LogContext, LogReading, Option
from bot.coaching.language.log_line.remarks import Remarks
from bot.coaching.language.log_line.render import brief
from bot.coaching.language.log_line.repeats import Repeats
from bot.coaching.language.log_line.scanner import Scanner
from bot.coaching.language.log_line.screen import Screen
from bot.coaching.language.log_line.spelling import TRIES, Spelling
from bot.coaching.language.log_line.tokens import Kind, Token
from bot.coaching.language.log_line.unclear import Choice, Decisions, Unclear, Wants
from bot.coaching.language.log_line.words import LogWords
from bot.domain.training import DoneSet
from bot.domain.units import Unit

MOST_NUMBERS = 300
"""More are no message but a file; reading them one against the other would take long."""
SHORT = 40
"""Tokens of a correction, or of `same again`; nobody writes longer ones."""
LABEL_LONGEST = 40
MOST_OWN = 5
"""Lifts of one's own offered for one name."""
SHORTEST_NAME = 3
"""Letters of a word that may begin a lift of one's own."""
NAME_LONGEST = 6
"""Words of a lift that no colon ends."""
ASKING = frozenset(
    {
        "how",
        "what",
        "whats",
        "why",
        "when",
        "which",
        "who",
        "where",
        "is",
        "are",
        "do",
        "does",
        "should",
        "can",
        "could",
    }
    | {"would", "or", "vs", "tips", "advice", "help", "need", "want", "goal", "program", "explain", "wondering"}
)
"""Words of a question, or of one who looks for advice."""
WEIGHED = frozenset({"kg", "kgs", "lb", "lbs"})
GREETING = "good morning"
SHORT_MONTH = 4
"""`slept 4 hours` is no slip for `sept 4`."""
NO_LOG = LogReading(Action.NONE, trace=("it holds no number, and puts nothing right",))


class LogReader:
    """Reads one text. The same text in the same context is read the same; no text raises."""

    def __init__(self, knowledge: Knowledge, words: LogWords) -> None:
        self._knowledge = knowledge
        self._words = words
        self._names = ExerciseNames(knowledge, words)
        self._telling = frozenset(word for phrases in words.phrases.values() for one in phrases for word in one.split())
        self._vocabulary = words.vocabulary() | self._names.known
        self.answers = Answers(words)
        self._idle = Idle(words)
        self._spelling = Spelling(_repairable(words), self._vocabulary)
        self._lifts = Lifts(knowledge, words)
        self._marks = Marks(words)
        self._dates = Dates(words)
        self._ago = Ago(words)
        self._screen = Screen(words)
        self._remarks = remarks = Remarks(words)
        self._corrections = Corrections(words, self._lifts, self._marks, remarks)
        self._repeats = Repeats(words, self._marks)
        self._gate = Gate(words, self._vocabulary, self._spelling, self._names, remarks, self._repeats)

    def read(self, text: str, context: LogContext) -> LogReading:
        return self.read_closely(text, context) if self._gate.lets(text) else NO_LOG

    def read_closely(self, text: str, context: LogContext) -> LogReading:
        """The same of any text, without a look at its words first."""
        tokens = self._tokens(text)
        if not tokens:
            return LogReading(Action.NONE, trace=("there is nothing to read",))
        if self._may_be_own(tokens) and context.own:
            tokens = self._tokens(text, OwnNames(context.own))
        if context.current_exercise is not None and context.current_exercise not in self._lifts:
            context = replace(context, current_exercise=None)
        decisions = Decisions()
        try:
            return self._decided(tokens, context, decisions)
        except Unclear as unclear:
            return self._ask(unclear, tokens, context, decisions)

    def lift_named(self, text: str) -> str | None:
        """The exercise that a text names and nothing else: `deadlifts`, `lat pull down`; None for any other text."""
        tokens = self._tokens(text)
        only = len(tokens) == 1 and tokens[0].kind is Kind.EXERCISE
        return tokens[0].text if only and tokens[0].text in self._lifts else None

    def led_by_a_lift(self, text: str) -> tuple[str, str] | None:
        """The exercise that a text begins with, and the rest; None where it names none, or nothing else.

        A word such as `wide` or `hook` behind the name is not a part of it here.
        """
        words = text.split()
        found = self._names.written_first(words)
        if found is None:
            named = ((self.lift_named(" ".join(words[:length])), length) for length in range(1, NAME_LONGEST + 1))
            found = next(((id, length) for id, length in named if id is not None), None)
        if found is None or found[1] >= len(words):
            return None
        return found[0], " ".join(words[found[1] :])

    def without_date(self, text: str, today: date) -> tuple[str, date | None]:
        """The text without the one day it names, and that day; as it was where it names none, or more."""
        dated = self._dates.take(self._tokens(text), today)
        if len(dated.days) != 1 or dated.several:
            return text, None
        undated = instead(text, dated.said, "")
        if undated is None:
            return text, None
        words = undated.strip(" ,.").split()
        while words and words[-1].lower() in LEADS:
            words.pop()
        return " ".join(words), dated.days[0]

    def put_right(self, text: str, today: date) -> tuple[Decimal | None, Unit | None, date | None]:
        """The one number, with its unit, or the day, that a correction such as `make that 83` gives."""
        dated = self._dates.take(self._tokens(text), today)
        remark = self._remarks.read(dated.tokens) if len(dated.tokens) <= SHORT else None
        if remark is None or not remark.cued or remark.deletes or dated.several or len(dated.days) > 1:
            return None, None, None
        marked = self._marks.mark(decimal_commas(remark.tokens))
        values = [token.value for token in marked if token.kind is Kind.NUMBER]
        units = [token.text for token in marked if token.marks("kg", "lb")]
        day = dated.days[0] if dated.days else None
        others = any(token.kind not in (Kind.NUMBER, Kind.WORD, Kind.MARK, Kind.COMMA) for token in marked)
        if others or len(values) > 1 or len(units) > 1 or (units and not values):
            return None, None, None
        return (values[0] if values else None), (Unit(units[0]) if units else None), day

    def tells_of_a_set(self, text: str) -> bool:
        """A lift, and numbers as sets are written: what was read as something else, and asks nothing."""
        tokens = self._tokens(text)
        said = {word for token in tokens for word in (token.said or token.text).split()}
        if any(token.kind is Kind.QUESTION for token in tokens) or not said.isdisjoint(ASKING):
            return False
        written = [token.kind for token in tokens]
        numbers = any(
            written[at : at + 3] == [Kind.NUMBER, Kind.TIMES, Kind.NUMBER]
            or (kind is Kind.NUMBER and at + 1 < len(tokens) and tokens[at + 1].text in WEIGHED)
            for at, kind in enumerate(written)
        )
        return numbers and any(token.kind is Kind.EXERCISE and token.text in self._lifts for token in tokens)

    def names_of(self, exercise: str) -> tuple[str, ...]:
        return tuple(self._names.named.get(exercise, ()))

    # -- the steps ----------------------------------------------------------------------------------------------

    def _may_be_own(self, tokens: list[Token]) -> bool:
        """A lift that is none of ours, or a word that sets are not told in."""
        return any(
            (token.kind is Kind.EXERCISE and token.text.startswith((OTHER, NEAR)))
            or (token.kind is Kind.WORD and len(token.text) >= SHORTEST_NAME and token.text not in self._telling)
            for token in tokens
        )

    def _tokens(self, text: str, own: OwnNames | None = None) -> list[Token]:
        written = Lexer(plain_text(text)).read()
        if own is not None:
            written = own.link(written, partial(self._names.length_at, written))
        tokens = self._spelled_right(written)
        linked = self._without_greeting(self._names.link(without_bullets(tokens), self._vocabulary))
        return spelled(self._idle.without(self._strangers_named(linked)), self._words.numbers)

    def _without_greeting(self, tokens: list[Token]) -> list[Token]:
        """`Good morning coach, ...`: the lift of this name comes with numbers, or in the plural."""
        if len(tokens) < 2 or tokens[0].said != GREETING or tokens[0].kind is not Kind.EXERCISE:
            return tokens
        if tokens[1].text in self._words.greeted:
            return tokens[2:]
        named = any(token.kind is Kind.EXERCISE for token in tokens[1:])
        return tokens[1:] if named and tokens[1].kind in (Kind.COMMA, Kind.STOP, Kind.LINE) else tokens

    def _strangers_named(self, tokens: list[Token]) -> list[Token]:
        """`deadlift 100x5, zercher 60x5`: an unknown word that opens a clause and leads to a number is another lift."""
        for at, token in enumerate(tokens[:-1]):
            if token.kind is not Kind.WORD or token.text in self._vocabulary or len(token.text) < 2:
                continue
            opens = at > 0 and tokens[at - 1].kind in (Kind.LINE, Kind.COMMA, Kind.BREAK)
            labels = tokens[at + 1].kind is Kind.COLON and any(one.kind is Kind.EXERCISE for one in tokens[:at])
            if labels or (opens and _leads_to_number(tokens, at + 1)):
                tokens[at] = token._replace(kind=Kind.EXERCISE, text=OTHER, said=token.text)
        return tokens

    def _known(self, word: str) -> bool:
        """As it stands, or in the singular: `dogs` is no slip for `does`."""
        return word in self._vocabulary or word.removesuffix("s") in self._vocabulary

    def _spelled_right(self, tokens: list[Token]) -> list[Token]:
        tries = 0
        for at, token in enumerate(tokens):
            if token.kind is Kind.WORD and not self._known(token.text) and tries < TRIES:
                tries += 1
                before = tokens[at - 1].text if at else ""
                named = self._names.resembles(token.text) or self._names.completes(before, token.text, self._vocabulary)
                word = token.text if named else self._spelling.repair(token.text)
                tokens[at] = token if word == token.text else token._replace(text=word, said=token.text)
        return tokens

    def _decided(self, tokens: list[Token], context: LogContext, decisions: Decisions) -> LogReading:
        if len(tokens) > MOST_NUMBERS and sum(token.kind in QUANTITIES for token in tokens) > MOST_NUMBERS:
            raise Unclear("That is a lot at once. Send it in smaller messages?")
        reading = (
            (self._short(tokens, context, decisions) if len(tokens) <= SHORT else None)
            or self._recorded(tokens, context, decisions)
            or LogReading(Action.NONE)
        )
        return replace(reading, trace=tuple(decisions.trace))

    def _short(self, tokens: list[Token], context: LogContext, decisions: Decisions) -> LogReading | None:
        dated = self._dates.take(self._dates.without_denied(tokens, context.today), context.today)
        return self._corrected(dated, context, decisions) or self._repeated(dated, context, decisions)

    def _corrected(self, dated: Dated, context: LogContext, decisions: Decisions) -> LogReading | None:
        day = dated.days[0] if len(dated.days) == 1 else None
        corrected = self._corrections.read(dated.tokens, day, context, decisions)
        return None if corrected is None else LogReading(Action.CORRECT, corrected.sets, corrected.day)

    def _repeated(self, dated: Dated, context: LogContext, decisions: Decisions) -> LogReading | None:
        sets = self._repeats.read(dated.tokens, context, self._lifts, decisions)
        if sets is None:
            return None
        day = _day(dated, context.today, decisions)
        return LogReading(Action.RECORD, sets, day, repeats=not dated.days)

    def _recorded(self, tokens: list[Token], context: LogContext, decisions: Decisions) -> LogReading | None:
        tokens = self._on_a_day(self._ago.dated(tokens, context.today), context, decisions)
        why, kept = self._screen.judge(tokens, card=context.current_exercise is not None)
        if why is not None:
            decisions.note(why)
            return None
        dated = self._dates.take(kept, context.today)
        marked = decimal_commas(self._marks.mark(self._marks.without_asides(dated.tokens)))
        timed = context.current_exercise is not None and self._lift_of(context.current_exercise, context).timed
        if not any(token.kind in QUANTITIES and (timed or not _time_of_day(token, marked)) for token in marked):
            decisions.note("it holds no number of a set")
            return None
        if _half_decimal(marked):
            said = "".join(token.said for token in marked if token.kind in (Kind.NUMBER, Kind.COMMA))
            decisions.decide("comma", f"“{said}”: a load and its reps, or one number?", Choice("pair"))
        found = entries(marked)
        if not found:
            decisions.note("no number belongs to an exercise")
            return None
        found = [entry for index, entry in enumerate(found) if not self._left_out(entry, index, len(found), decisions)]
        sets = [one for index, entry in enumerate(found) for one in self._entry(entry, str(index), context, decisions)]
        return LogReading(Action.RECORD, tuple(sets), _day(dated, context.today, decisions))

    def _on_a_day(self, tokens: list[Token], context: LogContext, decisions: Decisions) -> list[Token]:
        """`last week` is asked about, where the rest is a set."""
        rest = self._ago.without_last_week(tokens)
        if rest is None or self._dates.take(rest, context.today).days:
            return tokens
        if "week" not in decisions.chosen and self._recorded(rest, context, Decisions()) is None:
            return tokens
        days = (Choice(day.isoformat(), f"{day:%A} {day.day} {day:%B}") for day in last_week(context.today))
        day = date.fromisoformat(decisions.decide("week", "Which day last week was it?", *days))
        return [*rest, day_token(day)]

    def _left_out(self, entry: Entry, index: int, count: int, decisions: Decisions) -> bool:
        """A lift that is not kept: the rest of the message can be."""
        if entry.name is None or not entry.name.text.startswith((OTHER, NEAR)):
            return False
        said = entry.name.said
        choices = (Choice("skip", f"Leave out {said}"),) if count > 1 else ()
        if entry.name.text == OTHER:
            question = f"I keep back exercises, and “{said}” is none I know. Which one was it?"
        else:
            nearest = self._lifts[entry.name.text.removeprefix(NEAR)].name
            question = f"I keep no “{said}” of its own. Shall it stand under {nearest}?"
            choices = (Choice("near", f"Keep as {nearest}"), *choices)
        return decisions.decide(f"{index}:other", question, *choices, wants=Wants.EXERCISE, said=said) == "skip"

    def _entry(self, entry: Entry, key: str, context: LogContext, decisions: Decisions) -> list[DoneSet]:
        lift = self._lift(entry, key, context, decisions)
        if entry.name is not None and {"assisted", "banded"} & set(entry.name.said.split()):
            lift = replace(lift, assisted=lift.assistable)
        sets = read_entry(Scanner(entry.tokens, lift).scan(), lift, context.unit, decisions, key)
        return _with_last_load(sets, context) if any(map(_same_weight, entry.tokens)) else sets

    def _lift(self, entry: Entry, key: str, context: LogContext, decisions: Decisions) -> Lift:
        current = context.current_exercise
        if entry.name is None:
            if current is not None:
                decisions.note(f"no exercise is named: the current one, {current}")
                return self._lift_of(current, context)
            likely = self._likely(context)
            return self._lifts[
                decisions.decide(f"{key}:which", "Which exercise was that?", *likely, wants=Wants.EXERCISE)
            ]
        if entry.name.text in self._lifts:
            decisions.note(f"`{entry.name.said}` is {entry.name.text}")
            return self._lift_of(entry.name.text, context)
        if entry.name.text.startswith(NEAR):
            return self._lifts[entry.name.text.removeprefix(NEAR)]
        if entry.name.text.startswith(SEVERAL):
            names = OwnNames(context.own).called(entry.name.text.removeprefix(SEVERAL))
            question = f"Which {entry.name.said} was it?"
            return self._lift_of(
                decisions.decide(f"{key}:which", question, *(Choice(name, name) for name in names[:MOST_OWN])), context
            )
        return self._generic(entry.name, key, context, decisions)

    def _lift_of(self, exercise: str, context: LogContext) -> Lift:
        lift = self._lifts[exercise]
        kept = context.own.get(exercise) if lift.own else None
        return lift if kept is None else self._lifts.of(kept)

    def _generic(self, name: Token, key: str, context: LogContext, decisions: Decisions) -> Lift:
        """A bare `rows` is the current exercise when that is a row."""
        heads = [id for id in self._words.generic[name.text.removeprefix("?")] if id in self._knowledge.exercises]
        current = context.current_exercise
        ours = current in self._knowledge.exercises
        if current is not None and ours and (current in heads or self._knowledge.family_of(current) in heads):
            decisions.note(f"`{name.said}` is the current exercise, {current}")
            return self._lifts[current]
        choices = (Choice(id, self._lifts[id].name) for id in heads[:3])
        question = f"Which {name.said if name.said.endswith('ing') else name.text.removeprefix('?')} was it?"
        wants = Wants.EXERCISE
        return self._lifts[decisions.decide(f"{key}:which", question, *choices, wants=wants, said=name.said)]

    def _likely(self, context: LogContext) -> tuple[Choice, ...]:
        recent = dict.fromkeys(one.exercise for one in reversed(context.last_sets))
        return tuple(Choice(id, self._lifts[id].name) for id in list(recent)[:3])

    # -- asking -------------------------------------------------------------------------------------------------

    def _ask(self, unclear: Unclear, tokens: list[Token], context: LogContext, decisions: Decisions) -> LogReading:
        """Each choice is read to the end; those that are still unclear then are no help as a button."""
        options = []
        for choice in unclear.choices:
            reading = self._chosen(tokens, context, {unclear.key: choice.value})
            if reading.action in (Action.RECORD, Action.CORRECT):
                label = choice.label or brief(reading.sets)
                corrects = reading.action is Action.CORRECT
                options.append(Option(label[:LABEL_LONGEST], reading.sets, reading.day, corrects))
        return LogReading(
            Action.ASK,
            question=unclear.question,
            options=tuple(options),
            trace=(*decisions.trace, f"asked: {unclear.question}"),
            wants=unclear.wants,
            said=unclear.said,
        )

    def _chosen(self, tokens: list[Token], context: LogContext, chosen: dict[str, str]) -> LogReading:
        """Read with an answer, which also stands for the yes that a "really?" would ask for next."""
        try:
            return self._decided(tokens, context, Decisions(chosen))
        except Unclear as unclear:
            if [choice.value for choice in unclear.choices] != ["yes"] or unclear.key in chosen:
                return LogReading(Action.ASK)
            return self._chosen(tokens, context, {**chosen, unclear.key: "yes"})


def _half_decimal(tokens: list[Token]) -> bool:
    """`80,8`: no plate makes 80.8, and nobody else writes a load and its repetitions so."""
    numbers = [token for token in tokens if token.kind in QUANTITIES]
    at = next((at for at, token in enumerate(tokens) if token.kind is Kind.COMMA and token.glued), len(tokens))
    trio = tokens[at - 1 : at + 2] if at else []
    if len(numbers) != 2 or len(trio) != 3 or trio[0] is not numbers[0] or trio[2] is not numbers[1]:
        return False
    return trio[2].glued and len(trio[2].text) == 1 and (trio[0].value or 0) > MOST_REPS


def _same_weight(token: Token) -> bool:
    return token.marks("same") and token.said.endswith(("weight", "load"))


def _with_last_load(sets: list[DoneSet], context: LogContext) -> list[DoneSet]:
    """`5x5 same weight`: as the set of that exercise before."""
    found = (one.load for one in reversed(context.last_sets) if sets and one.exercise == sets[0].exercise)
    load = next(found, None)
    return [replace(one, load=load) if one.load is None else one for one in sets]


def _leads_to_number(tokens: list[Token], at: int) -> bool:
    """Nothing but words of any kind, then a number; no other name."""
    for token in tokens[at : at + 3]:
        if token.kind is Kind.NUMBER:
            return True
        if token.kind not in (Kind.WORD, Kind.COLON, Kind.GAP):
            return False
    return False


def _day(dated: Dated, today: date, decisions: Decisions) -> date | None:
    if dated.never:
        raise Unclear(f"“{dated.said}” is no day that has been. Which day was it?")
    if dated.several:
        raise Unclear("There are several days in there. Send one day at a time?")
    if not dated.days:
        return None
    day = dated.days[0]
    if len(dated.days) > 1:
        choices = (Choice(one.isoformat(), f"{one:%A} {one.day} {one:%B}") for one in dated.days)
        day = date.fromisoformat(decisions.decide("day", f"Which day is {dated.said}?", *choices))
    decisions.note(f"`{dated.said}` is {day.isoformat()}")
    return None if day == today else day


def _time_of_day(token: Token, tokens: list[Token]) -> bool:
    return token.kind is Kind.CLOCK and not any(one.kind is Kind.EXERCISE for one in tokens) and len(tokens) < 4


def _repairable(words: LogWords) -> list[str]:
    """Only words that change the meaning of a line are worth repairing."""
    phrases = [
        *words.numbers,
        *words.days,
        *words.weekdays,
        *(month for month in words.months if len(month) > SHORT_MONTH),
        *words.correction.delete,
        *words.correction.cue,
    ]
    phrases += [phrase for found in words.phrases.values() for phrase in found]
    phrases += [phrase for cues in words.not_a_log.values() for phrase in (*cues.start, *cues.any, *cues.later)]
    return [word for phrase in phrases for word in phrase.split()]
