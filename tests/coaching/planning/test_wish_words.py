"""Which wishes do words change, and which leave them as they are?"""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coaching.planning.wish_words import beyond, read_wishes
from bot.domain.planning import DAYS, MINUTES, Aim, Level, Site, Wishes
from tests.knowledge import KNOWLEDGE

GYM = frozenset(KNOWLEDGE.kits["full-gym"].has)
WISHES = Wishes(equipment=GYM, days=3)
DEADLIFTS = frozenset(id for id in KNOWLEDGE.exercises if id.endswith("deadlift")) | {"rack-pull", "block-pull"}
ROWS = frozenset(id for id in KNOWLEDGE.exercises if id.endswith("row"))
PULL_UPS = frozenset(id for id in KNOWLEDGE.exercises if id.endswith(("pull-up", "chin-up"))) | {"muscle-up"}
PULLDOWNS = frozenset(id for id in KNOWLEDGE.exercises if id.endswith("pulldown"))
CABLES = {"cable-station", "cable-row-station"}

SAID = {
    "3 days 45 minutes": {"minutes": 45},
    "4x a week": {"days": 4},
    "train twice": {"days": 2},
    "nine days": {},
    "every day": {"days": 6},
    "twice a day": {},
    "get my first chin-up with a door bar": {"aim": Aim.PULL_UP, "equipment": frozenset({"pull-up-bar"})},
    "I can't do a pull-up": {"aim": Aim.PULL_UP},
    "my back hurts": {"hurts": frozenset({Site.LOWER_BACK})},
    "9 days": {"days": 6},
    "5 minutes": {"minutes": 20},
    "3 hours": {"minutes": 90},
    "1.5 hours": {"minutes": 90},
    "10 minutes": {"minutes": 20},
    "half an hour": {"minutes": 30},
    "an hour and a half": {"minutes": 90},
    "skip Thursday": {"days": 2},
    "skip leg day": {},
    "1 hour 15 minutes": {"minutes": 75},
    "1h15": {"minutes": 75},
    "only a pull-up bar": {"equipment": frozenset({"pull-up-bar"})},
    "first pull-up, only a pull-up bar": {"aim": Aim.PULL_UP, "equipment": frozenset({"pull-up-bar"})},
    "my first pull-up only a pull-up bar": {"aim": Aim.PULL_UP, "equipment": frozenset({"pull-up-bar"})},
    "no pull-up bar": {"equipment": GYM - {"pull-up-bar"}},
    "I don't like deadlifts": {"refused": DEADLIFTS},
    "I don't mind deadlifts": {},
    "I love shrugs but no cable": {"loved": frozenset({"shrug"}), "equipment": GYM - CABLES},
    "what if I miss one session": {"days": 2},
    "one more day": {"days": 4},
    "strength": {"aim": Aim.STRENGTH},
    "my first pull-up": {"aim": Aim.PULL_UP},
    "better posture": {"aim": Aim.HEALTH},
    "I am experienced": {"level": Level.ADVANCED},
    "my elbow hurts": {"hurts": frozenset({Site.ELBOW})},
    "sore low back and a bad knee": {"hurts": frozenset({Site.LOWER_BACK, Site.KNEE})},
    "no cable": {"equipment": GYM - CABLES},
    "without cables": {"equipment": GYM - CABLES},
    "only dumbbells": {"equipment": frozenset({"dumbbell"})},
    "just a barbell and a rack": {"equipment": frozenset({"barbell", "rack"})},
    "barbell at home": {"equipment": frozenset(KNOWLEDGE.kits["barbell-at-home"].has)},
    "no deadlifts": {"refused": DEADLIFTS},
    "no pull-ups": {"refused": PULL_UPS},
    "no chin-ups": {"refused": frozenset({"chin-up", "weighted-chin-up"})},
    "no trap bar deadlifts": {"refused": frozenset({"trap-bar-deadlift"})},
    "I hate rows": {"refused": ROWS},
    "no deadlifts no rows no pullups no pulldowns": {"refused": DEADLIFTS | ROWS | PULL_UPS | PULLDOWNS},
    "no barbell": {"equipment": GYM - {"barbell", "hex-bar", "landmine"}},
    "no barbell, with a trap bar": {"equipment": GYM - {"barbell", "landmine"}},
    "no cable, only dumbbells": {"equipment": frozenset({"dumbbell"})},
    "get big, dumbbells, twice a week": {"aim": Aim.SIZE, "equipment": frozenset({"dumbbell"}), "days": 2},
    "no gym, door bar": {"equipment": frozenset({"pull-up-bar"})},
    "strength, 3 years, full gym": {"aim": Aim.STRENGTH, "level": Level.INTERMEDIATE},
    "lifting for 5 years": {"level": Level.ADVANCED},
    "8 months": {"level": Level.INTERMEDIATE},
    "I am 45 years old": {},
    "2 kettlebells": {"equipment": frozenset({"kettlebell"})},
    "mon fri": {"days": 2},
    "mon, tue, thu and sat": {"days": 4},
    "bodyweight only": {"equipment": frozenset()},
    "I love chin-ups": {"loved": frozenset({"chin-up"})},
    "2 days, 30 min, only dumbbells": {"days": 2, "minutes": 30, "equipment": frozenset({"dumbbell"})},
}


