"""Is a body weight or a note told from everything else, whatever is written?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coaching.knowledge.faults import KnowledgeFault
from bot.coaching.language.logbook import BODIES, Logbook, Noted, load_logbook
from bot.domain.units import Load, Unit
from tests.builders import kg, lb
from tests.knowledge import FOLDER

LOGBOOK: Logbook = load_logbook(FOLDER / "language" / "en")


@pytest.mark.parametrize(
    ("text", "load", "sure"),
    [
        ("bodyweight 82.5", kg("82.5"), True),
        ("bw 82", kg("82"), False),
        ("bw 82kg", kg("82"), True),
        ("bw 180 lbs", lb("180"), True),
        ("  Body  Weight:  82,45 ", kg("82.45"), True),
        ("bw = 82.5 kilos", kg("82.5"), True),
        ("i weigh 82 kg now.", kg("82"), True),
        ("weigh-in 82.5 this morning!", kg("82.5"), True),
        ("today's weight 82.5", kg("82.5"), True),
    ],
)
def test_a_body_weight(text: str, load: Load, sure: bool) -> None:
    found = LOGBOOK.weight(text, Unit.KG)
    assert found is not None
    assert (found.load, found.sure) == (load, sure)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "82.5",
        "bw",
        "bw 8",
        "bw 29",
        "bw 301 kg",
        "bw 61 lb",
        "bw 661 lb",
        "bw 825",
        "bw 82.555",
        "bw+10 3x5",
        "bw 10x3",
        "bw -20",
        "bw 82 82",
        "bw 82kgx5",
        "bw 82 st",
        "bw 82 kg and tired",
        "pull-ups bw 12",
        "weight 82.5",
        "she weighs 82",
        "i weigh 82, can i deadlift 100?",
        "i weigh 82?",
        "bw \u0668\u0662",
    ],
)
def test_no_body_weight(text: str) -> None:
    assert LOGBOOK.weight(text, Unit.KG) is None


@pytest.mark.parametrize(
    ("text", "noted"),
    [
        ("note deadlift: Hook grip", Noted("deadlift", "Hook grip")),
        ("Note: chalk  up", Noted("", "chalk up")),
        ("note to self: chalk", Noted("", "chalk")),
        ("note for the lat pulldown: seat 4: low", Noted("lat pulldown", "seat 4: low")),
        ("note deadlift hook grip", Noted(None, "deadlift hook grip")),
        ("note deadlift:", Noted("deadlift", "")),
        ("note", None),
        ("notes", None),
        ("notebook: x", None),
        ("deadlift note: x", None),
        ("note: x\ndeadlift 100x8", None),
    ],
)
def test_a_note(text: str, noted: Noted | None) -> None:
    assert LOGBOOK.note(text) == noted


@given(st.text(max_size=120) | st.text("bw note:0123456789.,kglb\n ", max_size=60), st.sampled_from(Unit))
def test_no_text_raises_and_nobody_weighs_what_nobody_does(text: str, unit: Unit) -> None:
    LOGBOOK.note(text)
    found = LOGBOOK.weight(text, unit)
    if found is not None:
        least, most = BODIES[found.load.unit]
        assert least <= found.load.amount <= most


def test_a_folder_without_the_words_is_refused() -> None:
    with pytest.raises(KnowledgeFault, match=r"logbook\.yaml: cannot be read"):
        load_logbook(FOLDER / "language" / "nowhere")
