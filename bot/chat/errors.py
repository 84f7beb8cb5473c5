"""How is expected trouble worded? Class to sentence: what happened, that nothing is lost, what to do."""

from collections.abc import Callable
from typing import Any

from bot.chat.buttons.of_hurts import ShowOff
from bot.chat.buttons.of_reminders import NEW, ChooseDays, PauseMenu, RemindMenu, as_mask
from bot.chat.buttons.of_session import StartWorkout
from bot.chat.buttons.of_settings import TypeCity
from bot.chat.markup import Html, bold, code, line, lines
from bot.chat.reply import Button, Reply, row, rows
from bot.domain.errors import (
    BadBroadcast,
    BadGym,
    BadLoad,
    BadNote,
    BadPause,
    BadRhythm,
    BadWeight,
    CoachError,
    FileGone,
    NoOpenSession,
    NoteGone,
    NoteWithoutLift,
    NothingLeft,
    NothingToUndo,
    PushOver,
    QuestionClosed,
    ReminderGone,
    ScreenOutdated,
    SetGone,
    TooManyReminders,
    UnknownTime,
    UnknownZone,
)

TODAY = Button("Today's session", StartWorkout())


def _outdated(_: ScreenOutdated) -> Reply:
    return Reply(Html("That button is from an earlier session. Everything logged is safe."), rows(row(TODAY)))


def _no_session(_: NoOpenSession) -> Reply:
    return Reply(Html("No session is open. Everything logged is in /history."), rows(row(TODAY)))


def _nothing_to_undo(_: NothingToUndo) -> Reply:
    return Reply(Html("Nothing to take back: that set is gone already, or none was logged."))


def _nothing_left(fault: NothingLeft) -> Reply:
    site = fault.sites[0].replace("-", " ") if fault.sites else ""
    wish = line("A plan that spares it: ", bold(f"/plan my {site} hurts" if site else "/plan"), ".")
    return Reply(
        lines("Every lift of this session is off while it hurts. Your log is whole.", wish),
        rows(row(Button("What is off", ShowOff()))),
    )


def _set_gone(_: SetGone) -> Reply:
    return Reply(Html("That is no longer in your log, so nothing changed. /history shows what is."))


def _note_gone(_: NoteGone) -> Reply:
    return Reply(Html("That note is gone already. /notes shows what is left."))


def _note_without_lift(fault: NoteWithoutLift) -> Reply:
    why = (
        line("I can't tell which lift ", bold(fault.said[:60]), " is, so the note is not kept.")
        if fault.said
        else Html("A note to which lift? None is under way, so it is not kept.")
    )
    return Reply(lines(why, line("Write it like ", bold("note deadlift: hook grip"), ".")))


def _bad_note(fault: BadNote) -> Reply:
    if not fault.length:
        return Reply(line("That note is empty. Write it like ", bold("note deadlift: hook grip"), "."))
    return Reply(
        Html(f"That note has {fault.length} letters; {fault.most} fit. Nothing is kept, so send a shorter one.")
    )


def _bad_broadcast(fault: BadBroadcast) -> Reply:
    if not fault.length:
        return Reply(line("What is it to say? Write ", code("/broadcast"), " and your message behind it."))
    return Reply(Html(f"That message has {fault.length:,} letters; {fault.most:,} fit. Nothing is sent: shorten it."))


def _question_closed(fault: QuestionClosed) -> Reply:
    if fault.recorded:
        return Reply(Html("Recorded already; once is enough."))
    return Reply(Html("That question is closed, so this tap recorded nothing. If the set is missing, write it again."))


def _file_gone(_: FileGone) -> Reply:
    return Reply(Html("I am done with that file, so this tap changed nothing. Send it again if you need to."))


def _bad_load(fault: BadLoad) -> Reply:
    return Reply(line("I can't use ", bold(fault.said[:20]), " as a weight. One above 0, please, for example 62.5."))


def _bad_gym(fault: BadGym) -> Reply:
    if fault.other_unit:
        return Reply(
            lines(
                "That is the other unit, so nothing changed.",
                "Say it in yours, or change your unit in /settings first.",
            )
        )
    return Reply(
        lines(
            line("I can't read ", bold(fault.said[:40]), " as something of a gym, so nothing changed."),
            line("Write it like ", bold("/gym plates 2x20 10 5 2.5"), " or ", bold("/gym bar 15"), "."),
        )
    )


