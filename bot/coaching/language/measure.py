"""How well are sentences understood whose meaning is known? They are YAML files, one an intent or one a voice."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.language.intents import Intent, Outcome, Reading, Subject, TalkContext, Understanding
from bot.coaching.language.understanding import Understander


@dataclass(frozen=True, slots=True)
class Sentence:
    """`also`: other intents that answer it as well. `after`: what was spoken of before."""

    text: str
    intent: Intent
    about: tuple[str, ...] = ()
    also: tuple[Intent, ...] = ()
    after: TalkContext | None = None


@dataclass(slots=True)
class Measured:
    """Counts by intent of: right, offered (a button), unknown, wrong, unsafe (pain that was not seen)."""

    verdicts: dict[Intent, Counter[str]] = field(default_factory=dict)
    misses: list[tuple[str, Sentence, Understanding]] = field(default_factory=list)

    def share(self, verdict: str, *, of: Sequence[Intent] = ()) -> float:
        counted = [count for intent, count in self.verdicts.items() if not of or intent in of]
        return sum(count[verdict] for count in counted) / max(1, sum(sum(count.values()) for count in counted))

    def told(self) -> Iterator[str]:
        for verdict, sentence, got in self.misses:
            about = "+".join(sentence.about)
            yield f"{verdict:8} {sentence.intent:20} {about:20} -> {got.outcome} {got.intent} | {sentence.text}"
        for intent, count in sorted(self.verdicts.items()):
            yield f"{intent:22} {dict(count)}"
        verdicts = ("right", "offered", "unknown", "wrong", "unsafe")
        yield "ALL  " + "  ".join(f"{verdict} {self.share(verdict):.1%}" for verdict in verdicts)


def measure(folder: Path, coach: Understander, knowledge: Knowledge) -> Measured:
    return measured(sentences_in(folder, knowledge), coach, knowledge)


def measured(sentences: Iterable[Sentence], coach: Understander, knowledge: Knowledge) -> Measured:
    found = Measured()
    for sentence in sentences:
        got = coach.understand(sentence.text, sentence.after)
        verdict = judged(sentence, got, knowledge)
        found.verdicts.setdefault(sentence.intent, Counter())[verdict] += 1
        if verdict != "right":
            found.misses.append((verdict, sentence, got))
    return found


def sentences_in(folder: Path, knowledge: Knowledge) -> Iterator[Sentence]:
    """Of a file named after an intent, that is what its sentences mean; elsewhere each says it itself."""
    for file in sorted(folder.glob("*.yaml")):
        named = {"intent": file.stem} if file.stem in set(Intent) else {}
        for entry in yaml.safe_load(file.read_text(encoding="utf-8")):
            yield _sentence(named | ({"text": entry} if isinstance(entry, str) else entry), knowledge)


def _sentence(entry: Mapping[str, Any], knowledge: Knowledge) -> Sentence:
    intent, after = Intent(entry["intent"]), None
    if "after" in entry:
        asked, *ids = entry["after"].split()
        exercises = tuple(id for id in ids if id in knowledge.exercises)
        muscles = tuple(id for id in ids if id in knowledge.muscles)
        offered = tuple(Reading(Intent.HOW_TO, Subject((id,))) for id in entry.get("listed", "").split())
        after = TalkContext(Intent(asked), Subject(exercises, muscles), offered)
    also = tuple(Intent(one) for one in entry.get("also", "").split())
    return Sentence(entry["text"], intent, tuple(entry.get("about", "").split()), also, after)


def judged(sentence: Sentence, got: Understanding, knowledge: Knowledge) -> str:
    wanted = {sentence.intent, *sentence.also}
    if got.outcome is Outcome.SAFETY:
        return "right" if Intent.PAIN_OR_INJURY in wanted else "wrong"
    if sentence.intent is Intent.PAIN_OR_INJURY:
        return "unknown" if got.outcome is Outcome.UNKNOWN else "unsafe"
    if got.outcome is Outcome.UNKNOWN:
        return "right" if Intent.OUT_OF_SCOPE in wanted else "unknown"
    readings = [one.reading for one in got.options] or [Reading(got.intent or Intent.OUT_OF_SCOPE, got.subject)]
    if any(one.intent in wanted and _about(sentence, one.subject, knowledge) for one in readings):
        return "offered" if got.options else "right"
    return "wrong"


def _about(sentence: Sentence, subject: Subject, knowledge: Knowledge) -> bool:
    named = {*subject.muscles, *subject.exercises, *(knowledge.family_of(id) for id in subject.exercises)}
    wanted = set(sentence.about)
    return wanted <= named if sentence.intent is Intent.COMPARE else not wanted or bool(wanted & named)
