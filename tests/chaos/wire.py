"""Is a reply missing, or repeated without a reason, when calls fail in each way that a network has, alone and mixed?

A fault that carried the call out although the bot saw none of it may repeat a message once; so may a kill, one
in each chat. A refusal (400, 403) ends the call it is about, and a 403 what waits for the same chat, but nobody
else's.
"""

import random
import time
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.local.faults import KINDS
from tests.chaos.check import Findings, Sets, check
from tests.chaos.trial import WHOLE, Plan, Start, Trial, confirmed, kept_in, settle
from tests.processes import stand_in

SHARE = 0.2
REFUSED = ("400", "403")
AMBIGUOUS = frozenset(kind for kind, carried_out in KINDS.items() if carried_out and kind != "slow")
MIXED = "mixed"
SHARE_MIXED = 0.03
"""Of each kind, so that a third of the calls fail."""

SETS = 200
BEFORE_A_FAULT = 2
ABOUT: Mapping[str, Mapping[str, object]] = {
    "400": {"description": "Bad Request: message is too odd"},
    "429": {"retry_after": 1},
}

ALONE = sorted(KINDS)
Fault = Mapping[str, object]


def rules_of(kind: str) -> Sequence[Fault]:
    """A refusal meets one person (the first) three times; anything else a share of everybody's messages."""
    if kind == MIXED:
        return [rule(one, share=SHARE_MIXED) for one in sorted(set(KINDS) - set(REFUSED))]
    if kind in REFUSED:
        return [rule(kind, chat_id=2001, count=3, skip=BEFORE_A_FAULT)]
    return [rule(kind, share=SHARE)]


def rule(kind: str, **when: float) -> Fault:
    return {"kind": kind, "method": "sendMessage", "seconds": 0.3, **ABOUT.get(kind, {}), **when}


@dataclass(frozen=True, slots=True)
class Wire:
    kind: str
    kills: int
    reported: int
    struck: int
    """Calls that met a fault."""
    ambiguous: int
    findings: Findings
    refused: int
    """Replies that Telegram refused, or that waited behind a 403: the rest has to be there."""
    repeats: int
    may_repeat: int
    """Because of kills."""
    waiting: tuple[int, int]
    seconds: float

    @property
    def _may_be_refused(self) -> range:
        """Exactly those that met a 400; those that met a 403, and what waited behind them."""
        if self.kind not in REFUSED:
            return range(1)
        return range(self.struck, self.struck + 1 if self.kind == "400" else self.reported)

    @property
    def good(self) -> bool:
        return (
            not self.findings
            and self.waiting == (0, 0)
            and self.struck > 0
            and self.refused in self._may_be_refused
            and self.repeats <= self.ambiguous + self.may_repeat
        )


def run(url: str, kind: str, sets: int, kills: int = 0, seed: int = 1, start: Start = WHOLE) -> Wire:
    """So many sets while calls fail, then one of each person while none does."""
    started = time.monotonic()
    with stand_in("tests.chaos.stand_in") as telegram:
        telegram.do("faults", rules=rules_of(kind))
        plan = Plan(url, kills=kills, sets_per_kill=max(1, sets // max(kills, 1)), seed=seed, start=start)
        trial = Trial(plan, telegram, random.Random(seed), {})
        try:
            for _ in range(kills):
                trial.kill_one()
            if not kills:
                trial.report_sets(sets)
            trial.start_missing()
            settle(trial)
            telegram.do("faults", clear=True)
            last = trial.report_one_each()
            settle(trial)
            trial.stop()
        finally:
            trial.kill()
        calls = telegram.show("calls", method="sendMessage")["calls"]
    return _report(trial, kind, calls, last, started)


def _report(trial: Trial, kind: str, calls: Sequence[Mapping[str, object]], last: Sets, started: float) -> Wire:
    answered = defaultdict(list)
    for call in calls:
        for person, load in confirmed(call):
            answered[person].append(load)
    kept, waiting = kept_in(trial.plan.database_url)
    refused = {2001: _unanswered(trial.reported[2001], answered[2001], last[2001])} if kind in REFUSED else {}
    come_or_refused = {one: [*answered[one], *refused.get(one, ())] for one in trial.reported}
    return Wire(
        kind=kind,
        kills=trial.plan.kills,
        reported=sum(map(len, trial.reported.values())),
        struck=sum(bool(call["fault"]) for call in calls),
        ambiguous=sum(call["fault"] in AMBIGUOUS for call in calls),
        findings=check(trial.reported, kept, come_or_refused),
        refused=sum(map(len, refused.values())),
        repeats=sum(count - 1 for loads in answered.values() for count in Counter(loads).values()),
        may_repeat=trial.plan.may_repeat,
        waiting=waiting,
        seconds=time.monotonic() - started,
    )


def _unanswered(reported: Sequence[str], answered: Sequence[str], last: Sequence[str]) -> Sequence[str]:
    return [load for load in reported if load not in answered and load not in last]
