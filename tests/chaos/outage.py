"""Is anything lost, said twice or left for good when the database is locked, full or away while people write?

One trouble that the bot lives through, with sets coming all the time, and how soon after it everybody is answered; then
a short one at whose end the bot is killed, so that what it acknowledged and only remembered would be lost.
"""

import random
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import IO

from tests.chaos.ailments import AILMENTS, Ailment, Ward
from tests.chaos.check import Findings, check
from tests.chaos.trial import WHOLE, Plan, Start, Trial, confirmed, kept_in, let_run, settle
from tests.processes import Telegram, free_port, stand_in, webhook_settings

AGAIN = 0.2
"""How long the second trouble is, of the first."""

EVERY_SECONDS = 0.1
TALKER = 3001
LONG = "/cancel " + "so " * 1200
"""One more person writes what fills a page and is soon answered: a full database takes a little where there is room."""

MOST_LINES = 60
"""In the log, of both troubles: each of a dozen parts of the bot says that it cannot reach it, in which other way, and
when it can again."""

PATIENCE = 90
RECOVERED_WITHIN = 60


@dataclass(frozen=True, slots=True)
class Illness:
    name: str
    seconds: float
    reported: int
    findings: Findings
    recovery: float
    """Seconds from the end of the trouble until everybody was answered."""
    after_kill: float
    """The same for the second trouble, from the new start; on PostgreSQL replies wait for the lease of who died."""
    repeats: int
    """Answers that came twice although nobody was killed."""
    other: int
    """Messages that are no answer to a set: nobody needs to hear of the trouble."""
    lines: int
    waiting: tuple[int, int]
    log: str

    @property
    def good(self) -> bool:
        return (
            not self.findings
            and self.waiting == (0, 0)
            and max(self.recovery, self.after_kill) <= RECOVERED_WITHIN
            and (self.repeats, self.other) == (0, 0)
            and self.lines <= MOST_LINES
        )


@dataclass(slots=True)
class Bed:
    """A bot and its people, in one trouble after the other."""

    ward: Ward
    ailment: Ailment
    trial: Trial
    log: IO[bytes]
    more: Mapping[str, str]
    answers: dict[tuple[int, str], int] = field(default_factory=dict)
    other: int = 0
    _seen: int = 0

    @property
    def telegram(self) -> Telegram:
        return self.trial.telegram

    def start(self) -> None:
        module = ["tests.chaos.full", str(self.ward.full), str(self.ward.lease)]
        settings = {"LOG_LEVEL": "WARNING", **self.more}
        self.ward.bot = self.trial.plan.start.bot(self.telegram, self.ward.url, module, self.log, settings)
        self.trial.bots[:] = [self.ward.bot]

    def fall_ill(self, seconds: float, *, killed: bool = False) -> None:
        with self.ailment(self.ward):
            until = time.monotonic() + seconds
            while time.monotonic() < until:
                self.trial.report_sets(1)
                self.telegram.do("feed", says=[[TALKER, LONG]])
                let_run(self.trial.bots[0], EVERY_SECONDS)
            if self.trial.bots[0].poll() is not None:
                raise AssertionError(f"the bot ended with code {self.trial.bots[0].returncode}: {self.said()}")
            if killed:
                self.trial.kill()

    def recovered(self) -> float:
        """Seconds until everybody is answered; too many where somebody is not."""
        since = time.monotonic()
        wanted = {(person, load) for person, loads in self.trial.reported.items() for load in loads}
        while time.monotonic() < since + PATIENCE:
            self.hear()
            if wanted <= self.answers.keys():
                return time.monotonic() - since
            let_run(self.trial.bots[0], 0.05)
        return PATIENCE

    def said(self) -> str:
        self.log.seek(0)
        return self.log.read().decode()

    def hear(self) -> None:
        news = self.telegram.show("calls", since=self._seen, method="sendMessage")
        self._seen = news["next"]
        for call in news["calls"]:
            said = confirmed(call)
            self.other += call["status"] == 200 and not said and str(call["parameters"]["chat_id"]) != str(TALKER)
            for one in said:
                self.answers[one] = self.answers.get(one, 0) + 1


def run(name: str, ward: Ward, seconds: float, *, webhook: bool = False, start: Start = WHOLE) -> Illness:
    """The tables must be there, and nobody in them."""
    more = webhook_settings(free_port()) if webhook else {}
    with stand_in("tests.chaos.stand_in") as telegram, tempfile.NamedTemporaryFile() as log:
        trial = Trial(Plan(ward.url, start=start), telegram, random.Random(1), more)
        bed = Bed(ward, AILMENTS[name], trial, log, more)
        try:
            bed.start()
            trial.report_one_each()
            bed.recovered()
            bed.other = 0  # so far, those are welcomes
            bed.fall_ill(seconds)
            recovery = bed.recovered()
            repeats = sum(bed.answers.values()) - len(bed.answers)
            bed.fall_ill(seconds * AGAIN, killed=True)
            bed.start()
            trial.report_sets(1)  # its answer shows that it is up
            after_kill = bed.recovered()
            settle(trial)
            trial.stop()
        finally:
            trial.kill()
        bed.hear()
        said = bed.said()
    kept, waiting = kept_in(ward.url)
    answered = {one: [load for person, load in bed.answers if person == one] for one in trial.reported}
    if "Traceback" in said:
        raise AssertionError(said)
    return Illness(
        name=name,
        seconds=seconds,
        reported=sum(map(len, trial.reported.values())),
        findings=check(trial.reported, kept, answered),
        recovery=recovery,
        after_kill=after_kill,
        repeats=repeats,
        other=bed.other,
        lines=len(said.splitlines()),
        log=said,
        waiting=waiting,
    )
