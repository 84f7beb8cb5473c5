"""Is what is imported what was shown, whichever buttons are tapped while the file is being read?"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count
from typing import Any

import pytest

from bot.chat.handlers.import_file import read_upload
from bot.chat.respond import respond
from bot.services.messages import ChatKind, Content, File, Incoming, Outgoing, Person, Press, Text
from bot.services.ports import Work
from bot.services.uploads import Upload
from bot.storage.database import SqlDatabase
from tests.builders import NOW
from tests.coaching.importing.files import FITNOTES, STRONG, file, strong
from tests.journeys.people import coach
from tests.storage.people import ANN

TWO_WAYS = file(FITNOTES.format(unit="kgs"), "04/03/2025,Deadlift,Back,60,8,,,")
NO_UNIT = file(STRONG, strong())


class Chat:
    """One chat, its updates and the readings of its file one by one, in any order."""

    def __init__(self, database: SqlDatabase) -> None:
        self._database = database
        self._numbers = count(1)
        self.last: list[Outgoing] = []

    def _hears(self, content: Content) -> str:
        incoming = Incoming(
            next(self._numbers), ANN.id, ChatKind.PRIVATE, Person(ANN.id, "Ann"), NOW, next(self._numbers), content
        )
        said = self._database.run_now(lambda work: list(respond(work, coach(), incoming)))
        return self._said(said)

    def _said(self, said: list[Outgoing]) -> str:
        self.last = [*said, *self.last]
        return " ".join(str(one.payload.get("text", "")) for one in said)

    def sends(self, body: bytes) -> None:
        self._body = body
        self._hears(File("F", "log.csv", len(body)))

    def says(self, text: str) -> str:
        return self._hears(Text(text))

    def button(self, label: str) -> str:
        """What the newest button of that label carries."""
        return next(data for shown, data in _buttons(self.last) if shown.startswith(label))

    def taps(self, data: str) -> str:
        return self._hears(Press("q", data, 1))

    def takes_up(self) -> Upload:
        """The file is taken up, to be read with what is said by now."""
        claimed = self._database.run_now(lambda work: work.uploads.claim(NOW, NOW + timedelta(minutes=3)))
        assert claimed is not None
        return claimed

    def reads(self, upload: Upload) -> str:
        finish = read_upload(coach(), upload, self._body, NOW)
        return self._said(self._database.run_now(lambda work: list(finish(work))))

    def drops(self, upload: Upload) -> None:
        self._database.run_now(lambda work: work.uploads.drop(upload.athlete, upload.id))

    def waits_for(self) -> str | None:
        return self._database.run_now(lambda work: work.talks.get(ANN.id).waiting_for)

    def days(self) -> list[date]:
        def look(work: Work) -> list[date]:
            ann = work.athletes.find(ANN.id)
            assert ann is not None
            return [day.day for day in work.history.days(ann.id)]

        return self._database.run_now(look)


def _buttons(said: list[Outgoing]) -> Iterator[tuple[str, str]]:
    for one in said:
        rows: Any = one.payload.get("reply_markup", {})
        for row in rows.get("inline_keyboard", ()):
            for button in row:
                yield button["text"], button["callback_data"]


@pytest.fixture
def chat(database: SqlDatabase) -> Chat:
    chat = Chat(database)
    chat.says("hello")
    return chat


def test_what_was_read_with_an_earlier_answer_is_not_shown(chat: Chat) -> None:
    chat.sends(TWO_WAYS)
    chat.reads(chat.takes_up())
    april, march = chat.button("3 April"), chat.button("4 March")
    chat.taps(april)
    in_april = chat.takes_up()
    chat.taps(march)
    assert chat.reads(in_april) == "", "another answer was given while it was read"
    assert "03 Apr 2025" in chat.reads(chat.takes_up())
    chat.taps(chat.button("Import"))
    assert "1 set imported" in chat.reads(chat.takes_up())
    assert chat.days() == [date(2025, 4, 3)]


def test_of_a_file_dropped_while_it_was_read_nothing_is_asked(chat: Chat) -> None:
    chat.sends(TWO_WAYS)
    taken_up = chat.takes_up()
    chat.drops(taken_up)
    assert chat.reads(taken_up) == ""
    assert chat.waits_for() is None


def test_an_import_begins_from_the_last_preview_alone(chat: Chat) -> None:
    chat.sends(TWO_WAYS)
    chat.reads(chat.takes_up())
    april, march = chat.button("3 April"), chat.button("4 March")
    chat.taps(april)
    chat.reads(chat.takes_up())
    older = chat.button("Import")
    chat.taps(march)
    assert "I import only what I showed last" in chat.taps(older), "nothing was shown with that answer yet"
    chat.reads(chat.takes_up())
    assert "I import only what I showed last" in chat.taps(older)
    assert chat.days() == []
    chat.taps(chat.button("Import"))
    assert "I am at it" in chat.taps(chat.button("Import"))
    assert "Undo takes all of it back" in chat.taps(april)
    assert "1 set imported" in chat.reads(chat.takes_up())
    assert chat.days() == [date(2025, 4, 3)]
    assert "I am done with that file" in chat.taps(chat.button("Import"))


def test_the_unit_said_last_is_the_one_that_is_shown(chat: Chat) -> None:
    chat.sends(NO_UNIT)
    chat.reads(chat.takes_up())
    kg, lb = chat.button("kg"), chat.button("lb")
    chat.taps(kg)
    in_kg = chat.takes_up()
    chat.taps(lb)
    chat.taps(lb)
    assert chat.reads(in_kg) == ""
    assert "1 new set" in chat.reads(chat.takes_up())
    chat.taps(chat.button("Import"))
    chat.reads(chat.takes_up())
    assert "100 lb × 8" in chat.says("/history")


def test_a_file_taken_up_twice_is_imported_once(chat: Chat) -> None:
    """Its first reader was thought dead: its lease ran out."""
    chat.sends(file(FITNOTES.format(unit="kgs"), "2025-03-04,Deadlift,Back,60,8,,,"))
    chat.reads(chat.takes_up())
    chat.taps(chat.button("Import"))
    claimed = chat.takes_up()
    assert "1 set imported" in chat.reads(claimed)
    assert chat.reads(claimed) == ""


def test_a_file_dropped_while_it_is_read_for_the_import_brings_nothing(chat: Chat) -> None:
    chat.sends(file(FITNOTES.format(unit="kgs"), "2025-03-04,Deadlift,Back,60,8,,,"))
    chat.reads(chat.takes_up())
    drop = chat.button("Cancel")
    chat.taps(chat.button("Import"))
    claimed = chat.takes_up()
    assert "Nothing was imported" in chat.taps(drop)
    assert chat.reads(claimed) == ""
    assert chat.days() == []
