"""What is said to an understood question? The entry that holds it, in short, with its receipt and what comes next."""

from collections.abc import Sequence
from dataclasses import replace

from bot.coaching.answers.answer import Answer, FollowUp
from bot.coaching.answers.of_back import of_comparison, of_muscles, of_session, of_several, of_topic
from bot.coaching.answers.of_exercise import of_exercise, sources_of
from bot.coaching.answers.of_pain import of_pain
from bot.coaching.answers.part import Part, Said, receipts
from bot.coaching.answers.words import in_a_row, small
from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.knowledge.models import Topic
from bot.coaching.language.intents import Intent, Outcome, Subject, TalkContext, Understanding
from bot.coaching.language.language import Language

AFTER_MORE = (Intent.BREATHING, Intent.GRIP, Intent.TECHNIQUE_TIP, Intent.MISTAKES)
NEXT = (Intent.HOW_TO, Intent.MISTAKES, Intent.MUSCLES_WORKED, Intent.SETS_REPS, Intent.EASIER, Intent.ALTERNATIVES)
BUTTONS = 4
OF_MUSCLES = frozenset({Intent.MUSCLE_INFO, Intent.EXERCISES_FOR_MUSCLE})
MORE = "more"


def answer(understood: Understanding, knowledge: Knowledge, language: Language) -> Answer:
    sentences = language.wording.sentences
    if understood.outcome is Outcome.CLARIFY:
        ask = sentences["which" if understood.intent is None else "which-exercise"]
        follow_ups = tuple(FollowUp(one.label, one.intent, one.subject) for one in understood.options)
        return Answer(lines=(ask,), follow_ups=follow_ups, listed=follow_ups)
    if understood.outcome is Outcome.UNKNOWN:
        return _declined(understood, language)
    if understood.remark is not None or understood.intent is Intent.SMALL_TALK:
        return _remark(understood, language)
    if understood.intent is Intent.PAIN_OR_INJURY:
        advice = knowledge.pain.get(understood.advice or "") or knowledge.first_advice
        return of_pain(advice, knowledge, language.wording)
    assert understood.intent is not None
    topic = knowledge.topics.get(understood.topic or "")
    part = _part(understood.intent, understood.subject, topic, understood.item, knowledge, language)
    given = _shown(understood.intent, understood.subject, part, knowledge, language)
    return replace(given, note=_near(understood, knowledge, language)) if understood.near else given


def answer_for(
    intent: Intent, subject: Subject, knowledge: Knowledge, language: Language, part: str = "short"
) -> Answer:
    """The answer behind a button. With `part` "more", its `more` is what the short one left out."""
    if intent in (Intent.SMALL_TALK, Intent.OUT_OF_SCOPE):
        return answer(Understanding(Outcome.ANSWER, Intent.SMALL_TALK), knowledge, language)
    if intent is Intent.PAIN_OR_INJURY:
        return of_pain(knowledge.first_advice, knowledge, language.wording)
    found = _part(intent, subject, None, None, knowledge, language)
    return _shown(intent, subject, found, knowledge, language, whole=part == MORE)


def talk_context(understood: Understanding, given: Answer) -> TalkContext:
    """What the chat is about after an answer: what "the grip?" and "the second one" refer to."""
    listed = tuple(one.reading for one in given.listed)
    return TalkContext(understood.intent, understood.subject, listed, understood.advice or understood.within.advice)


def _near(understood: Understanding, knowledge: Knowledge, language: Language) -> str:
    """Honest about a name that has no entry of its own."""
    nearest = ", ".join(small(knowledge.exercise(id).name) for id in understood.subject.exercises[:2])
    return language.wording.sentences["near"].format(said=", ".join(understood.near), name=nearest)


def _part(
    intent: Intent, subject: Subject, topic: Topic | None, item: str | None, knowledge: Knowledge, language: Language
) -> Part:
    wording, exercises = language.wording, [knowledge.exercise(id) for id in subject.exercises]
    if intent is Intent.SESSION_TODAY and topic is None and knowledge.programs:
        return of_session(knowledge, wording)
    asked = next((one for one in topic.items if one.id == item), None) if topic else None
    if topic is not None and (asked or not subject or _is_special(topic, intent, knowledge)):
        return of_topic(topic, asked)
    if len(exercises) > 1 and intent in (Intent.COMPARE, Intent.ALTERNATIVES):
        return of_comparison(exercises[:3], knowledge, wording)
    if len(exercises) == 1 and intent is Intent.COMPARE:
        intent = Intent.ALTERNATIVES
    several = of_several(intent, exercises[:3], knowledge, wording) if len(exercises) > 1 else None
    one = of_exercise(intent, exercises[0], knowledge, wording) if exercises and intent not in OF_MUSCLES else None
    if subject.muscles and (intent in OF_MUSCLES or not exercises) and not _by_topic(intent):
        return of_muscles(intent, subject.muscles[:3], knowledge, wording)
    return several or _muscle_first(one, intent, subject, knowledge, language) or _general(intent, knowledge, language)


