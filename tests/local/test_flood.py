"""Does the model of the flood limits hold a bot to Telegram's rates, and only when it is on?"""

import pytest

from bot.local.errors import ApiError
from bot.local.flood import Flood
from tests.local.clock import Clock


def passed(flood: Flood, clock: Clock, seconds: int, chats: int, *, group: bool = False, paid: bool = False) -> int:
    """How many messages get through when every chat is tried ten times a second."""
    count = 0
    for _ in range(seconds * 10):
        for chat in range(chats):
            try:
                flood.check(chat, group=group, paid=paid)
            except ApiError:
                continue
            count += 1
        clock.pass_(0.1)
    return count


def test_off_it_lets_everything_through(clock: Clock) -> None:
    assert passed(Flood(clock), clock, seconds=2, chats=100) == 2000


@pytest.mark.parametrize(
    ("seconds", "chats", "group", "paid", "least", "most"),
    [
        (60, 1, False, False, 60, 66),
        (120, 1, True, False, 40, 60),
        (10, 200, False, False, 300, 330),
        (10, 200, False, True, 2000, 3000),
    ],
)
def test_on_it_keeps_the_rates(
    clock: Clock, seconds: int, chats: int, group: bool, paid: bool, least: int, most: int
) -> None:
    flood = Flood(clock, on=True)
    assert least <= passed(flood, clock, seconds, chats, group=group, paid=paid) <= most


def test_the_wait_it_names_is_enough(clock: Clock) -> None:
    flood = Flood(clock, on=True, chat_burst=1)
    flood.check(1, group=False)
    with pytest.raises(ApiError, match="Too Many Requests: retry after 1") as caught:
        flood.check(1, group=False)
    assert caught.value.retry_after
    clock.pass_(caught.value.retry_after)
    flood.check(1, group=False)
