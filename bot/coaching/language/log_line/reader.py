"""What does a line of text say was lifted?"""

from dataclasses import replace
from datetime import date

from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.language.log_line.ago import Ago, day_token, last_week
from bot.coaching.language.log_line.answers import Answers
from bot.coaching.language.log_line.corrections import Corrections
from bot.coaching.language.log_line.dates import Dated, Dates
from bot.coaching.language.log_line.entries import QUANTITIES, Entry, entries
from bot.coaching.language.log_line.exercises import NEAR, OTHER
from bot.coaching.language.log_line.gate import Gate
from bot.coaching.language.log_line.grammar import read_entry
from bot.coaching.language.log_line.instead_of import without_what_was_left
from bot.coaching.language.log_line.lift import Lifts
from bot.coaching.language.log_line.looking_back import SHORT, LookingBack
from bot.coaching.language.log_line.marks import Marks
from bot.coaching.language.log_line.meant import Meant
from bot.coaching.language.log_line.numbers import MOST_REPS, decimal_commas
from bot.coaching.language.log_line.own import OwnNames
from bot.coaching.language.log_line.reading import Action, LogContext, LogReading, Option
from bot.coaching.language.log_line.remarks import Remarks
from bot.coaching.language.log_line.render import brief
from bot.coaching.language.log_line.repeats import Repeats
from bot.coaching.language.log_line.scanner import Scanner
from bot.coaching.language.log_line.screen import Screen
from bot.coaching.language.log_line.tokens import Kind, Token
from bot.coaching.language.log_line.unclear import Choice, Decisions, Unclear
from bot.coaching.language.log_line.wording import Wording
from bot.coaching.language.log_line.words import LogWords
from bot.domain.training import DoneSet

MOST_NUMBERS = 300
"""More are no message but a file; reading them one against the other would take long."""
LABEL_LONGEST = 40
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
NO_LOG = LogReading(Action.NONE, trace=("it holds no number, and puts nothing right",))


