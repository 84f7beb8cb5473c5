"""Does the gate keep out nothing that is a log line, and most of what is none?"""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.coaching.language.log_line import Action, LogContext
from bot.coaching.language.log_line.gate import Gate
from bot.domain.training import DoneSet
from bot.domain.units import Unit
from tests.coaching.language.log_line.lines import READER, TODAY, WORDS, done, read
from tests.coaching.language.log_line.test_corrections import ON_THREE_ROWS
from tests.coaching.language.log_line.test_reader import MESSAGES, NO_LOGS
from tests.coaching.understanding import SENTENCES

GATE: Gate = READER._gate
ROWS = done("bent-over-row", 8, 8, 8, load="60")
PULL_UPS = done("pull-up", 9, 8, bodyweight=True)
LAST = [(), ROWS, PULL_UPS]
ASKED = [sentence.text for sentence in SENTENCES]


def closely(text: str, last: Sequence[DoneSet], current: str | None = None) -> Action:
    return READER.read_closely(text, LogContext(Unit.KG, TODAY, current, last)).action


@pytest.mark.parametrize("last", LAST)
def test_every_known_text_is_read_the_same(last: tuple[DoneSet, ...]) -> None:
    known = [*ASKED, *NO_LOGS, *(text for text, _ in MESSAGES), *(text for text, _ in ON_THREE_ROWS)]
    kept_out = [text for text in known if not GATE.lets(text)]
    assert [text for text in kept_out if closely(text, last, "pull-up") is not Action.NONE] == []


@pytest.mark.parametrize("card", [None, "deadlift", "pull-up"])
def test_questions_are_not_recorded(card: str | None) -> None:
    assert [text for text in ASKED if read(text, card).action is Action.RECORD] == []


def slip(word: str, at: int, kind: str) -> str:
    """A slip of the fingers: a letter lost, swapped, doubled or another one."""
    at %= len(word)
    wrong = {"lost": "", "swapped": word[at : at + 2][::-1], "doubled": word[at] * 2, "other": "e"}[kind]
    return word[:at] + wrong + word[at + (2 if kind == "swapped" else 1) :]


CORRECTING = (WORDS.correction.cue, WORDS.correction.delete, WORDS.correction.fillers, WORDS.correction.plural)
REPEATING = (WORDS.repeat.same, WORDS.repeat.more, WORDS.repeat.fillers)
LOOKING_BACK = [phrase for phrases in (*CORRECTING, *REPEATING) for phrase in phrases]
OTHERS = [
    *sorted(WORDS.vocabulary()),
    *(name for names in WORDS.names.values() for name in names),
    *("kg not lbs", "not", "w/o", "&", "w/u", "muscles", "important", "rhomboids", "?", ",", "'", "_", "+", "*"),
]
SAID = st.sampled_from(LOOKING_BACK) | st.sampled_from(OTHERS)
SLIPPED = st.builds(slip, SAID, st.integers(0, 20), st.sampled_from(["lost", "swapped", "doubled", "other"]))
TEXTS = st.builds(
    lambda sign, words: sign.join(words),
    st.sampled_from([" ", " ", " ", ", ", "\n", "-", "'", ""]),
    st.lists(SAID | SAID | SLIPPED, max_size=8),
)


@settings(max_examples=600, deadline=None)
@given(text=TEXTS | st.text(max_size=20), last=st.sampled_from(LAST))
def test_whatever_is_kept_out_is_no_log(text: str, last: tuple[DoneSet, ...]) -> None:
    if not GATE.lets(text):
        assert closely(text, last) is Action.NONE


@pytest.mark.parametrize(
    "text", ["udno", "smae again", "delte the last one", "and agian", "yesterday, same again", "with same thing again"]
)
def test_misspelt_words_that_look_back_are_let_in(text: str) -> None:
    assert GATE.lets(text)


@pytest.mark.parametrize("text", ["dedlift sevn reps", "½", "٣ pull ups", "ten pull ups", "３x8"])
def test_numbers_are_let_in_however_they_are_written(text: str) -> None:
    assert GATE.lets(text)


def test_most_questions_are_kept_out() -> None:
    let_in = [text for text in ASKED if GATE.lets(text)]
    assert len(let_in) < len(ASKED) / 3


def test_many_words_nobody_knows_are_not_all_looked_up() -> None:
    assert GATE.lets(" ".join(f"{a}{b}zqv" for a in "bcdfghj" for b in "bcdfghj"))


class Unfetched(Sequence[DoneSet]):
    """Sets that must not be looked at."""

    def __len__(self) -> int:
        raise AssertionError("looked at the last sets")

    def __getitem__(self, index: Any) -> Any:
        raise AssertionError("looked at the last sets")


@pytest.mark.parametrize(
    "text",
    ["deadlift 100x8", "8", "pull-ups 8, 8, 7", "60 x 8, 60 x 8", "3x8 at 60kg", "why rows", "the grip", "weight"],
)
def test_what_does_not_look_back_leaves_the_last_sets_alone(text: str) -> None:
    READER.read_closely(text, LogContext(Unit.KG, TODAY, "bent-over-row", Unfetched()))


@pytest.mark.parametrize("text", ["undo", "it was 9", "rpe 9", "same again", "no, 7"])
def test_what_looks_back_looks_at_the_last_sets(text: str) -> None:
    with pytest.raises(AssertionError, match="looked at"):
        READER.read_closely(text, LogContext(Unit.KG, TODAY, "bent-over-row", Unfetched()))


def test_one_that_is_kept_out_says_why() -> None:
    assert read("how do i row", last=ROWS).trace == ("it holds no number, and puts nothing right",)
