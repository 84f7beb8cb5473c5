"""Which command, button or content leads to which handler? The one table; the command menu is made from it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.chat import (
    buttons,
    log_buttons,
    maintainer_buttons,
    picture_buttons,
    plan_buttons,
    remind_buttons,
    timer_buttons,
)
from bot.chat.handlers import (
    advise,
    ask,
    broadcast,
    edit_set,
    export,
    gym,
    help,
    history,
    import_file,
    lists,
    log_text,
    logbook,
    picture,
    plan,
    privacy,
    progress,
    put_off,
    records,
    remind,
    session_words,
    settings,
    start,
    stats,
    timers,
    undo,
    week,
    what_if,
    workout,
    wrong,
)
from bot.chat.press import Press
from bot.chat.reply import Said
from bot.chat.turn import Turn

Handler = Callable[[Turn, Any], Iterable[Said]]


@dataclass(frozen=True, slots=True)
class Command:
    name: str
    says: str
    """Its line in Telegram's command menu."""
    handler: Handler


COMMANDS = (
    Command("workout", "Today's session", workout.open_workout),
    Command("plan", "Your plan: goal, days, minutes, equipment", plan.plan_command),
    Command("whatif", "What another plan would change: /whatif skip Thursday", what_if.what_if_command),
    Command("undo", "Take the last entry back; again for the one before", undo.undo_last),
    Command("history", "What you lifted; change or delete a set", history.show_history),
    Command("records", "Your best: /records deadlift", records.show_records),
    Command("progress", "How it goes, as pictures: /progress deadlift", progress.show_progress),
    Command("week", "Your week: sessions, sets, what to fix", week.show_week),
    Command("notes", "Your notes to the lifts", logbook.show_notes),
    Command("log", "Write a set: /log deadlift 100x8", log_text.log_command),
    Command("exercises", "The lifts I know", lists.show_exercises),
    Command("muscles", "The muscles of the back", lists.show_muscles),
    Command("export", "Your sets as CSV and JSON", export.export_both),
    Command("remind", "When your session comes: /remind mon wed fri 18:30", remind.remind_command),
    Command("gym", "Your bar, plates, dumbbells and steps", gym.gym_command),
    Command("settings", "Unit, time zone, reminders, rest timer, pictures", settings.show_settings),
    Command("privacy", "What I keep, export, delete", privacy.show_privacy),
    Command("why", "Why I answered so", wrong.ask_why),
    Command("cancel", "Drop what I am waiting for", help.cancel_waiting),
    Command("help", "What I can do", help.show_help),
    Command("start", "Start here", start.start),
)

OF_MAINTAINERS = (
    Command("stats", "How it goes", stats.show_stats),
    Command("broadcast", "Write to everybody", broadcast.write_broadcast),
)
"""For the people in ADMIN_IDS; for all others these do not exist, and no menu shows them."""

