"""What do the reminders show? Which there are, and each shown back as the dates it means."""

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.chat.buttons.of_reminders import (
    NEW,
    ChooseDays,
    ChooseTime,
    DropReminder,
    DropReminders,
    PauseFor,
    PauseMenu,
    RemindMenu,
    ResumePushes,
    SetReminder,
    ShowReminder,
    WritePause,
    as_mask,
)
from bot.chat.buttons.of_settings import ZoneMenu
from bot.chat.markup import Html, bold, line, lines
from bot.chat.reply import Button, Place, Reply, row, rows
from bot.chat.views.dates import day_ahead
from bot.chat.views.remind_menus import BACK, FIRST_DAYS, choose_days
from bot.chat.views.sets import counted
from bot.chat.views.welcome import town_of
from bot.coaching.reminding.rhythm_words import rhythm_text
from bot.domain.athlete import Athlete, day_of
from bot.domain.reminding import Due, Rhythm, next_dues
from bot.services.remind import MOST
from bot.services.reminders import Reminder

PAUSES = (((3, "3 days"), (7, "1 week")), ((14, "2 weeks"), (28, "4 weeks")))
BOTH = 2
SHOWN = 3
"""Dates that a rhythm is shown back as."""


def reminders_menu(
    reminders: Sequence[Reminder], paused: date | None, athlete: Athlete, now: datetime, *, place: Place
) -> Reply:
    """All of them by number; with none, days are chosen at once."""
    if not reminders:
        return choose_days(NEW, FIRST_DAYS, place=place)
    text = lines(
        bold("Your reminders"),
        *(
            line(
                f"{number}  ",
                bold(rhythm_text(one.rhythm)),
                f" · next {due_text(one.due, one.rhythm, athlete, now, brief=True)}",
            )
            for number, one in enumerate(reminders, start=1)
        ),
        paused_line(paused, athlete, now),
        zone_note(athlete),
    )
    more = Button("Another one", ChooseDays(NEW, as_mask(FIRST_DAYS))) if len(reminders) < MOST else None
    pause = Button("Resume", ResumePushes()) if paused else Button("Pause", PauseMenu())
    each = (row(Button(rhythm_text(one.rhythm), ShowReminder(one.id))) for one in reminders)
    return Reply(text, (*each, *rows(_zone_row(athlete), row(pause, more))), place)


def reminder_menu(reminder: Reminder, paused: date | None, athlete: Athlete, now: datetime) -> Reply:
    """One of them, and what can be done with it."""
    text = lines(
        bold(rhythm_text(reminder.rhythm)),
        *_dates(reminder, athlete, now),
        paused_line(paused, athlete, now),
        zone_note(athlete),
    )
    days = as_mask(reminder.rhythm.days)
    changes = row(
        Button("Days", ChooseDays(reminder.id, days)),
        Button("Time", ChooseTime(reminder.id, days)),
        Button("Drop", DropReminder(reminder.id)),
    )
    return Reply(text, rows(_zone_row(athlete), changes, row(BACK)), Place.PRESSED)


def reminded(
    reminder: Reminder,
    every: Sequence[Reminder],
    paused: date | None,
    athlete: Athlete,
    now: datetime,
    *,
    place: Place,
    zone_asked: bool,
) -> Reply:
    """Set or changed: when the session comes, and what else is on."""
    others = [one for one in every if one.id != reminder.id]
    also = ", ".join(rhythm_text(one.rhythm) for one in others)
    text = lines(
        line(bold(rhythm_text(reminder.rhythm)), ": your session comes to you."),
        *_dates(reminder, athlete, now),
        f"Also on: {also}." if also else None,
        paused_line(paused, athlete, now),
        zone_note(athlete),
    )
    twice = [one for one in others if one.rhythm.days & reminder.rhythm.days]
    drop = row(_drop_button(twice[0])) if len(twice) == 1 else None
    change = row(Button("Change", ShowReminder(reminder.id)), Button("All reminders", RemindMenu()))
    return Reply(text, rows(None if zone_asked else _zone_row(athlete), drop, change), place)


def reminded_several(
    made: Sequence[Reminder], paused: date | None, athlete: Athlete, now: datetime, *, zone_asked: bool
) -> Reply:
    """Set at once: when each comes first."""
    text = lines(
        line(bold(counted(len(made), "reminder")), ": your session comes to you."),
        *(
            line(bold(rhythm_text(one.rhythm)), f" · first {due_text(one.due, one.rhythm, athlete, now, brief=True)}")
            for one in made
        ),
        f"{town_of(athlete.zone)} time" if athlete.zone_chosen else None,
        paused_line(paused, athlete, now),
        zone_note(athlete),
    )
    return Reply(text, rows(None if zone_asked else _zone_row(athlete), row(Button("All reminders", RemindMenu()))))


def _dates(reminder: Reminder, athlete: Athlete, now: datetime) -> Sequence[str]:
    """The next ones, each with its weekday; and its time, where the clocks change that."""
    first, *others = (
        due_text(due, reminder.rhythm, athlete, now)
        for due in next_dues(reminder.rhythm, athlete.zone, reminder.due, SHOWN)
    )
    place = f" ({town_of(athlete.zone)} time)" if athlete.zone_chosen else ""
    return (f"First {first}", f"then {', '.join(others)}{place}")