def _unknown_zone(fault: UnknownZone) -> Reply:
    return Reply(
        lines(
            line("I don't know a town called ", bold(fault.said[:60]), "."),
            "Try the nearest bigger one, or send your location.",
        ),
        rows(row(Button("Try again", TypeCity()))),
    )


def _unknown_time(_: UnknownTime) -> Reply:
    return Reply(
        lines(bold("Nowhere is it that time now."), "Write your town instead, or send your location."),
        rows(row(Button("Write my town", TypeCity()))),
    )


def _bad_rhythm(fault: BadRhythm) -> Reply:
    return Reply(
        lines(
            line("I can't read ", bold(fault.said[:40]), " as days and a time, so nothing changed."),
            line("Write it like ", bold("/remind mon wed fri 18:30"), " or ", bold("/remind every day 7"), "."),
        ),
        rows(row(Button("Choose by buttons", ChooseDays(NEW, as_mask((0, 2, 4)))))),
    )


def _day_named(said: str) -> str:
    """The end of a pause without the "until" that stands before it already."""
    first, _, rest = said.partition(" ")
    return rest if first.lower() in ("until", "till", "til", "to") and rest else said


def _bad_pause(fault: BadPause) -> Reply:
    return Reply(
        lines(
            line(
                "I can't pause until ",
                bold(_day_named(fault.said)[:40]),
                ": it has to be a day of the next twelve months.",
            ),
            line("Write it like ", bold("/remind pause until 5 january"), " or ", bold("/remind pause 2 weeks"), "."),
        ),
        rows(row(Button("Pause", PauseMenu()))),
    )


def _too_many_reminders(fault: TooManyReminders) -> Reply:
    return Reply(
        Html(f"{fault.most} reminders are all I keep, so nothing changed. Change one, or drop one first."),
        rows(row(Button("Reminders", RemindMenu()))),
    )


def _reminder_gone(fault: ReminderGone) -> Reply:
    if not fault.said:
        return Reply(Html("That reminder is gone already. /remind shows what is on."))
    return Reply(
        line("You have no reminder like ", bold(fault.said[:40]), ". Nothing changed."),
        rows(row(Button("Reminders", RemindMenu()))),
    )


def _push_over(_: PushOver) -> Reply:
    return Reply(Html("That push was for another day. /workout opens today's session."))


def _bad_weight(fault: BadWeight) -> Reply:
    return Reply(
        lines(
            line("A body weight of ", bold(fault.said[:20]), "? I keep 30 to 300 kg, so nothing is kept."),
            line("Write it like ", bold("bw 82.5"), ", and sets like ", bold("pull-ups 8"), "."),
        )
    )


WORDED: dict[type[CoachError], Callable[[Any], Reply]] = {
    ScreenOutdated: _outdated,
    NoOpenSession: _no_session,
    NothingLeft: _nothing_left,
    NothingToUndo: _nothing_to_undo,
    SetGone: _set_gone,
    NoteGone: _note_gone,
    NoteWithoutLift: _note_without_lift,
    BadNote: _bad_note,
    BadBroadcast: _bad_broadcast,
    BadGym: _bad_gym,
    QuestionClosed: _question_closed,
    FileGone: _file_gone,
    BadLoad: _bad_load,
    UnknownZone: _unknown_zone,
    UnknownTime: _unknown_time,
    BadRhythm: _bad_rhythm,
    BadPause: _bad_pause,
    TooManyReminders: _too_many_reminders,
    ReminderGone: _reminder_gone,
    PushOver: _push_over,
    BadWeight: _bad_weight,
}


def worded(fault: CoachError) -> Reply:
    return WORDED[type(fault)](fault)


BROKEN = "Something went wrong on my side. Nothing of that message was kept; please send it again."
UNREADABLE = "I could not read that message, so nothing of it was kept. Please send it again as plain text."
"""Said by the delivery when a turn fails, or an update makes no sense."""
SLOW = "That took me too long, so I dropped it. Nothing of it was kept; please send it again, perhaps in two parts."
