"""What is answered to an update? The way in for every update: find its handler, word its trouble, give calls back."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from bot.chat.errors import worded
from bot.chat.handlers.advise import hear_pain, tells_flag
from bot.chat.handlers.hear import hear
from bot.chat.handlers.help import refuse_command, refuse_content
from bot.chat.handlers.import_file import take_file
from bot.chat.handlers.settings import hear_location
from bot.chat.press import Press as Pressed
from bot.chat.reply import CARD, Place, Said, Toast
from bot.chat.routes import BY_NAME, FOR_MAINTAINERS, PRESSES
from bot.chat.send import outgoing, removal, to_calls
from bot.chat.turn import Turn
from bot.chat.views.broadcast import as_sent, progress
from bot.chat.views.card import card, card_moved
from bot.chat.views.help import only_in_private
from bot.chat.views.push import missed_before, push
from bot.chat.views.timers import ring
from bot.chat.views.wrong import late_answer
from bot.domain.athlete import day_of
from bot.domain.errors import (
    CoachError,
    FileGone,
    NoOpenSession,
    NoteGone,
    NothingToUndo,
    PushOver,
    QuestionClosed,
    ReminderGone,
    ScreenOutdated,
    SetGone,
)
from bot.services.broadcast import Standing
from bot.services.broadcasts import Broadcast, screen_of
from bot.services.coach import Coach
from bot.services.messages import (
    ChatKind,
    File,
    Incoming,
    Membership,
    Other,
    Outgoing,
    Press,
    Priority,
    Text,
)
from bot.services.messages import (
    Place as Location,
)
from bot.services.ports import Work
from bot.services.push import Push
from bot.services.ring import Ring, over
from bot.services.timers import TimerKind
from bot.services.unanswered import LateAnswer
from bot.services.workout import current_card

CANCEL = "cancel"
"""The one command that is about what the chat waits for."""
HEARD_BY_THEMSELVES = frozenset({"log", "broadcast"})
"""Commands whose words are a set that may hurt, and words to others."""
OVER_THE_CHAT = (NothingToUndo, QuestionClosed, SetGone, NoteGone, FileGone, ReminderGone, PushOver)
"""What is told of a tap over the chat: it need not stay in it, nor take the place of what was pressed."""
OLD_BUTTON = "An old button. This is how it stands."


def respond(work: Work, coach: Coach, incoming: Incoming) -> Sequence[Outgoing]:
    """The calls that answer one update. What it changes is in `work`; whoever commits it sends them."""
    if incoming.person is None or incoming.kind is not ChatKind.PRIVATE:
        return _outside(incoming)
    if isinstance(incoming.content, Membership):
        _came_or_went(work, incoming, incoming.content)
        return ()
    visit = work.athletes.visit(incoming.person, incoming.chat, incoming.at)
    turn = Turn(work, coach, visit, visit.athlete, incoming)
    calls = to_calls([*_untold(turn), *_say(turn)], incoming)
    if visit.rung:
        calls += [removal(turn.chat, kind) for kind in over(work, turn.athlete, turn.chat)]
    return calls


def _untold(turn: Turn) -> list[Said]:
    """What is told once before anything else: pushes that did not come. Told before the turn, which may delete all."""
    missed = turn.work.push_states.tell(turn.athlete.id) if turn.visit.missed else None
    return [missed_before(missed, day_of(turn.now, turn.athlete.zone))] if missed else []


def _came_or_went(work: Work, incoming: Incoming, membership: Membership) -> None:
    """Only of people who are known: whoever deleted everything and blocks the bot leaves no new trace."""
    athlete = work.athletes.find(incoming.person.id) if incoming.person else None
    if athlete is not None:
        work.athletes.present(athlete.id, here=membership.here, now=incoming.at)


def _outside(incoming: Incoming) -> Sequence[Outgoing]:
    """In groups a command is answered with the way to the private chat, all else is left alone, as channels are."""
    said = incoming.content
    to_us = isinstance(said, Text) and said.text.startswith(("/start", "/help")) and not said.edited
    if incoming.kind is ChatKind.GROUP and to_us:
        return to_calls([only_in_private()], incoming)
    return to_calls((), incoming)


def _say(turn: Turn) -> list[Said]:
    try:
        return list(_handle(turn))
    except ScreenOutdated as fault:
        return _todays(turn, fault)
    except CoachError as fault:
        said = worded(fault)
        pressed = isinstance(turn.incoming.content, Press) and isinstance(fault, OVER_THE_CHAT)
        return [Toast(str(said.text), alert=True) if pressed else said]


def _handle(turn: Turn) -> Iterable[Said]:
    match turn.incoming.content:
        case Press(data=data):
            pressed = Pressed.unpack(data)
            turn.stop_waiting()
            return PRESSES[type(pressed)](turn, pressed)
        case Text(text=text, edited=False, forwarded=False) if text.startswith("/"):
            return _command(turn, text)
        case Text() as said:
            return hear(turn, said)
        case Location() as place:
            return hear_location(turn, place)
        case File() as file:
            return take_file(turn, file)
        case Other() as content:
            return refuse_content(content)
        case Membership():
            return ()


def _command(turn: Turn, text: str) -> Iterable[Said]:
    """`/remind@thisbot 18:30` as Telegram sends it: the name, perhaps whose, and what follows. A red flag that is told
    there is answered, and nothing else done."""
    first, *rest = text.split(maxsplit=1)
    name = first[1:].partition("@")[0].lower()
    known = FOR_MAINTAINERS if turn.by_maintainer else BY_NAME
    command = known.get(name)
    said = rest[0].strip() if rest else ""
    if command is not None and name != CANCEL:
        turn.stop_waiting()
    if said and name not in HEARD_BY_THEMSELVES and tells_flag(turn, said):
        return hear_pain(turn, said)
    if command is None:
        return refuse_command(first, known)
    return command.handler(turn, said)


def _todays(turn: Turn, fault: ScreenOutdated) -> list[Said]:
    """An old button: the card as it stands today. Where the card is another message, that one comes new at the end of
    the chat and the old one loses its buttons; without an open session there is the offer to open one."""
    try:
        shown = current_card(turn.work, turn.athlete, turn.now)
    except NoOpenSession:
        return [Toast(OLD_BUTTON), worded(fault)]
    pressed, newest = turn.incoming.content, turn.work.outbox.screen(turn.chat, CARD)
    if newest is None or (isinstance(pressed, Press) and pressed.message_id == newest):
        return [Toast(OLD_BUTTON), card(shown, turn.knowledge, place=Place.PRESSED)]
    return [Toast(OLD_BUTTON), card_moved(), card(shown, turn.knowledge)]


def word_push(due: Push, coach: Coach, until: datetime | None = None) -> Sequence[Outgoing]:
    """The daily push as a call, behind every answer; past `until` it is not sent any more."""
    return [replace(outgoing(push(due, coach.knowledge), due.reminder.chat, None, Priority.BULK), until=until)]


def word_ring(due: Ring, coach: Coach) -> Sequence[Outgoing]:
    """What a timer says, in place of what it said before. The end of a rest goes with the answers, to the second."""
    priority = Priority.ANSWER if due.kind is TimerKind.REST else Priority.BULK
    said = replace(outgoing(ring(due, coach.knowledge), due.chat, None, priority), until=due.until)
    return [removal(due.chat, due.kind), said] if due.replaces else [said]


def word_late(late: LateAnswer) -> Sequence[Outgoing]:
    """A late answer as a call, behind all others."""
    return [outgoing(late_answer(late), late.question.chat, None, Priority.BULK)]


def word_broadcast(broadcast: Broadcast, chat: int) -> Outgoing:
    """A message to everybody as a call, behind every answer; remembered in its chat once Telegram took it."""
    return outgoing(as_sent(broadcast.text, screen_of(broadcast.id)), chat, None, Priority.BULK)


def word_progress(standing: Standing) -> Outgoing:
    """How far it is, in place of what its maintainer pressed."""
    return outgoing(progress(standing, place=Place.SCREEN), standing.broadcast.chat, None)


def apology(chat: int, sentence: str) -> Outgoing:
    """What a chat is told when an update could not be handled."""
    return Outgoing(chat, "sendMessage", {"chat_id": chat, "text": sentence})
