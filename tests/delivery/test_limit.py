"""Does a turn that never ends end, and is what is stuck outside Python ended with its process?"""

import subprocess
import sys
import threading

import pytest

from bot.delivery.limit import EXIT_STUCK, TurnTooLong, Watch


def test_a_turn_in_time_is_left_alone() -> None:
    watch = Watch(limit=60)
    with watch:
        watch.look()
        assert watch.running() > 0
    assert watch.running() == 0


def test_a_turn_over_its_time_is_ended_wherever_it_is() -> None:
    watch = Watch(limit=0.01)
    entered = threading.Event()
    ended: list[str] = []

    def turn() -> None:
        try:
            with watch:
                entered.set()
                while True:
                    try:
                        [number * number for number in range(100)]
                    except Exception:  # noqa: BLE001 - a handler that swallows what it can
                        ended.append("swallowed")
        except TurnTooLong:
            ended.append("ended")

    thread = threading.Thread(target=turn)
    thread.start()
    entered.wait()
    while thread.is_alive():
        watch.look()
    assert ended == ["ended"]


def test_an_end_that_comes_late_hits_nothing_after_the_turn() -> None:
    """Shot at in the very moment in which it ends, again and again: raised in the turn, or by its end, never later."""
    watch = Watch(limit=0.0)
    stop = threading.Event()

    def look() -> None:
        while not stop.is_set():
            watch.look()

    thread = threading.Thread(target=look)
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    thread.start()
    shots = 0
    try:
        while shots < 100:
            try:
                with watch:
                    pass
            except TurnTooLong:
                watch.end()
                shots += 1
            sum(range(50))  # what comes next on this thread
    finally:
        sys.setswitchinterval(before)
        stop.set()
        thread.join()
    assert shots == 100


STUCK = """
import asyncio, re, threading
from bot.delivery.limit import Watch, watch_over

def hold_the_interpreter():
    with watch:
        re.match("(a+)+$", "a" * 64 + "b")

def wait_outside():
    with watch:
        threading.Event().wait(60)

async def main():
    asyncio.get_running_loop().call_later(0.1, threading.Thread(target={how}, daemon=True).start)
    await watch_over([watch], hard_limit=0.5)

watch = Watch(limit=0.1)
asyncio.run(main())
"""


@pytest.mark.parametrize(("how", "code"), [("hold_the_interpreter", 1), ("wait_outside", EXIT_STUCK)])
def test_what_cannot_be_ended_ends_the_process_and_says_where(how: str, code: int) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", STUCK.replace("{how}", how)], capture_output=True, text=True, timeout=30, check=False
    )
    assert ended.returncode == code
    assert how in ended.stderr
