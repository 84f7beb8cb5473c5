"""Is what another version wrote read whole or not at all, and does a later field have a way in?"""

import json
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

import pytest

from bot.domain.advice import Advice, Reason, Why
from bot.domain.gym import Gym
from bot.domain.planning import Plan, PlanSession, Site, Wishes
from bot.storage.gyms import GYM
from bot.storage.kept_json import Kept
from bot.storage.plans import PLAN
from bot.storage.sessions import ADVICE
from tests.builders import deadlift, kg, week

WRITTEN = replace(
    week(),
    wishes=Wishes(hurts=frozenset({Site.ELBOW, Site.NECK}), loved=frozenset({"deadlift", "shrug"})),
)
OWN = Gym(bar=Decimal(15), plates=(Decimal(20), Decimal("2.5")), steps={"deadlift": Decimal(5)})
ADVISED = Advice(kg("100"), 8, 3, Reason(Why.TOP, kg("2.5"), (deadlift(),), rpe=Decimal("8.5")))


def on_disk(body: Any) -> Any:
    return json.loads(json.dumps(body))


@pytest.mark.parametrize(("kept", "value"), [(PLAN, WRITTEN), (GYM, OWN), (GYM, Gym()), (ADVICE, ADVISED)])
def test_what_was_written_is_read(kept: Kept[Any], value: Any) -> None:
    assert kept.read(on_disk(kept.write(value)), "it") == value


def changed(body: Any, *path: str | int, drop: str | None = None, **more: object) -> Any:
    """The body with something else at a place in it."""
    place = body = on_disk(body)
    for step in path:
        place = place[step]
    if drop is not None:
        del place[drop]
    place.update(more)
    return body


PLANNED, GIVEN = PLAN.write(WRITTEN), ADVICE.write(ADVISED)
STRANGE: dict[str, tuple[Kept[Any], Any]] = {
    "blocks": (PLAN, changed(PLANNED, blocks=[{"weeks": 4}])),
    "wishes.hurts": (PLAN, changed(PLANNED, "wishes", drop="hurts")),
    "wishes.spare": (PLAN, changed(PLANNED, "wishes", drop="hurts", spare=["elbow"])),
    "wishes.aim": (PLAN, changed(PLANNED, "wishes", aim="beach")),
    "sessions.exercises.tempo": (PLAN, changed(PLANNED, "sessions", 1, "exercises", 0, tempo="31X1")),
    "sessions.exercises.reps.high": (PLAN, changed(PLANNED, "sessions", 0, "exercises", 0, "reps", drop="high")),
    "": (PLAN, changed(PLANNED, sessions=[])),
    "without lifts": (PLAN, changed(PLANNED, "sessions", 0, exercises=[])),
    "of 9 days": (PLAN, changed(PLANNED, "wishes", days=9)),
    "bars": (GYM, changed(GYM.write(OWN), drop="bar", bars=["15"])),
    "trap_bar": (GYM, changed(GYM.write(OWN), trap_bar="25")),
    "reason.before.tempo": (ADVICE, changed(GIVEN, "reason", "before", 0, tempo="slow")),
}


@pytest.mark.parametrize("strange", STRANGE)
def test_a_field_too_many_or_too_few_is_not_guessed(strange: str, caplog: pytest.LogCaptureFixture) -> None:
    kept, body = STRANGE[strange]
    assert kept.read(body, "plan 7") is None
    assert "plan 7 is of another version" in caplog.text
    assert "elbow" not in caplog.text
    if "." in strange:
        assert strange.rpartition(".")[2] in caplog.text


@dataclass(frozen=True)
class Later:
    """A plan of the next version."""

    name: str
    exercises: tuple["Lift", ...]
    aside: tuple[str, ...] = ()


@dataclass(frozen=True)
class Lift:
    exercise: str
    tempo: str = ""


@dataclass(frozen=True)
class EarlierLift:
    exercise: str


@dataclass(frozen=True)
class Earlier:
    name: str
    exercises: tuple[EarlierLift, ...]


LATER, EARLIER = Kept(Later, later=("aside", "exercises.tempo")), Kept(Earlier)


def test_a_later_field_has_its_default_in_a_row_from_before_it_came() -> None:
    before = EARLIER.write(Earlier("A", (EarlierLift("deadlift"),)))
    assert LATER.read(on_disk(before), "it") == Later("A", (Lift("deadlift"),))


@pytest.mark.parametrize(
    ("value", "read"),
    [
        (Later("A", (Lift("deadlift"),)), Earlier("A", (EarlierLift("deadlift"),))),
        (Later("A", (Lift("deadlift"),), aside=("shrug",)), None),
        (Later("A", (Lift("deadlift"), Lift("shrug", "slow"))), None),
    ],
)
def test_an_older_version_reads_what_needs_no_later_field(value: Later, read: Earlier | None) -> None:
    written = on_disk(LATER.write(value))
    assert LATER.read(written, "it") == value
    assert EARLIER.read(written, "it") == read


def test_no_plan_is_of_nothing() -> None:
    for sessions in ((), (PlanSession("A", (), 20),)):
        with pytest.raises(ValueError, match="a plan without a session"):
            Plan("back-session", Wishes(), sessions)
