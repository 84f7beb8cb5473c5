"""Is a stuck lift due for a block of other repetitions, or in one? Where it is neither, the plan's are asked.

After the second standstill at a load another light week is no answer: other repetitions are, for some weeks
(`knowledge/blocks.yaml`; practice, as in `knowledge/topics/progression.yaml`). Nothing is stored: a block is seen by
what the sessions asked for, so a plan made anew in the middle of one can be taken for it until it would have ended.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from bot.coaching.knowledge.progressing import Block
from bot.coaching.progression.facts import BODY, Rack
from bot.coaching.progression.judging import Judged
from bot.coaching.progression.past import Past
from bot.coaching.progression.stalling import stuck
from bot.domain.advice import Advice, Why
from bot.domain.training import GaveOut, Method, RepRange

METHODS = frozenset({Method.DOUBLE, Method.LINEAR})
"""The others set the load by effort or by the maximum, or are a road of their own."""
GENTLE = Decimal(7)
"""Nothing is tried out where no more than this effort is asked: something hurts."""


@dataclass(frozen=True, slots=True)
class Spell:
    """`begins`: today is its first time."""

    rule: Block
    reps: RepRange
    begins: bool

    def of(self, past: Past) -> Past:
        """The past seen with the eyes of the block; within it repetitions come first, then the load."""
        sets = self.rule.sets or past.plan.sets
        return replace(past, plan=replace(past.plan, reps=self.reps, sets=sets, method=Method.DOUBLE))


def spell_of(past: Past) -> Spell | None:
    """None where the plan's own repetitions are asked."""
    run, before = _run(past)
    if before is not None:
        rule = _rule(past, before)
        if rule is None or (past.today - run[-1].bout.day).days >= rule.days:
            return None
        return Spell(rule, _reps(rule, before), begins=False)
    hurt = past.last.bout.gave_out is GaveOut.LOWER_BACK
    rule = _rule(past, past.last) if not hurt and stuck(past) and not tried(past) else None
    if rule is None or _reps(rule, past.last) == past.plan.reps:
        return None
    return Spell(rule, _reps(rule, past.last), begins=True)


def tried(past: Past) -> bool:
    """Whether other repetitions were tried within what is looked back on, and the lift has come no further since."""
    blocks = (at for at in range(len(past.bouts) - 1) if _is_of_a_block(past, past.bouts[at:]))
    return any(past.last.amount <= past.bouts[at + 1].amount for at in blocks)


def begun(past: Past, spell: Spell) -> Advice:
    """Its first time: never with more than last time; more repetitions take a load that they can be done with."""
    aim = past.load_for(past.last, spell.reps.high)
    amount = min(past.held, past.loads.at_most(aim)) if past.grows else past.held
    goal, weeks = past.loads.said(past.held), spell.rule.days // 7
    return spell.of(past).advise(amount, spell.reps.low, Why.BLOCK, block=spell.reps, goal=goal, times=weeks)


def _run(past: Past) -> tuple[Sequence[Judged], Judged | None]:
    """The bouts of the block that the newest one belongs to, and the one before it; None where it belongs to none."""
    asked = next((one.bout.asked for one in past.bouts if one.bout.asked is not None), None)
    run: list[Judged] = []
    for one in past.bouts:
        if one.bout.asked not in (None, asked):
            break
        run.append(one)
    rest = past.bouts[len(run) :]
    if asked is None or not rest or not _is_of_a_block(past, (run[-1], *rest)):
        return (), None
    return run, rest[0]


def _is_of_a_block(past: Past, bouts: Sequence[Judged]) -> bool:
    """Whether the first was asked for other repetitions than the plan's, and the next for the plan's, so that it is
    the first of a block."""
    first, before = bouts[:2]
    if before.bout.asked != past.plan.reps or first.bout.asked in (None, past.plan.reps):
        return False
    rule = _rule(past, before)
    return rule is not None and first.bout.asked == _reps(rule, before)


def _rule(past: Past, at: Judged) -> Block | None:
    plan, facts = past.plan, past.facts
    gentle = plan.rpe is not None and plan.rpe <= GENTLE
    if plan.timed or plan.method not in METHODS or facts.rack is Rack.BAND or gentle:
        return None
    body = facts.rack in BODY and at.amount == 0
    return next((one for one in facts.blocks if one.fits(plan.reps, light=facts.light and not body, body=body)), None)


def _reps(rule: Block, at: Judged) -> RepRange:
    if rule.reps is not None:
        return RepRange(*rule.reps)
    low = max(1, at.counts[0] * (rule.part or 100) // 100)
    return RepRange(low, low + 1)
