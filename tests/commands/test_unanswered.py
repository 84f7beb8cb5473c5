"""Does the maintainer see what was asked, clustered and counted, without names, and can they tell and close?"""

from collections.abc import Sequence

import pytest

from bot.__main__ import main
from bot.services.heard import Heard
from bot.services.messages import Person
from bot.services.open_questions import Why
from bot.services.ports import Work
from bot.storage.database import open_database
from tests.builders import NOW

ASKED = (
    (1, "can i do dragon flags", Why.UNKNOWN, ""),
    (2, "Can I do dragon flags?", Why.UNKNOWN, ""),
    (3, "dragon flags, can I do them", Why.UNKNOWN, ""),
    (1, "deadlift grip", Why.WRONG, "how_to deadlift"),
)


@pytest.fixture
def url(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    return sqlite_url


def ask(url: str, asked: Sequence[tuple[int, str, Why, str]] = ASKED) -> None:
    def job(work: Work) -> None:
        for person, text, why, reading in asked:
            athlete, _ = work.athletes.meet(Person(person, "Zacharias"), person, NOW)
            work.open_questions.keep(athlete.id, person, Heard(1, text, reading=reading), why, NOW)

    database = open_database(url)
    database.run_now(job)
    database.close()


def waiting(url: str) -> int:
    database = open_database(url)
    found = database.run_now(lambda work: work.outbox.waiting())
    database.close()
    return found


def test_nothing_open_is_said(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["unanswered"]) == 0
    assert "Nothing is open" in capsys.readouterr().out


def test_clusters_have_counts_and_no_names(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    ask(url)
    assert main(["unanswered"]) == 0
    said = capsys.readouterr().out
    first, *_ = said.splitlines()
    assert first.split() == ["1", "3", "×", "can", "i", "do", "dragon", "flags"]
    assert "1 ×, 1 said to be answered wrongly  deadlift grip" in said
    assert "taken for: how_to deadlift (1)" in said
    assert "Zacharias" not in said


def test_what_can_be_answered_by_now_is_told_and_closed(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    ask(url)
    assert main(["unanswered", "--tell"]) == 0
    assert "1 answer(s) are on their way" in capsys.readouterr().out
    assert waiting(url) == 1
    assert main(["unanswered", "--tell"]) == 0
    assert waiting(url) == 1
    main(["unanswered"])
    assert "deadlift grip" not in capsys.readouterr().out


def test_a_wrong_answer_is_not_told_again(url: str) -> None:
    ask(url, [(1, "deadlift grip", Why.WRONG, "grip deadlift")])
    assert main(["unanswered", "--tell"]) == 0
    assert waiting(url) == 0


def test_a_cluster_can_be_closed(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    ask(url)
    assert main(["unanswered", "--close", "1"]) == 0
    assert "Closed: 3" in capsys.readouterr().out
    assert main(["unanswered", "--close", "9"]) == 1
    assert "There is no cluster 9" in capsys.readouterr().err


def test_a_cluster_keeps_its_number_while_others_grow(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    ask(url)
    ask(url, [(person, "is creatine worth it", Why.UNKNOWN, "") for person in range(10, 16)])
    assert main(["unanswered", "--close", "1"]) == 0
    main(["unanswered"])
    said = capsys.readouterr().out
    assert "6 ×  is creatine worth it" in said
    assert "dragon" not in said


def test_a_follow_up_is_told_only_when_its_answer_has_changed(url: str) -> None:
    def job(work: Work) -> None:
        athlete, _ = work.athletes.meet(Person(1, "Z"), 1, NOW)
        grip = Heard(1, "and the grip?", within="how_to deadlift", reading="grip deadlift")
        work.open_questions.keep(athlete.id, 1, grip, Why.WRONG, NOW)

    database = open_database(url)
    database.run_now(job)
    database.close()
    assert main(["unanswered", "--tell"]) == 0
    assert waiting(url) == 0


def test_a_database_that_is_not_there_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/nothing")
    assert main(["unanswered"]) == 1
    assert "The database cannot be used" in capsys.readouterr().err
