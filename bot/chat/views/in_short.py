"""What does today's session look like in less time, before it is begun? What stays, what goes, and one tap."""

from bot.chat.buttons.of_session import StartInShort
from bot.chat.markup import bold, line, lines
from bot.chat.reply import Button, Reply, row, rows
from bot.chat.views.card_menus import went_text
from bot.chat.views.plan import lift_text
from bot.coaching.knowledge.catalog import Knowledge
from bot.services.in_short import InShort


def in_short(offered: InShort, knowledge: Knowledge) -> Reply:
    found = offered.found
    gone = went_text(found, knowledge)
    text = lines(
        line(bold(offered.title), f" · about {found.session.minutes} min"),
        *(lift_text(one, knowledge) for one in found.session.exercises),
        f"{gone[0].upper()}{gone[1:]}." if gone else "It fits as it is.",
        None if found.fits else "Less than that is no session.",
    )
    return Reply(text, rows(row(Button("Start it", StartInShort(offered.minutes)))))


def would_cut(minutes: int) -> Reply:
    """Asked in the middle of a session, which stays as it is."""
    return Reply(line("Write ", bold(f"{minutes} minutes left"), ", and I cut what is left of this session to that."))
