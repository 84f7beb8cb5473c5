"""Is the table built from the phrasings as they are, and the same every time?"""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.coaching.language import table as tables
from bot.coaching.language.fit import Example, fingerprint, fit
from bot.coaching.language.intents import Intent
from bot.coaching.language.training import LEAST, expanded, stale
from tests.coaching.understanding import LANGUAGE
from tests.knowledge import KNOWLEDGE

EXAMPLES = [
    Example("grip", ("how", "do", "i", "hold", "the", "bar")),
    Example("grip", ("which", "grip", "for", "EXERCISE")),
    Example("rest", ("how", "long", "between", "sets")),
    Example("rest", ("how", "long", "do", "i", "rest")),
]


def test_choices_are_written_out() -> None:
    assert expanded("how do i (hold|grip) it") == ["how do i hold it", "how do i grip it"]


def test_each_choice_is_in_one_of_the_phrases() -> None:
    said = " ".join(expanded("(a|b|c|d|e|f|g|h) (i|j|k) (l|m)"))
    assert set(said.split()) == set("abcdefghijklm")


def test_many_choices_are_thinned_out() -> None:
    assert len(expanded("(a|b|c|d) (e|f|g|h) (i|j|k|l)")) == LEAST


def test_the_table_in_the_language_folder_is_of_these_phrasings() -> None:
    assert not stale(LANGUAGE, KNOWLEDGE), "run python -m bot ask --build"


def test_a_new_phrasing_makes_it_stale() -> None:
    more = {**LANGUAGE.phrases, Intent.GRIP: (*LANGUAGE.phrases[Intent.GRIP], "how shall my hands be")}
    assert stale(replace(LANGUAGE, phrases=more), KNOWLEDGE)
    assert stale(replace(LANGUAGE, table=None), KNOWLEDGE)


def test_the_same_examples_give_the_same_table(tmp_path: Path) -> None:
    for name in ("one", "two"):
        tables.save(fit(EXAMPLES, {}, {}), tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_a_table_survives_being_kept(tmp_path: Path) -> None:
    built = fit(EXAMPLES, {}, {})
    tables.save(built, tmp_path / "table.gz")
    kept = tables.load(tmp_path / "table.gz")
    assert kept == built
    assert kept.built_from == fingerprint(EXAMPLES, {}, {})
    likely = dict(zip(kept.labels, kept.probabilities(("how", "long", "between", "sets")), strict=True))
    assert likely["rest"] > likely["grip"]


def test_strange_words_make_every_reading_less_sure() -> None:
    table = fit(EXAMPLES, {}, {})
    sure = max(table.probabilities(("how", "long", "between", "sets")))
    assert max(table.probabilities(("how", "long", "zebra", "quark", "lamp"))) < sure


@pytest.mark.parametrize("label", ["grip", "rest"])
def test_what_spoke_loudest_can_be_told(label: str) -> None:
    table = fit(EXAMPLES, {}, {})
    words = {"grip": ("which", "grip"), "rest": ("how", "long")}[label]
    marks = [mark for mark, _ in table.telling(words, label)]
    assert {"grip": "grip", "rest": "how long"}[label] in marks
