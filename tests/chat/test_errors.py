"""Has every expected trouble its sentence, and none a bare name?"""

from bot.chat.errors import WORDED, worded
from bot.domain.errors import BadRhythm, CoachError, UnknownZone


def every(kind: type[CoachError]) -> set[type[CoachError]]:
    return {one for sub in kind.__subclasses__() for one in (sub, *every(sub))}


def test_every_trouble_is_worded() -> None:
    assert every(CoachError) == set(WORDED)


def test_what_was_said_is_said_back_harmlessly_and_shortly() -> None:
    reply = worded(UnknownZone("<script>" + "x" * 500))
    assert "&lt;script&gt;" in reply.text
    assert len(reply.text) < 300
    assert "half past" in worded(BadRhythm("half past")).text
