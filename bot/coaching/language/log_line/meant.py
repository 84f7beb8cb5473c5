"""Which lift does an entry mean: the one it names, the one under way, one of several?"""

from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.language.log_line.entries import Entry
from bot.coaching.language.log_line.exercises import NEAR, OTHER
from bot.coaching.language.log_line.lift import Lift, Lifts
from bot.coaching.language.log_line.own import SEVERAL, OwnNames
from bot.coaching.language.log_line.reading import LogContext
from bot.coaching.language.log_line.tokens import Token
from bot.coaching.language.log_line.unclear import Choice, Decisions, Wants
from bot.coaching.language.log_line.words import LogWords

MOST_OWN = 5
"""Lifts of one's own offered for one name."""


class Meant:
    def __init__(self, knowledge: Knowledge, words: LogWords, lifts: Lifts) -> None:
        self._knowledge = knowledge
        self._words = words
        self._lifts = lifts

    def left_out(self, entry: Entry, index: int, count: int, decisions: Decisions) -> bool:
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

    def lift(self, entry: Entry, key: str, context: LogContext, decisions: Decisions) -> Lift:
        current = context.current_exercise
        if entry.name is None:
            if current is not None:
                decisions.note(f"no exercise is named: the current one, {current}")
                return self.lift_of(current, context)
            likely = self._likely(context)
            return self._lifts[
                decisions.decide(f"{key}:which", "Which exercise was that?", *likely, wants=Wants.EXERCISE)
            ]
        if entry.name.text in self._lifts:
            decisions.note(f"`{entry.name.said}` is {entry.name.text}")
            return self.lift_of(entry.name.text, context)
        if entry.name.text.startswith(NEAR):
            return self._lifts[entry.name.text.removeprefix(NEAR)]
        if entry.name.text.startswith(SEVERAL):
            names = OwnNames(context.own).called(entry.name.text.removeprefix(SEVERAL))
            question = f"Which {entry.name.said} was it?"
            return self.lift_of(
                decisions.decide(f"{key}:which", question, *(Choice(name, name) for name in names[:MOST_OWN])), context
            )
        return self._generic(entry.name, key, context, decisions)

    def lift_of(self, exercise: str, context: LogContext) -> Lift:
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