class LogReader:
    """Reads one text. The same text in the same context is read the same; no text raises."""

    def __init__(self, knowledge: Knowledge, words: LogWords) -> None:
        self._wording = wording = Wording(knowledge, words)
        self._telling = frozenset(word for phrases in words.phrases.values() for one in phrases for word in one.split())
        self.answers = Answers(words)
        self._lifts = Lifts(knowledge, words)
        self._meant = Meant(knowledge, words, self._lifts)
        self._marks = Marks(words)
        self._dates = Dates(words)
        self._ago = Ago(words)
        self._screen = Screen(words)
        self._remarks = remarks = Remarks(words)
        self._corrections = Corrections(words, self._lifts, self._marks, remarks)
        self._repeats = Repeats(words, self._marks)
        self._gate = Gate(words, wording.vocabulary, wording.spelling, wording.names, remarks, self._repeats)
        self.looking_back = LookingBack(wording, self._gate, self._dates, remarks, self._marks)

    def read(self, text: str, context: LogContext) -> LogReading:
        return self.read_closely(text, context) if self._gate.lets(text) else NO_LOG

    def read_closely(self, text: str, context: LogContext) -> LogReading:
        """The same of any text, without a look at its words first."""
        tokens = self._wording.tokens(text)
        if not tokens:
            return LogReading(Action.NONE, trace=("there is nothing to read",))
        if self._may_be_own(tokens) and context.own:
            tokens = self._wording.tokens(text, OwnNames(context.own, self._telling))
        if context.current_exercise is not None and context.current_exercise not in self._lifts:
            context = replace(context, current_exercise=None)
        decisions = Decisions()
        try:
            return self._decided(tokens, context, decisions)
        except Unclear as unclear:
            return self._ask(unclear, tokens, context, decisions)

    def lift_named(self, text: str) -> str | None:
        """The exercise that a text names and nothing else: `deadlifts`, `lat pull down`; None for any other text."""
        tokens = self._wording.tokens(text)
        only = len(tokens) == 1 and tokens[0].kind is Kind.EXERCISE
        return tokens[0].text if only and tokens[0].text in self._lifts else None

    def led_by_a_lift(self, text: str) -> tuple[str, str] | None:
        """The exercise that a text begins with, and the rest; None where it names none, or nothing else.

        A word such as `wide` or `hook` behind the name is not a part of it here.
        """
        words = text.split()
        found = self._wording.names.written_first(words)
        if found is None:
            named = ((self.lift_named(" ".join(words[:length])), length) for length in range(1, NAME_LONGEST + 1))
            found = next(((id, length) for id, length in named if id is not None), None)
        if found is None or found[1] >= len(words):
            return None
        return found[0], " ".join(words[found[1] :])

    def tells_of_a_set(self, text: str, *, card: bool = False) -> bool:
        """A lift, and numbers as sets are written: what was read as something else, and asks nothing. `card`: a lift is
        under way, so that none need be named."""
        if not self._gate.lets(text):
            return False
        tokens = self._wording.tokens(text)
        said = {word for token in tokens for word in (token.said or token.text).split()}
        if any(token.kind is Kind.QUESTION for token in tokens) or not said.isdisjoint(ASKING):
            return False
        written = [token.kind for token in tokens]
        numbers = any(
            written[at : at + 3] == [Kind.NUMBER, Kind.TIMES, Kind.NUMBER]
            or (kind is Kind.NUMBER and at + 1 < len(tokens) and tokens[at + 1].text in WEIGHED)
            for at, kind in enumerate(written)
        )
        named = any(token.kind is Kind.EXERCISE and token.text in self._lifts for token in tokens)
        return numbers and (card or named)

    def names_of(self, exercise: str) -> tuple[str, ...]:
        return tuple(self._wording.names.named.get(exercise, ()))

    # -- the steps ----------------------------------------------------------------------------------------------

    def _may_be_own(self, tokens: list[Token]) -> bool:
        """A lift that is none of ours, or a word that sets are not told in."""
        return any(
            (token.kind is Kind.EXERCISE and token.text.startswith((OTHER, NEAR)))
            or (token.kind is Kind.WORD and len(token.text) >= SHORTEST_NAME and token.text not in self._telling)
            for token in tokens
        )

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
        if corrected is not None and corrected.more:
            return LogReading(Action.RECORD, corrected.more, repeats=True)
        return None if corrected is None else LogReading(Action.CORRECT, corrected.sets, corrected.day)

    def _repeated(self, dated: Dated, context: LogContext, decisions: Decisions) -> LogReading | None:
        sets = self._repeats.read(dated.tokens, context, self._lifts, decisions)
        if sets is None:
            return None
        day = _day(dated, context.today, decisions)
        return LogReading(Action.RECORD, sets, day, repeats=not dated.days)

    def _recorded(self, tokens: list[Token], context: LogContext, decisions: Decisions) -> LogReading | None:
        tokens = self._on_a_day(self._ago.dated(without_what_was_left(tokens), context.today), context, decisions)
        why, kept = self._screen.judge(tokens, card=context.current_exercise is not None)
        if why is not None:
            decisions.note(why)
            return None
        dated = self._dates.take(kept, context.today)
        marked = decimal_commas(self._marks.mark(self._marks.without_asides(dated.tokens)))
        timed = context.current_exercise is not None and self._meant.lift_of(context.current_exercise, context).timed
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
        found = [
            entry for index, entry in enumerate(found) if not self._meant.left_out(entry, index, len(found), decisions)
        ]
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

    def _entry(self, entry: Entry, key: str, context: LogContext, decisions: Decisions) -> list[DoneSet]:
        lift = self._meant.lift(entry, key, context, decisions)
        if entry.name is not None and {"assisted", "banded"} & set(entry.name.said.split()):
            lift = replace(lift, assisted=lift.assistable)
        lift = replace(lift, usual=lambda: context.loads.get(lift.id))
        sets = read_entry(Scanner(entry.tokens, lift).scan(), lift, context.unit, context.bar, decisions, key)
        return _with_last_load(sets, context) if any(map(_same_weight, entry.tokens)) else sets

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
            missed=unclear.missed,
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
