"""Which entries of the knowledge base is a text about?"""

from collections.abc import Mapping, Sequence

from bot.coaching.knowledge.catalog import Knowledge, names_of
from bot.coaching.language.intents import Intent, Subject
from bot.coaching.language.names import Kind, Mention, Names
from bot.coaching.language.reader import Read


def subject_of(read: Read, knowledge: Knowledge, last: Subject) -> tuple[Subject, tuple[str, ...]]:
    """The subject, and the lifts that an open name such as `rows` leaves to choose from."""
    named = [one for one in read.mentions if one.kind is Kind.EXERCISE]
    certain = tuple(dict.fromkeys(one.ids[0] for one in named if len(one.ids) == 1))
    muscles = read.ids(Kind.MUSCLE)
    open_names = [one for one in named if len(one.ids) > 1 and not _narrowed(one, certain, knowledge)]
    if not open_names:
        return Subject(certain, muscles), ()
    choice = open_names[0].ids
    spoken_of = tuple(id for id in last.exercises if knowledge.family_of(id) in choice or id in choice)
    if spoken_of:
        return Subject(tuple(dict.fromkeys((*certain, *spoken_of))), muscles), ()
    return Subject(tuple(dict.fromkeys((*certain, *choice))), muscles), choice


def _narrowed(mention: Mention, certain: Sequence[str], knowledge: Knowledge) -> bool:
    """`when I row` beside `one-arm row` means that row."""
    patterns = {knowledge.exercise(id).pattern for id in mention.ids}
    return any(knowledge.exercise(id).pattern in patterns for id in certain)


class Topics:
    """The topics and their named parts, found by their aliases in a text, each question's topics by themselves."""

    def __init__(self, knowledge: Knowledge, names: Names) -> None:
        self._by_intent = {topic.intent: knowledge.topics_on(topic.intent) for topic in knowledge.topics.values()}
        self._canonical = names.canonical
        self._names = {intent: Names(names.spellings) for intent in self._by_intent}
        for topic in knowledge.topics.values():
            for item in topic.items:
                self._names[topic.intent].learn(Kind.OTHER, (topic.id, item.id), names_of(item))
            self._names[topic.intent].learn(Kind.OTHER, (topic.id,), names_of(topic))

    def on(self, intent: Intent, words: Sequence[str], *, general: bool) -> tuple[str | None, str | None]:
        """The topic and the part of it that a question is about; with `general`, at least the intent's first topic."""
        topics = self._by_intent.get(intent)
        if topics is None:
            return None, None
        found = [one.ids for one in self._names[intent].find(words)]
        parts = [ids for ids in found if len(ids) > 1]
        if parts:
            return parts[0][0], parts[0][1]
        if found:
            return found[0][0], None
        return (topics[0].id, None) if general else (None, None)

    def named(self, words: Sequence[str]) -> Mapping[Intent, int]:
        """The questions that a topic is named of, and the words of the longest name."""
        canonical = self._canonical(words)
        found = {intent: names.find(words, canonical) for intent, names in self._names.items()}
        return {intent: max(one.end - one.start for one in mentions) for intent, mentions in found.items() if mentions}

    def names(self, intent: Intent, words: Sequence[str]) -> bool:
        """Whether a text names one of the topics of a question, or a part of one."""
        return intent in self._names and bool(self._names[intent].find(words))
