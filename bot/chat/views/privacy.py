"""What is kept about a lifter, and what can they do about it? In words a person reads."""

from bot.chat.buttons.of_files import ExportCsv, ExportMine
from bot.chat.buttons.of_settings import ForgetMe, ForgetMeYes, ShowPrivacy
from bot.chat.markup import Html, bold, lines
from bot.chat.reply import Button, Place, Reply, row, rows
from bot.chat.views.sets import counted_apart
from bot.domain.athlete import Athlete


def privacy(sets: int, warmups: int, *, place: Place) -> Reply:
    text = lines(
        bold("What I keep"),
        "Your Telegram id and first name, unit, time zone, reminders, and for a week which came.",
        f"Your sessions, {counted_apart(sets, warmups)} so far (those you took back, too), body weights and notes.",
        "What I advised in a session and what gave out in it, your plans, and what is in your gym.",
        "What we last talked about.",
        "Pain you told me of, for a day, to stay with it; what hurts in your plan, and in one you may go back to.",
        "Which lifts you leave out, also because they hurt, and when you put them back.",
        "A message itself only until it is handled; one that failed, up to 7 days.",
        "Of a file you send: its name, until you import or drop it, up to 7 days. The file stays with Telegram.",
        "Your last eight questions, to say why I answered so.",
        "A question I did not know, or got wrong, up to 180 days: who writes my notes reads it, no name with it.",
        "",
        "Nobody else gets any of it. You can take it with you, or delete it.",
    )
    exports = row(Button("Sets as CSV", ExportCsv()), Button("Export as JSON", ExportMine()))
    return Reply(text, rows(row(Button("Delete everything", ForgetMe())), exports), place)


def forget_asked(athlete: Athlete, sets: int, warmups: int) -> Reply:
    text = lines(
        bold(f"Delete everything? {counted_apart(sets, warmups)} would be gone for good."),
        "This cannot be undone. Export first if you might want them.",
    )
    return Reply(
        text,
        rows(
            row(Button("Export as JSON", ExportMine()), Button("Yes, delete", ForgetMeYes(athlete.id))),
            row(Button("No, keep it", ShowPrivacy())),
        ),
        Place.PRESSED,
    )


def forgotten() -> Reply:
    return Reply(Html("Deleted, all of it. If you write again, we start from nothing."), (), Place.PRESSED)
