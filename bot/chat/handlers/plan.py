"""What happens at /plan? Wishes are asked in four taps or read from words, a plan is written, shown, and trained by."""

from collections.abc import Iterable
from dataclasses import replace

from bot.chat.buttons.of_plans import (
    ChangePlan,
    DropPlan,
    EndPlan,
    ListLifts,
    PreferLift,
    RevivePlan,
    ShowPlan,
    ShowPlannedLift,
    Step,
    WishPlan,
    wishes_in,
)
from bot.chat.handlers.flags import flag_of
from bot.chat.markup import Html, lines
from bot.chat.reply import Place, Reply, Said, Toast, rows
from bot.chat.turn import Turn
from bot.chat.views.hurts import off_buttons, off_text, stands
from bot.chat.views.plan import (
    lift_menu,
    lifts_menu,
    plan_ended,
    plan_in_force,
    plan_shown,
    plan_taken_back,
    spared_already,
    unmet,
)
from bot.chat.views.plan_wishes import wishes_screen
from bot.chat.views.wish_rest import above, all_hurts, rest_of_wish
from bot.coaching.planning.wish_rest import hurts_all_over, not_understood, went_along
from bot.coaching.planning.wish_words import beyond, read_wishes
from bot.domain.errors import ScreenOutdated
from bot.domain.planning import Plan, Site, Unmet, Wishes
from bot.services import plan as plans
from bot.services import taps_back
from bot.services.hurts import hurting
from bot.services.plan import PlanInForce
from bot.services.plans import KeptPlan
from bot.services.road import stage_now
from bot.services.stand_in import loads_site, week_now
from bot.services.taps_back import Tapped
from bot.services.wish_text import meant


def plan_command(turn: Turn, said: str) -> Iterable[Said]:
    """The plan in force, or the first question; with words, the plan that they ask for, and what of them is left."""
    kept, told = turn.work.plans.current(turn.athlete.id), None
    if said.strip():
        said = meant(turn.coach, said)
        mine = _wishes_of(turn, kept)
        wishes = read_wishes(said, mine, turn.knowledge, anew=True)
        wishes = mine if wishes is None and _told_to_hurt(turn, mine, said) else wishes
        told = _rest(turn, said, read=wishes is not None)
        if wishes is not None and not hurts_all_over(said):
            spared = _spared(turn, kept, said, wishes)
            told = lines(told, spared) if told and spared else told or spared
            yield above(told, _written(turn, kept, wishes, Place.NEW, beyond=beyond(said)))
            return
    yield above(told, _now(turn, kept, Place.NEW))


def _rest(turn: Turn, said: str, *, read: bool) -> Html | None:
    """What is told above a plan that was wished in words."""
    if hurts_all_over(said):
        return all_hurts()
    left, along = not_understood(said, turn.knowledge), went_along(said, turn.knowledge)
    return rest_of_wish(left, along, turn.knowledge, read=read)


def _spared(turn: Turn, kept: KeptPlan | None, said: str, wishes: Wishes) -> Html | None:
    """Told of what hurts by these words, where the lifts are the same without it; else the plan itself shows it."""
    sites = _told_to_hurt(turn, wishes, said)
    plan = plans.look_at_plan(turn.coach, kept, wishes)
    if not sites or isinstance(plan, Unmet):
        return None
    lifts = _lifts(plan)
    if any(loads_site(turn.coach, lift, sites) for lift in lifts):
        return None
    if kept is not None and sites <= kept.plan.wishes.hurts and lifts == _lifts(kept.plan):
        return spared_already(sites, in_force=True)
    without = plans.look_at_plan(turn.coach, kept, replace(wishes, hurts=wishes.hurts - sites))
    same = not isinstance(without, Unmet) and lifts == _lifts(without)
    return spared_already(sites, in_force=False) if same else None


def _told_to_hurt(turn: Turn, wishes: Wishes, said: str) -> frozenset[Site]:
    """By these words, whatever was known to hurt."""
    found = read_wishes(said, replace(wishes, hurts=frozenset()), turn.knowledge, anew=True)
    return frozenset() if found is None else found.hurts


def _lifts(plan: Plan) -> list[str]:
    return [one.exercise for session in plan.sessions for one in session.exercises]


def show_plan(turn: Turn, _: ShowPlan) -> Iterable[Said]:
    yield _now(turn, turn.work.plans.current(turn.athlete.id), Place.PRESSED)


def _now(turn: Turn, kept: KeptPlan | None, place: Place) -> Reply:
    """The plan in force; the first question to whoever has none."""
    found = plans.in_force(turn.work, turn.coach, turn.athlete, kept)
    return _with_flag(turn, _screen(turn, kept, Step.AIM, place)) if found is None else _shown(turn, found, place)


