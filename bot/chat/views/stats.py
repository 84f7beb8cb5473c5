"""How does it go? What a maintainer sees, on one short screen: numbers, nobody's words."""

from datetime import datetime

from bot.chat.maintainer_buttons import ShowStats
from bot.chat.markup import bold, line, lines
from bot.chat.reply import Button, Place, Reply, row, rows
from bot.services.figures import Depths, Use


def stats(use: Use, depths: Depths, now: datetime, *, place: Place) -> Reply:
    text = lines(
        line(bold(f"{use.people:,}"), " people", f", {use.gone:,} blocked me" if use.gone else ""),
        line(bold(f"{use.active_7:,}"), " trained in 7 days, ", bold(f"{use.active_28:,}"), " in 28"),
        line(bold(f"{use.sets:,}"), " sets, ", bold(f"{use.sessions:,}"), " sessions finished"),
        line(bold(f"{use.questions:,}"), " questions unanswered"),
        line(bold(f"{depths.dead:,}"), " dead letters"),
        line(bold(f"{depths.outbox:,}"), " messages wait to go out", _age(depths, now)),
    )
    return Reply(text, rows(row(Button("Again", ShowStats()))), place)


def _age(depths: Depths, now: datetime) -> str:
    """This turn's own reply is not among them yet."""
    if depths.outbox_since is None:
        return ""
    return f", the oldest for {max((now - depths.outbox_since).total_seconds(), 0):,.0f} s"
