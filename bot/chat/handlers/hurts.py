"""What happens with a lift that hurts? It is taken off the next sessions, swapped for today, and put back."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

from bot.chat.buttons import of_hurts
from bot.chat.buttons.of_hurts import sites_in
from bot.chat.handlers.flags import flag_of, said_again
from bot.chat.reply import Place, Reply, Said, Toast, rows
from bot.chat.turn import Turn
from bot.chat.views import hurts as views
from bot.chat.views.answer import answer
from bot.chat.views.card import card, card_moved
from bot.chat.views.hurts import off_buttons
from bot.chat.views.sets import exercise_name
from bot.coaching.answers.of_pain import of_pain
from bot.coaching.knowledge.names import normalise
from bot.coaching.knowledge.pain import Advice
from bot.coaching.knowledge.pain import Kind as Entry
from bot.coaching.language.hurt import sites_of
from bot.coaching.language.intents import Understanding
from bot.coaching.language.names import Kind
from bot.coaching.planning.back_words import Back, read_back_words, read_off_words
from bot.coaching.planning.lift_families import families
from bot.coaching.planning.wish_hurts import only_sites
from bot.domain.errors import NothingLeft, ScreenOutdated
from bot.domain.hurting import Off
from bot.domain.planning import Site
from bot.services import hurts
from bot.services.change_session import go_to, item_of
from bot.services.hurts import TakenOff
from bot.services.pain import forget_pain, pain_in_mind, remember_pain
from bot.services.plan import first_wishes
from bot.services.swap import swaps
from bot.services.workout import open_item, workout

TWO_TAPS = timedelta(seconds=20)
"""A place tapped again within this time is one tap."""


def after_pain(
    turn: Turn, said: Reply, understood: Understanding, text: str, *, done: str | None = None, number: int | None = None
) -> Reply:
    """The answer to a text that told of pain, with what becomes of the lift; `done` is the one of the sets in it."""
    advice = turn.knowledge.pain.get(understood.advice or "")
    if advice is None:
        return said
    if understood.over or advice.kind is Entry.RETURN:
        off = () if flag_of(turn) else hurts.hurting(turn.work, turn.athlete)
        return replace(said, rows=(*said.rows, *rows(off_buttons(off, turn.knowledge))))
    hurt = turn.coach.understander.hurt(text, understood)
    found = hurts.take_off(turn.work, turn.coach, turn.athlete, hurt, advice, turn.now, done=done, question=number)
    if not found.lifts and not found.doubtful:
        only_asks = bool(understood.signs) and not hurt.now
        return said if only_asks else after_place(turn, said, advice, hinted=hurt.now)
    return _with_lift(turn, said, found, advice)


def after_place(turn: Turn, said: Reply, advice: Advice, *, hinted: bool = False) -> Reply:
    """Where it hurts is told now, of a lift that was taken off before; or of none, and a plan may go around it."""
    sites = sites_of(advice.id, turn.knowledge)
    lifts = hurts.tell_where(turn.work, turn.athlete, sites, turn.now)
    session = turn.work.sessions.open(turn.athlete.id)
    left = (one for one in session.items if not one.complete and one.plan.exercise in lifts) if session else ()
    item = next(iter(left), None)
    if sites and session is not None and item is not None and not _holds(turn, advice):
        found = TakenOff((item.plan.exercise,), sites, at=(session.id, item.position))
        return replace(said, rows=(*said.rows, *views.done_about(found, turn.knowledge)))
    if hinted and sites and not lifts:
        return _with_lift(turn, said, TakenOff((), sites), advice)
    return said


def _with_lift(turn: Turn, said: Reply, found: TakenOff, advice: Advice) -> Reply:
    if _holds(turn, advice):
        found = replace(found, at=None)
    wishes = first_wishes(turn.work, turn.coach, turn.athlete, turn.today)
    return views.after_pain(said, found, advice, wishes, turn.knowledge, holds=_holds(turn, advice))


def _holds(turn: Turn, advice: Advice) -> bool:
    """Whether this, or what was said to pain before, is put aside by nothing less."""
    return advice.holds or flag_of(turn) is not None


def hear_back(turn: Turn, text: str) -> Iterable[Said] | None:
    """ "My elbow is fine again", "put the deadlift back"; None where neither a place nor a lift is meant. A red flag
    that stands is taken back by no word of less, and is said again."""
    meant = _back(turn, text)
    if meant is None:
        return None
    off, flag = hurts.hurting(turn.work, turn.athlete), flag_of(turn)
    if flag and not meant.put:
        return said_again(turn)
    if not off:
        return _not_off(turn, meant, off)
    lifts = _lifts_meant(turn, meant, off)
    near = () if lifts else _of_its_family(turn, meant, off)
    if (lifts or near) and flag:
        return said_again(turn)
    if near:
        return [views.meant_back(near, turn.knowledge)]
    if not lifts:
        return _not_off(turn, meant, off)
    return _put_back(turn, lifts, fine=None if meant.put else _fine_now(meant, lifts, off))


def _not_off(turn: Turn, meant: Back, off: tuple[Off, ...]) -> Iterable[Said] | None:
    """A lift that was left out of the session comes back; pain that is gone is forgotten; None for any other thing."""
    if not meant.put:
        if not meant.sites:
            return None
        talk = turn.work.talks.get(turn.chat)
        if meant.sites & sites_of(pain_in_mind(talk, turn.now) or "", turn.knowledge):
            turn.work.talks.put(turn.chat, forget_pain(talk))
        return [views.fine_again(off)]
    named = turn.coach.understander.reader.read(meant.thing).ids(Kind.EXERCISE) if meant.thing else ()
    if flag_of(turn) is not None:
        return said_again(turn) if named or not meant.thing else None
    session = turn.work.sessions.open(turn.athlete.id)
    left = [one for one in session.items if one.skipped] if session is not None else []
    items = [one for one in left if one.plan.exercise in named] if meant.thing else left[-1:]
    if session is not None and items:
        turn.back_to_card()
        return [card(go_to(turn.work, turn.athlete, session.id, items[0].position, turn.now), turn.knowledge)]
    return [_off_list(turn, off)] if named or not meant.thing else None


def _fine_now(meant: Back, lifts: list[str], off: tuple[Off, ...]) -> frozenset[Site]:
    return meant.sites.union(*(one.sites for one in off if one.exercise in lifts and not meant.sites))


def hear_off(turn: Turn, text: str) -> Iterable[Said] | None:
    """ "Can I deadlift?" of a lift that is off, "my back is fine": since when, where, and its way back; None where none
    is meant, and while what was said to the pain answers it."""
    meant = read_off_words(text)
    if meant is None or flag_of(turn) is not None:
        return None
    off = hurts.hurting(turn.work, turn.athlete)
    place = frozenset[Site]() if meant.asks else only_sites(f"my {meant.thing}")
    if place:
        found = [one for one in off if one.sites & place]
        return [_off_list(turn, found)] if found else _not_off(turn, Back(meant.thing, place, put=False), off)
    if turn.coach.understander.pain_in(text) is not None:
        return None
    if meant.asks and pain_in_mind(turn.talk, turn.now) is not None:
        return None
    if not meant.thing:
        return [_off_list(turn, off)]
    named = turn.coach.understander.reader.read(meant.thing).ids(Kind.EXERCISE)
    found = [one for one in off if one.exercise in named]
    return [_off_list(turn, found)] if found else None


def _off_list(turn: Turn, off: Sequence[Off]) -> Reply:
    return views.off_list(off, turn.today, turn.athlete, turn.knowledge)


def _back(turn: Turn, text: str) -> Back | None:
    """As it is written, or with the slips of it mended."""
    meant = read_back_words(text) or read_back_words(" ".join(turn.coach.understander.reader.read(text).words))
    if meant is None or meant.sites or not meant.thing:
        return meant
    return replace(meant, sites=turn.coach.understander.sites(meant.thing))


def _lifts_meant(turn: Turn, meant: Back, off: tuple[Off, ...]) -> list[str]:
    if not meant.thing:
        return [off[0].exercise] if len(off) == 1 else []
    if meant.sites:
        return [one.exercise for one in off if one.sites and one.sites <= meant.sites]
    named = turn.coach.understander.reader.read(meant.thing).ids(Kind.EXERCISE)
    return [one.exercise for one in off if one.exercise in named]


def _of_its_family(turn: Turn, meant: Back, off: tuple[Off, ...]) -> tuple[str, ...]:
    """What is off of the family that is named: "the deadlift", where that is the Romanian one."""
    family = families(turn.knowledge).get(normalise(meant.thing), frozenset())
    return tuple(one.exercise for one in off if one.exercise in family)


def _put_back(turn: Turn, lifts: list[str], *, fine: frozenset[Site] | None) -> Iterable[Said]:
    """`fine`: where it hurts no more, none where that is not known; None where nobody said that it is fine."""
    for one in lifts:
        hurts.put_back(turn.work, turn.athlete, one, turn.now)
    talk = turn.work.talks.get(turn.chat)
    told = sites_of(pain_in_mind(talk, turn.now) or "", turn.knowledge)
    if fine is not None and not (fine and told and fine.isdisjoint(told)):
        turn.work.talks.put(turn.chat, forget_pain(talk))
    yield views.all_back(lifts, turn.knowledge)
    yield from made_anew(turn)


def put_back(turn: Turn, pressed: of_hurts.PutLiftBack) -> Iterable[Said]:
    """A red flag is taken back by no tap either: it is said again, and nothing is put back while it stands."""
    if flag_of(turn) is not None:
        yield from said_again(turn)
        return
    if not hurts.put_back(turn.work, turn.athlete, pressed.exercise, turn.now):
        yield Toast(f"{_name(turn, pressed.exercise)} is not off.")
        return
    yield Toast("Put back.")
    yield views.is_back(pressed.exercise, turn.knowledge)
    yield from made_anew(turn)


def never_hurt(turn: Turn, pressed: of_hurts.NeverHurt) -> Iterable[Said]:
    """Not while a red flag stands: it may have been told of this lift since."""
    if flag_of(turn) is not None:
        yield from said_again(turn)
        return
    if not hurts.was_no_pain(turn.work, turn.athlete, pressed.exercise):
        yield Toast(f"{_name(turn, pressed.exercise)} is in as before.")
        return
    yield views.as_if_never(pressed.exercise, turn.knowledge, place=Place.PRESSED)
    yield from made_anew(turn)


def leave_off(turn: Turn, pressed: of_hurts.LeaveOff) -> Iterable[Said]:
    if all(one.exercise != pressed.exercise for one in hurts.hurting(turn.work, turn.athlete)):
        yield Toast(f"{_name(turn, pressed.exercise)} is not off.")
        return
    yield views.still_off(pressed.exercise, turn.knowledge)


def take_off(turn: Turn, pressed: of_hurts.TakeLiftOff) -> Iterable[Said]:
    if pressed.exercise not in turn.knowledge.exercises:
        raise ScreenOutdated
    sites = sites_in(pressed.sites)
    if any(one.exercise == pressed.exercise for one in hurts.hurting(turn.work, turn.athlete)):
        yield Toast(f"{_name(turn, pressed.exercise)} is off already.")
        return
    hurts.set_aside(turn.work, turn.athlete, [pressed.exercise], sites, turn.now)
    yield views.taken_off(pressed.exercise, turn.knowledge)


def show_off(turn: Turn, _: of_hurts.ShowOff) -> Iterable[Said]:
    off = hurts.hurting(turn.work, turn.athlete)
    yield _off_list(turn, off)


def show_where(turn: Turn, pressed: of_hurts.HurtsMenu) -> Iterable[Said]:
    session, item = open_item(turn.work, turn.athlete, pressed.session, pressed.position)
    yield views.where_menu(session, item, turn.knowledge, place=Place.PRESSED)


def say_where(turn: Turn, pressed: of_hurts.HurtsAt) -> Iterable[Said]:
    """The safety words first, then what spares the place."""
    session, item = open_item(turn.work, turn.athlete, pressed.session, pressed.position)
    sites, lift = sites_in(pressed.sites), item.plan.exercise
    off = next((one for one in hurts.hurting(turn.work, turn.athlete) if one.exercise == lift), None)
    if off is not None and sites and sites <= off.sites and turn.now - off.since < TWO_TAPS:
        yield Toast("Noted, below.")
        return
    hurts.at_site(turn.work, turn.athlete, session, item.position, sites, turn.now)
    advice = next((turn.knowledge.pain[site] for site in Site if site in sites), turn.knowledge.first_advice)
    flag = flag_of(turn)
    talk = turn.work.talks.get(turn.chat)
    turn.work.talks.put(turn.chat, remember_pain(talk, advice.id, turn.knowledge.pain, turn.now))
    yield card_moved()
    said = answer(of_pain(flag or advice, turn.knowledge, turn.coach.language.wording), session.id, None, train=False)
    yield _with_lift(turn, said, TakenOff((lift,), sites), flag or advice)
    if flag is None:
        yield _instead(turn, session.id, item.position, sites)


def swap_hurting(turn: Turn, pressed: of_hurts.SwapHurting) -> Iterable[Said]:
    """Of an exercise of the open session, which comes onto the card first; without a place, that is asked first."""
    item = item_of(turn.work, turn.athlete, pressed.session, pressed.position)
    if flag_of(turn) is not None:
        yield from said_again(turn)
        return
    if item.complete:
        raise ScreenOutdated
    sites = sites_in(pressed.sites)
    go_to(turn.work, turn.athlete, pressed.session, pressed.position, turn.now)
    if not pressed.sites:
        session, item = open_item(turn.work, turn.athlete, pressed.session, pressed.position)
        yield views.where_menu(session, item, turn.knowledge, place=Place.NEW)
        return
    yield _instead(turn, pressed.session, pressed.position, sites)


def _instead(turn: Turn, session: int, position: int, sites: frozenset[Site]) -> Reply:
    found = swaps(turn.work, turn.coach, turn.athlete, session, position, turn.now, hurts=sites)
    return views.instead(found, found.card.session.items[position], turn.knowledge, place=Place.NEW)


def ask_after_weeks(turn: Turn) -> Iterable[Said]:
    """When a session opens: a lift that has been off for two weeks, once."""
    off = hurts.hurting(turn.work, turn.athlete)
    due = hurts.to_ask(turn.work, turn.athlete, off, turn.now)
    if due is not None:
        yield views.does_it_hurt(due, turn.today, turn.athlete, turn.knowledge)


def made_anew(turn: Turn) -> Iterable[Said]:
    """A session that was opened and not begun is made anew, with what is in again; after a red flag none is shown."""
    if flag_of(turn) is None and hurts.fresh_session(turn.work, turn.athlete):
        try:
            shown = workout(turn.work, turn.coach, turn.athlete, turn.now)
        except NothingLeft:
            return
        yield card(shown, turn.knowledge)


def _name(turn: Turn, exercise: str) -> str:
    return exercise_name(turn.knowledge, exercise)