def _with_flag(turn: Turn, said: Reply) -> Reply:
    flag = flag_of(turn)
    return said if flag is None else replace(said, text=lines(said.text, stands(flag)))


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
    kept = turn.work.plans.current(turn.athlete.id)
    ended = plans.end_plan(turn.work, turn.athlete, turn.now)
    if ended and kept is not None:
        turn.remember_tap(Tapped.END, kept.id)
    session = turn.work.sessions.open(turn.athlete.id)
    if ended and kept is not None and session is not None and session.plan == kept.id and not session.sets:
        turn.work.sessions.discard(session.id)
        session = None
    of_plan = session is not None and session.plan is not None
    number = kept.id if ended and kept is not None else None
    yield plan_ended(number, session if of_plan else None, turn.knowledge)


def revive_plan(turn: Turn, pressed: RevivePlan) -> Iterable[Said]:
    """Tapped twice, it is in force already."""
    kept = turn.work.plans.current(turn.athlete.id)
    if taps_back.revive_plan(turn.work, turn.athlete, pressed.plan) is None and (
        kept is None or kept.id != pressed.plan
    ):
        raise ScreenOutdated
    yield Toast("Your plan is in force again.")
    yield _shown(turn, _in_force(turn), Place.PRESSED)


def drop_plan(turn: Turn, pressed: DropPlan) -> Iterable[Said]:
    taken = taps_back.drop_plan(turn.work, turn.athlete, pressed.plan)
    if taken is None:
        raise ScreenOutdated
    yield replace(plan_taken_back(taken), place=Place.PRESSED)


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


def _make_way(turn: Turn, found: PlanInForce) -> None:
    """A session that was only opened goes; one with sets stays, and the plan's screen says so."""
    if found.kept.made_at == turn.now:
        turn.remember_tap(Tapped.USE, found.kept.id)
    session = turn.work.sessions.open(turn.athlete.id)
    if session is not None and session.plan != found.kept.id and not session.sets:
        turn.work.sessions.discard(session.id)


def _used(turn: Turn, found: PlanInForce | Unmet, wishes: Wishes) -> Iterable[Said]:
    if isinstance(found, Unmet):
        yield unmet(found, wishes, turn.knowledge, place=Place.PRESSED)
        return
    _make_way(turn, found)
    yield Toast("Kept. The next session is the plan's.")
    yield _shown(turn, found, Place.PRESSED, fresh=found.kept.made_at == turn.now)


def _written(turn: Turn, kept: KeptPlan | None, wishes: Wishes, place: Place, *, beyond: bool = False) -> Reply:
    plan = plans.look_at_plan(turn.coach, kept, wishes)
    if isinstance(plan, Unmet):
        return unmet(plan, wishes, turn.knowledge, place=place)
    off, road = hurting(turn.work, turn.athlete), stage_now(turn.work, turn.athlete, plan, turn.today)
    now = week_now(turn.coach, plan.sessions, off, plan.wishes)
    return plan_shown(plan, turn.knowledge, place=place, beyond=beyond, road=road, off=off, now=now)


def _screen(turn: Turn, kept: KeptPlan | None, step: Step, place: Place, wishes: Wishes | None = None) -> Reply:
    """`wishes`: as they were wished so far."""
    wished, known = wishes or _wishes_of(turn, kept), kept is not None
    off = hurting(turn.work, turn.athlete) if step is Step.AIM and not known else ()
    buttons = rows(off_buttons(off, turn.knowledge))
    shown = wishes_screen(step, wished, turn.knowledge, place=place, known=known, off=buttons)
    told = off_text(off, turn.knowledge)
    return replace(shown, text=lines(shown.text, told)) if told else shown


def _wishes_of(turn: Turn, kept: KeptPlan | None) -> Wishes:
    return plans.wishes_of(kept, turn.work, turn.coach, turn.athlete, turn.today)


def _shown(turn: Turn, found: PlanInForce, place: Place, *, fresh: bool = False) -> Reply:
    off, road = hurting(turn.work, turn.athlete), stage_now(turn.work, turn.athlete, found.kept.plan, turn.today)
    under_way = turn.work.sessions.open(turn.athlete.id)
    now = week_now(turn.coach, found.kept.plan.sessions, off, found.kept.plan.wishes)
    shown = plan_in_force(
        found, turn.knowledge, place=place, fresh=fresh, road=road, under_way=under_way, off=off, now=now
    )
    return _with_flag(turn, shown)


def _in_force(turn: Turn) -> PlanInForce:
    """Raises ScreenOutdated where there is no plan any more."""
    found = plans.plan_in_force(turn.work, turn.coach, turn.athlete)
    if found is None:
        raise ScreenOutdated
    return found
