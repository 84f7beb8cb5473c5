"""How does it go? What a maintainer sees, on one short screen: numbers, nobody's words."""

from datetime import datetime

from bot.chat.buttons.of_maintainers import ShowStats
from bot.chat.markup import Html, bold, line, lines
from bot.chat.reply import Button, Place, Reply, row, rows
from bot.chat.views.sets import counted
from bot.services.figures import Depths, Use


def stats(use: Use, depths: Depths, now: datetime, *, place: Place) -> Reply:
    text = lines(
        line(
            bold(f"{use.people:,}"),
            " person" if use.people == 1 else " people",
            f", {use.gone:,} blocked me" if use.gone else "",
        ),
        line(bold(f"{use.active_7:,}"), " trained in 7 days, ", bold(f"{use.active_28:,}"), " in 28"),
        line(*_many(use.sets, "working set"), ", ", *_many(use.sessions, "session"), " finished"),
        line(*_many(use.questions, "question"), " unanswered"),
        line(*_many(depths.dead, "dead letter")),
        line(
            *_many(depths.outbox, "message"),
            " waits" if depths.outbox == 1 else " wait",
            " to go out",
            _age(depths, now),
        ),
    )
    return Reply(text, rows(row(Button("Again", ShowStats()))), place)


def _many(number: int, thing: str) -> tuple[Html, str]:
    """The number in bold, and what it counts."""
    count, of_what = counted(number, thing).split(maxsplit=1)
    return bold(count), f" {of_what}"


def _age(depths: Depths, now: datetime) -> str:
    """This turn's own reply is not among them yet."""
    if depths.outbox_since is None:
        return ""
    return f", the oldest for {max((now - depths.outbox_since).total_seconds(), 0):,.0f} s"
