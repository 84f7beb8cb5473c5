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
from bot.chat.reply import Place, Reply, Said, Toast
from bot.chat.turn import Turn
from bot.chat.views.plan import lift_menu, lifts_menu, plan_ended, plan_in_force, plan_shown, unmet
from bot.chat.views.plan_wishes import wishes_screen
from bot.coaching.planning.wish_words import beyond, read_wishes
from bot.domain.errors import ScreenOutdated
from bot.domain.planning import Unmet, Wishes
from bot.services import plan as plans
from bot.services.next_session import part_due
from bot.services.plan import PlanInForce
from bot.services.plans import KeptPlan


def plan_command(turn: Turn, said: str) -> Iterable[Said]:
    """The plan in force, or the first question; with words, the plan that they ask for."""
    kept = turn.work.plans.current(turn.athlete.id)
    if said.strip():
        wishes = read_wishes(said, _wishes_of(turn, kept), turn.knowledge)
        if wishes is not None:
            yield _written(turn, kept, wishes, Place.NEW, beyond=beyond(said))
            return
    if kept is None:
        yield _screen(turn, kept, Step.AIM, Place.NEW)
    else:
        yield _shown(turn, PlanInForce(kept, part_due(turn.work, turn.athlete, kept)), Place.NEW)


def show_plan(turn: Turn, _: ShowPlan) -> Iterable[Said]:
    yield _shown(turn, _in_force(turn), Place.PRESSED)


def change_plan(turn: Turn, _: ChangePlan) -> Iterable[Said]:
    yield _screen(turn, turn.work.plans.current(turn.athlete.id), Step.AIM, Place.PRESSED)


def wish(turn: Turn, pressed: WishPlan) -> Iterable[Said]:
    wishes = wishes_in(pressed, turn.knowledge)
    if pressed.step not in set(Step):
        raise ScreenOutdated
    match Step(pressed.step):
        case Step.PLAN:
            yield _written(turn, turn.work.plans.current(turn.athlete.id), wishes, Place.PRESSED)
        case Step.USE:
            yield from _used(turn, plans.use_plan(turn.work, turn.coach, turn.athlete, wishes, turn.now), wishes)
        case step:
            yield _screen(turn, turn.work.plans.current(turn.athlete.id), step, Place.PRESSED, wishes)


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
    yield _shown(turn, found, Place.PRESSED, fresh=True)


def _written(turn: Turn, kept: KeptPlan | None, wishes: Wishes, place: Place, *, beyond: bool = False) -> Reply:
    plan = plans.look_at_plan(turn.coach, kept, wishes)
    if isinstance(plan, Unmet):
        return unmet(plan, wishes, turn.knowledge, place=place)
    return plan_shown(plan, turn.knowledge, place=place, beyond=beyond)


def _screen(turn: Turn, kept: KeptPlan | None, step: Step, place: Place, wishes: Wishes | None = None) -> Reply:
    """`wishes`: as they were wished so far."""
    return wishes_screen(step, wishes or _wishes_of(turn, kept), turn.knowledge, place=place, known=kept is not None)


def _wishes_of(turn: Turn, kept: KeptPlan | None) -> Wishes:
    return plans.wishes_of(kept, turn.work, turn.coach, turn.athlete, turn.today)


def _shown(turn: Turn, found: PlanInForce, place: Place, *, fresh: bool = False) -> Reply:
    under_way = turn.visit.open_session is not None
    return plan_in_force(found, turn.knowledge, place=place, fresh=fresh, under_way=under_way)


def _in_force(turn: Turn) -> PlanInForce:
    """Raises ScreenOutdated where there is no plan any more."""
    found = plans.plan_in_force(turn.work, turn.athlete)
    if found is None:
        raise ScreenOutdated
    return found
