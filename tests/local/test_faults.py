"""Do fault rules strike the calls they name, as often as they say?"""

import pytest

from bot.local.faults import Fault, Faults


def strikes(faults: Faults, calls: int, method: str = "sendmessage", chat_id: str = "1") -> list[bool]:
    return [faults.next(method, chat_id) is not None for _ in range(calls)]


def test_count_and_skip() -> None:
    faults = Faults()
    faults.add("429", "sendMessage", count=2, skip=1)
    assert strikes(faults, 5) == [False, True, True, False, False]
    assert faults.records() == []


@pytest.mark.parametrize(
    ("wanted", "method", "struck"),
    [
        ("*", "sendmessage", True),
        ("*", "getupdates", False),
        ("getUpdates", "getupdates", True),
        ("send*", "sendphoto", True),
        ("send*", "editmessagetext", False),
        ("sendMessage", "sendphoto", False),
    ],
)
def test_the_method_named(wanted: str, method: str, struck: bool) -> None:
    faults = Faults()
    faults.add("500", wanted)
    assert strikes(faults, 1, method) == [struck]


def test_one_chat_only() -> None:
    faults = Faults()
    faults.add("403", chat_id=7)
    assert strikes(faults, 1, chat_id="8") + strikes(faults, 1, chat_id="7") == [False, True]


def test_a_share_of_the_calls() -> None:
    faults = Faults()
    faults.add("reset_after", share=0.25)
    assert 200 < sum(strikes(faults, 1000)) < 300


@pytest.mark.parametrize("given", [{"kind": "gremlins"}, {}, "429"])
def test_a_rule_nobody_knows(given: object) -> None:
    with pytest.raises(ValueError, match="a fault needs a kind"):
        Fault.from_json(given)