@pytest.mark.parametrize("said", SAID)
def test_words_change_these_wishes_and_no_others(said: str) -> None:
    read = read_wishes(said, WISHES, KNOWLEDGE)
    changed = SAID[said]
    if changed:
        assert read == replace(WISHES, **changed)  # type: ignore[arg-type]
    else:
        assert read is None


@pytest.mark.parametrize(
    ("said", "far"),
    [
        ("9 days", True),
        ("0 days", True),
        ("every day", True),
        ("5 min", True),
        ("3 hours", True),
        ("45 min", False),
        ("10 min", True),
    ],
)
def test_what_cannot_be_planned_is_known(said: str, far: bool) -> None:
    assert beyond(said) is far


@pytest.mark.parametrize(
    ("said", "anew", "there"),
    [
        ("home gym with barbell and rack", True, {"barbell", "rack"}),
        ("a plan with dumbbells", True, {"dumbbell"}),
        ("with dumbbells", False, GYM),
        ("full gym but no cables", True, GYM - CABLES),
    ],
)
def test_with_is_said_of_all_there_is_in_a_plan_anew(said: str, *, anew: bool, there: set[str]) -> None:
    read = read_wishes(said, WISHES, KNOWLEDGE, anew=anew)
    assert read is not None
    assert read.equipment == there


def test_with_what_is_not_there_yet_comes_to_it() -> None:
    read = read_wishes("with a band", replace(WISHES, equipment=frozenset({"dumbbell"})), KNOWLEDGE, anew=True)
    assert read is not None
    assert read.equipment == {"dumbbell", "band"}


@pytest.mark.parametrize(
    "said",
    ["my elbow doesn't hurt any more", "my elbow is fine again", "elbow isn't sore any more", "elbow no longer hurts"],
)
def test_what_is_well_again_is_no_longer_spared(said: str) -> None:
    sore = replace(WISHES, hurts=frozenset({Site.ELBOW, Site.KNEE}))
    assert read_wishes(said, sore, KNOWLEDGE) == replace(sore, hurts=frozenset({Site.KNEE}))


@pytest.mark.parametrize(
    ("said", "hurts"),
    [
        ("my elbow hurts and my knee is fine", {Site.ELBOW}),
        ("my knee is fine and my elbow hurts", {Site.ELBOW}),
        ("my knee is better but still hurts", {Site.KNEE}),
        ("my knee is better but it still hurts a bit", {Site.KNEE}),
        ("my knee is good on rows but hurts on deadlifts", {Site.KNEE}),
        ("my knee isn't fine", {Site.KNEE}),
        ("my knee doesn't feel good", {Site.KNEE}),
        ("my elbow never feels good, 3 days", {Site.ELBOW, Site.KNEE}),
        ("my knee doesn't hurt, my elbow does", {Site.ELBOW}),
        ("everything is fine except my elbow hurts", {Site.ELBOW, Site.KNEE}),
        ("my elbow and wrist hurt and my knee is fine", {Site.ELBOW, Site.WRIST}),
        ("my bad knee is fine now", set()),
        ("my sore knee feels better", set()),
        ("my elbow and knee are fine", set()),
    ],
)
def test_each_place_is_told_by_itself_and_in_doubt_it_hurts(said: str, hurts: set[Site]) -> None:
    sore = replace(WISHES, hurts=frozenset({Site.KNEE}))
    read = read_wishes(said, sore, KNOWLEDGE)
    assert (sore if read is None else read).hurts == hurts


@pytest.mark.parametrize(
    ("said", "level"),
    [
        ("lifting for 1.5 years", Level.INTERMEDIATE),
        ("lifting for 1,5 years, 3 days", Level.INTERMEDIATE),
        ("2.5 years", Level.INTERMEDIATE),
        ("3.5 years", Level.ADVANCED),
        ("0.25 years", Level.NOVICE),
    ],
)
def test_a_part_of_a_year_is_no_year_of_its_own(said: str, level: Level) -> None:
    start = Level.NOVICE if level is not Level.NOVICE else Level.ADVANCED
    read = read_wishes(said, replace(WISHES, level=start), KNOWLEDGE)
    assert read is not None
    assert read.level is level


@pytest.mark.parametrize("said", ["2.5 days", "60.5 minutes"])
def test_a_part_of_a_number_is_no_number(said: str) -> None:
    assert read_wishes(said, WISHES, KNOWLEDGE) is None


def test_what_is_so_already_is_understood() -> None:
    assert read_wishes("3 days", WISHES, KNOWLEDGE) == WISHES
    assert read_wishes("size", WISHES, KNOWLEDGE) == WISHES


@pytest.mark.parametrize("said", ["", "hello", "what is the weather", "deadlift 100x8", "thanks"])
def test_words_about_something_else_are_none(said: str) -> None:
    assert read_wishes(said, WISHES, KNOWLEDGE) is None


@given(st.text(max_size=80))
def test_whatever_is_said_can_be_planned_or_is_nothing(said: str) -> None:
    read = read_wishes(said, WISHES, KNOWLEDGE)
    assert read is None or (read.days in DAYS and read.minutes in MINUTES)
