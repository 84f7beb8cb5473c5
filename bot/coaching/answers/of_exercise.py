"""What does the coach say about one exercise? One function a question."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from bot.coaching.answers.part import Part, Said, said
from bot.coaching.answers.words import counted, minutes, named, per_side
from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.knowledge.models import Claim, Dosage, Exercise, Guide, Variation
from bot.coaching.language.intents import Intent
from bot.coaching.language.shapes import Wording

Compose = Callable[[Exercise, Guide, Knowledge, Wording], Part]


def of_exercise(intent: Intent, exercise: Exercise, knowledge: Knowledge, wording: Wording) -> Part | None:
    """None where an exercise has no say in the matter: how often to train, how to recover."""
    if intent is Intent.MUSCLES_WORKED:
        return _muscles(exercise, knowledge, wording)
    compose = GUIDED.get(intent)
    return compose(exercise, exercise.guide, knowledge, wording) if compose else None


def _muscles(exercise: Exercise, knowledge: Knowledge, wording: Wording) -> Part:
    told, sources = exercise.muscles, sources_of(exercise)
    lines = [Said(wording.sentences["prime"].format(names=named(knowledge, told.prime)), sources)]
    if told.helping:
        lines.append(Said(wording.sentences["helping"].format(names=named(knowledge, told.helping)), sources))
    return Part(exercise.id, (*lines, *said(told.why)))


def sources_of(exercise: Exercise) -> tuple[str, ...]:
    """Where it is from which muscles an exercise trains."""
    return tuple(dict.fromkeys(id for claim in exercise.muscles.why for id in claim.sources))


def _how_to(exercise: Exercise, guide: Guide, _: Knowledge, wording: Wording) -> Part:
    """The steps and where to feel them; then what comes before the first rep, and what to mind."""
    more = (*_under("setup", guide.setup, wording), *_under("safety", guide.safety, wording))
    closing = tuple(_under("feel", guide.feel[:1], wording))
    return Part(exercise.id, said(guide.steps), more, numbered=True, closing=closing)


def _under(name: str, claims: Sequence[Claim], wording: Wording) -> Iterator[Said]:
    for place, claim in enumerate(claims):
        text = wording.sentences[f"part-{name}"].format(text=claim.text) if place == 0 else claim.text
        yield Said(text, claim.sources)


def _why(exercise: Exercise, guide: Guide, _: Knowledge, __: Wording) -> Part:
    return Part(exercise.id, said(guide.why), said(exercise.muscles.why))


def _mistakes(exercise: Exercise, guide: Guide, _: Knowledge, wording: Wording) -> Part:
    shape = wording.sentences["fix"]
    fixes = tuple(Said(shape.format(name=one.name, fix=one.fix.text), one.fix.sources) for one in guide.mistakes)
    causes = tuple(Said(shape.format(name=one.name, fix=one.cause.text), one.cause.sources) for one in guide.mistakes)
    return Part(exercise.id, fixes, causes)


def _sets_reps(exercise: Exercise, guide: Guide, knowledge: Knowledge, wording: Wording) -> Part:
    key = "dosage-seconds" if exercise.seconds else "dosage"
    slots = [slot for program in knowledge.programs.values() for slot in program.slots if slot.exercise == exercise.id]
    planned = [
        Said(wording.sentences["planned"].format(sets=slot.sets, reps=counted(slot.reps)) + per_side(slot, wording))
        for slot in slots[:1]
    ]
    doses = [
        Said(
            wording.sentences[key].format(
                goal=wording.goals[dose.goal], sets=counted(dose.sets), reps=counted(dose.reps), rest=minutes(dose.rest)
            ),
            dose.note.sources,
        )
        for dose in guide.dosage
    ]
    return Part(exercise.id, (*planned, *doses), said(dose.note for dose in guide.dosage))


def _rest(exercise: Exercise, guide: Guide, _: Knowledge, wording: Wording) -> Part:
    def line(dose: Dosage) -> Said:
        text = wording.sentences["rest"].format(goal=wording.goals[dose.goal], rest=minutes(dose.rest))
        return Said(text, dose.note.sources)

    return Part(exercise.id, tuple(line(dose) for dose in guide.dosage))


def _variations(exercise: Exercise, variations: tuple[Variation, ...], wording: Wording) -> Part:
    shape = wording.sentences["fix"]
    lines = tuple(Said(shape.format(name=one.name, fix=one.how.text), one.how.sources) for one in variations)
    return Part(exercise.id, lines, listed=tuple(dict.fromkeys(one.exercise for one in variations if one.exercise)))


GUIDED: Mapping[Intent, Compose] = {
    Intent.HOW_TO: _how_to,
    Intent.WHY: _why,
    Intent.BENEFITS: _why,
    Intent.MISTAKES: _mistakes,
    Intent.GRIP: lambda e, g, _, __: Part(e.id, said(g.grip)),
    Intent.SETS_REPS: _sets_reps,
    Intent.REST: _rest,
    Intent.ALTERNATIVES: lambda e, g, _, w: _variations(e, g.alternatives, w),
    Intent.EASIER: lambda e, g, _, w: _variations(e, g.easier, w),
    Intent.HARDER: lambda e, g, _, w: _variations(e, g.harder, w),
    Intent.TECHNIQUE_TIP: lambda e, g, _, __: Part(e.id, said(g.cues), said((*g.feel, *g.tempo))),
    Intent.WARMUP: lambda e, g, _, __: Part(e.id, said(g.warmup)),
    Intent.PROGRESSION: lambda e, g, _, __: Part(e.id, said(g.progression)),
    Intent.EQUIPMENT: lambda e, g, _, __: Part(e.id, said(g.equipment)),
    Intent.BREATHING: lambda e, g, _, __: Part(e.id, said(g.breathing)),
}