def _is_special(topic: Topic, intent: Intent, knowledge: Knowledge) -> bool:
    """A topic that was named, beside the one that holds for every lift: the first pull-up, tempo, the order."""
    return intent is Intent.WHY or topic is not knowledge.topics_on(intent)[0]


def _by_topic(intent: Intent) -> bool:
    """What is said of all muscles alike."""
    return intent in (Intent.RECOVERY, Intent.REST, Intent.WARMUP, Intent.BENEFITS)


def _muscle_first(
    part: Part | None, intent: Intent, subject: Subject, knowledge: Knowledge, language: Language
) -> Part | None:
    """`does the row hit my lats` is answered yes or no before anything else."""
    if part is None or intent is not Intent.MUSCLES_WORKED or not subject.muscles:
        return part
    exercise = knowledge.exercise(subject.exercises[0])
    muscles = exercise.muscles
    lines = []
    for id in subject.muscles[:2]:
        key = "yes-prime" if id in muscles.prime else "yes-helping" if id in muscles.helping else "no-muscle"
        said = language.wording.sentences[key].format(name=knowledge.muscle(id).name)
        lines.append(Said(said, sources_of(exercise)))
    return Part(part.entry, (*lines, *part.lines), part.more)


def _general(intent: Intent, knowledge: Knowledge, language: Language) -> Part:
    """What holds for the whole back; honest where there is nothing."""
    usual = {Intent.COMPARE: Intent.ALTERNATIVES, Intent.WHY: Intent.BENEFITS}.get(intent, intent)
    topics = knowledge.topics_on(usual) or knowledge.topics_on(intent)
    if topics:
        return of_topic(topics[0], None)
    return Part("", (Said(language.wording.sentences["no-list"]),))


def _shown(
    intent: Intent,
    subject: Subject,
    part: Part,
    knowledge: Knowledge,
    language: Language,
    *,
    whole: bool = False,
) -> Answer:
    short = part.cut()
    listed = tuple(FollowUp(knowledge.exercise(id).name, Intent.HOW_TO, Subject((id,))) for id in short.listed)
    shown = (*short.lines, *short.closing, *(short.more if whole else ()))
    return Answer(
        title=_title(intent, part, knowledge, language),
        lines=tuple(line.text for line in short.lines),
        numbered=short.numbered,
        closing=tuple(line.text for line in short.closing),
        more=tuple(line.text for line in short.more),
        follow_ups=_next(intent, subject, short, listed, language, whole=whole),
        sources=receipts(shown, knowledge),
        entry=part.entry,
        listed=listed,
    )


def _title(intent: Intent, part: Part, knowledge: Knowledge, language: Language) -> str | None:
    topic = knowledge.topics.get(part.entry.split("#")[0])
    if topic is not None:
        return next((item.name for item in topic.items if part.entry.endswith(f"#{item.id}")), topic.title)
    if part.entry in knowledge.programs:
        return knowledge.program(part.entry).name
    ids = [id for id in part.entry.split("+") if id in knowledge.exercises or id in knowledge.muscles]
    names = [(knowledge.exercises.get(id) or knowledge.muscles[id]).name for id in ids]
    asked = language.wording.titles.get(intent)
    whole = in_a_row(names)
    return (f"{whole}: {asked}" if asked else whole) if names else None


def _next(
    intent: Intent,
    subject: Subject,
    part: Part,
    listed: Sequence[FollowUp],
    language: Language,
    *,
    whole: bool,
) -> tuple[FollowUp, ...]:
    asks = language.wording.asks
    more = [] if whole or not part.more else [FollowUp(language.wording.sentences["more"], intent, subject, MORE)]
    if part.listed and (len(part.listed) > 1 or not subject.exercises):
        return (*listed[: 6 if len(listed) == 6 else BUTTONS], *more)
    if len(subject.exercises) == 1:
        asked = AFTER_MORE if whole and intent is Intent.HOW_TO else NEXT
        about = [FollowUp(asks[one], one, Subject(subject.exercises)) for one in asked if one is not intent]
        return (*about[: BUTTONS if not more else BUTTONS - 1], *more)
    if subject.muscles and intent is not Intent.EXERCISES_FOR_MUSCLE:
        train = Intent.EXERCISES_FOR_MUSCLE
        return (FollowUp(asks[train], train, Subject((), subject.muscles[:1])), *more)
    return tuple(more)


def _declined(understood: Understanding, language: Language) -> Answer:
    group = language.not_covered.groups.get(understood.not_covered or "")
    if group is not None:
        return Answer(lines=group.reply, entry=f"not-covered#{understood.not_covered}")
    key = "not-covered" if understood.intent is Intent.OUT_OF_SCOPE else "unknown"
    return Answer(lines=(language.wording.sentences[key],))


def _remark(understood: Understanding, language: Language) -> Answer:
    groups = language.small_talk.groups
    remarks = groups.get(understood.remark or "") or groups["what-can-you-do"]
    return Answer(lines=remarks.reply)
