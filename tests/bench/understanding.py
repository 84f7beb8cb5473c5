"""What does understanding cost? A process that reads the language, asks every labelled question, and tells.

Beside it, in the same run, the plainest way there is: the best of all names by rapidfuzz, which knows no intents.
"""

import gc
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.coaching.knowledge.catalog import Knowledge

from tests.processes import environment

ROOT = Path(__file__).parents[2]
SENTENCES = (ROOT / "tests" / "sentences" / "en", ROOT / "tests" / "voices")
ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Cost:
    """Milliseconds a question in process, of the understanding and of the fuzzy names; seconds to be ready; MB."""

    questions: int
    p50: float
    p99: float
    fuzzy_p50: float
    fuzzy_p99: float
    ready: float
    language_mb: float


def measured() -> Cost:
    """Measured in a process of its own, where nothing else is loaded."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.understanding"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env=environment(),
    )
    return Cost(**json.loads(done.stdout))


def told(cost: Cost) -> str:
    return (
        f"understanding, {cost.questions} questions: p50 {cost.p50:.2f} ms, p99 {cost.p99:.2f} ms "
        f"({cost.p50 / cost.fuzzy_p50:.2f} and {cost.p99 / cost.fuzzy_p99:.2f} of a fuzzy look-up of all names); "
        f"ready {cost.ready:.2f} s after the start; {cost.language_mb:.0f} MB"
    )


def judged(cost: Cost) -> Sequence[tuple[str, bool]]:
    return (
        (f"understanding: p50 {cost.p50:.2f} ms, under 1", cost.p50 < 1),
        (f"understanding: p99 {cost.p99:.2f} ms, under 5", cost.p99 < 5),
        (f"understanding: ready after {cost.ready:.2f} s, under 1", cost.ready < 1),
        (f"understanding: {cost.language_mb:.0f} MB, under 80", cost.language_mb < 80),
    )


def resident() -> float:
    """MB of this process in memory."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS"):
            return float(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def sentences(knowledge: "Knowledge | None" = None) -> Sequence[str]:
    """Every labelled question of the tests, as it was written."""
    from bot.coaching.knowledge.load import load
    from bot.coaching.language.measure import sentences_in

    known = knowledge or load(ROOT / "knowledge")
    return [one.text for folder in SENTENCES for one in sentences_in(folder, known)]


def _measure() -> Cost:
    begun, before = time.perf_counter(), resident()
    gc.disable()  # as in a coach that starts: bot/commands/serving.py
    from bot.coaching.knowledge.load import load
    from bot.coaching.language.language import load_language
    from bot.coaching.language.understanding import Understander

    knowledge = load(ROOT / "knowledge")
    language = load_language(ROOT / "knowledge" / "language" / "en", knowledge, phrasings=False)
    coach = Understander(knowledge, language)
    coach.understand("how do i row")
    ready = time.perf_counter() - begun
    gc.freeze()
    gc.enable()

    from rapidfuzz import process

    texts = sentences(knowledge)
    names = [*knowledge.exercise_aliases, *knowledge.muscle_aliases]
    asked = _times(lambda text: coach.understand_all(text), texts)
    held = resident() - before
    fuzzy = _times(lambda text: process.extractOne(text, names), texts)
    return Cost(len(texts), *_cut(asked), *_cut(fuzzy), ready, held)


def _times(ask: Callable[[str], object], texts: Sequence[str]) -> list[float]:
    """The first round is not counted twice: words that were mended are remembered, as they are in a running coach."""
    took = []
    for _ in range(ROUNDS):
        for text in texts:
            begun = time.perf_counter()
            ask(text)
            took.append(1000 * (time.perf_counter() - begun))
    return sorted(took)


def _cut(took: Sequence[float]) -> tuple[float, float]:
    return took[len(took) // 2], took[len(took) * 99 // 100]


if __name__ == "__main__":
    print(json.dumps(asdict(_measure())))  # noqa: T201
