"""What becomes of a picture that was asked for? It is ordered in the turn, and drawn beside it, from the log as it
stands then."""

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from bot.chat.buttons import of_pictures
from bot.chat.buttons.of_log import as_number
from bot.chat.buttons.of_pictures import GoDark, ShareSession
from bot.chat.markup import Html, length
from bot.chat.reply import Photo, Reply, Rows, Said, SentMap, Toast
from bot.chat.send import LONGEST_CAPTION, keyboard, outgoing, with_map
from bot.chat.turn import Turn
from bot.chat.views.pictures import (
    exercise_map,
    map_caption,
    session_buttons,
    session_caption,
    session_picture,
    with_dark,
)
from bot.chat.views.progress import (
    THE_ROAD,
    body_caption,
    calendar_caption,
    gone,
    lift_caption,
    menu,
    not_drawn,
    road_caption,
    volume_caption,
)
from bot.chat.views.sets import exercise_name
from bot.chat.views.week import week_buttons, week_caption, week_map
from bot.domain.athlete import Athlete
from bot.domain.errors import SetGone
from bot.domain.session import SessionState
from bot.services.coach import Coach
from bot.services.dark_pictures import asks_dark
from bot.services.failure import trace
from bot.services.level import level_of
from bot.services.lift_chart import lift_chart
from bot.services.messages import Outgoing, Press
from bot.services.news import news_of_session
from bot.services.orders import Wanted
from bot.services.other_charts import body_chart, calendar_chart, volume_chart
from bot.services.picture_orders import PictureOf, Shows, map_name, order_picture, read_picture
from bot.services.pictures import Picture
from bot.services.ports import Work
from bot.services.road_chart import road_chart
from bot.services.week import week_of

logger = logging.getLogger(__name__)

Shown = tuple[Picture, Html, Rows]
"""What is drawn, what stands under it, and its buttons."""


class Draw(Protocol):
    def __call__(self, picture: Picture, *, dark: bool) -> bytes:
        """A PNG."""
        ...


def order(turn: Turn, picture: PictureOf) -> Iterable[Said]:
    """What there is to say at once: of one that is on its way already, to whoever taps twice."""
    charts = picture.shows is not Shows.MUSCLES
    if charts and not turn.talk.dark_asked and asks_dark(turn.work, turn.athlete, turn.chat):
        turn.visit = replace(turn.visit, talk=replace(turn.talk, dark_asked=True))
        picture = replace(picture, asks_dark=True)
    new = order_picture(turn.work, turn.athlete, turn.chat, picture, turn.now)
    tapped = isinstance(turn.incoming.content, Press)
    return [Toast("That picture is on its way.")] if tapped and not new else []


def show_map(turn: Turn, exercise: str, said: Reply, *, alone: bool = True) -> Iterable[Said]:
    """An answer about an exercise, with the map of its muscles under the words: at once where Telegram has the map,
    else as an order. Where the words are too long for that, or more answers come after them (not `alone`) that would
    be there before a drawing, they go at once and the map follows."""
    dark = turn.athlete.dark_pictures
    name = map_name(exercise, turn.coach.drawing, dark=dark)
    known = turn.work.sent_pictures.find(turn.coach.bot, name)
    follows = length(said.text) > LONGEST_CAPTION or (known is None and not alone)
    if follows:
        yield said
        said = Reply(map_caption(exercise, turn.knowledge))
    if known is not None:
        yield SentMap(name, known, said.text, said.rows, above=not follows)
        return
    buttons = keyboard(said.rows) if said.rows else None
    picture = PictureOf(Shows.MUSCLES, exercise, words=said.text, keyboard=buttons, follows=follows, dark=dark)
    yield from order(turn, picture)


def share(turn: Turn, pressed: ShareSession, place: int = 0) -> Iterable[Said]:
    """Raises SetGone for a session that is gone, or somebody else's."""
    session = turn.work.sessions.get(turn.athlete.id, pressed.session)
    if session is None or not session.sets:
        raise SetGone
    if session.state is SessionState.OPEN:
        return [Toast("That session goes on. Finish it, and I draw it.", alert=True)]
    return order(turn, PictureOf(Shows.SESSION, session=session.id, place=place))


def make_picture(work: Work, coach: Coach, draw: Draw, wanted: Wanted) -> Sequence[Outgoing]:
    """Read what was asked for and draw it; the call that brings it. None where whoever asked is gone."""
    asked = read_picture(wanted.order.about)
    if asked.shows is Shows.MUSCLES:
        return _with_map(work, coach, draw, wanted, asked)
    order = wanted.order
    athlete = work.athletes.find(order.telegram_id)
    if athlete is None:
        return ()
    shown = SHOWN[asked.shows](work, coach, athlete, asked, wanted.asked_at)
    if shown is None:
        return [outgoing(gone(), order.chat, None, order.priority)]
    picture, caption, buttons = shown
    if asked.asks_dark and not athlete.dark_pictures:
        buttons = with_dark(_again(work, athlete, asked), buttons)
    said = Photo(order.name, draw(picture, dark=athlete.dark_pictures), caption, buttons, asked.place)
    return [replace(outgoing(said, order.chat, None, order.priority), until=order.until)]


