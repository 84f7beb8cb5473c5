"""Which numbers stand on the picture of a session?"""

from dataclasses import replace

import pytest

from bot.pictures.session import stats
from bot.services.pictures import SessionPicture
from tests.pictures.samples import SAMPLES

SESSION = SAMPLES["session"]


@pytest.mark.parametrize(
    ("minutes", "sets", "moved", "shown"),
    [
        (58, 18, "4 320 kg", [("58", "minutes"), ("18", "sets"), ("4 320 kg", "moved")]),
        (1, 1, "100 kg", [("1", "minute"), ("1", "set"), ("100 kg", "moved")]),
        (0, 3, "2 400 kg", [("3", "sets"), ("2 400 kg", "moved")]),
        (12, 3, "", [("12", "minutes"), ("3", "sets")]),
    ],
)
def test_what_is_none_is_left_out(minutes: int, sets: int, moved: str, shown: list[tuple[str, str]]) -> None:
    assert isinstance(SESSION, SessionPicture)
    assert stats(replace(SESSION, minutes=minutes, sets=sets, moved=moved)) == shown
