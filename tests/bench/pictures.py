"""What does a picture cost? A process that draws the samples, and tells; beside it an empty sheet of the same size.

The empty sheet is the yardstick: to fill and to pack a million pixels is the least that any picture costs.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.bench.understanding import resident

ROOT = Path(__file__).parents[2]
ROUNDS = 7
SHOWN = ("lift-years", "volume-years", "body-years", "calendar-years", "map-all", "exercise", "session")
HEAVIEST = 10.0
"""Times an empty sheet."""
MOST_MB = 60.0


@dataclass(frozen=True, slots=True)
class Cost:
    """Milliseconds of CPU by picture and of an empty sheet; milliseconds to read the libraries; MB of it all."""

    pictures: dict[str, float]
    empty: float
    libraries: float
    mb: float


def measured() -> Cost:
    """Measured in a process of its own, where nothing else is loaded."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.pictures"], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return Cost(**json.loads(done.stdout))


def told(cost: Cost) -> str:
    each = "; ".join(f"{name} {ms:.0f} ms, {ms / cost.empty:.1f} x" for name, ms in cost.pictures.items())
    return (
        f"pictures, CPU and times an empty sheet ({cost.empty:.1f} ms): {each}; "
        f"libraries read in {cost.libraries:.0f} ms, {cost.mb:.0f} MB in all"
    )


def judged(cost: Cost) -> Sequence[tuple[str, bool]]:
    name = max(cost.pictures, key=lambda one: cost.pictures[one])
    times = cost.pictures[name] / cost.empty
    return (
        (f"pictures: {name} {times:.1f} x an empty sheet, at most {HEAVIEST:.0f}", times <= HEAVIEST),
        (f"pictures: {cost.mb:.0f} MB, under {MOST_MB:.0f}", cost.mb < MOST_MB),
    )


def _measure() -> Cost:
    from tests.pictures.samples import SAMPLES

    before, begun = resident(), time.perf_counter()
    from bot.pictures.colours import LIGHT
    from bot.pictures.paint import sheet
    from bot.pictures.sheet import Sheet

    libraries = 1000 * (time.perf_counter() - begun)
    cost = {name: _least(lambda name=name: sheet(SAMPLES[name], LIGHT).png()) for name in SHOWN}  # type: ignore[misc]
    return Cost(cost, _least(lambda: Sheet(1200, LIGHT).png()), libraries, resident() - before)


def _least(draw: Callable[[], object]) -> float:
    """The shortest of some, of CPU: what else the machine does counts least there."""
    took = []
    for _ in range(ROUNDS):
        begun = time.thread_time()
        draw()
        took.append(1000 * (time.thread_time() - begun))
    return min(took)


if __name__ == "__main__":
    print(json.dumps(asdict(_measure())))  # noqa: T201
