"""What does a fuzzed update look like? Shapes that Telegram sends, and one to four things wrong in most of them."""

import json
import random
from collections import deque
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field, fields
from typing import Any

from bot.chat.press import EMPTY, Press
from bot.chat.routes import FOR_MAINTAINERS
from tests.delivery import updates

Json = dict[str, Any]

TEXTS = (
    "deadlift 3x5 110kg, pull ups 9,8,7", "4x5 deadlifts at 110 and 3x9 chin ups",
    "Deadlift\n60x5 (w)\n110x5\n\nbw x 9",
    "pull ups bw+10 3x5", "one hang of 50 seconds", "8", "100x8", "done", "make that 7", "that was yesterday", "oops",
    "undo", "cancel", "yes", "no", "note deadlift: hook grip", "bw 82.5", "how do i do a deadlift", "why rows",
    "does the chin-up train my lats", "my lower back hurts", "i feel a sharp pain down my leg", "pull up or chin up",
    "what next", "easier pull up", "/remind mon wed fri 18:30", "/remind every day 7", "/remind pause 2 weeks",
    "/records deadlift", "/log deadlift 100x8", "/workout", "/history", "/notes", "/export", "/start if_1_0",
    "/remind@local_coach_bot 06:45", "/why", "/settings", "/privacy", "18:30", "62.5", "berlin", "Lat pulldown 50 11",
    "rows 50x11", "deadlift 1000x8", "walked 200 m with 30s", "farmers walk 40 kg 30 s", "good morning 60x8",
    "yesterday: deadlift 100x8 @8", "on 3 march deadlift 90x5", "12 each side dumbbell row 26", "thanks", "?", "lol",
    "bench press 80x5", "curls 20x12", "deadlift 225 lb x 3", "deadlift 5x5x100", "same again", "2 more",
    "that is wrong",
)  # fmt: skip
ODD_WORDS = (
    "\0", "\ud800", "\udfff\ud83d", "\u202e", "\u2066\u200f\u202b", "\u200b\u200d\ufeff", "\ufffe\uffff", "\U0010ffff",
    "👩\u200d👩\u200d👧\u200d👦", "🏋️‍♀️" * 20, "ÅÇ̈́" * 9, "Z̸̡͓̗͊a̴l̵g̷o̶" * 9, "שלום", "مرحبا ١٢٣", "٣x٨", "³×⁸",
    "१०० किलो", "一百公斤", "½", "Ⅷ",
    "<b>", "</b>", "<a href='tg://user?id=1'>", "&lt;&amp;&#0;&#x1F4A9;", "&", "`*_[]()~>#+-=|{}.!",
    "\r\n\t\v\f", "\x1b[31m",
    "'; DROP TABLE athletes; --", "%s%n%(x)s{0}{x}", "../../etc/passwd", "=cmd|'/c calc'!A1", "nan", "inf",
    "-0", "1e309",
    "1_000", "9" * 30, "9" * 5000, "-1", "0x8", "1" + "0" * 18, "99:99", "31.02.", "00:00", "24:00",
    "\u2028\u2029", "ǅ", "İ", "ß", "ﬃ",
)  # fmt: skip
HUGE = ("x", "deadlift 100x8 ", "\n", "8 ", "🏋", "ا", "&<>", "(" , "how do i ", "9", "-", "x8", "\u0301")  # fmt: skip
ODD_VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 2**31, 2**53, 2**63 - 1, 2**63, -(2**63) - 1, 2**64, 10**40, 0.5, 1e308, -1e308,
    "", " ",
    "x", "7", "private", [], {}, [[]], [None], {"id": 1}, {"": ""}, [1] * 500,
)  # fmt: skip
WORDS = ("", EMPTY, "kg", "lb", "stone", "start", "settings", "day-first", "Europe/Berlin", "Nowhere/Land", "deadlift",
         "pull-up", "lats", "1830", "9999", "20261122", "m", "h", "..", "a" * 60, "ü", "\0")  # fmt: skip
