"""Is every message one that Telegram takes, whatever people, notes, towns, lifts of files and files are called?

Each hostile word is somebody's name, note, town, weight, time, lift and file at once; then every button that is shown
for it is pressed. What Telegram refuses is counted, and so is markup that only the word can have brought.
"""

from collections import Counter
from dataclasses import dataclass, replace

from bot.chat.buttons.of_reminders import NEW, WritePause, WriteTime
from bot.chat.buttons.of_settings import ForgetMe, ForgetMeYes, TypeCity
from bot.chat.press import Press
from bot.services.coach import Coach
from bot.storage.database import SqlDatabase
from tests.chaos.fuzz_updates import ODD_WORDS
from tests.chaos.house import Heard, house
from tests.chaos.person import Made, Person
from tests.coaching.importing.files import STRONG_UNITS, strong_units

FIRST = 80_001
INJECTIONS = (
    '<a href="https://evil.example">free</a>', "<u>u</u>", "<s>s</s>", "</b></i></code>", "<tg-spoiler>s</tg-spoiler>",
    '<a href="tg://user?id=1">you</a>', "<pre>p</pre>", "<blockquote expandable>", "<b", "<", "<>", "<!-- -->",
    "b>", "&", "&amp;lt;u>",
    "&lt;u&gt;", "&#60;u&#62;u", "<u\0>u</u\0>", "<\u200bu>", "＜u＞", "[x](https://evil.example)",
    '" onclick="x', "<u>" * 40,
)  # fmt: skip
LONG = (
    "&" * 60,
    "<" * 500,
    "&" * 1500,
    "w" * 4096,
    "w " * 2048,
    "🏋" * 64,
    "🏋" * 2000,
    "\n" * 300,
    "l\n" * 2000,
    "ا" * 3000,
    "e\u0301" * 1500,
)
WORDS = (*INJECTIONS, *LONG, *ODD_WORDS)
OWN_MARKUP = {"bold", "italic", "code"}
INJECTED = {
    "underline", "strikethrough", "spoiler", "pre", "blockquote", "expandable_blockquote", "text_link", "text_mention",
    "custom_emoji",
}  # fmt: skip
LEFT = (ForgetMe, ForgetMeYes)
"""Pressed, nothing would be left to show."""
LONGEST_NAME = 64
"""Of a person at Telegram."""


@dataclass(frozen=True, slots=True)
class Report:
    words: int
    presses: int
    messages: int
    longest: int
    """Letters, markup aside."""
    widest: int
    """Bytes of a button's data."""
    wrong: tuple[str, ...]

    @property
    def good(self) -> bool:
        return not self.wrong


def life(person: Person, word: str) -> list[Made]:
    said = (
        "/start", word, "/workout", f"deadlift 100x8 {word}", f"deadlift 60x5 ({word})",
        f"note deadlift: {word}", f"note {word}",
        f"note {word}: hook grip", f"/notes {word}", f"bw {word}", f"/records {word}", f"/log {word} 100x8",
        f"{word} 3x5 60",
        f"how do i do {word}", f"{word} or deadlift", "that is wrong", "/why", f"/remind {word}", f"/remind mon {word}",
        f"/remind pause {word}", f"/remind {word} off", "/remind mon 7", f"/{word}", f"/start {word}",
        f"/broadcast {word}",
        f"my back hurts {word}", f"make that {word}", f"deadlift {word}x8", f"deadlift 100x{word}", "rows 50x11",
    )  # fmt: skip
    waited = (TypeCity(), WriteTime(NEW, 1), WritePause())
    return [
        *(person.text(text) for text in said),
        *(one for press in waited for one in (person.press(press.pack()), person.text(word))),
        person.edit(101, f"deadlift 70x5 {word}"),
        person.document(word),
    ]


SHOWN = ("/history", "/records", "/notes", "/settings", "/privacy", "/remind", "/workout", "/exercises", "/export")


async def run(database: SqlDatabase, coach: Coach, *, words: tuple[str, ...] = WORDS, most: int = 150) -> Report:
    """At most so many presses a person."""
    heard = list[Heard]()
    everybody = range(FIRST, FIRST + len(words))

    def files(file: str) -> bytes:
        return a_file(words[int(file.removeprefix("of ")) - FIRST])

    async with house(database, replace(coach, admins=frozenset(everybody)), files=files, listen=heard.append) as rooms:
        number = [1]
        people = [
            Person(rooms, one, heard, word[:LONGEST_NAME] or "x", number)
            for one, word in zip(everybody, words, strict=True)
        ]
        for make in (lambda one, word: life(one, word), lambda one, _: [one.text(text) for text in SHOWN]):
            await rooms.by_polling(
                one.body(made) for one, word in zip(people, words, strict=True) for made in make(one, word)
            )
            await rooms.settled()
        pressed = await _press_everything(people, most)
        wrong = (*rooms.ear.wrong, *(f"{why}: {str(what)[:300]}" for why, what in rooms.wire.refused))
    return Report(
        words=len(words),
        presses=pressed,
        messages=len(heard),
        longest=max(len(one.text) for one in heard if one.method != "file"),
        widest=max(len(button["callback_data"].encode()) for one in heard for button in one.buttons),
        wrong=(*wrong, *(fault for one in heard for fault in faults(one, dict(zip(everybody, words, strict=True))))),
    )


async def _press_everything(people: list[Person], most: int) -> int:
    """Whatever is shown, once; and whatever is shown then."""
    done, count, seen = set[tuple[int, str]](), Counter[int](), 0
    by_id = {one.id: one for one in people}
    while True:
        heard = people[0].heard
        fresh, seen = heard[seen:], len(heard)
        shown = dict.fromkeys((one.chat, str(button["callback_data"])) for one in fresh for button in one.buttons)
        new = [one for one in shown if one not in done and not isinstance(Press.unpack(one[1]), LEFT)]
        new = [(chat, data) for chat, data in new if count[chat] < most]
        if not new:
            return len(done)
        done.update(new)
        count.update(chat for chat, _ in new)
        rooms = people[0].rooms
        await rooms.by_polling(by_id[chat].body(by_id[chat].press(data)) for chat, data in new)
        await rooms.settled()


def faults(heard: Heard, words: dict[int, str]) -> list[str]:
    """Markup that is not the coach's, and marks that were escaped twice."""
    if heard.method == "file":
        return []
    told = [entity["type"] for name in ("entities", "caption_entities") for entity in heard.content.get(name, ())]
    found = [f"{kind} in {heard.text[:300]!r}" for kind in told if kind in INJECTED]
    twice = "&" not in words.get(heard.chat, "&") and any(mark in heard.text for mark in ("&lt;", "&gt;", "&amp;"))
    if twice or (heard.method == "answerCallbackQuery" and "<b>" in heard.text and "<b>" not in words[heard.chat]):
        found.append(f"markup shown as text: {heard.text[:300]!r}")
    return found


def a_file(word: str) -> bytes:
    """An export whose lifts, and notes to them, are called so."""
    quoted = word.replace('"', '""')
    rows = [
        strong_units(place, note=quoted).replace("Deadlift (Barbell)", f"{quoted}{place}"[:400]) for place in range(3)
    ]
    return "\n".join((STRONG_UNITS, *rows)).encode("utf-8", "surrogatepass")


def told(report: Report) -> str:
    return (
        f"{report.words} hostile names, {report.presses} presses, {report.messages} messages: "
        f"{len(report.wrong)} "
        f"refused, injected or failed; the longest has {report.longest} letters, the widest button "
        f"{report.widest} bytes"
    )
