"""Are the words between sets told from questions, and misspelt ones understood?"""

import pytest

from bot.coaching.language.progress_words import read_best
from bot.coaching.language.spoken import Spoken, load_spoken
from bot.coaching.loading.gym_words import read_told
from bot.coaching.planning.plan_words import read_plan_words
from tests.coaching.understanding import LANGUAGE_FOLDER, UNDERSTANDER

WORDS = load_spoken(LANGUAGE_FOLDER)


def spoken(text: str) -> Spoken | None:
    return WORDS.read(UNDERSTANDER.reader.read(text).masked)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("to light", Spoken.HEAVIER),
        ("that's too eazy", Spoken.HEAVIER),
        ("Make it heavier!", Spoken.HEAVIER),
        ("too heavy", Spoken.LIGHTER),
        ("this is way too heavy", Spoken.LIGHTER),
        ("the bar is too heavy", Spoken.LIGHTER),
        ("this is too heavy for me", Spoken.LIGHTER),
        ("skip", Spoken.SKIP),
        ("skip this", Spoken.SKIP),
        ("next", Spoken.SKIP),
        ("skip deadlift", Spoken.SKIP),
        ("skip the pull ups today", Spoken.SKIP),
        ("swap", Spoken.SWAP),
        ("chnage exercise", Spoken.SWAP),
        ("another exercise", Spoken.SWAP),
        ("something else", Spoken.SWAP),
        ("swap the deadlift", Spoken.SWAP),
        ("swap it for trap bar", Spoken.SWAP_TO),
        ("trap bar deadlift instead", Spoken.SWAP_TO),
        ("go back", Spoken.CARD),
        ("back to my session", Spoken.CARD),
        ("i'm done", Spoken.STOP),
        ("done for today", Spoken.STOP),
        ("that's it for today", Spoken.STOP),
        ("stop", Spoken.STOP),
        ("not today", Spoken.NOT_TODAY),
        ("go on", Spoken.ON),
        ("0", Spoken.NONE),
        ("0 reps", Spoken.NONE),
        ("failed", Spoken.NONE),
        ("couldn't do it", Spoken.NONE),
        ("whats next", Spoken.WHAT_NEXT),
        ("whats the next exersize", Spoken.WHAT_NEXT),
        ("how meny sets are left", Spoken.SETS_LEFT),
        ("what did i do last time", Spoken.LAST_TIME),
        ("what did i do on deadlifts last time?", Spoken.LAST_TIME),
        ("how long shoud i rest", Spoken.REST),
        ("when is my next session", Spoken.NEXT_SESSION),
        ("is it too heavy for my back", None),
        ("should i skip deadlifts when tired", None),
        ("how long should i rest between sets", Spoken.REST),
        ("how long should i rest between sessions", None),
        ("how long should i rest after deadlifts", None),
        ("next week i am away", None),
        ("what are lats", None),
        ("how many sets should i do", None),
    ],
)
def test_words_of_the_session(text: str, meant: Spoken | None) -> None:
    assert spoken(text) is meant


@pytest.mark.parametrize(
    ("text", "lift"),
    [
        ("whats my best deadlift", "deadlift"),
        ("what's my best on rows?", "rows"),
        ("my deadlift pr", "deadlift"),
        ("what are my records", ""),
        ("show me my records on pull ups", "pull ups"),
        ("what is the best row", "row"),
        ("what is best for lats", None),
        ("how do i get my best back", None),
    ],
)
def test_whose_best_is_asked_for(text: str, lift: str | None) -> None:
    assert read_best(text) == lift


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("plan", ""),
        ("my plan", ""),
        ("make me a plan for 3 days", "for 3 days"),
        ("plan for 3 days", "for 3 days"),
        ("i want a new plan, only dumbbells", "only dumbbells"),
        ("can you write me a training plan?", ""),
        ("what is a good plan for lats", None),
        ("is this plan any good?", None),
        ("plank", None),
        ("change my plan to 3 days of 45 min", "3 days of 45 min"),
        ("change my program to something else", None),
    ],
)
def test_what_asks_for_a_plan(text: str, behind: str | None) -> None:
    assert read_plan_words(text) == behind


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("my bar is 15 kg", "bar 15 kg"),
        ("the bar here weighs 20", "bar 20"),
        ("my plates are 20, 10 and 5", "plates 20, 10 and 5"),
        ("the bar is 60 kg", None),
        ("my bar is bent", None),
        ("my bar is 15 kg, is that ok", None),
    ],
)
def test_what_tells_of_the_gym(text: str, behind: str | None) -> None:
    assert read_told(text) == behind