NUMBERS = (0, -1, 1, 2, 3, 7, 8, 60, 127, 128, 255, 1830, 20261122, 99999999, 62500, 2**31, 2**53, 10**17, -(10**17))
PLAIN = 0.4
"""The share that is left as it is: without them nobody would have a log for the rest to meet."""
DEEPEST = 900
"""Above it no JSON reader of the wire takes it in."""


def nested(depth: int, chance: random.Random) -> Any:
    value: Any = "deep"
    for _ in range(depth):
        value = [value] if chance.random() < 0.5 else {"reply_to_message": value}
    return value


@dataclass
class Fuzz:
    """The same seed gives the same updates, but for the buttons that were heard in between."""

    chance: random.Random
    now: int
    people: int = 100
    number: int = 1000
    seen: deque[tuple[int, str]] = field(default_factory=lambda: deque(maxlen=2000))
    """Buttons that chats were shown, as (chat, data)."""

    def bodies(self, count: int) -> Iterator[bytes]:
        return (self.body() for _ in range(count))

    def body(self) -> bytes:
        update = self._shape()
        if self.chance.random() > PLAIN:
            try:
                for _ in range(self.chance.choice((1, 1, 1, 2, 4))):
                    self._break(update)
                return json.dumps(update).encode()
            except RecursionError:  # deep within deep: no JSON writer gets there
                update = self._shape()
        return json.dumps(update).encode()

    def _shape(self) -> Json:
        self.number += 1
        person = 5000 + self.chance.randrange(self.people)
        make = self.chance.choices(
            (self._text, self._press, self._edit, self._content, self._membership, self._elsewhere),
            (40, 40, 6, 8, 2, 4),
        )[0]
        return {**make(person), "update_id": self.number}

    def _text(self, person: int) -> Json:
        made = updates.message(self.number, to=person, text=self._words(), date=self.now)
        if self.chance.random() < 0.1:
            made["message"]["entities"] = [{"type": "bold", "offset": 0, "length": self.chance.randrange(9)}]
        if self.chance.random() < 0.05:
            made["message"]["reply_to_message"] = updates.bare(3, to=person, text="x")
        if self.chance.random() < 0.05:
            sender = {"type": "user", "date": self.now, "sender_user": updates.user(9)}
            made["message"]["forward_origin"] = sender
        return made

    def _words(self) -> str:
        text = self.chance.choice(TEXTS)
        if self.chance.random() < 0.1:
            text = f"/{self.chance.choice(list(FOR_MAINTAINERS))} {text}"
        return text

    def _press(self, person: int) -> Json:
        """One that was shown to somebody, or one of any type with numbers that may be anybody's."""
        if self.seen and self.chance.random() < 0.5:
            chat, data = self.chance.choice(self.seen)
            return updates.press(self.number, data, to=chat if self.chance.random() < 0.8 else person)
        return updates.press(self.number, self._data(), to=person)

    def _data(self) -> str:
        kind = self.chance.choice(list(Press.BY_TAG.values()))
        values = [self._number() if part.type is int else self.chance.choice(WORDS) for part in fields(kind)]  # type: ignore[arg-type]
        return ":".join((kind.TAG, *map(str, values)))

    def _number(self) -> int:
        return self.chance.choice(NUMBERS) if self.chance.random() < 0.3 else self.chance.randrange(400)

    def _edit(self, person: int) -> Json:
        message = updates.bare(self.number - self.chance.randrange(200), to=person, text=self._words(), date=self.now)
        return {"edited_message": {**message, "edit_date": self.now}}

    def _content(self, person: int) -> Json:
        content = self.chance.choice(
            (
                {"location": {"latitude": self.chance.uniform(-90, 90), "longitude": self.chance.uniform(-180, 180)}},
                {"document": {"file_id": f"F{self.number}", "file_unique_id": "u", "file_name": "strong.csv",
                "file_size": 900}},
                {"photo": [{"file_id": "P", "file_unique_id": "p", "width": 9, "height": 9}], "caption": "100x8"},
                {"sticker": {"file_id": "S", "file_unique_id": "s", "type": "regular", "width": 1, "height": 1,
                             "is_animated": False, "is_video": False}},
                {"contact": {"phone_number": "1", "first_name": "Kim"}},
                {"dice": {"emoji": "🎲", "value": 4}},
                {"voice": {"file_id": "V", "file_unique_id": "v", "duration": 3}},
                {"new_chat_members": [updates.user(9)]},
                {"pinned_message": updates.bare(4, to=person, text="x")},
                {"poll": {"id": "1", "question": "?", "options": [], "total_voter_count": 0, "is_closed": False,
                          "is_anonymous": True, "type": "regular", "allows_multiple_answers": False}},
            )
        )  # fmt: skip
        return updates.message(self.number, to=person, date=self.now, **content)

    def _membership(self, person: int) -> Json:
        made = updates.membership(self.chance.choice(("kicked", "member", "left", "restricted")))
        made["my_chat_member"]["chat"]["id"] = made["my_chat_member"]["from"]["id"] = person
        return made

    def _elsewhere(self, person: int) -> Json:
        kind = self.chance.choice(("group", "supergroup", "channel"))
        made = updates.message(self.number, to=-person, kind=kind, text=self._words(), date=self.now)
        if kind == "channel":
            return {self.chance.choice(("channel_post", "edited_channel_post")): made["message"]}
        return self.chance.choice(
            (made, {"inline_query": {"id": "1", "from": updates.user(person), "query": "x", "offset": ""}})
        )

    # One thing wrong

    def _break(self, update: Json) -> None:
        """At a random place: gone, another value, other words, far too much, or from somewhere else in it."""
        if not update:  # an earlier break took all of it
            return
        holder, key = self._place(update)
        if self.chance.random() < 0.5 and isinstance(holder[key], str):
            holder[key] = self._mangled(holder[key])
        elif self.chance.random() < 0.3:
            del holder[key]
        elif self.chance.random() < 0.05:
            holder[key] = nested(self.chance.randrange(1, DEEPEST), self.chance)
        elif self.chance.random() < 0.1:
            other, there = self._place(update) if update else (holder, key)
            holder[key] = deepcopy(other.get(there) if isinstance(other, dict) else other[there])
        else:
            holder[key] = deepcopy(self.chance.choice(ODD_VALUES))
        update.setdefault("update_id", self.number) if self.chance.random() < 0.9 else None
        if self.chance.random() < 0.95:
            update["update_id"] = self.number

    def _place(self, update: Json) -> tuple[Any, Any]:
        found: list[tuple[Any, Any]] = []

        def look(value: Any) -> None:
            keys = list(value) if isinstance(value, dict) else range(len(value))
            for key in keys:
                found.append((value, key))
                if isinstance(value[key], dict | list) and len(found) < 200:
                    look(value[key])

        look(update)
        telling = [one for one in found if one[1] in ("text", "data", "caption", "file_name", "first_name", "date")]
        return self.chance.choice(telling if telling and self.chance.random() < 0.7 else found)

    def _mangled(self, text: str) -> str:
        odd, place = self.chance.choice(ODD_WORDS), self.chance.randint(0, len(text))
        match self.chance.randrange(7):
            case 0:
                return text[:place] + odd + text[place:]
            case 1:
                return odd
            case 2:
                return text[:place]
            case 3:
                return self.chance.choice(HUGE) * self.chance.choice((100, 1000, 4096, 20_000))
            case 4:
                return "".join(self.chance.sample(text, len(text)))
            case 5:
                return f"{text} {self.chance.choice(TEXTS)} {odd}"
            case _:
                return text.replace(self.chance.choice(text or "x"), odd)
