"""What happens at /workout and on its card? Open, log, change, finish; each press is checked against today's card."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from bot.chat.buttons import of_session
from bot.chat.buttons.of_session import SayGaveOut
from bot.chat.errors import worded
from bot.chat.handlers.flags import flag_of, held_by_flag, said_again, without_rest
from bot.chat.handlers.hurts import ask_after_weeks
from bot.chat.markup import Html
from bot.chat.reply import CARD, Place, Reply, Said, Toast
from bot.chat.turn import Turn
from bot.chat.views.card import card, card_moved, gave_out_text, put_aside, still_open
from bot.chat.views.card_menus import exercise_menu, swap_menu, weight_menu
from bot.chat.views.finished import finished, nothing_done, session_closed
from bot.chat.views.logged import set_logged
from bot.chat.views.news import beat_text
from bot.chat.views.sets import exercise_name, sets_text
from bot.domain.errors import ScreenOutdated
from bot.domain.training import GaveOut
from bot.services.change_session import choose_weight, go_to, item_of, skip_exercise
from bot.services.finish_workout import finish_workout, is_finished, reopen
from bot.services.gave_out import note_gave_out
from bot.services.log_set import Logged, log_on_left_over, log_set
from bot.services.messages import Press
from bot.services.swap import swap_exercise, swaps
from bot.services.taps_back import Tapped
from bot.services.undo import undo_of_session
from bot.services.workout import Card, card_of, nothing_left, open_item, open_session, start_over, take_on, workout

TWO_TAPS = timedelta(seconds=20)
"""A start pressed again within this time is one start."""


def waiting_for_weight(session: int, position: int) -> str:
    """What the chat waits for after "type it": the weight of one exercise of one session."""
    return f"weight:{session}:{position}"


def open_workout(turn: Turn, _: object) -> Iterable[Said]:
    shown = workout(turn.work, turn.coach, turn.athlete, turn.now)
    yield from said_again(turn)
    yield from ask_after_weeks(turn)
    turn.back_to_card()
    yield card(shown, turn.knowledge)


def tap_start(turn: Turn, pressed: of_session.StartWorkout) -> Iterable[Said]:
    """A second tap finds the card that the first one brought, or is about to. One that is open still is told apart
    from a new one."""
    before = turn.work.sessions.open(turn.athlete.id)
    if before is not None and not before.sets and turn.now - before.started_at < TWO_TAPS:
        yield Toast("Your session is open, below.")
        yield card(card_of(turn.work, turn.athlete, before, turn.now), turn.knowledge, place=Place.SCREEN)
        return
    said = list(open_workout(turn, pressed))
    session = turn.work.sessions.open(turn.athlete.id) if before is not None else None
    if before is not None and session is not None and session.id == before.id:
        yield Toast(still_open(session, turn.knowledge))
    yield from said


def close_and_start(turn: Turn, pressed: of_session.StartOver) -> Iterable[Said]:
    today = start_over(turn.work, turn.coach, turn.athlete, pressed.session, turn.now)
    yield session_closed()
    yield from said_again(turn)
    yield card(today, turn.knowledge) if today is not None else worded(nothing_left(turn.work, turn.athlete))


def show_card(turn: Turn, pressed: of_session.ShowCard) -> Iterable[Said]:
    """From a menu of the card in its place; from any other message as a new one."""
    session = open_session(turn.work, turn.athlete, pressed.session)
    turn.back_to_card()
    yield from said_again(turn)
    yield _in_place(turn, card_of(turn.work, turn.athlete, session, turn.now))


def resume(turn: Turn, pressed: of_session.Resume) -> Iterable[Said]:
    session = open_session(turn.work, turn.athlete, pressed.session)
    turn.back_to_card()
    yield from said_again(turn)
    yield card(card_of(turn.work, turn.athlete, session, turn.now), turn.knowledge)


def go_on_today(turn: Turn, pressed: of_session.TakeOn) -> Iterable[Said]:
    yield from said_again(turn)
    yield card(take_on(turn.work, turn.athlete, pressed.session, turn.now), turn.knowledge)


def tap_set(turn: Turn, pressed: of_session.LogReps) -> Iterable[Said]:
    at = (pressed.session, pressed.position, pressed.number, pressed.reps, pressed.said, turn.now)
    if open_session(turn.work, turn.athlete, pressed.session).is_left_over(turn.today, turn.now):
        yield from _set_of_today(turn, log_on_left_over(turn.work, turn.coach, without_rest(turn), *at))
        return
    logged = log_set(turn.work, without_rest(turn), *at)
    best = "".join(f"\n★ {beat_text(new)}" for new in logged.news)
    yield Toast(f"✓ {sets_text(kept.done for kept in logged.entry.sets)} kept{best}")
    yield from _leave_old_card(turn)
    if logged.card is not None:
        yield from _next(turn, logged.card)


def _set_of_today(turn: Turn, logged: Logged) -> Iterable[Said]:
    yield Toast(f"✓ {sets_text(kept.done for kept in logged.entry.sets)} kept, today")
    shown = logged if flag_of(turn) is None else replace(logged, card=None)
    yield set_logged(shown, turn.knowledge, turn.today)
    if logged.card is None:
        yield session_closed()
        yield from said_again(turn)
        yield worded(nothing_left(turn.work, turn.athlete))
        return
    yield from _next(turn, logged.card)


def _next(turn: Turn, shown: Card) -> Iterable[Said]:
    """The card; after a red flag that again, and no card."""
    if flag_of(turn) is None:
        yield _in_place(turn, shown)
        return
    yield put_aside(Place.PRESSED)
    yield from said_again(turn)


def _leave_old_card(turn: Turn) -> Iterable[Said]:
    """A set logged from under a confirmation makes that message the card: the one before it loses its buttons."""
    pressed, at = turn.incoming.content, turn.work.outbox.screen(turn.chat, CARD)
    if isinstance(pressed, Press) and at is not None and at != pressed.message_id:
        yield card_moved(Place.SCREEN)


def undo_set(turn: Turn, pressed: of_session.UndoSet) -> Iterable[Said]:
    session = undo_of_session(turn.work, turn.athlete, pressed.session, pressed.entry, turn.now)
    yield Toast("Taken back.")
    yield _in_place(turn, card_of(turn.work, turn.athlete, session, turn.now))


def say_gave_out(turn: Turn, pressed: SayGaveOut) -> Iterable[Said]:
    if pressed.what not in set(GaveOut):
        raise ScreenOutdated
    what = GaveOut(pressed.what)
    shown = note_gave_out(turn.work, turn.athlete, pressed.session, pressed.position, what, turn.now)
    yield Toast(gave_out_text(what))
    yield _in_place(turn, shown)


def skip(turn: Turn, pressed: of_session.SkipExercise) -> Iterable[Said]:
    shown = skip_exercise(turn.work, turn.athlete, pressed.session, pressed.position, turn.now)
    turn.remember_tap(Tapped.SKIP, pressed.session, pressed.position)
    name = exercise_name(turn.knowledge, shown.session.items[pressed.position].plan.exercise)
    yield Toast(f"Left out: {name}. /undo or Exercises brings it back.")
    yield from said_again(turn)
    yield card(shown, turn.knowledge, place=Place.PRESSED, left_out=pressed.position)


@held_by_flag
def show_swaps(turn: Turn, pressed: of_session.SwapMenu) -> Iterable[Said]:
    found = swaps(turn.work, turn.coach, turn.athlete, pressed.session, pressed.position, turn.now)
    yield swap_menu(found, found.card.session.items[pressed.position], turn.knowledge)


@held_by_flag
def swap(turn: Turn, pressed: of_session.SwapExercise) -> Iterable[Said]:
    yield _in_place(
        turn,
        swap_exercise(
            turn.work, turn.coach, turn.athlete, pressed.session, pressed.position, pressed.exercise, turn.now
        ),
    )


@held_by_flag
def show_exercises(turn: Turn, pressed: of_session.ExerciseMenu) -> Iterable[Said]:
    yield exercise_menu(open_session(turn.work, turn.athlete, pressed.session), turn.knowledge)


@held_by_flag
def go(turn: Turn, pressed: of_session.GoTo) -> Iterable[Said]:
    item = item_of(turn.work, turn.athlete, pressed.session, pressed.position)
    if item.complete and not item.skipped:
        name = exercise_name(turn.knowledge, item.plan.exercise)
        yield Toast(f"{name}: all {item.plan.sets} sets are done. To add one, write it with its name.")
        return
    yield _in_place(turn, go_to(turn.work, turn.athlete, pressed.session, pressed.position, turn.now))


@held_by_flag
def show_weights(turn: Turn, pressed: of_session.WeightMenu) -> Iterable[Said]:
    session, item = open_item(turn.work, turn.athlete, pressed.session, pressed.position)
    shown = card_of(turn.work, turn.athlete, session, turn.now)
    yield weight_menu(shown, item, turn.knowledge)


@held_by_flag
def pick_weight(turn: Turn, pressed: of_session.ChooseWeight) -> Iterable[Said]:
    _, item = open_item(turn.work, turn.athlete, pressed.session, pressed.position)
    load = of_session.load_in(pressed, item)
    yield _in_place(turn, choose_weight(turn.work, turn.athlete, pressed.session, pressed.position, load, turn.now))


@held_by_flag
def type_weight(turn: Turn, pressed: of_session.TypeWeight) -> Iterable[Said]:
    open_item(turn.work, turn.athlete, pressed.session, pressed.position)
    turn.wait_for(waiting_for_weight(pressed.session, pressed.position))
    yield Reply(Html(f"Write the weight, for example 62.5 (in {turn.athlete.unit}), or the whole set: 62.5x8"))


def finish(turn: Turn, pressed: of_session.FinishWorkout) -> Iterable[Said]:
    if is_finished(turn.work, turn.athlete, pressed.session):
        yield Toast("Finished already; it is all in the log.")
        return
    done = finish_workout(turn.work, turn.coach, turn.athlete, pressed.session, turn.now)
    if done is None:
        yield nothing_done(Place.PRESSED)
    else:
        yield finished(done, turn.knowledge, turn.athlete.unit, place=Place.PRESSED)


def go_on(turn: Turn, pressed: of_session.Reopen) -> Iterable[Said]:
    yield from said_again(turn)
    yield _in_place(turn, reopen(turn.work, turn.athlete, pressed.session, turn.now))


def _in_place(turn: Turn, shown: Card) -> Said:
    return card(shown, turn.knowledge, place=Place.PRESSED)
