"""What does help show? What can be said, in four lines; the commands are in Telegram's own menu."""

from bot.chat.buttons.of_answers import ListExercises, ListMuscles
from bot.chat.errors import TODAY
from bot.chat.markup import Html, bold, code, line, lines
from bot.chat.reply import Button, Reply, row, rows

NAMED = {
    "animation": "an animation",
    "audio": "a sound file",
    "contact": "a contact",
    "dice": "dice",
    "document": "a file",
    "file": "a file",
    "photo": "a photo",
    "poll": "a poll",
    "sticker": "a sticker",
    "video": "a video",
    "video_note": "a video",
    "voice": "a voice message",
}


def help_screen(*, maintainer: bool = False) -> Reply:
    text = lines(
        line(bold("Train"), "  /workout opens today's session; tap each set, I ring when the rest is over."),
        line(bold("Between sets"), "  “too heavy”, “skip this”, “what's next”, “go back”, “stop”."),
        line(bold("Plan"), "  /plan in four taps, ", code("/plan 3 days 45 min"), "; /whatif, /gym, /why."),
        line(
            bold("Log"), "  write it: ", code("100x8"), ", ", code("pull-ups 8,8,7"), ", ", code("pulldown 3x10 @ 50kg")
        ),
        line(bold("Ask"), "  “how do I row?”, “why deadlifts?”, “my grip fails”"),
        line(bold("Look back"), "  /progress draws it, /week sums it up; /history to change a set, /records, /undo."),
        line(bold("It hurts"), "  say where: “my elbow hurts”; the lift stays off until you put it back."),
        line(bold("Put right"), "  edit your message, or tap Edit or Undo below my reply."),
        line(bold("Note"), "  ", code("note deadlift: hook grip"), ", ", code("bw 82.5"), "; /notes"),
        line(bold("Bring along"), "  send me the CSV of Strong, Hevy or FitNotes; /export gives yours."),
        line(bold("Be reminded"), "  ", code("/remind mon wed fri 18:30"), "; /remind to change, pause, drop."),
        "",
        "/settings  /privacy  /exercises  /muscles  /cancel",
        "/stats  /broadcast" if maintainer else None,
    )
    return Reply(text, rows(row(Button("Exercises", ListExercises()), Button("Muscles", ListMuscles())), row(TODAY)))


def log_help() -> Reply:
    text = lines(
        bold("Write a set as you would in a notebook:"),
        line(code("deadlift 100x8"), "  100 for 8"),
        line(code("pull-ups 8, 8, 7"), "  three sets"),
        line(code("pulldown 3x10 @ 50kg"), "  three sets of ten"),
        line(code("bw+10 3x5"), "  with 10 on the belt"),
        "In a session the exercise can be left out: a bare 8 will do.",
    )
    return Reply(text, rows(row(TODAY)))


def unknown_command(said: str, near: str | None) -> Reply:
    guess = f"Did you mean /{near}? " if near else ""
    return Reply(line("I don't know ", bold(said[:40]), f". {guess}/help shows what I do."), rows(row(TODAY)))


def cannot_use(kind: str) -> Reply:
    """A sticker, a photo, a voice note."""
    return Reply(
        lines(
            line(f"I can't make use of {NAMED.get(kind, 'that')}, I read text and taps."),
            line("A set looks like ", code("100x8"), "; a question just like a question."),
        )
    )


def edited() -> Reply:
    return Reply(
        lines(
            "I saw the edit, but that message has no set in the log, and only sets change with an edit.",
            "Send it as a new message, and I keep it; /undo takes the last entry back.",
        )
    )


def forwarded() -> Reply:
    return Reply(Html("That was forwarded, so I did not log it. If the sets are yours, write them yourself."))


def only_in_private() -> Reply:
    return Reply(Html("I coach one to one. Write to me in a private chat and we start."))


def cancelled(*, was_waiting: bool) -> Reply:
    return Reply(
        Html("Dropped. What is logged stays logged." if was_waiting else "Nothing was waiting. /help shows what I do.")
    )
