"""What does the coach say about muscles, topics, today's session, and several exercises at once?"""

from collections.abc import Sequence

from bot.coaching.answers.of_exercise import of_exercise, sources_of
from bot.coaching.answers.part import Part, Said, said
from bot.coaching.answers.words import counted, named, per_side, small
from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.knowledge.models import Exercise, Muscle, Topic, TopicItem
from bot.coaching.language.intents import Intent
from bot.coaching.language.shapes import Wording

LISTED = 5


def of_muscle(intent: Intent, muscle: Muscle, knowledge: Knowledge, wording: Wording) -> Part:
    if intent is Intent.EXERCISES_FOR_MUSCLE:
        trained = [one for one in knowledge.training(muscle.id) if muscle.id in one.muscles.prime][:LISTED]
        names = Said(wording.sentences["best-trained"].format(names=named(knowledge, (one.id for one in trained))))
        return Part(
            muscle.id, (*([names] if trained else []), *said(muscle.train)), listed=tuple(o.id for o in trained)
        )
    if intent is Intent.TECHNIQUE_TIP:
        return Part(muscle.id, said(muscle.feel), said(muscle.train))
    if intent in (Intent.HOW_TO, Intent.SETS_REPS, Intent.FREQUENCY, Intent.PROGRESSION, Intent.EASIER, Intent.HARDER):
        return Part(muscle.id, said(muscle.train), said(muscle.feel))
    claims = dict.fromkeys((muscle.summary, *muscle.where, *muscle.does))
    return Part(muscle.id, said(claims), said((*muscle.feel, *muscle.train)))


def of_muscles(intent: Intent, ids: Sequence[str], knowledge: Knowledge, wording: Wording) -> Part:
    """Several muscles: what each is, in a line or two."""
    parts = [of_muscle(intent, knowledge.muscle(id), knowledge, wording) for id in ids]
    if len(parts) == 1:
        return parts[0]
    lines = [line for part in parts for line in part.lines[:2]]
    listed = tuple(dict.fromkeys(id for part in parts for id in part.listed))
    return Part("+".join(ids), tuple(lines), tuple(line for part in parts for line in part.lines[2:]), listed=listed)


def of_topic(topic: Topic, item: TopicItem | None) -> Part:
    if item is not None:
        return Part(f"{topic.id}#{item.id}", said(item.says))
    more = (*said(topic.more), *(line for one in topic.items for line in said(one.says)))
    return Part(topic.id, said(topic.short), more)


def of_session(knowledge: Knowledge, wording: Wording) -> Part:
    program = next(iter(knowledge.programs.values()))
    lines = tuple(
        Said(
            wording.sentences["slot"].format(
                name=knowledge.exercise(slot.exercise).name, sets=slot.sets, reps=counted(slot.reps)
            )
            + per_side(slot, wording),
            tuple(dict.fromkeys(id for claim in program.why[:1] for id in claim.sources)),
        )
        for slot in program.slots
    )
    time = Said(wording.sentences["minutes"].format(minutes=program.minutes))
    listed = tuple(slot.exercise for slot in program.slots)
    return Part(program.id, lines, (time, *said(program.why)), numbered=True, listed=listed)


def of_comparison(exercises: Sequence[Exercise], knowledge: Knowledge, wording: Wording) -> Part:
    """What each is and what each costs the lower back; then what each trains most, and why to choose it."""
    shape = wording.sentences["fix"]
    what = [Said(shape.format(name=one.name, fix=one.summary.text), one.summary.sources) for one in exercises]
    costs = ", ".join(f"{small(one.name)} {one.lumbar}" for one in exercises)
    cost = Said(wording.sentences["lumbar"].format(costs=costs))
    more = [
        Said(shape.format(name=one.name, fix=claim.text), claim.sources) for one in exercises for claim in one.guide.why
    ]
    listed = tuple(one.id for one in exercises)
    return Part("+".join(listed), (*what, cost), (*_trains(exercises, knowledge, wording), *more), listed=listed)


def of_several(intent: Intent, exercises: Sequence[Exercise], knowledge: Knowledge, wording: Wording) -> Part | None:
    """The same question about several exercises: the first line of each, under its name; then the others."""
    listed = tuple(one.id for one in exercises)
    if intent is Intent.MUSCLES_WORKED:
        return Part("+".join(listed), tuple(_trains(exercises, knowledge, wording)), listed=listed)
    told: list[list[Said]] = []
    for exercise in exercises:
        part = of_exercise(intent, exercise, knowledge, wording)
        if part is None:
            return None
        told.append([_about(exercise, one, wording) for one in part.lines])
    more = tuple(line for lines in told for line in lines[1:])
    return Part("+".join(listed), tuple(lines[0] for lines in told), more, listed=listed)


def _about(exercise: Exercise, line: Said, wording: Wording) -> Said:
    return Said(wording.sentences["fix"].format(name=exercise.name, fix=line.text), line.sources)


def _trains(exercises: Sequence[Exercise], knowledge: Knowledge, wording: Wording) -> list[Said]:
    shape = wording.sentences["trains"]
    return [
        Said(shape.format(name=one.name, names=named(knowledge, one.muscles.prime)), sources_of(one))
        for one in exercises
    ]
