"""What happens at /help, /cancel, and at what the coach has no use for?"""

from collections.abc import Iterable
from dataclasses import replace

from rapidfuzz import process

from bot.chat.reply import Place, Said
from bot.chat.turn import Turn
from bot.chat.views.help import cancelled, cannot_use, edited, forwarded, help_screen, unknown_command
from bot.chat.views.imports import SCREEN
from bot.chat.views.imports import dropped as file_dropped
from bot.services.cancel import cancel
from bot.services.messages import Other

CLOSE_ENOUGH = 60
"""Of 100: /wrokout is /workout, /weather is nothing."""


def show_help(turn: Turn, _: str) -> Iterable[Said]:
    yield help_screen(maintainer=turn.by_maintainer)


def cancel_waiting(turn: Turn, _: str) -> Iterable[Said]:
    dropped = turn.work.uploads.drop(turn.athlete.id)
    if dropped:
        yield replace(file_dropped(), place=Place.SCREEN, screen=SCREEN)
    yield cancelled(was_waiting=cancel(turn.work, turn.chat) or dropped)


def refuse_command(said: str, known: Iterable[str]) -> Iterable[Said]:
    near = process.extractOne(said.lstrip("/"), list(known), score_cutoff=CLOSE_ENOUGH)
    yield unknown_command(said, near[0] if near else None)


def refuse_content(content: Other) -> Iterable[Said]:
    if not content.edited:
        yield cannot_use(content.kind)


def refuse_edit() -> Iterable[Said]:
    yield edited()


def refuse_forward() -> Iterable[Said]:
    yield forwarded()
