"""Which command, button or content leads to which handler? The one table; the command menu is made from it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.chat.buttons import (
    of_answers,
    of_files,
    of_hurts,
    of_log,
    of_maintainers,
    of_pictures,
    of_plans,
    of_reminders,
    of_session,
    of_settings,
    of_timers,
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
    hurts,
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
    Command("whatif", "What a skipped day or another plan changes: /whatif skip Thursday", what_if.what_if_command),
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
    of_session.StartWorkout: workout.tap_start,
    of_session.StartOver: workout.close_and_start,
    of_session.LogReps: workout.tap_set,
    of_session.ShowCard: workout.show_card,
    of_session.Resume: workout.resume,
    of_session.TakeOn: workout.go_on_today,
    of_session.WeightMenu: workout.show_weights,
    of_session.ChooseWeight: workout.pick_weight,
    of_session.TypeWeight: workout.type_weight,
    of_session.SkipExercise: workout.skip,
    of_session.SwapMenu: workout.show_swaps,
    of_session.SwapExercise: workout.swap,
    of_session.ExerciseMenu: workout.show_exercises,
    of_session.GoTo: workout.go,
    of_session.FinishWorkout: workout.finish,
    of_session.Reopen: workout.go_on,
    of_log.UndoEntry: undo.undo_entry,
    of_session.UndoSet: workout.undo_set,
    of_log.AnswerLog: log_text.answer_unclear,
    of_answers.Ask: ask.ask_by_button,
    of_answers.Advise: advise.advise,
    of_answers.Wrong: wrong.say_wrong,
    of_answers.ListExercises: lists.exercises_pressed,
    of_answers.ListMuscles: lists.muscles_pressed,
    of_log.ShowHistory: history.show_history,
    of_log.OlderDays: history.older,
    of_log.NewerDays: history.newer,
    of_log.ShowDay: history.show_day,
    of_log.ListTrained: history.list_trained,
    of_log.ShowTrained: history.show_trained,
    of_log.ShowSet: edit_set.show_set,
    of_log.EditEntry: edit_set.edit_entry,
    of_log.ShowEntry: edit_set.show_entry,
    of_log.TakeBack: undo.take_back,
    of_log.ChangeCount: edit_set.pick_count,
    of_log.ChangeLoad: edit_set.pick_load,
    of_log.TypeLoad: edit_set.type_load,
    of_log.DeleteSet: edit_set.delete,
    of_log.PutBack: edit_set.undelete,
    of_log.ListRecords: records.list_records,
    of_log.ShowRecords: records.of_exercise,
    of_log.ListWeights: logbook.list_weights,
    of_log.ListNotes: logbook.list_notes,
    of_log.DeleteNote: logbook.drop_note,
    of_settings.ChooseUnit: start.choose_unit,
    of_settings.ZoneMenu: settings.show_zones,
    of_settings.ChooseZone: settings.pick_zone,
    of_settings.TypeCity: settings.type_town,
    of_settings.ShowSettings: settings.back_to_settings,
    of_settings.DayMenu: settings.show_turns,
    of_settings.DayTurns: settings.pick_turn,
    of_reminders.RemindMenu: remind.show_reminders,
    of_reminders.RemindAt: remind.pick_daily,
    of_reminders.RemindOff: remind.turn_off,
    of_reminders.ChooseDays: remind.toggle_days,
    of_reminders.ChooseTime: remind.show_times,
    of_reminders.SetReminder: remind.pick_time,
    of_reminders.WriteTime: remind.write_time,
    of_reminders.ShowReminder: remind.show_reminder,
    of_reminders.DropReminder: remind.drop,
    of_reminders.DropReminders: remind.drop_all,
    of_reminders.PauseMenu: remind.show_pauses,
    of_reminders.PauseFor: remind.pick_pause,
    of_reminders.WritePause: remind.write_pause,
    of_reminders.ResumePushes: remind.end_pause,
    of_reminders.PutOff: put_off.later,
    of_reminders.SkipDay: put_off.skip,
    of_files.ExportMine: export.export_mine,
    of_files.ExportCsv: export.export_csv,
    of_files.ImportFile: import_file.keep_file,
    of_files.DropFile: import_file.drop_file,
    of_files.UnitOfFile: import_file.say_unit,
    of_files.OrderOfFile: import_file.say_order,
    of_files.UndoImport: undo.undo_import_pressed,
    of_settings.ForgetMe: privacy.ask_forget,
    of_settings.ForgetMeYes: privacy.forget,
    of_settings.ShowPrivacy: privacy.back_to_privacy,
    of_plans.WishPlan: plan.wish,
    of_session.SayGaveOut: workout.say_gave_out,
    of_settings.ShowGym: gym.show_gym,
    of_settings.PickGym: gym.pick_gym,
    of_session.ShortenSession: session_words.shorten_pressed,
    of_session.StartInShort: session_words.start_in_short_pressed,
    of_plans.WhatIf: what_if.ask_what_if,
    of_plans.ShowPlan: plan.show_plan,
    of_plans.ChangePlan: plan.change_plan,
    of_plans.EndPlan: plan.end_plan,
    of_plans.RevivePlan: plan.revive_plan,
    of_plans.DropPlan: plan.drop_plan,
    of_plans.ListLifts: plan.list_lifts,
    of_plans.ShowPlannedLift: plan.show_lift,
    of_plans.PreferLift: plan.prefer_lift,
    of_hurts.PutLiftBack: hurts.put_back,
    of_hurts.NeverHurt: hurts.never_hurt,
    of_hurts.LeaveOff: hurts.leave_off,
    of_hurts.TakeLiftOff: hurts.take_off,
    of_hurts.SwapHurting: hurts.swap_hurting,
    of_hurts.HurtsMenu: hurts.show_where,
    of_hurts.HurtsAt: hurts.say_where,
    of_hurts.ShowOff: hurts.show_off,
    of_timers.SwitchRest: timers.switch_rest,
    of_timers.FinishForgotten: timers.finish_forgotten,
    of_timers.KeepOpen: timers.go_on,
    of_pictures.ShowProgress: progress.show_most_telling,
    of_pictures.ShowLift: progress.show_lift,
    of_pictures.ShowVolume: progress.show_volume,
    of_pictures.ShowBody: progress.show_body,
    of_pictures.ShowCalendar: progress.show_calendar,
    of_pictures.ShowHere: progress.show_here,
    of_pictures.MoreLifts: progress.show_lifts,
    of_pictures.ShareSession: picture.share,
    of_pictures.ShowWeek: week.week_pressed,
    of_pictures.SwitchDark: week.switch_dark,
    of_pictures.GoDark: progress.go_dark,
    of_pictures.SwitchWeekly: week.switch_weekly,
    of_maintainers.SendBroadcast: broadcast.send_broadcast,
    of_maintainers.DropBroadcast: broadcast.drop_broadcast,
    of_maintainers.StopBroadcast: broadcast.stop_broadcast,
    of_maintainers.ShowStats: stats.stats_again,
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