def _with_map(work: Work, coach: Coach, draw: Draw, wanted: Wanted, asked: PictureOf) -> Sequence[Outgoing]:
    """The map is of the knowledge base, nobody's; another may have asked for it meanwhile."""
    if asked.exercise not in coach.knowledge.exercises:
        return _in_words(wanted, asked)
    order, name = wanted.order, map_name(asked.exercise, coach.drawing, dark=asked.dark)
    file: tuple[str, bytes] | str | None = work.sent_pictures.find(coach.bot, name)
    if file is None:
        try:
            file = order.name, draw(exercise_map(asked.exercise, coach.knowledge), dark=asked.dark)
        except Exception as fault:  # noqa: BLE001 - whatever is wrong with a drawing, the words need not wait for it
            _tell(asked, fault)
            return _in_words(wanted, asked)
    return [with_map(order.chat, name, file, asked.words, asked.keyboard, order.priority, above=not asked.follows)]


def _tell(asked: PictureOf, fault: Exception) -> None:
    told = {"exercise": asked.exercise, "where": trace(fault)}
    logger.error("the map of %(exercise)s cannot be drawn, and its words go alone: %(where)s", told)


def give_up_picture(wanted: Wanted) -> Sequence[Outgoing]:
    """Of one that could not be drawn however often. What is more than a picture comes in words."""
    try:
        asked = read_picture(wanted.order.about)
    except (LookupError, TypeError, ValueError):  # asked for by another version of the coach
        asked = None
    if asked is not None and asked.shows is Shows.MUSCLES:
        return _in_words(wanted, asked)
    return [outgoing(not_drawn(), wanted.order.chat, None, wanted.order.priority)]


def _in_words(wanted: Wanted, asked: PictureOf) -> Sequence[Outgoing]:
    """What is more than a picture comes without it."""
    if asked.follows:
        return ()
    said = outgoing(Reply(Html(asked.words)), wanted.order.chat, None, wanted.order.priority)
    buttons = {"reply_markup": asked.keyboard} if asked.keyboard else {}
    return [replace(said, payload={**said.payload, **buttons})]


def _again(work: Work, athlete: Athlete, asked: PictureOf) -> GoDark:
    """The button that draws the same in the other colours."""
    match asked.shows:
        case Shows.LIFT:
            of = (one.kept for one in work.progress.practised(athlete.id) if one.exercise == asked.exercise)
            return GoDark(of_pictures.LIFT, next(of, 0))
        case Shows.SESSION:
            return GoDark(of_pictures.SESSION, asked.session)
        case Shows.WEEK:
            return GoDark(of_pictures.WEEK, as_number(asked.week))
    return GoDark(NAMED[asked.shows])


NAMED = {
    Shows.VOLUME: of_pictures.VOLUME,
    Shows.BODY: of_pictures.BODY,
    Shows.CALENDAR: of_pictures.CALENDAR,
    Shows.ROAD: of_pictures.ROAD,
}


def _lift(work: Work, coach: Coach, athlete: Athlete, asked: PictureOf, now: datetime) -> Shown | None:
    title = exercise_name(coach.knowledge, asked.exercise)
    chart = lift_chart(work, coach, athlete, asked.exercise, title)
    if chart is None:
        return None
    return chart, lift_caption(chart, athlete.day(now)), _menu(work, coach, athlete, asked.exercise)


def _volume(work: Work, coach: Coach, athlete: Athlete, _: PictureOf, now: datetime) -> Shown:
    today = athlete.day(now)
    chart = volume_chart(work, coach, athlete, today)
    return chart, volume_caption(level_of(work, athlete, today)), _menu(work, coach, athlete)


def _body(work: Work, coach: Coach, athlete: Athlete, _: PictureOf, now: datetime) -> Shown | None:
    chart = body_chart(work, athlete)
    if not chart.weights:
        return None
    return chart, body_caption(chart, athlete.day(now)), _menu(work, coach, athlete)


def _calendar(work: Work, coach: Coach, athlete: Athlete, _: PictureOf, now: datetime) -> Shown:
    chart = calendar_chart(work, athlete, athlete.day(now))
    return chart, calendar_caption(chart), _menu(work, coach, athlete)


def _road(work: Work, coach: Coach, athlete: Athlete, _: PictureOf, now: datetime) -> Shown:
    chart = road_chart(work, athlete, athlete.day(now))
    return chart, road_caption(chart), _menu(work, coach, athlete, THE_ROAD)


def _session(work: Work, coach: Coach, athlete: Athlete, asked: PictureOf, _: datetime) -> Shown | None:
    session = work.sessions.get(athlete.id, asked.session)
    if session is None or not session.sets:
        return None
    shown = session_picture(session, news_of_session(work, athlete, session), coach.knowledge, athlete.unit)
    return shown, session_caption(shown), session_buttons()


def _week(work: Work, coach: Coach, athlete: Athlete, asked: PictureOf, now: datetime) -> Shown:
    week = week_of(work, coach, athlete, asked.week, now)
    return week_map(week), week_caption(week, coach.knowledge), week_buttons(week, pushed=asked.pushed)


def _menu(work: Work, coach: Coach, athlete: Athlete, shown: str = "") -> Rows:
    return menu(work.progress.practised(athlete.id), coach.knowledge, shown=shown)


SHOWN: Mapping[Shows, Callable[[Work, Coach, Athlete, PictureOf, datetime], Shown | None]] = {
    Shows.LIFT: _lift,
    Shows.VOLUME: _volume,
    Shows.BODY: _body,
    Shows.CALENDAR: _calendar,
    Shows.SESSION: _session,
    Shows.WEEK: _week,
    Shows.ROAD: _road,
}
"""`None` where nothing is left to draw."""
