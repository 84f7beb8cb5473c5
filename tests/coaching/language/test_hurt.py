"""Is it told apart what hurts now, at which lift and where, from what is asked, past, or somebody else's?"""

from pathlib import Path

import pytest
import yaml

from bot.coaching.language.hurt import Hurt
from bot.coaching.language.intents import Outcome
from bot.domain.planning import Site
from tests.journeys.people import coach

FINE = yaml.safe_load((Path(__file__).parent / "pain_fine.yaml").read_text())
BACK, ELBOW, WRIST, SHOULDER, HIP, KNEE = (
    Site.LOWER_BACK,
    Site.ELBOW,
    Site.WRIST,
    Site.SHOULDER,
    Site.HIP,
    Site.KNEE,
)
ROWS = ("bent-over-row", "one-arm-dumbbell-row", "seated-cable-row")


def told(text: str) -> Hurt:
    understander = coach().understander
    understood = understander.understand(text)
    if understood.outcome is not Outcome.SAFETY:
        return Hurt()
    return understander.hurt(text, understood)


@pytest.mark.parametrize(
    ("text", "lifts", "sites"),
    [
        ("my elbow hurts", [], {ELBOW}),
        ("it hurts", [], set()),
        ("deadlifts hurt", [("deadlift",)], set()),
        ("my elbow hurts but not on rows", [], {ELBOW}),
        ("pull ups hurt my elbow, not deadlifts", [("pull-up",)], {ELBOW}),
        ("deadlift hurts my lower back", [("deadlift",)], {BACK}),
        ("deadlift hurts my back, what do i do", [("deadlift",)], {BACK}),
        ("deadlift hurts my back should i stop", [("deadlift",)], {BACK}),
        ("why does my back hurt when i deadlift", [("deadlift",)], {BACK}),
        ("is it normal that my elbow hurts on pull ups", [("pull-up",)], {ELBOW}),
        ("my lower back hurts when i row", [ROWS], {BACK}),
        ("rows and deadlifts hurt my back", [ROWS, ("deadlift",)], {BACK}),
        ("rows are fine but deadlifts hurt", [("deadlift",)], set()),
        ("rows are fine and deadlifts hurt my back", [("deadlift",)], {BACK}),
        ("did deadlifts, my back hurts", [("deadlift",)], {BACK}),
        ("when i do pull ups my shoulder hurts", [("pull-up",)], {SHOULDER}),
        ("what do i do, my wrist hurts", [], {WRIST}),
        ("since i came back my elbow hurts", [], {ELBOW}),
        ("when i put it back my shoulder hurts", [], {SHOULDER}),
        ("row 60 3x10 but my elbow hurts", [ROWS], {ELBOW}),
        ("deadlift 100x5, pull-up 8 but my elbow hurts", [("pull-up",)], {ELBOW}),
        ("my back hurts since yesterdays deadlifts", [("deadlift",)], {BACK}),
        ("my back hurts can i do bent-over rows", [], {BACK}),
        ("my back hurts, switched to chest supported rows", [], {BACK}),
        ("i get pain in my wrist when i deadlift", [("deadlift",)], {WRIST}),
        ("my hip and knee hurt on the trap bar deadlift", [("trap-bar-deadlift",)], {HIP, KNEE}),
        ("i felt a twinge in my elbow on chin ups", [("chin-up",)], {ELBOW}),
        ("shoulder pinches at the top of pull ups", [("pull-up",)], {SHOULDER}),
        ("my biceps hurt on underhand rows", [("underhand-row",)], {ELBOW}),
        ("my ribs hurt on pull ups", [("pull-up",)], set()),
        ("chest pain on deadlifts", [("deadlift",)], set()),
        ("something popped in my lower back on deadlifts", [("deadlift",)], {BACK}),
    ],
)
def test_what_hurts_now(text: str, lifts: list[tuple[str, ...]], sites: set[Site]) -> None:
    found = told(text)
    assert found.now
    assert (list(found.lifts), set(found.sites)) == (lifts, sites)


@pytest.mark.parametrize(
    "text",
    [
        "is deadlift bad for the back?",
        "can i deadlift with back pain?",
        "can i deadlift if my back hurts",
        "if my back hurts can i deadlift",
        "how do i row if my elbow hurts",
        "what do i do when my back hurts on deadlifts",
        "should deadlifts hurt",
        "will deadlifts hurt my back",
        "does deadlifting hurt your back",
        "exercises for back pain",
        "my back used to hurt on deadlifts",
        "i hurt my back deadlifting last year",
        "i had back surgery when can i deadlift",
        "my friend says deadlifts hurt the back",
        "my wifes back hurts when she deadlifts",
        "sore but not painful",
        "my elbow hurts less",
        "it doesnt hurt anymore",
        "no pain on deadlifts today",
        "is deadlift ok with sciatica",
        "is this an injury or just soreness from deadlifts",
        "ouch",
        *FINE,
    ],
)
def test_what_takes_nothing_off(text: str) -> None:
    assert not told(text).now


def test_a_place_that_no_lift_spares_is_known_all_the_same() -> None:
    assert told("my upper back hurts").elsewhere
    assert told("my ribs hurt").placed
    assert not told("it hurts").placed
    assert not told("my elbow hurts").elsewhere


def test_who_is_in_despair_hears_nothing_of_lifts() -> None:
    assert told("i want to kill myself after these deadlifts") == Hurt()