def due_text(due: Due, rhythm: Rhythm, athlete: Athlete, now: datetime, *, brief: bool = False) -> str:
    """The day, and the time where the clocks change it; in brief today and tomorrow have no date."""
    local = due.at.astimezone(ZoneInfo(athlete.zone))
    other = "" if local.time() == rhythm.at else f" at {local:%H:%M}"
    day = day_ahead(local.date(), day_of(now, athlete.zone))
    return f"{day.partition(',')[0] if brief else day}{other}"


def paused_line(paused: date | None, athlete: Athlete, now: datetime) -> Html | None:
    if paused is None:
        return None
    return line("Paused until ", bold(day_ahead(paused, day_of(now, athlete.zone))), ".")


def zone_note(athlete: Athlete) -> str | None:
    return None if athlete.zone_chosen else "I count in UTC until I know where you train."


def _zone_row(athlete: Athlete) -> tuple[Button, ...] | None:
    return None if athlete.zone_chosen else row(Button("My time zone", ZoneMenu()))


def dropped(reminder: Reminder, left: Sequence[Reminder]) -> Reply:
    rest = f"Still on: {', '.join(rhythm_text(one.rhythm) for one in left)}." if left else "No reminder is left."
    rhythm = reminder.rhythm
    back = Button("Put it back", SetReminder(NEW, as_mask(rhythm.days), f"{rhythm.at:%H%M}"))
    return Reply(
        lines(line("Dropped: ", bold(rhythm_text(rhythm)), "."), rest),
        rows(row(back, Button("Reminders", RemindMenu()))),
        Place.PRESSED,
    )


def dropped_all(count: int) -> Reply:
    said = {0: "No reminder was set.", 1: "Dropped.", 2: "Both dropped."}
    text = said.get(count, f"All {count} dropped.")
    return Reply(
        line(text, " No pushes any more; /remind sets one."), rows(row(Button("New one", RemindMenu()))), Place.PRESSED
    )


def drop_which(reminders: Sequence[Reminder], *, all_there_are: bool) -> Reply:
    label = "Drop both" if len(reminders) == BOTH else f"Drop all {len(reminders)}"
    every = row(Button(label, DropReminders())) if all_there_are else None
    return Reply(bold("Drop which?"), (*(row(_drop_button(one)) for one in reminders), *rows(every, row(BACK))))


def drop_part(parts: Sequence[tuple[Reminder, Rhythm]]) -> Reply:
    """A day is named that a reminder has among others: it goes, or all of it."""
    choices = (
        some
        for one, left in parts
        for some in (
            row(_drop_button(one)),
            row(Button(f"Keep {rhythm_text(left)}", SetReminder(one.id, as_mask(left.days), f"{left.at:%H%M}"))),
        )
    )
    return Reply(bold("Drop that day, or all of it?"), (row(BACK), *choices))


def change_which(changes: Sequence[tuple[Reminder, Rhythm]]) -> Reply:
    """Several fit the words: which is to change, and to what."""
    choices = (
        row(
            Button(
                f"{rhythm_text(one.rhythm)} → {rhythm_text(new)}",
                SetReminder(one.id, as_mask(new.days), f"{new.at:%H%M}"),
            )
        )
        for one, new in changes
    )
    asked = "Change which?" if len(changes) > 1 else "Change it so?"
    return Reply(bold(asked), (*choices, row(BACK)))


def _drop_button(reminder: Reminder) -> Button:
    return Button(f"Drop {rhythm_text(reminder.rhythm)}", DropReminder(reminder.id))


def pause_menu(*, place: Place) -> Reply:
    text = lines(bold("Pause for how long?"), "I start again by myself.", "Or write it: /remind pause until 5 january")
    choices = (tuple(Button(label, PauseFor(days)) for days, label in pair) for pair in PAUSES)
    return Reply(text, (*choices, row(BACK, Button("Write the day", WritePause()))), place)


def ask_pause() -> Reply:
    return Reply(lines("Until which day? For example 5 january, monday, or 2 weeks.", "/cancel leaves it as it is."))


def paused(reminders: Sequence[Reminder], athlete: Athlete, now: datetime, *, place: Place) -> Reply:
    text = lines(
        line("Paused. Next reminder: ", bold(_next_push(reminders, athlete, now)), "."), "I start again by myself."
    )
    return Reply(text, rows(row(Button("Resume now", ResumePushes()), Button("Reminders", RemindMenu()))), place)


def resumed(reminders: Sequence[Reminder], athlete: Athlete, now: datetime, *, was_paused: bool, place: Place) -> Reply:
    state = "On again." if was_paused else "Nothing was paused."
    text = line(f"{state} Next reminder: ", bold(_next_push(reminders, athlete, now)), ".")
    return Reply(text, rows(row(Button("Pause", PauseMenu()), Button("Reminders", RemindMenu()))), place)


def _next_push(reminders: Sequence[Reminder], athlete: Athlete, now: datetime) -> str:
    due = min((one.due for one in reminders), key=lambda due: due.at)
    return push_text(due, athlete, now)


def push_text(due: Due, athlete: Athlete, now: datetime) -> str:
    """With its time: Fri 27 Nov 18:30."""
    local = due.at.astimezone(ZoneInfo(athlete.zone))
    return f"{day_ahead(local.date(), day_of(now, athlete.zone))} {local:%H:%M}"


def none_set(*, place: Place) -> Reply:
    text = line("No reminder is set. Write one like ", bold("/remind mon wed fri 18:30"), ".")
    return Reply(text, rows(row(Button("New one", RemindMenu()))), place)
