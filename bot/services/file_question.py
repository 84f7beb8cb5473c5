"""Which question about a file does a chat wait for the answer to?"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from bot.coaching.importing.shapes import Ask
from bot.services.ports import Work
from bot.services.uploads import Upload

OF_FILE = "of file "
"""What the chat waits for: the question, this, and the number of the file."""


def wait_for_answer(work: Work, upload: Upload, asks: Iterable[Ask], now: datetime) -> None:
    """The next text may answer what is asked first."""
    asked = Ask.DATE_ORDER if Ask.DATE_ORDER in asks else Ask.UNIT
    talk = work.talks.hold(upload.chat)
    work.talks.put(upload.chat, replace(talk, waiting_for=f"{asked.value} {OF_FILE}{upload.id}", at=now))
