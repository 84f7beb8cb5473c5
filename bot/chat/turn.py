"""What does a handler have in its hands? One update, the athlete behind it, and the transaction it runs in."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.coaching.knowledge.catalog import Knowledge
from bot.domain.athlete import Athlete
from bot.services.coach import Coach
from bot.services.messages import Incoming
from bot.services.pain import back_to_training
from bot.services.ports import Talk, Tap, Visit, Work
from bot.services.taps_back import TakenBack, Tapped, take_back_tap, with_tap


@dataclass
class Turn:
    work: Work
    coach: Coach
    visit: Visit
    athlete: Athlete
    """As of now: a turn may change their settings."""
    incoming: Incoming

    @property
    def now(self) -> datetime:
        return self.incoming.at

    @property
    def today(self) -> date:
        return self.athlete.day(self.now)

    @property
    def chat(self) -> int:
        return self.incoming.chat

    @property
    def knowledge(self) -> Knowledge:
        return self.coach.knowledge

    @property
    def talk(self) -> Talk:
        """What the chat is about."""
        return self.visit.talk

    @property
    def by_maintainer(self) -> bool:
        return self.athlete.telegram_id in self.coach.admins

    def wait_for(self, what: str | None) -> None:
        """The next text answers this."""
        self.visit = replace(self.visit, talk=replace(self.talk, waiting_for=what, at=self.now))
        self.work.talks.put(self.chat, self.talk)

    def remember_tap(self, what: Tapped, number: int, position: int = 0) -> None:
        """So that /undo takes it back."""
        self._keep_taps(with_tap(self.work, self.athlete, self.talk.tapped, what, number, position))

    def take_back_tap(self) -> TakenBack | None:
        """The last tap, where nothing was logged after it."""
        taken, left = take_back_tap(self.work, self.athlete, self.talk.tapped)
        if left != self.talk.tapped:
            self._keep_taps(left)
        return taken

    def _keep_taps(self, taps: tuple[Tap, ...]) -> None:
        self.visit = replace(self.visit, talk=replace(self.talk, tapped=taps))
        self.work.talks.put(self.chat, self.talk)

    def back_to_card(self) -> None:
        """The card is looked at again: what was asked before is left behind."""
        if self.talk.asked_at is not None:
            self.visit = replace(self.visit, talk=back_to_training(self.talk))
            self.work.talks.put(self.chat, self.talk)

    def stop_waiting(self) -> None:
        if self.talk.waiting_for is not None:
            self.wait_for(None)