PRESSES: Mapping[type[Press], Handler] = {
    buttons.StartWorkout: workout.tap_start,
    buttons.StartOver: workout.close_and_start,
    buttons.LogReps: workout.tap_set,
    buttons.ShowCard: workout.show_card,
    buttons.Resume: workout.resume,
    buttons.WeightMenu: workout.show_weights,
    buttons.ChooseWeight: workout.pick_weight,
    buttons.TypeWeight: workout.type_weight,
    buttons.SkipExercise: workout.skip,
    buttons.SwapMenu: workout.show_swaps,
    buttons.SwapExercise: workout.swap,
    buttons.ExerciseMenu: workout.show_exercises,
    buttons.GoTo: workout.go,
    buttons.FinishWorkout: workout.finish,
    buttons.Reopen: workout.go_on,
    buttons.UndoEntry: undo.undo_entry,
    buttons.UndoSet: workout.undo_set,
    buttons.AnswerLog: log_text.answer_unclear,
    buttons.Ask: ask.ask_by_button,
    buttons.Advise: advise.advise,
    buttons.Wrong: wrong.say_wrong,
    buttons.ListExercises: lists.exercises_pressed,
    buttons.ListMuscles: lists.muscles_pressed,
    buttons.ShowHistory: history.show_history,
    buttons.OlderDays: history.older,
    log_buttons.NewerDays: history.newer,
    log_buttons.ShowDay: history.show_day,
    log_buttons.ListTrained: history.list_trained,
    log_buttons.ShowTrained: history.show_trained,
    log_buttons.ShowSet: edit_set.show_set,
    log_buttons.EditEntry: edit_set.edit_entry,
    log_buttons.ShowEntry: edit_set.show_entry,
    log_buttons.TakeBack: undo.take_back,
    log_buttons.ChangeCount: edit_set.pick_count,
    log_buttons.ChangeLoad: edit_set.pick_load,
    log_buttons.TypeLoad: edit_set.type_load,
    log_buttons.DeleteSet: edit_set.delete,
    log_buttons.PutBack: edit_set.undelete,
    log_buttons.ListRecords: records.list_records,
    log_buttons.ShowRecords: records.of_exercise,
    log_buttons.ListWeights: logbook.list_weights,
    log_buttons.ListNotes: logbook.list_notes,
    log_buttons.DeleteNote: logbook.drop_note,
    buttons.ChooseUnit: start.choose_unit,
    buttons.ZoneMenu: settings.show_zones,
    buttons.ChooseZone: settings.pick_zone,
    buttons.TypeCity: settings.type_town,
    buttons.ShowSettings: settings.back_to_settings,
    buttons.DayMenu: settings.show_turns,
    buttons.DayTurns: settings.pick_turn,
    buttons.RemindMenu: remind.show_reminders,
    buttons.RemindAt: remind.pick_daily,
    buttons.RemindOff: remind.turn_off,
    remind_buttons.ChooseDays: remind.toggle_days,
    remind_buttons.ChooseTime: remind.show_times,
    remind_buttons.SetReminder: remind.pick_time,
    remind_buttons.WriteTime: remind.write_time,
    remind_buttons.ShowReminder: remind.show_reminder,
    remind_buttons.DropReminder: remind.drop,
    remind_buttons.DropReminders: remind.drop_all,
    remind_buttons.PauseMenu: remind.show_pauses,
    remind_buttons.PauseFor: remind.pick_pause,
    remind_buttons.WritePause: remind.write_pause,
    remind_buttons.ResumePushes: remind.end_pause,
    remind_buttons.PutOff: put_off.later,
    remind_buttons.SkipDay: put_off.skip,
    buttons.ExportMine: export.export_mine,
    buttons.ExportCsv: export.export_csv,
    buttons.ImportFile: import_file.keep_file,
    buttons.DropFile: import_file.drop_file,
    buttons.UnitOfFile: import_file.say_unit,
    buttons.OrderOfFile: import_file.say_order,
    buttons.UndoImport: undo.undo_import_pressed,
    buttons.ForgetMe: privacy.ask_forget,
    buttons.ForgetMeYes: privacy.forget,
    buttons.ShowPrivacy: privacy.back_to_privacy,
    plan_buttons.WishPlan: plan.wish,
    plan_buttons.SayGaveOut: workout.say_gave_out,
    plan_buttons.ShowGym: gym.show_gym,
    plan_buttons.PickGym: gym.pick_gym,
    plan_buttons.ShortenSession: session_words.shorten_pressed,
    plan_buttons.WhatIf: what_if.ask_what_if,
    plan_buttons.ShowPlan: plan.show_plan,
    plan_buttons.ChangePlan: plan.change_plan,
    plan_buttons.EndPlan: plan.end_plan,
    plan_buttons.ListLifts: plan.list_lifts,
    plan_buttons.ShowPlannedLift: plan.show_lift,
    plan_buttons.PreferLift: plan.prefer_lift,
    timer_buttons.SwitchRest: timers.switch_rest,
    timer_buttons.FinishForgotten: timers.finish_forgotten,
    timer_buttons.KeepOpen: timers.go_on,
    picture_buttons.ShowProgress: progress.show_most_telling,
    picture_buttons.ShowLift: progress.show_lift,
    picture_buttons.ShowVolume: progress.show_volume,
    picture_buttons.ShowBody: progress.show_body,
    picture_buttons.ShowCalendar: progress.show_calendar,
    picture_buttons.MoreLifts: progress.show_lifts,
    picture_buttons.ShareSession: picture.share,
    picture_buttons.ShowWeek: week.week_pressed,
    picture_buttons.SwitchDark: week.switch_dark,
    picture_buttons.SwitchWeekly: week.switch_weekly,
    maintainer_buttons.SendBroadcast: broadcast.send_broadcast,
    maintainer_buttons.DropBroadcast: broadcast.drop_broadcast,
    maintainer_buttons.StopBroadcast: broadcast.stop_broadcast,
    maintainer_buttons.ShowStats: stats.stats_again,
}

BY_NAME = {command.name: command for command in COMMANDS}
FOR_MAINTAINERS = {**BY_NAME, **{command.name: command for command in OF_MAINTAINERS}}
MENU = [{"command": command.name, "description": command.says} for command in COMMANDS]
"""What setMyCommands takes."""

DESCRIPTION = (
    "I coach backs. Ask me how a lift is done, get today's session, and write what you lift: "
    "I keep every set and show it beside the next one."
)
SHORT_DESCRIPTION = "A strength coach for the back: how to, today's session, and a log of every set."
