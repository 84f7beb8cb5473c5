"""Which words make a log line? The shape of `knowledge/language/en/log_line.yaml`."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from bot.coaching.knowledge.faults import KnowledgeFault, worded
from bot.coaching.knowledge.reading import SafeLoader

Phrase = tuple[str, ...]


def _texts(value: Any) -> Any:
    """YAML reads a bare `no` or `on` as a truth value, and `1` as a number; here they are words."""
    if not isinstance(value, list | tuple):
        raise ValueError("should be a list")  # noqa: TRY004 - pydantic gathers these
    truth = {True: "on", False: "no"}
    return tuple(truth[one] if isinstance(one, bool) else str(one) for one in value)


Words = Annotated[tuple[str, ...], BeforeValidator(_texts)]


class Shape(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", ignored_types=(cached_property,))


class Cues(Shape):
    """Phrases that make a text no log, by where they must stand."""

    start: Words = ()
    any: Words = ()
    later: Words = ()


class Asides(Shape):
    before: Words
    after: Words


class CorrectionWords(Shape):
    delete: Words
    cue: Words
    plural: Words
    weight: Words
    fillers: Words


class ShorthandWords(Shape):
    topics: Words
    aims: Words
    purposes: Words


class RepeatWords(Shape):
    same: Words
    more: Words
    fillers: Words


class AnswerWords(Shape):
    agree: Words
    decline: Words
    fillers: Words


class LogWords(Shape):
    phrases: Mapping[str, Words]
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    days: Mapping[str, int]
    weekdays: Mapping[str, int]
    months: Mapping[str, int]
    not_a_log: Mapping[str, Cues]
    done: Words
    deeds: Words
    greeted: Words
    notes: Words
    asides: Asides
    foreign: Words
    foreign_alone: Words
    generic: Mapping[str, Words]
    one_sleeve: Words
    names: Mapping[str, Words]
    same_word: Mapping[str, str]
    grips: Words
    manners: Words
    shorthand: ShorthandWords
    repeat: RepeatWords
    correction: CorrectionWords
    answer: AnswerWords
    common: Words

    def vocabulary(self) -> frozenset[str]:
        """Every single word of the lists: none of them is a misspelling of another."""
        lists = [
            *self.phrases.values(),
            *(words for cues in self.not_a_log.values() for words in (cues.start, cues.any, cues.later)),
            *(
                self.done,
                self.deeds,
                self.greeted,
                self.notes,
                self.asides.before,
                self.asides.after,
                self.foreign,
                self.grips,
                self.common,
            ),
            *(self.repeat.same, self.repeat.more, self.repeat.fillers),
            *(self.manners, self.shorthand.topics, self.shorthand.aims),
            *(self.correction.delete, self.correction.cue, self.correction.plural, self.correction.fillers),
            *self.names.values(),
            *(
                tuple(keys)
                for keys in (self.numbers, self.ordinals, self.days, self.weekdays, self.months, self.generic)
            ),
        ]
        return frozenset(word for words in lists for phrase in words for word in phrase.split())


class PhraseBook:
    """Phrases of several words, found longest first."""

    def __init__(self, tags: Mapping[str, Words]) -> None:
        self._tag: dict[Phrase, str] = {}
        for tag, phrases in tags.items():
            for phrase in phrases:
                self._tag.setdefault(tuple(phrase.split()), tag)
        self._longest: dict[str, int] = {}
        for found in self._tag:
            self._longest[found[0]] = max(len(found), self._longest.get(found[0], 0))

    @property
    def openings(self) -> frozenset[str]:
        """The words that phrases begin with."""
        return frozenset(self._longest)

    def at(self, words: list[str], start: int) -> tuple[str, int] | None:
        """The tag and length of the longest phrase that begins here."""
        for length in range(min(self._longest.get(words[start], 0), len(words) - start), 0, -1):
            tag = self._tag.get(tuple(words[start : start + length]))
            if tag is not None:
                return tag, length
        return None


def load_words(folder: Path) -> LogWords:
    """The words of one language: `load_words(Path("knowledge/language/en"))`. Raises KnowledgeFault."""
    file = folder / "log_line.yaml"
    path = "/".join(file.parts[-4:])
    try:
        return LogWords.model_validate(yaml.load(file.read_text(encoding="utf-8"), SafeLoader))
    except FileNotFoundError:
        raise KnowledgeFault([f"{path}: is missing"]) from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise KnowledgeFault([f"{path}: this is not YAML: {' '.join(str(error).split())}"]) from None
    except ValidationError as error:
        raise KnowledgeFault([f"{path}: {worded(one, LogWords, '')}" for one in error.errors()]) from None
