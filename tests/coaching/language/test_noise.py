"""Is noise never answered, and does nothing that is typed raise? 100,000 random texts, 20,000 mangled questions."""

import random
import string
from collections import Counter
from collections.abc import Callable, Iterator

from bot.coaching.language.intents import Outcome
from tests.coaching.understanding import SENTENCES, UNDERSTANDER

RANDOM, MANGLED = 100_000, 20_000
SCRIPTS = (
    (32, 0x24F),
    (0x370, 0x4FF),
    (0x590, 0x6FF),
    (0x900, 0x97F),
    (0x4E00, 0x4FFF),
    (0x1F300, 0x1F6FF),
    (0, 0xD7FF),
)
SYLLABLES = ("ba", "ke", "lo", "ti", "ru", "mo", "sa", "ne", "pi", "gu", "st", "tr", "ch", "sh", "ou")
READER = UNDERSTANDER.reader


def letters(chance: random.Random) -> str:
    return "".join(chance.choice(f"{string.ascii_lowercase}   ") for _ in range(chance.randint(1, 60)))


def printable(chance: random.Random) -> str:
    return "".join(chance.choice(string.printable) for _ in range(chance.randint(1, 60)))


def any_script(chance: random.Random) -> str:
    low, high = chance.choice(SCRIPTS)
    return "".join(chr(chance.randint(low, high)) for _ in range(chance.randint(1, 60)))


def common_letters(chance: random.Random) -> str:
    words = ("".join(chance.choice("etaoinshrdlu") for _ in range(chance.randint(1, 8))) for _ in range(9))
    return " ".join(list(words)[: chance.randint(1, 9)])


def syllables(chance: random.Random) -> str:
    words = ("".join(chance.choice(SYLLABLES) for _ in range(chance.randint(1, 4))) for _ in range(8))
    return " ".join(list(words)[: chance.randint(1, 8)])


KINDS: tuple[Callable[[random.Random], str], ...] = (letters, printable, any_script, common_letters, syllables)


def noise() -> Iterator[str]:
    chance = random.Random(11)
    for number in range(RANDOM):
        yield KINDS[number % len(KINDS)](chance)


def has_a_real_word(text: str) -> bool:
    """Chance writes `hi` and `up` now and then; a word that stands there as it should is no noise."""
    read = READER.read(text)
    return any(
        raw == word and len(word) > 1 and READER.knows(word) for raw, word in zip(read.said, read.words, strict=True)
    )


def test_noise_is_not_answered() -> None:
    outcomes: Counter[Outcome] = Counter()
    answered: list[str] = []
    for text in noise():
        outcome = UNDERSTANDER.understand_all(text)[0].outcome
        outcomes[outcome] += 1
        if outcome is not Outcome.UNKNOWN and not has_a_real_word(text):
            answered.append(text)
    assert outcomes[Outcome.UNKNOWN] > 0.995 * RANDOM
    assert len(answered) <= 0.0002 * RANDOM, answered[:20]


def mangled(chance: random.Random, text: str, other: str) -> str:
    words = text.split()
    match chance.randrange(7):
        case 0:
            chance.shuffle(words)
        case 1:
            words = words[chance.randrange(len(words)) :] * chance.randint(1, 3)
        case 2:
            words = [*words, *other.split()]
        case 3:
            return "".join(chance.choice(("", letter, letter * 2, letter.upper())) for letter in text)
        case 4:
            words.insert(chance.randrange(len(words) + 1), any_script(chance))
        case 5:
            return text[: chance.randrange(len(text) + 1)] + printable(chance)
        case _:
            return "".join(chance.sample(text, len(text)))
    return " ".join(words)


def test_mangled_questions_raise_nothing() -> None:
    chance = random.Random(12)
    texts = [one.text for one in SENTENCES]
    for _ in range(MANGLED):
        text = mangled(chance, chance.choice(texts), chance.choice(texts))
        assert UNDERSTANDER.understand_all(text)[0].outcome in Outcome
