"""What becomes of a picture that was asked for? It is ordered in the turn, and drawn beside it, from the log as it
stands then."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from bot.chat.buttons.of_pictures import ShareSession
from bot.chat.markup import Html
from bot.chat.reply import Photo, Reply, Rows, Said, Toast
from bot.chat.send import outgoing, photo
from bot.chat.turn import Turn
from bot.chat.views.pictures import muscle_map, session_buttons, session_caption, session_picture
from bot.chat.views.progress import (
    body_caption,
    calendar_caption,
    gone,
    lift_caption,
    menu,
    not_drawn,
    volume_caption,
)
from bot.chat.views.sets import exercise_name
from bot.chat.views.week import week_buttons, week_caption, week_map
from bot.domain.athlete import Athlete
from bot.domain.errors import SetGone
from bot.domain.session import SessionState
from bot.services.coach import Coach
from bot.services.level import level_of
from bot.services.lift_chart import lift_chart
from bot.services.messages import Outgoing, Press
from bot.services.news import news_of_session
from bot.services.orders import Wanted
from bot.services.other_charts import body_chart, calendar_chart, volume_chart
from bot.services.picture_orders import PictureOf, Shows, order_picture, read_picture
from bot.services.pictures import Picture
from bot.services.ports import Work
from bot.services.week import week_of

Shown = tuple[Picture, Html, Rows]
"""What is drawn, what stands under it, and its buttons."""


class Draw(Protocol):
    def __call__(self, picture: Picture, *, dark: bool) -> bytes:
        """A PNG."""
        ...


def order(turn: Turn, picture: PictureOf) -> Iterable[Said]:
    """What there is to say at once: of one that is on its way already, to whoever taps twice."""
    new = order_picture(turn.work, turn.athlete, turn.chat, picture, turn.now)
    tapped = isinstance(turn.incoming.content, Press)
    return [Toast("That picture is on its way.")] if tapped and not new else []


def order_muscles(turn: Turn, exercise: str, said: Reply) -> Iterable[Said]:
    """An answer to which muscles an exercise trains, as the words under their map."""
    buttons = outgoing(said, turn.chat, None).payload.get("reply_markup")
    keyboard = buttons if isinstance(buttons, Mapping) else None
    return order(turn, PictureOf(Shows.MUSCLES, exercise, words=str(said.text), keyboard=keyboard))


def share(turn: Turn, pressed: ShareSession) -> Iterable[Said]:
    """Raises SetGone for a session that is gone, or somebody else's."""
    session = turn.work.sessions.get(turn.athlete.id, pressed.session)
    if session is None or not session.sets:
        raise SetGone
    if session.state is SessionState.OPEN:
        return [Toast("That session goes on. Finish it, and I draw it.", alert=True)]
    return order(turn, PictureOf(Shows.SESSION, session=session.id))


def make_picture(work: Work, coach: Coach, draw: Draw, wanted: Wanted) -> Sequence[Outgoing]:
    """Read what was asked for and draw it; the call that brings it. None where whoever asked is gone."""
    asked = read_picture(wanted.order.about)
    athlete = work.athletes.find(wanted.order.telegram_id)
    if athlete is None:
        return ()
    order = wanted.order
    if asked.shows is Shows.MUSCLES:
        if asked.exercise not in coach.knowledge.exercises:
            return _in_words(wanted, asked)
        drawn = draw(muscle_map(asked.exercise, coach.knowledge), dark=athlete.dark_pictures)
        return [photo(order.chat, (order.name, drawn), asked.words, asked.keyboard, order.priority)]
    shown = SHOWN[asked.shows](work, coach, athlete, asked, wanted.asked_at)
    if shown is None:
        return [outgoing(gone(), order.chat, None, order.priority)]
    picture, caption, buttons = shown
    said = Photo(order.name, draw(picture, dark=athlete.dark_pictures), caption, buttons)
    return [replace(outgoing(said, order.chat, None, order.priority), until=order.until)]


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
    said = outgoing(Reply(Html(asked.words)), wanted.order.chat, None, wanted.order.priority)
    buttons = {"reply_markup": asked.keyboard} if asked.keyboard else {}
    return [replace(said, payload={**said.payload, **buttons})]


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
}
"""`None` where nothing is left to draw."""
