"""What happens at /plan? Wishes are asked in four taps or read from words, a plan is written, shown, and trained by."""

from collections.abc import Iterable

from bot.chat.buttons.of_plans import (
    ChangePlan,
    EndPlan,
    ListLifts,
    PreferLift,
    ShowPlan,
    ShowPlannedLift,
    Step,
    WishPlan,
    wishes_in,
)
from bot.chat.markup import Html
from bot.chat.reply import Place, Reply, Said, Toast
from bot.chat.turn import Turn
from bot.chat.views.plan import lift_menu, lifts_menu, plan_ended, plan_in_force, plan_shown, unmet
from bot.chat.views.plan_wishes import wishes_screen
from bot.chat.views.wish_rest import above, all_hurts, rest_of_wish
from bot.coaching.planning.wish_rest import hurts_all_over, not_understood, went_along
from bot.coaching.planning.wish_words import beyond, read_wishes
from bot.domain.errors import ScreenOutdated
from bot.domain.planning import Unmet, Wishes
from bot.services import plan as plans
from bot.services.plan import PlanInForce
from bot.services.wish_text import meant


def plan_command(turn: Turn, said: str) -> Iterable[Said]:
    """The plan in force, or the first question; with words, the plan that they ask for, and what of them is left."""
    told = None
    if said.strip():
        said = meant(turn.coach, said)
        first = plans.first_wishes(turn.work, turn.coach, turn.athlete, turn.today)
        wishes = read_wishes(said, first, turn.knowledge, anew=True)
        told = _rest(turn, said, read=wishes is not None)
        if wishes is not None and not hurts_all_over(said):
            yield above(told, _written(turn, wishes, Place.NEW, beyond=beyond(said)))
            return
    found = plans.plan_in_force(turn.work, turn.athlete)
    if found is None:
        first = plans.first_wishes(turn.work, turn.coach, turn.athlete, turn.today)
        yield above(told, _screen(turn, Step.AIM, first, Place.NEW))
    else:
        yield above(told, plan_in_force(found, turn.knowledge, place=Place.NEW))


def _rest(turn: Turn, said: str, *, read: bool) -> Html | None:
    """What is told above a plan that was wished in words."""
    if hurts_all_over(said):
        return all_hurts()
    left, along = not_understood(said, turn.knowledge), went_along(said, turn.knowledge)
    return rest_of_wish(left, along, turn.knowledge, read=read)


def show_plan(turn: Turn, _: ShowPlan) -> Iterable[Said]:
    yield plan_in_force(_in_force(turn), turn.knowledge, place=Place.PRESSED)


def change_plan(turn: Turn, _: ChangePlan) -> Iterable[Said]:
    yield _screen(turn, Step.AIM, plans.first_wishes(turn.work, turn.coach, turn.athlete, turn.today), Place.PRESSED)


def wish(turn: Turn, pressed: WishPlan) -> Iterable[Said]:
    wishes = wishes_in(pressed, turn.knowledge)
    if pressed.step not in set(Step):
        raise ScreenOutdated
    match Step(pressed.step):
        case Step.PLAN:
            yield _written(turn, wishes, Place.PRESSED)
        case Step.USE:
            yield from _used(turn, plans.use_plan(turn.work, turn.coach, turn.athlete, wishes, turn.now), wishes)
        case step:
            yield _screen(turn, step, wishes, Place.PRESSED)


def end_plan(turn: Turn, _: EndPlan) -> Iterable[Said]:
    yield plan_ended(there_was=plans.end_plan(turn.work, turn.athlete, turn.now))


def list_lifts(turn: Turn, _: ListLifts) -> Iterable[Said]:
    yield lifts_menu(_in_force(turn), turn.knowledge)


def show_lift(turn: Turn, pressed: ShowPlannedLift) -> Iterable[Said]:
    if pressed.exercise not in turn.knowledge.exercises:
        raise ScreenOutdated
    yield lift_menu(pressed.exercise, _in_force(turn).kept.plan.wishes, turn.knowledge)


def prefer_lift(turn: Turn, pressed: PreferLift) -> Iterable[Said]:
    before = _in_force(turn).kept.plan.wishes
    found = plans.prefer_lift(turn.work, turn.coach, turn.athlete, pressed.exercise, pressed.how, turn.now)
    yield from _used(turn, found, before)


def _used(turn: Turn, found: PlanInForce | Unmet, wishes: Wishes) -> Iterable[Said]:
    if isinstance(found, Unmet):
        yield unmet(found, wishes, turn.knowledge, place=Place.PRESSED)
        return
    yield Toast("Kept. The next session is the plan's.")
    yield plan_in_force(found, turn.knowledge, place=Place.PRESSED, fresh=True)


def _written(turn: Turn, wishes: Wishes, place: Place, *, beyond: bool = False) -> Reply:
    plan = plans.look_at_plan(turn.work, turn.coach, turn.athlete, wishes)
    if isinstance(plan, Unmet):
        return unmet(plan, wishes, turn.knowledge, place=place)
    return plan_shown(plan, turn.knowledge, place=place, beyond=beyond)


def _screen(turn: Turn, step: Step, wishes: Wishes, place: Place) -> Reply:
    known = plans.plan_in_force(turn.work, turn.athlete) is not None
    return wishes_screen(step, wishes, turn.knowledge, place=place, known=known)


def _in_force(turn: Turn) -> PlanInForce:
    """Raises ScreenOutdated where there is no plan any more."""
    found = plans.plan_in_force(turn.work, turn.athlete)
    if found is None:
        raise ScreenOutdated
    return found
