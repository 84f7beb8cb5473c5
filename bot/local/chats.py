"""What has been said where? A chat keeps its messages as the Bot API shows them, newest version only."""

from dataclasses import dataclass, field

from bot.local.errors import Json

GROUPS = ("group", "supergroup")


@dataclass(slots=True)
class Chat:
    """A private chat, a group or a channel, seen by one bot."""

    record: Json  # the Chat object that messages carry
    messages: dict[int, Json] = field(default_factory=dict)
    members: set[int] = field(default_factory=set)
    started: bool = False  # in a private chat: has the person written first?
    blocked: bool = False  # by the person, or the bot was thrown out
    reply_keyboard: Json | None = None
    pinned: int | None = None

    @property
    def id(self) -> int:
        number: int = self.record["id"]
        return number

    @property
    def kind(self) -> str:
        kind: str = self.record["type"]
        return kind

    def transcript(self) -> list[Json]:
        """Everything that stands in the chat now, oldest first."""
        return [self.messages[number] for number in sorted(self.messages)]

    def last(self) -> Json:
        """The newest message; an empty chat is the caller's mistake."""
        if not self.messages:
            raise LookupError(f"chat {self.id} is empty")
        return self.messages[max(self.messages)]


@dataclass(slots=True)
class Query:
    """A tapped button that spins until the bot answers."""

    id: str
    person: int
    chat: int
    message_id: int
    data: str
    asked_at: float
    answer: Json | None = None
